"""Answers in OpenRouter's wire format; base address ``/api/v1``.

Options of a plan: ``text``, ``words``, ``reasoning``, ``refusal``, ``finish_reason``, ``done``,
``newline``, ``comments``, ``raw_text``, ``usage``, ``framing``, ``pause_s`` (text); ``size_bytes``,
``results`` (pictures); ``no_picture`` (a chat model only talks); ``polls`` (how often a video job
is pending and in progress before it ends), ``status``, ``error``, ``cost`` (how it ends);
``models``, ``image_models``, ``video_models``, ``page`` (lists); ``key`` (data of the key).
"""

import asyncio
import base64
import json
from dataclasses import replace
from typing import Any

from tests.simulator.faults import Fault, Options, instead, send
from tests.simulator.media import large_png, mp3, mp4, png, wav
from tests.simulator.openai_routes import event_stream, made_up
from tests.simulator.wire import Desk, Request, Response, json_response

WRONG_KEY = "sk-or-wrong"
BASE = "/api/v1"
COST = 0.00321


def fits(request: Request) -> bool:
    """Whether a request is for this service."""
    return request.path.startswith(f"{BASE}/")


def entry(model_id: str, outputs: list[str], **more: Any) -> dict[str, Any]:
    """One model as the list tells it."""
    return {
        "id": model_id,
        "canonical_slug": model_id,
        "name": model_id.partition("/")[2].replace("-", " ").title(),
        "created": 1,
        "context_length": 200_000,
        "architecture": {"input_modalities": ["text", "image"], "output_modalities": outputs},
        "pricing": {"prompt": "0.0000005", "completion": "0.0000025", "request": "0"},
        "top_provider": {"context_length": 200_000, "max_completion_tokens": 32_000},
        "supported_parameters": ["max_tokens", "temperature", "top_k", "reasoning", "seed"],
        "supported_voices": None,
        "expiration_date": None,
        **more,
    }


MODELS = [
    entry("openai/gpt-6-luna", ["text"]),
    entry("anthropic/claude-sonnet-5.5", ["text"], expiration_date="2027-03-01"),
    entry("meta/llama-5:free", ["text"], pricing={"prompt": "0", "completion": "0"}),
    entry("openrouter/auto", ["text"], pricing={"prompt": "-1", "completion": "-1"}),
    entry("openai/gpt-audio-1.5", ["text", "audio"]),
    entry("google/gemini-3.8-flash-tts", ["speech"], supported_voices=["Kore", "Puck"]),
    entry(
        "google/gemini-nano-banana-2.1",
        ["image", "text"],
        pricing={"prompt": "0.0000015", "completion": "0.0000075", "image_output": "0.00003"},
    ),
    entry("acme/chat-painter", ["image", "text"]),
]
IMAGE_MODELS = [
    {
        "id": "google/gemini-nano-banana-2.1",
        "name": "Nano Banana 2.1",
        "supported_parameters": {
            "aspect_ratio": {"type": "enum", "values": ["1:1", "16:9"]},
            "resolution": {"type": "enum", "values": ["1K", "2K"]},
            "n": {"type": "range", "min": 1, "max": 10},
            "seed": {"type": "boolean"},
            "stream": {"type": "boolean"},
            "input_references": {"type": "range", "min": 0, "max": 4},
        },
    },
]
VIDEO_MODELS = [
    {
        "id": "google/veo-3.1",
        "name": "Veo 3.1",
        "supported_durations": [4, 6, 8],
        "supported_resolutions": ["720p", "1080p"],
        "supported_aspect_ratios": ["16:9", "9:16"],
        "supported_sizes": None,
        "supported_frame_images": ["first_frame", "last_frame"],
        "generate_audio": True,
        "seed": None,
        "allowed_passthrough_parameters": [],
        "pricing_skus": {"per-video-second": "0.40", "per-video-second-1080p": "0.60"},
    },
]
KEY_DATA: dict[str, Any] = {
    "label": "sk-or-…",
    "limit": 10,
    "limit_remaining": 7.5,
    **dict.fromkeys(("usage", "usage_daily", "usage_weekly", "usage_monthly"), 2.5),
    **dict.fromkeys(("byok_usage", "byok_usage_daily", "byok_usage_weekly"), 0),
    "byok_usage_monthly": 0,
    **dict.fromkeys(("is_free_tier", "is_management_key", "is_provisioning_key"), False),
    "include_byok_in_limit": False,
    **dict.fromkeys(("limit_reset", "creator_user_id", "organization_id", "workspace_id")),
    "effective_budget": None,
    "free_model_daily_requests": {"limit": 50, "remaining": 50, "used": 0},
    "allowed_data_regions": [],
    "budgets": [],
    "created": "2026-01-01T00:00:00Z",
    "model": None,
    "rate_limit": {"requests": -1, "interval": "10s", "note": "Not used."},
}


