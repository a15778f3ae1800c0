"""OpenRouter's three live lists, merged: what each model makes, takes and costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.providers.network.endpoint import MIB, QUICK, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.openrouter.models import CHAT, IMAGES, SPEECH, VIDEOS, make_model
from mediadesk.providers.openrouter.prices import kept_prices

PAGE = 500
_MOST_PAGES = 20
_KINDS = "text,image,audio,video,speech"
_LIST = replace(QUICK, body_bytes=32 * MIB)
_MISSING_LIST = frozenset({ProviderErrorKind.NOT_FOUND, ProviderErrorKind.PERMISSION})
_NAME_LENGTH = 200


async def list_models(http: HttpRoom, endpoint: Endpoint) -> tuple[ModelSpec, ...]:
    """Every model that can be used, once for each kind of result. Raises ``ProviderError``."""
    today = datetime.now(UTC).date().isoformat()
    entries = await _all_pages(http, endpoint)
    image_entries = await _side_list(http, endpoint, "/images/models")
    video_entries = await _side_list(http, endpoint, "/videos/models")
    models: list[ModelSpec] = []
    for model_id in {**entries, **image_entries, **video_entries}:
        entry = entries.get(model_id, {})
        told = {**image_entries.get(model_id, {}), **video_entries.get(model_id, {}), **entry}
        label = (as_text(told.get("name")) or model_id)[:_NAME_LENGTH]
        common = _common_facts(told, today)
        models += [
            make_model(model_id, label, kind, {**common, **facts})
            for kind, facts in _kinds(
                entry, image_entries.get(model_id), video_entries.get(model_id)
            )
        ]
    return tuple(models)


async def _all_pages(http: HttpRoom, endpoint: Endpoint) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for page in range(_MOST_PAGES):
        query = f"?offset={page * PAGE}&limit={PAGE}&output_modalities={_KINDS}"
        document = await http.get_json(endpoint, f"/models{query}", limits=_LIST)
        entries = as_list(as_dict(document).get("data"))
        before = len(found)
        found |= _by_id(entries)
        if len(entries) < PAGE or len(found) == before:
            break
    return found


async def _side_list(http: HttpRoom, endpoint: Endpoint, path: str) -> dict[str, Mapping[str, Any]]:
    """A list of its own; a gateway without it simply has no such models."""
    try:
        document = await http.get_json(endpoint, path, limits=_LIST)
    except ProviderError as error:
        if error.kind in _MISSING_LIST:
            return {}
        raise
    return _by_id(as_list(as_dict(document).get("data")))


def _by_id(entries: list[Any]) -> dict[str, Mapping[str, Any]]:
    named = ((as_text(as_dict(entry).get("id")), as_dict(entry)) for entry in entries)
    return {
        model_id: entry
        for model_id, entry in named
        if model_id and len(model_id) <= _NAME_LENGTH and model_id.isprintable()
    }


def _kinds(
    entry: Mapping[str, Any],
    image_entry: Mapping[str, Any] | None,
    video_entry: Mapping[str, Any] | None,
) -> list[tuple[GenerationType, dict[str, JsonValue]]]:
    outputs = as_list(as_dict(entry.get("architecture")).get("output_modalities"))
    found: list[tuple[GenerationType, dict[str, JsonValue]]] = []
    if image_entry is not None:
        described = dict(as_dict(image_entry.get("supported_parameters")))
        found.append((GenerationType.IMAGE, {"wire": IMAGES, "described": described}))
    elif "image" in outputs:
        found.append((GenerationType.IMAGE, {"wire": CHAT}))
    if video_entry is not None:
        found.append((GenerationType.VIDEO, _video_facts(video_entry)))
    if "speech" in outputs:
        voices = [as_text(voice) for voice in as_list(entry.get("supported_voices"))]
        found.append((GenerationType.AUDIO, {"wire": SPEECH, "voices": list(voices)}))
    elif "audio" in outputs:
        found.append((GenerationType.AUDIO, {"wire": CHAT}))
    if "text" in outputs and not found:
        found.append((GenerationType.TEXT, _text_facts(entry)))
    return found


def _common_facts(entry: Mapping[str, Any], today: str) -> dict[str, JsonValue]:
    given = as_list(as_dict(entry.get("architecture")).get("input_modalities"))
    facts: dict[str, JsonValue] = {
        "in": [as_text(name) for name in given],
        "usd": kept_prices(entry.get("pricing")),
        "as_of": today,
    }
    if ends := as_text(entry.get("expiration_date"))[:10]:
        facts["ends"] = ends
    return facts


def _text_facts(entry: Mapping[str, Any]) -> dict[str, JsonValue]:
    top = as_dict(entry.get("top_provider"))
    facts: dict[str, JsonValue] = {
        "wire": CHAT,
        "parameters": [as_text(name) for name in as_list(entry.get("supported_parameters"))],
    }
    context = as_count(top.get("context_length")) or as_count(entry.get("context_length"))
    for name, value in (
        ("context", context),
        ("longest", as_count(top.get("max_completion_tokens"))),
    ):
        if value:
            facts[name] = value
    return facts


def _video_facts(entry: Mapping[str, Any]) -> dict[str, JsonValue]:
    durations = [as_count(value) for value in as_list(entry.get("supported_durations"))]
    frames = [as_text(name) for name in as_list(entry.get("supported_frame_images"))]
    facts: dict[str, JsonValue] = {
        "wire": VIDEOS,
        "durations": [value for value in durations if value],
        "resolutions": _texts(entry.get("supported_resolutions")),
        "aspect_ratios": _texts(entry.get("supported_aspect_ratios")),
        "sizes": _texts(entry.get("supported_sizes")),
        "frames": [*frames, "reference"],
        "skus": {
            as_text(name)[:100]: str(value)
            for name, value in as_dict(entry.get("pricing_skus")).items()
        },
    }
    for ours, theirs in (("audio", "generate_audio"), ("seed", "seed")):
        if isinstance(entry.get(theirs), bool):
            facts[ours] = entry[theirs]
    return facts


def _texts(value: object) -> list[JsonValue]:
    return [text for item in as_list(value) if (text := as_text(item)) and len(text) <= 40]
