"""What the library can be filtered by, as data: choices, words of a chip, parts of the query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mediadesk.domain.generation import GenerationStatus, GenerationType
from mediadesk.domain.ids import ProjectId, ProviderName
from mediadesk.domain.money import format_usd
from mediadesk.domain.queries import AssetQuery, Facets
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr
from mediadesk.ui.words import TYPE_LABELS

if TYPE_CHECKING:
    from mediadesk.domain.projects import Project


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by: its value as text, its words, how many items have it."""

    value: str
    label: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where choices come from."""

    facets: Facets
    projects: Sequence[Project]
    label_of: Callable[[str], str]
    """The name of a provider as people know it."""


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """One chip. ``field`` is the query's; ``is_one``: only one choice at a time.

    ``is_rare``: its chip appears once it is on; until then a menu offers it.
    """

    name: str
    title: str
    field: str
    choices: Callable[[Sources], list[Choice]]
    read: Callable[[str], Any] = str
    is_one: bool = False
    is_rare: bool = False

    def values(self, query: AssetQuery) -> list[str]:
        """What is chosen."""
        value = getattr(query, self.field)
        if value is None or value is False or value == 0:
            return []
        if isinstance(value, frozenset):
            return sorted(str(part) for part in value)
        return [str(value)]

    def part(self, values: Sequence[str]) -> dict[str, Any]:
        """The part of the query for what is chosen."""
        usual = getattr(AssetQuery(), self.field)
        if not values:
            return {self.field: usual}
        if self.is_one:
            return {self.field: self.read(values[-1])}
        return {self.field: frozenset(self.read(value) for value in values)}

    def words(self, query: AssetQuery, choices: Sequence[Choice]) -> str:
        """What the chip says: its title, or what is chosen."""
        chosen = self.values(query)
        if not chosen:
            return tr(self.title)
        labels = {choice.value: choice.label for choice in choices}
        first = labels.get(chosen[0], chosen[0])
        return first if len(chosen) == 1 else f"{tr(self.title)}: {len(chosen)}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Without the filter ``name`` (what it says: ``words``), ``count`` items would be found."""

    name: str
    words: str
    count: int


_STATUS_WORDS = {
    GenerationStatus.COMPLETED: QT_TR_NOOP("Complete"),
    GenerationStatus.PARTIAL: QT_TR_NOOP("Part of a run"),
    GenerationStatus.RUNNING: QT_TR_NOOP("Run goes on"),
    GenerationStatus.FAILED: QT_TR_NOOP("Run failed later"),
    GenerationStatus.UNCERTAIN: QT_TR_NOOP("Outcome unknown"),
}
_SPANS = (
    (1, QT_TR_NOOP("Last 24 hours")),
    (7, QT_TR_NOOP("Last 7 days")),
    (30, QT_TR_NOOP("Last 30 days")),
    (365, QT_TR_NOOP("Last 12 months")),
)
_AMOUNTS = (10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000)
"""In micro-USD."""


def _types(_sources: Sources) -> list[Choice]:
    return [Choice(kind.value, tr(TYPE_LABELS[kind])) for kind in GenerationType]


def _providers(sources: Sources) -> list[Choice]:
    return [Choice(n, sources.label_of(n), count) for n, count in sources.facets.providers]


def _models(sources: Sources) -> list[Choice]:
    return [Choice(name, name, count) for name, count in sources.facets.models]


def _spans(_sources: Sources) -> list[Choice]:
    return [Choice(str(days), tr(label)) for days, label in _SPANS]


def _ratings(_sources: Sources) -> list[Choice]:
    return [
        Choice(str(n), tr("Rating {n}+").format(n=n) if n < 5 else tr("Rating 5"))
        for n in range(5, 0, -1)
    ]


def _tags(sources: Sources) -> list[Choice]:
    return [Choice(name, name, count) for name, count in sources.facets.tags]


def _costs(_sources: Sources) -> list[Choice]:
    return [
        Choice(str(micro), tr("{amount} or more").format(amount=format_usd(micro)))
        for micro in _AMOUNTS
    ]


def _projects(sources: Sources) -> list[Choice]:
    return [Choice(str(one.id), one.name, one.item_count) for one in sources.projects]


def _statuses(_sources: Sources) -> list[Choice]:
    return [Choice(status.value, tr(words)) for status, words in _STATUS_WORDS.items()]


def _favourites(_sources: Sources) -> list[Choice]:
    return [Choice("True", tr("Favourites only"))]


FILTERS = (
    FilterSpec("type", QT_TR_NOOP("Type"), "types", _types, GenerationType),
    FilterSpec("provider", QT_TR_NOOP("Provider"), "providers", _providers, ProviderName),
    FilterSpec("model", QT_TR_NOOP("Model"), "models", _models),
    FilterSpec("date", QT_TR_NOOP("Date"), "within_days", _spans, int, is_one=True),
    FilterSpec("rating", QT_TR_NOOP("Rating"), "rating", _ratings, int, is_one=True),
    FilterSpec("tags", QT_TR_NOOP("Tags"), "tags", _tags),
    FilterSpec("cost", QT_TR_NOOP("Cost"), "cost_from_micro", _costs, int, is_one=True),
    FilterSpec(
        "project", QT_TR_NOOP("Project"), "projects", _projects, lambda uid: ProjectId(UUID(uid))
    ),
    FilterSpec(
        "favourite",
        QT_TR_NOOP("Favourite"),
        "favourites",
        _favourites,
        bool,
        is_one=True,
        is_rare=True,
    ),
    FilterSpec(
        "status", QT_TR_NOOP("Status"), "statuses", _statuses, GenerationStatus, is_rare=True
    ),
)


def narrowing(query: AssetQuery) -> int:
    """How many filters are on, words aside."""
    dates = int(query.since is not None or query.until is not None)
    return dates + sum(bool(spec.values(query)) for spec in FILTERS)


def count_words(shown: int, total: int, is_filtered: bool) -> tuple[str, str]:
    """“3,418” and “of 100,482 items”."""
    if is_filtered and total >= shown:
        return number(shown), tr("of %Ln item(s)", n=total)
    return number(shown), tr("item") if shown == 1 else tr("items")
