"""Google's models as data, and what an id or the live list tells about others.

The table is made for one provider at a time: several registrations share these models.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from mediadesk.domain.catalog import AudioKind, ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.google import parameters
from mediadesk.providers.tables.model_table import ModelEntry, shipped

_T = GenerationType
_LEVELS = ("MINIMAL", "LOW", "MEDIUM", "HIGH")
_CONTEXT_TOKENS = 1_000_000
_LONGEST_SECONDS = 10
_NOBODY = ProviderId("")
_BETA = re.compile(r"-latest$|-tts|^imagen|^veo")
_STYLED = re.compile(r"^gemini-(3\.[89]|[4-9])")
_PREVIEW = re.compile(r"^nano-banana-|-image-preview$")
"""Early forms of models that are listed under their own names."""
_HIDDEN = re.compile(
    r"embedding|^aqa|-live|native-audio|transcribe|computer-use|robotics|deep-research|antigravity"
)


def api_version(model_id: str) -> str:
    """The version under which a model is served, as far as its id tells."""
    return "v1beta" if _BETA.search(model_id) else "v1"


def is_legacy(model_id: str) -> bool:
    """Whether a model speaks ``:predict`` or ``:predictLongRunning``."""
    return model_id.startswith(("imagen", "veo"))


def has_style(model_id: str) -> bool:
    """Whether a speech model takes style and speakers as fields rather than in its text."""
    return bool(_STYLED.search(model_id))


def text_model(
    model_id: str,
    label: str,
    *,
    levels: tuple[str, ...] = _LEVELS,
    has_budget: bool = False,
    context_tokens: int | None = _CONTEXT_TOKENS,
) -> ModelSpec:
    """A model that answers in text and reads every kind of media."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.TEXT,),
        parameters.text_parameters(65_536, levels, has_budget=has_budget),
        parameters.TEXT_INPUTS,
        maximum_prompt_length=400_000,
        context_tokens=context_tokens,
        maximum_output_tokens=65_536,
        streams_text=True,
        can_continue=True,
        typical_seconds=6,
    )


def image_model(
    model_id: str,
    label: str,
    *,
    ratios: tuple[str, ...] = parameters.RATIOS,
    sizes: tuple[str, ...] = (),
    levels: tuple[str, ...] = (),
    references: int = 14,
) -> ModelSpec:
    """A model that makes one picture a call, from words and pictures."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.IMAGE,),
        parameters.image_parameters(ratios, sizes, levels),
        parameters.image_inputs(references),
        typical_seconds=25,
    )


def speech_model(model_id: str, label: str) -> ModelSpec:
    """A model that reads the prompt aloud, with one voice or two."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.AUDIO,),
        parameters.speech_parameters(has_style=has_style(model_id)),
        maximum_prompt_length=24_000,
        maximum_output_tokens=16_384,
        audio_kind=AudioKind.SPEECH,
        typical_seconds=10,
    )


def music_model(model_id: str, label: str) -> ModelSpec:
    """A model that composes."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.AUDIO,),
        parameters.MUSIC_PARAMETERS,
        parameters.MUSIC_INPUTS,
        maximum_prompt_length=131_000,
        audio_kind=AudioKind.MUSIC,
        typical_seconds=40,
    )


def video_model(model_id: str, label: str, longest_s: int = _LONGEST_SECONDS) -> ModelSpec:
    """An Omni model: video with sound."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.VIDEO,),
        parameters.video_parameters(longest_s),
        parameters.VIDEO_INPUTS,
        maximum_prompt_length=8_000,
        typical_seconds=90,
        is_resumable=True,
    )


def legacy_model(model_id: str) -> ModelSpec:
    """Imagen or Veo, where a gateway or host still serves it."""
    is_video = model_id.startswith("veo")
    return ModelSpec(
        _NOBODY,
        model_id,
        model_id,
        (_T.VIDEO if is_video else _T.IMAGE,),
        parameters.LEGACY_VIDEO_PARAMETERS if is_video else parameters.LEGACY_IMAGE_PARAMETERS,
        parameters.LEGACY_VIDEO_INPUTS if is_video else (),
        results_per_call=1 if is_video else 4,
        maximum_prompt_length=4_000,
        typical_seconds=90 if is_video else 15,
        is_resumable=is_video,
    )


