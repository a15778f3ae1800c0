"""OpenAI's official client against the same server: responses, background pictures, vision."""

import asyncio
import base64
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import BaseProvider
from tests.contract.canonical import canonical
from tests.contract.conftest import bare_request, picture
from tests.contract.differences import compare
from tests.contract.test_openai_sdk import client as client  # a fixture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

pytestmark = pytest.mark.full
_T = GenerationType
LUNA, SUNBURST = "gpt-6-luna", "gpt-image-2.6-sunburst"


@pytest.mark.parametrize("split", ["", "split"], ids=["whole", "byte_by_byte"])
@pytest.mark.parametrize(
    ("options", "finish"),
    [
        ({}, "complete"),
        ({"end": "incomplete", "reason": "max_output_tokens"}, "truncated"),
        ({"end": "incomplete", "reason": "content_filter"}, "refused"),
    ],
)
async def test_streamed_response(
    client: Any,
    openai: BaseProvider,
    simulator: Simulator,
    options: dict[str, Any],
    finish: str,
    split: str,
) -> None:
    text = "Näher 🎈\u2028am\u0085Meer"
    simulator.plan("/responses", split, 2, text=text, raw_text=True, **options)

    def ask() -> list[Any]:
        words = [{"type": "input_text", "text": "Say hi"}]
        stream = client.responses.create(
            model=LUNA,
            input=[{"role": "user", "content": words}],
            instructions="Be brief.",
            max_output_tokens=256,
            reasoning={"effort": "low"},
            stream=True,
            store=False,
        )
        return list(stream)

    events = await asyncio.to_thread(ask)
    parameters: Parameters = {
        "interface": "responses",
        "system_prompt": "Be brief.",
        "max_completion_tokens": 256,
        "reasoning_effort": "low",
    }
    request = bare_request(openai, _T.TEXT, LUNA, "Say hi", parameters)
    result = await openai.generate(request, FakeContext())
    theirs, ours = (canonical(entry) for entry in simulator.requests)
    compare("openai", "responses_stream", ours, theirs)
    deltas = [e.delta for e in events if e.type == "response.output_text.delta"]
    assert result.texts == ("".join(deltas),) == (text,)
    last = events[-1].response
    assert result.usage.input_tokens == last.usage.input_tokens
    assert result.usage.output_tokens == last.usage.output_tokens
    assert result.usage.reasoning_tokens == last.usage.output_tokens_details.reasoning_tokens
    assert last.status == options.get("end", "completed")
    assert result.finish_reason.value == finish


async def test_background_picture(client: Any, openai: BaseProvider, simulator: Simulator) -> None:
    def ask() -> Any:
        made = client.responses.create(
            model=LUNA,
            input="Draw a cat",
            background=True,
            store=True,
            tools=[
                {
                    "type": "image_generation",
                    "model": SUNBURST,
                    "size": "1024x1024",
                    "quality": "low",
                    "output_format": "png",
                }
            ],
        )
        client.responses.retrieve(made.id)
        return client.responses.retrieve(made.id)

    reply = await asyncio.to_thread(ask)
    count = len(simulator.requests)
    parameters: Parameters = {
        "size": "1024x1024",
        "quality": "low",
        "output_format": "png",
        "in_background": True,
    }
    context = FakeContext()
    request = bare_request(openai, _T.IMAGE, SUNBURST, "Draw a cat", parameters)
    result = await openai.generate(request, context)
    sent = [canonical(entry) for entry in simulator.requests]
    theirs, ours = sent[:count], sent[count:]
    compare("openai", "background_image", ours[0], theirs[0])
    for mine, other in zip(ours[1:], theirs[1:], strict=True):
        expected = {**other, "path": other["path"].replace("resp_1", "resp_2")}
        compare("openai", "responses_retrieve", mine, expected)
    calls = [item for item in reply.output if item.type == "image_generation_call"]
    assert context.results == [base64.b64decode(call.result) for call in calls]
    assert reply.status == "completed"
    told = reply.tool_usage.image_gen
    assert result.usage.input_tokens == told.input_tokens
    assert result.usage.output_tokens == told.output_tokens + 1  # of the text model
    cancelled = await asyncio.to_thread(lambda: client.responses.cancel(reply.id))
    await openai.cancel(context.jobs[0])
    other, mine = (canonical(entry) for entry in simulator.requests[-2:])
    other["path"] = other["path"].replace("resp_1", "resp_2")
    compare("openai", "responses_cancel", mine, other)
    assert cancelled.status == "completed"


async def test_vision(client: Any, openai: BaseProvider, simulator: Simulator) -> None:
    def ask() -> str:
        image = {"url": "data:image/png;base64,AAAA", "detail": "low"}
        content = [
            {"type": "text", "text": "What is this?"},
            {"type": "image_url", "image_url": image},
        ]
        stream = client.chat.completions.create(
            model="gpt-4o",
            messages=[{"role": "user", "content": content}],
            max_tokens=256,
            temperature=0.7,
            stream=True,
            stream_options={"include_usage": True},
        )
        return "".join(e.choices[0].delta.content or "" for e in stream if e.choices)

    text = await asyncio.to_thread(ask)
    parameters: Parameters = {"temperature": 0.7, "detail": "low", "max_completion_tokens": 256}
    inputs = (picture(b"\0\0\0", "dot.png"),)
    request = bare_request(openai, _T.TEXT, "gpt-4o", "What is this?", parameters, inputs=inputs)
    result = await openai.generate(request, FakeContext())
    theirs, ours = (canonical(entry) for entry in simulator.requests)
    compare("openai", "chat_vision", ours, theirs)
    assert result.texts == (text,)
