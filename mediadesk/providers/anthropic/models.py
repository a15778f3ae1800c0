"""Anthropic's models as data, and what its own list tells about others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.anthropic.parameters import EFFORTS, THINKING, Abilities
from mediadesk.providers.network.json_reply import as_count, as_dict, as_text
from mediadesk.providers.tables.model_table import ModelEntry, shipped

ANTHROPIC = ProviderId("anthropic")
_CHARACTERS_PER_TOKEN = 3
_LONGEST_PROMPT = 400_000
_USUAL = Abilities()


def make_model(
    model_id: str,
    label: str,
    abilities: Abilities,
    *,
    context_tokens: int | None = 200_000,
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
        maximum_prompt_length=min(_LONGEST_PROMPT, fits),
        context_tokens=context_tokens,
        maximum_output_tokens=abilities.maximum_output_tokens,
        streams_text=True,
        can_continue=True,
        typical_seconds=8,
    )


def _abilities_of(entry: ModelEntry, *, is_classic: bool = False) -> Abilities:
    return Abilities(
        maximum_output_tokens=entry.limit("output_tokens", _USUAL.maximum_output_tokens),
        efforts=entry.value("efforts"),
        thinking=entry.value("thinking", _USUAL.thinking),
        has_schema=not is_classic,
        takes_sampling=is_classic,
    )


def _model_of(entry: ModelEntry, *, is_classic: bool = False) -> ModelSpec:
    abilities = _abilities_of(entry, is_classic=is_classic)
    context = entry.limit("context_tokens", 200_000)
    return make_model(entry.id, entry.label, abilities, context_tokens=context)


_TABLE = shipped("anthropic")
MODELS: tuple[ModelSpec, ...] = tuple(
    _TABLE.build(
        {"messages": _model_of, "classic": lambda entry: _model_of(entry, is_classic=True)}
    )
)
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
    guessed = make_model(model_id, model_id, Abilities(efforts=(), thinking=()))
    guessed = replace(guessed, is_known=False)
    ended = _TABLE.end_of(model_id)
    return guessed if ended is None else ended.mark(guessed)


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
