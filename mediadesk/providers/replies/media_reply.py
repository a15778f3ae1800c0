"""Media inside a JSON reply, copied into result sinks while it arrives."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.base import GenerationContext, ResultSink
from mediadesk.providers.network.endpoint import AUDIO_LIMIT, IMAGE_LIMIT
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import MalformedJsonError, as_dict
from mediadesk.providers.replies.base64_stream import Base64Scanner, MediaPiece

_SLICE = 64 * 1024


class MediaWriter:
    """Writes the pieces of one reply into sinks; a result counts once it is finished."""

    def __init__(self, context: GenerationContext, mime: str, expected: int, reply: Reply) -> None:
        self._context = context
        self._mime = mime
        self._expected = expected
        self._reply = reply
        self._limit = IMAGE_LIMIT if mime.startswith("image/") else AUDIO_LIMIT
        self._sink: ResultSink | None = None
        self._size = 0
        self.finished = 0

    async def write(self, piece: MediaPiece) -> None:
        """Write one piece. Raises ``ProviderError`` for too many results or too large ones."""
        if self.finished >= self._expected:
            raise self._reply.malformed("it holds more results than were asked for")
        if piece.data:
            self._size += len(piece.data)
            if self._size > self._limit:
                raise self._reply.too_large(self._limit)
            if self._sink is None:
                self._sink = await self._context.sink(self.finished, self._mime)
            await self._sink.write(piece.data)
        if piece.is_last:
            if self._sink is None:
                raise self._reply.malformed("a result in it is empty")
            await self._sink.finish()
            self.finished += 1
            self._sink, self._size = None, 0


async def copy_media(
    reply: Reply, scanner: Base64Scanner, writer: MediaWriter
) -> Mapping[str, Any]:
    """Copy every media string of a JSON reply into sinks; returns the rest of the document.

    Raises ``ProviderError``: unreadable or cut.
    """
    try:
        async for chunk in reply.chunks():
            for piece in scanner.feed(chunk):
                await writer.write(piece)
        return as_dict(scanner.finish())
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None


async def copy_event_media(
    data: bytes, scanner: Base64Scanner, writer: MediaWriter, reply: Reply
) -> Mapping[str, Any]:
    """Copy the media of one large event, giving way to other work between slices."""
    try:
        for at in range(0, len(data), _SLICE):
            for piece in scanner.feed(data[at : at + _SLICE]):
                await writer.write(piece)
            await asyncio.sleep(0)
        return as_dict(scanner.finish())
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None


def missing_note(finished: int, expected: int, noun: str) -> str:
    """Why fewer results than asked for arrived; empty if all did."""
    if finished >= expected:
        return ""
    return f"{finished} of {expected} {noun} arrived."


def is_cut(error: ProviderError) -> bool:
    """Whether an error means that an answer broke off rather than that it was refused."""
    return error.kind in (
        ProviderErrorKind.INTERRUPTED,
        ProviderErrorKind.TIMEOUT,
        ProviderErrorKind.NETWORK,
    )
