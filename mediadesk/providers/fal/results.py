"""What a finished fal job made: every file that its answer names, fetched into sinks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType, Usage
from mediadesk.domain.result_extent import megapixels_of, started_megapixels
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.fal.api import FalService
from mediadesk.providers.network.endpoint import DOWNLOAD, IMAGE_DOWNLOAD
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.replies.media_download import download
from mediadesk.providers.replies.media_reply import missing_note

_EXTENSIONS: Mapping[str, GenerationType] = {
    **dict.fromkeys(("png", "jpg", "jpeg", "webp", "gif", "avif"), GenerationType.IMAGE),
    **dict.fromkeys(("mp4", "webm", "mov", "mkv"), GenerationType.VIDEO),
    **dict.fromkeys(("mp3", "wav", "ogg", "flac", "m4a", "aac", "opus"), GenerationType.AUDIO),
}
_NOUNS: Mapping[GenerationType, str] = {
    GenerationType.IMAGE: "pictures",
    GenerationType.VIDEO: "clips",
    GenerationType.AUDIO: "sounds",
}
_DEPTH = 6
_MOST_FILES = 64


@dataclass(frozen=True, slots=True)
class Output:
    """One file that an answer names; ``type`` None where it does not say what it is.

    ``megapixels`` is the size that the answer tells, rounded up.
    """

    url: str = field(repr=False)
    type: GenerationType | None = None
    megapixels: int | None = None


async def fetch_results(
    http: HttpRoom,
    service: FalService,
    document: Mapping[str, Any],
    request: ProviderRequest,
    context: GenerationContext,
    request_id: str,
) -> GenerationResult:
    """Fetch what was asked for; pictures that the filter blacked out are left out."""
    outputs, blocked = _chosen(document, request)
    label = service.queue.label
    if not outputs and blocked:
        return GenerationResult(
            finish_reason=FinishReason.REFUSED,
            usage=_usage(request, [None] * blocked),
            request_id=request_id,
            missing=f"The content filter of {label} held back every picture.",
        )
    if not outputs:
        raise ProviderError(
            ProviderErrorKind.MALFORMED,
            f"{label} sent an answer that cannot be read: it names no {request.type.value}.",
            "Look up the result at the provider.",
            request_id=request_id,
        )
    await context.fetching()
    is_image = request.type is GenerationType.IMAGE
    limits = IMAGE_DOWNLOAD if is_image else DOWNLOAD
    for index, output in enumerate(outputs):
        sink = await context.sink(index, f"{request.type.value}/*")
        await download(http, service.queue, output.url, sink, service.policy, limits)
    missing = missing_note(len(outputs), request.result_count, _NOUNS[request.type])
    if blocked:
        missing = f"{missing} The content filter held back {blocked}.".strip()
    return GenerationResult(
        usage=_usage(request, [*(output.megapixels for output in outputs), *[None] * blocked]),
        request_id=request_id,
        notes=_notes(document),
        missing=missing,
    )


def outputs_of(document: object) -> list[Output]:
    """Every object with an address, and every ``…_url``, in order of appearance."""
    found: list[Output] = []
    _walk(document, found, _DEPTH)
    return found[:_MOST_FILES]


def _chosen(document: Mapping[str, Any], request: ProviderRequest) -> tuple[list[Output], int]:
    outputs = outputs_of(document)
    fitting = [output for output in outputs if output.type is request.type]
    fitting = fitting or [output for output in outputs if output.type is None]
    flags = as_list(document.get("has_nsfw_concepts"))
    kept = [
        output
        for index, output in enumerate(fitting)
        if not (index < len(flags) and flags[index] is True)
    ]
    blocked = len(fitting) - len(kept)
    return kept[: request.result_count], blocked


def _walk(value: object, found: list[Output], depth: int) -> None:
    if depth == 0 or len(found) >= _MOST_FILES:
        return
    if isinstance(value, list):
        for item in value:
            _walk(item, found, depth - 1)
        return
    if not isinstance(value, dict):
        return
    url = as_text(value.get("url"))
    if url:
        kind = _type_of(url, as_text(value.get("content_type")))
        found.append(Output(url, kind, _megapixels(value)))
    for name, inner in value.items():
        if isinstance(inner, str) and str(name).endswith("_url") and inner:
            named = next((kind for kind in _NOUNS if kind.value in str(name)), None)
            found.append(Output(inner, _type_of(inner, "") or named))
        elif name != "url":
            _walk(inner, found, depth - 1)


def _type_of(url: str, mime: str) -> GenerationType | None:
    kind = mime.partition("/")[0].lower()
    if kind in (known.value for known in _NOUNS):
        return GenerationType(kind)
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    return _EXTENSIONS.get(path.rpartition(".")[2].lower())


def _megapixels(file: Mapping[str, Any]) -> int | None:
    width, height = as_count(file.get("width")), as_count(file.get("height"))
    return started_megapixels(width, height) if width and height else None


def _usage(request: ProviderRequest, sizes: Sequence[int | None]) -> Usage:
    """What a job used; ``sizes`` has the megapixels of each picture, None where it was not told."""
    if request.type is GenerationType.IMAGE:
        count = len(sizes)
        sizes = [size or megapixels_of(request.parameters) or None for size in sizes]
        if any(price.unit is PriceUnit.INPUT_MEGAPIXEL for price in request.model.pricing.prices):
            sizes += [
                started_megapixels(item.width, item.height) if item.width and item.height else None
                for item in request.inputs
            ]
        known = [size for size in sizes if size is not None]
        whole = sum(known) if len(known) == len(sizes) else None
        return Usage(images=count, megapixels=whole)
    seconds = _seconds(request)
    is_audio = request.type is GenerationType.AUDIO
    return Usage(seconds=seconds, characters=len(request.prompt) if is_audio else None)


def _seconds(request: ProviderRequest) -> float | None:
    length = request.parameters.get("music_length_ms")
    if isinstance(length, int):
        return length / 1000
    for name in ("duration", "duration_seconds", "seconds_total"):
        value = str(request.parameters.get(name, ""))
        if value.replace(".", "", 1).isdigit():
            return float(value)
    return None


def _notes(document: Mapping[str, Any]) -> dict[str, str]:
    seed = document.get("seed")
    notes = {"seed": str(seed)} if isinstance(seed, int) and not isinstance(seed, bool) else {}
    revised = as_text(as_dict(document).get("actual_prompt"))[:4_000]
    return notes | ({"revised_prompt": revised} if revised else {})
