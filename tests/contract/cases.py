"""One case for each adapter and kind: what is asked for, and where the billable request goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.base import Account, BaseProvider, ProviderRequest
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.conftest import KEY, make_request
from tests.simulator import Simulator


@dataclass(frozen=True)
class Case:
    """One kind of result of one adapter. ``path`` ends the address of the billable request."""

    provider: str
    type: GenerationType
    model: str
    path: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    base: str = ""
    """Path of the base address."""
    keyless: str = ""
    """Where results lie that are fetched without the key."""
    key_path: str = "/models"
    """Where the key is checked."""
    name: str = ""
    """Tells two calls of one model apart."""
    poll: str | None = None
    """The end of the address that is polled ("" for any GET); None where the answer is all."""
    refusal: Mapping[str, Any] = field(default_factory=dict)
    """How this wire format says that content is refused: a plan for the billable request."""
    batch: bool = False
    """Whether one call can make several results."""

    def __str__(self) -> str:
        return "-".join(part for part in (self.provider, self.model, self.name) if part)

    def account(self, simulator: Simulator, key: str = KEY) -> Account:
        """An account that leads to the simulator."""
        return Account(simulator.root_url + self.base, key)

    def connect(self, http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
        """The adapter under test."""
        account = self.account(simulator, key)
        return ProviderFactory(http).create(ProviderId(self.provider), account)

    def request(self, provider: BaseProvider, result_count: int = 1) -> ProviderRequest:
        """A request as the runner builds it."""
        return make_request(
            provider,
            self.type,
            self.model,
            parameters=dict(self.parameters),
            result_count=result_count,
        )


_T = GenerationType
_AGENT_VEO = "publishers/google/models/veo-3.1-generate-001"
_BLOCKED = {"fault": "blocked"}
_SAID_NO = {"refusal": "I cannot help with that."}
_FORBIDDEN = {"block_reason": "PROHIBITED_CONTENT"}
_UNSAFE = {"status": "failed", "errors": [{"code": "safety", "message": "Blocked by safety."}]}
_UNSAFE_DRAWING = {"end": "failed", "error": {"code": "image_content_policy_violation"}}
_FILTERED = {"filtered": True}
_IN_BACKGROUND = {"in_background": True}


def _openai(type: GenerationType, model: str, path: str, **more: Any) -> Case:
    return Case("openai", type, model, path, base="/v1", **more)


def _own(type: GenerationType, model: str, path: str, **more: Any) -> Case:
    return Case("openai-compatible", type, model, path, base="/v1", **more)


def _gemini(type: GenerationType, model: str, path: str, **more: Any) -> Case:
    return Case("gemini", type, model, path, **more)


def _openrouter(type: GenerationType, model: str, path: str, **more: Any) -> Case:
    more = {"refusal": _BLOCKED, **more}
    return Case("openrouter", type, model, path, base="/api/v1", key_path="/key", **more)


def _fal(type: GenerationType, model: str, **more: Any) -> Case:
    return Case(
        *("fal", type, model, f"/{model}"),
        keyless="/fal-media/",
        key_path="/v1/models/pricing",
        poll="",
        refusal=_BLOCKED,
        **more,
    )


CASES = (
    _openai(_T.TEXT, "gpt-6-luna", "/chat/completions", refusal=_SAID_NO),
    _openai(
        *(_T.TEXT, "gpt-6-luna", "/responses"),
        parameters={"interface": "responses"},
        name="responses",
        refusal=_SAID_NO,
    ),
    _openai(
        *(_T.IMAGE, "gpt-image-2.6-flare", "/images/generations"), refusal=_BLOCKED, batch=True
    ),
    _openai(
        *(_T.IMAGE, "gpt-image-2.6-flare", "/responses"),
        parameters=_IN_BACKGROUND,
        name="background",
        poll="",
        refusal=_UNSAFE_DRAWING,
    ),
    _openai(_T.AUDIO, "gpt-4o-mini-tts", "/audio/speech", refusal=_BLOCKED),
    _openai(_T.AUDIO, "gpt-audio-1.5", "/chat/completions", refusal=_BLOCKED),
    _own(_T.TEXT, "llama", "/chat/completions", refusal=_SAID_NO),
    _own(_T.IMAGE, "z-image", "/images/generations", refusal=_BLOCKED, batch=True),
    _own(_T.AUDIO, "kokoro", "/audio/speech", refusal=_BLOCKED),
    Case(
        *("anthropic", _T.TEXT, "claude-sonnet-5-5", "/v1/messages"),
        refusal={"stop_reason": "refusal"},
    ),
    _gemini(_T.TEXT, "gemini-3.8-flash", ":streamGenerateContent", refusal=_FORBIDDEN),
    _gemini(_T.IMAGE, "gemini-nano-banana-2.1", ":generateContent", refusal=_FORBIDDEN),
    _gemini(
        *(_T.IMAGE, "gemini-nano-banana-2.1", "/interactions"),
        parameters={"background": True},
        name="background",
        poll="",
        refusal=_UNSAFE,
    ),
    _gemini(
        *(_T.IMAGE, "imagen-4.0-generate-001", ":predict"),
        refusal={**_FILTERED, "results": 0},
        batch=True,
    ),
    _gemini(_T.AUDIO, "gemini-3.8-flash-lite-tts", ":generateContent", refusal=_FORBIDDEN),
    _gemini(
        *(_T.AUDIO, "gemini-3.8-flash-tts", "/interactions"),
        parameters={"file_format": "mp3"},
        refusal=_UNSAFE,
    ),
    _gemini(_T.VIDEO, "gemini-omni-1.2-flash", "/interactions", poll="", refusal=_UNSAFE),
    _gemini(_T.AUDIO, "lyria-3.5", "/interactions", refusal=_UNSAFE),
    _gemini(_T.VIDEO, "veo-3.1-generate-001", ":predictLongRunning", poll="", refusal=_FILTERED),
    Case(*("veo3", _T.VIDEO, "gemini-omni-1.2-flash", "/interactions"), poll="", refusal=_UNSAFE),
    Case(
        *("veo3", _T.VIDEO, _AGENT_VEO, ":predictLongRunning"),
        poll=":fetchPredictOperation",
        refusal=_FILTERED,
    ),
    Case(*("nano-banana", _T.IMAGE, "gemini-3-pro-image", ":generateContent"), refusal=_FORBIDDEN),
    _openrouter(_T.TEXT, "openai/gpt-6-luna", "/chat/completions"),
    _openrouter(_T.IMAGE, "google/gemini-nano-banana-2.1", "/images", batch=True),
    _openrouter(_T.VIDEO, "google/veo-3.1", "/videos", poll=""),
    _openrouter(_T.AUDIO, "google/gemini-3.8-flash-tts", "/audio/speech"),
    _fal(_T.IMAGE, "fal-ai/flux/schnell", batch=True),
    _fal(_T.VIDEO, "fal-ai/veo3.1"),
    _fal(_T.AUDIO, "fal-ai/kokoro/american-english"),
)
TEXTS = tuple(case for case in CASES if case.type is _T.TEXT)
JOBS = tuple(case for case in CASES if case.poll is not None)
BATCHES = tuple(case for case in CASES if case.batch)
NOT_APPLICABLE = {
    "kill and resume": (
        "the answer is the result: a call that was cut leaves nothing to ask for again",
        tuple(case for case in CASES if case.poll is None),
    ),
    "partial batch": (
        "one call makes one result",
        tuple(case for case in CASES if not case.batch),
    ),
    "streams": (
        "the answer is not a stream of text",
        tuple(case for case in CASES if case.type is not _T.TEXT),
    ),
}
"""Rows of the suite that some cells do not have, and why; each has a test of its own."""
