"""OpenRouter's models: a few that are offered before any list is read, and all from the lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mediadesk.domain.catalog import AudioKind, InputRole, ModelSpec
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.openrouter import parameters, prices
from mediadesk.providers.tables.model_table import shipped

OPENROUTER = ProviderId("openrouter")
CHAT, IMAGES, VIDEOS, SPEECH = "chat", "images", "videos", "speech"
"""Which endpoint makes a model's results (the fact “wire”)."""
_LONGEST_PROMPT = 1_000_000
_MUSIC_WORDS = ("lyria", "music", "song")
_PICTURE_TOKENS = 8_192
"""More than any picture takes that is listed today."""
_SPEECH_TOKENS = 16_384


def make_model(
    model_id: str, label: str, type: GenerationType, facts: Mapping[str, JsonValue]
) -> ModelSpec:
    """The spec of a listed model from its facts."""
    maker = {
        GenerationType.TEXT: _text,
        GenerationType.IMAGE: _image,
        GenerationType.VIDEO: _video,
        GenerationType.AUDIO: _audio,
    }[type]
    made = maker(model_id, label, facts)
    if not made.pricing.prices and not made.pricing.is_free and (model_id, type) in _HOST_PRICES:
        made = replace(made, pricing=_HOST_PRICES[model_id, type])
    return replace(made, facts=facts, ends_on=_day(facts.get("ends")))


def unlisted_model(model_id: str, type: GenerationType) -> ModelSpec:
    """An id that no list told, for the kind that the user says it makes."""
    for model in MODELS:
        if model.id == model_id and type in model.types:
            return model
    wires = {
        GenerationType.TEXT: CHAT,
        GenerationType.IMAGE: IMAGES,
        GenerationType.VIDEO: VIDEOS,
        GenerationType.AUDIO: SPEECH,
    }
    facts: dict[str, JsonValue] = {"wire": wires[type], "in": ["image", "file", "audio", "video"]}
    if type is GenerationType.VIDEO:
        facts |= _USUAL_VIDEO
    return replace(make_model(model_id, model_id, type, facts), is_known=False)


def wire_of(model: ModelSpec) -> str:
    """Which endpoint makes this model's results."""
    return as_text(model.facts.get("wire")) or CHAT


def _text(model_id: str, label: str, facts: Mapping[str, JsonValue]) -> ModelSpec:
    context = as_count(facts.get("context"))
    longest = as_count(facts.get("longest")) or context
    supported = facts.get("parameters")
    names = tuple(as_text(name) for name in as_list(supported)) if supported is not None else None
    return ModelSpec(
        OPENROUTER,
        model_id,
        label,
        (GenerationType.TEXT,),
        parameters.text_parameters(names, longest),
        _inputs(facts),
        prices.text_pricing(_prices(facts), _day(facts.get("as_of"))),
        maximum_prompt_length=min(_LONGEST_PROMPT, (context or 100_000) * 4),
        context_tokens=context,
        maximum_output_tokens=longest,
        streams_text=True,
        can_continue=True,
        typical_seconds=8,
    )


def _image(model_id: str, label: str, facts: Mapping[str, JsonValue]) -> ModelSpec:
    roles: tuple[InputRole, ...] = ()
    if wire_of_facts(facts) == IMAGES:
        described = as_dict(facts.get("described")) or parameters.IMAGE_PARAMETERS
        specs = parameters.described_parameters(described)
        count = as_count(as_dict(described.get("input_references")).get("max"))
        if "input_references" in described:
            roles = (parameters.reference_input(count or 1),)
    else:
        specs = parameters.CHAT_IMAGE_PARAMETERS
        if "image" in as_list(facts.get("in")):
            roles = (parameters.reference_input(10),)
    return ModelSpec(
        OPENROUTER,
        model_id,
        label,
        (GenerationType.IMAGE,),
        specs,
        roles,
        prices.media_pricing(_prices(facts), _day(facts.get("as_of"))),
        maximum_results=10,
        maximum_output_tokens=_PICTURE_TOKENS,
        typical_seconds=20,
    )


def _video(model_id: str, label: str, facts: Mapping[str, JsonValue]) -> ModelSpec:
    frames = [as_text(name) for name in as_list(facts.get("frames"))]
    roles = [role for name, role in parameters.FRAME_INPUTS.items() if name in frames]
    if "reference" in frames:
        roles.append(parameters.VIDEO_REFERENCE)
    return ModelSpec(
        OPENROUTER,
        model_id,
        label,
        (GenerationType.VIDEO,),
        parameters.video_parameters(facts),
        tuple(roles),
        prices.video_pricing(as_dict(facts.get("skus")), _day(facts.get("as_of"))),
        maximum_prompt_length=10_000,
        is_resumable=True,
        typical_seconds=120,
    )


def _audio(model_id: str, label: str, facts: Mapping[str, JsonValue]) -> ModelSpec:
    is_speech_endpoint = wire_of_facts(facts) == SPEECH
    is_music = any(word in model_id.lower() for word in _MUSIC_WORDS)
    voices = tuple(as_text(voice) for voice in as_list(facts.get("voices")))
    pricing = prices.speech_pricing if is_speech_endpoint else prices.media_pricing
    return ModelSpec(
        OPENROUTER,
        model_id,
        label,
        (GenerationType.AUDIO,),
        parameters.speech_parameters(voices)
        if is_speech_endpoint
        else parameters.chat_audio_parameters(),
        pricing=pricing(_prices(facts), _day(facts.get("as_of"))),
        maximum_prompt_length=16_000,
        maximum_output_tokens=_SPEECH_TOKENS,
        audio_kind=AudioKind.MUSIC if is_music else AudioKind.SPEECH,
        typical_seconds=10,
    )


def wire_of_facts(facts: Mapping[str, JsonValue]) -> str:
    """The fact “wire”; chat where it is not told."""
    return as_text(facts.get("wire")) or CHAT


def _inputs(facts: Mapping[str, JsonValue]) -> tuple[InputRole, ...]:
    given = as_list(facts.get("in"))
    return tuple(role for name, role in parameters.TEXT_INPUTS.items() if name in given)


def _prices(facts: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    return as_dict(facts.get("usd"))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(as_text(value)[:10])
    except ValueError:
        return None


_USUAL_VIDEO: Mapping[str, JsonValue] = {
    "durations": [8, 4, 6],
    "resolutions": ["720p", "1080p"],
    "aspect_ratios": ["16:9", "9:16"],
    "frames": ["first_frame", "last_frame", "reference"],
}


_TABLE = shipped("openrouter")
_HOST_PRICES = {(entry.id, entry.kind): entry.pricing for entry in _TABLE.entries}
"""Prices of these models for a list that does not tell them."""
MODELS: tuple[ModelSpec, ...] = tuple(
    make_model(entry.id, entry.label, entry.kind, entry.facts) for entry in _TABLE.entries
)
"""The first of each type is the default. Prices are estimates: the real cost is reported."""
