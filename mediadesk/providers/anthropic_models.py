"""Anthropic's models as data, and what its own list tells about others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from mediadesk.domain.catalog import LongInput, ModelSpec, Price, PriceUnit, Pricing
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.anthropic_parameters import EFFORTS, THINKING, Abilities
from mediadesk.providers.json_reply import as_count, as_dict, as_text

ANTHROPIC = ProviderId("anthropic")
AS_OF = date(2026, 11, 22)
LITELLM = "public price data (litellm 1.109.1)"
GENAI_PRICES = "public price data (genai-prices 0.2.3)"
_CHARACTERS_PER_TOKEN = 3
_LONGEST_PROMPT = 400_000
_RETIRED = {
    "claude-3-5-sonnet": "claude-sonnet-5-5",
    "claude-3-5-haiku": "claude-haiku-5-5",
    "claude-3": "claude-sonnet-5-5",
    "claude-2": "claude-sonnet-5-5",
}
"""Beginnings of ids that are no longer served, and what replaces them."""


def pricing(
    input_usd: str, cached_usd: str, write_usd: str, output_usd: str, source: str = LITELLM
) -> Pricing:
    """USD per million tokens. Input that is kept ready costs more; “fast” doubles every rate.

    Keeping for an hour is taken as twice the input rate, which is the most that was ever asked.
    """
    rate, written = Decimal(input_usd), Decimal(write_usd)
    inputs = {"": rate, "5m": written, "1h": rate * 2}
    prices: list[Price] = []
    for speed, factor in (("", 1), ("fast", 2)):
        fast = (("speed", speed),) if speed else ()
        for cache, usd in inputs.items():
            when = (*fast, *((("cache", cache),) if cache else ()))
            prices.append(_price(PriceUnit.INPUT_TOKEN, usd * factor, when))
        prices.append(_price(PriceUnit.CACHED_TOKEN, Decimal(cached_usd) * factor, fast))
        prices.append(_price(PriceUnit.OUTPUT_TOKEN, Decimal(output_usd) * factor, fast))
    return Pricing(tuple(prices), source, AS_OF)


def _price(unit: PriceUnit, usd: Decimal, when: tuple[tuple[str, str], ...]) -> Price:
    return Price(unit, int(usd * 1_000_000), when)


def make_model(
    model_id: str,
    label: str,
    abilities: Abilities,
    price: Pricing,
    *,
    context_tokens: int | None = 200_000,
    badges: tuple[str, ...] = (),
) -> ModelSpec:
    """A model that answers in text."""
    fits = (context_tokens or 200_000) * _CHARACTERS_PER_TOKEN
    return ModelSpec(
        ANTHROPIC,
        model_id,
        label,
        (GenerationType.TEXT,),
        abilities.parameters,
        abilities.input_roles,
        price,
        maximum_prompt_length=min(_LONGEST_PROMPT, fits),
        context_tokens=context_tokens,
        maximum_output_tokens=abilities.maximum_output_tokens,
        streams_text=True,
        can_continue=True,
        typical_seconds=8,
        badges=badges,
    )


_CURRENT = Abilities(maximum_output_tokens=128_000, efforts=EFFORTS)
_CLASSIC = Abilities(
    efforts=(), thinking=("enabled", "disabled"), has_schema=False, takes_sampling=True
)
MODELS: tuple[ModelSpec, ...] = (
    make_model(
        "claude-sonnet-5-5", "Claude Sonnet 5.5", _CURRENT, pricing("2", "0.10", "2.5", "10")
    ),
    make_model(
        "claude-haiku-5-5", "Claude Haiku 5.5", _CURRENT,
        replace(
            pricing("0.10", "0.01", "0.125", "0.50"), long_input=LongInput(100_000, 500, 500)
        ),
        context_tokens=100_000, badges=("Fast", "Low cost"),
    ),
    make_model(
        "claude-opus-5-5", "Claude Opus 5.5", _CURRENT, pricing("4", "0.20", "5", "20"),
        badges=("Best",),
    ),
    make_model(
        "claude-fable-5-2", "Claude Fable 5.2", _CURRENT,
        pricing("8", "0.20", "10", "40", GENAI_PRICES),
    ),
    make_model(
        "claude-opus-4-8", "Claude Opus 4.8", Abilities(efforts=EFFORTS),
        pricing("5", "0.5", "6.25", "25"),
    ),
    make_model(
        "claude-sonnet-4-6", "Claude Sonnet 4.6", _CLASSIC, pricing("3", "0.3", "3.75", "15")
    ),
    make_model(
        "claude-haiku-4-5", "Claude Haiku 4.5", _CLASSIC, pricing("1", "0.1", "1.25", "5")
    ),
)  # fmt: skip
"""In the order of the picker; the first is the default."""


def anthropic_model(model_id: str) -> ModelSpec | None:
    """The model behind an id, dated ids included; None where it cannot be one."""
    for model in MODELS:
        rest = model_id.removeprefix(f"{model.id}-")
        if model_id == model.id:
            return model
        if rest != model_id and rest.isdigit() and len(rest) == 8:
            return replace(model, id=model_id, label=model_id)
    if not model_id.startswith("claude-"):
        return None
    guessed = make_model(model_id, model_id, Abilities(efforts=(), thinking=()), Pricing())
    for beginning, successor in _RETIRED.items():
        if model_id.startswith(f"{beginning}-") or model_id == beginning:
            note = f"No longer served. Use {successor}."
            ended = replace(guessed, ends_on=AS_OF, replaced_by=successor, note=note)
            return replace(ended, is_known=False)
    return replace(guessed, is_known=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of the provider's list."""

    model_id: str
    label: str
    abilities: Abilities
    context_tokens: int | None
    retires_on: date | None
    is_retired: bool


