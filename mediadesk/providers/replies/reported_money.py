"""Amounts of money as providers report them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from mediadesk.domain.money import MICRO_PER_USD


def usd_micro(value: object) -> int | None:
    """An amount in USD, number or text, as micro-USD rounded half up; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        usd = Decimal(str(value))
    except InvalidOperation:
        return None
    if not usd.is_finite() or not 0 <= usd < 1 << 40:
        return None
    return int(usd * MICRO_PER_USD + Decimal("0.5"))
