"""The official client against the same server: it sends what we send and reads what we read."""

import base64
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.providers.base import BaseProvider
from tests.contract.calls import CALLS, DOT, Call
from tests.contract.canonical import canonical
from tests.contract.conftest import KEY, bare_request
from tests.contract.differences import compare
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

pytestmark = pytest.mark.full


@pytest.fixture
def client(simulator: Simulator) -> Any:
    openai = pytest.importorskip("openai")
    made = openai.OpenAI(api_key=KEY, base_url=simulator.base_url, max_retries=0)
    yield made
    made.close()


def ask_official(client: Any, call: Call) -> tuple[str, list[bytes]]:
    """Make the call with the official client; returns its text and media."""
    parameters = dict(call.parameters)
    if call.type is GenerationType.TEXT:
        return ask_for_text(client, call, parameters), []
    if call.type is GenerationType.IMAGE:
        return "", ask_for_pictures(client, call, parameters)
    if call.model == "gpt-audio-1.5":
        reply = client.chat.completions.create(
            model=call.model,
            modalities=["text", "audio"],
            audio={"voice": parameters["voice"], "format": parameters["response_format"]},
            messages=[{"role": "user", "content": call.prompt}],
        )
        return "", [base64.b64decode(reply.choices[0].message.audio.data)]
    reply = client.audio.speech.create(model=call.model, input=call.prompt, **parameters)
    return "", [reply.read()]


def ask_for_text(client: Any, call: Call, parameters: dict[str, Any]) -> str:
    messages = [
        {"role": "system", "content": parameters.pop("system_prompt")},
        {"role": "user", "content": call.prompt},
    ]
    stream = client.chat.completions.create(
        model=call.model,
        messages=messages,
        stream=True,
        stream_options={"include_usage": True},
        **parameters,
    )
    return "".join(event.choices[0].delta.content or "" for event in stream if event.choices)


def ask_for_pictures(client: Any, call: Call, parameters: dict[str, Any]) -> list[bytes]:
    files = [(part.file_name, DOT, part.mime) for part in call.more.get("inputs", ())]
    if files:
        mask = {"mask": files.pop()} if len(files) == 3 else {}
        image = files[0] if len(files) == 1 else files
        one = {"n": 1} if len(files) == 1 else {}
        reply = client.images.edit(
            model=call.model, prompt=call.prompt, image=image, **mask, **parameters, **one
        )
    elif "partial_images" in parameters:
        events = list(
            client.images.generate(model=call.model, prompt=call.prompt, stream=True, **parameters)
        )
        return [base64.b64decode(events[-1].b64_json)]
    else:
        reply = client.images.generate(model=call.model, prompt=call.prompt, n=1, **parameters)
    return [base64.b64decode(entry.b64_json) for entry in reply.data]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.capture)
async def test_same_request_and_same_reading(
    call: Call, client: Any, openai: BaseProvider, simulator: Simulator
) -> None:
    import asyncio

    text, media = await asyncio.to_thread(ask_official, client, call)
    request = bare_request(openai, call.type, call.model, call.prompt, call.parameters, **call.more)
    context = FakeContext()
    result = await openai.generate(request, context)
    theirs, ours = (canonical(entry) for entry in simulator.requests)
    compare("openai", call.capture, ours, theirs)
    assert "".join(result.texts) == text
    assert context.results == media


async def test_same_models(client: Any, openai: BaseProvider, simulator: Simulator) -> None:
    import asyncio

    listed = await asyncio.to_thread(lambda: [model.id for model in client.models.list()])
    status = await openai.check_key()
    assert status.model_count == len(listed)
    theirs, ours = (canonical(entry) for entry in simulator.requests)
    assert ours == theirs


async def test_a_planted_difference_is_seen(
    client: Any, openai: BaseProvider, simulator: Simulator
) -> None:
    """The comparison itself can fail."""
    import asyncio

    call = CALLS[0]
    await asyncio.to_thread(ask_official, client, call)
    changed = {**call.parameters, "reasoning_effort": "high"}
    request = bare_request(openai, call.type, call.model, call.prompt, changed)
    await openai.generate(request, FakeContext())
    theirs, ours = (canonical(entry) for entry in simulator.requests)
    assert ours != theirs
