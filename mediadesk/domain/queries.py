"""What can be asked of the library's lists, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mediadesk.domain.generation import Generation, GenerationStatus, GenerationType
from mediadesk.domain.ids import ProjectId, ProviderName


@dataclass(frozen=True, slots=True)
class Filter:
    """What generations and assets are chosen by. ``deleted`` shows the trash instead.

    ``text``: words that all occur in prompt, result, tags or notes.
    """

    project_id: ProjectId | None = None
    types: frozenset[GenerationType] | None = None
    favourites: bool = False
    provider: ProviderName | None = None
    model: str | None = None
    text: str = ""
    tag: str | None = None
    since: datetime | None = None
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class HistoryQuery(Filter):
    """Which generations, in which order. ``to_settle``: those whose end or cost is in doubt.

    Days include both ends and are those of the money: the one on which a call was queued.
    ``with_deleted``: whether in the trash or not.
    """

    status: frozenset[GenerationStatus] | None = None
    to_settle: bool = False
    first_day: date | None = None
    last_day: date | None = None
    with_deleted: bool = False
    newest_first: bool = True


@dataclass(frozen=True, slots=True)
class AssetQuery(Filter):
    """Which assets, newest first, and how many at most."""

    limit: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A generation with the number that orders it in the history."""

    row_id: int
    generation: Generation


@dataclass(frozen=True, slots=True)
class HistoryCounts:
    """How many generations the filters of the history would show."""

    all: int = 0
    running: int = 0
    failed: int = 0
    favourites: int = 0
    to_settle: int = 0


@dataclass(frozen=True, slots=True)
class AssetCounts:
    """How many assets the library, the favourites and the trash hold."""

    all: int = 0
    favourites: int = 0
    deleted: int = 0
