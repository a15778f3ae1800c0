"""PriceBook: which price of a model counts today. The user's own wins, then the live or table's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from mediadesk.domain.catalog import (
    TOKEN_UNITS,
    UNKNOWN_PRICING,
    ModelSpec,
    Price,
    PriceUnit,
    Pricing,
)
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.storage import price_overrides
from mediadesk.storage.settings import all_settings

if TYPE_CHECKING:
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable
    from mediadesk.system.clock import Clock

SET_BY_USER = "set by you"
NOTICE_SETTING = "prices.notice_after_days"
USUAL_NOTICE_DAYS = 30
LONGEST_NOTICE_DAYS = 10_000
_DEAREST = 1 << 50


class PriceBook:
    """Prices as they count on a day. Reading is from memory once they are loaded."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._set: dict[str, Pricing] = {}
        self._notice_days = USUAL_NOTICE_DAYS

    def load(self) -> None:
        """Read what was set. Blocks for a moment."""
        stored = self._database.read_raw_sync(price_overrides.price_overrides)
        found = {name: _read(document) for name, document in stored.items()}
        self._set = {name: pricing for name, pricing in found.items() if pricing is not None}
        self._notice_days = self._database.read_raw_sync(_notice_days)

    def priced(self, model: ModelSpec, today: date) -> ModelSpec:
        """A model with the price that counts today."""
        pricing = model.pricing.on(today)
        own = self._set.get(_name(model.provider_id, model.id))
        if own is not None:
            pricing = _beside(own, pricing)
        return model if pricing is model.pricing else replace(model, pricing=pricing)

    def notice(self, models: Iterable[ModelSpec], today: date) -> str:
        """One sentence where prices among these were read too long ago, else empty."""
        days = [
            model.pricing.as_of
            for model in models
            if model.pricing.as_of is not None and self.is_stale(model.pricing, today)
        ]
        if not days:
            return ""
        return (
            f"Prices read {min(days).isoformat()} may be out of date "
            f"({(today - min(days)).days} days old)."
        )

    def is_stale(self, pricing: Pricing, today: date) -> bool:
        """Whether rates were read longer ago than the setting allows. Own ones never are."""
        return pricing.source != SET_BY_USER and pricing.is_stale(today, self._notice_days)

    async def set(
        self, provider: ProviderId, model_id: str, rates: Mapping[PriceUnit, int]
    ) -> Pricing:
        """Set a model's price; no rates: it is free.

        Rates of tokens stand in for those of the list, which keeps the others; any other rate
        stands in for the whole list price, as both are not charged for one result.
        Rates are micro-USD per unit. Raises ``UsageError`` for a rate that cannot be.
        """
        if any(not 0 <= micro < _DEAREST for micro in rates.values()):
            raise UsageError("This price is negative or too large.", "Give an amount like 0.50.")
        if rates and not any(rates.values()):
            raise UsageError("This price is nothing at all.", "Say “free” for a free model.")
        now = self._clock.now_ms()
        document: dict[str, JsonValue] = {
            "rates": {unit.value: micro for unit, micro in rates.items()},
            "as_of": self._clock.local_day(now),
        }
        pricing = _read(document)
        if pricing is None:
            raise UsageError("This price cannot be used.", "Give an amount like 0.50.")
        name = _name(provider, model_id)
        await self._database.write(
            lambda c: price_overrides.put_price_override(c, name, document, now)
        )
        self._set[name] = pricing
        return pricing

    async def clear(self, provider: ProviderId, model_id: str) -> bool:
        """Forget what was set; returns whether there was anything."""
        name = _name(provider, model_id)
        was_there = await self._database.write(
            lambda c: price_overrides.remove_price_override(c, name)
        )
        self._set.pop(name, None)
        return was_there

    def own(self, provider: ProviderId, model_id: str) -> dict[PriceUnit, int]:
        """The rates that were set for a model, in micro-USD per unit."""
        own = self._set.get(_name(provider, model_id), UNKNOWN_PRICING)
        return {price.unit: price.micro for price in own.prices}

    def all_own(self, provider: ProviderId) -> list[tuple[str, Pricing]]:
        """The ids of a provider's models whose price was set, with what was set."""
        start = _name(provider, "")
        found = self._set.items()
        return [(name[len(start) :], own) for name, own in found if name.startswith(start)]


def _beside(own: Pricing, listed: Pricing) -> Pricing:
    units = {price.unit for price in own.prices}
    if own.is_free or not units <= TOKEN_UNITS:
        return own
    kept = tuple(price for price in listed.prices if price.unit not in units)
    return replace(own, prices=own.prices + kept, long_input=listed.long_input)


def _name(provider: ProviderId, model_id: str) -> str:
    return f"{provider}/{model_id}"


def _read(document: Mapping[str, JsonValue]) -> Pricing | None:
    """A stored price; None for one that another release wrote differently."""
    rates = document.get("rates")
    try:
        as_of = date.fromisoformat(str(document.get("as_of")))
        prices = tuple(
            Price(PriceUnit(unit), int(str(micro)))
            for unit, micro in (rates.items() if isinstance(rates, dict) else ())
        )
    except ValueError:
        return None
    return Pricing(prices, SET_BY_USER, as_of, is_free=not prices)


def _notice_days(connection: Readable) -> int:
    stored = str(all_settings(connection).get(NOTICE_SETTING, ""))
    is_days = stored.isdigit() and 0 < int(stored) < LONGEST_NOTICE_DAYS
    return int(stored) if is_days else USUAL_NOTICE_DAYS
