"""Gemini and Nano Banana: requests equal to the recorded ones, and what each kind answers."""

import base64
import struct
from typing import Any

import pytest

from mediadesk.domain.errors import (
    InvalidInputError,
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.domain.sniff import MP3, PNG, WAV, sniff
from mediadesk.providers.base import Account, BaseProvider, GenerationResult, ProviderInput, Turn
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.http import HttpRoom
from tests.contract.canonical import camel, canonical, captured, captured_all
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png, wav

_T = GenerationType
TEXT, IMAGE, SPEECH, MP3_SPEECH = (
    *("gemini-3.8-flash", "gemini-nano-banana-2.1", "gemini-3.8-flash-lite-tts"),
    "gemini-3.8-flash-tts",
)
STREAM, GENERATE, JOBS = ":streamGenerateContent", ":generateContent", "/interactions"


@pytest.fixture
def gemini(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(simulator.root_url, KEY)
    return ProviderFactory(http).create(ProviderId("gemini"), account)


def given(data: bytes, type: GenerationType, mime: str, role: str) -> ProviderInput:
    async def read() -> bytes:
        return data

    return ProviderInput(role, type, mime, len(data), "private name.bin", read)


async def make(
    provider: BaseProvider, type: GenerationType, model: str, prompt: str = "Hello", **more: Any
) -> tuple[GenerationResult, FakeContext]:
    context = FakeContext()
    request = make_request(provider, type, model, prompt, **more)
    return await provider.generate(request, context), context


def expected_of(name: str) -> dict[str, Any]:
    """A recorded request; the official client mixes two spellings of field names, we use one."""
    found = captured(name, "gemini")
    return {**found, "body": {"json": camel(found["body"]["json"])}}


# ------------------------------------------------------------------- equal to the recorded calls


async def test_text_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    """Recorded without streaming; the same body is streamed here."""
    parameters: Parameters = {
        "system_prompt": "Be brief.",
        "max_output_tokens": 256,
        "thinking_level": "LOW",
        "safety_harassment": "BLOCK_ONLY_HIGH",
    }
    request = bare_request(gemini, _T.TEXT, TEXT, "Say hi", parameters)
    await gemini.generate(request, FakeContext())
    expected = expected_of("generate_content_text")
    sent = canonical(simulator.requests[0])
    assert sent["body"] == expected["body"]
    streamed = expected_of("generate_content_stream")
    for part in ("method", "path", "query", "headers"):
        assert sent[part] == streamed[part]


async def test_sampling_equals_the_recorded_call(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """Recorded with a count of one, which is what counts without it."""
    parameters: Parameters = {
        "temperature": 0.7,
        "top_p": 0.9,
        "top_k": 40,
        "stop": "END",
        "seed": 7,
    }
    request = bare_request(gemini, _T.TEXT, "gemini-2.5-flash", "Say hi", parameters)
    await gemini.generate(request, FakeContext())
    expected = expected_of("generate_content_text_sampling")["body"]
    del expected["json"]["generationConfig"]["candidateCount"]
    assert canonical(simulator.requests[0])["body"] == expected


async def test_picture_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    parameters = {"aspect_ratio": "16:9", "image_size": "1K"}
    request = bare_request(gemini, _T.IMAGE, IMAGE, "A red cube", parameters)
    await gemini.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == expected_of("generate_content_image")


@pytest.mark.parametrize("name", ["gemini", "nano-banana"])
async def test_edit_equals_the_recorded_call(
    http: HttpRoom, simulator: Simulator, name: str
) -> None:
    account = Account(simulator.root_url, KEY)
    provider = ProviderFactory(http).create(ProviderId(name), account)
    dot = picture(base64.b64decode("iVBORw=="), "in.png")
    parameters = {"modalities": "image_and_text"}
    request = bare_request(
        provider, _T.IMAGE, "gemini-3-pro-image", "Make it blue", parameters, inputs=(dot,)
    )
    await provider.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == expected_of("generate_content_image_edit")


async def test_speech_equals_the_recorded_call(gemini: BaseProvider, simulator: Simulator) -> None:
    request = bare_request(
        gemini, _T.AUDIO, "gemini-3.8-flash-tts", "Say cheerfully: hello", {"voice": "Kore"}
    )
    await gemini.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == expected_of("generate_content_tts")


async def test_styled_speech_equals_the_recorded_call(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    parameters = {"custom_voice": "Kore", "style": "cheerful", "language": "en-US"}
    request = bare_request(gemini, _T.AUDIO, SPEECH, "Have a wonderful day!", parameters)
    await gemini.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == expected_of("generate_content_tts_style")


async def test_two_speakers_equal_the_recorded_call(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """Recorded with the names inside the text, which is how the older family takes them."""
    parameters = {
        "voice": "Kore",
        "speaker": "Joe",
        "second_speaker": "Jane",
        "second_voice": "Puck",
    }
    model = "gemini-2.5-flash-preview-tts"
    request = bare_request(gemini, _T.AUDIO, model, "Joe: Hi\nJane: Hello", parameters)
    await gemini.generate(request, FakeContext())
    expected = expected_of("generate_content_tts_multispeaker")
    assert canonical(simulator.requests[0])["body"] == expected["body"]
    request = bare_request(gemini, _T.AUDIO, MP3_SPEECH, "Joe: Hi\nJane: Hello", parameters)
    await gemini.generate(request, FakeContext())
    expected["body"]["json"]["contents"][0]["parts"] = [
        {"text": "Hi", "speechMetadata": {"speaker": "Joe"}},
        {"text": "Hello", "speechMetadata": {"speaker": "Jane"}},
    ]
    assert canonical(simulator.requests[1]) == expected


async def test_model_lists_equal_the_recorded_calls_but_for_the_page(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """The official client was asked for pages of 100; the largest page saves requests."""
    await gemini.available_models()
    recorded = [captured(name, "gemini") for name in ("models_list", "models_list_v1beta")]
    sent = [canonical(entry) for entry in simulator.requests]
    for ours, theirs in zip(sent, recorded, strict=True):
        assert ours["query"].pop("pageSize") == "1000"
        assert theirs["query"].pop("pageSize") == "100"
        del theirs["headers"]["content-type"]  # of a body that is not there
        assert ours == theirs


async def test_long_requests_are_counted_before_they_cost(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(":countTokens", "status", status=200, document={"totalTokens": 250_000})
    request = make_request(gemini, _T.TEXT, "gemini-2.5-pro", "word " * 80_000)
    with pytest.raises(InvalidInputError, match="250,000 tokens"):
        await gemini.generate(request, FakeContext())
    (counted,) = simulator.requests
    expected = captured("count_tokens", "gemini")
    expected["path"] = expected["path"].replace(TEXT, "gemini-2.5-pro")
    expected["body"]["json"]["contents"][0]["parts"][0]["text"] = request.prompt
    assert canonical(counted) == expected


# ------------------------------------------------------------------------------------------ text


async def test_conversation_and_inputs(gemini: BaseProvider, simulator: Simulator) -> None:
    inputs = (
        given(b"%PDF-1.7", _T.TEXT, "application/pdf", "document"),
        given(wav(0.1), _T.AUDIO, "audio/wav", "audio"),
        given(b"\0\0\0\x18ftypmp42", _T.VIDEO, "video/mp4", "video"),
        picture(png(2, 2), "a.png"),
    )
    turns = (Turn("user", "First"), Turn("assistant", "Answer"))
    await make(gemini, _T.TEXT, TEXT, inputs=inputs, turns=turns)
    contents = simulator.requests[0]["body"]["json"]["contents"]
    assert [content["role"] for content in contents] == ["user", "model", "user"]
    *media, text = contents[2]["parts"]
    mimes = [part["inlineData"]["mimeType"] for part in media]
    assert mimes == ["application/pdf", "audio/wav", "video/mp4", "image/png"]
    assert text == {"text": "Hello"}
    assert "private name" not in str(simulator.requests)


async def test_all_parameters_reach_the_server(gemini: BaseProvider, simulator: Simulator) -> None:
    parameters = {
        "include_thoughts": True,
        "thinking_level": "HIGH",
        "output_schema": '{"type": "object"}',
        "safety_civic": "OFF",
    }
    extra = {"generationConfig": {"presencePenalty": 0.2}, "cachedContent": "c"}
    await make(gemini, _T.TEXT, TEXT, parameters=parameters, extra=extra)
    sent = simulator.requests[0]["body"]["json"]
    config = sent["generationConfig"]
    assert config["thinkingConfig"] == {"thinkingLevel": "HIGH", "includeThoughts": True}
    assert config["responseJsonSchema"] == {"type": "object"}
    assert (config["presencePenalty"], config["maxOutputTokens"]) == (0.2, 4096)
    assert sent["safetySettings"] == [
        {"category": "HARM_CATEGORY_CIVIC_INTEGRITY", "threshold": "OFF"}
    ]
    assert sent["cachedContent"] == "c"


@pytest.mark.parametrize(
    ("parameters", "extra", "name"),
    [
        ({"output_schema": "{no"}, {}, "output_schema"),
        ({}, {"contents": []}, "contents"),
        ({}, {"generationConfig": {"maxOutputTokens": 9}}, "generationConfig"),
    ],
)
async def test_what_cannot_be_meant_is_refused_before_sending(
    gemini: BaseProvider,
    simulator: Simulator,
    parameters: dict[str, Any],
    extra: dict[str, Any],
    name: str,
) -> None:
    with pytest.raises(InvalidParameterError) as caught:
        await make(gemini, _T.TEXT, TEXT, parameters=parameters, extra=extra)
    assert caught.value.parameter == name
    assert simulator.requests == []


async def test_thinking_is_a_stage_and_not_text(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(STREAM, thinking="Hmm.", text="Yes.")
    result, context = await make(gemini, _T.TEXT, TEXT)
    assert result.texts == ("Yes.",)
    assert "progress Thinking" in context.events
    usage = result.usage
    assert (usage.output_tokens, usage.reasoning_tokens, usage.cached_input_tokens) == (12, 3, 2)
    assert result.request_id == "resp-1"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("STOP", FinishReason.COMPLETE),
        ("MAX_TOKENS", FinishReason.TRUNCATED),
        ("SAFETY", FinishReason.REFUSED),
        ("RECITATION", FinishReason.REFUSED),
        ("SPII", FinishReason.REFUSED),
        ("MODEL_ARMOR", FinishReason.REFUSED),
        ("SOMETHING_NEW", FinishReason.COMPLETE),
        (None, FinishReason.INTERRUPTED),
    ],
)
async def test_finish_reasons(
    gemini: BaseProvider, simulator: Simulator, reason: str | None, expected: FinishReason
) -> None:
    simulator.plan(STREAM, finish_reason=reason, text="Some text", finish_message="Why.")
    result, _ = await make(gemini, _T.TEXT, TEXT)
    assert result.finish_reason is expected
    assert result.texts == ("Some text",)
    assert ("Why." in result.missing) is (expected is FinishReason.REFUSED)


@pytest.mark.parametrize("type", [_T.TEXT, _T.IMAGE, _T.AUDIO], ids=str)
@pytest.mark.parametrize("reason", ["SAFETY", "PROHIBITED_CONTENT", "JAILBREAK", "NEW_REASON"])
async def test_refused_prompts_are_told_from_errors(
    gemini: BaseProvider, simulator: Simulator, type: GenerationType, reason: str
) -> None:
    model = {_T.TEXT: TEXT, _T.IMAGE: IMAGE, _T.AUDIO: SPEECH}[type]
    simulator.plan("", block_reason=reason)
    result, context = await make(gemini, type, model)
    assert result.finish_reason is FinishReason.REFUSED
    assert result.missing.startswith("Gemini refused this request ")
    assert result.texts == ()
    assert context.results == []
    assert result.usage.input_tokens is not None


async def test_a_model_of_the_beta_version_is_found_and_remembered(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    await make(gemini, _T.TEXT, "gemini-9-comet-preview")
    paths = [(entry["method"], entry["path"]) for entry in simulator.requests]
    assert paths == [
        ("POST", f"/v1/models/gemini-9-comet-preview{STREAM}"),
        ("GET", "/v1/models/gemini-9-comet-preview"),
        ("GET", "/v1beta/models/gemini-9-comet-preview"),
        ("POST", f"/v1beta/models/gemini-9-comet-preview{STREAM}"),
    ]
    await make(gemini, _T.TEXT, "gemini-9-comet-preview")
    assert len(simulator.requests) == 5


async def test_newest_aliases_go_to_the_beta_version(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    await make(gemini, _T.TEXT, "gemini-flash-latest")
    assert simulator.requests[0]["path"].startswith("/v1beta/")


# ---------------------------------------------------------------------------------------- uploads


async def test_large_inputs_are_uploaded_and_deleted(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    film = given(b"\0\0\0\x18ftypmp42" + bytes(9 * 1024 * 1024), _T.VIDEO, "video/mp4", "video")
    simulator.plan("/upload/v1/files", states=["PROCESSING", "PROCESSING"])
    _, context = await make(gemini, _T.TEXT, TEXT, inputs=(film,))
    start, first, last, poll, poll_again, count, ask, delete = map(canonical, simulator.requests)
    assert count["path"].endswith(":countTokens")
    recorded, _ = captured_all("files_upload", "gemini")
    for entry, ours in ((recorded, False), (start, True)):
        file = camel(entry["body"]["json"]["file"])
        assert file.pop("displayName") == ("input.mp4" if ours else "in.png")
        assert set(file) == {"mimeType", "sizeBytes"}
    assert start["headers"].keys() == recorded["headers"].keys()
    assert "x-goog-api-key" not in first["headers"]
    assert first["headers"]["x-goog-upload-command"] == "upload"
    assert last["headers"]["x-goog-upload-command"] == "upload, finalize"
    assert last["headers"]["x-goog-upload-offset"] == str(8 * 1024 * 1024)
    assert (poll["path"], poll_again["path"]) == ("/v1/files/abc1", "/v1/files/abc1")
    sent = ask["body"]["json"]["contents"][0]["parts"][0]["fileData"]
    assert sent == {"mimeType": "video/mp4", "fileUri": f"{simulator.root_url}/v1/files/abc1"}
    assert (delete["method"], delete["path"]) == ("DELETE", "/v1/files/abc1")
    assert context.sleeps == [5.0, 5.0]
    assert context.events.index("submitting") > context.events.index("progress Uploading")


async def test_a_file_that_cannot_be_read_stops_before_money_is_spent(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    film = given(b"x" * (5 * 1024 * 1024), _T.VIDEO, "video/mp4", "video")
    simulator.plan("/upload/v1/files", states=["FAILED"])
    with pytest.raises(ProviderError, match="Nothing was charged"):
        await make(gemini, _T.TEXT, TEXT, inputs=(film,))
    assert [entry["method"] for entry in simulator.requests] == ["POST", "POST", "DELETE"]


async def test_an_upload_address_elsewhere_is_not_used(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    film = given(b"x" * (5 * 1024 * 1024), _T.VIDEO, "video/mp4", "video")
    with Simulator() as elsewhere:
        simulator.plan("/upload/v1/files", upload_url=f"{elsewhere.root_url}/upload/resumable/1")
        with pytest.raises(ProviderError, match="outside its own API"):
            await make(gemini, _T.TEXT, TEXT, inputs=(film,))
        assert elsewhere.requests == []


# --------------------------------------------------------------------------------------- pictures


async def test_the_picture_is_kept_and_the_thought_is_not(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(GENERATE, thought_picture=True, size=(64, 48))
    result, context = await make(gemini, _T.IMAGE, IMAGE)
    (data,) = context.results
    assert struct.unpack(">II", data[16:24]) == (64, 48)
    assert result.finish_reason is FinishReason.COMPLETE


async def test_large_pictures_and_signatures_stream_through(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(GENERATE, size_bytes=6_000_000, signature=3_000_000)
    _, context = await make(gemini, _T.IMAGE, IMAGE)
    (sink,) = context.sinks.values()
    assert sink.is_finished
    assert len(sink.data) > 5_900_000
    assert sink.largest_write <= 64 * 1024


async def test_words_instead_of_a_picture_are_shown(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(GENERATE, no_media=True, text="I would rather not.", finish_reason="NO_IMAGE")
    result, context = await make(gemini, _T.IMAGE, IMAGE)
    assert result.texts == ("I would rather not.",)
    assert "words" in result.missing
    assert context.results == []


@pytest.mark.parametrize("reason", ["IMAGE_SAFETY", "IMAGE_OTHER", "OTHER", "NO_IMAGE"])
async def test_no_picture_and_no_words_is_a_refusal(
    gemini: BaseProvider, simulator: Simulator, reason: str
) -> None:
    simulator.plan(GENERATE, no_media=True, finish_reason=reason, finish_message="Unsafe.")
    result, _ = await make(gemini, _T.IMAGE, IMAGE)
    assert result.finish_reason is FinishReason.REFUSED
    assert "Unsafe." in result.missing
    assert result.usage.output_tokens == 12


async def test_words_beside_the_picture_are_kept(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(GENERATE, text="A cube.", size=(8, 8))
    parameters = {"modalities": "image_and_text", "thinking_level": "HIGH"}
    result, context = await make(gemini, _T.IMAGE, IMAGE, parameters=parameters)
    assert result.texts == ("A cube.",)
    assert len(context.results) == 1
    config = simulator.requests[0]["body"]["json"]["generationConfig"]
    assert config["thinkingConfig"] == {"thinkingLevel": "HIGH"}


async def test_a_model_with_one_size_is_sent_none(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    await make(gemini, _T.IMAGE, "gemini-2.5-flash-image")
    assert "imageConfig" not in simulator.requests[0]["body"]["json"]["generationConfig"]


# ----------------------------------------------------------------------------------------- speech


async def test_bare_samples_become_a_file(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(GENERATE, pcm=True, seconds=0.25)
    _, context = await make(gemini, _T.AUDIO, SPEECH)
    assert context.results == [wav(0.25)]


@pytest.mark.parametrize("seconds", [0.0, 1 / 24_000, 2 / 24_000])
async def test_the_shortest_sounds(
    gemini: BaseProvider, simulator: Simulator, seconds: float
) -> None:
    simulator.plan(GENERATE, pcm=True, seconds=seconds)
    if seconds == 0:
        with pytest.raises(ProviderError, match="no sound"):
            await make(gemini, _T.AUDIO, SPEECH)
        return
    _, context = await make(gemini, _T.AUDIO, SPEECH)
    assert context.results == [wav(seconds)]


async def test_whole_files_are_left_as_they_are(gemini: BaseProvider, simulator: Simulator) -> None:
    _, context = await make(gemini, _T.AUDIO, SPEECH)
    assert context.results == [wav(0.5)]
    assert sniff(context.results[0]) is WAV


@pytest.mark.parametrize(
    ("parameters", "prompt"),
    [
        ({"speaker": "Joe"}, "Joe: Hi"),
        ({"speaker": "Joe", "second_speaker": "Joe"}, "Joe: Hi"),
        ({"speaker": "Joe", "second_speaker": "Jane"}, "Hello there"),
        ({"speaker": "Joe", "second_speaker": "Jane"}, "Well. Joe: Hi"),
    ],
)
@pytest.mark.parametrize("model", [SPEECH, "gemini-2.5-flash-preview-tts"])
async def test_speakers_must_be_told_apart(
    gemini: BaseProvider,
    simulator: Simulator,
    parameters: dict[str, str],
    prompt: str,
    model: str,
) -> None:
    with pytest.raises(InvalidParameterError):
        await make(gemini, _T.AUDIO, model, prompt, parameters=parameters)
    assert simulator.requests == []


async def test_compressed_speech_goes_through_an_interaction(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    """Recorded for WAV; that format is made by the other protocol here."""
    parameters = {"file_format": "mp3", "voice": "Kore"}
    request = bare_request(gemini, _T.AUDIO, MP3_SPEECH, "Say cheerfully: hello", parameters)
    context = FakeContext()
    await gemini.generate(request, context)
    expected = captured("interactions_create_tts", "gemini")
    expected["body"]["json"]["response_format"]["mime_type"] = "audio/mp3"
    assert canonical(simulator.requests[0]) == expected
    assert sniff(context.results[0]) is MP3


async def test_styled_speakers_in_an_interaction(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    parameters = {
        "file_format": "ogg_opus",
        "speaker": "Joe",
        "second_speaker": "Jane",
        "style": "calm",
        "language": "en-GB",
        "bit_rate": 64_000,
    }
    await make(gemini, _T.AUDIO, SPEECH, "Joe: Hi\nJane: Hello", parameters=parameters)
    sent = simulator.requests[0]["body"]["json"]
    (step,) = sent["input"]
    assert step["content"][1] == {
        "type": "text",
        "text": "Hello",
        "annotations": [{"type": "speech_metadata", "style": "calm", "speaker": "Jane"}],
    }
    assert sent["generation_config"]["speech_config"] == [
        {"speaker": "Joe", "voice": "Kore", "language": "en-GB"},
        {"speaker": "Jane", "voice": "Puck", "language": "en-GB"},
    ]
    assert sent["response_format"]["bit_rate"] == 64_000


# ----------------------------------------------------------------------------------------- models


async def test_models_are_sorted_into_kinds(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan("/models", page=3, count=-1)
    models = {model.id: model for model in await gemini.available_models()}
    kinds = {name: model.types[0] for name, model in models.items()}
    assert kinds["gemini-3.8-flash-lite-tts"] is _T.AUDIO
    assert kinds["gemini-9-comet"] is _T.TEXT
    assert kinds["gemini-omni-1.2-flash"] is _T.VIDEO
    assert kinds["lyria-3.5"] is _T.AUDIO
    assert kinds["gemini-nano-banana-2.1"] is _T.IMAGE
    assert kinds["veo-3.1-generate-001"] is _T.VIDEO
    assert models["veo-3.1-generate-001"].ends_on is None
    assert "gemini-3.8-flash-live" not in kinds
    assert "gemini-embedding-2" not in kinds
    assert "gemini-2.5-flash" not in kinds


async def test_nano_banana_offers_pictures_alone(http: HttpRoom, simulator: Simulator) -> None:
    account = Account(f"{simulator.root_url}/v1beta", KEY)
    provider = ProviderFactory(http).create(ProviderId("nano-banana"), account)
    models = await provider.available_models()
    assert [model.id for model in models] == [IMAGE, "gemini-3-pro-image"]
    assert {model.provider_id for model in models} == {"nano-banana"}
    assert provider.model_named(TEXT, _T.TEXT) is None
    assert (await provider.check_key()).message == "Works. 2 models available."


@pytest.mark.parametrize(
    ("model_id", "type", "successor"),
    [
        ("imagen-4.0-generate-001", _T.IMAGE, IMAGE),
        ("veo-3.0-generate-001", _T.VIDEO, "gemini-omni-1.2-flash"),
        ("veo-3.1-generate-preview", _T.VIDEO, "gemini-omni-1.2-flash"),
        ("gemini-3-pro-preview", _T.TEXT, "gemini-4-argon"),
        ("gemini-3-pro-image-preview", _T.IMAGE, "gemini-3-pro-image"),
    ],
)
def test_ended_models_name_what_replaces_them(
    gemini: BaseProvider, model_id: str, type: GenerationType, successor: str
) -> None:
    model = gemini.model_named(model_id, type)
    assert model is not None
    assert model.replaced_by == successor
    assert model.ends_on is not None


@pytest.mark.parametrize(
    "model_id", ["gemini-embedding-2", "gemini-2.5-flash-live", "gpt-4o", "a/b", "gemini-\x07", ""]
)
def test_what_cannot_be_used_is_not_offered(gemini: BaseProvider, model_id: str) -> None:
    assert all(gemini.model_named(model_id, type) is None for type in _T)


async def test_a_spent_key_is_told_from_a_busy_one(
    gemini: BaseProvider, simulator: Simulator
) -> None:
    told = {"code": 429, "message": "Your prepay credits are depleted.", "status": "X"}
    simulator.plan(STREAM, "status", status=429, document=[{"error": told}])
    with pytest.raises(ProviderError) as caught:
        await make(gemini, _T.TEXT, TEXT)
    assert caught.value.kind is ProviderErrorKind.CREDIT


async def test_png_is_recognised(gemini: BaseProvider) -> None:
    _, context = await make(gemini, _T.IMAGE, IMAGE)
    assert sniff(context.results[0]) is PNG
