"""Gemini: pictures and speech."""

import struct

import pytest

from mediadesk.domain.errors import (
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.domain.sniff import MP3, WAV, sniff
from mediadesk.providers.base import (
    BaseProvider,
)
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import bare_request
from tests.contract.gemini_calls import (
    GENERATE,
    IMAGE,
    MP3_SPEECH,
    SPEECH,
    make,
)
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import wav

_T = GenerationType
_K = ProviderErrorKind


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
    usage = result.usage
    assert (usage.output_tokens, usage.image_output_tokens) == (12, 7)


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
