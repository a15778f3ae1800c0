"""What the page shows, put together from the figures. No Qt, no I/O. Amounts in micro-USD."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from mediadesk.domain.statistics import (
    BudgetCourse,
    CommonFailure,
    DaySum,
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
    """Spending over time by group. ``expected``: label and amount of each day that is left.

    ``others``: what the last group stands for where there are too many to be told apart.
    """

    groups: tuple[Group, ...]
    steps: tuple[Step, ...]
    expected: tuple[tuple[str, int], ...]
    others: tuple[StatsRow, ...] = ()


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
    failure: CommonFailure | None


def spending_of(
    span: Span,
    query: StatsQuery,
    rows: Sequence[StatsRow],
    points: Sequence[SeriesPoint],
    course: BudgetCourse | None,
    colors: Mapping[str, str],
) -> Spending:
    """Bars in equal steps; groups the dearest first, those past the seventh as one."""
    spending = [row for row in rows if row.figures.spent_micro > 0]
    named = _named(spending)
    groups = _groups(spending, colors)
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
    others = tuple(spending[len(named) :])
    return Spending(tuple(groups), tuple(steps), _expected(span, course), others)


def within_step(query: StatsQuery, span: Span, key: str) -> StatsQuery:
    """Ask for one step of the range only."""
    first, last = period_days(span.step, key)
    return replace(query, first_day=max(first, span.first), last_day=min(last, span.last))


def _named(rows: Sequence[StatsRow]) -> Sequence[StatsRow]:
    """The groups with a colour of their own."""
    return rows[: MOST_GROUPS if len(rows) <= MOST_GROUPS else MOST_GROUPS - 1]


def _groups(rows: Sequence[StatsRow], colors: Mapping[str, str]) -> list[Group]:
    named = _named(rows)
    own = {colors[row.key] for row in named if row.key in colors}
    free = [color for color in _PALETTE if color not in own] or list(_PALETTE)
    groups: list[Group] = []
    for row in named:
        color = colors.get(row.key) or free[len(groups) % len(free)]
        groups.append(Group(row.key, row.label, color, row.figures, row.query))
    rest = rows[len(named) :]
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
    """The days of the month that are left: the forecast, shared out as the weekdays went so far."""
    if course is None or course.forecast is None or span.name != "month" or not course.days:
        return ()
    count = (course.last_day - span.last).days
    days = [span.last + timedelta(days=number + 1) for number in range(count)]
    weights = [_weekday_mean(course.days, day.weekday()) for day in days]
    left, still = course.forecast.expected_micro - course.days[-1].total_micro, sum(weights)
    found = []
    for day, weight in zip(days, weights, strict=True):
        amount = left * weight // still if still else 0
        found.append((str(day.day), amount))
        left, still = left - amount, still - weight
    return tuple(found)


def _weekday_mean(days: Sequence[DaySum], weekday: int) -> int:
    """What a weekday cost in the mean; that of all days where it has not been yet."""
    alike = [one.spent_micro for one in days if one.day.weekday() == weekday]
    found = alike or [one.spent_micro for one in days]
    return max(0, sum(found) // len(found))
