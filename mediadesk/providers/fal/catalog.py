"""fal's live list: every active endpoint that makes media, its form and its price."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from mediadesk.domain.catalog import AudioKind, ModelSpec
from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.providers.fal.api import FalService
from mediadesk.providers.fal.facts import facts_of_schema
from mediadesk.providers.fal.models import MODELS, make_model
from mediadesk.providers.network.endpoint import MIB, QUICK
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text

PAGE = 100
BATCH = 50
"""How many endpoints one question may name."""
_MOST_PAGES = 40
_AT_ONCE = 4
_LIST = replace(QUICK, body_bytes=64 * MIB)
_MODELS, _PRICING = "/v1/models", "/v1/models/pricing"
_CATEGORIES: Mapping[str, GenerationType] = {
    "text-to-image": GenerationType.IMAGE,
    "image-to-image": GenerationType.IMAGE,
    "text-to-video": GenerationType.VIDEO,
    "image-to-video": GenerationType.VIDEO,
    "video-to-video": GenerationType.VIDEO,
    "audio-to-video": GenerationType.VIDEO,
    "text-to-speech": GenerationType.AUDIO,
    "speech-to-speech": GenerationType.AUDIO,
    "text-to-audio": GenerationType.AUDIO,
    "text-to-music": GenerationType.AUDIO,
    "audio-to-audio": GenerationType.AUDIO,
    "video-to-audio": GenerationType.AUDIO,
}
_EFFECT_WORDS = ("effect", "sfx", "foley")


@dataclass(frozen=True, slots=True)
class _Listed:
    id: str
    label: str
    type: GenerationType
    sound: str


async def list_models(http: HttpRoom, service: FalService) -> tuple[ModelSpec, ...]:
    """Every endpoint that can be used, the curated ones first. Raises ``ProviderError``."""
    listed = await _all_pages(http, service)
    gate = asyncio.Semaphore(_AT_ONCE)
    batches = [list(listed)[at : at + BATCH] for at in range(0, len(listed), BATCH)]
    schemas, prices = await asyncio.gather(
        asyncio.gather(*(_schemas(http, service, batch, gate) for batch in batches)),
        asyncio.gather(*(_prices(http, service, batch, gate) for batch in batches)),
    )
    today = datetime.now(UTC).date().isoformat()
    forms = _merged(schemas)
    rates = _merged(prices)
    curated = {model.id: model for model in MODELS}
    found = []
    for model_id in [*curated, *(name for name in listed if name not in curated)]:
        known, entry = curated.get(model_id), listed.get(model_id)
        facts: dict[str, JsonValue] = dict(known.facts) if known is not None else {}
        if entry is None:
            facts["missing"] = True
        facts |= facts_of_schema(forms.get(model_id))
        if model_id in rates:
            facts |= {"price": dict(rates[model_id]), "as_of": today}
        if entry is not None and entry.sound and "sound" not in facts:
            facts["sound"] = entry.sound
        if known is not None:
            found.append(make_model(model_id, known.label, known.types[0], facts))
        elif entry is not None:
            found.append(make_model(model_id, entry.label, entry.type, facts))
    return tuple(found)


async def _all_pages(http: HttpRoom, service: FalService) -> dict[str, _Listed]:
    found: dict[str, _Listed] = {}
    cursor = ""
    for _ in range(_MOST_PAGES):
        path = f"{_MODELS}?limit={PAGE}&status=active"
        if cursor:
            path += f"&cursor={quote(cursor, safe='')}"
        document = as_dict(await http.get_json(service.platform, path, limits=_LIST))
        for entry in map(as_dict, as_list(document.get("models"))):
            listed = _read(entry)
            if listed is not None:
                found.setdefault(listed.id, listed)
        following = as_text(document.get("next_cursor"))
        if not following or following == cursor or document.get("has_more") is False:
            break
        cursor = following
    return found


def _read(entry: Mapping[str, Any]) -> _Listed | None:
    model_id = as_text(entry.get("endpoint_id"))
    metadata = as_dict(entry.get("metadata"))
    category = as_text(metadata.get("category"))
    kind = _CATEGORIES.get(category)
    is_clean = model_id.isascii() and model_id.isprintable() and 3 <= len(model_id) <= 200
    if kind is None or not is_clean or as_text(metadata.get("status")) not in ("active", ""):
        return None
    label = as_text(metadata.get("display_name")) or model_id
    label = "".join(c for c in label if c.isprintable())[:200]
    return _Listed(model_id, label, kind, _sound(model_id, category, kind))


def _sound(model_id: str, category: str, kind: GenerationType) -> str:
    if kind is not GenerationType.AUDIO:
        return ""
    if "speech" in category:
        return AudioKind.SPEECH.value
    is_effects = any(word in model_id for word in _EFFECT_WORDS)
    return (AudioKind.EFFECTS if is_effects else AudioKind.MUSIC).value


async def _schemas(
    http: HttpRoom, service: FalService, ids: Sequence[str], gate: asyncio.Semaphore
) -> dict[str, Mapping[str, Any]]:
    path = f"{_MODELS}?{_named(ids)}&limit={BATCH}&expand=openapi-3.0"
    entries = as_list((await _read_side(http, service, path, gate)).get("models"))
    return {
        as_text(entry.get("endpoint_id")): as_dict(entry.get("openapi"))
        for entry in map(as_dict, entries)
    }


async def _prices(
    http: HttpRoom, service: FalService, ids: Sequence[str], gate: asyncio.Semaphore
) -> dict[str, Mapping[str, Any]]:
    entries = as_list(
        (await _read_side(http, service, f"{_PRICING}?{_named(ids)}", gate)).get("prices")
    )
    kept = ("unit_price", "unit", "currency")
    return {
        as_text(entry.get("endpoint_id")): {name: entry[name] for name in kept if name in entry}
        for entry in map(as_dict, entries)
    }


async def _read_side(
    http: HttpRoom, service: FalService, path: str, gate: asyncio.Semaphore
) -> Mapping[str, Any]:
    """A part of the list that may be missing: the models can be used without it."""
    async with gate:
        try:
            return as_dict(await http.get_json(service.platform, path, limits=_LIST, attempts=3))
        except ProviderError as error:
            if error.kind is ProviderErrorKind.AUTH:
                raise
            return {}


def _named(ids: Iterable[str]) -> str:
    return "&".join(f"endpoint_id={quote(model_id, safe='')}" for model_id in ids)


def _merged(parts: Iterable[Mapping[str, Mapping[str, Any]]]) -> dict[str, Mapping[str, Any]]:
    return {name: value for part in parts for name, value in part.items()}
