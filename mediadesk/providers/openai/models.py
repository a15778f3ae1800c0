"""OpenAI's models as data, and what an id that is not in the table most likely is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from mediadesk.domain.catalog import AudioKind, InputRole, ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterSpec
from mediadesk.providers.openai import parameters
from mediadesk.providers.tables.model_table import ModelEntry, shipped

OPENAI = ProviderId("openai")
_KNOWN_TO_TOKENS = 272_000
"""Longer requests have a dearer rate."""
_MOST_OUTPUT_TOKENS = 128_000
_SPEECH_CHARACTERS = 4_096
_CAUTIOUS_EFFORTS = ("low", "medium", "high")


def text_model(
    model_id: str,
    label: str,
    specs: tuple[ParameterSpec, ...],
    *,
    provider_id: ProviderId = OPENAI,
    context_tokens: int | None = _KNOWN_TO_TOKENS,
    maximum_output_tokens: int | None = _MOST_OUTPUT_TOKENS,
) -> ModelSpec:
    """A chat model that reads pictures."""
    return ModelSpec(
        provider_id,
        model_id,
        label,
        (GenerationType.TEXT,),
        specs,
        (parameters.PICTURE_INPUT,),
        maximum_prompt_length=400_000,
        context_tokens=context_tokens,
        maximum_output_tokens=maximum_output_tokens,
        streams_text=True,
        can_continue=True,
        typical_seconds=8,
    )


def image_model(
    model_id: str,
    label: str,
    specs: tuple[ParameterSpec, ...],
    *,
    provider_id: ProviderId = OPENAI,
    input_roles: tuple[InputRole, ...] = parameters.EDIT_INPUTS,
) -> ModelSpec:
    """An image model that also changes given pictures."""
    return ModelSpec(
        provider_id,
        model_id,
        label,
        (GenerationType.IMAGE,),
        specs,
        input_roles,
        maximum_results=10,
        typical_seconds=30,
    )


def speech_model(
    model_id: str,
    label: str,
    specs: tuple[ParameterSpec, ...],
    *,
    provider_id: ProviderId = OPENAI,
    maximum_prompt_length: int = _SPEECH_CHARACTERS,
) -> ModelSpec:
    """A model that reads the prompt aloud."""
    return ModelSpec(
        provider_id,
        model_id,
        label,
        (GenerationType.AUDIO,),
        specs,
        maximum_prompt_length=maximum_prompt_length,
        audio_kind=AudioKind.SPEECH,
        typical_seconds=6,
    )


_STEERED_SPEECH = parameters.speech_parameters(
    parameters.VOICES, default_voice="coral", has_instructions=True
)
_PLAIN_SPEECH = parameters.speech_parameters(
    parameters.CLASSIC_VOICES, default_voice="alloy", has_instructions=False
)


def _text(entry: ModelEntry, specs: tuple[ParameterSpec, ...]) -> ModelSpec:
    return text_model(
        entry.id,
        entry.label,
        specs,
        context_tokens=entry.limit("context_tokens", _KNOWN_TO_TOKENS),
        maximum_output_tokens=entry.limit("output_tokens", _MOST_OUTPUT_TOKENS),
    )


def _reasoning(entry: ModelEntry) -> ModelSpec:
    efforts = entry.value("efforts", _CAUTIOUS_EFFORTS)
    return _text(entry, parameters.effort_parameters(efforts, default="low"))


def _image(
    entry: ModelEntry,
    *,
    is_fine: bool = False,
    input_roles: tuple[InputRole, ...] = parameters.EDIT_INPUTS,
) -> ModelSpec:
    sizes, qualities = entry.value("sizes"), entry.value("qualities")
    specs = parameters.image_parameters(sizes=sizes, qualities=qualities, has_complexity=is_fine)
    return image_model(entry.id, entry.label, specs, input_roles=input_roles)


def _speech(entry: ModelEntry, specs: tuple[ParameterSpec, ...]) -> ModelSpec:
    longest = entry.limit("prompt_characters", _SPEECH_CHARACTERS)
    return speech_model(entry.id, entry.label, specs, maximum_prompt_length=longest)


_FORMS: Mapping[str, Callable[[ModelEntry], ModelSpec]] = {
    "reasoning": _reasoning,
    "classic": lambda entry: _text(entry, parameters.CLASSIC_PARAMETERS),
    "image": _image,
    "layered image": lambda entry: _image(entry, input_roles=parameters.MARKED_INPUTS),
    "fine image": lambda entry: _image(entry, is_fine=True, input_roles=parameters.MARKED_INPUTS),
    "steered speech": lambda entry: _speech(entry, _STEERED_SPEECH),
    "plain speech": lambda entry: _speech(entry, _PLAIN_SPEECH),
    "chat speech": lambda entry: _speech(entry, parameters.CHAT_SPEECH_PARAMETERS),
}
_TABLE = shipped("openai")
MODELS: tuple[ModelSpec, ...] = tuple(_TABLE.build(_FORMS))
"""In the order of the picker; the first of each type is the default."""

_HIDDEN = re.compile(
    r"^sora-|transcribe|^whisper|embedding|moderation|realtime|-live|search|"
    r"^computer-use|^davinci|^babbage|-codex|deep-research|-instruct"
)
_GONE = re.compile(r"^dall-e-")
"""Known by name, to tell what replaces them; never offered."""
_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")


def openai_model(model_id: str) -> ModelSpec | None:
    """The model behind an id: from the table, else by what its name says; None if not usable."""
    bare_id = _SNAPSHOT.sub("", model_id)
    for model in MODELS:
        if model.id == bare_id:
            same = model_id == bare_id
            return model if same else replace(model, id=model_id, label=model_id)
    guessed = _guess(model_id)
    if guessed is None:
        return None
    guessed = replace(guessed, is_known=False)
    ended = _TABLE.end_of(bare_id)
    return guessed if ended is None else ended.mark(guessed)


def _guess(model_id: str) -> ModelSpec | None:
    if _HIDDEN.search(model_id):
        return None
    if model_id.startswith(("gpt-image-", "chatgpt-image-", "dall-e-")):
        plain = parameters.image_parameters(sizes=parameters.SIZES, qualities=parameters.QUALITIES)
        return image_model(model_id, model_id, plain)
    if "-tts" in model_id or model_id.startswith("tts-"):
        return speech_model(model_id, model_id, _PLAIN_SPEECH)
    if model_id.startswith("gpt-audio"):
        specs = parameters.CHAT_SPEECH_PARAMETERS
        return speech_model(model_id, model_id, specs, maximum_prompt_length=16_000)
    if re.match(r"gpt-4|chatgpt-", model_id):
        return text_model(model_id, model_id, parameters.CLASSIC_PARAMETERS)
    if re.match(r"gpt-|o\d", model_id):
        cautious = parameters.effort_parameters(_CAUTIOUS_EFFORTS, default="low")
        return text_model(model_id, model_id, cautious)
    return None


def merged(live: Mapping[str, date | None]) -> tuple[ModelSpec, ...]:
    """The table reduced to what an account can use now, then what else it can use, by name."""
    known = [model for model in MODELS if model.id in live]
    unknown = sorted(live.keys() - {model.id for model in known})
    others = [openai_model(model_id) for model_id in unknown if not _GONE.search(model_id)]
    models = [*known, *(model for model in others if model is not None)]
    return tuple(replace(model, ends_on=live[model.id] or model.ends_on) for model in models)
