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


@dataclass(frozen=True, slots=True)
class CachedModel:
    """One line of a live list: what is needed to offer a model that the adapter does not know."""

    id: str
    label: str
    types: tuple[str, ...]
    facts: Mapping[str, JsonValue] = field(default_factory=dict)


def cached_models(connection: Readable) -> dict[str, tuple[CachedModel, ...]]:
    """The newest list of each provider name."""
    sql = "SELECT provider, models FROM model_cache ORDER BY fetched_at"
    return {
        provider: tuple(
            CachedModel(entry["id"], entry["label"], tuple(entry["types"]), entry.get("facts", {}))
            for entry in json.loads(models)
        )
        for provider, models in fetch_all(connection, sql)
    }


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
        {"id": m.id, "label": m.label, "types": list(m.types), "facts": dict(m.facts)}
        for m in models
    ]
    text = json.dumps(entries, separators=(",", ":"))
    values = {"models": text, "fetched_at": at_ms}
    statement = insert(model_cache).values(provider=provider, base_url=base_url, **values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[model_cache.c.provider, model_cache.c.base_url], set_=values
        )
    )
