"""Pictures of Google's models: one a call, from words and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.google.api import post_to_model, read_usage, with_extra
from mediadesk.providers.google.content import (
    FINISH,
    RESERVED,
    assembled,
    block_reason,
    contents,
    first_candidate,
    generation_config,
    parts_of,
    plain_text,
    refusal,
)
from mediadesk.providers.google.files import RemoteFiles
from mediadesk.providers.network.endpoint import IMAGE, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_text
from mediadesk.providers.replies.endings import ending_note, finish_of
from mediadesk.providers.replies.held_media import HeldMedia, keep_what_came, read_held

INLINE_DATA = ("candidates", None, "content", "parts", None, "inlineData", "data")


async def generate_image(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Make one picture. Raises ``ProviderError``."""
    files = RemoteFiles(http, endpoint)
    try:
        payload = await _payload(request, files, context)
        await context.submitting()
        async with post_to_model(
            http, endpoint, request.model.id, "generateContent", payload, IMAGE
        ) as reply:
            return await _read(reply, endpoint, context)
    finally:
        await files.delete(context)


async def _payload(
    request: ProviderRequest, files: RemoteFiles, context: GenerationContext
) -> dict[str, Any]:
    parameters = request.parameters
    has_words = parameters.get("modalities") == "image_and_text"
    config = generation_config(parameters)
    config["responseModalities"] = ["TEXT", "IMAGE"] if has_words else ["IMAGE"]
    wanted = {"aspectRatio": "aspect_ratio", "imageSize": "image_size"}
    image = {wire: parameters[name] for wire, name in wanted.items() if name in parameters}
    if image:
        config["imageConfig"] = image
    parts = await contents(request, files, context)
    return with_extra(assembled(parts, config, parameters), request, RESERVED)


async def _read(reply: Reply, endpoint: Endpoint, context: GenerationContext) -> GenerationResult:
    await context.fetching()
    held = HeldMedia(context, "image/png", reply)
    try:
        document = await read_held(reply, INLINE_DATA, held)
    except ProviderError as error:
        if not await keep_what_came(error, held):
            raise
        return GenerationResult(finish_reason=FinishReason.INTERRUPTED)
    candidate = first_candidate(document)
    count = await held.keep(media_numbers(candidate))
    return _result(document, candidate, count, endpoint, reply)


def media_numbers(candidate: Mapping[str, Any]) -> list[int]:
    """Which of the media strings are results rather than thoughts, by their number."""
    media = [part for part in parts_of(candidate) if "inlineData" in part]
    return [number for number, part in enumerate(media) if part.get("thought") is not True]


def _result(
    document: Mapping[str, Any],
    candidate: Mapping[str, Any],
    count: int,
    endpoint: Endpoint,
    reply: Reply,
) -> GenerationResult:
    reason = as_text(candidate.get("finishReason"))
    blocked = block_reason(document)
    words = plain_text(candidate).strip()
    finish, missing = finish_of(reason, FINISH), ""
    if count == 0:
        message = as_text(candidate.get("finishMessage"))
        missing = "The model answered in words instead of a picture."
        if blocked or finish is FinishReason.REFUSED:
            finish, missing = FinishReason.REFUSED, refusal(endpoint, blocked or reason, message)
        elif not words:
            if not reason:
                raise reply.malformed("it holds no picture")
            detail = endpoint.redact(message) or f"It ended with {endpoint.redact(reason)[:60]}."
            missing, finish = f"The model made no picture. {detail}", FinishReason.REFUSED
    return GenerationResult(
        texts=(words,) if words else (),
        finish_reason=finish,
        usage=read_usage(document.get("usageMetadata")),
        request_id=as_text(document.get("responseId"))[:200] or reply.request_id,
        notes=ending_note(finish, reason, endpoint),
        missing=missing,
    )
