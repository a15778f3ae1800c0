"""CostCalculator: what a run may cost before, and what it did cost after. Integer micro-USD."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mediadesk.domain.catalog import ModelSpec, Price, PriceUnit
from mediadesk.domain.generation import Usage
from mediadesk.domain.money import UNITS_PER_RATE, charge_amount, hold_amount
from mediadesk.domain.parameters import ParameterValue

CHARACTERS_PER_TOKEN = 3
"""Cautious: English text has about 4 characters a token, so this over-estimates the prompt."""
TOKENS_PER_INPUT_PICTURE = 2_000
DEFAULT_OUTPUT_TOKENS = 4_096
_TOKEN_LIMIT_NAMES = ("max_completion_tokens", "max_tokens", "max_output_tokens")


class CostBasis(StrEnum):
    """Where an amount comes from."""

    ESTIMATE = "estimate"
    REPORTED = "reported"
    BILL = "bill"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Estimate:
    """Expected and upper-bound cost in micro-USD; both None where the price is unknown."""

    expected_micro: int | None
    upper_micro: int | None
    result_count: int = 1
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost after the fact; ``micro`` None where nobody told and no price is known."""

    micro: int | None
    basis: CostBasis
    price_source: str = ""
    price_date: str | None = None


class CostCalculator:
    """Estimates and charges from a model's ``Pricing``; holds no state.

    Where a model is priced per picture and per output token, the picture is what to expect and the
    tokens, once reported, are what is charged.
    """

    def estimate(
        self,
        model: ModelSpec,
        prompt_length: int,
        parameters: Mapping[str, ParameterValue],
        result_count: int,
        input_picture_count: int = 0,
        context_length: int = 0,
    ) -> Estimate:
        """Cost of a run of ``result_count`` results. Lengths are in characters."""
        if model.pricing.is_free:
            return Estimate(0, 0, result_count, is_free=True)
        prices = _matching(model.pricing.prices, parameters)
        if not prices:
            return Estimate(None, None, result_count)
        calls = -(-result_count // max(1, model.results_per_call))
        input_tokens = (prompt_length + context_length) // CHARACTERS_PER_TOKEN + 16
        input_tokens += input_picture_count * TOKENS_PER_INPUT_PICTURE
        output_limit = _token_limit(model, parameters)
        upper = _units(prices, input_tokens * calls, output_limit * calls, result_count)
        likely_output = min(output_limit, 600)
        expected = _units(prices, input_tokens * calls, likely_output * calls, result_count)
        seconds = _seconds(parameters) * result_count
        characters = prompt_length * result_count
        extra = _extent_units(prices, seconds, characters)
        if upper is None or extra is None or expected is None:
            return Estimate(None, None, result_count)
        return Estimate(hold_amount(expected + extra), hold_amount(upper + extra), result_count)

    def actual(
        self,
        model: ModelSpec,
        parameters: Mapping[str, ParameterValue],
        usage: Usage,
        result_count: int,
        reported_micro: int | None = None,
    ) -> Cost:
        """Cost of one finished call: what the provider reported, else usage times price."""
        as_of = model.pricing.as_of.isoformat() if model.pricing.as_of else None
        if reported_micro is not None:
            return Cost(reported_micro, CostBasis.REPORTED, "provider")
        if model.pricing.is_free:
            return Cost(0, CostBasis.ESTIMATE, model.pricing.source, as_of)
        prices = _matching(model.pricing.prices, parameters)
        rated = _rated_usage(prices, usage, result_count) if prices else None
        micro = None if rated is None else charge_amount(rated)
        return Cost(micro, CostBasis.ESTIMATE, model.pricing.source, as_of)


def _matching(
    prices: tuple[Price, ...], parameters: Mapping[str, ParameterValue]
) -> dict[PriceUnit, int]:
    """The most specific matching rate per unit."""
    chosen: dict[PriceUnit, tuple[int, int]] = {}
    for price in prices:
        if all(str(parameters.get(name)) == value for name, value in price.when):
            best = chosen.get(price.unit)
            if best is None or len(price.when) > best[0]:
                chosen[price.unit] = (len(price.when), price.micro)
    return {unit: micro for unit, (_, micro) in chosen.items()}


def _token_limit(model: ModelSpec, parameters: Mapping[str, ParameterValue]) -> int:
    for name in _TOKEN_LIMIT_NAMES:
        value = parameters.get(name)
        if isinstance(value, int):
            return value
    return model.maximum_output_tokens or DEFAULT_OUTPUT_TOKENS


def _units(
    prices: Mapping[PriceUnit, int], input_tokens: int, output_tokens: int, images: int
) -> int | None:
    if PriceUnit.IMAGE in prices:
        output_tokens = 0
    known = {PriceUnit.INPUT_TOKEN: input_tokens, PriceUnit.OUTPUT_TOKEN: output_tokens}
    rated = sum(prices.get(unit, 0) * count for unit, count in known.items())
    return rated + prices.get(PriceUnit.IMAGE, 0) * images * UNITS_PER_RATE


def _seconds(parameters: Mapping[str, ParameterValue]) -> float:
    milliseconds = parameters.get("music_length_ms")
    if isinstance(milliseconds, int):
        return milliseconds / 1000
    for name in ("duration", "seconds", "duration_seconds", "seconds_total"):
        value = parameters.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if isinstance(value, str) and value.replace(".", "", 1).isdigit():
            return float(value)
    return 0.0


def _extent_units(prices: Mapping[PriceUnit, int], seconds: float, characters: int) -> int | None:
    """Rated units of seconds, minutes and characters; None where a needed duration is unknown."""
    timed = prices.get(PriceUnit.SECOND, 0) + prices.get(PriceUnit.MINUTE, 0) / 60
    if PriceUnit.SECOND in prices and seconds == 0:
        return None
    if PriceUnit.MINUTE in prices and seconds == 0:
        seconds = max(1.0, characters / 12)  # speech: about 14 characters a second
    milliseconds = round(seconds * 1000)
    timed_units = round(timed * milliseconds) * (UNITS_PER_RATE // 1000)
    return timed_units + prices.get(PriceUnit.CHARACTER, 0) * characters


def _rated_usage(prices: Mapping[PriceUnit, int], usage: Usage, result_count: int) -> int | None:
    """Units times rates; None where a priced unit was not reported."""
    cached = usage.cached_input_tokens or 0
    cached_rate = prices.get(PriceUnit.CACHED_TOKEN, prices.get(PriceUnit.INPUT_TOKEN, 0))
    rated = 0
    if PriceUnit.INPUT_TOKEN in prices:
        if usage.input_tokens is None:
            return None
        rated += prices[PriceUnit.INPUT_TOKEN] * (usage.input_tokens - cached)
        rated += cached_rate * cached
    if PriceUnit.OUTPUT_TOKEN in prices and usage.output_tokens is not None:
        rated += prices[PriceUnit.OUTPUT_TOKEN] * usage.output_tokens
    elif PriceUnit.IMAGE in prices:
        rated += prices[PriceUnit.IMAGE] * (usage.images or result_count) * UNITS_PER_RATE
    elif PriceUnit.OUTPUT_TOKEN in prices:
        return None
    extent = _extent_units(prices, usage.seconds or 0.0, usage.characters or 0)
    return None if extent is None else rated + extent
