"""Answers in fal's wire format: queue, uploads, platform and media on one address.

Options of a plan for a submission: ``polls`` (how often the job waits and runs before it ends),
``results``, ``nsfw`` (flags), ``error``, ``error_type`` (how the status ends), ``status_code`` and
``document`` (the model's own answer), ``forget`` (the queue loses the result), ``kept`` (the
platform tells the run later), ``bare`` (the answer
names no addresses), ``urls`` (of the results), ``size_bytes``, ``seconds``. For a cancel:
``cancelled`` (its state). For lists: ``models``, ``schemas``, ``prices``, ``page``.
"""

import json
import re
from typing import Any

from tests.simulator.faults import Fault, instead
from tests.simulator.media import large_png, mp3, mp4, png, wav
from tests.simulator.wire import Desk, Request, Response, json_response

WRONG_KEY = "wrong-id:wrong-secret"
MEDIA = "/fal-media/"
BUCKET = "/fal-bucket/"
_JOB = re.compile(r"/(?P<app>[^/]+/[^/]+)/requests/(?P<id>[^/]+)(?P<tail>/status|/cancel)?")


def fits(request: Request) -> bool:
    """Whether a request is for this service."""
    is_keyed = request.headers.get("authorization", "").startswith("Key ")
    return is_keyed or request.path.startswith((MEDIA, BUCKET, "/files/upload"))


def listed(endpoint_id: str, category: str, **metadata: Any) -> dict[str, Any]:
    """One endpoint as the list tells it."""
    name = endpoint_id.replace("/", " ").replace("-", " ").title()
    told = {"display_name": name, "category": category, "status": "active", **metadata}
    return {"endpoint_id": endpoint_id, "metadata": told}


MODELS = [
    listed("fal-ai/flux/schnell", "text-to-image"),
    listed("fal-ai/flux/dev", "text-to-image"),
    listed("fal-ai/veo3.1", "text-to-video"),
    listed("fal-ai/kokoro/american-english", "text-to-speech"),
    listed("acme/painter", "text-to-image"),
    listed("acme/foley", "text-to-audio"),
    listed("acme/old", "text-to-image", status="deprecated"),
    listed("acme/writer", "llm"),
]
PRICES = {
    "fal-ai/flux/schnell": (0.003, "megapixels"),
    "fal-ai/flux/dev": (0.03, "megapixels"),
    "fal-ai/veo3.1": (0.4, "seconds"),
    "acme/painter": (0.07, "images"),
    "acme/foley": (2, "compute seconds"),
}


def schema(properties: dict[str, Any], required: list[str], **components: Any) -> dict[str, Any]:
    """An OpenAPI document with one input."""
    made = {"type": "object", "properties": properties, "required": required}
    reference = {"$ref": "#/components/schemas/Input"}
    body = {"content": {"application/json": {"schema": reference}}}
    return {
        "openapi": "3.0.4",
        "paths": {"/": {"post": {"requestBody": body}}},
        "components": {"schemas": {"Input": made, **components}},
    }


SCHEMAS = {
    "acme/painter": schema(
        {
            "prompt": {"type": "string", "title": "Prompt"},
            "image_url": {"type": "string"},
            "reference_image_urls": {"type": "array", "items": {"type": "string"}},
            "mask_url": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "image_size": {
                "anyOf": [
                    {"$ref": "#/components/schemas/Size"},
                    {"type": "string", "enum": ["square", "landscape_4_3"]},
                ],
                "default": "square",
            },
            "steps": {"type": "integer", "minimum": 1, "maximum": 50, "default": 28},
            "strength": {"type": "number", "minimum": 0, "maximum": 1, "description": "How much."},
            "duration": {"type": "string", "enum": ["4s", "8s"], "default": "8s"},
            "fps": {"type": "integer", "enum": [24, 30]},
            "tiling": {"type": "boolean"},
            "seed": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
            "num_images": {"type": "integer", "minimum": 1, "maximum": 4},
            "sync_mode": {"type": "boolean"},
            "loras": {"type": "array", "items": {"type": "object"}},
        },
        ["prompt", "image_url"],
        Size={"type": "object", "properties": {"width": {"type": "integer"}}},
    ),
}


