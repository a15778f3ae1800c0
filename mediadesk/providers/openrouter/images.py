"""OpenRouter's pictures: the images endpoint, and chat models that answer with pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest, Turn
from mediadesk.providers.network.endpoint import IMAGE, IMAGE_LIMIT, IMAGE_STREAM, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import (
    MalformedJsonError,
    as_dict,
    as_list,
    as_text,
    parse_json,
)
from mediadesk.providers.openai.api import read_usage
from mediadesk.providers.openai.chat import refused
from mediadesk.providers.openrouter.api import read_inner_error, reported_cost, with_extra
from mediadesk.providers.openrouter.chat import BROKEN_OFF, FINISH, content, data_url, fields
from mediadesk.providers.openrouter.chat import PATH as CHAT_PATH
from mediadesk.providers.replies.base64_stream import Base64Scanner, decode_base64
from mediadesk.providers.replies.endings import ending_note, finish_of
from mediadesk.providers.replies.media_reply import (
    MediaWriter,
    copy_event_media,
    copy_media,
    is_cut,
    missing_note,
)

PATH = "/images"
_EVENT_LIMIT = IMAGE_LIMIT // 3 * 4 + 64 * 1024
_IN_REPLY = ("data", None, "b64_json")
_IN_MESSAGE = ("choices", None, "message", "images", None, "image_url", "url")
_CONFIG = ("aspect_ratio", "image_size")


async def image_payload(request: ProviderRequest) -> dict[str, Any]:
    """The JSON of the images endpoint; given pictures become references."""
    payload: dict[str, Any] = {"model": request.model.id, "prompt": request.prompt}
    payload |= fields(request.parameters)
    if request.result_count > 1:
        payload["n"] = request.result_count
        payload.pop("stream", None)
    if request.inputs:
        payload["input_references"] = [
            {"type": "image_url", "image_url": {"url": await data_url(item)}}
            for item in request.inputs
        ]
    return with_extra(payload, request)


async def chat_image_payload(request: ProviderRequest) -> dict[str, Any]:
    """The JSON of a chat request that asks for a picture."""
    parameters = dict(request.parameters)
    asked = Turn("user", request.prompt, request.inputs)
    config = {name: parameters.pop(name) for name in _CONFIG if name in parameters}
    payload: dict[str, Any] = {
        "model": request.model.id,
        "messages": [{"role": "user", "content": await content(asked)}],
        "modalities": ["image", "text"],
        "stream": False,
        **fields(parameters),
    }
    if config:
        payload["image_config"] = config
    return with_extra(payload, request)


async def generate_images(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Make pictures; each goes into its sink while it arrives. Raises ``ProviderError``."""
    payload = await image_payload(request)
    is_streamed = bool(payload.get("stream"))
    limits = IMAGE_STREAM if is_streamed else IMAGE
    accept = "text/event-stream" if is_streamed else "application/json"
    await context.submitting()
    async with http.post(endpoint, PATH, json=payload, limits=limits, accept=accept) as reply:
        writer = MediaWriter(context, _mime(request), request.result_count, reply)
        if reply.mime == "text/event-stream":
            return await _read_stream(reply, endpoint, context, writer)
        return await _read_document(reply, endpoint, context, writer, _IN_REPLY, request)


async def chat_image(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Let a chat model make a picture. Raises ``ProviderError``."""
    payload = await chat_image_payload(request)
    await context.submitting()
    async with http.post(endpoint, CHAT_PATH, json=payload, limits=IMAGE) as reply:
        # one billable call makes one result here, and a model may draw a variant unasked
        writer = MediaWriter(context, _mime(request), max(4, request.result_count), reply)
        return await _read_document(reply, endpoint, context, writer, _IN_MESSAGE, request)


async def _read_document(
    reply: Reply,
    endpoint: Endpoint,
    context: GenerationContext,
    writer: MediaWriter,
    path: tuple[str | None, ...],
    request: ProviderRequest,
) -> GenerationResult:
    expected = request.result_count
    document: Mapping[str, Any] = {}
    finish = FinishReason.COMPLETE
    await context.fetching()
    try:
        document = await copy_media(reply, Base64Scanner(path), writer)
    except ProviderError as error:
        if not is_cut(error) or writer.finished == 0:
            raise
        finish = FinishReason.INTERRUPTED
    if (failure := read_inner_error(endpoint, document)) is not None and writer.finished == 0:
        raise failure
    words, word = _words(document, endpoint), _finish(document)
    if word and finish is FinishReason.COMPLETE:
        is_cut_off = word == BROKEN_OFF
        finish = FinishReason.INTERRUPTED if is_cut_off else finish_of(word, FINISH)
    missing = missing_note(writer.finished, expected, "pictures")
    if writer.finished == 0:
        is_filtered = finish is FinishReason.REFUSED
        if not words and not is_filtered:
            raise reply.malformed("it holds no picture")
        # a chat model that only talked instead of drawing
        finish, missing = FinishReason.REFUSED, refused(endpoint, "")
        if words:
            missing = f"{endpoint.label} sent no picture. The model says: {words}"
    return GenerationResult(
        finish_reason=finish,
        usage=read_usage(document.get("usage")),
        reported_micro=reported_cost(document),
        request_id=as_text(document.get("id"))[:200] or reply.request_id,
        notes={**ending_note(finish, word, endpoint), **({"answer": words} if words else {})},
        missing=missing,
    )


async def _read_stream(
    reply: Reply, endpoint: Endpoint, context: GenerationContext, writer: MediaWriter
) -> GenerationResult:
    document: Mapping[str, Any] = {}
    try:
        async for event in reply.events(_EVENT_LIMIT):
            if event.name.endswith(".partial_image"):
                _show_preview(event.data, context, reply)
            elif event.name.endswith(".completed"):
                await context.fetching()
                scanner = Base64Scanner(("b64_json",))
                document = await copy_event_media(event.data, scanner, writer, reply)
                break
            else:
                _raise_if_error(event.data, endpoint, reply)
    except ProviderError as error:
        if not is_cut(error) or writer.finished == 0:
            raise
    if writer.finished == 0:
        raise reply.cut_short()
    return GenerationResult(
        usage=read_usage(document.get("usage")),
        reported_micro=reported_cost(document),
        request_id=reply.request_id,
    )


def _show_preview(data: bytes, context: GenerationContext, reply: Reply) -> None:
    try:
        encoded = as_text(as_dict(parse_json(data)).get("b64_json"))
        context.preview(decode_base64(encoded.encode("ascii", "replace")))
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None


def _raise_if_error(data: bytes, endpoint: Endpoint, reply: Reply) -> None:
    if data.strip() == b"[DONE]":
        return
    try:
        document = as_dict(parse_json(data))
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None
    if (failure := read_inner_error(endpoint, document)) is not None:
        raise failure


def _finish(document: Mapping[str, Any]) -> str:
    choice = as_dict(next(iter(as_list(document.get("choices"))), None))
    return as_text(choice.get("finish_reason"))


def _words(document: Mapping[str, Any], endpoint: Endpoint) -> str:
    """What a chat model said beside its picture, or instead of one."""
    choice = as_dict(next(iter(as_list(document.get("choices"))), None))
    message = as_dict(choice.get("message"))
    return endpoint.redact(as_text(message.get("content")) or as_text(message.get("refusal")))


def _mime(request: ProviderRequest) -> str:
    return f"image/{request.parameters.get('output_format', 'png')}"
