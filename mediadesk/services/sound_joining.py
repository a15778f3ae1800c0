"""Several sounds into one without decoding them: WAV by its samples, MP3 by its frames. Blocking.

Sources: the RIFF WAVE specification (Microsoft, 1994) for chunks; ISO/IEC 11172-3, §2.4.1 and
13818-3 for the headers of frames; https://id3.org/id3v2.3.0 §3.1 for tags.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from mediadesk.domain.errors import UsageError

_LARGEST_WAVE = 0xFFFF_FFFF - 64
_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


def join_sounds(parts: Sequence[bytes]) -> tuple[bytes, str]:
    """One file of all parts, and its extension.

    Raises ``UsageError`` where they are not all WAV or all MP3, or differ in rate or channels.
    """
    if all(part[:4] == b"RIFF" and part[8:12] == b"WAVE" for part in parts):
        return _join_waves(parts), "wav"
    frames = [_Frames.of(part) for part in parts]
    found = [frame for frame in frames if frame is not None]
    if len(found) != len(parts):
        raise UsageError(
            "The parts are neither all WAV nor all MP3, so they stay as they are.",
            "Choose WAV or MP3 as the format next time.",
        )
    if len({(frame.rate, frame.is_mono) for frame in found}) != 1:
        raise _different()
    return b"".join(frame.data for frame in found), "mp3"


def _join_waves(parts: Sequence[bytes]) -> bytes:
    waves = [_wave(part) for part in parts]
    layout = waves[0][0]
    if any(found != layout for found, _ in waves):
        raise _different()
    size = sum(len(samples) for _, samples in waves)
    if size > _LARGEST_WAVE:
        raise UsageError("Together the parts are larger than a WAV file can be.", "Use MP3.")
    padding = b"\0" * (len(layout) % 2)
    head = b"fmt " + struct.pack("<I", len(layout)) + layout + padding
    body = b"data" + struct.pack("<I", size) + b"".join(samples for _, samples in waves)
    body += b"\0" * (size % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(head) + len(body)) + b"WAVE" + head + body


def _wave(part: bytes) -> tuple[bytes, bytes]:
    """The layout and the samples. A file that was streamed may claim more than it has."""
    at, layout = 12, b""
    while at + 8 <= len(part):
        name, size = part[at : at + 4], int.from_bytes(part[at + 4 : at + 8], "little")
        body = part[at + 8 : at + 8 + size]
        if name == b"fmt ":
            layout = body
        elif name == b"data" and len(layout) >= 16:
            frame = max(1, int.from_bytes(layout[12:14], "little"))
            return layout, body[: len(body) - len(body) % frame]
        at += 8 + size + size % 2
    raise UsageError("A part is not a whole WAV file.", "Send that part again.")


@dataclass(frozen=True, slots=True)
class _Frames:
    """The frames of an MP3 file, without tags and without the frame that only describes it."""

    rate: int
    is_mono: bool
    data: bytes

    @classmethod
    def of(cls, part: bytes) -> _Frames | None:
        """The frames, or None where there are none."""
        data = part[_tag_bytes(part) :]
        if data[-128:-125] == b"TAG":
            data = data[:-128]
        head = _header(data)
        if head is None:
            return None
        rate, is_mono, length = head
        first = data[:length]
        if any(mark in first[4:64] for mark in (b"Xing", b"Info", b"VBRI")):
            data = data[length:]
        return cls(rate, is_mono, data)


def _tag_bytes(part: bytes) -> int:
    if part[:3] != b"ID3" or len(part) < 10:
        return 0
    size = 0
    for byte in part[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size + (10 if part[5] & 0x10 else 0)


def _header(data: bytes) -> tuple[int, bool, int] | None:
    """Rate, whether mono, and bytes of the first frame of layer III."""
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE6 != 0xE2:
        return None
    version, bits, rate_index = data[1] >> 3 & 3, data[2] >> 4, data[2] >> 2 & 3
    if version not in _RATES or bits in (0, 15) or rate_index == 3:
        return None
    rate = _RATES[version][rate_index]
    kbits = (_KBITS_1 if version == 3 else _KBITS_2)[bits]
    samples = 144 if version == 3 else 72
    return rate, data[3] >> 6 == 3, samples * kbits * 1000 // rate + (data[2] >> 1 & 1)


def _different() -> UsageError:
    return UsageError(
        "The parts differ in rate or channels, so they stay as they are.",
        "Send them again with the same settings.",
    )
