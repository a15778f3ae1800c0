"""Speech of the OpenAI wire format: the reply's body is the sound."""

from __future__ import annotations

from typing import Any

from mediadesk.domain.generation import Usage
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.network.endpoint import AUDIO, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.openai.api import with_extra

PATH = "/audio/speech"


async def speak(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Read the prompt aloud into one sink. Raises ``ProviderError``."""
    payload: dict[str, Any] = {"model": request.model.id, "input": request.prompt}
    payload = with_extra(payload | dict(request.parameters), request)
    mime = f"audio/{request.parameters.get('response_format', 'mp3')}"
    await context.submitting()
    async with http.post(
        endpoint, PATH, json=payload, limits=AUDIO, accept="application/octet-stream"
    ) as reply:
        await context.fetching()
        if reply.mime == "application/json" or reply.mime.startswith("text/"):
            raise reply.malformed("it is text where sound was asked for")
        sink = await context.sink(0, mime)
        count = 0
        async for piece in reply.chunks():
            count += len(piece)
            await sink.write(piece)
        if count == 0 or not reply.is_delimited:
            raise reply.cut_short()
        await sink.finish()
        return GenerationResult(
            usage=Usage(characters=len(request.prompt)), request_id=reply.request_id
        )
