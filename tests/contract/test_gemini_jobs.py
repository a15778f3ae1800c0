"""Gemini’s jobs: accepted, polled, fetched, resumed, and everything that goes wrong."""

from typing import Any

import pytest

from mediadesk.domain.errors import (
    Billed,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob
from mediadesk.domain.sniff import MP4, sniff
from mediadesk.providers.base import (
    BaseProvider,
    CancelOutcome,
)
from tests.contract.conftest import make_request, picture
from tests.contract.gemini_calls import (
    IMAGE,
    JOBS,
    LEGACY,
    MUSIC,
    OMNI,
    failure,
    made,
    submitted,
    video,
)
from tests.fakes.context import FakeContext, FakeSink
from tests.simulator import Simulator
from tests.simulator.media import mp4, png

_T = GenerationType
_K = ProviderErrorKind


async def test_the_job_is_committed_before_it_is_asked_for(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(JOBS, polls=3)
    result, context = await made(gemini, video(gemini))
    events = [event for event in context.events if not event.startswith("progress")]
    assert events == ["submitting", "accepted", "fetching"]
    assert context.events[2:5] == ["progress Queued", "progress Working", "progress Working"]
    assert context.sleeps == [10.0, 10.0, 10.0]
    assert sniff(context.results[0]) is MP4
    assert (result.usage.seconds, result.usage.output_tokens) == (8.0, 42)


async def test_a_killed_job_is_resumed_and_not_sent_again(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    job = await submitted(gemini, simulator)
    context = FakeContext()
    result = await gemini.resume(job, video(gemini), context)
    assert context.results == [mp4()]
    assert result.finish_reason is FinishReason.COMPLETE
    assert len(simulator.submissions) == 1
    assert "submitting" not in context.events


async def test_a_job_that_is_gone_has_expired(gemini: BaseProvider, simulator: Simulator) -> None:
    job = await submitted(gemini, simulator)
    assert await gemini.look_up(job, None) == job
    simulator.forget()
    with pytest.raises(ProviderError) as caught:
        await gemini.resume(job, video(gemini), FakeContext())
    assert (caught.value.kind, caught.value.billed) == (_K.EXPIRED, Billed.UNKNOWN)
    assert await gemini.look_up(job, None) is None
    assert await gemini.look_up(None, "x") is None


POLL_FAULTS = {
    "wrong_key": _K.AUTH,
    "forbidden": _K.PERMISSION,
    "rate_limit": _K.RATE_LIMIT,
    "bad_parameter": _K.BAD_REQUEST,
    "server_error": _K.SERVER,
    "overloaded": _K.OVERLOADED,
    "cut_before_headers": _K.NETWORK,
    "reset": _K.NETWORK,
    "cut_after_headers": _K.INTERRUPTED,
    "wrong_type": _K.MALFORMED,
    "malformed_json": _K.MALFORMED,
    "endless": _K.MALFORMED,
    "redirect": _K.MALFORMED,
}


@pytest.mark.parametrize("model", [OMNI, "veo-3.1-generate-001"])
@pytest.mark.parametrize("fault", POLL_FAULTS)
async def test_no_failure_of_a_poll_reads_as_a_refused_run(
    gemini: BaseProvider, simulator: Simulator, fault: str, model: str
) -> None:
    poll = "/interactions/v1_job1" if model == OMNI else "/operations/op1"
    simulator.plan(poll, fault)
    context = FakeContext()
    request = make_request(gemini, _T.VIDEO, model, "A cat")
    with pytest.raises(ProviderError) as caught:
        await gemini.generate(request, context)
    assert caught.value.kind is POLL_FAULTS[fault]
    assert caught.value.billed is Billed.UNKNOWN
    assert context.results == []
    again = FakeContext()
    await gemini.resume(context.jobs[0], request, again)
    assert again.results == [mp4()]
    assert len(simulator.submissions) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("expired_link", _K.EXPIRED),
        ("cut_after_headers", _K.INTERRUPTED),
        ("rate_limit", _K.RATE_LIMIT),
        ("server_error", _K.SERVER),
        ("redirect", _K.MALFORMED),
    ],
)
async def test_a_failed_download_can_be_made_up_for(
    gemini: BaseProvider, simulator: Simulator, fault: str, kind: ProviderErrorKind
) -> None:
    simulator.plan(":download", fault)
    context = FakeContext()
    with pytest.raises(ProviderError) as caught:
        await gemini.generate(video(gemini), context)
    assert (caught.value.kind, caught.value.billed) == (kind, Billed.UNKNOWN)
    assert context.results == []
    again = FakeContext()
    await gemini.resume(context.jobs[0], video(gemini), again)
    assert again.results == [mp4()]


@pytest.mark.parametrize("suffix", ["", ":download?alt=media", "?x=1"])
async def test_every_way_to_name_a_stored_file(
    gemini: BaseProvider, simulator: Simulator, suffix: str
) -> None:
    simulator.plan(JOBS, uri_suffix=suffix)
    _, context = await made(gemini, video(gemini))
    assert context.results == [mp4()]


async def test_inline_video_is_read_too(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(JOBS, inline=True)
    _, context = await made(gemini, video(gemini))
    assert context.results == [mp4()]


async def test_a_result_elsewhere_is_not_opened_and_gets_no_key(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(JOBS, uri=f"{elsewhere.root_url}/v1beta/files/result1:download?alt=media")
        error = await failure(gemini, video(gemini))
        assert elsewhere.requests == []
    assert error.kind is _K.MALFORMED
    assert error.billed is Billed.UNKNOWN


async def test_a_redirect_of_the_download_carries_no_key(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(":download", "redirect", location=f"{elsewhere.root_url}/x")
        await failure(gemini, video(gemini))
        assert elsewhere.requests == []


@pytest.mark.parametrize(
    ("status", "errors", "kind", "billed"),
    [
        ("failed", [{"code": "internal", "message": "It broke."}], _K.SERVER, Billed.FREE),
        ("failed", [{"code": "content_blocked", "message": "No."}], _K.BLOCKED, Billed.FREE),
        ("failed", [], _K.SERVER, Billed.FREE),
        ("budget_exceeded", [], _K.CREDIT, Billed.FREE),
        ("incomplete", [], _K.SERVER, Billed.FREE),
        ("requires_action", [], _K.MALFORMED, Billed.UNKNOWN),
    ],
)
async def test_jobs_that_fail(
    gemini: BaseProvider,
    simulator: Simulator,
    status: str,
    errors: list[dict[str, str]],
    kind: ProviderErrorKind,
    billed: Billed,
) -> None:
    simulator.plan(JOBS, status=status, errors=errors)
    error = await failure(gemini, video(gemini))
    assert (error.kind, error.billed) == (kind, billed)
    assert all(one["message"] in error.message for one in errors)


async def test_cancelling(gemini: BaseProvider, simulator: Simulator) -> None:
    job = await submitted(gemini, simulator)
    assert await gemini.cancel(job) is CancelOutcome.UNKNOWN
    with pytest.raises(ProviderError) as caught:
        await gemini.resume(job, video(gemini), FakeContext())
    error = caught.value
    assert error.billed is Billed.UNKNOWN
    assert "cancelled" in error.message


async def test_cancelling_too_late_is_charged(gemini: BaseProvider, simulator: Simulator) -> None:
    _, context = await made(gemini, video(gemini))
    assert await gemini.cancel(context.jobs[0]) is CancelOutcome.CHARGED
    old = RemoteJob("models/veo/operations/op1", data={"operation": True})
    assert await gemini.cancel(old) is CancelOutcome.NOT_POSSIBLE


async def test_a_job_that_never_ends_is_left(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(JOBS, polls=10_000)
    context = FakeContext()
    with pytest.raises(ProviderError) as caught:
        await gemini.generate(video(gemini), context)
    assert caught.value.kind is _K.TIMEOUT
    assert sum(context.sleeps) <= 3_700


@pytest.mark.parametrize("name", ["", "../models", "a/b", "x" * 400, "a b", 7, None])
async def test_a_job_without_a_usable_id_is_open(
    gemini: BaseProvider, simulator: Simulator, name: Any
) -> None:
    document = {"id": name, "name": name if name != "a/b" else "..", "status": "queued"}
    simulator.plan(JOBS, "status", status=200, document=document)
    simulator.plan(LEGACY, "status", status=200, document=document)
    for model in (OMNI, "veo-3.1-generate-001"):
        error = await failure(gemini, make_request(gemini, _T.VIDEO, model, "A cat"))
        assert error.kind is _K.MALFORMED
        assert error.billed is Billed.UNKNOWN
    assert len(simulator.requests) == 2


async def test_inputs_that_a_stored_job_repeats_are_not_results(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(JOBS, echo=True, size=(32, 16), polls=3)
    request = make_request(gemini, _T.IMAGE, IMAGE, parameters={"background": True})
    _, context = await made(gemini, request)
    assert len(context.sleeps) == 3
    (data,) = context.results
    assert data == png(32, 16, 3)


async def test_inputs_that_a_stored_job_repeats_are_written_only_once(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """Each poll sealed the given pictures on the disk anew, and threw them away again."""
    opened: list[int] = []

    class Counting(FakeContext):
        async def sink(self, index: int, declared_mime: str) -> FakeSink:
            opened.append(index)
            return await super().sink(index, declared_mime)

    simulator.plan(JOBS, echo=True, size=(32, 16), polls=5)
    request = make_request(gemini, _T.IMAGE, IMAGE, parameters={"background": True})
    context = Counting()
    await gemini.generate(request, context)
    assert context.results == [png(32, 16, 3)]
    assert opened == [0, 1]


async def test_inputs_that_are_repeated_no_longer_hide_no_result(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(JOBS, echo="until the end", size=(32, 16), polls=3)
    request = make_request(gemini, _T.IMAGE, IMAGE, parameters={"background": True})
    _, context = await made(gemini, request)
    assert context.results == [png(32, 16, 3)]
    assert len(simulator.submissions) == 1


async def test_an_input_that_is_repeated_is_no_result_of_a_poll_that_broke_off(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """The given picture arrived whole before the cut, and was kept as the result of the run."""
    simulator.plan(JOBS, echo=True, size=(512, 512), polls=1)
    simulator.plan("/interactions/v1_job1", "cut_after_headers")
    request = make_request(gemini, _T.IMAGE, IMAGE, parameters={"background": True})
    context = FakeContext()
    with pytest.raises(ProviderError, match="closed before the answer was complete"):
        await gemini.generate(request, context)
    assert context.results == []
    again = FakeContext()
    await gemini.resume(context.jobs[0], request, again)
    assert again.results == [png(512, 512, 3)]


async def test_lyrics_come_with_the_music(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(JOBS, text="La la la")
    cover = picture(png(2, 2), "a.png")
    request = make_request(gemini, _T.AUDIO, MUSIC, "A song", inputs=(cover,))
    result, context = await made(gemini, request)
    assert result.texts == ("La la la",)
    assert len(context.results) == 1
    (step,) = simulator.requests[0]["body"]["json"]["input"]
    assert [part["type"] for part in step["content"]] == ["image", "text"]
