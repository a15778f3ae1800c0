"""Model specs as JSON and back: what a list told is kept whole, whichever adapter read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from mediadesk.domain.catalog import (
    AudioKind,
    InputRole,
    LongInput,
    ModelSpec,
    Price,
    PriceChange,
    PriceUnit,
    Pricing,
)
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec

_Read = Callable[[Any], Any]


def spec_document(spec: ModelSpec) -> dict[str, JsonValue]:
    """A spec as JSON; what equals its default is left out."""
    return _object(spec)


def read_spec(document: Mapping[str, JsonValue]) -> ModelSpec:
    """The spec that ``spec_document`` wrote. Raises ``ValueError`` for anything else."""
    try:
        spec: ModelSpec = _spec(document)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("This is not a stored model.") from error
    return spec


def _object(value: Any) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {}
    for each in fields(value):
        content = getattr(value, each.name)
        if each.default is MISSING or content != each.default:
            found[each.name] = _plain(content)
    return found


def _plain(value: Any) -> JsonValue:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if is_dataclass(value):
        return _object(value)
    plain: JsonValue = value
    return plain


def _many(read: _Read) -> _Read:
    return lambda values: tuple(read(value) for value in values)


def _made(make: Callable[..., Any], /, **readers: _Read) -> _Read:
    def read(document: Mapping[str, Any]) -> Any:
        given = {
            name: readers[name](value) if name in readers and value is not None else value
            for name, value in document.items()
        }
        return make(**given)

    return read


def _condition(value: Any) -> tuple[str, tuple[Any, ...]]:
    name, values = value
    return name, tuple(values)


_types = _many(GenerationType)
_parameter = _made(
    ParameterSpec, kind=ParameterKind, choices=_many(_made(Choice)), depends_on=_condition
)
_role = _made(InputRole, types=_types, mimes=tuple)
_price = _made(Price, unit=PriceUnit, when=_many(tuple))
_change = _made(PriceChange, from_day=date.fromisoformat, prices=_many(_price))
_pricing = _made(
    Pricing,
    prices=_many(_price),
    as_of=date.fromisoformat,
    long_input=_made(LongInput),
    changes=_many(_change),
)
_spec = _made(
    ModelSpec,
    provider_id=ProviderId,
    types=_types,
    parameters=_many(_parameter),
    input_roles=_many(_role),
    pricing=_pricing,
    audio_kind=AudioKind,
    ends_on=date.fromisoformat,
    badges=tuple,
    facts=dict,
)
