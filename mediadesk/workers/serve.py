"""The loop of every worker: one request in, its reads answered, one reply out, until input ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO

from mediadesk.system.worker_pipe import Head, PipeClosedError, read_message, write_message
from mediadesk.workers.limits import allow_cpu_seconds

READ_AHEAD = 1 << 20


class UndecodableError(Exception):
    """The file cannot be decoded. ``kind``: ``unsupported``, ``broken`` or ``too_large``."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Reply:
    """Facts and raw bytes for the program."""

    facts: Mapping[str, object]
    body: bytes | bytearray = b""


class Source:
    """The media file of one request, read piece by piece through the pipe. Safe for threads."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO, size: int) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self.size = size
        self._lock = Lock()
        self._start = 0
        self._piece = b""
        self._is_closed = False

    def close(self) -> None:
        """End reading: a player's thread that lives on must not take the next request's bytes."""
        with self._lock:
            self._is_closed = True
            self._piece = b""

    def read_at(self, offset: int, size: int) -> bytes:
        """Up to ``size`` bytes at ``offset``; fewer only at the end of the file."""
        size = max(0, min(size, self.size - offset))
        parts: list[bytes] = []
        with self._lock:
            while size > 0 and not self._is_closed:
                part = self._from_piece(offset, size) or self._fetch(offset, size)
                if not part:
                    break
                parts.append(part)
                offset += len(part)
                size -= len(part)
        return b"".join(parts)

    def _from_piece(self, offset: int, size: int) -> bytes:
        skip = offset - self._start
        return self._piece[skip : skip + size] if 0 <= skip < len(self._piece) else b""

    def _fetch(self, offset: int, size: int) -> bytes:
        write_message(self._outgoing, {"read": [offset, READ_AHEAD]})
        self._piece = read_message(self._incoming)[1]
        self._start = offset
        return self._from_piece(offset, size)


Handler = Callable[[Head, bytes, Source], Reply]


def serve(handler: Handler, *, cpu_seconds: int) -> int:
    """Answer requests with ``handler`` until the program closes the pipe."""
    incoming, outgoing = sys.stdin.buffer, _private_output()
    while True:
        try:
            head, body = read_message(incoming)
        except PipeClosedError:
            return 0
        allow_cpu_seconds(cpu_seconds)
        source = Source(incoming, outgoing, int(head.get("size", 0)))
        try:
            reply = _handled(handler, head, body, source)
            write_message(outgoing, reply.facts, reply.body)
        except UndecodableError as error:
            write_message(outgoing, {"error": error.kind, "message": str(error)})
        except MemoryError:
            message = "The file needs more memory than decoding may use."
            write_message(outgoing, {"error": "too_large", "message": message})
            return 0  # a fresh process serves the next request


def _handled(handler: Handler, head: Head, body: bytes, source: Source) -> Reply:
    try:
        return handler(head, body, source)
    finally:
        source.close()


def _private_output() -> BinaryIO:
    """Standard output for messages alone: what libraries print goes nowhere."""
    outgoing = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - os.devnull is a name, not a path
        os.dup2(nowhere.fileno(), 1)
    return outgoing
