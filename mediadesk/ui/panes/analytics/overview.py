"""What the page shows, put together from the figures. No Qt, no I/O. Amounts in micro-USD."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mediadesk.domain.statistics import (
    BudgetCourse,
    Figures,
    SeriesPoint,
    StatsBy,
    StatsQuery,
    StatsRow,
    period_days,
)
from mediadesk.ui.panes.analytics.spans import Span, step_keys, step_words
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from datetime import date

    from mediadesk.domain.generation import GenerationType
    from mediadesk.domain.projects import Project
    from mediadesk.services.models import ProviderInfo

MOST_GROUPS = 7
BY_COST, BY_RESULTS = "cost", "results"
"""The order of the models."""
_PALETTE = ("s.veo", "s.gemini", "s.nano", "s.openai", "s.anthropic", "s.fal", "s.openrouter")
_OTHER = "text.tertiary"


@dataclass(frozen=True, slots=True)
class Group:
    """One colour of the chart: a provider, a model …; ``query`` None for all the others."""

    key: str
    label: str
    color: str
    figures: Figures
    query: StatsQuery | None


@dataclass(frozen=True, slots=True)
class Step:
    """One bar: what each group has in it, in the order of the groups."""

    label: str
    title: str
    amounts: tuple[int, ...]
    result_count: int
    query: StatsQuery

    @property
    def total(self) -> int:
        """The whole bar."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True)
class Spending:
    """Spending over time by group. ``expected``: label and amount of each day that is left."""

    groups: tuple[Group, ...]
    steps: tuple[Step, ...]
    expected: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model, and how its spending went over time. ``kind`` None: it is not listed any more."""

    row: StatsRow
    label: str
    kind: GenerationType | None
    provider: ProviderInfo | None
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the page at one moment."""

    span: Span
    today: date
    query: StatsQuery
    totals: Figures
    before: Figures
    course: BudgetCourse
    by: StatsBy
    spending: Spending
    models: tuple[ModelRow, ...]
    models_by: str
    providers: tuple[tuple[StatsRow, ProviderInfo | None], ...]
    projects: tuple[Project, ...]


def spending_of(
    span: Span,
    query: StatsQuery,
    rows: Sequence[StatsRow],
    points: Sequence[SeriesPoint],
    course: BudgetCourse | None,
    colors: Mapping[str, str],
) -> Spending:
    """Bars in equal steps; groups the dearest first, those past the seventh as one."""
    groups = _groups([row for row in rows if row.figures.spent_micro > 0], colors)
    index = {group.key: number for number, group in enumerate(groups)}
    found: dict[str, list[int]] = {key: [0] * len(groups) for key in step_keys(span)}
    results: dict[str, int] = dict.fromkeys(found, 0)
    for point in points:
        if point.period not in found:
            continue
        results[point.period] += point.figures.result_count
        number = index.get(point.key, len(groups) - 1)
        if groups and point.figures.spent_micro > 0:
            found[point.period][number] += point.figures.spent_micro
    steps = []
    for key, amounts in found.items():
        label, title = step_words(span.step, key)
        steps.append(
            Step(label, title, tuple(amounts), results[key], within_step(query, span, key))
        )
    return Spending(tuple(groups), tuple(steps), _expected(span, course))


def within_step(query: StatsQuery, span: Span, key: str) -> StatsQuery:
    """Ask for one step of the range only."""
    first, last = period_days(span.step, key)
    return replace(query, first_day=max(first, span.first), last_day=min(last, span.last))


def _groups(rows: Sequence[StatsRow], colors: Mapping[str, str]) -> list[Group]:
    most = MOST_GROUPS if len(rows) <= MOST_GROUPS else MOST_GROUPS - 1
    own = {colors[row.key] for row in rows[:most] if row.key in colors}
    free = [color for color in _PALETTE if color not in own] or list(_PALETTE)
    groups: list[Group] = []
    for row in rows[:most]:
        color = colors.get(row.key) or free[len(groups) % len(free)]
        groups.append(Group(row.key, row.label, color, row.figures, row.query))
    rest = rows[most:]
    if rest:
        spent = sum(row.figures.spent_micro for row in rest)
        groups.append(
            Group(
                "",
                tr("{count} more").format(count=len(rest)),
                _OTHER,
                Figures(spent_micro=spent),
                None,
            )
        )
    return groups


def _expected(span: Span, course: BudgetCourse | None) -> tuple[tuple[str, int], ...]:
    """The days of the month that are left, at the pace so far."""
    if course is None or course.forecast is None or span.name != "month":
        return ()
    left = (course.last_day - span.last).days
    spent = course.days[-1].total_micro if course.days else 0
    each = (course.forecast.expected_micro - spent) // left if left > 0 else 0
    days = [span.last + timedelta(days=number + 1) for number in range(left)]
    return tuple((str(day.day), each) for day in days)
