"""OpenRouter's official client against the same server: it sends and reads what we do."""

import asyncio
import base64
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.openrouter.models import make_model
from tests.contract.canonical import canonical
from tests.contract.conftest import KEY, bare_request, picture
from tests.contract.listing import ask
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

pytestmark = pytest.mark.full
TEXT, IMAGE, VIDEO, AUDIO = (
    GenerationType.TEXT,
    GenerationType.IMAGE,
    GenerationType.VIDEO,
    GenerationType.AUDIO,
)
LUNA, BANANA, VEO = "openai/gpt-6-luna", "google/gemini-nano-banana-2.1", "google/veo-3.1"
TTS = "google/gemini-3.8-flash-tts"
REFERENCE = [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}]


@pytest.fixture
def client(simulator: Simulator) -> Any:
    openrouter = pytest.importorskip("openrouter")
    with openrouter.OpenRouter(
        api_key=KEY,
        server_url=f"{simulator.root_url}/api/v1",
        x_open_router_title="mediadesk",
        retry_config=None,
    ) as made:
        yield made


@pytest.fixture
def ours(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(f"{simulator.root_url}/api/v1", KEY)
    return ProviderFactory(http).create(ProviderId("openrouter"), account)


async def run(
    call: Callable[[], Any], ours: BaseProvider, simulator: Simulator, *arguments: Any, **more: Any
) -> tuple[Any, Any, FakeContext]:
    """Both clients in turn; their first requests must be equal."""
    theirs = await asyncio.to_thread(call)
    count = len(simulator.requests)
    context = FakeContext()
    result = await ours.generate(bare_request(ours, *arguments, **more), context)
    requests = [canonical(entry) for entry in simulator.requests]
    assert requests[count] == requests[0]
    return theirs, result, context


@pytest.mark.parametrize("split", [False, True], ids=["whole", "byte_by_byte"])
@pytest.mark.parametrize("reason", ["stop", "length"])
async def test_chat(
    client: Any, ours: BaseProvider, simulator: Simulator, reason: str, split: bool
) -> None:
    text = "Näher 🎈\u2028am\u0085Meer"
    fault = "split" if split else ""
    simulator.plan("/chat/completions", fault, 2, text=text, finish_reason=reason, raw_text=True)

    def official() -> tuple[str, str, float]:
        with client.chat.send(
            model=LUNA,
            messages=[{"role": "user", "content": "Say hi"}],
            max_completion_tokens=256,
            temperature=0.7,
            provider={"max_price": {"prompt": "0.1", "completion": "0.5"}},
            stream=True,
        ) as stream:
            chunks = list(stream)
        deltas = [chunk.choices[0] for chunk in chunks if chunk.choices]
        ends = [delta.finish_reason for delta in deltas if delta.finish_reason]
        return "".join(d.delta.content or "" for d in deltas), ends[-1], chunks[-1].usage.cost

    parameters: Parameters = {"max_completion_tokens": 256, "temperature": 0.7}
    theirs, result, _ = await run(official, ours, simulator, TEXT, LUNA, "Say hi", parameters)
    assert result.texts == (theirs[0],) == (text,)
    complete = {"stop": FinishReason.COMPLETE, "length": FinishReason.TRUNCATED}
    assert result.finish_reason is complete[theirs[1]]
    assert result.reported_micro == round(theirs[2] * 1_000_000)


async def test_images(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    def official() -> Any:
        return client.images.generate(
            model=BANANA,
            prompt="A red cube",
            aspect_ratio="16:9",
            resolution="1K",
            input_references=REFERENCE,
        )

    parameters: Parameters = {"aspect_ratio": "16:9", "resolution": "1K"}
    theirs, result, context = await run(
        official,
        ours,
        simulator,
        IMAGE,
        BANANA,
        "A red cube",
        parameters,
        inputs=(picture(b"\0\0\0", "a.png"),),
    )
    assert [base64.b64decode(one.b64_json) for one in theirs.data] == context.results
    assert result.reported_micro == round(theirs.usage.cost * 1_000_000)


async def test_chat_image(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    words = {"type": "text", "text": "Make it blue"}

    def official() -> Any:
        return client.chat.send(
            model=BANANA,
            messages=[{"role": "user", "content": [words, REFERENCE[0]]}],
            modalities=["image", "text"],
            image_config={"aspect_ratio": "16:9", "image_size": "1K"},
            stream=False,
        )

    theirs = await asyncio.to_thread(official)
    model = make_model(BANANA, BANANA, IMAGE, {"wire": "chat", "in": ["image"]})
    parameters: Parameters = {"aspect_ratio": "16:9", "image_size": "1K"}
    inputs = (picture(b"\0\0\0", "a.png"),)
    context = FakeContext()
    request = ask(model, "Make it blue", parameters=parameters, inputs=inputs)
    result = await ours.generate(request, context)
    first, second = (canonical(entry) for entry in simulator.requests)
    assert second == first
    (drawn,) = theirs.choices[0].message.images
    assert context.results == [base64.b64decode(drawn.image_url.url.partition(",")[2])]
    assert result.notes["answer"] == theirs.choices[0].message.content
    assert result.reported_micro == round(theirs.usage.cost * 1_000_000)


async def test_speech(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    def official() -> bytes:
        reply = client.tts.create_speech(
            model=TTS, input="Hello", voice="Kore", response_format="mp3"
        )
        data: bytes = reply.read() if hasattr(reply, "read") else reply
        return data

    parameters: Parameters = {"voice": "Kore", "response_format": "mp3"}
    theirs, _, context = await run(official, ours, simulator, AUDIO, TTS, "Hello", parameters)
    assert context.results == [theirs]


async def test_video(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    simulator.plan("/videos", "", 2, polls=0)

    def official() -> tuple[Any, bytes]:
        video = client.video_generation
        job = video.generate(
            model=VEO,
            prompt="A cat",
            duration=8,
            resolution="720p",
            aspect_ratio="16:9",
            generate_audio=True,
            frame_images=[{**REFERENCE[0], "frame_type": "first_frame"}],
        )
        state = video.get_generation(job_id=job.id)
        reply = video.get_video_content(job_id=job.id, index=0)
        return state, reply.read() if hasattr(reply, "read") else reply

    parameters: Parameters = {
        "duration": "8",
        "aspect_ratio": "16:9",
        "resolution": "720p",
        "generate_audio": True,
    }
    frame = picture(b"\0\0\0", "a.png", "first_frame")
    (state, clip), result, context = await run(
        official, ours, simulator, VIDEO, VEO, "A cat", parameters, inputs=(frame,)
    )
    assert context.results == [clip]
    assert result.reported_micro == round(state.usage.cost * 1_000_000)
    requests = [canonical(entry) for entry in simulator.requests]
    for theirs, our_own in zip(requests[1:3], requests[4:6], strict=True):
        assert our_own == {**theirs, "path": theirs["path"].replace("vid-1", "vid-2")}


async def test_lists(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    """The server tells only what our lists read, with which the client's types are not content."""
    errors = pytest.importorskip("openrouter.errors")
    for listed in (client.images.list_models, client.video_generation.list_videos_models):
        with suppress(errors.ResponseValidationError):
            await asyncio.to_thread(listed)
    await ours.available_models()
    sent = [canonical(entry) for entry in simulator.requests]
    assert sent[-2:] == sent[:2]


@pytest.mark.filterwarnings("ignore:warning. .. DEPRECATED:DeprecationWarning")
async def test_key(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    told = await asyncio.to_thread(client.api_keys.get_current_key_metadata)
    status = await ours.check_key()
    assert status.credit_micro == round(told.data.limit_remaining * 1_000_000)
    theirs, our_own = (canonical(entry) for entry in simulator.requests)
    assert our_own == theirs


@pytest.mark.filterwarnings("ignore:warning. .. DEPRECATED:DeprecationWarning")
async def test_credits(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    told = await asyncio.to_thread(client.credits.get_credits)
    simulator.plan("/key", key={"limit_remaining": None, "is_management_key": True})
    status = await ours.check_key()
    left = told.data.total_credits - told.data.total_usage
    assert status.credit_micro == round(left * 1_000_000)
    theirs, _, our_own = (canonical(entry) for entry in simulator.requests)
    assert our_own == theirs


async def test_a_planted_difference_is_seen(
    client: Any, ours: BaseProvider, simulator: Simulator
) -> None:
    """The comparison itself can fail."""

    def official() -> Any:
        return client.images.generate(model=BANANA, prompt="A red cube", aspect_ratio="16:9")

    with pytest.raises(AssertionError):
        await run(official, ours, simulator, IMAGE, BANANA, "A red cube", {"aspect_ratio": "1:1"})
