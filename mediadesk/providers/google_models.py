"""Google's models as data, and what an id or the live list tells about others.

The table is made for one provider at a time: several registrations share these models.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from mediadesk.domain.catalog import AudioKind, ModelSpec, Pricing
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers import google_parameters as parameters
from mediadesk.providers import google_prices as prices

_T = GenerationType
_LEVELS = ("MINIMAL", "LOW", "MEDIUM", "HIGH")
_KNOWN_TO_TOKENS = 200_000
"""Longer requests to the larger models have a dearer rate."""
_NOBODY = ProviderId("")
_BETA = re.compile(r"-latest$|-tts|^imagen|^veo")
_STYLED = re.compile(r"^gemini-(3\.[89]|[4-9])")
_HIDDEN = re.compile(
    r"embedding|^aqa|-live|native-audio|transcribe|computer-use|robotics|deep-research|antigravity"
)
REPLACED = (
    (re.compile(r"^gemini-3-pro-preview$"), "gemini-4-argon", date(2026, 3, 9)),
    (re.compile(r"^gemini-3-pro-image-preview$"), "gemini-3-pro-image", date(2026, 6, 25)),
    (re.compile(r"^imagen-"), "gemini-nano-banana-2.1", date(2026, 8, 17)),
    (re.compile(r"^veo-[23]\.0-"), "gemini-omni-1.2-flash", date(2026, 6, 30)),
    (re.compile(r"^veo-"), "gemini-omni-1.2-flash", date(2026, 10, 22)),
    (re.compile(r"^gemini-omni-flash-preview$"), "gemini-omni-1.2-flash", date(2026, 11, 6)),
    (re.compile(r"^gemini-(2\.5|3\.1)-.*tts"), "gemini-3.8-flash-lite-tts", date(2026, 12, 18)),
)
"""Which ids Google itself ends or has ended, what replaces them, and when."""


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
    pricing: Pricing = Pricing(),  # noqa: B008 - frozen
    *,
    levels: tuple[str, ...] = _LEVELS,
    has_budget: bool = False,
    context_tokens: int | None = 1_000_000,
    badges: tuple[str, ...] = (),
) -> ModelSpec:
    """A model that answers in text and reads every kind of media."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.TEXT,),
        parameters.text_parameters(65_536, levels, has_budget=has_budget),
        parameters.TEXT_INPUTS,
        pricing,
        maximum_prompt_length=400_000,
        context_tokens=context_tokens,
        maximum_output_tokens=65_536,
        streams_text=True,
        can_continue=True,
        typical_seconds=6,
        badges=badges,
    )


def image_model(
    model_id: str,
    label: str,
    pricing: Pricing = Pricing(),  # noqa: B008 - frozen
    *,
    ratios: tuple[str, ...] = parameters.RATIOS,
    sizes: tuple[str, ...] = (),
    levels: tuple[str, ...] = (),
    references: int = 14,
    badges: tuple[str, ...] = (),
) -> ModelSpec:
    """A model that makes one picture a call, from words and pictures."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.IMAGE,),
        parameters.image_parameters(ratios, sizes, levels),
        parameters.image_inputs(references),
        pricing,
        typical_seconds=25,
        badges=badges,
    )


def speech_model(
    model_id: str,
    label: str,
    pricing: Pricing = Pricing(),  # noqa: B008 - frozen
    *,
    badges: tuple[str, ...] = (),
) -> ModelSpec:
    """A model that reads the prompt aloud, with one voice or two."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.AUDIO,),
        parameters.speech_parameters(has_style=has_style(model_id)),
        pricing=pricing,
        maximum_prompt_length=24_000,
        maximum_output_tokens=16_384,
        audio_kind=AudioKind.SPEECH,
        typical_seconds=10,
        badges=badges,
    )


