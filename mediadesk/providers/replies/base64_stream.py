"""Base64 media inside JSON, decoded while it streams: memory stays flat for any picture.

The scanner walks the JSON once. Strings at one path (for example ``data[*].b64_json``) are decoded
in pieces and handed out; everything else, small, is kept and parsed at the end.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pybase64

from mediadesk.providers.network.json_reply import MalformedJsonError, parse_json

REST_LIMIT = 1024 * 1024
_DEPTH_LIMIT = 64
_DATA_URL = b"data:"
_ADDRESS_LIMIT = 300
_ESCAPES = {b"\\/": b"/", b"\\n": b"", b"\\r": b""}
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_STRING_STOP = re.compile(rb'["\\]')
_STRUCTURE = re.compile(rb'["\[\]{}:,]')


@dataclass(frozen=True, slots=True)
class MediaPiece:
    """Decoded bytes of the value number ``index``; ``is_last`` ends that value."""

    index: int
    data: bytes = field(repr=False)
    is_last: bool = False


@dataclass(slots=True)
class _Container:
    is_list: bool
    key: str = ""
    index: int = 0
    wants_key: bool = True


class Base64Scanner:
    """Pull base64 strings at ``path`` out of JSON; None in the path is any list index.

    A value may also be a data URL, whose beginning is dropped.
    """

    def __init__(self, path: tuple[str | None, ...], rest_limit: int = REST_LIMIT) -> None:
        self._path = path
        self._rest_limit = rest_limit
        self._stack: list[_Container] = []
        self._rest = bytearray()
        self._string = bytearray()
        self._in_string = self._in_media = self._escaped = False
        self._is_at_start = False
        self._encoded = bytearray()
        self._count = 0

    def feed(self, chunk: bytes) -> Iterator[MediaPiece]:
        """Yield what ``chunk`` completes. Raises ``MalformedJsonError``."""
        at = 0
        while at < len(chunk):
            if self._in_media:
                end = chunk.find(b'"', at)
                stop = len(chunk) if end < 0 else end
                self._encoded += chunk[at:stop]
                yield self._decode(is_last=end >= 0)
                at = stop + 1
            elif self._in_string:
                at = self._read_string(chunk, at)
            else:
                at = self._read_structure(chunk, at)
        if len(self._rest) + len(self._string) > self._rest_limit:
            raise MalformedJsonError("the answer holds too much beside the media")

    def finish(self) -> object:
        """The document with its media strings empty. Raises ``MalformedJsonError``."""
        if self._in_media:
            raise MalformedJsonError("the answer ends inside the media")
        return parse_json(bytes(self._rest))

    def _read_structure(self, chunk: bytes, at: int) -> int:
        match = _STRUCTURE.search(chunk, at)
        if match is None:
            self._rest += chunk[at:]
            return len(chunk)
        self._rest += chunk[at : match.end()]
        self._step(match.group())
        return match.end()

    def _step(self, symbol: bytes) -> None:
        top = self._stack[-1] if self._stack else None
        if symbol == b'"':
            self._begin_string(top)
        elif symbol in b"[{":
            self._stack.append(_Container(is_list=symbol == b"["))
            if len(self._stack) > _DEPTH_LIMIT:
                raise MalformedJsonError("the answer is nested too deeply")
        elif symbol in b"]}":
            if top is None:
                raise MalformedJsonError("the answer is not valid JSON")
            self._stack.pop()
        elif top is not None and symbol == b",":
            top.index += 1
            top.wants_key = True
        elif top is not None:
            top.wants_key = False

    def _begin_string(self, top: _Container | None) -> None:
        is_key = top is not None and not top.is_list and top.wants_key
        if not is_key and self._is_at_path():
            self._in_media = self._is_at_start = True
        else:
            self._in_string = True
            self._string.clear()

    def _is_at_path(self) -> bool:
        if len(self._stack) != len(self._path):
            return False
        return all(
            box.is_list if want is None else (not box.is_list and box.key == want)
            for box, want in zip(self._stack, self._path, strict=True)
        )

    def _read_string(self, chunk: bytes, at: int) -> int:
        if self._escaped:
            self._escaped = False
            self._string += chunk[at : at + 1]
            return at + 1
        match = _STRING_STOP.search(chunk, at)
        if match is None:
            self._string += chunk[at:]
            return len(chunk)
        self._string += chunk[at : match.end()]
        if match.group() == b"\\":
            self._escaped = True
            return match.end()
        self._rest += self._string
        self._in_string = False
        top = self._stack[-1] if self._stack else None
        if top is not None and not top.is_list and top.wants_key:
            top.key = self._string[:-1].decode("utf-8", "replace")
        return match.end()

    def _strip_address(self, *, is_last: bool) -> bool:
        """Drop “data:…;base64,” before a value; False while more of it must arrive first."""
        head = bytes(self._encoded[: len(_DATA_URL)])
        if not _DATA_URL.startswith(head) and not head.startswith(_DATA_URL):
            self._is_at_start = False
            return True
        end = self._encoded.find(b",")
        if end >= 0 and head == _DATA_URL:
            del self._encoded[: end + 1]
            self._is_at_start = False
            return True
        if len(self._encoded) > _ADDRESS_LIMIT:
            raise MalformedJsonError("the media is not valid base64")
        self._is_at_start = not is_last
        return is_last

    def _decode(self, *, is_last: bool) -> MediaPiece:
        if self._is_at_start and not self._strip_address(is_last=is_last):
            return MediaPiece(self._count, b"")
        usable = len(self._encoded)
        if not is_last and self._encoded.endswith(b"\\"):
            usable -= 1
        text = bytes(self._encoded[:usable])
        if b"\\" in text:
            text = _ESCAPE.sub(_unescape, text)
        left = bytes(self._encoded[usable:])
        whole = len(text) if is_last else len(text) - len(text) % 4
        self._encoded = bytearray(text[whole:] + left)
        piece = MediaPiece(self._count, decode_base64(text[:whole], is_last=is_last), is_last)
        if is_last:
            self._in_media = False
            self._encoded.clear()
            self._rest += b'"'
            self._count += 1
        return piece


def decode_base64(text: bytes, *, is_last: bool = True) -> bytes:
    """Decode strictly; missing padding at the end is added. Raises ``MalformedJsonError``."""
    if is_last:
        text += b"=" * (-len(text) % 4)
    try:
        return pybase64.b64decode(text, validate=True)
    except binascii.Error:
        raise MalformedJsonError("the media is not valid base64") from None


def _unescape(match: re.Match[bytes]) -> bytes:
    try:
        return _ESCAPES[match.group()]
    except KeyError:
        raise MalformedJsonError("the media is not valid base64") from None
