"""OpenAI's models as data, and what an id that is not in the table most likely is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mediadesk.domain.catalog import AudioKind, ModelSpec, PriceUnit, Pricing
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterSpec
from mediadesk.providers import openai_parameters as parameters
from mediadesk.providers import openai_prices as prices

OPENAI = ProviderId("openai")
_CLASSIC_END = date(2027, 1, 14)
_SPEECH_END = date(2027, 1, 6)
_KNOWN_TO_TOKENS = 272_000
"""Longer requests have a dearer rate."""


def text_model(
    model_id: str,
    label: str,
    specs: tuple[ParameterSpec, ...],
    pricing: Pricing,
    *,
    provider_id: ProviderId = OPENAI,
    context_tokens: int | None = _KNOWN_TO_TOKENS,
    maximum_output_tokens: int | None = 128_000,
    badges: tuple[str, ...] = (),
) -> ModelSpec:
    """A chat model that reads pictures."""
    return ModelSpec(
        provider_id,
        model_id,
        label,
        (GenerationType.TEXT,),
        specs,
        (parameters.PICTURE_INPUT,),
        pricing,
        maximum_prompt_length=400_000,
        context_tokens=context_tokens,
        maximum_output_tokens=maximum_output_tokens,
        streams_text=True,
        can_continue=True,
        typical_seconds=8,
        badges=badges,
    )


def image_model(
    model_id: str,
    label: str,
    specs: tuple[ParameterSpec, ...],
    pricing: Pricing,
    *,
    provider_id: ProviderId = OPENAI,
    badges: tuple[str, ...] = (),
) -> ModelSpec:
    """An image model that also changes given pictures."""
    return ModelSpec(
        provider_id,
        model_id,
        label,
        (GenerationType.IMAGE,),
        specs,
        parameters.EDIT_INPUTS,
        pricing,
        maximum_results=8,
        typical_seconds=30,
        badges=badges,
    )


def speech_model(
    model_id: str,
    label: str,
    specs: tuple[ParameterSpec, ...],
    pricing: Pricing,
    *,
    provider_id: ProviderId = OPENAI,
    maximum_prompt_length: int = 4_096,
    badges: tuple[str, ...] = (),
) -> ModelSpec:
    """A model that reads the prompt aloud."""
    return ModelSpec(
        provider_id,
        model_id,
        label,
        (GenerationType.AUDIO,),
        specs,
        pricing=pricing,
        maximum_prompt_length=maximum_prompt_length,
        audio_kind=AudioKind.SPEECH,
        typical_seconds=6,
        badges=badges,
    )


_EFFORT = parameters.effort_parameters(
    tuple(effort for effort in parameters.EFFORTS if effort != "minimal"), default="low"
)
_DEEP = parameters.effort_parameters(("low", "medium", "high", "xhigh"), default="low")
_FINE_IMAGE = parameters.image_parameters(
    sizes=parameters.LARGE_SIZES, qualities=parameters.FINE_QUALITIES, has_complexity=True
)
_IMAGE = parameters.image_parameters(sizes=parameters.LARGE_SIZES, qualities=parameters.QUALITIES)
_STEERED_SPEECH = parameters.speech_parameters(
    parameters.VOICES, default_voice="coral", has_instructions=True
)
_PLAIN_SPEECH = parameters.speech_parameters(
    parameters.CLASSIC_VOICES, default_voice="alloy", has_instructions=False
)

MODELS: tuple[ModelSpec, ...] = (
    text_model(
        "gpt-6-luna", "GPT-6 Luna", _EFFORT, prices.text_pricing("0.10", "0.01", "0.50"),
        badges=("Fast", "Low cost"),
    ),
    text_model(
        "gpt-6.2-sol", "GPT-6.2 Sol", _DEEP,
        prices.text_pricing("2", "0.10", "10", prices.REPORTED), badges=("Best",),
    ),
    text_model(
        "gpt-6.2-astra", "GPT-6.2 Astra", _DEEP,
        prices.text_pricing("8", "0.40", "40", prices.REPORTED),
    ),
    text_model("gpt-6.1-terra", "GPT-6.1 Terra", _EFFORT, prices.text_pricing("1", "0.05", "5")),
    text_model("gpt-6.1-sol", "GPT-6.1 Sol", _EFFORT, prices.text_pricing("2", "0.10", "10")),
    replace(
        text_model(
            "gpt-4o", "GPT-4o", parameters.CLASSIC_PARAMETERS,
            prices.text_pricing("2.5", "1.25", "10", has_long_rate=False),
            context_tokens=128_000, maximum_output_tokens=16_384,
        ),
        ends_on=_CLASSIC_END, replaced_by="gpt-6-luna",
    ),
    replace(
        text_model(
            "gpt-4o-mini", "GPT-4o mini", parameters.CLASSIC_PARAMETERS,
            prices.text_pricing("0.15", "0.075", "0.60", has_long_rate=False),
            context_tokens=128_000, maximum_output_tokens=16_384,
        ),
        ends_on=_CLASSIC_END, replaced_by="gpt-6-luna",
    ),
    image_model(
        "gpt-image-2.6-flare", "GPT Image 2.6 Flare", _FINE_IMAGE,
        prices.image_pricing(prices.REPORTED), badges=("Fast",),
    ),
    image_model(
        "gpt-image-2.6-sunburst", "GPT Image 2.6 Sunburst", _FINE_IMAGE,
        prices.image_pricing(prices.REPORTED), badges=("Best",),
    ),
    image_model("gpt-image-2", "GPT Image 2", _IMAGE, prices.image_pricing(prices.PUBLISHED)),
    replace(
        speech_model(
            "gpt-4o-mini-tts", "GPT-4o mini TTS", _STEERED_SPEECH,
            prices.single_pricing(PriceUnit.MINUTE, "0.015"), badges=("Low cost",),
        ),
        ends_on=_SPEECH_END, replaced_by="gpt-audio-1.5",
    ),
    speech_model(
        "gpt-audio-1.5", "GPT Audio 1.5", parameters.CHAT_SPEECH_PARAMETERS,
        prices.audio_chat_pricing(), maximum_prompt_length=16_000,
    ),
    replace(
        speech_model(
            "tts-1", "TTS 1", _PLAIN_SPEECH, prices.single_pricing(PriceUnit.CHARACTER, "15")
        ),
        ends_on=_SPEECH_END, replaced_by="gpt-audio-1.5",
    ),
    replace(
        speech_model(
            "tts-1-hd", "TTS 1 HD", _PLAIN_SPEECH, prices.single_pricing(PriceUnit.CHARACTER, "30")
        ),
        ends_on=_SPEECH_END, replaced_by="gpt-audio-1.5",
    ),
)  # fmt: skip
"""In the order of the picker; the first of each type is the default."""

_HIDDEN = re.compile(
    r"^dall-e-|^sora-|transcribe|^whisper|embedding|moderation|realtime|-live|search|"
    r"^computer-use|^davinci|^babbage|-codex|deep-research|-instruct"
)
_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")


def openai_model(model_id: str) -> ModelSpec | None:
    """The model behind an id: from the table, else by what its name says; None if not usable."""
    bare_id = _SNAPSHOT.sub("", model_id)
    for model in MODELS:
        if model.id == bare_id:
            same = model_id == bare_id
            return model if same else replace(model, id=model_id, label=model_id)
    guessed = _guess(model_id)
    return None if guessed is None else replace(guessed, is_known=False)


def _guess(model_id: str) -> ModelSpec | None:
    unknown = Pricing()
    if _HIDDEN.search(model_id):
        return None
    if model_id.startswith(("gpt-image-", "chatgpt-image-")):
        plain = parameters.image_parameters(sizes=parameters.SIZES, qualities=parameters.QUALITIES)
        return image_model(model_id, model_id, plain, unknown)
    if "-tts" in model_id or model_id.startswith("tts-"):
        return speech_model(model_id, model_id, _PLAIN_SPEECH, unknown)
    if model_id.startswith("gpt-audio"):
        specs = parameters.CHAT_SPEECH_PARAMETERS
        return speech_model(model_id, model_id, specs, unknown, maximum_prompt_length=16_000)
    if re.match(r"gpt-4|chatgpt-", model_id):
        return text_model(model_id, model_id, parameters.CLASSIC_PARAMETERS, unknown)
    if re.match(r"gpt-|o\d", model_id):
        cautious = parameters.effort_parameters(("low", "medium", "high"), default="low")
        return text_model(model_id, model_id, cautious, unknown)
    return None


def merged(live: Mapping[str, date | None]) -> tuple[ModelSpec, ...]:
    """The table reduced to what an account can use now, then what else it can use, by name."""
    known = [model for model in MODELS if model.id in live]
    others = [openai_model(model_id) for model_id in sorted(live.keys() - {m.id for m in known})]
    models = [*known, *(model for model in others if model is not None)]
    return tuple(replace(model, ends_on=live[model.id] or model.ends_on) for model in models)
