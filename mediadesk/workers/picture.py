"""The picture worker: pictures, posters of Motion-JPEG films, sound in WAV files, pages of PDFs.

Pillow with a fixed list of formats, a pixel limit before anything is decoded, and its warnings
turned into errors. Nothing here reads or writes a file.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from mediadesk.system.worker_pipe import Head
from mediadesk.workers.motion_jpeg import Film, read_film
from mediadesk.workers.paper import count_pages
from mediadesk.workers.serve import Reply, Source, UndecodableError
from mediadesk.workers.wave_sound import read_sound

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")
MAXIMUM_PIXELS = 100_000_000
MAXIMUM_FRAMES = 500
SHOWN_PIXELS = 50_000_000
"""A picture is handed over at this size at most: RGBA and its source fit the memory limit."""
THUMBNAIL_QUALITY = 82
SMALLEST_LEVEL = 512
_PACKED_ROWS = 256

# Pillow raises these for damaged files, depending on where its parsers stumble.
_DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, EOFError, KeyError, IndexError, OverflowError,
    ZeroDivisionError, RuntimeError, struct.error,
)  # fmt: skip

Image.MAX_IMAGE_PIXELS = MAXIMUM_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


def handle_picture(request: Head, body: bytes, source: Source) -> Reply:
    """Serve ``thumbnail`` and ``pixels`` of pictures and films, ``strip`` of films, ``upright``,
    ``sound``, ``pages``, and ``capabilities``."""
    operation = request.get("do")
    if operation == "sound":
        return Reply(read_sound(source, int(request["peaks"])))
    if operation == "pages":
        return Reply({"pages": count_pages(source)})
    if operation == "capabilities":
        Image.init()
        return Reply({"formats": [name for name in FORMATS if name in Image.OPEN]})
    facts: dict[str, object] = {}
    if request.get("film"):
        film = read_film(source)
        if operation == "strip":
            with _explained():
                return _strip(film, int(request["frames"]), int(request["height"]))
        facts["duration_ms"] = film.duration_ms
        with _explained():
            body = next(filter(_shows_something, film.frames()), b"")
    with _explained():
        if operation == "thumbnail":
            return _thumbnail(body, int(request["side"]), facts)
        if operation == "pixels":
            return _pixels(body, request.get("side"), facts)
        if operation == "upright":
            return _upright(body)
    raise UndecodableError("unsupported", "The picture decoder does not know this operation.")


def _open(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=FORMATS)
    if getattr(image, "n_frames", 1) > MAXIMUM_FRAMES:
        raise UndecodableError("too_large", f"The picture has more than {MAXIMUM_FRAMES} frames.")
    return image


def _thumbnail(data: bytes, side: int, facts: dict[str, object]) -> Reply:
    image = _open(data)
    width, height = _upright_size(image)
    small = _scaled(image, side)
    flat = Image.new("RGB", small.size, "white")
    flat.paste(small, mask=small.getchannel("A") if small.mode == "RGBA" else None)
    encoded = io.BytesIO()
    flat.save(encoded, "JPEG", quality=THUMBNAIL_QUALITY)
    return Reply({"width": width, "height": height, **facts}, encoded.getvalue())


def _strip(film: Film, count: int, height: int) -> Reply:
    """Frames of a film at even distances, side by side."""
    places = film.places()
    if not places:
        raise UndecodableError("broken", "The film has no frame.")
    chosen = [places[len(places) * (2 * n + 1) // (2 * count)] for n in range(count)]
    frames = []
    for place in chosen:
        image = _open(film.frame(place))
        image.draft("RGB", (image.width * height // max(1, image.height), height))
        width = max(1, round(image.width * height / image.height))
        frames.append(image.convert("RGB").resize((width, height), Image.Resampling.BILINEAR))
    sheet = Image.new("RGB", (sum(frame.width for frame in frames), height))
    left = 0
    for frame in frames:
        sheet.paste(frame, (left, 0))
        left += frame.width
    encoded = io.BytesIO()
    sheet.save(encoded, "JPEG", quality=THUMBNAIL_QUALITY)
    return Reply({"width": sheet.width, "height": sheet.height}, encoded.getvalue())


def _pixels(data: bytes, side: int | None, facts: dict[str, object]) -> Reply:
    image = _open(data)
    full = _upright_size(image)
    if side is None and full[0] * full[1] > SHOWN_PIXELS:
        side = int(max(full) * (SHOWN_PIXELS / (full[0] * full[1])) ** 0.5)
    shown = _scaled(image, side)
    has_alpha = shown.mode == "RGBA"
    painted = shown.convert("RGBa" if has_alpha else "RGBA")
    for done in (shown, image):  # the levels need the room
        done.close()
    levels = _halved(painted)
    sizes = [level.size for level in levels]
    whole = {"full_width": full[0], "full_height": full[1], "has_alpha": has_alpha}
    return Reply({"levels": sizes, **whole, **facts}, _packed(levels))


def _halved(image: Image.Image) -> list[Image.Image]:
    """The picture, then each half size of it down to ``SMALLEST_LEVEL``."""
    levels = [image]
    while max(levels[-1].size) > SMALLEST_LEVEL:
        levels.append(levels[-1].reduce(2))
    return levels


def _packed(levels: list[Image.Image]) -> bytearray:
    """Blue, green, red, alpha, level behind level, as the window paints them."""
    body = bytearray(sum(level.width * level.height * 4 for level in levels))
    at = 0
    for level in levels:
        order = "BGRa" if level.mode == "RGBa" else "BGRA"
        for top in range(0, level.height, _PACKED_ROWS):  # in strips: each is copied twice
            rows = (0, top, level.width, min(level.height, top + _PACKED_ROWS))
            strip = level.crop(rows).tobytes("raw", order)
            body[at : at + len(strip)] = strip
            at += len(strip)
    return body


def _upright(data: bytes) -> Reply:
    """The picture encoded again with its orientation applied, for files that lose their EXIF."""
    image = _open(data)
    name = image.format
    turned = ImageOps.exif_transpose(image)
    encoded = io.BytesIO()
    turned.save(encoded, name, quality=95, exif=b"", xmp=b"")
    return Reply({}, encoded.getvalue())


def _scaled(image: Image.Image, side: int | None) -> Image.Image:
    """The first frame as RGB or RGBA, upright, at most ``side`` pixels wide and high."""
    if side is not None:
        image.draft("RGB", (side, side))  # JPEG decodes at a fraction of its size
    image.load()
    # Sixteen bits a sample: Pillow would clip them all to white.
    small = image.point(lambda v: v * (1 / 256)).convert("L") if "I" in image.mode else image
    if small.mode not in ("RGB", "RGBA"):
        small = small.convert("RGBA" if image.has_transparency_data else "RGB")
    if side is not None:
        small.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if (orientation := _orientation(image)) > 1:
        small.getexif()[_ORIENTATION_TAG] = orientation
        small = ImageOps.exif_transpose(small)
    return small


_ORIENTATION_TAG = 0x0112


def _orientation(image: Image.Image) -> int:
    value = image.getexif().get(_ORIENTATION_TAG, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _upright_size(image: Image.Image) -> tuple[int, int]:
    """Size as it is shown: the orientations from 5 lie on their side (EXIF 2.32, tag 0x0112)."""
    width, height = image.size
    return (height, width) if _orientation(image) >= 5 else (width, height)


def _shows_something(frame: bytes) -> bool:
    """Whether a film's frame decodes and is not one plain colour, as fades begin."""
    try:
        image = Image.open(io.BytesIO(frame), formats=("JPEG",))
        image.draft("L", (64, 64))
        low, high = image.convert("L").getextrema()
    except _DAMAGE:
        return False
    return isinstance(low, int) and isinstance(high, int) and high - low > 16


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what Pillow raises into one sentence."""
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        limit = MAXIMUM_PIXELS // 1_000_000
        message = f"The picture has more than {limit} million pixels."
        raise UndecodableError("too_large", message) from None
    except UnidentifiedImageError:
        raise UndecodableError("broken", "This is not a picture that can be shown.") from None
    except _DAMAGE:
        raise UndecodableError("broken", "The picture is damaged.") from None
