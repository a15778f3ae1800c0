"""Anthropic's messages: payload and streamed answer."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import InvalidInputError, InvalidParameterError, ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.anthropic.api import (
    count_tokens,
    for_sampling,
    read_stream_error,
)
from mediadesk.providers.anthropic.parameters import SAMPLING
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
from mediadesk.providers.network.json_reply import as_count, as_dict, as_text
from mediadesk.providers.replies.media_reply import is_cut
from mediadesk.providers.replies.text_answer import THINKING, WRITING, TextAnswer, json_events

PATH = "/v1/messages"
_FINISH: Mapping[str, FinishReason] = {
    "end_turn": FinishReason.COMPLETE,
    "stop_sequence": FinishReason.COMPLETE,
    "max_tokens": FinishReason.TRUNCATED,
    "model_context_window_exceeded": FinishReason.TRUNCATED,
    "pause_turn": FinishReason.TRUNCATED,
    "tool_use": FinishReason.TRUNCATED,
    "refusal": FinishReason.REFUSED,
}
_RESERVED = frozenset(
    {
        *("model", "messages", "system", "stream", "max_tokens", "thinking", "output_config"),
        *("speed", "service_tier", "cache_control", "tools", "mcp_servers", "container"),
    }
)
"""Fields that the form owns, and those that make the model act rather than answer."""
_BYTES_PER_TOKEN = 2
"""A request with fewer bytes than this per token of the context surely fits it."""


async def messages_payload(request: ProviderRequest) -> dict[str, Any]:
    """The JSON of one streamed answer; reads the inputs. Raises ``InvalidParameterError``."""
    parameters = dict(request.parameters)
    messages: list[dict[str, Any]] = [
        {"role": turn.role, "content": await _content(turn)}
        for turn in (*request.turns, Turn("user", request.prompt, request.inputs))
        if turn.text
    ]
    payload: dict[str, Any] = {
        "model": request.model.id,
        "max_tokens": parameters["max_tokens"],
        "messages": messages,
        "stream": True,
    }
    if system := parameters.get("system_prompt"):
        payload["system"] = system
    if output := _output_config(parameters):
        payload["output_config"] = output
    if thinking := _thinking(parameters):
        payload["thinking"] = thinking
    if stops := [line for line in str(parameters.get("stop", "")).splitlines() if line.strip()]:
        payload["stop_sequences"] = stops
    if cache := parameters.get("cache"):
        payload["cache_control"] = {"type": "ephemeral", "ttl": cache}
    if user := parameters.get("user_id"):
        payload["metadata"] = {"user_id": user}
    same_names = ("speed", "service_tier", *SAMPLING)
    payload |= {name: parameters[name] for name in same_names if name in parameters}
    return _with_extra(payload, request)


async def stream_message(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Send one request and hand its text on while it arrives. Raises ``ProviderError``."""
    payload = await messages_payload(request)
    if any(name in payload for name in SAMPLING):
        endpoint = for_sampling(endpoint)
    await _check_length(http, endpoint, request, payload)
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


async def _read(reply: Reply, endpoint: Endpoint, answer: TextAnswer) -> None:
    reason = ""
    async for _, event in json_events(reply):
        kind = event.get("type")
        if (error := read_stream_error(endpoint, event)) is not None:
            raise error
        if kind == "message_start":
            _add_usage(answer, as_dict(as_dict(event.get("message")).get("usage")))
        elif kind == "content_block_start":
            block = as_text(as_dict(event.get("content_block")).get("type"))
            await answer.stage(WRITING if block == "text" else THINKING)
        elif kind == "content_block_delta":
            answer.add(as_text(as_dict(event.get("delta")).get("text")))
        elif kind == "message_delta":
            _add_usage(answer, as_dict(event.get("usage")))
            delta = as_dict(event.get("delta"))
            reason = as_text(delta.get("stop_reason")) or reason
            told = _refusal(as_dict(delta.get("stop_details")), endpoint)
            answer.refusal = told or answer.refusal
        elif kind == "message_stop":
            answer.end(reason, _FINISH, endpoint)
            return
    if reason:
        answer.end(reason, _FINISH, endpoint)


