"""OpenRouter's video jobs: submit, poll, fetch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urljoin

from mediadesk.domain.errors import Billed, InvalidInputError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import RemoteJob, Usage
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.network.endpoint import DOWNLOAD, QUICK, Endpoint, Limits
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_dict, as_text
from mediadesk.providers.network.policy import DownloadPolicy
from mediadesk.providers.network.remote_items import read_time
from mediadesk.providers.openrouter.api import (
    read_inner_error,
    reported_cost,
    with_extra,
)
from mediadesk.providers.openrouter.chat import data_url, fields
from mediadesk.providers.replies.job_errors import after_acceptance
from mediadesk.providers.replies.media_download import download, is_at
from mediadesk.providers.replies.reported_money import usd_micro

PATH = "/videos"
FIRST_WAIT_S = 10.0
LONGEST_WAIT_S = 30.0
GIVE_UP_S = 3600.0
_SUBMIT = Limits(120, QUICK.between_s, 300, QUICK.body_bytes)
_FRAMES = ("first_frame", "last_frame")
_STAGES: Mapping[str, str] = {"pending": "Waiting at OpenRouter", "in_progress": "Rendering"}


async def video_payload(request: ProviderRequest) -> dict[str, Any]:
    """The JSON of one job; reads the frames and reference pictures."""
    payload: dict[str, Any] = {"model": request.model.id, "prompt": request.prompt}
    payload |= fields(request.parameters)
    if "duration" in payload:
        payload["duration"] = int(payload["duration"])
    frames = [item for item in request.inputs if item.role in _FRAMES]
    references = [item for item in request.inputs if item.role not in _FRAMES]
    if frames and references:
        raise InvalidInputError(
            "Frames and reference pictures cannot be used together.",
            "Remove one of the two.",
        )
    if frames:
        payload["frame_images"] = [
            {
                "type": "image_url",
                "image_url": {"url": await data_url(item)},
                "frame_type": item.role,
            }
            for item in frames
        ]
    if references:
        payload["input_references"] = [
            {"type": "image_url", "image_url": {"url": await data_url(item)}} for item in references
        ]
    return with_extra(payload, request)


async def make_video(
    http: HttpRoom,
    endpoint: Endpoint,
    request: ProviderRequest,
    context: GenerationContext,
    policy: DownloadPolicy,
) -> GenerationResult:
    """Submit one job, wait for it, fetch its clip. Raises ``ProviderError``."""
    payload = await video_payload(request)
    await context.submitting()
    async with http.post(endpoint, PATH, json=payload, limits=_SUBMIT) as reply:
        document = as_dict(await reply.json())
        if (failure := read_inner_error(endpoint, document)) is not None:
            raise failure
        job_id = as_text(document.get("id"))
        if not job_id or len(job_id) > 200:
            raise reply.malformed("it names no job")
    urls = {"polling_url": url} if (url := as_text(document.get("polling_url"))) else {}
    job = RemoteJob(job_id, urls)
    # nothing there deletes a video before its time
    expires_at = read_time(document.get("expires_at"))
    stays = RemoteItem(RemoteItemKind.JOB, job_id, expires_at=expires_at, can_delete=False)
    await context.accepted(job, stays)
    return await follow_video(http, endpoint, job, request, context, policy)


async def follow_video(
    http: HttpRoom,
    endpoint: Endpoint,
    job: RemoteJob,
    request: ProviderRequest,
    context: GenerationContext,
    policy: DownloadPolicy,
) -> GenerationResult:
    """Poll an accepted job to its end. Raises ``ProviderError``."""
    waited, wait = 0.0, FIRST_WAIT_S
    while True:
        with after_acceptance():
            document = as_dict(await http.get_json(endpoint, _poll_path(endpoint, job)))
        status = as_text(document.get("status"))
        if status == "completed":
            break
        if status not in _STAGES:
            raise _ended(endpoint, document, status)
        if waited >= GIVE_UP_S:
            raise ProviderError(
                ProviderErrorKind.INTERRUPTED,
                f"{endpoint.label} has not finished this video after an hour.",
                "Look it up again later.",
                request_id=job.id,
            )
        await context.progress(None, _STAGES[status])
        await context.sleep(wait)
        waited, wait = waited + wait, min(LONGEST_WAIT_S, wait * 1.5)
    await context.fetching()
    sink = await context.sink(0, "video/mp4")
    url = f"{endpoint.base_url}{PATH}/{quote(job.id, safe='')}/content?index=0"
    await download(http, endpoint, url, sink, policy, DOWNLOAD, with_key=True)
    return GenerationResult(
        usage=Usage(seconds=_seconds(request)),
        reported_micro=reported_cost(document),
        request_id=as_text(document.get("generation_id"))[:200] or job.id,
    )


def _poll_path(endpoint: Endpoint, job: RemoteJob) -> str:
    """The address that the answer named if it is the API's own, else the documented one."""
    named = job.urls.get("polling_url", "")
    url = urljoin(endpoint.base_url + PATH, named) if named else ""
    return url if url and is_at(url, endpoint) else f"{PATH}/{quote(job.id, safe='')}"


def _ended(endpoint: Endpoint, document: Mapping[str, Any], status: str) -> ProviderError:
    """The error of a job that made no clip; a failed one costs what it reports, else nothing."""
    told = document.get("error")
    words = as_text(told) or as_text(as_dict(told).get("message"))
    cost = usd_micro(as_dict(document.get("usage")).get("cost"))
    billed = Billed.CHARGED if cost else Billed.FREE
    if status == "expired":
        return ProviderError(
            ProviderErrorKind.EXPIRED,
            f"{endpoint.label} no longer keeps this video.",
            "Generate it again.",
            billed=Billed.CHARGED if cost else Billed.UNKNOWN,
        )
    if status not in ("failed", "cancelled"):
        return ProviderError(
            ProviderErrorKind.MALFORMED,
            f"{endpoint.label} told a state that is not known: {endpoint.redact(status)[:40]}.",
            "Look up the result at the provider.",
        )
    inner = read_inner_error(endpoint, document)
    kind = inner.kind if inner is not None and status == "failed" else ProviderErrorKind.SERVER
    is_policy = any(word in words.lower() for word in ("policy", "moderat", "safety"))
    message = f"{endpoint.label} could not make this video."
    if status == "cancelled":
        message = f"{endpoint.label} cancelled this video."
    return ProviderError(
        ProviderErrorKind.BLOCKED if is_policy else kind,
        f"{message} It says: {endpoint.redact(words)}" if words else message,
        "Change the prompt or the inputs." if is_policy else "Try again, or choose another model.",
        billed=billed,
        provider_answered=True,
    )


def _seconds(request: ProviderRequest) -> float | None:
    value = str(request.parameters.get("duration", ""))
    return float(value) if value.isdigit() else None
