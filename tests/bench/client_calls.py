"""The same calls through mediadesk and through the official clients, one side per process.

``python -m tests.bench.client_calls SIDE CALL URL COUNT`` makes one call, then COUNT more, and
prints the processor time of one of those in milliseconds. With COUNT 0 the process is a cold call.
Both sides hand over the whole text, or the bytes of the picture.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import importlib
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

KEY = "sk-bench-0123456789"
PROMPT = "Tell of the light over a quiet harbour"
CALLS = ("openai chat stream", "openai image", "anthropic stream", "gemini text")
MODELS = {
    "openai chat stream": "gpt-6-luna",
    "openai image": "gpt-image-2.6-flare",
    "anthropic stream": "claude-haiku-5-5",
    "gemini text": "gemini-3.8-flash",
}
LONGEST_ANSWER = 512
WARM_UP = 20

Call = Callable[[], Awaitable[int]]
"""Makes one call; returns the size of what came."""


@contextlib.asynccontextmanager
async def official(name: str, url: str) -> AsyncIterator[Call]:
    """The call through the provider's own client, in the form that an event loop needs."""
    root, model = url.removesuffix("/v1"), MODELS[name]
    if name == "gemini text":
        genai: Any = importlib.import_module("google.genai")
        options = {"base_url": root, "api_version": "v1"}
        async with genai.Client(api_key=KEY, http_options=options).aio as google:
            yield lambda: _gemini(google, model)
    elif name == "anthropic stream":
        anthropic: Any = importlib.import_module("anthropic")
        async with anthropic.AsyncAnthropic(api_key=KEY, base_url=root, max_retries=0) as client:
            yield lambda: _anthropic(client, model)
    else:
        openai: Any = importlib.import_module("openai")
        make = _openai_image if name == "openai image" else _openai_chat
        async with openai.AsyncOpenAI(api_key=KEY, base_url=url, max_retries=0) as client:
            yield lambda: make(client, model)


async def _gemini(client: Any, model: str) -> int:
    config = {"max_output_tokens": LONGEST_ANSWER}
    pieces = await client.models.generate_content_stream(
        model=model, contents=PROMPT, config=config
    )
    return sum([len(piece.text or "") async for piece in pieces])


async def _anthropic(client: Any, model: str) -> int:
    messages = [{"role": "user", "content": PROMPT}]
    events = await client.messages.create(
        model=model, max_tokens=LONGEST_ANSWER, messages=messages, stream=True
    )
    return sum(
        [
            len(getattr(event.delta, "text", ""))
            async for event in events
            if event.type == "content_block_delta"
        ]
    )


async def _openai_chat(client: Any, model: str) -> int:
    events = await client.chat.completions.create(
        model=model,
        messages=[{"role": "user", "content": PROMPT}],
        stream=True,
        stream_options={"include_usage": True},
    )
    return sum(
        [len(event.choices[0].delta.content or "") async for event in events if event.choices]
    )


async def _openai_image(client: Any, model: str) -> int:
    reply = await client.images.generate(model=model, prompt=PROMPT)
    return len(base64.b64decode(reply.data[0].b64_json))


@contextlib.asynccontextmanager
async def ours(name: str, url: str) -> AsyncIterator[Call]:
    """The call through the app's adapter and its network room."""
    from mediadesk.domain.generation import GenerationType
    from mediadesk.domain.ids import ProviderId
    from mediadesk.providers.base import Account, ProviderRequest
    from mediadesk.providers.factory import ProviderFactory
    from mediadesk.providers.network.http import HttpRoom
    from tests.bench.client_context import CountingContext

    kind = GenerationType.IMAGE if name == "openai image" else GenerationType.TEXT
    provider_id = ProviderId(name.partition(" ")[0])
    base_url = url if provider_id == "openai" else url.removesuffix("/v1")
    http = HttpRoom()
    provider = ProviderFactory(http).create(provider_id, Account(base_url, KEY))
    model = provider.model_named(MODELS[name], kind)
    assert model is not None
    request = ProviderRequest(kind, model, PROMPT, _limits(name))

    async def one() -> int:
        context = CountingContext()
        result = await provider.generate(request, context)
        return context.size + sum(len(text) for text in result.texts)

    try:
        yield one
    finally:
        await http.aclose()


def _limits(name: str) -> dict[str, Any]:
    names = {"anthropic stream": "max_tokens", "gemini text": "max_output_tokens"}
    return {names[name]: LONGEST_ANSWER} if name in names else {}


async def main(side: str, name: str, url: str, count: int) -> int:
    """Make the calls; every one must bring the same."""
    async with {"ours": ours, "official": official}[side](name, url) as call:
        size = await call()
        if not size:
            raise RuntimeError("the answer was empty")
        if count:
            print(size, await warm_ms(call, count, size), flush=True)
    return 0


async def warm_ms(call: Call, count: int, size: int) -> float:
    """Processor time of one call in milliseconds, all threads together."""
    for _ in range(WARM_UP):
        await call()
    started = time.process_time()
    for _ in range(count):
        if await call() != size:
            raise RuntimeError("an answer differs from the first one")
    return (time.process_time() - started) * 1000 / count


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))))
