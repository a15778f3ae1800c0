"""Gemini’s jobs: requests equal the recorded ones, and what goes into a video."""

import base64
from typing import Any

import pytest

from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import (
    InvalidInputError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.parameters import Parameters
from mediadesk.domain.sniff import MP3, PNG, sniff
from mediadesk.providers.base import (
    BaseProvider,
)
from tests.contract.canonical import camel, canonical, captured
from tests.contract.conftest import bare_request, make_request, picture
from tests.contract.differences import compare
from tests.contract.gemini_calls import (
    DOT,
    IMAGE,
    IMAGEN,
    JOBS,
    MUSIC,
    OMNI,
    VEO,
    blank,
    failure,
    made,
    submitted,
    video,
)
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import mp4

_T = GenerationType
_K = ProviderErrorKind


async def test_video_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    _, context = await made(gemini, video(gemini, "A marble rolling on wood"))
    create, *polls, state, fetch = map(canonical, simulator.requests)
    assert create == captured("interactions_create_video_background", "gemini")
    expected = captured("interactions_get", "gemini")
    expected["path"] = "/v1/interactions/v1_job1"
    compare("gemini", "interactions_get", polls[0], expected)
    download = captured("files_download", "gemini")
    assert (state["method"], state["path"]) == ("GET", "/v1/files/result1")
    assert (fetch["path"], fetch["query"]) == ("/v1/files/result1:download", download["query"])
    assert fetch["headers"] == {"x-goog-api-key": "<api-key>"}
    assert context.results == [mp4()]


async def test_picture_to_video_equals_the_recorded_call(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    parameters: Parameters = {"aspect_ratio": "9:16", "duration": 5, "resolution": "720p"}
    frame = picture(base64.b64decode("iVBORw0KGgo="), "in.png", "first_frame")
    request = bare_request(gemini, _T.VIDEO, OMNI, "the cube rotates", parameters, inputs=(frame,))
    await gemini.generate(request, FakeContext())
    expected = captured("interactions_create_image_to_video", "gemini")
    compare("gemini", "image_to_video", canonical(simulator.requests[0]), expected)


async def test_music_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    request = make_request(gemini, _T.AUDIO, MUSIC, "Calm piano, 30 seconds")
    _, context = await made(gemini, request)
    assert canonical(simulator.requests[0]) == captured("interactions_create_music", "gemini")
    assert sniff(context.results[0]) is MP3


async def test_picture_in_the_background_equals_the_recorded_call(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    parameters: Parameters = {"aspect_ratio": "16:9", "image_size": "1K", "background": True}
    request = bare_request(gemini, _T.IMAGE, IMAGE, "A red cube", parameters)
    _, context = await made(gemini, request)
    expected = captured("interactions_create_image", "gemini")
    compare("gemini", "background_image", canonical(simulator.requests[0]), expected)
    assert sniff(context.results[0]) is PNG
    assert context.jobs[0].id == "v1_job1"


async def test_cancel_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    await gemini.cancel(await submitted(gemini, simulator))
    expected = captured("interactions_cancel", "gemini")
    expected["path"] = "/v1/interactions/v1_job1/cancel"
    compare("gemini", "interactions_cancel", canonical(simulator.requests[-1]), expected)


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
    inputs = tuple(picture(DOT, "in.png", role) for role in roles)
    request = bare_request(gemini, _T.VIDEO, VEO, "A cat", parameters, inputs=inputs)
    _, context = await made(gemini, request)
    expected = captured(capture, "gemini")
    expected["body"] = {"json": camel(expected["body"]["json"])}
    compare("gemini", capture, canonical(simulator.requests[0]), expected)
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


# ---------------------------------------------------------------------------------- what goes in


async def test_uploads_of_a_job_are_deleted_when_it_ends(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    request = video(gemini, inputs=(blank("video"),), parameters={"task": "extend"})
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
    await failure(gemini, video(gemini, inputs=(blank("video"),)))
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


async def test_own_marks_of_a_video_to_extend_are_left_alone(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """The mark was set a second time in front of the user's own."""
    own = "<PREVIOUS_VIDEO>@Video1 and then it rains"
    parameters = {"task": "extend"}
    await made(gemini, video(gemini, own, inputs=(blank("video"),), parameters=parameters))
    (sent,) = [one for one in simulator.submissions if one["path"].endswith(JOBS)]
    assert sent["body"]["json"]["input"][0]["content"][-1]["text"] == own


async def test_an_extension_that_is_too_long_is_refused_before_it_is_sent(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    parameters = {"task": "extend", "duration": 12}
    request = video(gemini, inputs=(blank("video"),), parameters=parameters)
    with pytest.raises(InvalidInputError, match="extended by at most 10 s"):
        await gemini.generate(request, FakeContext())
    assert simulator.requests == []


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
    inputs = tuple(blank(role, _T.VIDEO if role == "video" else _T.IMAGE) for role in roles)
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
