"""Gemini's jobs: interactions in the background, and the older protocol of Imagen and Veo."""

import asyncio
import base64
from typing import Any

import pytest

from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import Billed, InvalidInputError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.domain.sniff import MP3, MP4, PNG, sniff
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    CancelOutcome,
    GenerationResult,
    ProviderInput,
    ProviderRequest,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.http import HttpRoom
from tests.contract.canonical import camel, canonical, captured
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import mp4, png

_T = GenerationType
_K = ProviderErrorKind
OMNI, MUSIC, IMAGE = "gemini-omni-1.2-flash", "lyria-3.5", "gemini-nano-banana-2.1"
VEO, IMAGEN = "veo-3.1-generate-preview", "imagen-4.0-generate-001"
JOBS, LEGACY = "/interactions", ":predictLongRunning"
DOT = base64.b64decode("iVBORw==")


@pytest.fixture
def gemini(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(simulator.root_url, KEY)
    return ProviderFactory(http).create(ProviderId("gemini"), account)


def given(role: str, type: GenerationType = _T.VIDEO, size: int = 100) -> ProviderInput:
    async def read() -> bytes:
        return bytes(size)

    mime = "video/mp4" if type is _T.VIDEO else "image/png"
    return ProviderInput(role, type, mime, size, "in.bin", read)


def video(provider: BaseProvider, prompt: str = "A cat", **more: Any) -> ProviderRequest:
    return make_request(provider, _T.VIDEO, OMNI, prompt, **more)


async def made(
    provider: BaseProvider, request: ProviderRequest
) -> tuple[GenerationResult, FakeContext]:
    context = FakeContext()
    return await provider.generate(request, context), context


async def failure(provider: BaseProvider, request: ProviderRequest) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        await provider.generate(request, FakeContext())
    return caught.value


# ------------------------------------------------------------------- equal to the recorded calls


async def test_video_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    _, context = await made(gemini, video(gemini, "A marble rolling on wood"))
    create, *polls, state, fetch = map(canonical, simulator.requests)
    assert create == captured("interactions_create_video_background", "gemini")
    expected = captured("interactions_get", "gemini")
    expected["path"] = "/v1/interactions/v1_job1"
    del expected["headers"]["content-type"]  # of a body that is not there
    assert polls[0] == expected
    download = captured("files_download", "gemini")
    assert (state["method"], state["path"]) == ("GET", "/v1/files/result1")
    assert (fetch["path"], fetch["query"]) == ("/v1/files/result1:download", download["query"])
    assert fetch["headers"] == {"x-goog-api-key": "<api-key>"}
    assert context.results == [mp4()]


async def test_picture_to_video_equals_the_recorded_call(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """Recorded without the background, in which every video is made here."""
    parameters: Parameters = {"aspect_ratio": "9:16", "duration": 5, "resolution": "720p"}
    frame = picture(base64.b64decode("iVBORw0KGgo="), "in.png", "first_frame")
    request = bare_request(gemini, _T.VIDEO, OMNI, "the cube rotates", parameters, inputs=(frame,))
    await gemini.generate(request, FakeContext())
    expected = captured("interactions_create_image_to_video", "gemini")
    expected["body"]["json"] |= {"background": True, "store": True}
    assert canonical(simulator.requests[0]) == expected


async def test_music_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    request = make_request(gemini, _T.AUDIO, MUSIC, "Calm piano, 30 seconds")
    _, context = await made(gemini, request)
    assert canonical(simulator.requests[0]) == captured("interactions_create_music", "gemini")
    assert sniff(context.results[0]) is MP3


async def test_picture_in_the_background_equals_the_recorded_call(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """Recorded without the background."""
    parameters: Parameters = {"aspect_ratio": "16:9", "image_size": "1K", "background": True}
    request = bare_request(gemini, _T.IMAGE, IMAGE, "A red cube", parameters)
    _, context = await made(gemini, request)
    expected = captured("interactions_create_image", "gemini")
    expected["body"]["json"] |= {"background": True, "store": True}
    assert canonical(simulator.requests[0]) == expected
    assert sniff(context.results[0]) is PNG
    assert context.jobs[0].id == "v1_job1"


async def test_cancel_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    await gemini.cancel(await submitted(gemini, simulator))
    expected = captured("interactions_cancel", "gemini")
    expected["path"] = "/v1/interactions/v1_job1/cancel"
    del expected["headers"]["content-type"]
    assert canonical(simulator.requests[-1]) == expected


@pytest.mark.parametrize(
    ("capture", "parameters", "roles"),
    [
        (
            "legacy_generate_videos",
            {
                "duration": "8",
                "aspect_ratio": "16:9",
                "resolution": "720p",
                "person_generation": "allow_adult",
                "negative_prompt": "blurry",
            },
            (),
        ),
        (
            "legacy_generate_videos_first_last_frame",
            {"aspect_ratio": "9:16"},
            ("first_frame", "last_frame"),
        ),
        ("legacy_generate_videos_reference", {}, ("reference",)),
    ],
)
async def test_veo_equals_the_recorded_calls(
    gemini: BaseProvider,
    simulator: Simulator,
    capture: str,
    parameters: dict[str, Any],
    roles: tuple[str, ...],
) -> None:
    """Recorded with a count of one where the older client sends it; one is what is meant."""
    inputs = tuple(picture(DOT, "in.png", role) for role in roles)
    request = bare_request(gemini, _T.VIDEO, VEO, "A cat", parameters, inputs=inputs)
    _, context = await made(gemini, request)
    expected = captured(capture, "gemini")
    body = camel(expected["body"]["json"])
    body.get("parameters", {}).pop("sampleCount", None)
    assert canonical(simulator.requests[0]) == {**expected, "body": {"json": body}}
    poll = canonical(simulator.requests[1])
    recorded = captured("legacy_operations_get", "gemini")
    assert (poll["method"], poll["path"]) == (recorded["method"], recorded["path"])
    assert context.results == [mp4()]


async def test_imagen_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    parameters = {
        "aspect_ratio": "16:9",
        "image_size": "1K",
        "file_format": "png",
        "person_generation": "allow_adult",
    }
    request = bare_request(gemini, _T.IMAGE, IMAGEN, "A red cube", parameters, result_count=2)
    result, context = await made(gemini, request)
    assert canonical(simulator.requests[0]) == captured("legacy_generate_images", "gemini")
    assert len(context.results) == 2
    assert result.usage.images == 2


# ------------------------------------------------------------------------------ accept, poll, fetch


async def submitted(gemini: BaseProvider, simulator: Simulator, **options: Any) -> RemoteJob:
    """A job that was accepted when the program was killed."""
    simulator.plan(JOBS, **{"polls": 3, **options})
    accepted: list[RemoteJob] = []

    class Killed(FakeContext):
        async def accepted(self, job: RemoteJob) -> None:
            accepted.append(job)
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await gemini.generate(video(gemini), Killed())
    return accepted[0]


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
        ("requires_action", [], _K.SERVER, Billed.FREE),
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
    simulator.plan(JOBS, echo=True, size=(32, 16))
    request = make_request(gemini, _T.IMAGE, IMAGE, parameters={"background": True})
    _, context = await made(gemini, request)
    (data,) = context.results
    assert data == png(32, 16, 3)


async def test_lyrics_come_with_the_music(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(JOBS, text="La la la")
    cover = picture(png(2, 2), "a.png")
    request = make_request(gemini, _T.AUDIO, MUSIC, "A song", inputs=(cover,))
    result, context = await made(gemini, request)
    assert result.texts == ("La la la",)
    assert len(context.results) == 1
    (step,) = simulator.requests[0]["body"]["json"]["input"]
    assert [part["type"] for part in step["content"]] == ["image", "text"]


async def test_uploads_of_a_job_are_deleted_when_it_ends(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    request = video(gemini, inputs=(given("video"),), parameters={"task": "extend"})
    _, context = await made(gemini, request)
    sent = next(
        entry["body"]["json"] for entry in simulator.requests if entry["path"].endswith(JOBS)
    )
    content = sent["input"][0]["content"]
    assert content[0]["uri"] == f"{simulator.root_url}/v1/files/abc1"
    assert content[1]["text"] == "[# Sources <PREVIOUS_VIDEO>@Video1] A cat"
    assert sent["generation_config"] == {"video_config": {"task": "extend"}}
    assert context.jobs[0].data["uploads"] == ["files/abc1"]
    last = simulator.requests[-1]
    assert (last["method"], last["path"]) == ("DELETE", "/v1/files/abc1")


async def test_uploads_of_a_refused_job_are_deleted(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(JOBS, "bad_parameter")
    await failure(gemini, video(gemini, inputs=(given("video"),)))
    assert simulator.requests[-1]["method"] == "DELETE"


@pytest.mark.parametrize(
    ("roles", "prompt", "task"),
    [
        (["first_frame", "last_frame"],
         "[# Sources <FIRST_FRAME>@Image1 <LAST_FRAME>@Image2] A cat", "image_to_video"),
        (["reference", "reference"],
         "[# References <IMAGE_REF_0>@Image1 <IMAGE_REF_1>@Image2] A cat", "reference_to_video"),
        (["reference", "first_frame"],
         "[# Sources <FIRST_FRAME>@Image1] [# References <IMAGE_REF_0>@Image2] A cat",
         "reference_to_video"),
    ],
)  # fmt: skip
async def test_marks_tell_which_picture_plays_which_part(
    gemini: BaseProvider, simulator: Simulator, roles: list[str], prompt: str, task: str
) -> None:
    inputs = tuple(picture(DOT, "in.png", role) for role in roles)
    await made(gemini, video(gemini, inputs=inputs))
    sent = simulator.requests[0]["body"]["json"]
    assert sent["input"][0]["content"][-1]["text"] == prompt
    assert sent["generation_config"]["video_config"]["task"] == task


async def test_own_marks_are_left_alone(gemini: BaseProvider, simulator: Simulator) -> None:
    prompt = "<FIRST_FRAME> turns slowly"
    frame = picture(DOT, "in.png", "first_frame")
    await made(gemini, video(gemini, prompt, inputs=(frame,)))
    sent = simulator.requests[0]["body"]["json"]
    assert sent["input"][0]["content"][-1]["text"] == prompt


@pytest.mark.parametrize(
    ("roles", "duration"),
    [(["last_frame"], 8), (["first_frame", "last_frame"], 12), (["first_frame", "video"], 8)],
)
async def test_frames_that_do_not_fit_are_refused_before_sending(
    gemini: BaseProvider, simulator: Simulator, roles: list[str], duration: int
) -> None:
    inputs = tuple(given(role, _T.VIDEO if role == "video" else _T.IMAGE) for role in roles)
    with pytest.raises(InvalidInputError):
        await made(gemini, video(gemini, inputs=inputs, parameters={"duration": duration}))
    assert simulator.requests == []


@pytest.mark.parametrize(
    ("resolution", "upper"), [("360p", 264_000), ("720p", 816_000), ("4k", 2_400_000)]
)
def test_video_is_priced_by_the_second(gemini: BaseProvider, resolution: str, upper: int) -> None:
    request = video(gemini, parameters={"resolution": resolution})
    estimate = CostCalculator().estimate(request.model, 5, request.parameters, 1)
    assert estimate.upper_micro == upper


# ------------------------------------------------------------------------------- older protocol


async def test_filtered_pictures_are_told(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(":predict", results=1, filtered=True)
    request = make_request(gemini, _T.IMAGE, IMAGEN, result_count=2)
    result, context = await made(gemini, request)
    assert len(context.results) == 1
    assert result.missing == (
        "1 of 2 pictures arrived. Gemini refused this content. It says: The picture was filtered."
    )
    simulator.plan(":predict", results=0, filtered=True)
    result, _ = await made(gemini, request)
    assert result.finish_reason is FinishReason.REFUSED


@pytest.mark.parametrize("inline", [False, True])
async def test_veo_delivers_either_way(
    gemini: BaseProvider, simulator: Simulator, inline: bool
) -> None:
    simulator.plan(LEGACY, inline=inline, polls=2)
    result, context = await made(gemini, make_request(gemini, _T.VIDEO, VEO, "A cat"))
    assert context.results == [mp4()]
    assert context.sleeps == [15.0, 15.0]
    assert result.usage.seconds == 8.0


async def test_veo_refusals_and_failures(gemini: BaseProvider, simulator: Simulator) -> None:
    request = make_request(gemini, _T.VIDEO, VEO, "A cat")
    simulator.plan(LEGACY, filtered=True)
    result, _ = await made(gemini, request)
    assert result.finish_reason is FinishReason.REFUSED
    assert "A known face." in result.missing
    simulator.plan(LEGACY, errors=True)
    error = await failure(gemini, request)
    assert "It failed." in error.message


async def test_veo_is_resumed_and_looked_up(gemini: BaseProvider, simulator: Simulator) -> None:
    request = make_request(gemini, _T.VIDEO, VEO, "A cat")
    _, context = await made(gemini, request)
    (job,) = context.jobs
    again = FakeContext()
    await gemini.resume(job, request, again)
    assert again.results == [mp4()]
    assert len(simulator.submissions) == 1
    assert await gemini.look_up(job, None) == job
    simulator.forget()
    assert await gemini.look_up(job, None) is None
