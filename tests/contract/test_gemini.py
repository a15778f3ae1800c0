"""Gemini: text, uploads, and which models there are."""

from typing import Any

import pytest

from mediadesk.domain.errors import (
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.sniff import PNG, sniff
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    Turn,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import camel, canonical, captured_all
from tests.contract.conftest import KEY, picture
from tests.contract.gemini_calls import (
    IMAGE,
    SPEECH,
    STREAM,
    TEXT,
    given,
    make,
)
from tests.simulator import Simulator
from tests.simulator.media import png, wav

_T = GenerationType
_K = ProviderErrorKind


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
        ("SOMETHING_NEW", FinishReason.OTHER),
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


def test_only_what_always_runs_as_a_job_can_be_left_alone(gemini: BaseProvider) -> None:
    """A picture runs as a job only where the user asks for it."""
    left = {model.id for model in gemini.models if model.is_resumable}
    assert left == {"gemini-omni-1.2-flash", "gemini-omni-1.1-flash"}


@pytest.mark.parametrize(
    "reason", ["OTHER", "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "NEW_ONE"]
)
async def test_an_answer_that_failed_midway_is_not_complete(
    gemini: BaseProvider, simulator: Simulator, reason: str
) -> None:
    """Its words so far read as a whole answer, then as one that had been cut by the network."""
    simulator.plan(STREAM, text="Half of an", finish_reason=reason)
    result, _ = await make(gemini, _T.TEXT, TEXT)
    assert result.finish_reason is FinishReason.OTHER
    assert result.notes == {"ending": reason}
    assert result.texts == ("Half of an",)
