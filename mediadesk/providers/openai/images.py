"""Images of the OpenAI wire format: generations, edits, and streamed previews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mediadesk.domain.errors import InvalidInputError, InvalidParameterError, ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import (
    GenerationContext,
    GenerationResult,
    ProviderInput,
    ProviderRequest,
)
from mediadesk.providers.network.endpoint import (
    IMAGE,
    IMAGE_DOWNLOAD,
    IMAGE_LIMIT,
    IMAGE_STREAM,
    Endpoint,
)
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.http_request import FilePart
from mediadesk.providers.network.json_reply import (
    MalformedJsonError,
    as_dict,
    as_list,
    as_text,
    parse_json,
)
from mediadesk.providers.network.policy import DownloadPolicy
from mediadesk.providers.network.sse import ServerEvent
from mediadesk.providers.openai.api import read_stream_error, read_usage, with_extra
from mediadesk.providers.openai.parameters import OWN_SIZE
from mediadesk.providers.replies.base64_stream import Base64Scanner, decode_base64
from mediadesk.providers.replies.media_download import download
from mediadesk.providers.replies.media_reply import (
    MediaWriter,
    copy_event_media,
    copy_media,
    is_cut,
    missing_note,
)

GENERATIONS = "/images/generations"
EDITS = "/images/edits"
_SIZE_FIELDS = frozenset({"size", "width", "height", "in_background"})
_OVERLAYS = ("mask", "markup")
_SIDE_STEP = 16
_FEWEST_PIXELS, _MOST_PIXELS = 655_360, 8_294_400
_EVENT_LIMIT = IMAGE_LIMIT // 3 * 4 + 64 * 1024
_BASE64 = ("data", None, "b64_json")


@dataclass(frozen=True, slots=True)
class ImageCall:
    """One call to be made: path, payload, files (edits only)."""

    path: str
    payload: Mapping[str, Any]
    files: tuple[FilePart, ...] = ()

    @property
    def is_streamed(self) -> bool:
        """Whether previews were asked for."""
        return bool(self.payload.get("stream"))

    @property
    def form(self) -> list[tuple[str, str]]:
        """The payload as text parts of a form."""
        return [(name, _as_text(value)) for name, value in self.payload.items()]


async def image_call(request: ProviderRequest) -> ImageCall:
    """Build the call: an edit where pictures are given, else a generation."""
    parameters = dict(request.parameters)
    previews = int(parameters.pop("partial_images", 0) or 0)
    payload: dict[str, Any] = {"model": request.model.id, "prompt": request.prompt}
    if size := size_of(parameters):
        payload["size"] = size
    payload |= {name: value for name, value in parameters.items() if name not in _SIZE_FIELDS}
    if request.result_count > 1:
        payload["n"] = request.result_count
    if previews and request.result_count == 1:
        payload |= {"stream": True, "partial_images": previews}
    payload = with_extra(payload, request)
    if not request.inputs:
        return ImageCall(GENERATIONS, payload)
    payload.pop("moderation", None)
    return ImageCall(EDITS, payload, await _files(request))


def size_of(parameters: Parameters) -> str:
    """The size as it is sent; empty where none is set.

    Raises ``InvalidParameterError`` for an own size that no model draws: sides in steps of 16, at
    most 3:1, 655,360 to 8,294,400 pixels in all.
    """
    size = str(parameters.get("size", ""))
    if size != OWN_SIZE:
        return size
    width, height = int(parameters["width"]), int(parameters["height"])
    problem, step = "", ""
    if width % _SIDE_STEP or height % _SIDE_STEP:
        problem, step = "sides go in steps of 16", "Use multiples of 16, for example 2048 × 1152."
    elif max(width, height) > 3 * min(width, height):
        problem, step = "no side may be more than three times the other", "Use up to 3:1."
    elif not _FEWEST_PIXELS <= width * height <= _MOST_PIXELS:
        problem = "a picture has 655,360 to 8,294,400 pixels"
        step = "Use for example 1024 × 640 or 3840 × 2160."
    if problem:
        raise InvalidParameterError("width", f"{width} × {height} does not fit: {problem}.", step)
    return f"{width}x{height}"


async def generate_images(
    http: HttpRoom,
    endpoint: Endpoint,
    request: ProviderRequest,
    context: GenerationContext,
    policy: DownloadPolicy,
) -> GenerationResult:
    """Make pictures; each goes into its sink while it arrives. Raises ``ProviderError``."""
    call = await image_call(request)
    mime = f"image/{request.parameters.get('output_format', 'png')}"
    await context.submitting()
    is_edit = bool(call.files)
    async with http.post(
        endpoint,
        call.path,
        json=None if is_edit else call.payload,
        form=call.form if is_edit else (),
        files=call.files,
        limits=IMAGE_STREAM if call.is_streamed else IMAGE,
    ) as reply:
        if reply.mime == "text/event-stream":
            return await _read_stream(reply, endpoint, context, mime)
        return await _read_document(http, endpoint, reply, request, context, policy, mime)


def pictures_of(request: ProviderRequest) -> list[ProviderInput]:
    """The pictures that are changed. Raises ``InvalidInputError`` for what lies over none."""
    pictures = [item for item in request.inputs if item.role not in _OVERLAYS]
    over = {item.role for item in request.inputs if item.role in _OVERLAYS}
    if over and not pictures:
        step = "Add the picture that it belongs to."
        if "mask" in over:
            raise InvalidInputError("A mask alone changes nothing.", step)
        raise InvalidInputError("A drawing alone changes nothing.", step)
    if len(over) > 1:
        raise InvalidInputError(
            "A mask and a drawing over the picture cannot be used together.", "Remove one of them."
        )
    return pictures


async def _files(request: ProviderRequest) -> tuple[FilePart, ...]:
    name = "image" if len(pictures_of(request)) == 1 else "image[]"
    parts = []
    for item in request.inputs:
        part_name = item.role if item.role in _OVERLAYS else name
        parts.append(FilePart(part_name, item.file_name, item.mime, await item.read()))
    return tuple(parts)


async def _read_document(
    http: HttpRoom,
    endpoint: Endpoint,
    reply: Reply,
    request: ProviderRequest,
    context: GenerationContext,
    policy: DownloadPolicy,
    mime: str,
) -> GenerationResult:
    expected = request.result_count
    await context.fetching()
    writer = MediaWriter(context, mime, expected, reply)
    finish, document = FinishReason.COMPLETE, {}
    try:
        document = dict(await copy_media(reply, Base64Scanner(_BASE64), writer))
        for url in _urls(document)[: expected - writer.finished]:
            sink = await context.sink(writer.finished, mime)
            address = _absolute(endpoint, url)
            await download(http, endpoint, address, sink, policy, IMAGE_DOWNLOAD)
            writer.finished += 1
    except ProviderError as error:
        if not is_cut(error) or writer.finished == 0:
            raise
        finish = FinishReason.INTERRUPTED
    if writer.finished == 0:
        raise reply.malformed("it holds no picture")
    return GenerationResult(
        finish_reason=finish,
        usage=read_usage(document.get("usage")),
        request_id=reply.request_id,
        notes=_notes(document),
        missing=missing_note(writer.finished, expected, "pictures"),
    )


async def _read_stream(
    reply: Reply, endpoint: Endpoint, context: GenerationContext, mime: str
) -> GenerationResult:
    writer = MediaWriter(context, mime, 1, reply)
    document: Mapping[str, Any] = {}
    try:
        async for event in reply.events(_EVENT_LIMIT):
            if event.name.endswith(".partial_image"):
                _show_preview(event, context, reply)
            elif event.name.endswith(".completed"):
                await context.fetching()
                scanner = Base64Scanner(("b64_json",))
                document = await copy_event_media(event.data, scanner, writer, reply)
                break
            else:
                _raise_if_error(event, endpoint, reply)
    except ProviderError as error:
        if not is_cut(error) or writer.finished == 0:
            raise
    if writer.finished == 0:
        raise reply.cut_short()
    return GenerationResult(usage=read_usage(document.get("usage")), request_id=reply.request_id)


def _show_preview(event: ServerEvent, context: GenerationContext, reply: Reply) -> None:
    try:
        encoded = as_text(as_dict(parse_json(event.data)).get("b64_json"))
        context.preview(decode_base64(encoded.encode("ascii", "replace")))
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None


def _raise_if_error(event: ServerEvent, endpoint: Endpoint, reply: Reply) -> None:
    if event.data.strip() == b"[DONE]":
        return
    try:
        document = as_dict(parse_json(event.data))
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None
    if (failure := read_stream_error(endpoint, document)) is not None:
        raise failure


def _urls(document: Mapping[str, Any]) -> list[str]:
    entries = [as_dict(entry) for entry in as_list(document.get("data"))]
    return [url for entry in entries if (url := as_text(entry.get("url")))]


def _absolute(endpoint: Endpoint, url: str) -> str:
    """Local servers name results by a path on themselves."""
    return f"{endpoint.origin.url}{url}" if url.startswith("/") else url


def _notes(document: Mapping[str, Any]) -> dict[str, str]:
    entries = [as_dict(entry) for entry in as_list(document.get("data"))]
    revised = next((as_text(entry.get("revised_prompt")) for entry in entries), "")
    return {"revised_prompt": revised} if revised else {}


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
