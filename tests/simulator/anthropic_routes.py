"""Answers in Anthropic's wire format.

Options of a plan: ``text``, ``words``, ``thinking``, ``stop_reason`` (None: the stream just stops),
``explanation`` (of a refusal), ``done`` (send ``message_stop``), ``newline``, ``comments``,
``raw_text``, ``usage``, ``models``, ``framing``, ``pause_s``.
"""

import asyncio
import json
from dataclasses import replace
from typing import Any

from tests.simulator.faults import Fault, Options, instead, send
from tests.simulator.openai_routes import event_stream, made_up
from tests.simulator.wire import Desk, Request, Response, json_response

WRONG_KEY = "sk-ant-wrong"


def entry(model_id: str, **more: Any) -> dict[str, Any]:
    """One model as the list tells it."""
    capabilities = {
        "image_input": {"supported": True},
        "pdf_input": {"supported": True},
        "structured_outputs": {"supported": True},
        "thinking": {
            "supported": True,
            "types": {"adaptive": {"supported": True}, "enabled": {"supported": False}},
        },
        "effort": {
            "supported": True,
            **{level: {"supported": True} for level in ("low", "medium", "high", "max")},
            "xhigh": {"supported": False},
        },
    }
    return {
        "id": model_id,
        "type": "model",
        "display_name": model_id.replace("-", " ").title(),
        "created_at": "2026-09-01T00:00:00Z",
        "lifecycle": "active",
        "deprecated_at": None,
        "retires_at": None,
        "line": "sonnet",
        "max_input_tokens": 200_000,
        "max_tokens": 64_000,
        "capabilities": capabilities,
        **more,
    }


MODELS = [
    entry("claude-sonnet-5-5", max_input_tokens=1_000_000, max_tokens=128_000),
    entry("claude-haiku-5-5"),
    entry("claude-opus-6"),
    entry("claude-sonnet-4-6", lifecycle="deprecated", retires_at="2027-02-01T00:00:00Z"),
    entry("claude-2-1", lifecycle="retired", retires_at="2025-07-21T00:00:00Z"),
]


def answer(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """The well-behaved answer to a request."""
    del desk
    key = request.headers.get("authorization", "") + request.headers.get("x-api-key", "")
    if WRONG_KEY in key:
        return error(401, "authentication_error", "invalid x-api-key")
    if request.method == "GET" and request.path == "/v1/models":
        return models(request, options)
    if request.method == "POST" and request.path == "/v1/messages/count_tokens":
        return json_response({"input_tokens": len(request.body) // 4})
    if request.method == "POST" and request.path == "/v1/messages":
        return messages(request, options)
    return error(404, "not_found_error", f"Unknown address {request.path}.")


def models(request: Request, options: dict[str, Any]) -> Response:
    """A page of the model list: ``limit`` (default 20) entries, or ``page`` if that is fewer."""
    listed = options.get("models", MODELS)
    ids = [model["id"] for model in listed]
    after = request.query.get("after_id")
    start = ids.index(after) + 1 if after in ids else 0
    size = min(int(request.query.get("limit", 20)), int(options.get("page", 1000)))
    page = listed[start : start + size]
    return json_response(
        {
            "data": page,
            "has_more": start + size < len(listed),
            "first_id": page[0]["id"] if page else None,
            "last_id": page[-1]["id"] if page else None,
        }
    )


def messages(request: Request, options: dict[str, Any]) -> Response:
    """A streamed message; thinking first where it is asked for or planned."""
    asked = request.json
    stop_reason = options.get("stop_reason", "end_turn")
    pieces = made_up(options)
    usage = {"input_tokens": len(json.dumps(asked)) // 4, "output_tokens": 1}
    usage |= {"cache_creation_input_tokens": 3, "cache_read_input_tokens": 5}
    start = {"id": "msg_1", "type": "message", "role": "assistant", "model": asked["model"]}
    start |= {"content": [], "stop_reason": None, "stop_sequence": None, "usage": usage}
    events: list[dict[str, Any]] = [{"type": "message_start", "message": start}]
    if thinking := options.get("thinking"):
        events += _block(0, {"type": "thinking", "thinking": "", "signature": ""}, [
            {"type": "thinking_delta", "thinking": thinking},
            {"type": "signature_delta", "signature": "c2ln"},
        ])  # fmt: skip
    text = [{"type": "text_delta", "text": piece} for piece in pieces]
    events += [*_block(1 if thinking else 0, {"type": "text", "text": ""}, text), {"type": "ping"}]
    if stop_reason is not None:
        details = {"type": "refusal", "category": "bio", "explanation": options.get("explanation")}
        delta = {"stop_reason": stop_reason, "stop_sequence": None}
        delta["stop_details"] = details if stop_reason == "refusal" else None
        told = {"output_tokens": len(pieces), "output_tokens_details": {"thinking_tokens": 2}}
        events.append({"type": "message_delta", "delta": delta, "usage": told})
    if options.get("done", True) and stop_reason is not None:
        events.append({"type": "message_stop"})
    response = event_stream(events, {**options, "done": False}, pause_s=options.get("pause_s", 0.0))
    return replace(response, headers={"request-id": "req_simulated"})


def _block(index: int, block: dict[str, Any], deltas: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"type": "content_block_start", "index": index, "content_block": block},
        *({"type": "content_block_delta", "index": index, "delta": delta} for delta in deltas),
        {"type": "content_block_stop", "index": index},
    ]


def error(
    status: int, kind: str, message: str, error_code: str | None = None, **headers: str
) -> Response:
    """An error in Anthropic's words."""
    told: dict[str, Any] = {"type": kind, "message": message}
    if error_code:
        told["details"] = {"error_visibility": "user_facing", "error_code": error_code}
    document = {"type": "error", "error": told, "request_id": "req_simulated"}
    return json_response(document, status, request_id="req_simulated", **headers)


async def _stream_error(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    told = {"type": "error", "error": {"type": "api_error", "message": "The server had an error."}}
    event = f"event: error\ndata: {json.dumps(told)}\n\n".encode()
    chunks = [*response.chunks[: options.get("chunks", 4)], event]
    await send(writer, replace(response, chunks=chunks))


FAULTS: dict[str, Fault] = {
    "stream_error": _stream_error,
    "rate_limit": instead(
        lambda options: error(
            429, "rate_limit_error", "Number of requests exceeded.",
            retry_after=str(options.get("retry_after", 1)),
        )
    ),
    "no_credit": instead(lambda _: error(402, "billing_error", "Your credit balance is too low.")),
    "spend_limit": instead(
        lambda _: error(
            429, "rate_limit_error", "The limit is reached.", "enforced_spend_limit_reached"
        )
    ),
    "wrong_key": instead(lambda _: error(401, "authentication_error", "invalid x-api-key")),
    "forbidden": instead(lambda _: error(403, "permission_error", "No access.")),
    "bad_parameter": instead(
        lambda options: error(
            400, "invalid_request_error", f"{options.get('param', 'temperature')}: not supported."
        )
    ),
    "no_model": instead(lambda _: error(404, "not_found_error", "model: claude-0")),
    "too_large": instead(lambda _: error(413, "request_too_large", "Request too large.")),
    "server_error": instead(lambda _: error(500, "api_error", "The server had an error.")),
    "overloaded": instead(lambda _: error(529, "overloaded_error", "Overloaded")),
}  # fmt: skip
"""Refusals in Anthropic's own words."""
