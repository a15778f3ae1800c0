"""Pixels as a window paints them: from a worker that decoded, or of our own small pictures."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from mediadesk.domain.errors import InvalidInputError

if TYPE_CHECKING:
    from mediadesk.storage.thumbnail_store import Thumbnail
    from mediadesk.system.worker_client import WorkerReply

SMALL_PIXELS = 4 << 20


class MediaUnreadableError(InvalidInputError):
    """A file cannot be decoded here; the file itself stays as it is."""


@dataclass(frozen=True, slots=True)
class RawLevel:
    """Pixels in one size: blue, green, red, alpha, 8 bits each, rows without gaps. The colours are
    multiplied by alpha."""

    width: int
    height: int
    data: memoryview = field(repr=False)


@dataclass(frozen=True, slots=True)
class RawPicture:
    """Decoded pixels: each level half the size of the one before; the full size before scaling."""

    levels: tuple[RawLevel, ...]
    has_alpha: bool
    full_width: int
    full_height: int

    @property
    def width(self) -> int:
        """Of the largest level."""
        return self.levels[0].width

    @property
    def height(self) -> int:
        """Of the largest level."""
        return self.levels[0].height


def picture_of_reply(reply: WorkerReply) -> RawPicture:
    """What a worker decoded. Raises ``MediaUnreadableError`` for an answer that cannot be."""
    facts = reply.facts
    full = int(facts["full_width"]), int(facts["full_height"])
    sizes = [(int(width), int(height)) for width, height in facts["levels"]]
    lengths = [width * height * 4 for width, height in sizes]
    # A decoder that a hostile file took over must not make the window read past the pixels.
    if not sizes or min(*full, *map(min, sizes)) < 1 or sum(lengths) != len(reply.body):
        raise MediaUnreadableError("The decoder gave an answer that cannot be.", "Try it again.")
    pixels = memoryview(reply.body)
    ends = accumulate(lengths)
    levels = tuple(
        RawLevel(width, height, pixels[end - length : end])
        for (width, height), length, end in zip(sizes, lengths, ends, strict=True)
    )
    return RawPicture(levels, bool(facts["has_alpha"]), *full)


def picture_of_thumbnail(small: Thumbnail) -> RawPicture | None:
    """Decode a small picture of our own making, in the calling thread; None for a damaged one.

    Not by Qt: its readers share a lock, which a thread that decodes holds while it waits for the
    interpreter, and the window's thread asks for it with the interpreter in its hand.
    """
    from PIL import Image  # a fortieth of a second, which a start without pictures saves

    try:
        with Image.open(io.BytesIO(small.jpeg), formats=("JPEG",)) as image:
            width, height = image.size
            if width * height > SMALL_PIXELS:
                return None
            # Opaque in the fourth byte too: where a picture is painted into one that has alpha, a
            # painter takes it along.
            pixels = image.convert("RGBA").tobytes("raw", "BGRA")
    except (OSError, SyntaxError, ValueError):
        return None
    level = RawLevel(width, height, memoryview(pixels))
    return RawPicture((level,), False, small.width, small.height)
