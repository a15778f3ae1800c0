"""Gemini and Nano Banana: requests equal those that Google’s client was recorded to send."""

import base64

import pytest

from mediadesk.domain.errors import (
    InvalidInputError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import (
    Account,
    BaseProvider,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.contract.differences import compare
from tests.contract.gemini_calls import (
    IMAGE,
    MP3_SPEECH,
    SPEECH,
    TEXT,
    expected_of,
)
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_T = GenerationType
_K = ProviderErrorKind


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
    await gemini.available_models()
    recorded = [captured(name, "gemini") for name in ("models_list", "models_list_v1beta")]
    sent = [canonical(entry) for entry in simulator.requests]
    for ours, theirs in zip(sent, recorded, strict=True):
        compare("gemini", "models_list", ours, theirs)


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
