"""Pictures that OpenAI draws in the background: a stored response that outlives this program.

A small text model calls the image tool; the id is committed before the first poll, so that the
picture can be fetched after a restart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from mediadesk.domain.errors import Billed, InvalidInputError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, RemoteJob, Usage
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import (
    CancelOutcome,
    GenerationContext,
    GenerationResult,
    ProviderRequest,
)
from mediadesk.providers.network.endpoint import IMAGE, QUICK, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.network.remote_items import delete_remote
from mediadesk.providers.openai.api import job_error, read_usage, with_extra
from mediadesk.providers.openai.images import pictures_of, size_of
from mediadesk.providers.openai.responses import PATH, picture_part
from mediadesk.providers.replies.held_media import HeldMedia, read_held
from mediadesk.providers.replies.job_errors import after_acceptance

WRITER = "gpt-6-luna"
"""The text model that calls the image tool."""
_TOOL = "image_generation"
_DATA = ("output", None, "result")
_NOT_FIELDS = frozenset({"in_background", "partial_images", "size", "width", "height"})
_ID = re.compile(r"[A-Za-z0-9_-]{1,200}")
_RUNNING = {"queued": "Queued", "in_progress": "Drawing"}
_EARLY_S, _POLL_S, _LATE_POLL_S = 30.0, 2.0, 5.0
_GIVE_UP_S = 900.0
_LIFETIME = timedelta(days=30)
"""How long a stored response is kept."""
_WRITER_SHARE = 60
"""A token of the text model costs at most a sixtieth of one of a picture."""


async def draw(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Start one picture, wait for it, fetch it. Raises ``ProviderError``."""
    payload = await _payload(request)
    await context.submitting()
    async with http.post(endpoint, PATH, json=payload, limits=QUICK) as reply:
        document = as_dict(await reply.json())
        job_id = as_text(document.get("id"))
        if not _ID.fullmatch(job_id):
            raise reply.malformed("it names no job")
    job = RemoteJob(job_id)
    stays = RemoteItem(RemoteItemKind.RESPONSE, job_id, expires_at=datetime.now(UTC) + _LIFETIME)
    await context.accepted(job, stays)
    return await follow(http, endpoint, job, request, context)


async def follow(
    http: HttpRoom,
    endpoint: Endpoint,
    job: RemoteJob,
    request: ProviderRequest,
    context: GenerationContext,
) -> GenerationResult:
    """Poll an accepted job to its end; never submits. Raises ``ProviderError``."""
    waited, mime = 0.0, f"image/{request.parameters.get('output_format', 'png')}"
    while True:
        with after_acceptance():
            async with http.request(endpoint, "GET", _path(job), limits=IMAGE) as reply:
                held = HeldMedia(context, mime, reply)
                document = await read_held(reply, _DATA, held)
            status = as_text(document.get("status"))
            if status not in _RUNNING:
                await context.fetching()
                count = await held.keep(held.whole[: request.result_count])
                return _result(endpoint, document, count)
        if waited >= _GIVE_UP_S:
            raise ProviderError(
                ProviderErrorKind.INTERRUPTED,
                f"{endpoint.label} has not finished this picture yet.",
                "Look it up again later.",
                request_id=job.id,
            )
        await context.progress(None, _RUNNING[status])
        pause = _POLL_S if waited < _EARLY_S else _LATE_POLL_S
        await context.sleep(pause)
        waited += pause


async def cancel(http: HttpRoom, endpoint: Endpoint, job: RemoteJob) -> CancelOutcome:
    """Stop a job. What it cost so far is told only where it had already ended."""
    async with http.request(endpoint, "POST", f"{_path(job)}/cancel") as reply:
        document = as_dict(await reply.json())
    is_done = document.get("status") == "completed"
    return CancelOutcome.CHARGED if is_done else CancelOutcome.UNKNOWN


async def forget(http: HttpRoom, endpoint: Endpoint, item: RemoteItem) -> None:
    """Delete a stored response. Raises ``ProviderError``."""
    await delete_remote(http, endpoint, _path(item))


async def look_up(http: HttpRoom, endpoint: Endpoint, job: RemoteJob) -> RemoteJob | None:
    """The job if it is still kept there."""
    try:
        async with http.request(endpoint, "GET", _path(job), limits=IMAGE):
            return job
    except ProviderError as error:
        if error.kind is ProviderErrorKind.NOT_FOUND:
            return None
        raise


