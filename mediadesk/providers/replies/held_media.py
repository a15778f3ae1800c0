"""Media inside JSON, written while it arrives and kept once it is known to be a result.

An answer may hold pictures that the model only thought of, and a stored job repeats its inputs.
What they are is told after their bytes, so a sink is finished only at the end.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

from mediadesk.domain.errors import ProviderError
from mediadesk.providers.base import GenerationContext, ResultSink
from mediadesk.providers.network.endpoint import AUDIO_LIMIT, IMAGE_LIMIT, MIB
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import MalformedJsonError, as_dict
from mediadesk.providers.replies.base64_stream import Base64Scanner, MediaPiece
from mediadesk.providers.replies.media_reply import is_cut

REST_LIMIT = 32 * MIB
"""Signatures of thoughts stand beside the media and may weigh megabytes."""
_MOST_PARTS = 16
_PCM_LIMIT = 96 * MIB
_DEFAULT_RATE = 24_000
_HEAD_LENGTH = 12


class HeldMedia:
    """Sinks of one reply, opened as its media arrive.

    The first ``skips`` media are known to be no results, and are not written.
    """

    def __init__(self, context: GenerationContext, mime: str, reply: Reply, skips: int = 0) -> None:
        self._skips = skips
        self._context = context
        self._mime = mime
        self._reply = reply
        is_sound = mime.startswith("audio/")
        self._limit = IMAGE_LIMIT if mime.startswith("image/") else AUDIO_LIMIT
        self._sinks: dict[int, ResultSink] = {}
        self._pcm: dict[int, bytearray] = {}
        self._sizes: dict[int, int] = {}
        self._whole: list[int] = []
        self._is_sound = is_sound

    async def write(self, piece: MediaPiece) -> None:
        """Write one piece. Raises ``ProviderError`` for too many parts or too large ones."""
        if piece.index >= _MOST_PARTS:
            raise self._reply.malformed("it holds more results than were asked for")
        if piece.index < self._skips:
            return
        if piece.data:
            await self._add(piece.index, piece.data)
        if piece.is_last and self._sizes.get(piece.index):
            self._whole.append(piece.index)

    async def keep(self, numbers: Sequence[int], rate: int = _DEFAULT_RATE) -> int:
        """Finish the sinks of these media strings; returns how many results there are."""
        kept = [number for number in numbers if number in self._whole]
        for number in kept:
            if number in self._pcm:
                await self._write_wav(number, rate)
            await self._sinks[number].finish()
        return len(kept)

    @property
    def whole(self) -> Sequence[int]:
        """Numbers of the media strings that arrived to their end."""
        return self._whole

    async def _add(self, number: int, data: bytes) -> None:
        size = self._sizes.get(number, 0)
        self._sizes[number] = size + len(data)
        if self._sizes[number] > self._limit:
            raise self._reply.too_large(self._limit)
        if number not in self._sinks:
            self._sinks[number] = await self._context.sink(number, self._mime)
            if self._is_sound:
                self._pcm[number] = bytearray()
        waiting = self._pcm.get(number)
        if waiting is None:
            await self._sinks[number].write(data)
            return
        waiting += data
        if len(waiting) > _PCM_LIMIT:
            raise self._reply.too_large(_PCM_LIMIT)
        if len(waiting) >= _HEAD_LENGTH and is_sound_file(bytes(waiting[:_HEAD_LENGTH])):
            del self._pcm[number]
            await self._sinks[number].write(bytes(waiting))

    async def _write_wav(self, number: int, rate: int) -> None:
        """Bare samples get a header, which needs their length: they waited in memory."""
        samples = self._pcm.pop(number)
        await self._sinks[number].write(wav_header(len(samples), rate))
        for at in range(0, len(samples), 64 * 1024):
            await self._sinks[number].write(bytes(samples[at : at + 64 * 1024]))


async def read_held(
    reply: Reply, path: tuple[str | None, ...], held: HeldMedia
) -> Mapping[str, Any]:
    """Write every media string at ``path`` into its sink; returns the rest of the document.

    Raises ``ProviderError``: unreadable or cut.
    """
    scanner = Base64Scanner(path, REST_LIMIT)
    try:
        async for chunk in reply.chunks():
            for piece in scanner.feed(chunk):
                await held.write(piece)
        return as_dict(scanner.finish())
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None


async def keep_what_came(error: ProviderError, held: HeldMedia) -> bool:
    """Whether a whole result can be kept although its answer broke off after it."""
    if not is_cut(error) or not held.whole:
        return False
    return await held.keep(held.whole[-1:]) > 0


def wav_header(size: int, rate: int) -> bytes:
    """The 44 bytes in front of ``size`` bytes of 16-bit mono PCM (RIFF, RFC 2361)."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16)
    return (
        struct.pack("<4sI4s", b"RIFF", 36 + size, b"WAVE")
        + form
        + struct.pack("<4sI", b"data", size)
    )


def sample_rate(mime: str) -> int:
    """The rate that a type like ``audio/L16;rate=24000`` names; 24,000 where it names none."""
    for field in mime.split(";")[1:]:
        name, _, value = field.strip().partition("=")
        if name.lower() == "rate" and value.isdigit() and 4_000 <= int(value) <= 192_000:
            return int(value)
    return _DEFAULT_RATE


def is_sound_file(head: bytes) -> bool:
    """Whether sound begins like a file rather than with bare samples."""
    starts = (b"RIFF", b"ID3", b"OggS", b"fLaC", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")
    return head.startswith(starts) or head[4:8] == b"ftyp"
