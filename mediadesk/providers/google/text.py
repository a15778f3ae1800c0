"""Text of Google's models, streamed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import InvalidInputError, ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.google.api import (
    post_to_model,
    read_stream_error,
    read_usage,
    with_extra,
)
from mediadesk.providers.google.content import (
    FINISH,
    RESERVED,
    assembled,
    block_reason,
    contents,
    first_candidate,
    generation_config,
    parts_of,
    refusal,
)
from mediadesk.providers.google.files import RemoteFiles
from mediadesk.providers.google.models import api_version
from mediadesk.providers.network.endpoint import TEXT, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_count, as_dict, as_text
from mediadesk.providers.replies.media_reply import is_cut
from mediadesk.providers.replies.text_answer import THINKING, WRITING, TextAnswer, json_events

_METHOD = "streamGenerateContent?alt=sse"
_CHARACTERS_PER_TOKEN = 2
"""A request with fewer characters than this per token of the context surely fits it."""


async def stream_text(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Send one request and hand its text on while it arrives. Raises ``ProviderError``."""
    files = RemoteFiles(http, endpoint)
    try:
        parts = await contents(request, files, context)
        payload = assembled(parts, generation_config(request.parameters), request.parameters)
        payload = with_extra(payload, request, RESERVED)
        await _check_length(http, endpoint, request, payload)
        await context.submitting()
        return await _stream(http, endpoint, request, context, payload)
    finally:
        await files.delete(context)


async def _stream(
    http: HttpRoom,
    endpoint: Endpoint,
    request: ProviderRequest,
    context: GenerationContext,
    payload: Mapping[str, Any],
) -> GenerationResult:
    answer = TextAnswer(context, endpoint.label)
    async with post_to_model(http, endpoint, request.model.id, _METHOD, payload, TEXT) as reply:
        try:
            await _read(reply, endpoint, answer)
        except ProviderError as error:
            # what was written so far is worth keeping
            if not is_cut(error) or not answer.has_text:
                raise
            answer.finish = None
    return answer.result()


async def _read(reply: Reply, endpoint: Endpoint, answer: TextAnswer) -> None:
    """Every event holds new parts; counts are totals, the last ones count."""
    async for _, event in json_events(reply):
        if (error := read_stream_error(endpoint, event)) is not None:
            raise error
        if "usageMetadata" in event:
            answer.usage = read_usage(event["usageMetadata"])
        answer.request_id = as_text(event.get("responseId"))[:200] or answer.request_id
        if reason := block_reason(event):
            answer.finish = FinishReason.REFUSED
            answer.refusal = refusal(endpoint, reason)
        candidate = first_candidate(event)
        for part in parts_of(candidate):
            is_thought = part.get("thought") is True
            await answer.stage(THINKING if is_thought else WRITING)
            if not is_thought:
                answer.add(as_text(part.get("text")))
        told = as_text(candidate.get("finishReason"))
        if told:
            answer.end(told, FINISH, endpoint)
            if answer.finish is FinishReason.REFUSED:
                message = as_text(candidate.get("finishMessage"))
                answer.refusal = refusal(endpoint, told, message)


async def _check_length(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, payload: Mapping[str, Any]
) -> None:
    """Refuse what does not fit (or would cost another rate) before it costs anything."""
    room = request.model.context_tokens
    length = len(request.prompt) + sum(len(turn.text) for turn in request.turns)
    given = (*request.inputs, *(item for turn in request.turns for item in turn.inputs))
    size = length + sum(item.size_bytes for item in given)
    if room is None or size < room * _CHARACTERS_PER_TOKEN:
        return
    version = api_version(request.model.id)
    path = f"/{version}/models/{request.model.id}:countTokens"

    async def ask() -> int:
        body = {"contents": payload["contents"]}
        async with http.request(endpoint, "POST", path, json=body) as reply:
            count = as_count(as_dict(await reply.json()).get("totalTokens"))
            if count is None:
                raise reply.malformed("it holds no count")
            return count

    count = await http.retrying(ask, 2)
    if count > room:
        raise InvalidInputError(
            f"The request has {count:,} tokens; {request.model.label} takes {room:,} here.",
            "Shorten the prompt or use fewer inputs.",
        )
