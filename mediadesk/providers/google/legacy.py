"""The older protocols for Imagen and Veo: ``:predict`` and ``:predictLongRunning``.

Google's own API has ended them; gateways and other hosts still serve them.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import Billed, InvalidInputError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob, Usage
from mediadesk.providers.base import (
    GenerationContext,
    GenerationResult,
    ProviderInput,
    ProviderRequest,
)
from mediadesk.providers.google.api import post_to_model, with_extra
from mediadesk.providers.google.files import download_address, stored_file
from mediadesk.providers.google.interactions import Connection
from mediadesk.providers.google.models import api_version
from mediadesk.providers.network.endpoint import IMAGE
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text
from mediadesk.providers.network.status_errors import SENTENCES
from mediadesk.providers.replies.held_media import HeldMedia, keep_what_came, read_held
from mediadesk.providers.replies.job_errors import after_acceptance
from mediadesk.providers.replies.media_download import download, is_at
from mediadesk.providers.replies.media_reply import missing_note

RESERVED = frozenset({"instances", "model"})
_PREDICTIONS = ("predictions", None, "bytesBase64Encoded")
_VIDEOS = ("response", "videos", None, "bytesBase64Encoded")
_OPERATION = re.compile(r"(?=.{1,400}$)(?:[A-Za-z0-9._~-]+/)*operations/[A-Za-z0-9._~-]+")
_POLL_S = 15.0
_POLLS = 240
_SHARED = {
    "aspect_ratio": "aspectRatio",
    "person_generation": "personGeneration",
    "negative_prompt": "negativePrompt",
    "resolution": "resolution",
    "generate_audio": "generateAudio",
    "seed": "seed",
}


async def predict_images(
    connection: Connection, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Make pictures with Imagen. Raises ``ProviderError``."""
    parameters = _parameters(request)
    parameters["sampleCount"] = request.result_count
    if mime := request.parameters.get("file_format"):
        parameters["outputOptions"] = {"mimeType": f"image/{mime}"}
    if size := request.parameters.get("image_size"):
        parameters["sampleImageSize"] = size
    if person := parameters.get("personGeneration"):
        parameters["personGeneration"] = str(person).upper()
    payload: dict[str, Any] = {"instances": [{"prompt": request.prompt}], "parameters": parameters}
    payload = with_extra(payload, request, RESERVED)
    await context.submitting()
    http, endpoint = connection.http, connection.endpoint
    async with post_to_model(http, endpoint, request.model.id, "predict", payload, IMAGE) as reply:
        await context.fetching()
        held = HeldMedia(context, "image/png", reply)
        try:
            document = await read_held(reply, _PREDICTIONS, held)
        except ProviderError as error:
            if not await keep_what_came(error, held):
                raise
            return GenerationResult(finish_reason=FinishReason.INTERRUPTED)
        count = await held.keep(list(held.whole)[: request.result_count])
        reasons = [
            as_text(as_dict(one).get("raiFilteredReason"))
            for one in as_list(document.get("predictions"))
        ]
        return _pictures(connection, request, reply, count, [one for one in reasons if one])


