"""The ledger as people read it: entries, what to choose them by, and what stands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from mediadesk.domain.cost_calculator import CostBasis
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import AttemptId, GenerationId, ProjectId, ProviderName


class EntryKind(StrEnum):
    """What an entry does to the sums."""

    HOLD = "hold"
    RELEASE = "release"
    CHARGE = "charge"
    REFUND = "refund"
    CORRECTION = "correction"

    @property
    def is_spending(self) -> bool:
        """Whether it counts as spent; holds and releases count as held."""
        return self not in (EntryKind.HOLD, EntryKind.RELEASE)


class EntryMark(StrEnum):
    """Why an entry may take a sum past a cap."""

    OVER_CAP = "over_cap"
    """Past a cap: a hold that the user let through once, or a correction of what had been spent."""
    OVER_BOUND = "over_bound"
    """More than the most that had been expected, and therefore more than was held."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line; ``amount_micro`` None = not known. ``local_day``: that of the call it belongs to.

    ``row_id`` orders the ledger and continues a page.
    """

    row_id: int
    id: UUID
    at: datetime
    local_day: date
    kind: EntryKind
    amount_micro: int | None
    basis: CostBasis
    provider: ProviderName
    model: str
    type: GenerationType
    project_id: ProjectId
    project_name: str
    generation_id: GenerationId | None
    attempt_id: AttemptId | None
    price_source: str
    price_date: date | None
    mark: EntryMark | None
    note: str


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Which entries; days include both ends and are those of the calls."""

    first_day: date | None = None
    last_day: date | None = None
    project_id: ProjectId | None = None
    provider: ProviderName | None = None
    model: str | None = None
    type: GenerationType | None = None
    kinds: frozenset[EntryKind] | None = None
    generation_id: GenerationId | None = None
    aliases: tuple[ProviderName, ...] = ()
    """Further names of the same ``provider``."""

    @property
    def provider_names(self) -> tuple[ProviderName, ...]:
        """Every name of the provider that is asked for; none: any provider."""
        return () if self.provider is None else (self.provider, *self.aliases)


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """Some entries, newest first; ``next_row`` goes on after them, None = that was all."""

    entries: tuple[LedgerEntry, ...]
    next_row: int | None


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """Sums over a query. ``unknown_count``: charges whose amount nobody knows yet."""

    entry_count: int
    spent_micro: int
    held_micro: int
    unknown_count: int
