"""Reading a shipped table strictly: every mistake is told with the entry that it is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

MICRO_PER_USD = 1_000_000


class TableError(ValueError):
    """A mistake in a table of models; the text names the entry and what is wrong with it."""


def fields_of(value: object, place: str, allowed: Collection[str]) -> Mapping[str, Any]:
    """An object with no other fields than these."""
    found = object_of(value, place)
    for name in found:
        if name not in allowed:
            raise TableError(f"{place}: there is no field “{name}”; known: {', '.join(allowed)}.")
    return found


def object_of(value: object, place: str) -> Mapping[str, Any]:
    """An object with names of its own."""
    if not isinstance(value, dict):
        raise TableError(f"{place}: this is not an object.")
    return value


def list_of(value: object, place: str) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise TableError(f"{place}: this is not a list.")
    return value


def text_of(value: object, place: str) -> str:
    """Words, not empty."""
    if not isinstance(value, str) or not value.strip():
        raise TableError(f"{place}: text is missing.")
    return value


def texts_of(value: object, place: str) -> tuple[str, ...]:
    """A list of words."""
    return tuple(text_of(item, place) for item in list_of(value, place))


def count_of(value: object, place: str) -> int:
    """A whole number above zero."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise TableError(f"{place}: “{value}” is not a whole number above 0.")
    return value


def day_of(value: object, place: str) -> date:
    """A day as 2026-11-22."""
    try:
        return date.fromisoformat(text_of(value, place))
    except ValueError as error:
        raise TableError(f"{place}: “{value}” is not a day like 2026-11-22.") from error


def number_of(value: object, place: str) -> Decimal:
    """A number above zero, written as text so that no digit is lost."""
    try:
        number = Decimal(text_of(value, place))
    except InvalidOperation:
        number = Decimal(0)
    if not number.is_finite() or number <= 0:
        raise TableError(f"{place}: “{value}” is not a number above 0.")
    return number


def micro_of(usd: Decimal, place: str) -> int:
    """US dollars as whole micro-USD."""
    micro = usd * MICRO_PER_USD
    if micro != micro.to_integral_value() or micro >= 1 << 50:
        raise TableError(f"{place}: “{usd}” is not an amount in US dollars.")
    return int(micro)
