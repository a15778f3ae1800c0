"""Veo on Google's Agent Platform (formerly Vertex AI): a long-running operation, polled by POST.

A model is named as it is there: ``publishers/google/models/…``, or with project and location in
front. It needs a Google Cloud key.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import RemoteJob
from mediadesk.providers.base import GenerationContext, GenerationResult, KeyStatus, ProviderRequest
from mediadesk.providers.google.interactions import Connection
from mediadesk.providers.google.legacy import deliver_video, is_done, video_payload
from mediadesk.providers.network.endpoint import IMAGE, QUICK, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_dict, as_text
from mediadesk.providers.replies.held_media import HeldMedia, read_held
from mediadesk.providers.replies.job_errors import after_acceptance

DEFAULT_BASE_URL = "https://aiplatform.googleapis.com"
PREFIX = "publishers/google/models/"
BACK_END = "agent-platform"
_VERSION = "v1beta1"
_VIDEOS = ("response", "videos", None, "bytesBase64Encoded")
_SEGMENT = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_MODEL = re.compile(rf"(?:projects/{_SEGMENT}/locations/{_SEGMENT}/)?{PREFIX}{_SEGMENT}")
_OPERATION = re.compile(rf"(?P<model>{_MODEL.pattern})/operations/{_SEGMENT}")
_CHECKED_MODEL = f"{PREFIX}gemini-3.8-flash"
_POLL_S = 15.0
_POLLS = 240


def is_model(model_id: str) -> bool:
    """Whether an id names a model of the Agent Platform."""
    return _MODEL.fullmatch(model_id) is not None


async def start_video(
    connection: Connection, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Submit one video, wait for it, deliver it. Raises ``ProviderError``."""
    payload = await _payload(request)
    path = f"/{_VERSION}/{quote(request.model.id)}:predictLongRunning"
    await context.submitting()
    async with connection.http.post(connection.endpoint, path, json=payload, limits=QUICK) as reply:
        name = as_text(as_dict(await reply.json()).get("name"))
        if not _OPERATION.fullmatch(name):
            raise reply.malformed("it names no job")
    job = RemoteJob(name, data={"back_end": BACK_END})
    await context.accepted(job)
    return await resume_video(connection, job, request, context)


async def resume_video(
    connection: Connection, job: RemoteJob, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Poll an accepted operation; the last answer holds the clip. Raises ``ProviderError``."""
    found = _OPERATION.fullmatch(job.id)
    if found is None:
        raise ProviderError(ProviderErrorKind.EXPIRED, "The job's id is not one of Google's.")
    path = f"/{_VERSION}/{quote(found['model'])}:fetchPredictOperation"
    asked = {"operationName": job.id}
    http, endpoint = connection.http, connection.endpoint
    with after_acceptance():
        for _ in range(_POLLS):
            async with http.request(endpoint, "POST", path, json=asked, limits=IMAGE) as reply:
                held = HeldMedia(context, "video/mp4", reply)
                document = await read_held(reply, _VIDEOS, held)
            if is_done(document):
                return await deliver_video(connection, request, context, document, held)
            await context.progress(None, "Working")
            await context.sleep(_POLL_S)
    raise ProviderError(
        ProviderErrorKind.TIMEOUT,
        f"{endpoint.label} has been working for an hour.",
        "Look up the result later.",
    )


async def check_key(http: HttpRoom, endpoint: Endpoint) -> KeyStatus:
    """Count the tokens of one word, which costs nothing."""
    asked = {"contents": [{"role": "user", "parts": [{"text": "Hello"}]}]}
    path = f"/{_VERSION}/{_CHECKED_MODEL}:countTokens"

    async def count() -> None:
        async with http.request(endpoint, "POST", path, json=asked) as reply:
            await reply.json()

    try:
        await http.retrying(count, 2)
    except ProviderError as error:
        if error.kind is ProviderErrorKind.AUTH:
            return KeyStatus(works=False, message=error.message)
        raise
    return KeyStatus(works=True, message="Works.")


async def _payload(request: ProviderRequest) -> dict[str, Any]:
    """The older protocol's JSON with this platform's spelling."""
    payload = await video_payload(request)
    parameters = dict(as_dict(payload.get("parameters")))
    parameters["sampleCount"] = 1
    instance = as_dict(payload["instances"][0])
    for reference in instance.get("referenceImages", ()):
        reference["referenceType"] = "asset"
    return {**payload, "parameters": parameters}
