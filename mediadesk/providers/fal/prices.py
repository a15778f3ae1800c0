"""fal's live prices, told per free-text unit; curated ones where a unit has several rates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal, InvalidOperation

from mediadesk.domain.catalog import Price, PriceUnit, Pricing
from mediadesk.domain.generation import JsonValue
from mediadesk.providers.network.json_reply import as_dict, as_text

LIVE = "fal.ai pricing API"
_UNITS: Mapping[str, tuple[PriceUnit, Decimal]] = {
    **{name: (PriceUnit.IMAGE, Decimal(1)) for name in ("image", "request", "call")},
    **{name: (PriceUnit.IMAGE, Decimal(1)) for name in ("video", "song", "audio", "generation")},
    **{name: (PriceUnit.MEGAPIXEL, Decimal(1)) for name in ("megapixel", "processed megapixel")},
    **{name: (PriceUnit.SECOND, Decimal(1)) for name in ("second", "video second", "audio second")},
    "minute": (PriceUnit.MINUTE, Decimal(1)),
    "audio minute": (PriceUnit.MINUTE, Decimal(1)),
    "character": (PriceUnit.CHARACTER, Decimal(1_000_000)),
    "1000 character": (PriceUnit.CHARACTER, Decimal(1_000)),
    "1k character": (PriceUnit.CHARACTER, Decimal(1_000)),
    "1m character": (PriceUnit.CHARACTER, Decimal(1)),
}
"""Their unit (singular, lower case) → ours, and how many of theirs make one of ours."""


def pricing_of(facts: Mapping[str, JsonValue], curated: Pricing) -> Pricing:
    """What a model costs: live where that is told, else as curated; unknown stays unknown."""
    live = _live(as_dict(facts.get("price")), _day(facts.get("as_of")))
    if not curated.prices:
        return live
    has_cases = any(price.when for price in curated.prices)
    if not live.prices:
        return curated
    dearest = max(price.micro for price in curated.prices)
    told = live.prices[0]
    fits = told.unit is curated.prices[0].unit and told.micro <= dearest
    # one live rate cannot say what sound or a larger picture adds
    return curated if has_cases and fits else live


def _live(price: Mapping[str, JsonValue], as_of: date | None) -> Pricing:
    usd = _usd(price.get("unit_price"))
    unit = as_text(price.get("unit")).strip().lower()
    known = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s"))
    is_dollar = as_text(price.get("currency")).upper() in ("", "USD")
    if usd is None or known is None or not is_dollar:
        return Pricing()
    ours, factor = known
    prices = [Price(ours, _micro(usd * factor))]
    if unit.startswith("processed"):
        prices.append(Price(PriceUnit.INPUT_MEGAPIXEL, prices[0].micro))
    return Pricing(tuple(prices), LIVE, as_of)


def _micro(usd: Decimal) -> int:
    return int((usd * 1_000_000).to_integral_value(ROUND_CEILING))


def _usd(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        usd = Decimal(str(value))
    except InvalidOperation:
        return None
    return usd if usd.is_finite() and 0 <= usd < 1_000_000 else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(as_text(value)[:10])
    except ValueError:
        return None
