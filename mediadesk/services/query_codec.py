"""Queries of assets as JSON, for saved views; a value that is not understood is left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from mediadesk.domain.generation import GenerationStatus, GenerationType
from mediadesk.domain.ids import BatchId, ProjectId, ProviderName
from mediadesk.domain.queries import AssetOrder, AssetQuery

_READERS: dict[str, Callable[[Any], object]] = {
    "text": str,
    "types": lambda value: frozenset(map(GenerationType, value)),
    "favourites": bool,
    "providers": lambda value: frozenset(map(ProviderName, value)),
    "models": frozenset,
    "projects": lambda value: frozenset(ProjectId(UUID(uid)) for uid in value),
    "statuses": lambda value: frozenset(map(GenerationStatus, value)),
    "tags": frozenset,
    "rating": int,
    "cost_from_micro": int,
    "within_days": int,
    "since": datetime.fromisoformat,
    "until": datetime.fromisoformat,
    "order": AssetOrder,
    "is_ascending": bool,
    "batch": lambda value: BatchId(UUID(value)),
}


def to_document(query: AssetQuery) -> dict[str, object]:
    """What differs from a query for everything."""
    usual = AssetQuery()
    document: dict[str, object] = {}
    for name in _READERS:
        value = getattr(query, name)
        if value == getattr(usual, name):
            continue
        if isinstance(value, frozenset):
            value = sorted(map(str, value))
        elif isinstance(value, datetime):
            value = value.isoformat()
        elif isinstance(value, UUID):
            value = str(value)
        document[name] = value
    return document


def from_document(document: Mapping[str, Any]) -> AssetQuery:
    """The query that a document stands for."""
    values: dict[str, Any] = {}
    for name, read in _READERS.items():
        try:
            if name in document:
                values[name] = read(document[name])
        except (TypeError, ValueError):
            continue
    return AssetQuery(**values)
