"""What a provider keeps of ours, and what it tells about an account: credit and rate limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mediadesk.domain.generation import JsonValue
from mediadesk.domain.ids import AccountId, GenerationId, RemoteItemId


class RemoteItemKind(StrEnum):
    """What lies at the provider."""

    FILE = "file"
    """A file: an input that was uploaded, or a result in the provider's store."""
    RESPONSE = "response"
    """A stored answer, with the prompt that it answers."""
    JOB = "job"
    """A job with its inputs and results."""


@dataclass(frozen=True, slots=True)
class RemoteItem:
    """One thing that stays at a provider after a call, as the adapter names it.

    ``id`` and ``data`` are what ``BaseProvider.forget`` needs to delete it. ``expires_at`` is when
    the provider deletes it by itself, at the latest; None where it does not say.
    """

    kind: RemoteItemKind
    id: str
    size_bytes: int | None = None
    expires_at: datetime | None = None
    can_delete: bool = True
    data: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredItem:
    """A remote item as the library remembers it: whose it is, and which run left it there."""

    id: RemoteItemId
    account_id: AccountId
    item: RemoteItem
    created_at: datetime
    generation_id: GenerationId | None = None


@dataclass(frozen=True, slots=True)
class RateLimit:
    """How much of one thing may still be asked for; ``name``: requests, tokens, input tokens…"""

    name: str
    remaining: int
    limit: int | None = None
    resets_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """The rate limits of an account as the last reply told them, and when that was."""

    limits: tuple[RateLimit, ...]
    told_at: datetime
