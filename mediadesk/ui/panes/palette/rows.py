"""What the palette lists, how a row fits what is typed, and the signs that narrow to one group."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Group = Literal["Commands", "Projects", "Models", "Library"]
GROUPS: tuple[Group, ...] = ("Commands", "Projects", "Models", "Library")
PREFIXES: dict[str, Group] = {">": "Commands", "/": "Projects", "@": "Models", "#": "Library"}
LIMITS: dict[Group, int] = {"Commands": 6, "Projects": 4, "Models": 4, "Library": 4}
NARROWED_LIMIT = 200


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One row: what it says and what it does. ``tile``: letters and colour of a provider."""

    group: Group
    title: str
    note: str
    run: Callable[[], object]
    icon: str = ""
    keys: str = ""
    haystack: str = ""
    tile: tuple[str, str] | None = None
    asset_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: maybe a sign that names the one group, and the words."""

    text: str
    group: Group | None = None

    @classmethod
    def of(cls, typed: str) -> Wanted:
        """Read what was typed."""
        stripped = typed.lstrip()
        group = PREFIXES.get(stripped[:1])
        return cls((stripped[1:] if group else stripped).strip(), group)

    def takes(self, group: Group) -> bool:
        """Whether rows of a group are listed."""
        return self.group in (None, group)

    def limit(self, group: Group) -> int:
        """How many rows of a group are listed."""
        return NARROWED_LIMIT if self.group == group else LIMITS[group]


def prefix_of(group: Group) -> str:
    """The sign that narrows to a group."""
    return next(sign for sign, known in PREFIXES.items() if known == group)


def ranked(rows: Iterable[PaletteRow], wanted: Wanted, group: Group) -> list[PaletteRow]:
    """The rows that have every word: titles that begin so first, else in the order given."""
    words = wanted.text.lower().split()
    found = [
        (_rank(row.title.lower(), words), place, row)
        for place, row in enumerate(rows)
        if all(word in row.haystack for word in words)
    ]
    found.sort(key=lambda one: one[:2])
    return [row for _order, _place, row in found[: wanted.limit(group)]]


def _rank(title: str, words: list[str]) -> int:
    """0 a title that begins with the first word, 1 one of its words does, 2 anything else."""
    if not words or title.startswith(words[0]):
        return 0
    return 1 if f" {words[0]}" in title else 2
