"""OpenRouter: requests equal to the recorded ones, live lists, reported cost, video jobs."""

from datetime import date
from typing import Any

import pytest

from mediadesk.domain.catalog import ModelSpec, PriceUnit
from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import (
    Billed,
    InvalidInputError,
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters, check_parameters
from mediadesk.domain.sniff import MP3, MP4, PNG, WAV, sniff
from mediadesk.providers.base import Account, BaseProvider, ProviderInput, ProviderRequest, Turn
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.http import HttpRoom
from mediadesk.providers.openrouter_models import make_model
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import mp4, wav
from tests.simulator.openrouter_routes import COST, WRONG_KEY, entry

TEXT, IMAGE, VIDEO, AUDIO = (
    GenerationType.TEXT,
    GenerationType.IMAGE,
    GenerationType.VIDEO,
    GenerationType.AUDIO,
)
LUNA, BANANA, VEO = "openai/gpt-6-luna", "google/gemini-nano-banana-2.1", "google/veo-3.1"
TTS = "google/gemini-3.8-flash-tts"
CHAT, IMAGES, VIDEOS, SPEECH = "/chat/completions", "/images", "/videos", "/audio/speech"
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


async def listed(provider: BaseProvider) -> dict[str, ModelSpec]:
    return {model.id: model for model in await provider.available_models()}


def ask(model: ModelSpec, prompt: str = "Hello", **more: Any) -> ProviderRequest:
    parameters = check_parameters(model.parameters, more.pop("parameters", {}))
    return ProviderRequest(model.types[0], model, prompt, parameters, **more)


# --------------------------------------------------------- equal to what the official client sent


async def test_chat_stream(openrouter: BaseProvider, simulator: Simulator) -> None:
    parameters: Parameters = {"max_completion_tokens": 256, "temperature": 0.7}
    request = bare_request(openrouter, TEXT, LUNA, "Say hi", parameters)
    await openrouter.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == recorded("chat_stream")


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
    """The official client's default names no kinds; then the service lists text models only."""
    await openrouter.available_models()
    models, images, videos = (canonical(entry) for entry in simulator.requests)
    assert models["query"].pop("output_modalities") == "text,image,audio,video,speech"
    assert models == recorded("models_list")
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
        ({"finish_reason": "tool_calls"}, FinishReason.COMPLETE),
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
    model = (await listed(openrouter))[BANANA]
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
    model = (await listed(openrouter))["acme/chat-painter"]
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
    model = (await listed(openrouter))["acme/chat-painter"]
    context = FakeContext()
    result = await openrouter.generate(ask(model), context)
    assert result.finish_reason is FinishReason.REFUSED
    assert "I cannot draw that." in result.missing
    assert result.reported_micro == COST_MICRO
    assert context.results == []


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
    model = (await listed(openrouter))["openai/gpt-audio-1.5"]
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
    model = (await listed(openrouter))["openai/gpt-audio-1.5"]
    context = FakeContext()
    with pytest.raises(ProviderError):
        await openrouter.generate(ask(model), context)
    assert context.results == []


# --------------------------------------------------------------------------------------- video jobs


async def test_video_is_polled_with_growing_waits(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(VIDEOS, polls=5)
    context = FakeContext()
    result = await openrouter.generate(make_request(openrouter, VIDEO, VEO), context)
    assert context.results == [mp4()]
    assert sniff(context.results[0]) is MP4
    assert context.jobs[0].id == "gen-vid-1"
    assert context.sleeps == [10.0, 15.0, 22.5, 30.0, 30.0]
    assert context.events.index("accepted") < context.events.index("fetching")
    assert (result.reported_micro, result.request_id) == (3_200_000, "gen-9")
    assert result.usage.seconds == 8


async def test_video_goes_on_after_a_restart(
    openrouter: BaseProvider, http: HttpRoom, simulator: Simulator
) -> None:
    class Killed(FakeContext):
        async def progress(self, fraction: float | None, stage: str) -> None:
            raise RuntimeError("killed")

    request = make_request(openrouter, VIDEO, VEO)
    before = Killed()
    with pytest.raises(RuntimeError, match="killed"):
        await openrouter.generate(request, before)
    context = FakeContext()
    again = connect(http, simulator)
    result = await again.resume(before.jobs[0], request, context)
    assert context.results == [mp4()]
    assert result.reported_micro == 3_200_000
    assert len(simulator.submissions) == 1
    assert context.events.count("submitting") == 0


@pytest.mark.parametrize(
    ("options", "kind", "billed"),
    [
        ({"status": "failed"}, ProviderErrorKind.SERVER, Billed.FREE),
        ({"status": "failed", "cost": 1.5}, ProviderErrorKind.SERVER, Billed.CHARGED),
        (
            {"status": "failed", "error": "Blocked by the safety policy"},
            ProviderErrorKind.BLOCKED,
            Billed.FREE,
        ),
        ({"status": "cancelled"}, ProviderErrorKind.SERVER, Billed.FREE),
        ({"status": "expired"}, ProviderErrorKind.EXPIRED, Billed.UNKNOWN),
        ({"status": "dancing"}, ProviderErrorKind.MALFORMED, Billed.UNKNOWN),
    ],
)
async def test_video_that_fails(
    openrouter: BaseProvider,
    simulator: Simulator,
    options: dict[str, Any],
    kind: ProviderErrorKind,
    billed: Billed,
) -> None:
    simulator.plan(VIDEOS, **options)
    context = FakeContext()
    with pytest.raises(ProviderError) as caught:
        await openrouter.generate(make_request(openrouter, VIDEO, VEO), context)
    assert (caught.value.kind, caught.value.billed) == (kind, billed)
    assert context.results == []


@pytest.mark.parametrize("fault", ["wrong_key", "no_credit", "forbidden"])
async def test_a_refused_poll_leaves_the_outcome_open(
    openrouter: BaseProvider, simulator: Simulator, fault: str
) -> None:
    simulator.plan("/gen-vid-1", fault)
    with pytest.raises(ProviderError) as caught:
        await openrouter.generate(make_request(openrouter, VIDEO, VEO), FakeContext())
    assert caught.value.billed is Billed.UNKNOWN


async def test_a_video_that_is_gone_has_expired(openrouter: BaseProvider) -> None:
    job = RemoteJob("gen-vid-99")
    with pytest.raises(ProviderError) as caught:
        await openrouter.resume(job, make_request(openrouter, VIDEO, VEO), FakeContext())
    assert caught.value.kind is ProviderErrorKind.EXPIRED


async def test_a_polling_address_elsewhere_is_not_asked(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(VIDEOS, polls=0)
        request = make_request(openrouter, VIDEO, VEO)
        await openrouter.generate(request, FakeContext())
        job = RemoteJob("gen-vid-1", {"polling_url": f"{elsewhere.root_url}/steal"})
        await openrouter.resume(job, request, FakeContext())
        assert elsewhere.requests == []


async def test_frames_and_references_exclude_each_other(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    inputs = (picture(DOT, "a.png", "first_frame"), picture(DOT, "b.png", "reference"))
    request = make_request(openrouter, VIDEO, VEO, inputs=inputs)
    with pytest.raises(InvalidInputError):
        await openrouter.generate(request, FakeContext())
    assert simulator.requests == []


# ------------------------------------------------------------------------------------ live lists


async def test_lists_become_forms_limits_and_prices(openrouter: BaseProvider) -> None:
    models = await listed(openrouter)
    sonnet = models["anthropic/claude-sonnet-5.5"]
    assert sonnet.ends_on == date(2027, 3, 1)
    assert (sonnet.context_tokens, sonnet.maximum_output_tokens) == (200_000, 32_000)
    names = {spec.name for spec in sonnet.parameters}
    assert {"max_tokens", "temperature", "top_k", "reasoning_effort", "seed"} <= names
    assert "min_p" not in names
    rates = {price.unit: price.micro for price in sonnet.pricing.prices}
    assert rates == {PriceUnit.INPUT_TOKEN: 500_000, PriceUnit.OUTPUT_TOKEN: 2_500_000}
    assert models["meta/llama-5:free"].pricing.is_free
    assert models["openrouter/auto"].pricing.prices == ()
    assert models[BANANA].types == (IMAGE,)
    assert models[BANANA].input_roles[0].maximum_count == 4
    assert models[TTS].types == models["openai/gpt-audio-1.5"].types == (AUDIO,)


async def test_a_picture_is_not_priced_like_text(openrouter: BaseProvider) -> None:
    models = await listed(openrouter)
    rates = {price.unit: price.micro for price in models[BANANA].pricing.prices}
    assert rates == {PriceUnit.INPUT_TOKEN: 1_500_000, PriceUnit.OUTPUT_TOKEN: 30_000_000}
    assert models["acme/chat-painter"].pricing.prices == ()
    silent = make_model(BANANA, BANANA, IMAGE, {"wire": "images", "usd": {"completion": "0.1"}})
    assert {price.unit for price in silent.pricing.prices} >= {PriceUnit.IMAGE}


async def test_video_prices_follow_the_resolution(openrouter: BaseProvider) -> None:
    model = (await listed(openrouter))[VEO]
    calculator = CostCalculator()
    cheap = calculator.estimate(model, 10, {"duration": "6", "resolution": "720p"}, 1)
    dear = calculator.estimate(model, 10, {"duration": "6", "resolution": "1080p"}, 1)
    assert (cheap.upper_micro, dear.upper_micro) == (2_400_000, 3_600_000)


async def test_hundreds_of_models_come_page_by_page(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    many = [entry(f"acme/model-{number}", ["text"]) for number in range(1_203)]
    simulator.plan("/models", count=3, models=many)
    models = await listed(openrouter)
    assert len([name for name in models if name.startswith("acme/model-")]) == 1_203
    offsets = [request["query"].get("offset") for request in simulator.requests[:3]]
    assert offsets == ["0", "500", "1000"]


async def test_facts_make_the_same_model_again(openrouter: BaseProvider) -> None:
    for model in await openrouter.available_models():
        again = openrouter.model_remembered(model.id, model.types[0], model.facts)
        assert again is not None
        assert again.parameters == model.parameters
        assert again.pricing == model.pricing
        assert again.input_roles == model.input_roles


HOSTILE: tuple[Any, ...] = (
    *(None, 7, "x", {}, {"id": 7}, {"id": ""}, {"id": "a\nb"}, {"id": "x" * 300}),
    {"id": "a", "architecture": 7, "pricing": 7, "top_provider": [], "supported_parameters": 1},
    {"id": "a", "architecture": {"output_modalities": ["text"]}, "pricing": {"prompt": "NaN"}},
    {"id": "a", "architecture": {"output_modalities": ["text"]}, "pricing": {"prompt": "-1e9"}},
    {"id": "a", "architecture": {"output_modalities": [7, ["text"]]}, "expiration_date": "soon"},
)


@pytest.mark.parametrize("told", HOSTILE, ids=str)
async def test_no_entry_of_a_list_breaks_it(
    openrouter: BaseProvider, simulator: Simulator, told: Any
) -> None:
    good = entry("acme/good", ["text"])
    simulator.plan("/videos/models", video_models=[told])
    simulator.plan("/images/models", image_models=[told])
    simulator.plan("/models", models=[told, good])
    models = await listed(openrouter)
    assert models["acme/good"].pricing.prices
    assert all(model_id.isprintable() for model_id in models)


@pytest.mark.parametrize(
    "described",
    [
        {"x": 7, "y": {"type": "enum", "values": []}, "z": {"type": "range", "min": "a"}},
        {"a b": {"type": "boolean"}, "c": {"type": "range", "min": 5, "max": 1}},
        {"d": {"type": "range", "min": True, "max": False}, "e": {"type": "magic"}},
    ],
)
def test_descriptions_that_mean_nothing_are_left_out(described: dict[str, Any]) -> None:
    model = make_model("a/b", "B", IMAGE, {"wire": "images", "described": described})
    names = {spec.name for spec in model.parameters}
    assert not names & {"x", "y", "z", "a b", "c", "d", "e"}


async def test_a_gateway_without_side_lists(openrouter: BaseProvider, simulator: Simulator) -> None:
    simulator.plan("/images/models", "no_model")
    simulator.plan("/videos/models", "no_model")
    models = await listed(openrouter)
    assert LUNA in models
    assert VEO not in models


# ------------------------------------------------------------------------------------------ key


async def test_key_check_tells_what_is_left(openrouter: BaseProvider, simulator: Simulator) -> None:
    status = await openrouter.check_key()
    assert (status.message, status.credit_micro) == ("Works. $7.50 left.", 7_500_000)
    simulator.plan("/key", key={"limit_remaining": -0.2})
    assert (await openrouter.check_key()).credit_micro == 0
    simulator.plan("/key", key={"limit_remaining": None, "is_free_tier": True})
    assert (await openrouter.check_key()).message.startswith("Works (free tier).")


async def test_wrong_key(http: HttpRoom, simulator: Simulator) -> None:
    status = await connect(http, simulator, WRONG_KEY).check_key()
    assert not status.works
    assert WRONG_KEY not in status.message
