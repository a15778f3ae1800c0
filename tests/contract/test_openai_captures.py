"""Our requests equal those that the official client was recorded to send."""

from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.providers.base import BaseProvider
from mediadesk.providers.openai.chat import READ_ALOUD
from tests.contract.calls import CALLS, DOT, Call
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import bare_request, picture
from tests.contract.differences import compare
from tests.fakes.context import FakeContext
from tests.simulator import Simulator


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.capture)
async def test_request_equals_the_recorded_one(
    call: Call, openai: BaseProvider, simulator: Simulator
) -> None:
    request = bare_request(openai, call.type, call.model, call.prompt, call.parameters, **call.more)
    await openai.generate(request, FakeContext())
    (sent,) = simulator.requests
    compare("openai", call.capture, canonical(sent), captured(call.capture))


async def test_one_picture_leaves_the_count_at_the_default_of_one(
    openai: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan("/images/generations", results=2)
    request = bare_request(
        openai, GenerationType.IMAGE, "gpt-image-2", "Two", {"size": "1024x1024"}, result_count=2
    )
    context = FakeContext()
    await openai.generate(request, context)
    assert simulator.requests[0]["body"]["json"]["n"] == 2
    assert len(context.results) == 2


async def test_picture_input_equals_the_recorded_one(
    openai: BaseProvider, simulator: Simulator
) -> None:
    parameters: dict[str, Any] = {
        "temperature": 0.7,
        "top_p": 0.9,
        "detail": "low",
        "max_completion_tokens": 256,
    }
    request = bare_request(
        openai,
        GenerationType.TEXT,
        "gpt-4o",
        "What is this?",
        parameters,
        inputs=(picture(b"\0\0\0", "dot.png"),),
    )
    await openai.generate(request, FakeContext())
    expected = captured("chat_completions_stream_vision_legacy")
    compare("openai", "chat_vision", canonical(simulator.requests[0]), expected)


async def test_spoken_text_is_asked_for_word_by_word(
    openai: BaseProvider, simulator: Simulator
) -> None:
    request = bare_request(openai, GenerationType.AUDIO, "gpt-audio-1.5", "Hello", {})
    result = await openai.generate(request, FakeContext())
    (message,) = simulator.requests[0]["body"]["json"]["messages"]
    assert message == {"role": "user", "content": READ_ALOUD + "Hello"}
    assert result.notes["transcript"] == "Hello"


async def test_model_list_equals_the_recorded_one(
    openai: BaseProvider, simulator: Simulator
) -> None:
    await openai.available_models()
    assert canonical(simulator.requests[0]) == captured("models_list")


async def test_edited_pictures_arrive_byte_for_byte(
    openai: BaseProvider, simulator: Simulator
) -> None:
    import hashlib

    request = bare_request(
        openai,
        GenerationType.IMAGE,
        "gpt-image-2",
        "Blue",
        {},
        inputs=(picture(DOT, "in.png"),),
    )
    await openai.generate(request, FakeContext())
    parts = simulator.requests[0]["body"]["multipart"]
    (sent,) = [part for part in parts if "filename" in part]
    assert sent["sha256"] == hashlib.sha256(DOT).hexdigest()
