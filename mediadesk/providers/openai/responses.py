"""OpenAI's Responses: streamed text over the newer of its two text interfaces."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import InvalidParameterError, ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.base import (
    GenerationContext,
    GenerationResult,
    ProviderInput,
    ProviderRequest,
    Turn,
)
from mediadesk.providers.network.endpoint import TEXT, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_dict, as_text
from mediadesk.providers.openai.api import (
    TEXT_FIELDS,
    read_stream_error,
    read_usage,
    with_extra,
)
from mediadesk.providers.replies.media_reply import is_cut
from mediadesk.providers.replies.text_answer import THINKING, WRITING, TextAnswer, json_events

PATH = "/responses"
_UNKNOWN_THERE = ("stop", "seed", "presence_penalty", "frequency_penalty")
_AS_IS = ("temperature", "top_p", "service_tier")
_STOPPED = {
    "max_output_tokens": FinishReason.TRUNCATED,
    "content_filter": FinishReason.REFUSED,
}


async def stream_response(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Send one request and hand its text on while it arrives. Raises ``ProviderError``."""
    payload = await _payload(request)
    await context.submitting()
    answer = TextAnswer(context, endpoint.label)
    async with http.post(endpoint, PATH, json=payload, limits=TEXT) as reply:
        answer.request_id = reply.request_id
        try:
            await _read(reply, endpoint, answer)
        except ProviderError as error:
            # what was written so far is worth keeping
            if not is_cut(error) or not answer.has_text:
                raise
            answer.finish = None
    return answer.result()


async def picture_part(item: ProviderInput, detail: object = None) -> dict[str, Any]:
    """An input picture as a part of a message."""
    data = base64.b64encode(await item.read()).decode("ascii")
    part = {"type": "input_image", "image_url": f"data:{item.mime};base64,{data}"}
    return {**part, "detail": detail} if detail else part


async def _payload(request: ProviderRequest) -> dict[str, Any]:
    parameters = request.parameters
    for name in _UNKNOWN_THERE:
        if name in parameters:
            raise InvalidParameterError(
                name,
                f"“{name}” does not exist in the Responses interface.",
                "Leave it out, or choose chat completions as the interface.",
            )
    turns = (*request.turns, Turn("user", request.prompt, request.inputs))
    payload: dict[str, Any] = {
        "model": request.model.id,
        "input": [await _turn(turn, parameters.get("detail")) for turn in turns],
        "stream": True,
        "store": False,
        **{name: parameters[name] for name in _AS_IS if name in parameters},
    }
    if instructions := parameters.get("system_prompt"):
        payload["instructions"] = instructions
    if limit := parameters.get("max_completion_tokens"):
        payload["max_output_tokens"] = limit
    if effort := parameters.get("reasoning_effort"):
        payload["reasoning"] = {"effort": effort}
    if verbosity := parameters.get("verbosity"):
        payload["text"] = {"verbosity": verbosity}
    return with_extra(payload, request, TEXT_FIELDS)


async def _turn(turn: Turn, detail: object) -> dict[str, Any]:
    kind = "output_text" if turn.role == "assistant" else "input_text"
    pictures = [await picture_part(item, detail) for item in turn.inputs]
    return {"role": turn.role, "content": [{"type": kind, "text": turn.text}, *pictures]}


async def _read(reply: Reply, endpoint: Endpoint, answer: TextAnswer) -> None:
    is_refusal = False
    async for name, event in json_events(reply):
        kind = as_text(event.get("type")) or name
        is_error = kind == "error"
        if failure := read_stream_error(endpoint, {"error": event} if is_error else event):
            raise failure
        if kind == "response.output_text.delta":
            await answer.stage(WRITING)
            answer.add(as_text(event.get("delta")))
        elif kind == "response.refusal.delta":
            is_refusal = True
            answer.add(as_text(event.get("delta")))
        elif kind.startswith("response.reasoning"):
            await answer.stage(THINKING)
        elif kind in ("response.completed", "response.incomplete", "response.failed"):
            _end(as_dict(event.get("response")), kind, endpoint, answer)
            break
    if is_refusal and answer.finish is FinishReason.COMPLETE:
        answer.finish = FinishReason.REFUSED


def _end(response: Mapping[str, Any], kind: str, endpoint: Endpoint, answer: TextAnswer) -> None:
    if (failure := read_stream_error(endpoint, response)) is not None:
        raise failure
    answer.usage = read_usage(response.get("usage"))
    answer.request_id = answer.request_id or as_text(response.get("id"))[:200] or None
    if kind == "response.completed":
        answer.finish = FinishReason.COMPLETE
    elif kind == "response.incomplete":
        reason = as_text(as_dict(response.get("incomplete_details")).get("reason"))
        answer.end(reason or "incomplete", _STOPPED, endpoint)
