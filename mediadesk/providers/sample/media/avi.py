"""Motion-JPEG with 16-bit stereo sound in an AVI file, with an index for seeking.

Layout: Microsoft, "AVI RIFF File Reference". One sound chunk follows each frame.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

_HAS_INDEX_AND_INTERLEAVED = 0x110
_KEY_FRAME = 0x10
_CHANNELS = 2
_SAMPLE_BYTES = 4


def avi_bytes(
    frames: Sequence[bytes], size: tuple[int, int], fps: int, pcm: bytes, rate: int
) -> bytes:
    """The whole file. ``pcm``: little-endian 16-bit stereo as long as the frames."""
    movi = bytearray(b"movi")
    index = bytearray()
    at = 0
    for number, frame in enumerate(frames):
        end = _SAMPLE_BYTES * round((number + 1) * rate / fps)
        for name, data in ((b"00dc", frame), (b"01wb", pcm[at:end])):
            index += struct.pack("<4sIII", name, _KEY_FRAME, len(movi), len(data))
            movi += _chunk(name, data)
        at = end
    head = _headers(frames, size, fps, min(at, len(pcm)), rate)
    body = _chunk(b"LIST", head) + _chunk(b"LIST", bytes(movi)) + _chunk(b"idx1", bytes(index))
    return _chunk(b"RIFF", b"AVI " + body)


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _headers(
    frames: Sequence[bytes], size: tuple[int, int], fps: int, pcm_size: int, rate: int
) -> bytes:
    largest = max(len(frame) for frame in frames)
    bytes_a_second = sum(len(frame) for frame in frames) * fps // len(frames)
    main = struct.pack(
        "<14I",
        round(1_000_000 / fps),
        bytes_a_second + rate * _SAMPLE_BYTES,
        0,
        _HAS_INDEX_AND_INTERLEAVED,
        len(frames),
        0,
        2,
        largest,
        *size,
        *(0, 0, 0, 0),
    )
    picture = _stream(b"vids", b"MJPG", (1, fps), len(frames), largest, 0, size)
    picture_format = struct.pack(
        "<IiiHH4sIiiII", 40, *size, 1, 24, b"MJPG", size[0] * size[1] * 3, 0, 0, 0, 0
    )
    byte_rate = rate * _SAMPLE_BYTES
    sound = _stream(
        b"auds",
        b"\0\0\0\0",
        (_SAMPLE_BYTES, byte_rate),
        pcm_size // _SAMPLE_BYTES,
        byte_rate // fps + _SAMPLE_BYTES,
        _SAMPLE_BYTES,
        (0, 0),
    )
    sound_format = struct.pack("<HHIIHHH", 1, _CHANNELS, rate, byte_rate, _SAMPLE_BYTES, 16, 0)
    return (
        b"hdrl"
        + _chunk(b"avih", main)
        + _chunk(b"LIST", b"strl" + _chunk(b"strh", picture) + _chunk(b"strf", picture_format))
        + _chunk(b"LIST", b"strl" + _chunk(b"strh", sound) + _chunk(b"strf", sound_format))
    )


def _stream(
    kind: bytes,
    codec: bytes,
    scale_and_rate: tuple[int, int],
    length: int,
    largest: int,
    sample_size: int,
    size: tuple[int, int],
) -> bytes:
    return struct.pack(
        "<4s4sIHHIIIIIIIIhhhh",
        kind,
        codec,
        0,
        0,
        0,
        0,
        *scale_and_rate,
        0,
        length,
        largest,
        0xFFFFFFFF,
        sample_size,
        0,
        0,
        *size,
    )
