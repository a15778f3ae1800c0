"""The sample provider through the provider contract: real media, real processes, no network."""

import asyncio
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType, RemoteJob
from mediadesk.domain.parameters import ParameterKind, ParameterValue, check_parameters
from mediadesk.domain.sniff import AVI, PNG, WAV, sniff
from mediadesk.providers.adapters.sample import SampleProvider
from mediadesk.providers.base import Account, CancelOutcome, ProviderInput, ProviderRequest, Turn
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.sample.media.text import SIMULATION_NOTE
from mediadesk.providers.sample.models import (
    IMAGE_MODEL,
    MODELS,
    MUSIC_MODEL,
    TEXT_MODEL,
    VIDEO_MODEL,
    VOICE_MODEL,
    picture_size,
)
from tests.fakes.context import FakeContext

QUICK: Mapping[str, dict[str, ParameterValue]] = {
    TEXT_MODEL.id: {},
    IMAGE_MODEL.id: {"size": "small"},
    VIDEO_MODEL.id: {"size": "360x640", "duration": 4, "frames_per_second": 12, "sound": False},
    MUSIC_MODEL.id: {"duration": 3.0},
    VOICE_MODEL.id: {},
}


@pytest.fixture
def provider() -> SampleProvider:
    return SampleProvider(Account(), HttpRoom())


def request_for(
    model: ModelSpec,
    *,
    inputs: tuple[ProviderInput, ...] = (),
    turns: tuple[Turn, ...] = (),
    result_count: int = 1,
    first_result: int = 0,
    **parameters: ParameterValue,
) -> ProviderRequest:
    values = {"delay_s": 0.0, **QUICK[model.id], **parameters}
    return ProviderRequest(
        model.types[0],
        model,
        "A lighthouse by the sea",
        check_parameters(model.parameters, values),
        inputs=inputs,
        turns=turns,
        result_count=result_count,
        first_result=first_result,
    )


async def made(provider: SampleProvider, request: ProviderRequest) -> list[bytes]:
    context = FakeContext()
    await provider.generate(request, context)
    return context.results


def picture_input(data: bytes) -> ProviderInput:
    async def read() -> bytes:
        return data

    return ProviderInput("reference", GenerationType.IMAGE, "image/png", len(data), "a.png", read)


def children() -> set[int]:
    """Processes that this one started and that still run."""
    found = set()
    for task in Path("/proc/self/task").iterdir():
        found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found


def test_models_cover_every_type_and_every_kind_of_control() -> None:
    assert {kind for model in MODELS for kind in model.types} == set(GenerationType)
    kinds = {spec.kind for model in MODELS for spec in model.parameters}
    assert kinds == set(ParameterKind)
    assert all(model.pricing.is_free for model in MODELS)
    assert all("simulation" in model.label for model in MODELS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_defaults_are_values_that_pass_the_check(model: ModelSpec) -> None:
    values = check_parameters(model.parameters, {})
    assert check_parameters(model.parameters, values) == values


def test_picture_sizes_are_within_the_renderer_s_limits() -> None:
    specs = {spec.name: spec for spec in IMAGE_MODEL.parameters}
    for ratio in specs["aspect_ratio"].choices:
        for size in specs["size"].choices:
            width, height = picture_size(ratio.value, size.value)
            assert 256 <= width <= 2048
            assert 256 <= height <= 2048


async def test_it_needs_no_key(provider: SampleProvider) -> None:
    assert not provider.capabilities.needs_key
    assert (await provider.check_key()).works
    assert list(await provider.available_models()) == list(MODELS)


async def test_text_streams_and_says_what_it_is(provider: SampleProvider) -> None:
    context = FakeContext()
    result = await provider.generate(request_for(TEXT_MODEL, seed=3, delay_s=2.0), context)
    assert result.texts == (context.streamed,)
    assert len(context.deltas) > 100
    assert SIMULATION_NOTE in context.streamed
    assert sum(context.sleeps) == pytest.approx(2.0, rel=0.1)
    assert context.events == ["submitting"]


async def test_text_parameters_are_followed(provider: SampleProvider) -> None:
    request = request_for(
        TEXT_MODEL, seed=3, form="poem", audience="night owls", points="spring tides\nfoghorns"
    )
    (text,) = (await provider.generate(request, FakeContext())).texts
    assert "*Written for night owls.*" in text
    assert "  \n" in text, "lines of verse"
    continued = request_for(TEXT_MODEL, seed=3, turns=(Turn("user", "Tell me about foghorns"),))
    (answer,) = (await provider.generate(continued, FakeContext())).texts
    assert "foghorns" in answer


async def test_pictures_have_the_asked_size_and_a_preview(provider: SampleProvider) -> None:
    context = FakeContext()
    request = request_for(IMAGE_MODEL, seed=5, aspect_ratio="16:9", result_count=2)
    result = await provider.generate(request, context)
    assert [sniff(data) for data in context.results] == [PNG, PNG]
    assert {Image.open(io.BytesIO(data)).size for data in context.results} == {(512, 288)}
    assert context.results[0] != context.results[1]
    assert len(context.previews) == 2
    assert result.notes["seed"] == "5"


async def test_results_do_not_depend_on_how_calls_are_cut(provider: SampleProvider) -> None:
    together = await made(provider, request_for(IMAGE_MODEL, seed=5, result_count=2))
    alone = await made(provider, request_for(IMAGE_MODEL, seed=5, first_result=1))
    assert alone == together[1:]


async def test_without_a_seed_every_attempt_is_new(provider: SampleProvider) -> None:
    request = request_for(IMAGE_MODEL)
    assert await made(provider, request) != await made(provider, request)


async def test_a_picture_from_a_picture(provider: SampleProvider) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (80, 60), "#b03020").save(stream, "PNG")
    inputs = (picture_input(stream.getvalue()),)
    plain = await made(provider, request_for(IMAGE_MODEL, seed=5))
    changed = await made(provider, request_for(IMAGE_MODEL, seed=5, inputs=inputs))
    assert plain != changed


