"""fal's curated models, made from the shipped table. The live list has more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mediadesk.domain.catalog import UNKNOWN_PRICING, AudioKind, ModelSpec
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec
from mediadesk.providers.fal.facts import parameters_of, roles_of
from mediadesk.providers.fal.prices import pricing_of
from mediadesk.providers.network.json_reply import as_text
from mediadesk.providers.tables.model_table import ModelEntry, shipped
from mediadesk.providers.tables.table_reading import TableError

FAL = ProviderId("fal")
_PROMPT_LENGTH = 20_000
_SECONDS_TYPICAL = {
    GenerationType.IMAGE: 10.0,
    GenerationType.VIDEO: 120.0,
    GenerationType.AUDIO: 15.0,
}
_TABLE = shipped("fal")
_CURATED = {entry.id: entry.pricing for entry in _TABLE.entries}

QUEUE_PARAMETERS = (
    ParameterSpec(
        "queue_priority",
        ParameterKind.CHOICE,
        "Place in the queue",
        "Low lets other runs of this account go first.",
        choices=(Choice("normal", "Normal"), Choice("low", "Low")),
        advanced=True,
    ),
    ParameterSpec(
        "start_timeout",
        ParameterKind.INTEGER,
        "Give up if not started",
        minimum=1,
        maximum=86_400,
        unit="s",
        advanced=True,
    ),
    ParameterSpec(
        "media_lifetime",
        ParameterKind.CHOICE,
        "Keep the result at fal",
        "Results are fetched at once; a copy stays there for this long.",
        default="604800",
        choices=(Choice("3600", "An hour"), Choice("86400", "A day"), Choice("604800", "A week")),
        advanced=True,
    ),
    ParameterSpec(
        "store_payload",
        ParameterKind.FLAG,
        "Keep prompt and answer at fal",
        "Lets a lost result be found again later.",
        advanced=True,
    ),
)
"""Settings of the queue rather than of a model; they become headers."""


def make_model(
    model_id: str, label: str, type: GenerationType, facts: Mapping[str, JsonValue]
) -> ModelSpec:
    """The spec of an endpoint from its facts."""
    kind = as_text(facts.get("sound"))
    is_audio = type is GenerationType.AUDIO
    note = "fal does not list this endpoint now." if facts.get("missing") is True else ""
    return ModelSpec(
        FAL,
        model_id,
        label,
        (type,),
        (*parameters_of(facts), *QUEUE_PARAMETERS),
        roles_of(facts),
        pricing_of(facts, _CURATED.get(model_id, UNKNOWN_PRICING)),
        maximum_results=8,
        maximum_prompt_length=_PROMPT_LENGTH,
        audio_kind=(AudioKind(kind) if kind in list(AudioKind) else AudioKind.SPEECH)
        if is_audio
        else None,
        is_resumable=True,
        typical_seconds=_SECONDS_TYPICAL[type],
        note=note,
        facts=facts,
    )


def unlisted_model(model_id: str, type: GenerationType) -> ModelSpec:
    """A curated model, else any endpoint id with its prompt alone: the rest as extra fields."""
    for model in MODELS:
        if model.id == model_id and type in model.types:
            return model
    facts: dict[str, JsonValue] = {"prompt": "prompt", "fields": [], "roles": []}
    return replace(make_model(model_id, model_id, type, facts), is_known=False)


def _facts_of(entry: ModelEntry) -> dict[str, JsonValue]:
    if entry.form not in _TABLE.forms:
        raise TableError(f"fal.json, {entry.id}: there is no form “{entry.form}”.")
    return {
        "prompt": "prompt",
        "fields": _TABLE.forms[entry.form],
        "roles": [],
        "count": "num_images" if entry.kind is GenerationType.IMAGE else "",
        **entry.facts,
    }


MODELS: tuple[ModelSpec, ...] = tuple(
    make_model(entry.id, entry.label, entry.kind, _facts_of(entry)) for entry in _TABLE.entries
)
"""The first of each type is the default. The live list says which of them an account can use."""
