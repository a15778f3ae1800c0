"""Google's official client against the same server: jobs, files, speech, and Veo on its platform.

The older protocol (Imagen, Veo without the Agent Platform) is refused by this client before it
sends anything; there the recorded calls are the comparison.
"""

import asyncio
import re
from collections.abc import Iterator
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import Account, BaseProvider, CancelOutcome
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.conftest import KEY, bare_request, picture
from tests.contract.differences import compare
from tests.contract.test_gemini_sdk import google as google  # fixtures
from tests.contract.test_gemini_sdk import ours as ours
from tests.contract.test_gemini_sdk import same
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

pytestmark = [
    pytest.mark.full,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*:UserWarning"),
]
_T = GenerationType
OMNI, IMAGE = "gemini-omni-1.2-flash", "gemini-nano-banana-2.1"
VEO = "veo-3.1-generate-001"
_PREFIX = "publishers/google/models/"


def steps(entry: dict[str, Any]) -> tuple[str, str, str]:
    """A reading call without the number of its job or file."""
    return entry["method"], re.sub(r"(job|result)\d+", r"\1", entry["path"]), str(entry["query"])


async def test_picture_to_video_and_its_file(
    google: Any, ours: BaseProvider, simulator: Simulator
) -> None:
    client = google()

    def ask() -> tuple[Any, bytes]:
        image = {"type": "image", "mime_type": "image/png", "data": "AAAA"}
        words = {"type": "text", "text": "<FIRST_FRAME> the cube rotates"}
        made = client.interactions.create(
            model=OMNI,
            input=[{"type": "user_input", "content": [image, words]}],
            response_format={
                "type": "video",
                "aspect_ratio": "9:16",
                "duration": "5s",
                "resolution": "720p",
                "delivery": "uri",
            },
            generation_config={"video_config": {"task": "image_to_video"}},
            background=True,
            store=True,
        )
        client.interactions.get(made.id)
        done = client.interactions.get(made.id)
        name = done.output_video.uri.rpartition("files/")[2].partition(":")[0]
        client.files.get(name=f"files/{name}")
        return done, client.files.download(file=f"files/{name}")

    reply, data = await asyncio.to_thread(ask)
    count = len(simulator.requests)
    parameters: Parameters = {"aspect_ratio": "9:16", "duration": 5, "resolution": "720p"}
    frame = picture(b"\0\0\0", "in.png", "first_frame")
    request = bare_request(ours, _T.VIDEO, OMNI, "the cube rotates", parameters, inputs=(frame,))
    context = FakeContext()
    await ours.generate(request, context)
    sent = [same(entry) for entry in simulator.requests]
    theirs, mine = sent[:count], sent[count:]
    compare("gemini", "image_to_video_in_background", mine[0], theirs[0])
    # how often a job is polled, and when a file is looked at, is each client's own affair
    assert {steps(entry) for entry in mine[1:]} == {steps(entry) for entry in theirs[1:]}
    assert context.results == [data]
    assert reply.status == "completed"


async def test_picture_in_the_background(
    google: Any, ours: BaseProvider, simulator: Simulator
) -> None:
    client = google()

    def ask() -> Any:
        return client.interactions.create(
            model=IMAGE,
            input="A red cube",
            response_format={"type": "image", "aspect_ratio": "16:9", "image_size": "1K"},
            store=False,
        )

    await asyncio.to_thread(ask)
    parameters: Parameters = {"aspect_ratio": "16:9", "image_size": "1K", "background": True}
    await ours.generate(
        bare_request(ours, _T.IMAGE, IMAGE, "A red cube", parameters), FakeContext()
    )
    theirs, mine = (same(entry) for entry in simulator.requests[:2])
    compare("gemini", "background_image", mine, theirs)


