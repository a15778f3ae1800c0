"""One case for each adapter and kind: what is asked for, and where the billable request goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.base import Account, BaseProvider, ProviderRequest
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.http import HttpRoom
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

    def __str__(self) -> str:
        return f"{self.provider}-{self.model}"

    def account(self, simulator: Simulator, key: str = KEY) -> Account:
        """An account that leads to the simulator."""
        return Account(simulator.root_url + self.base, key)

    def connect(self, http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
        """The adapter under test."""
        account = self.account(simulator, key)
        return ProviderFactory(http).create(ProviderId(self.provider), account)

    def request(self, provider: BaseProvider, prompt: str = "Hello") -> ProviderRequest:
        """A request as the runner builds it."""
        return make_request(
            provider, self.type, self.model, prompt, parameters=dict(self.parameters)
        )


_AGENT_VEO = "publishers/google/models/veo-3.1-generate-001"


def _openrouter(type: GenerationType, model: str, path: str) -> Case:
    return Case("openrouter", type, model, path, base="/api/v1", key_path="/key")


def _fal(type: GenerationType, model: str) -> Case:
    key_path = "/v1/models/pricing"
    return Case("fal", type, model, f"/{model}", keyless="/fal-media/", key_path=key_path)


CASES = (
    Case("anthropic", GenerationType.TEXT, "claude-sonnet-5-5", "/v1/messages"),
    Case("gemini", GenerationType.TEXT, "gemini-3.8-flash", ":streamGenerateContent"),
    Case("gemini", GenerationType.IMAGE, "gemini-nano-banana-2.1", ":generateContent"),
    Case("gemini", GenerationType.AUDIO, "gemini-3.8-flash-lite-tts", ":generateContent"),
    Case("gemini", GenerationType.VIDEO, "gemini-omni-1.2-flash", "/interactions"),
    Case("gemini", GenerationType.AUDIO, "lyria-3.5", "/interactions"),
    Case("gemini", GenerationType.VIDEO, "veo-3.1-generate-001", ":predictLongRunning"),
    Case("veo3", GenerationType.VIDEO, "gemini-omni-1.2-flash", "/interactions"),
    Case("veo3", GenerationType.VIDEO, _AGENT_VEO, ":predictLongRunning"),
    Case("nano-banana", GenerationType.IMAGE, "gemini-3-pro-image", ":generateContent"),
    _openrouter(GenerationType.TEXT, "openai/gpt-6-luna", "/chat/completions"),
    _openrouter(GenerationType.IMAGE, "google/gemini-nano-banana-2.1", "/images"),
    _openrouter(GenerationType.VIDEO, "google/veo-3.1", "/videos"),
    _openrouter(GenerationType.AUDIO, "google/gemini-3.8-flash-tts", "/audio/speech"),
    _fal(GenerationType.IMAGE, "fal-ai/flux/schnell"),
    _fal(GenerationType.VIDEO, "fal-ai/veo3.1"),
    _fal(GenerationType.AUDIO, "fal-ai/kokoro/american-english"),
)
TEXTS = tuple(case for case in CASES if case.type is GenerationType.TEXT)
MEDIA = tuple(case for case in CASES if case.type is not GenerationType.TEXT)