def _text_of(entry: ModelEntry, *, has_budget: bool = False) -> ModelSpec:
    return text_model(
        entry.id,
        entry.label,
        levels=entry.value("levels"),
        has_budget=has_budget,
        context_tokens=entry.limit("context_tokens", _CONTEXT_TOKENS),
    )


def _image_of(entry: ModelEntry) -> ModelSpec:
    return image_model(
        entry.id,
        entry.label,
        ratios=entry.value("ratios", parameters.RATIOS),
        sizes=entry.value("sizes"),
        levels=entry.value("levels"),
        references=entry.limit("references", 14),
    )


_TABLE = shipped("google")
TABLE: tuple[ModelSpec, ...] = tuple(
    _TABLE.build(
        {
            "text": _text_of,
            "budget text": lambda entry: _text_of(entry, has_budget=True),
            "image": _image_of,
            "video": lambda entry: video_model(
                entry.id, entry.label, entry.limit("seconds", _LONGEST_SECONDS)
            ),
            "speech": lambda entry: speech_model(entry.id, entry.label),
            "music": lambda entry: music_model(entry.id, entry.label),
        }
    )
)
"""In the order of the picker; the first of each type is the default."""

_GUESSES: tuple[tuple[re.Pattern[str], Callable[[str], ModelSpec | None]], ...] = (
    (re.compile(r"-tts"), lambda name: speech_model(name, name)),
    (re.compile(r"^imagen|^veo"), legacy_model),
    (re.compile(r"-image|nano-banana"), lambda name: image_model(name, name)),
    (re.compile(r"omni"), lambda name: video_model(name, name)),
    (re.compile(r"^lyria"), lambda name: music_model(name, name)),
    (_HIDDEN, lambda name: None),
    (
        re.compile(r"^gemini-2|^gemma-"),
        lambda name: text_model(name, name, levels=(), has_budget=name.startswith("gemini-2.5")),
    ),
    (re.compile(r"^gemini-"), lambda name: text_model(name, name)),
)
"""What an id that is not in the table most likely is; the first match counts."""


def models_of(provider_id: ProviderId, types: Sequence[GenerationType]) -> tuple[ModelSpec, ...]:
    """The table for one provider, reduced to what it makes."""
    fitting = (model for model in TABLE if set(model.types) <= set(types))
    return tuple(replace(model, provider_id=provider_id) for model in fitting)


def google_model(provider_id: ProviderId, model_id: str) -> ModelSpec | None:
    """The model behind an id: from the table, else by what its name says; None if not usable."""
    for model in TABLE:
        if model.id == model_id:
            return replace(model, provider_id=provider_id)
    if not model_id.isprintable() or "/" in model_id or len(model_id) > 200:
        return None
    made = (make(model_id) for pattern, make in _GUESSES if pattern.search(model_id))
    guessed = next(made, None)
    if guessed is None:
        return None
    guessed = replace(guessed, provider_id=provider_id, is_known=False)
    ended = _TABLE.end_of(model_id)
    return guessed if ended is None else ended.mark(guessed)


def _served(model: ModelSpec) -> ModelSpec:
    """A model that Google lists is served, whatever had been announced for an earlier day."""
    is_past = model.ends_on is not None and model.ends_on <= _TABLE.read_on
    return replace(model, ends_on=None, replaced_by=None) if is_past else model


def merged(
    provider_id: ProviderId, live: Sequence[str], types: Sequence[GenerationType]
) -> tuple[ModelSpec, ...]:
    """The table reduced to what an account can use now, then what else it can use, by name."""
    order = {model.id: position for position, model in enumerate(TABLE)}
    listed = (model_id for model_id in dict.fromkeys(live) if not _PREVIEW.search(model_id))
    found = (google_model(provider_id, model_id) for model_id in listed)
    usable = [model for model in found if model is not None and set(model.types) <= set(types)]
    served = [_served(model) for model in usable]
    return tuple(sorted(served, key=lambda model: (order.get(model.id, len(order)), model.id)))
