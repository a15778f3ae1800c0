"""Prices of OpenAI's own models as read on ``AS_OF``: tables in USD, results in micro-USD."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from mediadesk.domain.catalog import LongInput, Price, PriceUnit, Pricing
from mediadesk.providers.openai_parameters import SIZES

AS_OF = date(2026, 11, 22)
PUBLISHED = "public price data (litellm 1.109.1)"
REPORTED = "published by third parties, November 2026"

PREVIEW_TOKENS = 100
_IMAGE_OUTPUT_USD = Decimal(30)
_TIERS = {"flex": Decimal("0.5"), "priority": Decimal(2)}
_LARGEST = "3840x2160"
_LONG_INPUT = LongInput(272_000, 200, 150)

# USD of one picture (output only) by size and quality; portrait and landscape cost the same
_QUALITIES = ("low", "medium", "high", "xhigh", "max")
_IMAGE_USD: Mapping[str, tuple[str, str, str, str, str]] = {
    "1024x1024": ("0.0059", "0.0132", "0.0527", "0.0937", "0.2107"),
    "1536x1024": ("0.0047", "0.0103", "0.0412", "0.0738", "0.1646"),
    "1024x1536": ("0.0047", "0.0103", "0.0412", "0.0738", "0.1646"),
    "1920x1080": ("0.0044", "0.0103", "0.0396", "0.0704", "0.1584"),
    "2560x1440": ("0.0062", "0.0143", "0.0553", "0.0983", "0.2211"),
    "3840x2160": ("0.0111", "0.0260", "0.1001", "0.1779", "0.4003"),
}


def micro(usd: str | Decimal) -> int:
    """USD as whole micro-USD."""
    return int(Decimal(usd) * 1_000_000)


def text_pricing(
    input_usd: str,
    cached_usd: str,
    output_usd: str,
    source: str = PUBLISHED,
    *,
    has_long_rate: bool = True,
) -> Pricing:
    """USD per million tokens, with the flex and priority tiers."""
    rates = {
        PriceUnit.INPUT_TOKEN: Decimal(input_usd),
        PriceUnit.CACHED_TOKEN: Decimal(cached_usd),
        PriceUnit.OUTPUT_TOKEN: Decimal(output_usd),
    }
    prices = [Price(unit, micro(usd)) for unit, usd in rates.items()]
    for tier, factor in _TIERS.items():
        when = (("service_tier", tier),)
        prices += [Price(unit, micro(usd * factor), when) for unit, usd in rates.items()]
    long_input = _LONG_INPUT if has_long_rate else None
    return Pricing(tuple(prices), source, AS_OF, long_input=long_input)


def image_pricing(source: str) -> Pricing:
    """Per picture to expect, per token to charge; the dearer picture-input rate for all input.

    A quality that the model chooses itself is expected at “high”, a size at the dearest one.
    """
    prices = [
        Price(PriceUnit.INPUT_TOKEN, micro("8")),
        Price(PriceUnit.CACHED_TOKEN, micro("2")),
        Price(PriceUnit.OUTPUT_TOKEN, micro(_IMAGE_OUTPUT_USD)),
    ]
    for previews in range(4):
        extra = _IMAGE_OUTPUT_USD * PREVIEW_TOKENS * previews / 1_000_000
        shown = (("partial_images", str(previews)),) if previews else ()
        for quality in ("auto", *_QUALITIES):
            asked = () if quality == "auto" else (("quality", quality),)
            column = _QUALITIES.index("high" if quality == "auto" else quality)
            dearest = max(Decimal(row[column]) for row in _IMAGE_USD.values())
            prices.append(Price(PriceUnit.IMAGE, micro(dearest + extra), (*asked, *shown)))
            dearest_usual = max(Decimal(_IMAGE_USD[size][column]) for size in SIZES)
            by_size = {size: Decimal(row[column]) for size, row in _IMAGE_USD.items()}
            for size, usd in {**by_size, "auto": dearest_usual}.items():
                when = (*asked, ("size", size), *shown)
                prices.append(Price(PriceUnit.IMAGE, micro(usd + extra), when))
    return Pricing(tuple(prices), source, AS_OF)


def single_pricing(unit: PriceUnit, usd: str, source: str = PUBLISHED) -> Pricing:
    """One rate."""
    return Pricing((Price(unit, micro(usd)),), source, AS_OF)


def audio_chat_pricing() -> Pricing:
    """gpt-audio: the rate of sound for all output, of which the transcript is a small part."""
    prices = (
        Price(PriceUnit.INPUT_TOKEN, micro("2.5")),
        Price(PriceUnit.OUTPUT_TOKEN, micro("64")),
    )
    return Pricing(prices, PUBLISHED, AS_OF)
