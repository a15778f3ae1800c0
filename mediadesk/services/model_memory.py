"""What is kept of a model that a provider listed, and how it becomes a model again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationType
from mediadesk.storage.model_cache import CachedModel
from mediadesk.storage.model_codec import read_spec, spec_document

if TYPE_CHECKING:
    from mediadesk.providers.base import BaseProvider


def to_remember(model: ModelSpec) -> CachedModel:
    """A listed model as it is kept: the facts where the adapter left some, else all of it."""
    types = tuple(kind.value for kind in model.types)
    spec = {} if model.facts else spec_document(model)
    return CachedModel(model.id, model.label, types, model.facts, spec)


def remembered(provider: BaseProvider, cached: CachedModel) -> ModelSpec | None:
    """The model behind a kept entry; None where its provider can no longer offer it.

    The adapter's table owns prices: they may have changed since the list was read.
    """
    whole = _whole(cached)
    if whole is None:
        return _anew(provider, cached)
    shipped = next((model for model in provider.models if _is_same(model, whole)), None)
    return whole if shipped is None else replace(whole, pricing=shipped.pricing)


def _whole(cached: CachedModel) -> ModelSpec | None:
    try:
        return read_spec(cached.spec) if cached.spec else None
    except ValueError:
        return None  # written by another release; the plain part says enough to go on


def _anew(provider: BaseProvider, cached: CachedModel) -> ModelSpec | None:
    types = tuple(kind for kind in GenerationType if kind.value in cached.types)
    if not types:
        return None
    try:
        found = provider.model_remembered(cached.id, types[0], cached.facts)
    except UsageError:
        return None  # the endpoint was removed; its old list is of no use
    return None if found is None else replace(found, label=cached.label, types=types)


def _is_same(model: ModelSpec, other: ModelSpec) -> bool:
    return model.id == other.id and model.types == other.types
