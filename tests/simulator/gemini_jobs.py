"""Google's jobs and files: interactions, operations of the older protocol, the file store.

Options of a plan, given where the job is made: ``polls`` (how often it is not ready), ``status``
(how it ends), ``errors``, ``inline`` (media inside the answer instead of an address), ``uri``
(another address), ``no_media``, ``echo`` (every answer repeats an input), ``text`` (words beside
the media), ``size``, ``seconds``, ``filtered`` (the older protocol's refusal), ``results``,
``at_once`` (done in the first answer); for files: ``states``.
"""

import base64
from typing import Any

from tests.simulator.media import mp3, mp4, png, wav
from tests.simulator.wire import Desk, Request, Response, json_response

_USAGE = {"total_input_tokens": 12, "total_output_tokens": 40, "total_thought_tokens": 2}


def interactions(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """Create, read, cancel or delete an interaction."""
    version, _, rest = request.path.lstrip("/").partition("/")
    job_id, _, action = rest.removeprefix("interactions").lstrip("/").partition("/")
    if not job_id:
        return _create(request, options, desk, version)
    job = desk.jobs.get(job_id)
    if job is None:
        return _not_found()
    if request.method == "DELETE":
        del desk.jobs[job_id]
        return json_response({})
    if action == "cancel":
        if job["polls"] > 0:
            job["end"] = "cancelled"
            job["polls"] = 0
        return json_response(_interaction(job, desk))
    job["polls"] -= 1
    job["was_read"] = True
    return json_response(_interaction(job, desk))


def files(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """Upload, describe, download or delete a file."""
    if request.path == "/upload/v1/files":
        number = len(desk.files) + 1
        url = options.get("upload_url") or f"{desk.base_url}/upload/resumable/{number}"
        desk.jobs[f"upload {number}"] = {"states": list(options.get("states", ())), "pieces": b""}
        return Response(chunks=[b"{}"], headers={"x-goog-upload-url": url})
    if request.path.startswith("/upload/resumable/"):
        return _receive(request, desk)
    version, _, rest = request.path.lstrip("/").partition("/")
    name, _, action = rest.removeprefix("files/").partition(":")
    if name not in desk.files:
        return _not_found()
    if request.method == "DELETE":
        del desk.files[name]
        return json_response({})
    if action == "download":
        return Response(mime="application/octet-stream", chunks=[desk.files[name]])
    return json_response(_file(name, desk, version))


def predict(request: Request, options: dict[str, Any]) -> Response:
    """Pictures of the older protocol."""
    count = request.json.get("parameters", {}).get("sampleCount", 1)
    made: list[dict[str, Any]] = [
        {"bytesBase64Encoded": _base64(png(64, 64, at)), "mimeType": "image/png"}
        for at in range(int(options.get("results", count)))
    ]
    if options.get("filtered"):
        made.append({"raiFilteredReason": "The picture was filtered."})
    return json_response({"predictions": made})


def start_operation(
    request: Request, options: dict[str, Any], desk: Desk, model_id: str
) -> Response:
    """Begin a video of the older protocol."""
    name = f"models/{model_id}/operations/op{len(desk.jobs) + 1}"
    desk.jobs[name] = {"polls": int(options.get("polls", 1)), "options": options}
    return json_response({"name": name})


def operation(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """The state of such a video."""
    name = request.path.lstrip("/").partition("/")[2]
    job = desk.jobs.get(name)
    if job is None:
        return _not_found()
    job["polls"] -= 1
    if job["polls"] >= 0:
        return json_response({"name": name})
    planned = job["options"]
    if planned.get("errors"):
        return json_response({"name": name, "done": True, "error": {"message": "It failed."}})
    if planned.get("filtered"):
        told = {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": ["A known face."]}
        return json_response(
            {"name": name, "done": True, "response": {"generateVideoResponse": told}}
        )
    if planned.get("inline"):
        videos = [{"bytesBase64Encoded": _base64(mp4()), "mimeType": "video/mp4"}]
        return json_response({"name": name, "done": True, "response": {"videos": videos}})
    uri = _store(mp4(), desk)
    samples = {"generatedSamples": [{"video": {"uri": uri}}]}
    return json_response(
        {"name": name, "done": True, "response": {"generateVideoResponse": samples}}
    )


def _create(request: Request, options: dict[str, Any], desk: Desk, version: str) -> Response:
    asked = request.json
    number = len(desk.jobs) + 1
    is_background = bool(asked.get("background"))
    job = {
        "id": f"v1_job{number}",
        "asked": asked,
        "options": options,
        "version": version,
        "polls": int(options.get("polls", 1)) if is_background else 0,
        "end": options.get("status", "completed"),
        "was_read": not is_background or bool(options.get("at_once")),
    }
    if asked.get("store", True):
        desk.jobs[f"v1_job{number}"] = job
    return json_response(_interaction(job, desk))


def _interaction(job: dict[str, Any], desk: Desk) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": job["id"],
        "object": "interaction",
        "model": job["asked"]["model"],
        "steps": [],
    }
    options, end = job["options"], job["end"]
    if options.get("echo"):
        picture = {"type": "image", "mime_type": "image/png", "data": _base64(png(8, 8))}
        told["steps"] = [{"type": "user_input", "content": [picture]}]
    if job["polls"] > 0 or not job["was_read"]:
        return {**told, "status": "in_progress" if job["was_read"] else "queued"}
    if end != "completed":
        return {**told, "status": end, "errors": options.get("errors", [])}
    if options.get("echo") == "until the end":
        told["steps"] = []
    contents = [] if options.get("no_media") else [_made(job, desk)]
    if "text" in options:
        contents.append({"type": "text", "text": options["text"]})
    steps: list[dict[str, Any]] = [{"type": "thought", "signature": "c2ln"}]
    steps.append({"type": "model_output", "content": contents})
    return {**told, "status": "completed", "steps": told["steps"] + steps, "usage": _USAGE}


def _made(job: dict[str, Any], desk: Desk) -> dict[str, Any]:
    options, wanted = job["options"], job["asked"].get("response_format", {})
    kind = wanted.get("type", "text")
    width, height = options.get("size", (256, 256))
    seconds = float(options.get("seconds", 0.5))
    data = {"image": png(width, height, 3), "video": mp4(), "audio": mp3(seconds)}[kind]
    mime = wanted.get("mime_type") or {"image": "image/png", "video": "video/mp4"}[kind]
    if mime == "audio/wav":
        data = wav(seconds)
    made = {"type": kind, "mime_type": mime}
    if wanted.get("delivery") == "uri" and not options.get("inline"):
        uri = options.get("uri") or _store(data, desk, job["version"])
        if "uri_suffix" in options:
            uri = uri.removesuffix(":download?alt=media") + str(options["uri_suffix"])
        return {**made, "uri": uri}
    return {**made, "data": _base64(data)}


def _store(data: bytes, desk: Desk, version: str = "v1beta") -> str:
    name = f"result{len(desk.files) + 1}"
    desk.files[name] = data
    return f"{desk.base_url}/{version}/files/{name}:download?alt=media"


def _receive(request: Request, desk: Desk) -> Response:
    number = request.path.rpartition("/")[2]
    upload = desk.jobs[f"upload {number}"]
    upload["pieces"] += request.body
    if "finalize" not in request.headers.get("x-goog-upload-command", ""):
        return Response(chunks=[b""], headers={"x-goog-upload-status": "active"})
    name = f"abc{number}"
    desk.files[name] = upload["pieces"]
    desk.jobs[f"file {name}"] = upload
    return json_response({"file": _file(name, desk, "v1")}, x_goog_upload_status="final")


def _file(name: str, desk: Desk, version: str) -> dict[str, Any]:
    states = desk.jobs.get(f"file {name}", {}).get("states", [])
    return {
        "name": f"files/{name}",
        "uri": f"{desk.base_url}/{version}/files/{name}",
        "sizeBytes": str(len(desk.files[name])),
        "state": states.pop(0) if states else "ACTIVE",
    }


def _not_found() -> Response:
    told = {"code": 404, "message": "Not found.", "status": "NOT_FOUND"}
    return json_response({"error": told}, 404)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
