"""Statistics: what can be asked, the figures that answer, latency percentiles and a forecast."""

from __future__ import annotations

import calendar
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProjectId, ProviderName
from mediadesk.domain.projects import CapUse

BUCKETS_PER_DOUBLING = 4


class StatsBy(StrEnum):
    """What figures are told apart by. Keys: project id, names, “2026-11-23” (a week: its Monday),
    “2026-11”."""

    PROJECT = "project"
    PROVIDER = "provider"
    MODEL = "model"
    TYPE = "type"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def is_time(self) -> bool:
        """Whether the rows follow one another in time."""
        return self in (StatsBy.DAY, StatsBy.WEEK, StatsBy.MONTH)


@dataclass(frozen=True, slots=True)
class StatsQuery:
    """Which calls count; days include both ends, None leaves an end open."""

    first_day: date | None = None
    last_day: date | None = None
    project_id: ProjectId | None = None
    provider: ProviderName | None = None
    model: str | None = None
    type: GenerationType | None = None
    aliases: tuple[ProviderName, ...] = ()
    """Further names of the same ``provider``."""

    @property
    def provider_names(self) -> tuple[ProviderName, ...]:
        """Every name of the provider that is asked for; none: any provider."""
        return () if self.provider is None else (self.provider, *self.aliases)


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over some calls. Money in micro-USD; ``latency`` counts successes by bucket.

    ``spent_micro`` leaves out calls whose cost is not known: ``unknown_count`` says how many.
    ``kept_count``: results that are not in the trash; ``uncharged_count``: failures that were
    not charged.
    """

    spent_micro: int = 0
    held_micro: int = 0
    reported_micro: int = 0
    corrected_micro: int = 0
    unknown_count: int = 0
    generation_count: int = 0
    attempt_count: int = 0
    success_count: int = 0
    failure_count: int = 0
    result_count: int = 0
    kept_count: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    uncharged_count: int = 0
    latency: Mapping[int, int] = field(default_factory=dict)

    @property
    def estimated_micro(self) -> int:
        """The part of what was spent that follows from list prices."""
        return self.spent_micro - self.reported_micro - self.corrected_micro

    @property
    def told_micro(self) -> int | None:
        """What was spent; None where calls were made and nobody has told yet what any of them cost.

        Beside an amount, ``unknown_count`` says how many calls it leaves out.
        """
        return None if self.unknown_count and not self.spent_micro else self.spent_micro

    @property
    def success_rate(self) -> float | None:
        """Share of the calls that worked among those that worked or failed; None without any."""
        judged = self.success_count + self.failure_count
        return self.success_count / judged if judged else None

    @property
    def cost_per_kept_micro(self) -> int | None:
        """What a kept result cost, half up; None where none was kept, or no cost is known.

        At least so much where ``unknown_count`` calls have a cost that nobody knows.
        """
        if self.kept_count <= 0 or self.told_micro is None:
            return None
        return (2 * self.spent_micro + self.kept_count) // (2 * self.kept_count)

    def latency_ms(self, share: float) -> int | None:
        """The latency that ``share`` of the successful calls did not pass, right to 10 %."""
        return percentile_ms(self.latency, share)


@dataclass(frozen=True, slots=True)
class StatsRow:
    """Figures of one group. ``query`` asks for just this group: its generations, its ledger."""

    key: str
    label: str
    figures: Figures
    query: StatsQuery


@dataclass(frozen=True, slots=True)
class CommonFailure:
    """Calls of a provider that failed for the same reason; ``kind`` as attempts keep it."""

    provider: ProviderName
    kind: str
    count: int
    query: StatsQuery


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """Figures (without latency) of one group in one step of time."""

    period: str
    key: str
    label: str
    figures: Figures
    query: StatsQuery


@dataclass(frozen=True, slots=True)
class DaySum:
    """What was spent on one day, and up to its end. Micro-USD."""

    day: date
    spent_micro: int
    total_micro: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a month will have cost at its end, going on as on its days so far. Micro-USD.

    ``low`` and ``high``: one standard deviation of the days' sums, over the days that are left.
    """

    expected_micro: int
    low_micro: int
    high_micro: int


@dataclass(frozen=True, slots=True)
class BudgetCourse:
    """How a budget was used, day by day. ``use`` None: no budget, what was spent alone.

    ``last_day`` is the month's last one, or today for a budget without months; ``days`` end today.
    ``runs_out_on``: the day on which the budget is used up at that pace, None = not in this month.
    """

    use: CapUse | None
    first_day: date
    last_day: date
    days: tuple[DaySum, ...]
    forecast: Forecast | None
    runs_out_on: date | None


def latency_bucket(latency_ms: int) -> int:
    """Number of the logarithmic bucket: four per doubling."""
    return 0 if latency_ms < 1 else 1 + math.floor(math.log2(latency_ms) * BUCKETS_PER_DOUBLING)


def percentile_ms(histogram: Mapping[int, int], share: float) -> int | None:
    """Milliseconds at ``share`` (0..1) of a latency histogram; None where it is empty."""
    count = sum(histogram.values())
    if not count:
        return None
    wanted = max(1, math.ceil(share * count))
    for bucket in sorted(histogram):
        wanted -= histogram[bucket]
        if wanted <= 0:
            return round(_middle_ms(bucket))
    return None


def forecast_of(days: Sequence[int], day_count: int) -> Forecast:
    """A month of ``day_count`` days, from the sums of its days so far (today included)."""
    spent, count = sum(days), len(days)
    left = day_count - count
    expected = spent + (2 * spent * left + count) // (2 * count) if count else 0
    spread = math.isqrt(sum((count * day - spent) ** 2 for day in days) // count**3) if count else 0
    reach = spread * math.isqrt(left * 10_000) // 100
    return Forecast(expected, max(spent, expected - reach), expected + reach)


def day_when_used_up(days: Sequence[DaySum], limit_micro: int, last_day: date) -> date | None:
    """The first day at whose end ``limit_micro`` is reached at the pace so far."""
    for one in days:
        if one.total_micro >= limit_micro:
            return one.day
    spent = days[-1].total_micro if days else 0
    if spent <= 0:
        return None
    needed = -(-(limit_micro - spent) * len(days) // spent)
    left = (last_day - days[-1].day).days
    return days[-1].day + timedelta(days=needed) if needed <= left else None


def period_days(step: StatsBy, key: str) -> tuple[date, date]:
    """The first and the last day of a step of time, by its key."""
    if step is StatsBy.MONTH:
        return month_days(key)
    first = date.fromisoformat(key)
    return first, first + timedelta(days=6 if step is StatsBy.WEEK else 0)


def month_days(month: str) -> tuple[date, date]:
    """The first and the last day of “2026-11”."""
    first = date.fromisoformat(f"{month}-01")
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _middle_ms(bucket: int) -> float:
    return 0.0 if bucket == 0 else float(2 ** ((bucket - 0.5) / BUCKETS_PER_DOUBLING))