@pytest.mark.parametrize("style", [False, True])
async def test_speech_as_a_compressed_file(
    google: Any, ours: BaseProvider, simulator: Simulator, style: bool
) -> None:
    client = google("v1beta")
    told = {"type": "speech_metadata", "style": "cheerful"}
    part = {"type": "text", "text": "Hello", "annotations": [told]}

    def ask() -> Any:
        return client.interactions.create(
            model="gemini-3.8-flash-tts",
            input=[{"type": "user_input", "content": [part]}] if style else "Hello",
            response_format={"type": "audio", "mime_type": "audio/mp3"},
            generation_config={"speech_config": [{"voice": "Kore"}]},
            store=False,
        )

    reply = await asyncio.to_thread(ask)
    parameters: Parameters = {"voice": "Kore", "file_format": "mp3"}
    if style:
        parameters = {**parameters, "style": "cheerful"}
    context = FakeContext()
    request = bare_request(ours, _T.AUDIO, "gemini-3.8-flash-tts", "Hello", parameters)
    await ours.generate(request, context)
    theirs, mine = map(same, simulator.requests)
    compare("gemini", "interactions_speech", mine, theirs)
    assert reply.status == "completed"
    assert len(context.results) == 1


async def test_two_voices(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    """The recorded call holds the body; here the client's own types read the answer."""
    client = google("v1beta")

    def ask() -> Any:
        voices = [
            {"speaker": name, "voice_config": {"voice": voice}}
            for name, voice in (("Ann", "Kore"), ("Bob", "Puck"))
        ]
        return client.models.generate_content(
            model="gemini-3.8-flash-tts",
            contents="Ann: Hi",
            config={
                "response_modalities": ["AUDIO"],
                "speech_config": {"multi_speaker_voice_config": {"speaker_voice_configs": voices}},
            },
        )

    reply = await asyncio.to_thread(ask)
    context = FakeContext()
    request = bare_request(ours, _T.AUDIO, "gemini-3.8-flash-tts", "Ann: Hi", {"voice": "Kore"})
    await ours.generate(request, context)
    assert context.results == [reply.candidates[0].content.parts[0].inline_data.data]


async def test_tokens_are_counted(google: Any, ours: BaseProvider, simulator: Simulator) -> None:
    client = google()
    model, words = "gemini-2.5-pro", "word " * 80_000
    told = await asyncio.to_thread(lambda: client.models.count_tokens(model=model, contents=words))
    await ours.generate(bare_request(ours, _T.TEXT, model, words, {}), FakeContext())
    theirs, mine = (same(entry) for entry in simulator.requests[:2])
    compare("gemini", "count_tokens", mine, theirs)
    assert told.total_tokens


# --------------------------------------------------------------------------------- Agent Platform


@pytest.fixture
def platform(simulator: Simulator) -> Iterator[Any]:
    genai = pytest.importorskip("google.genai")
    options = {"base_url": simulator.root_url}
    made = genai.Client(vertexai=True, api_key=KEY, http_options=options)
    yield made
    made.close()


@pytest.fixture
def veo(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return ProviderFactory(http).create(ProviderId("veo3"), Account(simulator.root_url, KEY))


async def test_veo_on_the_platform(platform: Any, veo: BaseProvider, simulator: Simulator) -> None:
    def ask() -> Any:
        operation = platform.models.generate_videos(
            model=VEO,
            prompt="A cat",
            config={
                "number_of_videos": 1,
                "duration_seconds": 8,
                "aspect_ratio": "16:9",
                "resolution": "720p",
                "generate_audio": True,
            },
        )
        for _ in range(3):
            if operation.done:
                break
            operation = platform.operations.get(operation)
        return operation

    operation = await asyncio.to_thread(ask)
    count = len(simulator.requests)
    parameters: Parameters = {
        "duration": "8",
        "aspect_ratio": "16:9",
        "resolution": "720p",
        "generate_audio": True,
    }
    request = bare_request(veo, _T.VIDEO, _PREFIX + VEO, "A cat", parameters)
    context = FakeContext()
    await veo.generate(request, context)
    sent = [same(entry) for entry in simulator.requests]
    compare("veo3", "vertex_generate_videos", sent[count], sent[0])
    mine, theirs = sent[count + 1], sent[1]
    name = "operationName"
    mine["body"]["json"][name] = theirs["body"]["json"][name] = ""
    compare("veo3", "vertex_operations_get", mine, theirs)
    assert operation.done
    made = operation.response.generated_videos
    assert context.results == [one.video.video_bytes for one in made]
    assert await veo.cancel(context.jobs[0]) is CancelOutcome.NOT_POSSIBLE
