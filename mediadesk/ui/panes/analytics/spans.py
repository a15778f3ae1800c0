"""The range of days that the page is about, and the steps in which it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mediadesk.domain.statistics import StatsBy, month_days
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import date_words

MOST_DAYS = 45
MOST_WEEKS_DAYS = 200


@dataclass(frozen=True, slots=True)
class Span:
    """Days including both ends. ``title`` goes on a sentence: “in November”, “in 7 days”."""

    name: str
    first: date
    last: date
    title: str

    @property
    def step(self) -> StatsBy:
        """What one bar stands for: few enough of them to be told apart."""
        days = (self.last - self.first).days + 1
        if days <= MOST_DAYS:
            return StatsBy.DAY
        return StatsBy.WEEK if days <= MOST_WEEKS_DAYS else StatsBy.MONTH

    @property
    def before(self) -> tuple[date, date]:
        """As many days right before."""
        days = (self.last - self.first).days + 1
        return self.first - timedelta(days=days), self.first - timedelta(days=1)


def span_of(name: str, today: date) -> Span:
    """One of the ranges of the chooser: “7”, “30”, “month”, “year”."""
    if name == "month":
        first, _ = month_days(today.isoformat()[:7])
        return Span(name, first, today, tr("in {month}").format(month=date_words(today, "MMMM")))
    if name == "year":
        return Span(name, today.replace(month=1, day=1), today, f"in {today.year}")
    days = int(name)
    return Span(
        name, today - timedelta(days=days - 1), today, tr("in {days} days").format(days=days)
    )


def own_span(first: date, last: date) -> Span:
    """A range that the user named; the ends may come in any order."""
    first, last = min(first, last), max(first, last)
    return Span(
        "custom",
        first,
        last,
        tr("{low} to {high}").format(low=short_day(first), high=short_day(last)),
    )


def short_day(day: date) -> str:
    """“3 Nov 2026”."""
    return date_words(day, tr("d MMM yyyy", "date"))


def step_keys(span: Span) -> list[str]:
    """The keys of every step of the range, in order, those without anything included."""
    keys: list[str] = []
    day = span.first
    while day <= span.last:
        key = _key(span.step, day)
        if not keys or keys[-1] != key:
            keys.append(key)
        day += timedelta(days=1)
    return keys


def step_words(step: StatsBy, key: str) -> tuple[str, str]:
    """What stands under a bar, and its whole name: (“18”, “Wed 18 November”)."""
    if step is StatsBy.MONTH:
        first, _ = month_days(key)
        return date_words(first, "MMM"), date_words(first, tr("MMMM yyyy", "date"))
    day = date.fromisoformat(key)
    if step is StatsBy.WEEK:
        return (
            date_words(day, tr("d MMM", "date")),
            tr("Week of {day}").format(day=date_words(day, tr("d MMMM", "date"))),
        )
    return str(day.day), date_words(day, tr("ddd d MMMM", "date"))


def _key(step: StatsBy, day: date) -> str:
    if step is StatsBy.MONTH:
        return day.isoformat()[:7]
    if step is StatsBy.WEEK:
        return (day - timedelta(days=day.weekday())).isoformat()
    return day.isoformat()
