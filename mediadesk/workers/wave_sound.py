"""Sound in WAV files: duration and the outline of its loudness, with the standard library alone."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mediadesk.workers.serve import Source, UndecodableError

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
MAXIMUM_CHUNKS = 1_000


@dataclass(frozen=True, slots=True)
class _Wave:
    """Where the samples lie and how they are written."""

    encoding: int
    channels: int
    rate: int
    bits: int
    start: int
    size: int

    @property
    def frame_bytes(self) -> int:
        return self.channels * (self.bits // 8)


def read_sound(source: Source, peak_count: int) -> dict[str, object]:
    """Duration in ms and up to ``peak_count`` pairs of lowest and highest sample, −1 to 1."""
    wave = _parse(source)
    normalise = _reader(wave)
    frames = wave.size // wave.frame_bytes
    peaks: list[tuple[float, float]] = []
    for first, last in _spans(frames, peak_count):
        data = source.read_at(
            wave.start + first * wave.frame_bytes, (last - first) * wave.frame_bytes
        )
        peaks.append(normalise(data[: len(data) - len(data) % wave.frame_bytes]))
    return {"duration_ms": frames * 1000 // wave.rate, "peaks": peaks}


def _spans(frames: int, count: int) -> Iterator[tuple[int, int]]:
    """The frames split into ``count`` spans of nearly equal length."""
    count = max(1, min(count, frames)) if frames else 0
    for index in range(count):
        yield index * frames // count, (index + 1) * frames // count


def _parse(source: Source) -> _Wave:
    head = source.read_at(0, 12)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        raise UndecodableError("unsupported", "The sound is not a WAV file.")
    at, layout = 12, b""
    for _ in range(MAXIMUM_CHUNKS):
        header = source.read_at(at, 8)
        if len(header) < 8:
            break
        size = int.from_bytes(header[4:], "little")
        if header[:4] == b"fmt ":
            layout = source.read_at(at + 8, min(size, 40))
        elif header[:4] == b"data" and len(layout) >= 16:
            # Streamed files carry a size of 0 or 4 GiB: what is there counts.
            return _layout(layout, at + 8, min(size or source.size, source.size - at - 8))
        at += 8 + size + size % 2
    raise UndecodableError("broken", "The sound file is damaged.")


def _layout(layout: bytes, start: int, size: int) -> _Wave:
    encoding = int.from_bytes(layout[:2], "little")
    if encoding == _EXTENSIBLE and len(layout) >= 26:
        encoding = int.from_bytes(layout[24:26], "little")
    wave = _Wave(
        encoding,
        channels=int.from_bytes(layout[2:4], "little"),
        rate=int.from_bytes(layout[4:8], "little"),
        bits=int.from_bytes(layout[14:16], "little"),
        start=start,
        size=size,
    )
    if not (
        1 <= wave.channels <= 32 and 1 <= wave.rate <= 768_000 and wave.bits in (8, 16, 24, 32)
    ):
        raise UndecodableError("broken", "The sound file is damaged.")
    return wave


def _reader(wave: _Wave) -> Callable[[bytes], tuple[float, float]]:
    """How to find the lowest and highest sample in a stretch of bytes."""
    if wave.encoding == _FLOAT and wave.bits == 32:
        return lambda data: _extremes(array("f", data), 0, 1.0)
    if wave.encoding != _PCM:
        raise UndecodableError("unsupported", "The sound is compressed.")
    if wave.bits == 8:
        return lambda data: _extremes(array("B", data), 128, 128.0)
    if wave.bits == 16:
        return lambda data: _extremes(array("h", data), 0, 32768.0)
    # The two upper bytes decide what can be seen of 24 or 32 bits.
    return lambda data: _extremes(array("h", _upper_bytes(data, wave.bits // 8)), 0, 32768.0)


def _upper_bytes(data: bytes, width: int) -> bytes:
    upper = bytearray(len(data) // width * 2)
    upper[0::2] = data[width - 2 :: width]
    upper[1::2] = data[width - 1 :: width]
    return bytes(upper)


def _extremes(samples: array[float] | array[int], zero: int, scale: float) -> tuple[float, float]:
    if sys.byteorder == "big":
        samples.byteswap()
    if not samples:
        return (0.0, 0.0)
    low, high = (min(samples) - zero) / scale, (max(samples) - zero) / scale
    return (round(max(-1.0, low), 4), round(min(1.0, high), 4))