async def _payload(request: ProviderRequest) -> dict[str, Any]:
    tool: dict[str, Any] = {"type": _TOOL, "model": request.model.id}
    if size := size_of(request.parameters):
        tool["size"] = size
    tool |= {name: value for name, value in request.parameters.items() if name not in _NOT_FIELDS}
    masks = [item for item in request.inputs if item.role == "mask"]
    pictures = [await picture_part(item) for item in pictures_of(request)]
    if any(item.role == "markup" for item in request.inputs):
        raise InvalidInputError(
            "A picture in the background takes no drawing over it.",
            "Switch off “In the background”, or remove the drawing.",
        )
    if masks:
        address = (await picture_part(masks[0]))["image_url"]
        tool["input_image_mask"] = {"image_url": address}
    asked: str | list[dict[str, Any]] = request.prompt
    if pictures:
        words = {"type": "input_text", "text": request.prompt}
        asked = [{"role": "user", "content": [words, *pictures]}]
    return {
        "model": WRITER,
        "input": asked,
        "background": True,
        "store": True,
        "tools": [with_extra(tool, request)],
        "tool_choice": {"type": _TOOL},
    }


def _path(job: RemoteJob | RemoteItem) -> str:
    if not _ID.fullmatch(job.id):
        raise ProviderError(ProviderErrorKind.EXPIRED, "The job's id is not one of OpenAI's.")
    return f"{PATH}/{job.id}"


def _result(endpoint: Endpoint, document: Mapping[str, Any], count: int) -> GenerationResult:
    status = as_text(document.get("status"))
    usage = _usage(document, count)
    words, is_refusal = _words(document)
    if count == 0 and not words:
        raise _failure(endpoint, document, status)
    finish = FinishReason.COMPLETE if status == "completed" else FinishReason.TRUNCATED
    revised = next((text for call in _calls(document) if (text := _revised(call))), "")
    return GenerationResult(
        texts=(words,) if words and not count else (),
        finish_reason=FinishReason.REFUSED if is_refusal and not count else finish,
        usage=usage,
        request_id=as_text(document.get("id"))[:200] or None,
        notes={"revised_prompt": revised} if revised and count else {},
        missing="" if count else "The model answered in words alone.",
    )


def _failure(endpoint: Endpoint, document: Mapping[str, Any], status: str) -> ProviderError:
    wrote = read_usage(document.get("usage")).output_tokens
    billed = Billed.UNKNOWN if wrote or "tool_usage" in document else Billed.FREE
    request_id = as_text(document.get("id"))[:200] or None
    if status == "cancelled":
        return ProviderError(
            ProviderErrorKind.EXPIRED,
            f"The job was cancelled at {endpoint.label}.",
            "Generate it again.",
            request_id=request_id,
        )
    if status in ("failed", "incomplete"):
        details = as_dict(document.get("incomplete_details"))
        told = as_dict(document.get("error")) or {"code": details.get("reason")}
        return job_error(endpoint, told, billed, request_id)
    return ProviderError(
        ProviderErrorKind.MALFORMED,
        f"{endpoint.label} sent an answer that cannot be read: it holds no picture.",
        "Check at the provider whether this run was charged.",
        request_id=request_id,
    )


def _calls(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    made = [as_dict(entry) for entry in as_list(document.get("output"))]
    return [entry for entry in made if entry.get("type") == f"{_TOOL}_call"]


def _revised(call: Mapping[str, Any]) -> str:
    return as_text(call.get("revised_prompt"))


def _words(document: Mapping[str, Any]) -> tuple[str, bool]:
    """What the text model said beside the picture, and whether it was a refusal."""
    entries = [as_dict(entry) for entry in as_list(document.get("output"))]
    said = [as_dict(part) for entry in entries for part in as_list(entry.get("content"))]
    refusals = [text for part in said if (text := as_text(part.get("refusal")))]
    texts = [text for part in said if (text := as_text(part.get("text")))]
    return "".join(refusals or texts).strip(), bool(refusals)


def _usage(document: Mapping[str, Any], count: int) -> Usage:
    """Tokens at the picture's rates; those of the text model count for a fraction."""
    written = read_usage(document.get("usage"))
    told = as_dict(as_dict(document.get("tool_usage")).get("image_gen"))
    output = as_count(told.get("output_tokens"))
    if output is None:
        return replace(written, output_tokens=None, reasoning_tokens=None, images=count)
    extra = -(-((written.input_tokens or 0) + (written.output_tokens or 0)) // _WRITER_SHARE)
    return Usage(
        input_tokens=as_count(told.get("input_tokens")) or 0,
        cached_input_tokens=as_count(told.get("cached_tokens")),
        output_tokens=output + extra,
        images=count,
    )
