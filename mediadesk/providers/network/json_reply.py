"""JSON from outside: parsed with limits, read by typed helpers that never trust a shape."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any, NoReturn

_BOM = b"\xef\xbb\xbf"
_DEPTH_LIMIT = 64
_SURROGATE_TEXT = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_SURROGATE_BYTES = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")


class MalformedJsonError(ValueError):
    """Bytes from outside are not the JSON they should be."""


def parse_json(data: bytes | str) -> object:
    """Parse; ``MalformedJsonError`` for bad UTF-8, NaN, infinity and nesting beyond 64.

    Half of a surrogate pair, which no file, database or header can hold, becomes U+FFFD.
    """
    try:
        value: object = _DECODER.decode(_text(data))
    except MalformedJsonError:
        raise
    except (ValueError, RecursionError):
        raise MalformedJsonError("the answer is not valid JSON") from None
    _check_depth(value, data)
    return _storable(value) if _holds_surrogate(data) else value


def as_dict(value: object) -> Mapping[str, Any]:
    """``value`` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """``value`` if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """``value`` if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def as_count(value: object) -> int | None:
    """``value`` if it is a whole number from 0 to 2⁴⁰, else None."""
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= 1 << 40 else None


def _refuse_constant(name: str) -> NoReturn:
    raise MalformedJsonError(f"the answer holds {name}")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def _holds_surrogate(data: bytes | str) -> bool:
    if isinstance(data, str):
        return _SURROGATE_TEXT.search(data) is not None
    # An answer comes in thousands of small events, and nearly all are plain.
    is_plain = data.isascii() and b"\\u" not in data
    return not is_plain and _SURROGATE_BYTES.search(data) is not None


def _storable(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_storable(name): _storable(item) for name, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, list) else value


def _text(data: bytes | str) -> str:
    if isinstance(data, str):
        return data
    return data.removeprefix(_BOM).decode("utf-8", "surrogatepass")


def _openers(data: bytes | str) -> int:
    if isinstance(data, bytes):
        return data.count(b"{") + data.count(b"[")
    return data.count("{") + data.count("[")


def _check_depth(value: object, data: bytes | str) -> None:
    if _openers(data) <= _DEPTH_LIMIT:  # cannot be nested deeper than it opens
        return
    level: list[object] = [value]
    for _ in range(_DEPTH_LIMIT):
        inner: list[object] = []
        for item in level:
            if isinstance(item, dict):
                inner.extend(item.values())
            elif isinstance(item, list):
                inner.extend(item)
        if not inner:
            return
        level = inner
    raise MalformedJsonError("the answer is nested too deeply")
