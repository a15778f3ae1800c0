"""Answers of OpenAI's Responses: streamed text, and pictures in the background.

Options of a plan, given where the response is made: ``text``, ``words``, ``refusal``, ``reasoning``
and those of an event stream; ``end`` (completed, incomplete, failed), ``reason``, ``error``;
``polls`` (how often a picture is not ready), ``no_media``, ``results``, ``tool_usage``,
``usage``.
"""

import base64
from typing import Any

from tests.simulator.media import png
from tests.simulator.openai_routes import WRONG_KEY, event_stream, made_up
from tests.simulator.wire import Desk, Request, Response, error_response, json_response

_PREFIX = "/v1/responses"
_USAGE = {
    "input_tokens": 12,
    "input_tokens_details": {"cached_tokens": 4},
    "output_tokens": 24,
    "output_tokens_details": {"reasoning_tokens": 8},
    "total_tokens": 36,
}


def fits(request: Request) -> bool:
    """Whether this wire format answers a request."""
    return request.path.startswith(_PREFIX)


def answer(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """Create, read, cancel or delete a response."""
    if WRONG_KEY in request.headers.get("authorization", ""):
        return error_response(401, "Incorrect API key provided: sk-wr***.", "invalid_api_key")
    job_id, _, action = request.path.removeprefix(_PREFIX).lstrip("/").partition("/")
    if not job_id:
        return _create(request, options, desk)
    job = desk.jobs.get(job_id)
    if job is None:
        return error_response(404, f"Response with id {job_id} not found.", None)
    if request.method == "DELETE":
        del desk.jobs[job_id]
        return json_response({"id": job_id, "object": "response", "deleted": True})
    if action == "cancel":
        if job["polls"] > 0:
            job["polls"], job["end"] = 0, "cancelled"
        return json_response(_picture(job_id, job))
    job["polls"] -= 1
    return json_response(_picture(job_id, job))


def _create(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    asked = request.json
    if asked.get("stream"):
        return event_stream(_text_events(options), {"done": False, **options})
    job_id = f"resp_{len(desk.jobs) + 1}"
    tool = (asked.get("tools") or [{}])[0]
    desk.jobs[job_id] = {
        "polls": int(options.get("polls", 1)),
        "end": options.get("end", "completed"),
        "size": tool.get("size", "1024x1024"),
        "options": options,
    }
    return json_response({**_head(job_id, "queued"), "output": []})


def _text_events(options: dict[str, Any]) -> list[dict[str, Any]]:
    kind = "refusal" if options.get("refusal") else "output_text"
    events: list[dict[str, Any]] = [
        {"type": "response.created", "response": _head("resp_text", "in_progress")}
    ]
    for thought in str(options.get("reasoning", "")).split():
        events.append({"type": "response.reasoning_summary_text.delta", "delta": thought})
    pieces = made_up(options)
    for piece in pieces:
        events.append({"type": f"response.{kind}.delta", "delta": piece, "output_index": 0})
    end = options.get("end", "completed")
    response = {**_head("resp_text", end), "usage": _USAGE}
    words = {"type": "output_text", "text": "".join(pieces), "annotations": []}
    response["output"] = [
        {"type": "message", "id": "msg_1", "role": "assistant", "status": end, "content": [words]}
    ]
    if reason := options.get("reason"):
        response["incomplete_details"] = {"reason": reason}
    if error := options.get("error"):
        response["error"] = error
    if end:
        events.append({"type": f"response.{end}", "response": response})
    return [{**event, "sequence_number": at} for at, event in enumerate(events)]


def _picture(job_id: str, job: dict[str, Any]) -> dict[str, Any]:
    if job["polls"] >= 0 and job["end"] != "cancelled":
        return {**_head(job_id, "in_progress" if job["polls"] == 0 else "queued"), "output": []}
    options = job["options"]
    document = {**_head(job_id, job["end"]), "usage": options.get("usage", _USAGE), "output": []}
    width, _, height = str(job["size"]).partition("x")
    is_sized = width.isdigit() and height.isdigit()
    size = (int(width), int(height)) if is_sized else (64, 64)
    if job["end"] == "completed" and not options.get("no_media"):
        document["output"] = [
            {
                "type": "image_generation_call",
                "id": f"ig_{at}",
                "status": "completed",
                "result": base64.b64encode(png(*size, at + 1)).decode("ascii"),
                "revised_prompt": "A picture.",
            }
            for at in range(int(options.get("results", 1)))
        ]
        if options.get("tool_usage", True):
            document["tool_usage"] = {"image_gen": {"input_tokens": 20, "output_tokens": 196}}
    if text := options.get("refusal") or options.get("text"):
        field = "refusal" if options.get("refusal") else "text"
        part = {"type": "refusal" if field == "refusal" else "output_text", field: text}
        document["output"].append({"type": "message", "role": "assistant", "content": [part]})
    if reason := options.get("reason"):
        document["incomplete_details"] = {"reason": reason}
    if error := options.get("error"):
        document["error"] = error
    return document


def _head(job_id: str, status: str) -> dict[str, Any]:
    return {
        "id": job_id,
        "object": "response",
        "created_at": 1,
        "model": "simulated",
        "status": status,
        "error": None,
        "incomplete_details": None,
        "output": [],
        "parallel_tool_calls": False,
        "tool_choice": "auto",
        "tools": [],
    }
