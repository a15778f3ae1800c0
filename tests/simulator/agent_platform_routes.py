"""Answers of the Agent Platform: a video as a long-running operation that is polled by POST; and
pictures of the older protocol, which its official client asks for here alone.

Options of a plan for a submission: ``polls`` (how often it is not ready), ``filtered``, ``failed``,
``in_storage`` (an address of the cloud's own storage instead of the clip), ``done`` (what it says
beside its result).
"""

import base64
from typing import Any

from tests.simulator.gemini_jobs import predict
from tests.simulator.gemini_routes import WRONG_KEY, error
from tests.simulator.media import mp4
from tests.simulator.wire import Desk, Request, Response, json_response

BASE = "/v1beta1/"


def fits(request: Request) -> bool:
    """Whether a request is for this platform."""
    return request.path.startswith(BASE)


def answer(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """The well-behaved answer to a request."""
    if request.headers.get("x-goog-api-key", "").startswith(WRONG_KEY):
        return error(401, "UNAUTHENTICATED", "API key not valid.")
    model, _, method = request.path.removeprefix(BASE).partition(":")
    if method == "countTokens":
        return json_response({"totalTokens": 1})
    if method == "predict":
        return predict(request, options)
    if method == "predictLongRunning":
        prefix = "" if model.startswith("projects/") else "projects/p/locations/us-central1/"
        name = f"{prefix}{model}/operations/op{len(desk.jobs) + 1}"
        desk.jobs[name] = {"left": int(options.get("polls", 2)), **options}
        return json_response({"name": name})
    if method == "fetchPredictOperation":
        return _operation(str(request.json.get("operationName")), desk)
    return error(404, "NOT_FOUND", f"Unknown address {request.path}.")


def _operation(name: str, desk: Desk) -> Response:
    job = desk.jobs.get(name)
    if job is None:
        return error(404, "NOT_FOUND", "Operation not found.")
    if job["left"] > 0:
        job["left"] -= 1
        return json_response({"name": name})
    done: dict[str, Any] = {"name": name, "done": job.get("done", True)}
    if job.get("failed"):
        return json_response({**done, "error": {"code": 13, "message": "It failed."}})
    if job.get("filtered"):
        told = {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": ["A known face."]}
        return json_response({**done, "response": told})
    video: dict[str, Any] = {"mimeType": "video/mp4"}
    if job.get("in_storage"):
        video["gcsUri"] = "gs://bucket/clip.mp4"
    else:
        video["bytesBase64Encoded"] = base64.b64encode(mp4()).decode("ascii")
    return json_response({**done, "response": {"videos": [video]}})
