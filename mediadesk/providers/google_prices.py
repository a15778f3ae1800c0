"""Prices of Google's models as read on ``AS_OF``: tables in USD, results in micro-USD."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from mediadesk.domain.catalog import LongInput, Price, PriceUnit, Pricing

AS_OF = date(2026, 11, 22)
LITELLM = "public price data (litellm 1.109.1)"
GOOGLE_PAGE = "Google's price page of 2026-10-07, as published by third parties"
RESOLD = "derived from resellers' prices, November 2026"
LONG_INPUT = LongInput(200_000, 200, 150)
"""The larger models have a second price for long requests."""
_TODAY = datetime.now(UTC).date()


def micro(usd: str | Decimal) -> int:
    """USD as whole micro-USD."""
    return int(Decimal(usd) * 1_000_000)


def since(day: date, before: str, after: str) -> str:
    """The rate that counts today, where the provider announced another one from ``day`` on."""
    return after if day <= _TODAY else before


def text_pricing(
    input_usd: str,
    cached_usd: str,
    output_usd: str,
    source: str = LITELLM,
    *,
    long_input: LongInput | None = None,
) -> Pricing:
    """USD per million tokens."""
    rates = (
        (PriceUnit.INPUT_TOKEN, input_usd),
        (PriceUnit.CACHED_TOKEN, cached_usd),
        (PriceUnit.OUTPUT_TOKEN, output_usd),
    )
    found = tuple(Price(unit, micro(usd)) for unit, usd in rates)
    return Pricing(found, source, AS_OF, long_input=long_input)


def image_pricing(
    input_usd: str, output_usd: str, by_size: Mapping[str, str], source: str = LITELLM
) -> Pricing:
    """Per picture to expect, per token to charge; the rate of picture tokens for all output.

    The first size counts where none is asked for.
    """
    prices = [
        Price(PriceUnit.INPUT_TOKEN, micro(input_usd)),
        Price(PriceUnit.OUTPUT_TOKEN, micro(output_usd)),
    ]
    for position, (size, usd) in enumerate(by_size.items()):
        if position == 0:
            prices.append(Price(PriceUnit.IMAGE, micro(usd)))
        prices.append(Price(PriceUnit.IMAGE, micro(usd), (("image_size", size),)))
    return Pricing(tuple(prices), source, AS_OF)


def video_pricing(by_resolution: Mapping[str, str], source: str) -> Pricing:
    """USD per second by resolution."""
    prices = [
        Price(PriceUnit.SECOND, micro(usd), (("resolution", resolution),))
        for resolution, usd in by_resolution.items()
    ]
    return Pricing(tuple(prices), source, AS_OF)


def speech_pricing(input_usd: str, output_usd: str) -> Pricing:
    """USD per million tokens; the tokens of sound are output."""
    prices = (
        Price(PriceUnit.INPUT_TOKEN, micro(input_usd)),
        Price(PriceUnit.OUTPUT_TOKEN, micro(output_usd)),
    )
    return Pricing(prices, LITELLM, AS_OF)


def piece_pricing(usd: str, source: str = GOOGLE_PAGE) -> Pricing:
    """USD for each result."""
    return Pricing((Price(PriceUnit.IMAGE, micro(usd)),), source, AS_OF)
