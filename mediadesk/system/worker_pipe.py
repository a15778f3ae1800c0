"""Messages between the program and its worker processes.

A message is a small JSON head and a body of raw bytes, each with its length in front. Both sides
check the lengths before they allocate: a worker has read hostile files and is not trusted either.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import IO, Any

_LENGTHS = struct.Struct(">IQ")
HEAD_LIMIT = 1 << 20
BODY_LIMIT = 512 << 20
"""The largest body: a picture of 100 million pixels as RGBA takes 400 MB."""

Head = dict[str, Any]


class PipeClosedError(Exception):
    """The other side is gone, or sent something that is not a message."""


def write_message(
    stream: IO[bytes], head: Mapping[str, object], body: bytes | bytearray | memoryview = b""
) -> None:
    """Send one message and flush it. Raises ``OSError`` where the other side is gone."""
    encoded = json.dumps(head, separators=(",", ":")).encode()
    stream.write(_LENGTHS.pack(len(encoded), len(body)) + encoded)
    if body:
        stream.write(body)
    stream.flush()


def read_message(stream: IO[bytes], *, body_limit: int = BODY_LIMIT) -> tuple[Head, bytes]:
    """Wait for one message. Raises ``PipeClosedError`` at the end of the stream or for nonsense."""
    head_length, body_length = _LENGTHS.unpack(_read_exactly(stream, _LENGTHS.size))
    if head_length > HEAD_LIMIT or body_length > body_limit:
        raise PipeClosedError("message too long")
    try:
        head = json.loads(_read_exactly(stream, head_length))
    except ValueError:
        raise PipeClosedError("message is not JSON") from None
    if not isinstance(head, dict):
        raise PipeClosedError("message head is not an object")
    return head, _read_exactly(stream, body_length)


def _read_exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise PipeClosedError("stream ended")
    return data
