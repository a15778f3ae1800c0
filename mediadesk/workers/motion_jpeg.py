"""Motion-JPEG in AVI, read directly: size, duration and frames without a player.

Layout: Microsoft, "AVI RIFF File Reference" (RIFF 'AVI ', LIST 'hdrl' with 'avih', LIST 'movi').
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from mediadesk.workers.serve import Source, UndecodableError

_HEADER_BYTES = 8
_LIST_BYTES = 12
MAXIMUM_CHUNKS = 100_000
MAXIMUM_FRAME_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Film:
    """What the headers say; frames are read on demand. Duration in milliseconds."""

    source: Source
    duration_ms: int
    movi: tuple[int, int]

    def frames(self) -> Iterator[bytes]:
        """The JPEG frames in order of the file."""
        return (self.frame(place) for place in self._places())

    def places(self) -> list[tuple[int, int]]:
        """Where each frame lies: its offset and its length."""
        return list(self._places())

    def frame(self, place: tuple[int, int]) -> bytes:
        """One JPEG frame."""
        return self.source.read_at(*place)

    def _places(self) -> Iterator[tuple[int, int]]:
        for name, start, size in _chunks(self.source, *self.movi):
            if name[2:] in (b"dc", b"db") and 0 < size <= MAXIMUM_FRAME_BYTES:
                yield start, size


def read_film(source: Source) -> Film:
    """Read the headers. ``UndecodableError`` ``unsupported`` where it is not Motion-JPEG in AVI."""
    head = source.read_at(0, _LIST_BYTES)
    if head[:4] != b"RIFF" or head[8:] != b"AVI ":
        raise UndecodableError("unsupported", "The film is not an AVI file.")
    duration: int | None = None
    is_motion_jpeg = False
    for name, start, size in _chunks(source, _LIST_BYTES, source.size):
        kind = source.read_at(start, 4) if name == b"LIST" else b""
        if kind == b"hdrl":
            duration = _duration_ms(source, start + 4, start + size)
            is_motion_jpeg = b"vidsMJPG" in source.read_at(start, min(size, 1 << 16))
        elif kind == b"movi" and duration is not None and is_motion_jpeg:
            return Film(source, duration, (start + 4, min(start + size, source.size)))
    raise UndecodableError("unsupported", "The film is not Motion-JPEG.")


def _duration_ms(source: Source, start: int, end: int) -> int | None:
    for name, at, size in _chunks(source, start, end):
        if name == b"avih" and size >= 40:
            fields: tuple[int, ...] = struct.unpack("<10I", source.read_at(at, 40))
            return fields[0] * fields[4] // 1000  # microseconds a frame, number of frames
    return None


def _chunks(source: Source, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, start of data and length of the chunks between two offsets, as far as they fit."""
    for _ in range(MAXIMUM_CHUNKS):
        header = source.read_at(start, _HEADER_BYTES)
        if start + _HEADER_BYTES > end or len(header) < _HEADER_BYTES:
            return
        size = int.from_bytes(header[4:], "little")
        yield header[:4], start + _HEADER_BYTES, size
        start += _HEADER_BYTES + size + size % 2
