"""Sample: the built-in provider. Offline, free, a simulation, and real media all the same.

Films and music behave like jobs at a remote service. Nothing about them is kept in memory: what
the accepted job carries, together with the stored request, is enough to go on after a kill.
"""

from __future__ import annotations

import time
from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType, JsonValue, RemoteJob, Usage
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.base import (
    BaseProvider,
    CancelOutcome,
    Capabilities,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.providers.sample.failures import AFTER_ACCEPTANCE, failure
from mediadesk.providers.sample.models import LONG_JOBS, MODELS, NO_FAILURE, SAMPLE
from mediadesk.providers.sample.render import render
from mediadesk.providers.sample.requests import MIMES, render_request
from mediadesk.providers.sample.text import write_text

CHUNK_BYTES = 256 * 1024
_POLL_S = 0.5


class SampleProvider(BaseProvider):
    """Makes text, pictures, films and sound from the prompt's words, on this computer."""

    id: ClassVar[ProviderId] = SAMPLE
    label: ClassVar[str] = "Sample (simulation)"
    short_label: ClassVar[str] = "Sa"
    types: ClassVar[tuple[GenerationType, ...]] = tuple(GenerationType)
    capabilities: ClassVar[Capabilities] = Capabilities(
        cancels=True, resumes=True, needs_key=False, is_offline=True
    )
    models: ClassVar[tuple[ModelSpec, ...]] = MODELS
    slots: ClassVar[int] = 2

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Make the results. Raises ``ProviderError`` where a failure is to be simulated."""
        seed = _seed_of(request, context)
        await context.submitting()
        _fail(request, is_running=False)
        if request.type is GenerationType.TEXT:
            return await write_text(request, context, seed, _failure_kind(request))
        if request.model.id in LONG_JOBS:
            job = _accepted_job(request, context, seed)
            await context.accepted(job)
            return await self.resume(job, request, context)
        await _wait(context, _delay_of(request))
        return await _deliver(request, context, seed)

    async def resume(
        self, job: RemoteJob, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Wait until the job would be ready, then fetch its result."""
        ready = job.data.get("ready_ms")
        remaining = (ready / 1000 - time.time()) if isinstance(ready, int | float) else 0.0
        await _wait(context, min(remaining, _delay_of(request)))
        _fail(request, is_running=True)
        seed = job.data.get("seed")
        return await _deliver(request, context, seed if isinstance(seed, int) else 0)

    async def cancel(self, job: RemoteJob) -> CancelOutcome:
        """The render process ends with the call that asked for it; nothing is ever due."""
        return CancelOutcome.FREE

    async def check_key(self) -> KeyStatus:
        """There is no key to check."""
        return KeyStatus(True, "Works offline, without a key.", len(MODELS))


def _seed_of(request: ProviderRequest, context: GenerationContext) -> int:
    seed = request.parameters.get("seed")
    if isinstance(seed, int):
        return seed + request.first_result
    # The last bits of the attempt's id are random, and the same when it is picked up again.
    return context.attempt_id.int & 0x7FFFFFFF


def _delay_of(request: ProviderRequest) -> float:
    delay = request.parameters.get("delay_s", 0.0)
    return float(delay) if isinstance(delay, int | float) else 0.0


def _failure_kind(request: ProviderRequest) -> ProviderErrorKind | None:
    name = request.parameters.get("simulate_failure", NO_FAILURE)
    return None if name == NO_FAILURE else ProviderErrorKind(str(name))


def _fail(request: ProviderRequest, *, is_running: bool) -> None:
    """Raise the simulated failure if it belongs here.

    A text breaks off half-way by itself, and a long job can fail after it was accepted.
    """
    kind = _failure_kind(request)
    if kind is None:
        return
    is_text = request.type is GenerationType.TEXT
    if is_text and kind is ProviderErrorKind.INTERRUPTED:
        return
    is_late = request.model.id in LONG_JOBS and kind in AFTER_ACCEPTANCE
    if is_late == is_running:
        raise failure(kind)


def _accepted_job(request: ProviderRequest, context: GenerationContext, seed: int) -> RemoteJob:
    ready_ms = round((time.time() + _delay_of(request)) * 1000)
    data: dict[str, JsonValue] = {"seed": seed, "ready_ms": ready_ms}
    return RemoteJob(f"sample-{context.attempt_id}", data=data)


async def _wait(context: GenerationContext, seconds: float) -> None:
    remaining = seconds
    while remaining > 0:
        await context.progress(None, "Waiting in the sample queue")
        step = min(_POLL_S, remaining)
        await context.sleep(step)
        remaining -= step


async def _deliver(
    request: ProviderRequest, context: GenerationContext, seed: int
) -> GenerationResult:
    count = request.result_count
    inputs = [await one.read() for one in request.inputs]
    for index in range(count):
        stage = "Rendering" if count == 1 else f"Rendering {index + 1} of {count}"

        async def on_progress(share: float, done: int = index, stage: str = stage) -> None:
            await context.progress((done + share) / count, stage)

        await on_progress(0.0)
        data = await render(
            render_request(request, seed + index), inputs, on_progress, context.preview
        )
        await _store(request, context, index, data)
    return GenerationResult(
        finish_reason=FinishReason.COMPLETE,
        usage=Usage(images=count if request.type is GenerationType.IMAGE else None),
        notes={"seed": str(seed), "origin": "simulation"},
    )


async def _store(
    request: ProviderRequest, context: GenerationContext, index: int, data: bytes
) -> None:
    if index == 0:
        await context.fetching()
    sink = await context.sink(index, MIMES[request.type])
    for at in range(0, len(data), CHUNK_BYTES):
        await sink.write(data[at : at + CHUNK_BYTES])
    await sink.finish()
