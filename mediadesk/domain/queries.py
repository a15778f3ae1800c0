"""What can be asked of the library's lists, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mediadesk.domain.generation import Asset, Generation, GenerationStatus, GenerationType
from mediadesk.domain.ids import BatchId, ProjectId, ProviderName, SavedViewId


@dataclass(frozen=True, slots=True)
class Filter:
    """What generations and assets are chosen by. ``deleted`` shows the trash instead.

    ``text``: words that all occur in prompt, result, tags or notes. ``provider`` and ``model``
    mean those that were asked for and those of a fallback alike. ``batch``: runs queued together.
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
    batch: BatchId | None = None


@dataclass(frozen=True, slots=True)
class HistoryQuery(Filter):
    """Which generations, in which order. ``to_settle``: those whose end or cost is in doubt.

    Days include both ends and are those of the money: the one on which a call was queued.
    ``with_deleted``: whether in the trash or not. ``picked``: those that won a comparison.
    """

    status: frozenset[GenerationStatus] | None = None
    to_settle: bool = False
    first_day: date | None = None
    last_day: date | None = None
    with_deleted: bool = False
    picked: bool = False
    newest_first: bool = True
    aliases: tuple[ProviderName, ...] = ()
    """Further names of the same ``provider``."""

    @property
    def provider_names(self) -> tuple[ProviderName, ...]:
        """Every name of the provider that is asked for; none: any provider."""
        return () if self.provider is None else (self.provider, *self.aliases)


class AssetOrder(StrEnum):
    """What assets can be sorted by."""

    CREATED = "created"
    PROMPT = "prompt"
    TYPE = "type"
    MODEL = "model"
    PROJECT = "project"
    RATING = "rating"
    COST = "cost"
    TIME = "time"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class AssetQuery(Filter):
    """Which assets, in which order (newest first if not told), and how many at most.

    Of each set an asset needs one: one of the models, one of the tags. An empty set lets all
    through. ``within_days`` counts back from now, so that a saved query moves on with time;
    ``until`` is not included.
    """

    providers: frozenset[ProviderName] = frozenset()
    models: frozenset[str] = frozenset()
    projects: frozenset[ProjectId] = frozenset()
    statuses: frozenset[GenerationStatus] = frozenset()
    tags: frozenset[str] = frozenset()
    rating: int = 0
    """At least so many stars."""
    cost_from_micro: int = 0
    """Its share of the charge is at least so many micro-USD."""
    within_days: int | None = None
    until: datetime | None = None
    order: AssetOrder = AssetOrder.CREATED
    is_ascending: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """An asset with what its run tells of it. ``cost_micro`` is its share of the charge.

    ``provider`` and ``model`` are those that made it; ``prompt`` is cut after some lines.
    """

    asset: Asset
    project: str
    prompt: str = ""
    provider: ProviderName | None = None
    model: str = ""
    status: GenerationStatus | None = None
    cost_micro: int | None = None
    latency_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """What there is to filter by, each with its number of items, the most frequent first."""

    providers: tuple[tuple[str, int], ...] = ()
    models: tuple[tuple[str, int], ...] = ()
    tags: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SavedView:
    """A query with a name; what it shows follows the library."""

    id: SavedViewId
    name: str
    query: AssetQuery


@dataclass(frozen=True, slots=True)
class TrashContents:
    """What lies in the trash: items, bytes of media, runs without a result in the library."""

    items: int = 0
    size_bytes: int = 0
    runs: int = 0


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
