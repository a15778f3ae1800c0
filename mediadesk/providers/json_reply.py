"""JSON from outside: parsed with limits, read by typed helpers that never trust a shape."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, NoReturn

_DEPTH_LIMIT = 64


class MalformedJsonError(ValueError):
    """Bytes from outside are not the JSON they should be."""


def parse_json(data: bytes | str) -> object:
    """Parse; ``MalformedJsonError`` for bad UTF-8, NaN, infinity and nesting beyond 64."""
    try:
        value: object = json.loads(data, parse_constant=_refuse_constant)
    except MalformedJsonError:
        raise
    except (ValueError, RecursionError):
        raise MalformedJsonError("the answer is not valid JSON") from None
    _check_depth(value)
    return value


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
    """``value`` if it is a whole number from 0 to 2⁵³, else None."""
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= 1 << 53 else None


def _refuse_constant(name: str) -> NoReturn:
    raise MalformedJsonError(f"the answer holds {name}")


def _check_depth(value: object) -> None:
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
