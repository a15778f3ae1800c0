"""Raw extra parameters: a JSON object that a provider gets as it is, beside what is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from mediadesk.domain.errors import InvalidParameterError

if TYPE_CHECKING:
    from mediadesk.domain.generation import JsonValue

LONGEST_TEXT = 65_536
DEEPEST = 20


def read_raw(text: str, name: str) -> dict[str, JsonValue]:
    """Read the object that a user typed; empty text is an empty object.

    Raises ``InvalidParameterError`` for the parameter ``name`` where it is none, is too long, or
    gives a name twice.
    """
    if not text.strip():
        return {}
    if len(text) > LONGEST_TEXT:
        raise _refused(name, f"have more than {LONGEST_TEXT:,} characters", "Shorten them.")
    try:
        found = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_once)
    except RecursionError:
        raise _refused(name, "are nested too deeply", "Flatten them.") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _refused(name, f"are not JSON ({error.msg}, {where})", _EXAMPLE) from None
    except ValueError as error:
        raise _refused(name, f"are not JSON ({error})", _EXAMPLE) from None
    if not isinstance(found, dict):
        raise _refused(name, "are not a JSON object", _EXAMPLE)
    if _depth(found) > DEEPEST:
        raise _refused(name, "are nested too deeply", "Flatten them.")
    return found


_EXAMPLE = 'Write them like {"style": "vivid"}.'


def _refused(name: str, why: str, hint: str) -> InvalidParameterError:
    return InvalidParameterError(name, f"The raw parameters {why}.", hint)


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _once(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is given twice")
    return found


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0
