"""A provider that does what a test tells it, call by call, and counts what reached it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from mediadesk.domain.catalog import (
    FREE_PRICING,
    AudioKind,
    InputRole,
    ModelSpec,
    Price,
    PriceUnit,
    Pricing,
)
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob, Usage
from mediadesk.domain.ids import AttemptId, ProviderId
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec
from mediadesk.providers.base import (
    BaseProvider,
    CancelOutcome,
    Capabilities,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)

SCRIPTED = ProviderId("scripted")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
CENT = 10_000
IMAGE_PRICE = 4 * CENT
_PRICED = Pricing(
    (Price(PriceUnit.INPUT_TOKEN, 1_000_000), Price(PriceUnit.OUTPUT_TOKEN, 10_000_000)),
    "price page",
    date(2026, 11, 1),
)
_PER_IMAGE = Pricing((Price(PriceUnit.IMAGE, IMAGE_PRICE),), "price page", date(2026, 11, 1))

Step = Callable[[ProviderRequest, GenerationContext], Awaitable[GenerationResult]]


def _model(
    id: str, type: GenerationType, pricing: Pricing = _PER_IMAGE, **more: object
) -> ModelSpec:
    return ModelSpec(SCRIPTED, id, id.title(), (type,), pricing=pricing, **more)  # type: ignore[arg-type]


MODELS = (
    _model(
        "text",
        GenerationType.TEXT,
        _PRICED,
        parameters=(
            ParameterSpec("max_tokens", ParameterKind.INTEGER, "Length", default=1000, minimum=1),
            ParameterSpec("system_prompt", ParameterKind.LONG_TEXT, "System prompt"),
        ),
        streams_text=True,
        can_continue=True,
        maximum_output_tokens=1000,
    ),
    _model(
        "free-text",
        GenerationType.TEXT,
        FREE_PRICING,
        can_continue=True,
        input_roles=(InputRole("picture", "Picture", maximum_bytes=100_000),),
    ),
    _model(
        "image",
        GenerationType.IMAGE,
        maximum_results=4,
        parameters=(
            ParameterSpec(
                "style",
                ParameterKind.CHOICE,
                "Style",
                default="calm",
                choices=(Choice("calm", "Calm"), Choice("wild", "Wild")),
            ),
        ),
        input_roles=(InputRole("image", "Picture", maximum_bytes=100_000),),
    ),
    _model("batch", GenerationType.IMAGE, maximum_results=4, results_per_call=4),
    _model("other", GenerationType.IMAGE),
    _model("video", GenerationType.VIDEO, is_resumable=True, maximum_results=4),
    _model("voice", GenerationType.AUDIO, maximum_prompt_length=40, audio_kind=AudioKind.SPEECH),
    _model("mystery", GenerationType.IMAGE, Pricing()),
)


@dataclass
class Script:
    """What the next calls do, and what was called. ``cancel_says`` answers cancellations."""

    steps: list[Step] = field(default_factory=list)
    resume_steps: list[Step] = field(default_factory=list)
    cancel_says: CancelOutcome = CancelOutcome.UNKNOWN
    finds: bool = True
    submissions: int = 0
    submitted: list[AttemptId] = field(default_factory=list)
    resumes: int = 0
    cancels: int = 0
    running: int = 0
    most_running: int = 0
    requests: list[ProviderRequest] = field(default_factory=list)


class ScriptedProvider(BaseProvider):
    """Made by ``scripted``; without a step it delivers one good result."""

    id: ClassVar[ProviderId] = SCRIPTED
    label: ClassVar[str] = "Scripted"
    short_label: ClassVar[str] = "Sc"
    types: ClassVar[tuple[GenerationType, ...]] = tuple(GenerationType)
    capabilities: ClassVar[Capabilities] = Capabilities(
        cancels=True, resumes=True, looks_up=True, needs_key=False
    )
    models: ClassVar[tuple[ModelSpec, ...]] = MODELS
    key_prefixes: ClassVar[tuple[str, ...]] = ("scr-",)
    slots: ClassVar[int] = 2
    script: ClassVar[Script] = Script()

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Do the next step of the script."""
        script = self.script
        script.requests.append(request)
        script.running += 1
        script.most_running = max(script.most_running, script.running)
        try:
            step = script.steps.pop(0) if script.steps else deliver
            return await step(request, CountingContext(context, script))  # type: ignore[arg-type]
        finally:
            script.running -= 1

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Do the next resume step of the script."""
        self.script.resumes += 1
        step = self.script.resume_steps.pop(0) if self.script.resume_steps else fetch
        return await step(request, context)

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """Say what the script says."""
        self.script.cancels += 1
        return self.script.cancel_says

    async def look_up(self, job: RemoteJob | None, request_id: str | None) -> RemoteJob | None:
        """Find the job where the script says so."""
        return (job or RemoteJob("found")) if self.script.finds else None

    async def check_key(self) -> KeyStatus:
        """A key works when it ends in “good”."""
        works = (self.account.key or "").endswith("good")
        return KeyStatus(works, "The key works." if works else "The key was refused.")


def scripted(script: Script, **attributes: object) -> tuple[type[BaseProvider], ...]:
    """Adapters for ``open_services`` that follow ``script``."""
    return (type("Scripted", (ScriptedProvider,), {"script": script, **attributes}),)


class CountingContext:
    """The real context, with submissions counted."""

    def __init__(self, context: GenerationContext, script: Script) -> None:
        self._context = context
        self._script = script

    def __getattr__(self, name: str) -> object:
        return getattr(self._context, name)

    async def submitting(self) -> None:
        """Count, after the state is committed."""
        await self._context.submitting()
        self._script.submissions += 1
        self._script.submitted.append(self._context.attempt_id)


async def deliver(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
    """Submit and deliver every result asked for."""
    await context.submitting()
    if request.type is GenerationType.TEXT:
        context.text("Hello ")
        context.text("world")
        return GenerationResult(
            ("Hello world",), usage=Usage(input_tokens=10, output_tokens=20), request_id="r-1"
        )
    return await fetch(request, context)


async def fetch(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
    """Deliver every result asked for, without submitting."""
    for index in range(request.result_count):
        sink = await context.sink(index, "image/png")
        await sink.write(PNG + f"{request.first_result + index} {request.prompt}".encode())
        await sink.finish()
    return GenerationResult(usage=Usage(images=request.result_count))


async def accept_then_hang(
    request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """A remote job that never gets ready."""
    await context.submitting()
    await context.accepted(RemoteJob("job-1", {"status": "https://example.com/job-1"}))
    await context.progress(0.5, "Rendering")
    return await hang()


async def stream_then_hang(
    request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """A stream that stops without an end."""
    await context.submitting()
    context.text("Half a sen")
    return await hang()


async def stream_then_break_off(
    request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """A stream that ends without its terminal event."""
    await context.submitting()
    context.text("Half a sen")
    return GenerationResult(("Half a sen",), finish_reason=FinishReason.INTERRUPTED)


async def hang() -> GenerationResult:
    """Wait until cancelled."""
    await asyncio.Event().wait()
    raise AssertionError("unreachable")


def failing(error: Exception, *, after_submitting: bool = True) -> Step:
    """A step that raises."""

    async def step(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        if after_submitting:
            await context.submitting()
        raise error

    return step