async def test_a_broken_input_is_told_in_words(provider: SampleProvider) -> None:
    request = request_for(IMAGE_MODEL, inputs=(picture_input(b"no picture"),))
    with pytest.raises(ProviderError, match="input picture cannot be read") as caught:
        await provider.generate(request, FakeContext())
    assert caught.value.kind is ProviderErrorKind.BAD_REQUEST


@pytest.mark.parametrize("model", [VIDEO_MODEL, MUSIC_MODEL], ids=lambda model: model.id)
async def test_long_jobs_are_accepted_first_and_can_be_picked_up(model: ModelSpec) -> None:
    request = request_for(model, delay_s=1.0)
    first = FakeContext()
    await SampleProvider(Account(), HttpRoom()).generate(request, first)
    assert first.events[:2] == ["submitting", "accepted"]
    assert first.events[-1] == "fetching"
    assert sum(first.sleeps) == pytest.approx(1.0, abs=0.3)
    (job,) = first.jobs
    # As after a kill: another process knows the stored job and the stored request, nothing else.
    stored = RemoteJob(job.id, dict(job.urls), dict(job.data))
    again = FakeContext()
    await SampleProvider(Account(), HttpRoom()).resume(stored, request, again)
    assert again.results == first.results
    assert again.jobs == []
    assert "submitting" not in again.events
    assert sniff(again.results[0]) is (AVI if model is VIDEO_MODEL else WAV)


async def test_a_voice_speaks(provider: SampleProvider) -> None:
    (data,) = await made(provider, request_for(VOICE_MODEL, voice="deep"))
    assert sniff(data) is WAV


@pytest.mark.parametrize("kind", ProviderErrorKind)
@pytest.mark.parametrize(
    "model", [TEXT_MODEL, IMAGE_MODEL, MUSIC_MODEL], ids=lambda model: model.id
)
async def test_every_failure_can_be_seen(
    provider: SampleProvider, model: ModelSpec, kind: ProviderErrorKind
) -> None:
    context = FakeContext()
    with pytest.raises(ProviderError) as caught:
        await provider.generate(request_for(model, simulate_failure=kind.value), context)
    assert caught.value.kind is kind
    assert caught.value.message.startswith("Simulated: ")
    assert context.events[0] == "submitting"
    assert context.results == []
    late = {ProviderErrorKind.EXPIRED, ProviderErrorKind.INTERRUPTED, ProviderErrorKind.MALFORMED}
    assert bool(context.jobs) == (model is MUSIC_MODEL and kind in late)
    assert bool(context.deltas) == (
        model is TEXT_MODEL and kind is ProviderErrorKind.INTERRUPTED
    ), "a text that breaks off has begun"


async def test_cancelling_ends_the_render_process(provider: SampleProvider) -> None:
    before = children()
    started = asyncio.Event()

    class Watching(FakeContext):
        def preview(self, image: bytes) -> None:
            super().preview(image)
            started.set()

    context = Watching()
    long = request_for(VIDEO_MODEL, size="1280x720", duration=8, frames_per_second=30)
    task = asyncio.ensure_future(provider.generate(long, context))
    await started.wait()
    assert children() - before
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert children() - before == set()
    assert await provider.cancel(context.jobs[0]) is CancelOutcome.FREE


def test_the_window_s_process_never_loads_the_renderers() -> None:
    """Decoding and drawing belong to the render process: here they would hold up the window."""
    code = (
        "import sys, mediadesk.providers.adapters.sample;"
        "sys.exit(any(name.split('.')[0] == 'PIL' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=dict(os.environ), timeout=60)
    assert done.returncode == 0