def answer(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """The well-behaved answer to a request."""
    if WRONG_KEY in request.headers.get("authorization", ""):
        return platform_error(401, "authorization_error", "Invalid key")
    path = request.path
    if path == "/v1/account/billing":
        if "admin" not in request.headers["authorization"]:
            return platform_error(403, "authorization_error", "An admin key is needed")
        credit = {"current_balance": options.get("balance", 24.5), "currency": "USD"}
        return json_response({"username": "studio", "credits": credit})
    if request.method == "DELETE":
        return _delete_payloads(request, desk)
    if path.startswith("/v1/models"):
        return _platform(request, options, desk)
    if path == "/storage/auth/token":
        token = {"token": "cdn-token", "token_type": "Bearer", "expires_at": "2027-01-01T00:00:00Z"}
        return json_response({**token, "base_url": options.get("base_url", desk.base_url)})
    if path == "/files/upload":
        name = f"{len(desk.files) + 1}-{request.headers.get('x-fal-file-name', 'file')}"
        desk.files[name] = request.body
        return json_response({"access_url": f"{desk.base_url}{MEDIA}{name}"})
    if path == "/storage/upload/initiate":
        name = f"{len(desk.files) + 1}-{request.json['file_name']}"
        there = options.get("upload_url", f"{desk.base_url}{BUCKET}{name}")
        return json_response({"upload_url": there, "file_url": f"{desk.base_url}{MEDIA}{name}"})
    if path.startswith(BUCKET):
        desk.files[path.removeprefix(BUCKET)] = request.body
        return Response()
    if path.startswith(MEDIA):
        return _media(path.removeprefix(MEDIA), options, desk)
    job = _JOB.fullmatch(path)
    if job is not None:
        return _queue(request, job, options, desk)
    return _submit(request, options, desk) if request.method == "POST" else detail(404, "Not found")


def _submit(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    job_id = f"job-{len(desk.jobs) + 1}"
    endpoint_id = request.path.strip("/")
    left = int(options.get("polls", 2))
    desk.jobs[job_id] = {"endpoint": endpoint_id, "input": request.json, **options, "left": left}
    app = "/".join(endpoint_id.split("/")[:2])
    base = f"{desk.base_url}/{app}/requests/{job_id}"
    named = {"response_url": base, "status_url": f"{base}/status", "cancel_url": f"{base}/cancel"}
    told = {"request_id": job_id, "status": "IN_QUEUE", "queue_position": 0}
    return json_response(told if options.get("bare") else {**told, **named})


def _queue(request: Request, found: re.Match[str], options: dict[str, Any], desk: Desk) -> Response:
    job = desk.jobs.get(found["id"])
    if job is None or not job["endpoint"].startswith(found["app"]):
        return detail(404, "Request not found")
    if found["tail"] == "/cancel":
        state = options.get("cancelled", "CANCELLATION_REQUESTED" if job["left"] else "OK")
        return json_response({"status": state}, 400 if state == "ALREADY_COMPLETED" else 202)
    if found["tail"] == "/status":
        return _status(job)
    if job["left"] > 0:
        return detail(400, "Request is still in progress")
    if job.get("forget"):
        return detail(404, "Request not found")
    if "status_code" in job:
        return json_response(job.get("document", {}), int(job["status_code"]))
    return json_response(_output(found["id"], job, desk))


def _status(job: dict[str, Any]) -> Response:
    if job["left"] > 0:
        job["left"] -= 1
        if job["left"] > 0:
            return json_response({"status": "IN_QUEUE", "queue_position": job["left"]}, 202)
        logs = [{"message": " 42%|####      | 12/28", "level": "INFO"}]
        return json_response({"status": "IN_PROGRESS", "logs": logs}, 202)
    told = {"status": "COMPLETED", "logs": [], "metrics": {"inference_time": 1.5}}
    told |= {name: job[name] for name in ("error", "error_type") if name in job}
    return json_response(told)


def kind_of(endpoint_id: str) -> str:
    """What an endpoint makes, told by its name."""
    if any(word in endpoint_id for word in ("veo", "video", "seedance", "h3")):
        return "video"
    return (
        "audio"
        if any(w in endpoint_id for w in ("kokoro", "tts", "audio", "speech", "echo"))
        else "image"
    )


def _output(job_id: str, job: dict[str, Any], desk: Desk) -> dict[str, Any]:
    kind = kind_of(job["endpoint"])
    base = f"{desk.base_url}{MEDIA}{job_id}"
    if kind == "video":
        made = {"url": f"{base}-0.mp4", "content_type": "video/mp4", "file_size": 5_000}
        return {"video": made, "seed": 11}
    if kind == "audio":
        return {"audio": {"url": f"{base}-0.wav", "content_type": "audio/wav"}}
    count = int(job.get("results", job["input"].get("num_images", 1)))
    urls = job.get("urls") or [f"{base}-{at}.png" for at in range(count)]
    pictures = [
        {"url": url, "width": 96, "height": 64, "content_type": "image/png"} for url in urls
    ]
    flags = job.get("nsfw", [False] * len(pictures))
    return {"images": pictures, "seed": 7, "has_nsfw_concepts": flags, "prompt": "…"}


def _media(name: str, options: dict[str, Any], desk: Desk) -> Response:
    if name in desk.files:
        return Response(mime="application/octet-stream", chunks=[desk.files[name]])
    if name.endswith(".mp4"):
        return Response(mime="video/mp4", chunks=[mp4()])
    if name.endswith((".wav", ".mp3")):
        return Response(mime="audio/wav", chunks=[wav(0.2) if name.endswith("wav") else mp3(0.2)])
    size_bytes = options.get("size_bytes")
    seed = sum(name.encode())
    picture = large_png(int(size_bytes), seed) if size_bytes else png(96, 64, seed)
    return Response(mime="image/png", chunks=[picture])


def _platform(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    asked = request.query_list.get("endpoint_id", [])
    if request.path == "/v1/models/requests/by-endpoint":
        return json_response({"items": _past(request, desk), "has_more": False})
    if request.path == "/v1/models/pricing":
        prices = options.get("prices", PRICES)
        told = [
            {"endpoint_id": name, "unit_price": prices[name][0], "unit": prices[name][1]}
            for name in asked
            if name in prices
        ]
        return json_response({"prices": [{**one, "currency": "USD"} for one in told]})
    models = options.get("models", MODELS)
    if request.query.get("expand"):
        schemas = options.get("schemas", SCHEMAS)
        shown = [model for model in models if model["endpoint_id"] in asked]
        shown = [{**one, "openapi": schemas.get(one["endpoint_id"])} for one in shown]
        return json_response({"models": shown})
    start = int(request.query.get("cursor", 0))
    size = int(options.get("page", request.query.get("limit", 50)))
    more = start + size < len(models)
    page = {"models": models[start : start + size], "has_more": more}
    return json_response({**page, "next_cursor": str(start + size) if more else None})


def _delete_payloads(request: Request, desk: Desk) -> Response:
    job_id = request.path.removeprefix("/v1/models/requests/").removesuffix("/payloads")
    if "admin" not in request.headers["authorization"]:
        return platform_error(403, "authorization_error", "An admin key is needed")
    if desk.jobs.pop(job_id, None) is None:
        return platform_error(404, "not_found", "Request not found")
    return json_response({"cdn_delete_results": []})


def _past(request: Request, desk: Desk) -> list[dict[str, Any]]:
    wanted = request.query.get("request_id")
    return [
        {
            "request_id": job_id,
            "endpoint_id": job["endpoint"],
            "json_input": job["input"],
            "json_output": _output(job_id, job, desk) if job["left"] == 0 else None,
        }
        for job_id, job in desk.jobs.items()
        if job.get("kept")
        and job["endpoint"] == request.query.get("endpoint_id")
        and wanted in (None, job_id)
    ]


def detail(status: int, message: Any, headers: dict[str, str] | None = None) -> Response:
    """An error of the queue or a model."""
    response = json_response({"detail": message}, status)
    response.headers.update({"x-fal-request-id": "fal-1", **(headers or {})})
    return response


def platform_error(status: int, kind: str, message: str) -> Response:
    """An error of the platform."""
    return json_response({"error": {"type": kind, "message": message}}, status)


def invalid(field: str, message: str, kind: str) -> Response:
    """A model's refusal of one argument."""
    return detail(422, [{"loc": ["body", field], "msg": message, "type": kind}])


def _infrastructure(status: int, kind: str) -> Response:
    return Response(
        status, chunks=[json.dumps({"detail": "It failed.", "error_type": kind}).encode()]
    )


FAULTS: dict[str, Fault] = {
    "rate_limit": instead(
        lambda options: detail(
            429, "Too many requests", {"retry-after": str(options.get("retry_after", 1))}
        )
    ),
    "no_credit": instead(lambda _: detail(403, "User is locked. Reason: Exhausted balance.")),
    "wrong_key": instead(lambda _: detail(401, "Authentication is required")),
    "forbidden": instead(lambda _: detail(403, "You may not use this app")),
    "blocked": instead(
        lambda _: invalid("prompt", "The content was flagged.", "content_policy_violation")
    ),
    "bad_parameter": instead(lambda _: invalid("seed", "Input should be valid", "value_error")),
    "no_model": instead(lambda _: detail(404, "Application not found")),
    "too_large": instead(lambda _: detail(413, "Payload too large")),
    "server_error": instead(lambda _: detail(500, "Internal server error")),
    "overloaded": instead(lambda _: _infrastructure(503, "runner_scheduling_failure")),
}
"""Refusals in fal's own words."""
