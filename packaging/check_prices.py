"""Compares the text prices of resources/models with the public collection genai-prices.

Run it as `python3 dev.py prices`. It prints what differs and what one of the two does not have. It
tells and does not judge: either may be wrong, so it always ends well. docs/prices.md says more.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mediadesk.domain.catalog import PriceUnit, Pricing
from mediadesk.domain.generation import GenerationType
from mediadesk.providers.tables.model_table import ModelEntry, shipped

public: Any = import_module("genai_prices")  # a tool of the sdk group, without a place in the app

MAKERS = {"openai": "openai", "anthropic": "anthropic", "google": "google"}
"""Our table → their name of the maker. Hosts that resell are compared through their makers."""
_TOKENS = 1_000
_USAGES: dict[PriceUnit, Any] = {
    PriceUnit.INPUT_TOKEN: public.Usage(input_tokens=_TOKENS),
    PriceUnit.CACHED_TOKEN: public.Usage(input_tokens=_TOKENS, cache_read_tokens=_TOKENS),
    PriceUnit.OUTPUT_TOKEN: public.Usage(output_tokens=_TOKENS),
}


def main() -> int:
    """Print every difference, then how much was compared."""
    equal = different = 0
    missing: list[str] = []
    for table, maker in MAKERS.items():
        for entry in shipped(table).entries:
            if entry.kind is not GenerationType.TEXT:
                continue
            try:
                found = list(differences(entry, maker))
            except LookupError:
                missing.append(entry.id)
                continue
            equal += not found
            different += bool(found)
            for line in found:
                print(f"{maker} {entry.id}: {line}")
    print(f"{equal} text models agree, {different} differ, {len(missing)} are not there", end="")
    print(f": {', '.join(missing)}" if missing else "")
    return 0


def differences(entry: ModelEntry, maker: str) -> Iterator[str]:
    """Each rate that is another one there, on every day from which ours are announced.

    Raises ``LookupError`` where the collection does not have the model.
    """
    today = datetime.now(UTC).date()
    days = [today, *(change.from_day for change in entry.pricing.changes)]
    for day in (day for day in days if day >= today):
        for unit, usage in _USAGES.items():
            ours = usual_rate(entry.pricing.on(day), unit)
            theirs = public_rate(entry.id, maker, usage, day)
            if ours != theirs:
                yield f"{unit.value} from {day}: ours {ours:f}, genai-prices {theirs:f}"


def usual_rate(pricing: Pricing, unit: PriceUnit) -> Decimal:
    """USD per million tokens, where nothing special is asked for."""
    usual = [price.micro for price in pricing.prices if price.unit is unit and not price.when]
    return (Decimal(usual[0]) / 1_000_000).normalize() if usual else Decimal(0)


def public_rate(model_id: str, maker: str, usage: Any, day: date) -> Decimal:
    """USD per million tokens by the collection. Raises ``LookupError``."""
    at = datetime.combine(day, time(12), UTC)
    price = public.calc_price(usage, model_id, provider_id=maker, genai_request_timestamp=at)
    return (Decimal(price.total_price) * 1_000_000 / _TOKENS).normalize()


if __name__ == "__main__":
    sys.exit(main())
