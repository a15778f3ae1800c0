"""Server-sent events from bytes (WHATWG HTML §9.2.6), with limits.

Lines end at LF, CR or CRLF only: U+2028, U+0085 and their kin may stand raw inside a JSON string.
Text is decoded per event, so a character may be cut anywhere between two network reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

EVENT_LIMIT = 1024 * 1024
_BOM = b"\xef\xbb\xbf"


class EventTooLargeError(Exception):
    """One event passed the limit."""


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """One event: its name ("message" where none was sent) and its data as UTF-8 bytes."""

    data: bytes = field(repr=False)
    name: str = "message"
    id: str = ""

    def text(self) -> str:
        """The data as text. Raises ``UnicodeDecodeError``."""
        return self.data.decode("utf-8")


class SseDecoder:
    """Feed bytes, get events; keeps at most one unfinished event of ``limit`` bytes."""

    def __init__(self, limit: int = EVENT_LIMIT) -> None:
        self._limit = limit
        self._begun = bytearray()
        self._data: list[bytes] = []
        self._size = 0
        self._name = ""
        self._id = ""
        self._after_cr = False
        self._is_first_line = True

    def feed(self, chunk: bytes) -> Iterator[ServerEvent]:
        """Yield the events that ``chunk`` completes. Raises ``EventTooLargeError``."""
        if self._after_cr and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        if b"\r" in chunk:
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = chunk.split(b"\n")
        for line in lines:
            event = self._end_line(self._whole(line))
            if event is not None:
                yield event
        self._begun += rest
        self._check(len(self._begun))

    def _whole(self, end: bytes) -> bytes:
        line = end
        if self._begun:
            line = bytes(self._begun) + end
            self._begun.clear()
        self._check(len(line))
        return line

    def _check(self, size: int) -> None:
        if self._size + size > self._limit:
            raise EventTooLargeError(f"an event is larger than {self._limit} bytes")

    def _end_line(self, line: bytes) -> ServerEvent | None:
        if self._is_first_line:
            self._is_first_line = False
            line = line.removeprefix(_BOM)
        if not line:
            return self._dispatch()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(value) + 1
        elif name == b"event":
            self._name = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        return None

    def _dispatch(self) -> ServerEvent | None:
        data, name = self._data, self._name
        self._data, self._name, self._size = [], "", 0
        if not data:
            return None
        return ServerEvent(b"\n".join(data), name or "message", self._id)