def answer(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """The well-behaved answer to a request."""
    if WRONG_KEY in request.headers.get("authorization", ""):
        return error(401, "No auth credentials found")
    path = request.path.removeprefix(BASE)
    if request.method == "GET":
        return _reading(request, path, options, desk)
    makers = {"/chat/completions": chat, "/images": images, "/audio/speech": speech}
    if path in makers:
        return makers[path](request, options)
    if path == "/videos":
        return _submit(request, options, desk)
    return error(404, f"Unknown address {request.path}.")


def _reading(request: Request, path: str, options: dict[str, Any], desk: Desk) -> Response:
    if path == "/models":
        listed = options.get("models", MODELS)
        start = int(request.query.get("offset", 0))
        size = min(int(request.query.get("limit", 1000)), int(options.get("page", 1000)))
        return json_response({"data": listed[start : start + size]})
    if path == "/images/models":
        return json_response({"data": options.get("image_models", IMAGE_MODELS)})
    if path == "/videos/models":
        return json_response({"data": options.get("video_models", VIDEO_MODELS)})
    if path == "/key":
        return json_response({"data": options.get("key", KEY_DATA)})
    if path == "/credits":
        return json_response({"data": {"total_credits": 25.0, "total_usage": 5.5}})
    if path == "/generation":
        return json_response({"data": {"id": request.query.get("id"), "total_cost": COST}})
    if path.startswith("/videos/") and path.endswith("/content"):
        return Response(mime="video/mp4", chunks=[mp4()])
    if path.startswith("/videos/"):
        return _poll(path.removeprefix("/videos/"), desk)
    return error(404, f"Unknown address {request.path}.")


def chat(request: Request, options: dict[str, Any]) -> Response:
    """A chat answer: text, or with a picture or sound where that is asked for."""
    asked = request.json
    modalities = asked.get("modalities", [])
    if "image" in modalities:
        return _drawn(request, options)
    pieces = made_up(options)
    usage = {
        "prompt_tokens": 9,
        "completion_tokens": len(pieces),
        "total_tokens": 9 + len(pieces),
        "prompt_tokens_details": {"cached_tokens": 2, "cache_write_tokens": 4},
        "completion_tokens_details": {"reasoning_tokens": 1},
        "cost": COST,
        "is_byok": False,
    }
    finish = options.get("finish_reason", "stop")
    events = [_delta({"role": "assistant", "content": ""})]
    events += [_delta({"reasoning": word}) for word in str(options.get("reasoning", "")).split()]
    if "audio" in modalities and not options.get("silent"):
        sound = base64.b64encode(wav(0.2)).decode()
        cuts = range(0, len(sound), 1001)
        events += [_delta({"audio": {"data": sound[at : at + 1001]}}) for at in cuts]
        events.append(_delta({"audio": {"transcript": "Hello"}}))
    else:
        name = "refusal" if options.get("refusal") else "content"
        events += [_delta({name: piece}) for piece in pieces]
    if finish is not None:
        events.append(_delta({}, finish))
    if options.get("usage", True):
        events.append({**_CHUNK, "choices": [], "usage": usage})
    keeps_alive = {"comments": True, **options}
    response = event_stream(events, keeps_alive, pause_s=options.get("pause_s", 0.0))
    return replace(response, headers={"x-generation-id": "gen-1"})


def _drawn(request: Request, options: dict[str, Any]) -> Response:
    message: dict[str, Any] = {"role": "assistant", "content": options.get("text", "Here it is.")}
    if not options.get("no_picture"):
        url = f"data:image/png;base64,{_picture(1, options)}"
        message["images"] = [{"type": "image_url", "image_url": {"url": url}}]
    usage = {"prompt_tokens": 12, "completion_tokens": 1290, "total_tokens": 1302, "cost": COST}
    choice = {"index": 0, "message": message, "finish_reason": options.get("finish_reason", "stop")}
    told = {"id": "gen-1", "object": "chat.completion", "created": 1, "system_fingerprint": None}
    model = request.json.get("model")
    return json_response({**told, "model": model, "choices": [choice], "usage": usage})


def images(request: Request, options: dict[str, Any]) -> Response:
    """Pictures, whole or streamed with previews."""
    asked = request.json
    usage = {"prompt_tokens": 12, "completion_tokens": 1290, "total_tokens": 1302, "cost": COST}
    if asked.get("stream"):
        kind = "image_generation"
        preview = base64.b64encode(png(16, 16, 9)).decode()
        events: list[dict[str, Any]] = [
            {"type": f"{kind}.partial_image", "partial_image_index": 0, "b64_json": preview},
            {"type": f"{kind}.completed", "b64_json": _picture(1, options), "usage": usage},
        ]
        return event_stream(events, options)
    count = int(options.get("results", asked.get("n", 1)))
    data = [
        {"b64_json": _picture(at + 1, options), "media_type": "image/png"} for at in range(count)
    ]
    headers = {"x-generation-id": "gen-1"}
    return replace(json_response({"created": 1, "data": data, "usage": usage}), headers=headers)


def speech(request: Request, options: dict[str, Any]) -> Response:
    """Sound: MPEG frames, or raw samples where those are asked for."""
    seconds = options.get("seconds", 0.3)
    headers = {"x-generation-id": "gen-1"}
    framing = options.get("framing", "chunked")
    if request.json.get("response_format", "pcm") == "pcm":
        data, mime = wav(seconds)[44:], "audio/pcm;rate=24000;channels=1"
    else:
        data, mime = mp3(seconds), "audio/mpeg"
    pieces = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    return Response(mime=mime, chunks=pieces, headers=headers, framing=framing)


def _submit(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    job_id = f"gen-vid-{len(desk.jobs) + 1}"
    desk.jobs[job_id] = {"left": int(options.get("polls", 2)), **options}
    named = {"id": job_id, "polling_url": f"{BASE}/videos/{job_id}", "status": "pending"}
    del request
    return json_response(named | options.get("submitted", {}), 202)


def _poll(job_id: str, desk: Desk) -> Response:
    job = desk.jobs.get(job_id)
    if job is None:
        return error(404, "Video generation not found")
    if job["left"] > 0:
        job["left"] -= 1
        status = "in_progress" if job["left"] == 0 else "pending"
        polled = {"id": job_id, "polling_url": f"{BASE}/videos/{job_id}", "status": status}
        return json_response(polled)
    status = job.get("status", "completed")
    document: dict[str, Any] = {"id": job_id, "status": status, "generation_id": "gen-9"}
    document["polling_url"] = f"{BASE}/videos/{job_id}"
    if status == "completed":
        document["unsigned_urls"] = [f"{desk.base_url}{BASE}/videos/{job_id}/content?index=0"]
    if "error" in job:
        document["error"] = job["error"]
    if status == "completed" or "cost" in job:
        document["usage"] = {"cost": job.get("cost", 3.2), "is_byok": False}
    return json_response(document)


def _delta(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "native_finish_reason": finish}
    return {**_CHUNK, "choices": [choice]}


_CHUNK = {
    "id": "gen-1",
    "object": "chat.completion.chunk",
    "created": 1,
    "model": "simulated",
    "system_fingerprint": None,
}


def _picture(seed: int, options: dict[str, Any]) -> str:
    size_bytes = options.get("size_bytes")
    width, height = options.get("size", (96, 64))
    data = large_png(int(size_bytes), seed) if size_bytes else png(width, height, seed)
    return base64.b64encode(data).decode()


def error(
    status: int, message: str, headers: dict[str, str] | None = None, **metadata: Any
) -> Response:
    """An error in OpenRouter's words."""
    told: dict[str, Any] = {"code": status, "message": message}
    if metadata:
        told["metadata"] = metadata
    return json_response({"error": told}, status, **(headers or {}))


async def _stream_error(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    told = {"code": 500, "message": "The server had an error."}
    choice = {"index": 0, "delta": {"content": ""}, "finish_reason": "error"}
    event = f"data: {json.dumps({'id': 'gen-1', 'error': told, 'choices': [choice]})}\n\n".encode()
    chunks = [*response.chunks[: options.get("chunks", 4)], event]
    await send(writer, replace(response, chunks=chunks))


FAULTS: dict[str, Fault] = {
    "stream_error": _stream_error,
    "rate_limit": instead(
        lambda options: error(
            429, "Rate limit exceeded", {"retry_after": str(options.get("retry_after", 1))}
        )
    ),
    "no_credit": instead(lambda _: error(402, "Insufficient credits")),
    "wrong_key": instead(lambda _: error(401, "No auth credentials found")),
    "forbidden": instead(lambda _: error(403, "This key may not do this")),
    "blocked": instead(
        lambda _: error(403, "Input was flagged", reasons=["violence"], flagged_input="…")
    ),
    "bad_parameter": instead(lambda _: error(400, "temperature is not supported")),
    "no_model": instead(lambda _: error(404, "No endpoints found")),
    "too_large": instead(lambda _: error(413, "Payload too large")),
    "server_error": instead(lambda _: error(500, "Internal Server Error")),
    "overloaded": instead(lambda _: error(503, "No provider available")),
}
"""Refusals in OpenRouter's own words."""
