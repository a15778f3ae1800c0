"""OpenRouter's own prices: USD per single token or unit, as text, from its lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal, InvalidOperation

from mediadesk.domain.catalog import Price, PriceUnit, Pricing
from mediadesk.domain.generation import JsonValue
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text

SOURCE = "openrouter.ai model list"
TOLD = (
    *("prompt", "completion", "input_cache_read", "input_cache_write", "request"),
    *("image", "image_output"),
    *("image_token", "audio", "audio_output", "internal_reasoning"),
)
"""Which prices of an entry are kept."""
_CACHES = {
    PriceUnit.CACHED_TOKEN: "input_cache_read",
    PriceUnit.CACHE_WRITE_TOKEN: "input_cache_write",
}
_PER_SECOND = "per-video-second"


def kept_prices(pricing: object) -> dict[str, JsonValue]:
    """The prices of a list entry that matter here; the dearest tier where there are several."""
    told = as_dict(pricing)
    tiers = [as_dict(tier) for tier in as_list(told.get("overrides"))]
    kept: dict[str, JsonValue] = {}
    for name in TOLD:
        amounts = [amount for one in (told, *tiers) if (amount := _usd(one.get(name))) is not None]
        if amounts:
            kept[name] = str(max(amounts))
    return kept


def text_pricing(prices: Mapping[str, JsonValue], as_of: date | None) -> Pricing:
    """Per token; the dearer of answer and hidden reasoning counts for all output."""
    if "prompt" not in prices or "completion" not in prices or _usd(prices.get("request")):
        return Pricing()
    output = max(_rate(prices, ("completion", "internal_reasoning")))
    given = max(_rate(prices, ("prompt", "audio")))
    if output == given == 0:
        return Pricing(source=SOURCE, as_of=as_of, is_free=True)
    found = [Price(PriceUnit.INPUT_TOKEN, given), Price(PriceUnit.OUTPUT_TOKEN, output)]
    for unit, name in _CACHES.items():
        if name in prices:
            found.append(Price(unit, max(_rate(prices, (name,)))))
    return Pricing(tuple(found), SOURCE, as_of)


def media_pricing(prices: Mapping[str, JsonValue], as_of: date | None) -> Pricing:
    """Pictures and sound made by tokens: the dearest output rate counts for all output.

    Where only the rate of text is told, that of the media is not known.
    """
    media = _rate(prices, ("image_output", "image_token", "audio_output"))
    rates = [*media, *_rate(prices, ("completion",))]
    if not media or max(rates) == 0 or _usd(prices.get("request")):
        return Pricing()
    given = max(_rate(prices, ("prompt",)), default=0)
    found = (Price(PriceUnit.INPUT_TOKEN, given), Price(PriceUnit.OUTPUT_TOKEN, max(rates)))
    return Pricing(found, SOURCE, as_of)


def speech_pricing(prices: Mapping[str, JsonValue], as_of: date | None) -> Pricing:
    """Per character of text (the list says tokens: never more) and per token of sound."""
    given = max(_rate(prices, ("prompt",)), default=0)
    made = max(_rate(prices, ("completion", "audio_output")), default=0)
    found = [Price(PriceUnit.CHARACTER, given)] if given else []
    found += [Price(PriceUnit.OUTPUT_TOKEN, made)] if made else []
    return Pricing(tuple(found), SOURCE, as_of) if found else Pricing()


def video_pricing(skus: Mapping[str, JsonValue], as_of: date | None) -> Pricing:
    """Per second, by resolution and sound where the names of the rates say so.

    A name that says something else counts for every case: the estimate stays an upper bound.
    """
    by_case: dict[tuple[tuple[str, str], ...], int] = {}
    for name, value in skus.items():
        usd = _usd(value)
        if usd is None or not name.startswith(_PER_SECOND):
            continue
        when = tuple(_conditions(name.removeprefix(_PER_SECOND).strip("-_").split("-")))
        by_case[when] = max(by_case.get(when, 0), _micro(usd))
    if by_case and () not in by_case:
        by_case[()] = max(by_case.values())
    found = tuple(Price(PriceUnit.SECOND, micro, when) for when, micro in by_case.items())
    return Pricing(found, SOURCE, as_of) if found else Pricing()


def dearest_host(pricing: Pricing) -> dict[str, str]:
    """The most that a host may ask for, so that the hold is a bound: USD per million tokens.

    Empty where the price is not known, or not one of tokens alone. The list names the price of the
    usual host; without this, the request may go to one that costs more.
    """
    if pricing.is_free:
        return {"prompt": "0", "completion": "0"}
    rates = {
        price.unit: f"{(Decimal(price.micro) / 1_000_000).normalize():f}"
        for price in pricing.prices
        if not price.when
    }
    given, made = rates.get(PriceUnit.INPUT_TOKEN), rates.get(PriceUnit.OUTPUT_TOKEN)
    if given is None or made is None or PriceUnit.IMAGE in rates:
        return {}
    return {"prompt": given, "completion": made}


def _conditions(words: Iterable[str]) -> Iterable[tuple[str, str]]:
    for word in words:
        if word in ("360p", "480p", "720p", "768p", "1080p", "1440p", "2k", "4k", "4K"):
            yield "resolution", word


def _rate(prices: Mapping[str, JsonValue], names: Iterable[str]) -> list[int]:
    """Micro-USD per million units of each named price that is told."""
    found = (_usd(prices.get(name)) for name in names)
    return [_micro(usd * 1_000_000) for usd in found if usd is not None]


def _micro(usd: Decimal) -> int:
    return int((usd * 1_000_000).to_integral_value(ROUND_CEILING))


def _usd(value: object) -> Decimal | None:
    """An amount; None for anything else, and for the “-1” of models whose price varies."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        usd = Decimal(as_text(value) or str(value))
    except InvalidOperation:
        return None
    return usd if usd.is_finite() and 0 <= usd < 1_000_000 else None
