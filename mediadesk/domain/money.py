"""Exact money: integer micro-USD everywhere, never floats.

Rates are integer micro-USD per million units. A hold rounds up, a charge rounds half up, once.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum

from mediadesk.domain.errors import UsageError

MICRO_PER_USD = 1_000_000
UNITS_PER_RATE = 1_000_000
LARGEST_MICRO = 1_000_000_000 * MICRO_PER_USD
"""No larger amount is taken from anybody: sums of thousands of them still fit 64 bits."""
LARGEST_CHARGE_MICRO = 1_000_000 * MICRO_PER_USD
"""No call costs more: what says so is wrong."""


class AmountMark(StrEnum):
    """Where an amount that was charged comes from; the values are words for people.

    ESTIMATED: from the price list and the usage. REPORTED: the provider's own amount. CORRECTED:
    some of it was entered later, by hand or from a bill.
    """

    ESTIMATED = "estimated"
    REPORTED = "reported"
    CORRECTED = "corrected"


def parse_usd(text: str) -> int:
    """Read “1.25” or “$1.25” as micro-USD; ``UsageError`` for what is none, or over 6 decimals."""
    try:
        micro = Decimal(text.strip().removeprefix("$")) * MICRO_PER_USD
    except InvalidOperation:
        micro = Decimal("NaN")
    if not micro.is_finite() or micro < 0 or micro != micro.to_integral_value():
        raise UsageError(f"“{text}” is not an amount in US dollars.", "Write it like 1.25.")
    if micro > LARGEST_MICRO:
        raise UsageError(f"“{text}” is too large an amount.", "Give at most 1000000000.")
    return int(micro)


def format_usd(micro: int | None) -> str:
    """Show an amount as people read it: “$0.06”, “under $0.01”, “Price not known”."""
    if micro is None:
        return "Price not known"
    if micro < 0:
        return f"-{format_usd(-micro)}"
    if 0 < micro < 10_000:
        return "under $0.01"
    cents = (micro + 5_000) // 10_000
    return f"${cents // 100:,}.{cents % 100:02d}"


def format_usd_exact(micro: int | None) -> str:
    """Show an amount with every micro-dollar that it has: “$0.000015”, “$0.06”."""
    if micro is None:
        return "Price not known"
    sign, micro = ("-", -micro) if micro < 0 else ("", micro)
    fraction = f"{micro % MICRO_PER_USD:06d}"
    return f"{sign}${micro // MICRO_PER_USD:,}.{fraction[:2]}{fraction[2:].rstrip('0')}"


def format_usd_fine(micro: int) -> str:
    """Show an amount with up to four decimals: “$0.2048”, “$0.06”; exactly where it is less."""
    return format_usd_exact(micro if micro < 100 else (micro + 50) // 100 * 100)


def decimal_usd(micro: int) -> str:
    """An amount for other programs: “-0.400000”, always with six decimals."""
    sign, micro = ("-", -micro) if micro < 0 else ("", micro)
    return f"{sign}{micro // MICRO_PER_USD}.{micro % MICRO_PER_USD:06d}"


def hold_amount(rated_units: int) -> int:
    """Micro-USD to hold for ``sum(units * rate)``: rounded up."""
    return -(-rated_units // UNITS_PER_RATE)


def charge_amount(rated_units: int) -> int:
    """Micro-USD to charge for ``sum(units * rate)``: rounded half up."""
    return (2 * rated_units + UNITS_PER_RATE) // (2 * UNITS_PER_RATE)
