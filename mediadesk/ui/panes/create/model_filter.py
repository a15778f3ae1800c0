"""Which models the picker lists, and in which order. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mediadesk.ui.support.translation import QT_TR_NOOP

if TYPE_CHECKING:
    from mediadesk.services.model_marks import ModelKey
    from mediadesk.ui.panes.create.model_row import ModelRow

Shown = Literal["all", "favourites", "recent"]
Order = Literal["used", "price", "context", "name"]
ORDERS: tuple[tuple[Order, str], ...] = (
    ("used", QT_TR_NOOP("Most used by you")),
    ("price", QT_TR_NOOP("Lowest price")),
    ("context", QT_TR_NOOP("Longest context")),
    ("name", QT_TR_NOOP("Name")),
)
_NO_PRICE = 1 << 62


@dataclass(frozen=True, slots=True)
class ModelFilter:
    """What is wanted of a row; micro-USD and tokens, None sets no bound."""

    text: str = ""
    shown: Shown = "all"
    provider: str = ""
    abilities: frozenset[str] = frozenset()
    most_micro: int | None = None
    least_context: int | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything but the text leaves rows out."""
        return self != ModelFilter(text=self.text)


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user did with models: liked, chose last, and how often each id was used."""

    favourites: frozenset[ModelKey] = frozenset()
    recent: tuple[ModelKey, ...] = ()
    uses: Mapping[str, int] | None = None

    def use_count(self, row: ModelRow) -> int:
        """How many calls were made with the model."""
        return 0 if self.uses is None else self.uses.get(row.model_id, 0)


def matching(rows: Iterable[ModelRow], wanted: ModelFilter, marks: Marks) -> list[ModelRow]:
    """The rows that fit, in their order; every word of the text must occur."""
    words = wanted.text.lower().split()
    keys = {"favourites": marks.favourites, "recent": frozenset(marks.recent)}.get(wanted.shown)
    return [
        row
        for row in rows
        if (keys is None or row.key in keys)
        and (not wanted.provider or row.provider.name == wanted.provider)
        and all(word in row.haystack for word in words)
        and wanted.abilities <= row.abilities
        and _is_within(row, wanted)
    ]


def _is_within(row: ModelRow, wanted: ModelFilter) -> bool:
    """A model whose price or context is not known fits no bound."""
    if wanted.most_micro is not None:
        lowest = row.lowest_micro
        if lowest is None or lowest > wanted.most_micro:
            return False
    return wanted.least_context is None or (row.spec.context_tokens or 0) >= wanted.least_context


def ordered(
    rows: Sequence[ModelRow], order: Order, marks: Marks, ended: frozenset[ModelKey]
) -> list[ModelRow]:
    """The rows in an order; models that have ended come last in every one."""
    if order == "price":
        return sorted(
            rows,
            key=lambda row: (
                row.key in ended,
                _NO_PRICE if row.lowest_micro is None else row.lowest_micro,
                row.position,
            ),
        )
    if order == "context":
        return sorted(
            rows, key=lambda row: (row.key in ended, -(row.spec.context_tokens or 0), row.position)
        )
    if order == "name":
        return sorted(rows, key=lambda row: (row.key in ended, row.spec.label.lower()))
    return sorted(
        rows,
        key=lambda row: (
            row.key in ended,
            -marks.use_count(row),
            row.key not in marks.favourites,
            row.position,
        ),
    )


def newest_first(rows: Sequence[ModelRow], recent: Sequence[ModelKey]) -> list[ModelRow]:
    """Rows that were chosen, the last one first."""
    places = {key: place for place, key in enumerate(recent)}
    return sorted(rows, key=lambda row: places.get(row.key, len(places)))