def music_model(model_id: str, label: str, pricing: Pricing) -> ModelSpec:
    """A model that composes."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.AUDIO,),
        parameters.MUSIC_PARAMETERS,
        parameters.MUSIC_INPUTS,
        pricing,
        maximum_prompt_length=131_000,
        audio_kind=AudioKind.MUSIC,
        typical_seconds=40,
    )


def video_model(model_id: str, label: str, pricing: Pricing, longest_s: int = 10) -> ModelSpec:
    """An Omni model: video with sound."""
    return ModelSpec(
        _NOBODY,
        model_id,
        label,
        (_T.VIDEO,),
        parameters.video_parameters(longest_s),
        parameters.VIDEO_INPUTS,
        pricing,
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


_OMNI_USD = {"360p": "0.033", "720p": "0.102", "1080p": "0.15", "4k": "0.30"}
TABLE: tuple[ModelSpec, ...] = (
    text_model(
        "gemini-3.8-flash", "Gemini 3.8 Flash",
        prices.text_pricing(
            prices.since(date(2027, 1, 1), "0.75", "1.50"), "0.075",
            prices.since(date(2027, 1, 1), "3.75", "7.50"), prices.GOOGLE_PAGE,
        ),
        badges=("Fast",),
    ),
    text_model(
        "gemini-4-argon", "Gemini 4 Argon",
        prices.text_pricing(
            prices.since(date(2026, 12, 1), "2", "4"),
            prices.since(date(2026, 12, 1), "0.10", "0.20"),
            prices.since(date(2026, 12, 1), "10", "20"),
        ),
        levels=(*_LEVELS, "XHIGH"), badges=("Best",),
    ),
    text_model(
        "gemini-3.5-flash-lite", "Gemini 3.5 Flash Lite",
        prices.text_pricing("0.30", "0.03", "2.50", prices.GOOGLE_PAGE), badges=("Low cost",),
    ),
    text_model(
        "gemini-3.1-pro-preview", "Gemini 3.1 Pro preview",
        prices.text_pricing(
            "2", "0.20", "12", prices.GOOGLE_PAGE, long_input=prices.LONG_INPUT
        ),
        context_tokens=_KNOWN_TO_TOKENS,
    ),
    text_model(
        "gemini-2.5-flash", "Gemini 2.5 Flash", prices.text_pricing("0.30", "0.03", "2.50"),
        levels=(), has_budget=True,
    ),
    text_model(
        "gemini-2.5-pro", "Gemini 2.5 Pro",
        prices.text_pricing("1.25", "0.125", "10", long_input=prices.LONG_INPUT),
        levels=(), has_budget=True, context_tokens=_KNOWN_TO_TOKENS,
    ),
    image_model(
        "gemini-nano-banana-2.1", "Nano Banana 2.1",
        prices.image_pricing("1.5", "30", {"1K": "0.0336", "2K": "0.050", "4K": "0.076"}),
        ratios=parameters.WIDE_RATIOS, sizes=("1K", "2K", "4K"),
        levels=("MINIMAL", "MEDIUM", "HIGH"),
    ),
    image_model(
        "gemini-3-pro-image", "Nano Banana Pro",
        prices.image_pricing("2", "120", {"1K": "0.134", "2K": "0.134", "4K": "0.24"}),
        sizes=("1K", "2K", "4K"), badges=("Best",),
    ),
    image_model(
        "gemini-3.1-flash-lite-image", "Nano Banana 2 Lite",
        prices.image_pricing("0.25", "30", {"1K": "0.0336"}), sizes=("1K",),
        levels=("MINIMAL", "HIGH"), badges=("Fast", "Low cost"),
    ),
    replace(
        image_model(
            "gemini-2.5-flash-image", "Nano Banana",
            prices.image_pricing("0.30", "30", {"1K": "0.039"}), references=3,
        ),
        ends_on=date(2027, 3, 15), replaced_by="gemini-nano-banana-2.1",
    ),
    video_model(
        "gemini-omni-1.2-flash", "Gemini Omni 1.2 Flash",
        prices.video_pricing(_OMNI_USD, prices.RESOLD), longest_s=15,
    ),
    video_model(
        "gemini-omni-1.1-flash", "Gemini Omni 1.1 Flash",
        prices.video_pricing(_OMNI_USD, prices.LITELLM),
    ),
    speech_model(
        "gemini-3.8-flash-lite-tts", "Gemini 3.8 Flash Lite TTS",
        prices.speech_pricing("0.50", "6"), badges=("Low cost",),
    ),
    speech_model(
        "gemini-3.8-flash-tts", "Gemini 3.8 Flash TTS",
        prices.speech_pricing(
            prices.since(date(2027, 1, 1), "0.50", "1"), prices.since(date(2027, 1, 1), "9", "18")
        ),
    ),
    music_model("lyria-3.5", "Lyria 3.5", prices.piece_pricing("0.08")),
    music_model("lyria-3-clip-preview", "Lyria 3 Clip", prices.piece_pricing("0.04")),
)  # fmt: skip
"""In the order of the picker; the first of each type is the default."""

_GUESSES: tuple[tuple[re.Pattern[str], Callable[[str], ModelSpec | None]], ...] = (
    (re.compile(r"-tts"), lambda name: speech_model(name, name)),
    (re.compile(r"^imagen|^veo"), legacy_model),
    (re.compile(r"-image|nano-banana"), lambda name: image_model(name, name)),
    (re.compile(r"omni"), lambda name: video_model(name, name, Pricing())),
    (re.compile(r"^lyria"), lambda name: music_model(name, name, Pricing())),
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
    for pattern, successor, ends_on in REPLACED:
        if pattern.search(model_id):
            note = f"Ended by Google on {ends_on:%d %B %Y}. Use {successor}."
            return replace(guessed, ends_on=ends_on, replaced_by=successor, note=note)
    return guessed


def merged(
    provider_id: ProviderId, live: Sequence[str], types: Sequence[GenerationType]
) -> tuple[ModelSpec, ...]:
    """The table reduced to what an account can use now, then what else it can use, by name."""
    order = {model.id: position for position, model in enumerate(TABLE)}
    found = (google_model(provider_id, model_id) for model_id in dict.fromkeys(live))
    usable = [model for model in found if model is not None and set(model.types) <= set(types)]
    # an id that Google lists is served, whatever was announced
    live_ones = [replace(m, ends_on=None, note="") if not m.is_known else m for m in usable]
    return tuple(sorted(live_ones, key=lambda model: (order.get(model.id, len(order)), model.id)))
