"""CostCalculator: what a run may cost before, and what it did cost after. Integer micro-USD."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mediadesk.domain.catalog import TOKEN_UNITS, LongInput, ModelSpec, Price, PriceUnit
from mediadesk.domain.generation import GenerationType, Usage
from mediadesk.domain.input_tokens import InputTokens, text_tokens
from mediadesk.domain.money import (
    LARGEST_CHARGE_MICRO,
    LARGEST_MICRO,
    UNITS_PER_RATE,
    charge_amount,
    hold_amount,
)
from mediadesk.domain.parameters import ParameterValue
from mediadesk.domain.result_extent import (
    MOST_MEGAPIXELS,
    SPOKEN_CHARACTERS_PER_SECOND,
    megapixels_of,
    seconds_of,
    speed_of,
)

DEFAULT_OUTPUT_TOKENS = 4_096
"""The limit of an answer that a form proposes."""
LIKELY_OUTPUT_TOKENS = 600
PLANNING_TOKENS = 4_096
"""What a model that is priced by the picture may think and write beside each picture."""
LARGEST_CONTEXT_TOKENS = 2_000_000
"""No model reads more, so no request is charged for more."""
_SLOWEST_PACE = 2  # figures and signs are spoken as words
_TOKEN_LIMIT_NAMES = ("max_completion_tokens", "max_tokens", "max_output_tokens")
_BYTES_PER_CHARACTER = 4
_MS_PER_MINUTE = 60_000
_WRITTEN_UNITS = frozenset({PriceUnit.OUTPUT_TOKEN, PriceUnit.TEXT_OUTPUT_TOKEN})
_READ_UNITS = TOKEN_UNITS - _WRITTEN_UNITS


class CostBasis(StrEnum):
    """Where an amount comes from."""

    ESTIMATE = "estimate"
    REPORTED = "reported"
    BILL = "bill"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Estimate:
    """Expected and upper-bound cost in micro-USD; both None where the price is unknown.

    ``price_source`` and ``price_as_of`` say where and when the rates were read, ``notice`` is a
    sentence where that is long ago.
    """

    expected_micro: int | None
    upper_micro: int | None
    result_count: int = 1
    is_free: bool = False
    price_source: str = ""
    price_as_of: date | None = None
    notice: str = ""


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
        input_tokens: InputTokens | None = None,
    ) -> Estimate:
        """Cost of a run of ``result_count`` results: what to expect, and the most that it can be.

        ``prompt_length`` is in characters. ``input_tokens`` is what each call reads; None stands
        for the prompt alone. Unknown where a rate or an extent is not known.
        """
        if model.pricing.is_free:
            return Estimate(0, 0, result_count, is_free=True)
        if _is_half_known(model):
            return Estimate(None, None, result_count)
        given = input_tokens or text_tokens(prompt_length, prompt_length * _BYTES_PER_CHARACTER)
        context = _context(model)
        given = replace(given, expected=min(given.expected, context), most=min(given.most, context))
        calls = -(-result_count // max(1, model.results_per_call))
        asked = _Asked(parameters, prompt_length, result_count, calls, given.megapixels)
        expected = _expected_units(model, asked, given.expected)
        upper = _upper_units(model, asked, given.most)
        if expected is None or upper is None or hold_amount(upper) > LARGEST_MICRO:
            return Estimate(None, None, result_count)
        # a rate that depends on a choice left to the model can only be lower than the dearest
        return Estimate(hold_amount(min(expected, upper)), hold_amount(upper), result_count)

    def actual(
        self,
        model: ModelSpec,
        parameters: Mapping[str, ParameterValue],
        usage: Usage,
        result_count: int,
        reported_micro: int | None = None,
    ) -> Cost:
        """Cost of one finished call: what the provider reported, else usage times price.

        An amount that no call can cost is not known.
        """
        as_of = model.pricing.as_of.isoformat() if model.pricing.as_of else None
        if reported_micro is not None and reported_micro <= LARGEST_CHARGE_MICRO:
            return Cost(reported_micro, CostBasis.REPORTED, "provider")
        if model.pricing.is_free:
            return Cost(0, CostBasis.ESTIMATE, model.pricing.source, as_of)
        prices = _matching(model.pricing.prices, parameters)
        rated = None
        if prices and not _is_half_known(model):
            prices = _lengthened(prices, model.pricing.long_input, usage.input_tokens or 0)
            if PriceUnit.INPUT_MEGAPIXEL not in prices:
                usage = _with_megapixels(usage, parameters, result_count)
            rated = _rated_usage(prices, usage, result_count)
        micro = None if rated is None else charge_amount(rated)
        if reported_micro is not None or (micro is not None and micro > LARGEST_CHARGE_MICRO):
            micro = None
        return Cost(micro, CostBasis.ESTIMATE, model.pricing.source, as_of)


def _is_half_known(model: ModelSpec) -> bool:
    """Whether a text model priced by the token lacks the rate of what it reads or writes."""
    units = {price.unit for price in model.pricing.prices}
    if GenerationType.TEXT not in model.types or not units or not units <= TOKEN_UNITS:
        return False
    return not {PriceUnit.INPUT_TOKEN, PriceUnit.OUTPUT_TOKEN} <= units


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


def _dearest(
    prices: tuple[Price, ...], parameters: Mapping[str, ParameterValue]
) -> dict[PriceUnit, int]:
    """The rate per unit, at its highest where a choice is left to the model (“auto”)."""
    chosen = _matching(prices, parameters)
    free = {name for name, value in parameters.items() if value == "auto"}
    if not free:
        return chosen
    for price in prices:
        fixed = [(name, value) for name, value in price.when if name not in free]
        if all(str(parameters.get(name)) == value for name, value in fixed):
            chosen[price.unit] = max(price.micro, chosen.get(price.unit, 0))
    return chosen


def _lengthened(
    prices: Mapping[PriceUnit, int], long_input: LongInput | None, input_tokens: int
) -> dict[PriceUnit, int]:
    """The rates of a call that reads so many tokens."""
    if long_input is None or input_tokens <= long_input.above_tokens:
        return dict(prices)
    percents = dict.fromkeys(_READ_UNITS, long_input.input_percent)
    percents |= dict.fromkeys(_WRITTEN_UNITS, long_input.output_percent)
    return {unit: -(-rate * percents.get(unit, 100) // 100) for unit, rate in prices.items()}


@dataclass(frozen=True, slots=True)
class _Asked:
    parameters: Mapping[str, ParameterValue]
    characters: int
    result_count: int
    calls: int
    given_megapixels: int | None

    def megapixels(self) -> int | None:
        """Megapixels of one result: as asked for, else as large as what is given."""
        return megapixels_of(self.parameters) or self.given_megapixels


def _expected_units(model: ModelSpec, asked: _Asked, input_tokens: int) -> int | None:
    prices = _matching(model.pricing.prices, asked.parameters)
    if not prices:
        return None
    prices = _lengthened(prices, model.pricing.long_input, input_tokens)
    rated = _given_rate(prices, asked) * input_tokens * asked.calls
    if PriceUnit.IMAGE in prices:
        rated += prices[PriceUnit.IMAGE] * asked.result_count * UNITS_PER_RATE
    elif PriceUnit.OUTPUT_TOKEN in prices:
        limit = _most_output(model, asked.parameters) or LIKELY_OUTPUT_TOKENS
        likely = min(limit, LIKELY_OUTPUT_TOKENS) * asked.result_count
        rated += prices[PriceUnit.OUTPUT_TOKEN] * likely
    if PriceUnit.MEGAPIXEL in prices:
        made = asked.megapixels()
        size = 1 if made == 0 else made
        given = asked.given_megapixels if PriceUnit.INPUT_MEGAPIXEL in prices else 0
        if size is None or given is None:
            return None
        total = size * asked.result_count + given * asked.calls
        rated += prices[PriceUnit.MEGAPIXEL] * total * UNITS_PER_RATE
    pace = SPOKEN_CHARACTERS_PER_SECOND * speed_of(asked.parameters)
    return _with_extent(rated, prices, asked, pace)


def _upper_units(model: ModelSpec, asked: _Asked, input_tokens: int) -> int | None:
    """Rated units that no call of this request goes beyond; None where there is no such bound."""
    prices = _dearest(model.pricing.prices, asked.parameters)
    prices = _lengthened(prices, model.pricing.long_input, input_tokens)
    if not prices:
        return None
    given = max(prices.get(unit, 0) for unit in _READ_UNITS)
    rated = given * input_tokens * asked.calls
    made = prices.get(PriceUnit.OUTPUT_TOKEN, 0)
    if PriceUnit.IMAGE in prices:
        rated += prices[PriceUnit.IMAGE] * asked.result_count * UNITS_PER_RATE
        beside = prices.get(PriceUnit.TEXT_OUTPUT_TOKEN, made)
        rated += beside * PLANNING_TOKENS * asked.result_count
    elif made:
        limit = _most_output(model, asked.parameters)
        if limit is None:
            return None
        rated += made * limit * asked.result_count
    if PriceUnit.MEGAPIXEL in prices:
        size, seen = asked.megapixels(), asked.given_megapixels
        if size is None or seen is None:
            return None
        # some endpoints count what they are given without saying so in their unit
        total = (size or MOST_MEGAPIXELS) * asked.result_count + seen * asked.calls
        rated += prices[PriceUnit.MEGAPIXEL] * total * UNITS_PER_RATE
    pace = _SLOWEST_PACE * min(1.0, speed_of(asked.parameters))
    return _with_extent(rated, prices, asked, pace)


def _given_rate(prices: Mapping[PriceUnit, int], asked: _Asked) -> int:
    """The rate to expect of what is read: that of pictures for all of it, where some are given.

    A request is new to the cache, so it is put there where that has a rate.
    """
    usual = max(
        prices.get(unit, 0) for unit in (PriceUnit.INPUT_TOKEN, PriceUnit.CACHE_WRITE_TOKEN)
    )
    has_pictures = asked.given_megapixels != 0
    return max(usual, prices.get(PriceUnit.IMAGE_INPUT_TOKEN, 0)) if has_pictures else usual


def _with_extent(
    rated: int, prices: Mapping[PriceUnit, int], asked: _Asked, pace: float
) -> int | None:
    seconds = seconds_of(asked.parameters) * asked.result_count
    if PriceUnit.MINUTE in prices and seconds == 0:
        seconds = max(1.0, asked.characters / pace) * asked.result_count
    extent = _extent_units(prices, seconds, asked.characters * asked.result_count)
    return None if extent is None else rated + extent


def _context(model: ModelSpec) -> int:
    """What a model reads at most; where longer inputs have their own rate, that is no limit."""
    if model.pricing.long_input is not None or model.context_tokens is None:
        return LARGEST_CONTEXT_TOKENS
    return model.context_tokens


def _most_output(model: ModelSpec, parameters: Mapping[str, ParameterValue]) -> int | None:
    """The most tokens of one result, by the limit that is sent or the model's own."""
    for name in _TOKEN_LIMIT_NAMES:
        value = parameters.get(name)
        if isinstance(value, int):
            return value
    is_text = GenerationType.TEXT in model.types
    return model.maximum_output_tokens or (model.context_tokens if is_text else None)