def read_listed(value: object) -> Listed | None:
    """Read an entry of ``GET /v1/models``; None where it names no usable model."""
    entry = as_dict(value)
    model_id = as_text(entry.get("id"))
    if not model_id or len(model_id) > 200 or not model_id.isprintable():
        return None
    label = as_text(entry.get("display_name"))[:100]
    return Listed(
        model_id,
        label if label.isprintable() and label else model_id,
        _abilities(entry),
        as_count(entry.get("max_input_tokens")),
        _day(entry.get("retires_at")),
        entry.get("lifecycle") == "retired",
    )


def listed_model(listed: Listed) -> ModelSpec | None:
    """The table's entry with the provider's dates, or one made from the list alone."""
    if listed.is_retired:
        return None
    known = anthropic_model(listed.model_id)
    if known is not None and known.is_known:
        return replace(known, ends_on=listed.retires_on)
    made = make_model(
        listed.model_id,
        listed.label,
        listed.abilities,
        Pricing(),
        context_tokens=listed.context_tokens,
    )
    return replace(made, ends_on=listed.retires_on)


def _abilities(entry: Mapping[str, Any]) -> Abilities:
    told = as_dict(entry.get("capabilities"))
    effort = as_dict(told.get("effort"))
    types = as_dict(as_dict(told.get("thinking")).get("types"))
    return Abilities(
        maximum_output_tokens=max(1, as_count(entry.get("max_tokens")) or 64_000),
        efforts=tuple(level for level in EFFORTS if _is_supported(effort.get(level))),
        thinking=tuple(kind for kind in THINKING if _is_supported(types.get(kind))),
        reads_pictures=_is_supported(told.get("image_input")),
        reads_pdf=_is_supported(told.get("pdf_input")),
        has_schema=_is_supported(told.get("structured_outputs")),
    )


def _is_supported(value: object) -> bool:
    return as_dict(value).get("supported") is True


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(as_text(value)[:10])
    except ValueError:
        return None
