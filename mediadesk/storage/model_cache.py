"""Model lists that providers told, kept so that the catalogue works offline."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediadesk.domain.generation import JsonValue
from mediadesk.storage.rows import fetch_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

FORMAT = 2
"""Raised when an entry means something else; an entry of another format keeps its plain part."""


@dataclass(frozen=True, slots=True)
class CachedModel:
    """One line of a live list.

    ``spec`` is the whole model as JSON, read when it is asked for; empty where ``facts`` say all
    that the adapter needs to make it again.
    """

    id: str
    label: str
    types: tuple[str, ...]
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    spec: Mapping[str, JsonValue] = field(default_factory=dict)


def cached_models(connection: Readable) -> dict[str, tuple[CachedModel, ...]]:
    """The newest list of each provider name."""
    sql = "SELECT provider, models FROM model_cache ORDER BY fetched_at"
    return {provider: _read(models) for provider, models in fetch_all(connection, sql)}


def put_models(
    connection: Connection,
    provider: str,
    base_url: str,
    models: Sequence[CachedModel],
    at_ms: int,
) -> None:
    """Store the list of one provider at one base address."""
    from sqlalchemy.dialects.sqlite import insert

    from mediadesk.storage.tables import model_cache

    entries = [
        {
            "id": m.id,
            "label": m.label,
            "types": list(m.types),
            "facts": dict(m.facts),
            "spec": dict(m.spec),
        }
        for m in models
    ]
    text = json.dumps({"format": FORMAT, "models": entries}, separators=(",", ":"))
    values = {"models": text, "fetched_at": at_ms}
    statement = insert(model_cache).values(provider=provider, base_url=base_url, **values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[model_cache.c.provider, model_cache.c.base_url], set_=values
        )
    )


def _read(text: str) -> tuple[CachedModel, ...]:
    document = json.loads(text)
    # the first format was the bare list
    is_bare = isinstance(document, list)
    entries = document if is_bare else document["models"]
    is_whole = not is_bare and document["format"] == FORMAT
    return tuple(
        CachedModel(
            entry["id"],
            entry["label"],
            tuple(entry["types"]),
            entry.get("facts", {}),
            entry.get("spec", {}) if is_whole else {},
        )
        for entry in entries
    )