async def start_video(
    connection: Connection, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Make a video with Veo. Raises ``ProviderError``."""
    payload = await video_payload(request)
    await context.submitting()
    http, endpoint, model_id = connection.http, connection.endpoint, request.model.id
    async with post_to_model(
        http, endpoint, model_id, "predictLongRunning", payload, IMAGE
    ) as reply:
        name = as_text(as_dict(await reply.json()).get("name"))
        if not _OPERATION.fullmatch(name) or ".." in name:
            raise reply.malformed("it names no job")
    job = RemoteJob(name, data={"operation": True, "version": api_version(model_id)})
    await context.accepted(job)
    return await resume_video(connection, job, request, context)


async def video_payload(request: ProviderRequest) -> dict[str, Any]:
    """The JSON of one Veo call; reads the input pictures. Raises ``InvalidInputError``."""
    instance: dict[str, Any] = {"prompt": request.prompt}
    references = []
    for item in request.inputs:
        if item.role == "first_frame":
            instance["image"] = await _picture(item)
        elif item.role == "last_frame":
            instance["lastFrame"] = await _picture(item)
        else:
            references.append({"image": await _picture(item), "referenceType": "ASSET"})
    if "lastFrame" in instance and "image" not in instance:
        raise InvalidInputError(
            "A last picture needs a first one.", "Add the picture that the video begins with."
        )
    if references:
        instance["referenceImages"] = references
    parameters = _parameters(request)
    if "duration" in request.parameters:
        parameters["durationSeconds"] = int(request.parameters["duration"])
    payload: dict[str, Any] = {"instances": [instance]}
    if parameters:
        payload["parameters"] = parameters
    return with_extra(payload, request, RESERVED)


async def resume_video(
    connection: Connection, job: RemoteJob, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Poll an accepted job until it ends, then fetch. Raises ``ProviderError``."""
    http, endpoint = connection.http, connection.endpoint
    version = "v1" if job.data.get("version") == "v1" else "v1beta"
    if not _OPERATION.fullmatch(job.id) or ".." in job.id:
        raise ProviderError(ProviderErrorKind.EXPIRED, "The job's id is not one of Google's.")
    with after_acceptance():
        for _ in range(_POLLS):
            async with http.request(endpoint, "GET", f"/{version}/{job.id}", limits=IMAGE) as reply:
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


def is_done(document: Mapping[str, Any]) -> bool:
    """Whether an operation has ended: it says so, or it holds how it ended.

    What it holds may be the clip, which went into its sink while it was read: it comes once.
    """
    return document.get("done") is True or "response" in document or "error" in document


async def operation_exists(connection: Connection, job: RemoteJob) -> bool:
    """Whether a job is still known there."""
    version = "v1" if job.data.get("version") == "v1" else "v1beta"
    try:
        await connection.http.get_json(connection.endpoint, f"/{version}/{job.id}")
    except ProviderError as error:
        if error.kind is ProviderErrorKind.NOT_FOUND:
            return False
        raise
    return True


async def deliver_video(
    connection: Connection,
    request: ProviderRequest,
    context: GenerationContext,
    document: Mapping[str, Any],
    held: HeldMedia,
) -> GenerationResult:
    """Keep or fetch the clip of an operation that is done. Raises ``ProviderError``."""
    endpoint = connection.endpoint
    if error := as_dict(document.get("error")):
        told = endpoint.redact(as_text(error.get("message")))
        raise ProviderError(
            ProviderErrorKind.SERVER,
            f"{endpoint.label} could not finish it. It says: {told}",
            SENTENCES[ProviderErrorKind.SERVER][1],
            billed=Billed.FREE,
            provider_answered=True,
        )
    answer = as_dict(document.get("response"))
    inner = as_dict(answer.get("generateVideoResponse")) or answer
    count = await held.keep(list(held.whole)[:1])
    samples = [as_dict(one) for one in as_list(inner.get("generatedSamples"))]
    uris = [as_text(as_dict(sample.get("video")).get("uri")) for sample in samples]
    if count == 0 and (found := [uri for uri in uris if uri]):
        await context.fetching()
        sink = await context.sink(0, "video/mp4")
        address = download_address(found[0])
        if is_at(address, endpoint) and (item := stored_file(found[0])) is not None:
            await context.stays(item)
        await download(connection.http, endpoint, address, sink, connection.policy, with_key=True)
        count = 1
    reasons = [as_text(one) for one in as_list(inner.get("raiMediaFilteredReasons"))]
    if count == 0 and (reasons or inner.get("raiMediaFilteredCount")):
        return GenerationResult(
            finish_reason=FinishReason.REFUSED, missing=_refused(connection, reasons)
        )
    if count == 0:
        raise ProviderError(
            ProviderErrorKind.MALFORMED,
            f"{endpoint.label} ended the job without a video.",
            "Check at the provider whether this run was charged.",
        )
    seconds = request.parameters.get("duration")
    return GenerationResult(usage=Usage(seconds=float(seconds) if seconds is not None else None))


def _parameters(request: ProviderRequest) -> dict[str, Any]:
    parameters = request.parameters
    return {wire: parameters[name] for name, wire in _SHARED.items() if name in parameters}


async def _picture(item: ProviderInput) -> dict[str, Any]:
    if item.type is not GenerationType.IMAGE:
        raise InvalidInputError(f"“{item.file_name}” is not a picture.", "Use a picture.")
    data = base64.b64encode(await item.read()).decode("ascii")
    return {"bytesBase64Encoded": data, "mimeType": item.mime}


def _pictures(
    connection: Connection, request: ProviderRequest, reply: Reply, count: int, reasons: list[str]
) -> GenerationResult:
    if count == 0:
        if not reasons:
            raise reply.malformed("it holds no picture")
        return GenerationResult(
            finish_reason=FinishReason.REFUSED, missing=_refused(connection, reasons)
        )
    missing = missing_note(count, request.result_count, "pictures")
    if missing and reasons:
        missing = f"{missing} {_refused(connection, reasons)}"
    return GenerationResult(usage=Usage(images=count), request_id=reply.request_id, missing=missing)


def _refused(connection: Connection, reasons: list[str]) -> str:
    label = connection.endpoint.label
    told = connection.endpoint.redact(" ".join(reasons))
    return f"{label} refused this content. It says: {told}" if told else f"{label} refused this."
