"""What the details of a selection say, as data: no widget here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mediadesk.domain.queries import LibraryItem
from mediadesk.ui.item_models.asset_item_model import cost_of, cost_of_all, title_of
from mediadesk.ui.support.present import present
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.words import asset_facts, date_words, duration, file_size, moment, noun

PROMPT_LENGTH = 240


@dataclass(frozen=True, slots=True)
class Summary:
    """A title, rows of facts, and what can be changed.

    ``rating`` -1: they differ; ``stars`` is what is shown of it, their mean.
    """

    title: str
    text: str
    rows: tuple[tuple[str, str], ...]
    rating: int
    stars: int
    rating_words: str
    tags: tuple[tuple[str, int], ...]


def summary_of(items: Sequence[LibraryItem], label_of: Callable[[LibraryItem], str]) -> Summary:
    """The summary of one item or of several; ``label_of`` tells what a model is called."""
    ratings = sorted({item.asset.rating for item in items})
    tags = Counter(tag for item in items for tag in item.asset.tags)
    one = len(items) == 1
    mixed = (
        tr("Mixed, {ratings} to {ratings2}").format(ratings=ratings[0], ratings2=ratings[-1])
        if len(ratings) > 1
        else ""
    )
    return Summary(
        title=tr("Details") if one else tr("{count} selected").format(count=number(len(items))),
        text=title_of(items[0], PROMPT_LENGTH) if one else "",
        rows=_rows_of_one(items[0], label_of) if one else _rows_of_many(items, label_of),
        rating=ratings[0] if len(ratings) == 1 else -1,
        stars=round(sum(item.asset.rating for item in items) / len(items)),
        rating_words=mixed,
        tags=tuple(sorted(tags.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def size_and_cost(items: Sequence[LibraryItem]) -> str:
    """“24 MB, $3.69”."""
    size = file_size(sum(item.asset.size_bytes for item in items))
    cost = cost_of_all(items)
    return f"{size}, {cost}" if cost else size


def day(when: datetime) -> str:
    """“Sun 22 November”, “Sun 22 November 2025”, in local time."""
    local = when.astimezone()
    is_this_year = local.year == present().astimezone().year
    pattern = tr("ddd d MMMM", "date") if is_this_year else tr("ddd d MMMM yyyy", "date")
    return date_words(local, pattern)


def days(first: datetime, last: datetime) -> str:
    """“9 to 22 Nov 2026”, “30 Oct to 2 Nov 2026”, “22 Nov 2026”, in local time."""
    begin, end = first.astimezone(), last.astimezone()
    until = date_words(end, tr("d MMM yyyy", "date"))
    if begin.date() == end.date():
        return until
    pattern = tr("d MMM yyyy", "date")
    if begin.year == end.year:
        is_same_month = begin.month == end.month
        pattern = tr("d", "date") if is_same_month else tr("d MMM", "date")
    return tr("{begin} to {end}").format(begin=date_words(begin, pattern), end=until)


def _rows_of_one(
    item: LibraryItem, label_of: Callable[[LibraryItem], str]
) -> tuple[tuple[str, str], ...]:
    asset = item.asset
    rows = (
        (tr("Project"), item.project),
        (tr("Model"), label_of(item)),
        (tr("Made"), moment(asset.created_at)),
        (tr("File"), asset_facts(asset)),
        (tr("Cost"), cost_of(item)),
        (tr("Time"), duration(item.latency_ms) if item.latency_ms else ""),
        (tr("Notes"), asset.notes),
    )
    return tuple((name, words) for name, words in rows if words)


def _rows_of_many(
    items: Sequence[LibraryItem], label_of: Callable[[LibraryItem], str]
) -> tuple[tuple[str, str], ...]:
    kinds = Counter(item.asset.type for item in items)
    models = Counter(label_of(item) for item in items if item.model)
    made = sorted(item.asset.created_at for item in items)
    first = models.most_common(1)[0][0] if models else ""
    cost = cost_of_all(items)
    others = tr(", {count} more").format(count=len(models) - 1) if len(models) > 1 else ""
    rows = (
        (tr("Types"), ", ".join(_many(noun(kind, count), count) for kind, count in kinds.items())),
        (tr("Projects"), str(len({item.asset.project_id for item in items}))),
        (tr("Models"), first + others),
        (tr("Dates"), days(made[0], made[-1])),
        (tr("Cost"), tr("{amount} in total").format(amount=cost) if cost else ""),
        (tr("Size"), file_size(sum(item.asset.size_bytes for item in items))),
    )
    return tuple((name, words) for name, words in rows if words)


def _many(words: str, count: int) -> str:
    return f"1 {words}" if count == 1 else words
