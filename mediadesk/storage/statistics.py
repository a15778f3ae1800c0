"""Statistics over the roll-ups: each answer is one statement over their primary key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProjectId, ProviderName
from mediadesk.domain.statistics import (
    CommonFailure,
    Figures,
    SeriesPoint,
    StatsBy,
    StatsQuery,
    StatsRow,
    period_days,
)
from mediadesk.storage.rows import fetch_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediadesk.domain.ids import UserId
    from mediadesk.storage.rows import Readable

SUMS = (
    "SUM(charged_micro), SUM(held_micro), SUM(reported_micro), SUM(corrected_micro), "
    "SUM(unknown_count), SUM(generation_count), SUM(attempt_count), SUM(success_count), "
    "SUM(failure_count), SUM(asset_count), SUM(kept_count), SUM(input_tokens), SUM(output_tokens), "
    "SUM(uncharged_count)"
)
_KEYS = {
    StatsBy.PROJECT: "r.project_id",
    StatsBy.PROVIDER: "r.provider",
    StatsBy.MODEL: "r.model",
    StatsBy.TYPE: "r.type",
    StatsBy.DAY: "r.local_day",
    StatsBy.WEEK: "date(r.local_day, 'weekday 0', '-6 days')",
    StatsBy.MONTH: "substr(r.local_day, 1, 7)",
}
_NO_FIGURES = Figures()


def totals(connection: Readable, user: UserId, query: StatsQuery) -> Figures:
    """The sums over everything that fits, with its latencies."""
    where, values = _where(user, query)
    row = fetch_all(connection, f"SELECT {SUMS} FROM usage_rollups r WHERE {where}", values)[0]
    if row[0] is None:
        return _NO_FIGURES
    return _figures(row, _latencies(connection, "''", where, values).get(""))


def groups(connection: Readable, user: UserId, query: StatsQuery, by: StatsBy) -> list[StatsRow]:
    """The sums of each group: times in order, others by what was spent on them."""
    where, values = _where(user, query)
    key = _KEYS[by]
    found = fetch_all(
        connection,
        f"SELECT {key}, {SUMS} FROM usage_rollups r WHERE {where} GROUP BY 1",
        values,
    )
    latencies = _latencies(connection, key, where, values)
    names = project_names(connection, user) if by is StatsBy.PROJECT else {}
    rows = []
    for row in found:
        figures = _figures(row[1:], latencies.get(row[0]))
        text, label = _named(row[0], names)
        rows.append(StatsRow(text, label, figures, narrowed(query, by, text)))
    if by.is_time:
        return sorted(rows, key=lambda one: one.key)
    return sorted(
        rows,
        key=lambda one: (-one.figures.spent_micro, -one.figures.attempt_count, one.label),
    )


def series(
    connection: Readable, user: UserId, query: StatsQuery, step: StatsBy, by: StatsBy
) -> list[SeriesPoint]:
    """The sums of each group in each step of time, in order of time; no latencies."""
    where, values = _where(user, query)
    found = fetch_all(
        connection,
        f"""SELECT {_KEYS[step]}, {_KEYS[by]}, {SUMS} FROM usage_rollups r
         WHERE {where} GROUP BY 1, 2 ORDER BY 1, 2""",
        values,
    )
    names = project_names(connection, user) if by is StatsBy.PROJECT else {}
    points = []
    for row in found:
        text, label = _named(row[1], names)
        within = narrowed(narrowed(query, by, text), step, row[0])
        points.append(SeriesPoint(row[0], text, label, _figures(row[2:]), within))
    return points


def most_common_failure(
    connection: Readable, user: UserId, query: StatsQuery
) -> CommonFailure | None:
    """The reason for which a provider's calls failed most often; None where none failed.

    Found over the index of what has failed, so that only those calls are read.
    """
    where, values = _where(user, query)
    sql = f"""SELECT r.provider, r.error_kind, COUNT(*) FROM (
      SELECT g.user_id, t.local_day, g.project_id, t.error_kind, g.type,
       COALESCE(w.provider, g.provider) AS provider, COALESCE(w.model, g.model) AS model
      FROM attempts t INDEXED BY attempts_failed JOIN generations g ON g.id = t.generation_id
      LEFT JOIN attempt_routes w ON w.attempt_id = t.id
      WHERE t.state IN ('failed', 'expired') AND t.error_kind IS NOT NULL) r
     WHERE {where} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 1"""
    for provider, kind, count in fetch_all(connection, sql, values):
        within = narrowed(query, StatsBy.PROVIDER, provider)
        return CommonFailure(ProviderName(provider), kind, count, within)
    return None


def spent_by_day(
    connection: Readable, user: UserId, query: StatsQuery, providers: Sequence[str] | None
) -> dict[str, int]:
    """What was spent on each day; ``providers``: all names that count, None = any."""
    where, values = _where(user, query)
    if providers is not None:
        where += f" AND r.provider IN ({', '.join('?' * len(providers))})"
        values += providers
    sql = f"""SELECT r.local_day, SUM(r.charged_micro) FROM usage_rollups r
     WHERE {where} GROUP BY 1 HAVING SUM(r.charged_micro) <> 0 ORDER BY 1"""
    return dict(tuple(row) for row in fetch_all(connection, sql, values))


def project_names(connection: Readable, user: UserId) -> dict[int, tuple[str, str]]:
    """(id, name) of every project by its row, deleted ones included: their money was spent."""
    sql = "SELECT id, uid, name FROM projects WHERE user_id = ?"
    return {
        row[0]: (str(UUID(bytes=row[1])), row[2]) for row in fetch_all(connection, sql, (user,))
    }


def narrowed(query: StatsQuery, by: StatsBy, key: str) -> StatsQuery:
    """``query`` for one of its groups alone."""
    if by is StatsBy.PROJECT:
        return replace(query, project_id=ProjectId(UUID(key)))
    if by is StatsBy.PROVIDER:
        return replace(query, provider=ProviderName(key), aliases=())
    if by is StatsBy.MODEL:
        return replace(query, model=key)
    if by is StatsBy.TYPE:
        return replace(query, type=GenerationType(key))
    first, last = period_days(by, key)
    return replace(
        query,
        first_day=first if query.first_day is None else max(first, query.first_day),
        last_day=last if query.last_day is None else min(last, query.last_day),
    )


def _where(user: UserId, query: StatsQuery) -> tuple[str, list[object]]:
    clauses, values = ["r.user_id = ?"], list[object]([user])
    for clause, value in (
        ("r.local_day >= ?", query.first_day and query.first_day.isoformat()),
        ("r.local_day <= ?", query.last_day and query.last_day.isoformat()),
        (
            "r.project_id = (SELECT id FROM projects WHERE uid = ?)",
            query.project_id and query.project_id.bytes,
        ),
        ("r.model = ?", query.model),
        ("r.type = ?", query.type and query.type.value),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if query.provider_names:
        clauses.append(f"r.provider IN ({', '.join('?' * len(query.provider_names))})")
        values += query.provider_names
    return " AND ".join(clauses), values


def _latencies(
    connection: Readable, key: str, where: str, values: Sequence[object]
) -> dict[Any, dict[int, int]]:
    sql = f"""SELECT {key}, CAST(h.key AS INTEGER), SUM(h.value)
     FROM usage_rollups r, json_each(r.latency_histogram) h
     WHERE {where} AND r.latency_histogram <> '{{}}' GROUP BY 1, 2"""
    found: dict[Any, dict[int, int]] = {}
    for group, bucket, count in fetch_all(connection, sql, values):
        found.setdefault(group, {})[bucket] = count
    return found


def _named(key: Any, names: Mapping[int, tuple[str, str]]) -> tuple[str, str]:
    """(key, label) of a group as the rest of the program knows it."""
    return names[key] if key in names else (str(key), str(key))


def _figures(row: Sequence[Any], latency: Mapping[int, int] | None = None) -> Figures:
    return replace(Figures(*row), latency=latency or {})