def _extent_units(prices: Mapping[PriceUnit, int], seconds: float, characters: int) -> int | None:
    """Rated units of seconds, minutes and characters; None where a needed duration is unknown."""
    per_minute = prices.get(PriceUnit.SECOND, 0) * 60 + prices.get(PriceUnit.MINUTE, 0)
    if PriceUnit.SECOND in prices and seconds == 0:
        return None
    if PriceUnit.MINUTE in prices and seconds == 0:
        seconds = max(1.0, characters / SPOKEN_CHARACTERS_PER_SECOND)
    milliseconds = round(seconds * 1000)
    # up to the next unit, a millionth of a micro-dollar, so that a hold is never short of it
    timed_units = -(-per_minute * milliseconds * UNITS_PER_RATE // _MS_PER_MINUTE)
    return timed_units + prices.get(PriceUnit.CHARACTER, 0) * characters


def _rated_usage(prices: Mapping[PriceUnit, int], usage: Usage, result_count: int) -> int | None:
    """Units times rates; None where a priced unit was not reported."""
    cached, written = usage.cached_input_tokens or 0, usage.cache_write_tokens or 0
    usual = prices.get(PriceUnit.INPUT_TOKEN, 0)
    cached_rate = prices.get(PriceUnit.CACHED_TOKEN, usual)
    written_rate = prices.get(PriceUnit.CACHE_WRITE_TOKEN, usual)
    rated = 0
    if PriceUnit.INPUT_TOKEN in prices:
        if usage.input_tokens is None:
            return None
        fresh = max(0, usage.input_tokens - cached - written)
        rated += usual * fresh + cached_rate * cached + written_rate * written
        if PriceUnit.IMAGE_INPUT_TOKEN in prices:
            seen = fresh if usage.image_input_tokens is None else usage.image_input_tokens
            more = prices[PriceUnit.IMAGE_INPUT_TOKEN] - usual
            rated += max(0, more) * min(seen, fresh)
    if PriceUnit.OUTPUT_TOKEN in prices and usage.output_tokens is not None:
        rated += _written(prices, usage, usage.output_tokens)
    elif PriceUnit.IMAGE in prices:
        rated += prices[PriceUnit.IMAGE] * (usage.images or result_count) * UNITS_PER_RATE
    elif PriceUnit.OUTPUT_TOKEN in prices:
        return None
    if PriceUnit.MEGAPIXEL in prices:
        if usage.megapixels is None:
            return None
        rated += prices[PriceUnit.MEGAPIXEL] * usage.megapixels * UNITS_PER_RATE
    extent = _extent_units(prices, usage.seconds or 0.0, usage.characters or 0)
    return None if extent is None else rated + extent


def _written(prices: Mapping[PriceUnit, int], usage: Usage, tokens: int) -> int:
    """Rated units of output: pictures and what stands beside them at their own rates.

    Where the reply does not tell the tokens of its pictures, all but the thinking are theirs.
    """
    rate = prices[PriceUnit.OUTPUT_TOKEN]
    if PriceUnit.TEXT_OUTPUT_TOKEN not in prices:
        return rate * tokens
    pictures = usage.image_output_tokens
    if pictures is None:
        pictures = max(0, tokens - (usage.reasoning_tokens or 0))
    pictures = min(pictures, tokens)
    return rate * pictures + prices[PriceUnit.TEXT_OUTPUT_TOKEN] * (tokens - pictures)


def _with_megapixels(
    usage: Usage, parameters: Mapping[str, ParameterValue], result_count: int
) -> Usage:
    """The usage with the size that was asked for, where that of the results was not told."""
    asked = megapixels_of(parameters)
    if usage.megapixels is not None or not asked:
        return usage
    return replace(usage, megapixels=asked * (usage.images or result_count))
