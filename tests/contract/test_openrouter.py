"""OpenRouter: requests equal to the recorded ones, live lists, reported cost, video jobs."""

from typing import Any

import pytest

from mediadesk.domain.errors import (
    Billed,
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.domain.sniff import MP3, PNG, WAV, sniff
from mediadesk.providers.base import Account, BaseProvider, ProviderInput, Turn
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.openrouter.models import make_model
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.contract.differences import compare
from tests.contract.listing import ask, models_of
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import wav
from tests.simulator.openrouter_routes import COST

TEXT, IMAGE, VIDEO, AUDIO = (
    GenerationType.TEXT,
    GenerationType.IMAGE,
    GenerationType.VIDEO,
    GenerationType.AUDIO,
)
LUNA, BANANA, VEO = "openai/gpt-6-luna", "google/gemini-nano-banana-2.1", "google/veo-3.1"
TTS = "google/gemini-3.8-flash-tts"
CHAT, IMAGES, SPEECH = "/chat/completions", "/images", "/audio/speech"
DOT = b"\0\0\0"
COST_MICRO = round(COST * 1_000_000)


def connect(http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
    account = Account(f"{simulator.root_url}/api/v1", key)
    return ProviderFactory(http).create(ProviderId("openrouter"), account)


@pytest.fixture
def openrouter(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return connect(http, simulator)


def recorded(name: str) -> dict[str, Any]:
    return captured(name, "openrouter")


# --------------------------------------------------------- equal to what the official client sent


async def test_chat_stream(openrouter: BaseProvider, simulator: Simulator) -> None:
    parameters: Parameters = {"max_completion_tokens": 256, "temperature": 0.7}
    request = bare_request(openrouter, TEXT, LUNA, "Say hi", parameters)
    await openrouter.generate(request, FakeContext())
    sent = canonical(simulator.requests[0])
    # what the estimate counted on, in US dollars for a million tokens; no host may ask for more
    dearest = sent["body"]["json"].pop("provider")
    assert dearest == {"max_price": {"prompt": "0.1", "completion": "0.5"}}
    assert sent == recorded("chat_stream")


async def test_chat_image(openrouter: BaseProvider, simulator: Simulator) -> None:
    model = make_model(BANANA, BANANA, IMAGE, {"wire": "chat", "in": ["image"]})
    parameters = {"aspect_ratio": "16:9", "image_size": "1K"}
    request = ask(model, "Make it blue", parameters=parameters, inputs=(picture(DOT, "a.png"),))
    await openrouter.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == recorded("chat_image")


async def test_images(openrouter: BaseProvider, simulator: Simulator) -> None:
    """One picture is the default: the official client was told to send ``n``."""
    parameters: Parameters = {"aspect_ratio": "16:9", "resolution": "1K"}
    request = bare_request(
        openrouter, IMAGE, BANANA, "A red cube", parameters, inputs=(picture(DOT, "a.png"),)
    )
    await openrouter.generate(request, FakeContext())
    expected = recorded("images_generate")
    assert expected["body"]["json"].pop("n") == 1
    assert canonical(simulator.requests[0]) == expected


async def test_speech(openrouter: BaseProvider, simulator: Simulator) -> None:
    parameters: Parameters = {"voice": "Kore", "response_format": "mp3"}
    request = bare_request(openrouter, AUDIO, TTS, "Hello", parameters)
    await openrouter.generate(request, FakeContext())
    sent, looked_up = (canonical(entry) for entry in simulator.requests)
    assert sent == recorded("audio_speech")
    assert looked_up == recorded("generation")


async def test_video(openrouter: BaseProvider, simulator: Simulator) -> None:
    parameters: Parameters = {
        "duration": "8",
        "aspect_ratio": "16:9",
        "resolution": "720p",
        "generate_audio": True,
    }
    frame = picture(DOT, "a.png", "first_frame")
    request = bare_request(openrouter, VIDEO, VEO, "A cat", parameters, inputs=(frame,))
    await openrouter.generate(request, FakeContext())
    requests = [canonical(entry) for entry in simulator.requests]
    assert requests[0] == recorded("videos_create")
    assert requests[1] == recorded("videos_get")
    assert requests[-1] == recorded("videos_content")


async def test_lists(openrouter: BaseProvider, simulator: Simulator) -> None:
    await openrouter.available_models()
    models, images, videos = (canonical(entry) for entry in simulator.requests)
    compare("openrouter", "models_list", models, recorded("models_list"))
    assert images == recorded("images_models")
    assert videos == recorded("videos_models")


async def test_key_and_credits(openrouter: BaseProvider, simulator: Simulator) -> None:
    simulator.plan("/key", key={"limit_remaining": None, "is_management_key": True})
    status = await openrouter.check_key()
    assert status.credit_micro == 19_500_000
    key, credit = (canonical(entry) for entry in simulator.requests)
    assert key == recorded("key")
    assert credit == recorded("credits")


# ---------------------------------------------------------------------------------------- text


async def test_reported_cost_and_usage(openrouter: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(CHAT, text="Four", reasoning="two and two")
    context = FakeContext()
    result = await openrouter.generate(make_request(openrouter, TEXT, LUNA), context)
    assert result.texts == ("Four",)
    assert result.reported_micro == COST_MICRO
    assert result.request_id == "gen-1"
    assert (result.usage.input_tokens, result.usage.cached_input_tokens) == (9, 2)
    assert result.usage.cache_write_tokens == 4
    assert context.events[1:] == ["progress Writing", "progress Thinking", "progress Writing"]


async def test_conversation_inputs_and_routing(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    async def read() -> bytes:
        return wav(0.01)

    sound = ProviderInput("audio", AUDIO, "audio/wav", 10, "a.wav", read)
    clip = ProviderInput("video", VIDEO, "video/mp4", 10, "a.mp4", read)
    paper = ProviderInput("document", TEXT, "application/pdf", 10, "a.pdf", read)
    request = make_request(
        openrouter,
        TEXT,
        LUNA,
        parameters={
            "system_prompt": "Be kind.",
            "reasoning_effort": "low",
            "provider_sort": "price",
            "data_collection": "deny",
            "provider_only": "acme, other ,",
            "json_answer": True,
        },
        extra={"provider": {"max_price": {"prompt": 1}}, "plugins": [{"id": "web"}]},
        turns=(Turn("user", "First"), Turn("assistant", "Answer")),
        inputs=(picture(DOT, "a.png"), sound, clip, paper),
    )
    await openrouter.generate(request, FakeContext())
    body = simulator.requests[0]["body"]["json"]
    assert body["reasoning"] == {"effort": "low"}
    assert body["provider"] == {
        "sort": "price",
        "data_collection": "deny",
        "only": ["acme", "other"],
        "max_price": {"prompt": 1},
    }
    assert body["response_format"] == {"type": "json_object"}
    assert body["plugins"] == [{"id": "web"}]
    assert [message["role"] for message in body["messages"]] == [
        *("system", "user", "assistant", "user")
    ]
    parts = body["messages"][-1]["content"]
    assert [part["type"] for part in parts] == [
        *("text", "image_url", "input_audio", "video_url", "file")
    ]
    assert parts[4]["file"]["filename"] == "a.pdf"
    assert parts[4]["file"]["file_data"].startswith("data:application/pdf;base64,")
    assert parts[2]["input_audio"]["format"] == "wav"


@pytest.mark.parametrize("name", ["models", "stream", "model", "max_tokens"])
async def test_extra_cannot_change_price_or_kind(
    openrouter: BaseProvider, simulator: Simulator, name: str
) -> None:
    request = make_request(openrouter, TEXT, LUNA, extra={name: ["x"]})
    with pytest.raises(InvalidParameterError):
        await openrouter.generate(request, FakeContext())
    assert simulator.requests == []


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"finish_reason": "length"}, FinishReason.TRUNCATED),
        ({"finish_reason": "content_filter"}, FinishReason.REFUSED),
        ({"refusal": "No."}, FinishReason.REFUSED),
        ({"finish_reason": "tool_calls"}, FinishReason.OTHER),
    ],
)
async def test_finish_reasons(
    openrouter: BaseProvider,
    simulator: Simulator,
    options: dict[str, Any],
    reason: FinishReason,
) -> None:
    simulator.plan(CHAT, **options)
    result = await openrouter.generate(make_request(openrouter, TEXT, LUNA), FakeContext())
    assert result.finish_reason is reason


async def test_an_answer_that_its_host_broke_off_is_not_complete(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    """``finish_reason: error`` without an error beside it read as a whole answer."""
    simulator.plan(CHAT, text="Half of an", finish_reason="error")
    result = await openrouter.generate(make_request(openrouter, TEXT, LUNA), FakeContext())
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.texts == ("Half of an",)


async def test_what_an_interrupted_answer_cost_is_asked_for(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, text="Half of an", done=False, finish_reason=None, usage=False)
    result = await openrouter.generate(make_request(openrouter, TEXT, LUNA), FakeContext())
    assert result.finish_reason is FinishReason.INTERRUPTED
    assert result.reported_micro == COST_MICRO
    assert simulator.requests[-1]["query"] == {"id": "gen-1"}


async def test_flagged_input_is_blocked_and_says_why(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, "blocked")
    with pytest.raises(ProviderError, match="violence") as caught:
        await openrouter.generate(make_request(openrouter, TEXT, LUNA), FakeContext())
    assert caught.value.kind is ProviderErrorKind.BLOCKED
    assert caught.value.billed is Billed.FREE


# ------------------------------------------------------------------------------ pictures and sound


async def test_pictures_report_their_cost(openrouter: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(IMAGES, results=2)
    context = FakeContext()
    request = make_request(openrouter, IMAGE, BANANA, result_count=3)
    result = await openrouter.generate(request, context)
    assert [sniff(data) for data in context.results] == [PNG, PNG]
    assert result.missing == "2 of 3 pictures arrived."
    assert result.reported_micro == COST_MICRO
    assert simulator.submissions[0]["body"]["json"]["n"] == 3


async def test_previews_where_the_list_knows_them(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    model = (await models_of(openrouter))[BANANA]
    context = FakeContext()
    result = await openrouter.generate(ask(model, parameters={"stream": True}), context)
    assert [sniff(preview) for preview in context.previews] == [PNG]
    assert len(context.results) == 1
    assert result.reported_micro == COST_MICRO
    assert simulator.submissions[0]["body"]["json"]["stream"] is True


async def test_a_chat_model_draws_in_small_pieces(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, size_bytes=3_000_000)
    model = (await models_of(openrouter))["acme/chat-painter"]
    context = FakeContext()
    result = await openrouter.generate(ask(model), context)
    (sink,) = context.sinks.values()
    assert sniff(bytes(sink.data)) is PNG
    assert sink.largest_write <= 64 * 1024
    assert result.notes["answer"] == "Here it is."
    assert result.reported_micro == COST_MICRO


async def test_a_chat_model_that_only_talks_refused(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, no_picture=True, text="I cannot draw that.")
    model = (await models_of(openrouter))["acme/chat-painter"]
    context = FakeContext()
    result = await openrouter.generate(ask(model), context)
    assert result.finish_reason is FinishReason.REFUSED
    assert "I cannot draw that." in result.missing
    assert result.reported_micro == COST_MICRO
    assert context.results == []


async def test_a_filtered_picture_is_refused_with_its_cost(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    """Without a word beside it, a refusal read as an answer that cannot be read."""
    simulator.plan(CHAT, no_picture=True, text="", finish_reason="content_filter")
    model = (await models_of(openrouter))["acme/chat-painter"]
    result = await openrouter.generate(ask(model), FakeContext())
    assert result.finish_reason is FinishReason.REFUSED
    assert result.missing == "OpenRouter refused this content."
    assert result.reported_micro == COST_MICRO


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"silent": True, "refusal": "I cannot say that."}, "I cannot say that."),
        ({"silent": True, "text": "", "finish_reason": "content_filter"}, "refused"),
    ],
)
async def test_a_spoken_answer_may_be_refused(
    openrouter: BaseProvider, simulator: Simulator, options: dict[str, Any], says: str
) -> None:
    """A refusal read as an answer that broke off, with an open outcome."""
    simulator.plan(CHAT, **options)
    model = (await models_of(openrouter))["openai/gpt-audio-1.5"]
    context = FakeContext()
    result = await openrouter.generate(ask(model), context)
    assert result.finish_reason is FinishReason.REFUSED
    assert says in result.missing
    assert result.reported_micro == COST_MICRO
    assert context.results == []


@pytest.mark.parametrize(
    ("reason", "finish"),
    [("length", FinishReason.TRUNCATED), ("error", FinishReason.INTERRUPTED)],
)
async def test_a_spoken_answer_that_was_cut_says_so(
    openrouter: BaseProvider, simulator: Simulator, reason: str, finish: FinishReason
) -> None:
    simulator.plan(CHAT, finish_reason=reason)
    model = (await models_of(openrouter))["openai/gpt-audio-1.5"]
    result = await openrouter.generate(ask(model), FakeContext())
    assert result.finish_reason is finish


@pytest.mark.parametrize("split", [False, True])
async def test_raw_samples_become_a_wav_file(
    openrouter: BaseProvider, simulator: Simulator, split: bool
) -> None:
    simulator.plan(SPEECH, "split" if split else "", seconds=0.05)
    context = FakeContext()
    request = make_request(openrouter, AUDIO, TTS, parameters={"response_format": "pcm"})
    result = await openrouter.generate(request, context)
    assert context.results == [wav(0.05)]
    assert result.reported_micro == COST_MICRO


async def test_speech_is_sound(openrouter: BaseProvider) -> None:
    context = FakeContext()
    await openrouter.generate(make_request(openrouter, AUDIO, TTS), context)
    assert sniff(context.results[0]) is MP3


@pytest.mark.parametrize("fault", ["", "split"])
async def test_a_chat_model_speaks(
    openrouter: BaseProvider, simulator: Simulator, fault: str
) -> None:
    simulator.plan(CHAT, fault)
    model = (await models_of(openrouter))["openai/gpt-audio-1.5"]
    context = FakeContext()
    result = await openrouter.generate(ask(model), context)
    assert context.results == [wav(0.2)]
    assert sniff(context.results[0]) is WAV
    assert result.notes == {"transcript": "Hello"}
    assert result.reported_micro == COST_MICRO


async def test_half_of_a_spoken_answer_is_no_result(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, "cut_after_headers", chunks=4)
    model = (await models_of(openrouter))["openai/gpt-audio-1.5"]
    context = FakeContext()
    with pytest.raises(ProviderError):
        await openrouter.generate(ask(model), context)
    assert context.results == []
