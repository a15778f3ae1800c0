"""The books by hand: every sum from the bare entries, and whether all other sums agree."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from mediadesk.domain.ledger import LedgerQuery
from mediadesk.domain.statistics import StatsBy, StatsQuery
from tests.engine.conftest import Desk
from tests.fakes.set_clock import SetClock

HOLDING = ("hold", "release")
_ENTRIES = """SELECT kind, amount_micro, project_id, provider, model, type, local_day, attempt_id,
 mark FROM ledger_entries ORDER BY id"""


@dataclass(frozen=True)
class Books:
    """The entries, the limits (scope, period, project, limit), and the month that it is."""

    entries: tuple[tuple[Any, ...], ...] = ()
    caps: tuple[tuple[Any, ...], ...] = ()
    month: str = ""


def read_books(desk: Desk, clock: SetClock) -> Books:
    """Everything that the checks need, straight from the tables."""
    return Books(
        tuple(map(tuple, desk.rows(_ENTRIES))),
        tuple(map(tuple, desk.rows("SELECT scope, period, project_id, limit_micro FROM caps"))),
        clock.local_day(clock.at_ms)[:7],
    )


def check_caps(books: Books, lowered: set[tuple[str, ...]]) -> None:
    """A limit is only passed by marked entries, or because it was set below what was used."""
    for scope, period, project, limit in books.caps:
        if period == "job" or (scope, period) in lowered:
            continue
        under = _under(books, period, project)
        used = sum(entry[1] or 0 for entry in under)
        if used > limit:
            assert any(entry[8] for entry in under), (scope, period, used, limit)


def check_queued(books: Books, new: tuple[tuple[Any, ...], ...]) -> None:
    """What was just held fits under every limit, however that came to be."""
    for hold in (entry for entry in new if entry[0] == "hold"):
        for scope, period, project, limit in books.caps:
            if period != "job" and project in (None, hold[2]):
                used = sum(entry[1] or 0 for entry in _under(books, period, project))
                assert used <= limit, (scope, period, used, limit)


def _under(books: Books, period: str, project: int | None) -> list[tuple[Any, ...]]:
    return [
        entry
        for entry in books.entries
        if (project is None or entry[2] == project)
        and (period == "total" or entry[6].startswith(books.month))
    ]


async def check_books(desk: Desk) -> None:
    """Ledger, roll-ups, projects, generations, statistics and CSV say the same to the micro."""
    entries = [tuple(row) for row in desk.rows(_ENTRIES)]
    spent = [entry for entry in entries if entry[0] not in HOLDING]
    total = sum(entry[1] or 0 for entry in spent)
    _check_holds(entries)
    await _check_statistics(desk, spent, total)
    names = dict(desk.rows("SELECT id, name FROM projects"))
    by_project = Counter[str]()
    for entry in spent:
        by_project[names[entry[2]]] += entry[1] or 0
    listed = await desk.services.projects.list()
    assert {one.name: one.spent_micro for one in listed if one.spent_micro} == {
        name: micro for name, micro in by_project.items() if micro
    }
    charged = desk.rows("SELECT COALESCE(SUM(charged_micro), 0) FROM generations")
    assert charged[0][0] == total
    await _check_csv(desk, spent, total)
    await desk.services.stats.check()
    report = await desk.services.library.verify()
    assert report.is_sound, report.findings


def _check_holds(entries: list[tuple[Any, ...]]) -> None:
    """Each call is released once, after all that it held: more is held where a price has risen."""
    calls: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for entry in entries:
        if entry[0] in HOLDING:
            calls[entry[7]].append((entry[0], entry[1]))
    for held in calls.values():
        assert [kind for kind, _ in held] == ["hold"] * (len(held) - 1) + ["release"], held
        assert sum(micro for _, micro in held) == 0, "a hold is left behind"
        assert all(micro > 0 for _, micro in held[1:-1]), "held more of nothing"


async def _check_statistics(desk: Desk, spent: list[tuple[Any, ...]], total: int) -> None:
    stats = desk.services.stats
    figures = (await stats.statistics(StatsQuery())).totals
    assert (figures.spent_micro, figures.held_micro, figures.unknown_count) == (total, 0, 0)
    attempt_count = desk.rows("SELECT COUNT(*) FROM attempts")[0][0]
    assert figures.attempt_count == attempt_count
    completed = desk.rows("SELECT COUNT(*) FROM attempts WHERE state = 'completed'")[0][0]
    failed = desk.rows("SELECT COUNT(*) FROM attempts WHERE state IN ('failed', 'expired')")[0][0]
    assert (figures.success_count, figures.failure_count) == (completed, failed)
    free = """SELECT COUNT(*) FROM attempts
     WHERE state IN ('failed', 'expired') AND billed = 'free'"""
    assert figures.uncharged_count == desk.rows(free)[0][0]
    assert figures.result_count == desk.rows("SELECT COUNT(*) FROM assets")[0][0]
    assert figures.kept_count == figures.result_count
    for by, column in (
        (StatsBy.PROVIDER, 3),
        (StatsBy.MODEL, 4),
        (StatsBy.TYPE, 5),
        (StatsBy.DAY, 6),
    ):
        wanted = Counter[str]()
        for entry in spent:
            wanted[entry[column]] += entry[1] or 0
        rows = (await stats.statistics(StatsQuery(), by)).rows
        found = {row.key: row.figures.spent_micro for row in rows if row.figures.spent_micro}
        assert found == {key: micro for key, micro in wanted.items() if micro}, by


async def _check_csv(desk: Desk, spent: list[tuple[Any, ...]], total: int) -> None:
    text = "".join([part async for part in desk.services.ledger.text(LedgerQuery())])
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    lines = [row for row in rows if row["kind"] not in HOLDING]
    assert len(lines) == len(spent)
    assert sum(int(row["amount_micro_usd"] or 0) for row in lines) == total
    totals = await desk.services.ledger.totals(LedgerQuery())
    assert (totals.spent_micro, totals.held_micro) == (total, 0)
