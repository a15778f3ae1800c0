"""Parameters as data: one ``ParameterSpec`` per parameter, from which form, command line,
validation, storage and payload follow."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mediadesk.domain.errors import InvalidParameterError

ParameterValue = str | int | float | bool
Parameters = Mapping[str, ParameterValue]


class ParameterKind(StrEnum):
    """Which control shows a parameter and which Python type its value has."""

    CHOICE = "choice"  # str, one of ``choices``
    FLAG = "flag"  # bool
    INTEGER = "integer"  # int
    NUMBER = "number"  # float
    TEXT = "text"  # str, one line
    LONG_TEXT = "long_text"  # str
    SEED = "seed"  # int; absent = a new one each time


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a CHOICE parameter with the words that the form shows."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """One parameter of a model.

    ``default`` None means: not sent unless the user sets it. ``unit`` is shown after the value
    ("s", "px"). ``advanced`` puts it below the fold. ``depends_on`` = (name, values): only sent and
    enabled while that other parameter has one of these values.
    """

    name: str
    kind: ParameterKind
    label: str
    help: str = ""
    default: ParameterValue | None = None
    choices: tuple[Choice, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    unit: str = ""
    max_length: int | None = None
    advanced: bool = False
    depends_on: tuple[str, tuple[ParameterValue, ...]] | None = None

    def check(self, value: object) -> ParameterValue:
        """Return ``value`` in this parameter's type, or raise ``InvalidParameterError``."""
        return _CHECKS[self.kind](self, value)

    def parse(self, text: str) -> ParameterValue:
        """Read a value that was typed as text (the command line's ``--param K=V``)."""
        if self.kind is ParameterKind.FLAG:
            flag = {"true": True, "on": True, "yes": True, "1": True}.get(text.lower())
            off = text.lower() in {"false", "off", "no", "0"}
            if flag is None and not off:
                raise self._invalid(text, "is not on or off", "Use true or false.")
            return bool(flag)
        if self.kind in (ParameterKind.INTEGER, ParameterKind.SEED):
            try:
                return self.check(int(text))
            except ValueError:
                raise self._invalid(text, "is not a whole number", self._range_hint()) from None
        if self.kind is ParameterKind.NUMBER:
            try:
                return self.check(float(text))
            except ValueError:
                raise self._invalid(text, "is not a number", self._range_hint()) from None
        return self.check(text)

    def _invalid(self, value: object, why: str, hint: str) -> InvalidParameterError:
        return InvalidParameterError(
            self.name, f"“{str(value)[:80]}” {why} (parameter {self.name}).", hint
        )

    def _range_hint(self) -> str:
        if self.minimum is not None and self.maximum is not None:
            return f"Use {_plain(self.minimum)} to {_plain(self.maximum)}."
        if self.minimum is not None:
            return f"Use {_plain(self.minimum)} or more."
        return f"Use {_plain(self.maximum)} or less." if self.maximum is not None else ""


def _check_choice(spec: ParameterSpec, value: object) -> str:
    values = [choice.value for choice in spec.choices]
    if not isinstance(value, str) or value not in values:
        raise spec._invalid(value, "is not one of the choices", f"Use {', '.join(values)}.")
    return value


def _check_flag(spec: ParameterSpec, value: object) -> bool:
    if not isinstance(value, bool):
        raise spec._invalid(value, "is not on or off", "Use true or false.")
    return value


def _check_integer(spec: ParameterSpec, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise spec._invalid(value, "is not a whole number", spec._range_hint())
    _check_range(spec, value)
    return value


def _check_number(spec: ParameterSpec, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise spec._invalid(value, "is not a number", spec._range_hint())
    _check_range(spec, value)
    return float(value)


def _check_range(spec: ParameterSpec, value: float) -> None:
    too_small = spec.minimum is not None and value < spec.minimum
    too_large = spec.maximum is not None and value > spec.maximum
    if too_small or too_large:
        raise spec._invalid(value, "is out of range", spec._range_hint())


def _check_text(spec: ParameterSpec, value: object) -> str:
    if not isinstance(value, str):
        raise spec._invalid(value, "is not text", "")
    if spec.max_length is not None and len(value) > spec.max_length:
        raise spec._invalid(value, "is too long", f"Use at most {spec.max_length} characters.")
    return value


_CHECKS: dict[ParameterKind, Callable[[ParameterSpec, object], ParameterValue]] = {
    ParameterKind.CHOICE: _check_choice,
    ParameterKind.FLAG: _check_flag,
    ParameterKind.INTEGER: _check_integer,
    ParameterKind.SEED: _check_integer,
    ParameterKind.NUMBER: _check_number,
    ParameterKind.TEXT: _check_text,
    ParameterKind.LONG_TEXT: _check_text,
}


def check_parameters(
    specs: Sequence[ParameterSpec], values: Mapping[str, object]
) -> dict[str, ParameterValue]:
    """Check all values, fill in defaults, drop what ``depends_on`` switches off.

    Raises ``InvalidParameterError`` for an unknown name or a bad value.
    """
    by_name = {spec.name: spec for spec in specs}
    for name in values:
        if name not in by_name:
            known = ", ".join(sorted(by_name)) or "none"
            raise InvalidParameterError(
                name, f"This model has no parameter “{name}”.", f"It takes: {known}."
            )
    checked: dict[str, ParameterValue] = {}
    for spec in specs:
        if spec.name in values:
            checked[spec.name] = spec.check(values[spec.name])
        elif spec.default is not None:
            checked[spec.name] = spec.default
    return {name: value for name, value in checked.items() if _applies(by_name[name], checked)}


def _applies(spec: ParameterSpec, values: Parameters) -> bool:
    if spec.depends_on is None:
        return True
    name, allowed = spec.depends_on
    return values.get(name) in allowed


def _plain(number: float) -> str:
    """“2147483647”, “0.5”."""
    return f"{number:.0f}" if float(number).is_integer() else f"{number:g}"
