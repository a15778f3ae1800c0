"""A reply's body under limits: decoded here, with a ceiling, whatever the server claims."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator, Mapping

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.network.endpoint import JSON_LIMIT, Endpoint
from mediadesk.providers.network.errors import interrupted
from mediadesk.providers.network.json_reply import MalformedJsonError, parse_json
from mediadesk.providers.network.sse import EVENT_LIMIT, EventTooLargeError, ServerEvent, SseDecoder
from mediadesk.system.priority import let_window_go_on

_PIECE = 64 * 1024
_EVENTS_IN_A_ROW = 16
_REQUEST_IDS = ("x-request-id", "request-id", "x-generation-id", "x-fal-request-id")
_ZLIB_WINDOWS = {
    "gzip": zlib.MAX_WBITS | 16,
    "x-gzip": zlib.MAX_WBITS | 16,
    "deflate": zlib.MAX_WBITS,
}


class Reply:
    """Status, headers (lower-case names) and a body that can be read once."""

    def __init__(
        self,
        status: int,
        headers: Mapping[str, str],
        raw: AsyncIterator[bytes],
        endpoint: Endpoint,
        body_limit: int,
    ) -> None:
        self.status = status
        self.headers = headers
        self._raw = raw
        self._endpoint = endpoint
        self._limit = body_limit

    @property
    def request_id(self) -> str | None:
        """The provider's id of this call, for support cases."""
        found = next((self.headers[name] for name in _REQUEST_IDS if self.headers.get(name)), "")
        return found[:200] or None

    @property
    def mime(self) -> str:
        """Declared media type without parameters, lower case; only a hint."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def is_delimited(self) -> bool:
        """Whether the body says where it ends; otherwise a cut cannot be told from the end."""
        chunked = "chunked" in self.headers.get("transfer-encoding", "").lower()
        return chunked or "content-length" in self.headers

    async def chunks(self, limit: int | None = None) -> AsyncIterator[bytes]:
        """Body pieces of at most 64 KiB. Raises ``ProviderError`` past the limit or if cut."""
        limit = self._limit if limit is None else limit
        declared = self.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > limit:
            raise self.too_large(limit)
        raw_count = count = 0
        decoder = self._decoder()
        async for data in self._raw:
            raw_count += len(data)
            for piece in decoder.feed(data):
                count += len(piece)
                if max(count, raw_count) > limit:
                    raise self.too_large(limit)
                yield piece
        if not decoder.is_complete:
            raise self.malformed("its compressed answer is cut short")

    async def read(self, limit: int = JSON_LIMIT) -> bytes:
        """The whole body. Raises ``ProviderError``."""
        body = bytearray()
        async for piece in self.chunks(limit):
            body += piece
        return bytes(body)

    async def json(self, limit: int = JSON_LIMIT) -> object:
        """The body as JSON. Raises ``ProviderError``."""
        body = await self.read(limit)
        try:
            return parse_json(body)
        except MalformedJsonError as error:
            raise self.malformed(str(error)) from None

    async def events(self, limit: int = EVENT_LIMIT) -> AsyncIterator[ServerEvent]:
        """Server-sent events until the body ends. Raises ``ProviderError``."""
        decoder = SseDecoder(limit)
        try:
            async for piece in self.chunks():
                for number, event in enumerate(decoder.feed(piece), 1):
                    if number % _EVENTS_IN_A_ROW == 0:
                        let_window_go_on()
                    yield event
        except EventTooLargeError:
            raise self.too_large(limit) from None

    def malformed(self, why: str) -> ProviderError:
        """The error for an answer that cannot be read."""
        return ProviderError(
            ProviderErrorKind.MALFORMED,
            f"{self._endpoint.label} sent an answer that cannot be read: {why}.",
            "Check at the provider whether this run was charged.",
            status=self.status,
            request_id=self.request_id,
        )

    def cut_short(self) -> ProviderError:
        """The error for an answer that ends before its end."""
        return interrupted(self._endpoint, self.status)

    def too_large(self, limit: int) -> ProviderError:
        """The error for an answer past its limit."""
        return self.malformed(f"it is larger than {limit // (1024 * 1024)} MB")

    def _decoder(self) -> _Identity | _Inflate:
        encoding = self.headers.get("content-encoding", "identity").strip().lower()
        if encoding in ("", "identity"):
            return _Identity()
        if encoding in _ZLIB_WINDOWS:
            return _Inflate(_ZLIB_WINDOWS[encoding], self)
        raise self.malformed(f"it is encoded as “{self._endpoint.redact(encoding)[:40]}”")


class _Identity:
    is_complete = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        for at in range(0, len(data), _PIECE):
            yield data[at : at + _PIECE]


class _Inflate:
    """zlib with a ceiling on each step: one network read never becomes one huge piece."""

    def __init__(self, window: int, reply: Reply) -> None:
        self._stream = zlib.decompressobj(window)
        self._reply = reply

    @property
    def is_complete(self) -> bool:
        return self._stream.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data and not self._stream.eof:
            try:
                piece = self._stream.decompress(data, _PIECE)
            except zlib.error:
                raise self._reply.malformed("its compression is broken") from None
            data = self._stream.unconsumed_tail
            if piece:
                yield piece
