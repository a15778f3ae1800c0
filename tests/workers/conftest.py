"""Worker processes for the tests of one module, and media made on the spot."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from mediadesk.system.worker_client import WorkerProcesses

ReadAt = Callable[[int, int], bytes]


@pytest.fixture(scope="module")
def pictures() -> Iterator[WorkerProcesses]:
    workers = WorkerProcesses("picture", 1)
    yield workers
    workers.close()


@pytest.fixture(scope="module")
def player() -> Iterator[WorkerProcesses]:
    workers = WorkerProcesses("player", 1)
    yield workers
    workers.close()


@pytest.fixture(scope="session")
def encoded() -> Callable[..., bytes]:
    """A left-to-right gradient from black to red, encoded."""

    def encode(
        name: str, size: tuple[int, int] = (320, 200), mode: str = "RGB", **how: object
    ) -> bytes:
        ramp = Image.linear_gradient("L").rotate(90).resize(size)
        zero = Image.new("L", size)
        picture = Image.merge("RGB", (ramp, zero, zero)).convert(mode)
        output = io.BytesIO()
        picture.save(output, name, **how)
        return output.getvalue()

    return encode


@pytest.fixture(scope="session")
def tone() -> Callable[..., bytes]:
    """A WAV file: half a second of silence, then half a second of a tone at half loudness."""

    def make(bits: int = 16, channels: int = 2, rate: int = 8000) -> bytes:
        width = bits // 8
        top = 0.5 * (2 ** (bits - 1) - 1)
        frames = bytearray()
        for index in range(rate):
            loud = index >= rate // 2
            value = round(top * math.sin(index * 2 * math.pi * 440 / rate)) if loud else 0
            packed = struct.pack("<i", value)[:width] if bits > 8 else bytes((value + 128,))
            frames += packed * channels
        output = io.BytesIO()
        with wave.open(output, "wb") as file:
            file.setnchannels(channels)
            file.setsampwidth(width)
            file.setframerate(rate)
            file.writeframes(bytes(frames))
        return output.getvalue()

    return make


@pytest.fixture(scope="session")
def film() -> bytes:
    """Motion-JPEG in AVI: two seconds at 10 frames, first a black one, then a moving bar."""
    frames = []
    for index in range(20):
        picture = Image.new("RGB", (160, 90))
        if index:
            picture.paste("white", (index * 7, 0, index * 7 + 20, 90))
        output = io.BytesIO()
        picture.save(output, "JPEG", quality=90)
        frames.append(output.getvalue())
    return _avi(frames, 160, 90, 10)


@pytest.fixture(scope="session")
def reader() -> Callable[[bytes], ReadAt]:
    return lambda data: lambda offset, size: data[offset : offset + size]


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _avi(frames: list[bytes], width: int, height: int, rate: int) -> bytes:
    longest = max(map(len, frames))
    main = struct.pack(
        "<14I", 1_000_000 // rate, longest * rate, 0, 0x10, len(frames), 0, 1, longest,
        width, height, 0, 0, 0, 0,
    )  # fmt: skip
    stream = b"vidsMJPG" + struct.pack(
        "<IHHIIIIIIII4H", 0, 0, 0, 0, 1, rate, 0, len(frames), longest, 0xFFFFFFFF, 0,
        0, 0, width, height,
    )  # fmt: skip
    layout = struct.pack(
        "<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0
    )
    streams = _chunk(b"LIST", b"strl" + _chunk(b"strh", stream) + _chunk(b"strf", layout))
    header = _chunk(b"LIST", b"hdrl" + _chunk(b"avih", main) + streams)
    index, offset, movi = b"", 4, b"movi"
    for frame in frames:
        index += struct.pack("<4sIII", b"00dc", 0x10, offset, len(frame))
        part = _chunk(b"00dc", frame)
        offset += len(part)
        movi += part
    body = b"AVI " + header + _chunk(b"LIST", movi) + _chunk(b"idx1", index)
    return b"RIFF" + struct.pack("<I", len(body)) + body
