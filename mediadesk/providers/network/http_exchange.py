"""One request and its reply on one connection: HTTP/1.1 between asyncio and llhttp."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator

import httptools
import httpx

_HEAD_LIMIT = 100 * 1024
_HEADER_COUNT = 500
_RECEIVED_AT_ONCE = 64 * 1024
_SENT_AT_ONCE = 256 * 1024
_HELD = 256 * 1024
"""So much of a body waits for its reader; then the connection is not read until it is taken."""


class Exchange(asyncio.BufferedProtocol):
    """Send, receive the head, read the pieces, close; each once and in this order."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self._loop = asyncio.get_running_loop()
        self._parser = _tolerant_parser(self)
        self._buffer = memoryview(bytearray(_RECEIVED_AT_ONCE))
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._pieces: list[bytes] = []
        self._held = 0
        self._without_body = 0
        self._has_head = False
        self._is_whole = False
        self._error: httpx.TransportError | None = None
        self._is_reading_paused = False
        self._is_writing_paused = False

    # ------------------------------------------------------------------------------ the request

    async def send(self, head: bytes, body: AsyncIterable[bytes], seconds: float) -> None:
        """Send a request, as far as the server takes it: an early answer is worth reading.

        Raises ``httpx.WriteTimeout`` where it takes nothing for so long.
        """
        unsent = head
        async for piece in body:
            for at in range(0, len(piece), _SENT_AT_ONCE):
                self._write(unsent + piece[at : at + _SENT_AT_ONCE])
                unsent = b""
                await self._written(seconds)
        if unsent:
            self._write(unsent)

    async def receive_head(self, seconds: float) -> None:
        """Wait until ``status`` and ``headers`` are there. Raises ``httpx.TransportError``."""
        try:
            async with asyncio.timeout(seconds):
                while not self._has_head:
                    if self._error is not None:
                        raise self._error
                    await self._news()
        except TimeoutError:
            raise httpx.ReadTimeout("no answer in time") from None

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body: each time all that came so far. Raises ``httpx.TransportError``."""
        while True:
            if self._pieces:
                yield self._take()
            elif self._is_whole:
                return
            elif self._error is not None:
                raise self._error
            else:
                await self._news()

    def close(self) -> None:
        """Drop the connection at once; more than once does no harm."""
        self._end(httpx.ReadError("closed"))

    # ------------------------------------------------------------------------- called by asyncio

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def get_buffer(self, sizehint: int) -> memoryview:
        """The place for the next bytes."""
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        """Parse what came."""
        if self._is_over:
            return
        self._without_body += nbytes
        try:
            self._parser.feed_data(self._buffer[:nbytes])
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            self._end(httpx.RemoteProtocolError(str(error)))
        if self._without_body > _HEAD_LIMIT:
            self._end(httpx.RemoteProtocolError("headers without an end"))
        if self._held > _HELD:
            self._pause_reading()
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the end of a body that ends with its connection from a cut."""
        if exc is not None:
            self._end(httpx.ReadError(type(exc).__name__))
        elif self._has_head and self._ends_with_connection():
            self._is_whole = True
        self._end(httpx.RemoteProtocolError("closed before the answer was complete"))

    def pause_writing(self) -> None:
        """The system takes no more for now."""
        self._is_writing_paused = True

    def resume_writing(self) -> None:
        """It takes more again."""
        self._is_writing_paused = False
        self._wake()

    # ---------------------------------------------------------------------- called by the parser

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep one header; fields behind a body are dropped."""
        if len(self.headers) == _HEADER_COUNT:
            raise ValueError("too many headers")
        if not self._has_head:
            self.headers.append((name, value.strip()))

    def on_headers_complete(self) -> None:
        """Interim answers (1xx) are passed over."""
        self.status = self._parser.get_status_code()
        self._has_head = self.status >= 200
        if not self._has_head:
            self.headers.clear()

    def on_body(self, body: bytes) -> None:
        """Keep a part of the body."""
        self._without_body = 0
        self._held += len(body)
        self._pieces.append(body)

    def on_message_complete(self) -> None:
        """The whole answer is there."""
        self._is_whole = self._has_head

    # -------------------------------------------------------------------------------------- inside

    @property
    def _is_over(self) -> bool:
        return self._is_whole or self._error is not None

    def _write(self, data: bytes) -> None:
        if self._transport is not None and not self._is_over:
            self._transport.write(data)

    async def _written(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                while self._is_writing_paused and not self._is_over:
                    await self._news()
        except TimeoutError:
            raise httpx.WriteTimeout("the request was not taken in time") from None

    def _pause_reading(self) -> None:
        if self._transport is not None:
            self._is_reading_paused = True
            self._transport.pause_reading()

    def _take(self) -> bytes:
        data = b"".join(self._pieces)
        self._pieces.clear()
        self._held = 0
        if self._is_reading_paused and self._transport is not None:
            self._is_reading_paused = False
            self._transport.resume_reading()
        return data

    def _ends_with_connection(self) -> bool:
        names = {name.lower() for name, _ in self.headers}
        return names.isdisjoint((b"content-length", b"transfer-encoding"))

    def _end(self, error: httpx.TransportError) -> None:
        """Drop the connection; ``error`` is what follows where the answer is not whole."""
        if not self._is_over:
            self._error = error
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.abort()
            # the two know each other, and would wait for the collector with their buffer
            del self._parser
        self._wake()

    async def _news(self) -> None:
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


def _tolerant_parser(exchange: Exchange) -> httptools.HttpResponseParser:
    """Takes what pools refuse for the sake of the next reply: here none follows on a connection."""
    parser = httptools.HttpResponseParser(exchange)
    parser.set_dangerous_leniencies(
        lenient_chunked_length=True,
        lenient_data_after_close=True,
        lenient_optional_cr_before_lf=True,
        lenient_spaces_after_chunk_size=True,
    )
    return parser