def _refusal(details: Mapping[str, Any], endpoint: Endpoint) -> str:
    """Why it was refused, as far as that is told: a kind of content, and a sentence."""
    category = endpoint.redact(as_text(details.get("category"))).replace("_", " ")[:60]
    told = endpoint.redact(as_text(details.get("explanation")))
    if not category and not told:
        return ""
    kind = f" ({category})" if category else ""
    return f"{endpoint.label} refused this request{kind}. {told}".strip()


def _add_usage(answer: TextAnswer, usage: Mapping[str, Any]) -> None:
    """Counts are totals so far; the three kinds of input are apart from each other."""
    fresh = as_count(usage.get("input_tokens"))
    if fresh is not None:
        cached = as_count(usage.get("cache_read_input_tokens")) or 0
        written = as_count(usage.get("cache_creation_input_tokens")) or 0
        answer.merge_usage(
            input_tokens=fresh + cached + written,
            cached_input_tokens=cached,
            cache_write_tokens=written,
        )
    details = as_dict(usage.get("output_tokens_details"))
    answer.merge_usage(
        output_tokens=as_count(usage.get("output_tokens")),
        reasoning_tokens=as_count(details.get("thinking_tokens")),
    )


async def _check_length(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, payload: Mapping[str, Any]
) -> None:
    """Refuse what does not fit (or would cost another rate) before it costs anything."""
    room = request.model.context_tokens
    if room is None:
        return
    size = len(json.dumps(payload["messages"])) + len(str(payload.get("system", "")))
    if size < room * _BYTES_PER_TOKEN:
        return
    count = await count_tokens(http, endpoint, payload)
    if count > room:
        raise InvalidInputError(
            f"The request has {count:,} tokens; {request.model.label} takes {room:,} here.",
            "Shorten the prompt or use fewer inputs.",
        )


async def _content(turn: Turn) -> str | list[dict[str, Any]]:
    if not turn.inputs:
        return turn.text
    blocks = [await _block(item) for item in turn.inputs]
    return [*blocks, {"type": "text", "text": turn.text}]


async def _block(item: ProviderInput) -> dict[str, Any]:
    data = await item.read()
    if item.role == "document" and item.mime != "application/pdf":
        text = {"type": "text", "media_type": "text/plain", "data": data.decode("utf-8", "replace")}
        return {"type": "document", "source": text, "title": item.file_name}
    source = {
        "type": "base64",
        "media_type": item.mime,
        "data": base64.b64encode(data).decode("ascii"),
    }
    if item.role == "document":
        return {"type": "document", "source": source, "title": item.file_name}
    return {"type": "image", "source": source}


def _thinking(parameters: Mapping[str, Any]) -> dict[str, Any]:
    kind = parameters.get("thinking")
    if not kind:
        return {}
    thinking = {"type": kind}
    if "thinking_display" in parameters:
        thinking["display"] = parameters["thinking_display"]
    if kind == "enabled":
        budget = parameters.get("thinking_budget", 2_048)
        if budget >= parameters["max_tokens"]:
            raise InvalidParameterError(
                "thinking_budget",
                "The thinking budget must be smaller than the longest answer.",
                "Raise the longest answer (max_tokens) or lower the budget.",
            )
        thinking["budget_tokens"] = budget
    return thinking


def _output_config(parameters: Mapping[str, Any]) -> dict[str, Any]:
    config: dict[str, Any] = {}
    if effort := parameters.get("effort"):
        config["effort"] = effort
    if text := parameters.get("output_schema"):
        try:
            schema = json.loads(str(text))
        except ValueError:
            schema = None
        if not isinstance(schema, dict):
            raise InvalidParameterError(
                "output_schema",
                "The schema for the answer is not a JSON object.",
                "Write it like {“type”: “object”, …} with straight quotes.",
            )
        config["format"] = {"type": "json_schema", "schema": schema}
    return config


def _with_extra(payload: dict[str, Any], request: ProviderRequest) -> dict[str, Any]:
    for name in request.extra:
        if name in _RESERVED:
            raise InvalidParameterError(
                name,
                f"“{name}” cannot be an extra parameter: it decides price or kind of the answer.",
                "Set it in the form, or leave it out.",
            )
    return {**payload, **request.extra}
