"""StatsService: what was spent and made, from roll-ups that are as old as the last transaction.

Every answer carries the query that asks for just its part, and ``generations_behind`` turns it into
a query of the history.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mediadesk.domain.errors import LibraryDamagedError
from mediadesk.domain.ids import ProjectId, UserId
from mediadesk.domain.projects import Cap, CapPeriod, CapScope
from mediadesk.domain.queries import HistoryQuery
from mediadesk.domain.statistics import (
    BudgetCourse,
    CommonFailure,
    DaySum,
    Figures,
    SeriesPoint,
    StatsBy,
    StatsQuery,
    StatsRow,
    day_when_used_up,
    forecast_of,
    month_days,
)
from mediadesk.services.cap_gate import cap_uses, names_under
from mediadesk.storage import ledger_rows, statistics
from mediadesk.storage.settings import local_day

if TYPE_CHECKING:
    from mediadesk.domain.projects import CapUse
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable
    from mediadesk.system.clock import Clock

LONGEST_COURSE_DAYS = 366
"""How far back the course of a budget without months goes."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The sums over a query and, where asked for, those of its groups."""

    totals: Figures
    rows: tuple[StatsRow, ...] = ()


class StatsService:
    """Figures for any range, told apart by what is asked for. Reading only."""

    def __init__(self, user: UserId, database: Database, clock: Clock) -> None:
        self._user = user
        self._database = database
        self._clock = clock

    async def today(self) -> date:
        """Today in the time zone of the budgets."""
        return await self._database.read_raw(self._today)

    async def statistics(self, query: StatsQuery, by: StatsBy | None = None) -> Statistics:
        """Totals, and a row for each group: times in order, others the dearest first."""

        def work(connection: Readable) -> Statistics:
            found = statistics.totals(connection, self._user, query)
            if by is None:
                return Statistics(found)
            rows = statistics.groups(connection, self._user, query, by)
            return Statistics(found, tuple(rows))

        return await self._database.read_raw(work)

    async def series(
        self, query: StatsQuery, step: StatsBy, by: StatsBy = StatsBy.PROVIDER
    ) -> list[SeriesPoint]:
        """What happened in each ``step`` (day, week, month) told apart ``by`` something else.

        Steps in which nothing happened have no point; points have no latencies.
        """
        return await self._database.read_raw(
            lambda c: statistics.series(c, self._user, query, step, by)
        )

    async def common_failure(self, query: StatsQuery) -> CommonFailure | None:
        """The reason for which a provider's calls failed most often; None where none failed."""
        return await self._database.read_raw(
            lambda c: statistics.most_common_failure(c, self._user, query)
        )

    async def course(self, cap: Cap | None = None) -> BudgetCourse:
        """How a budget is used up, with the forecast of the month; None: this month, all spending.

        A limit for single runs has no course: it gives what is spent under it this month.
        """
        return await self._database.read_raw(lambda c: self._course(c, cap))

    async def check(self) -> None:
        """Compare the roll-ups with the ledger, entry by entry. Takes as long as the ledger is.

        Raises ``LibraryDamagedError`` where they differ.
        """
        wrong = await self._database.read_raw(ledger_rows.cells_that_differ)
        if wrong:
            raise LibraryDamagedError(
                f"{wrong} sums of the statistics differ from the ledger.",
                "Run “mediadesk library verify”, or restore a backup.",
            )

    def _today(self, connection: Readable) -> date:
        return date.fromisoformat(local_day(connection, self._clock, self._clock.now_ms()))

    def _course(self, connection: Readable, cap: Cap | None) -> BudgetCourse:
        today = self._today(connection)
        month_first, month_last = month_days(today.isoformat()[:7])
        is_total = cap is not None and cap.period is CapPeriod.TOTAL
        first = today - timedelta(days=LONGEST_COURSE_DAYS - 1) if is_total else month_first
        asked = StatsQuery(None if is_total else first, today, _project_of(cap))
        names = None if cap is None else names_under(cap)
        spent = statistics.spent_by_day(connection, self._user, asked, names)
        days = _day_sums(spent, first, today)
        if is_total:
            return BudgetCourse(
                self._use(connection, cap, today), days[0].day, today, days, None, None
            )
        is_for_one = cap is not None and cap.period is CapPeriod.JOB
        course = [day.spent_micro for day in days]
        forecast = None if is_for_one else forecast_of(course, month_last.day)
        limit = cap.limit_micro if cap is not None and cap.period is CapPeriod.MONTH else None
        ends_on = None if limit is None else day_when_used_up(days, limit, month_last)
        use = self._use(connection, cap, today)
        return BudgetCourse(use, first, month_last, days, forecast, ends_on)

    def _use(self, connection: Readable, cap: Cap | None, today: date) -> CapUse | None:
        month = today.isoformat()[:7]
        uses = cap_uses(connection, self._user, month)
        return next((use for use in uses if use.cap == cap), None)


def generations_behind(query: StatsQuery) -> HistoryQuery:
    """The generations that a figure counts: in the trash or not, their money was spent."""
    return HistoryQuery(
        project_id=query.project_id,
        types=None if query.type is None else frozenset({query.type}),
        provider=query.provider,
        aliases=query.aliases,
        model=query.model,
        first_day=query.first_day,
        last_day=query.last_day,
        with_deleted=True,
    )


def _project_of(cap: Cap | None) -> ProjectId | None:
    return cap.project_id if cap is not None and cap.scope is CapScope.PROJECT else None


def _day_sums(spent: dict[str, int], first: date, last: date) -> tuple[DaySum, ...]:
    """Each day from ``first`` on; what was spent before it counts in the sum of the first."""
    total = sum(micro for day, micro in spent.items() if day < first.isoformat())
    found = []
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        micro = spent.get(day.isoformat(), 0)
        total += micro
        found.append(DaySum(day, micro, total))
    return tuple(found)
