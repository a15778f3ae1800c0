"""The history: which generations fit a query, newest first. Reading only, on any connection."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from mediadesk.domain.generation import GenerationStatus
from mediadesk.domain.queries import HistoryCounts, HistoryQuery, HistoryRow
from mediadesk.storage.conditions import OF_BATCH
from mediadesk.storage.full_text import match_expression
from mediadesk.storage.generation_rows import load_generations
from mediadesk.storage.rows import fetch_all, fetch_one, fetch_value
from mediadesk.system.clock import to_ms

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mediadesk.domain.ids import GenerationId, UserId
    from mediadesk.storage.rows import Readable

_ASSET_OF = "EXISTS (SELECT 1 FROM assets a {join} WHERE a.generation_id = g.id AND {condition})"
_FAVOURITE = _ASSET_OF.format(join="", condition="a.favourite = 1 AND a.deleted_at IS NULL")
_RUNNING = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)
_FAILED = (GenerationStatus.FAILED, GenerationStatus.PARTIAL)
TO_SETTLE = """g.id IN (SELECT generation_id FROM attempts WHERE state = 'uncertain'
 OR (billed = 'unknown' AND settled_as IS NULL AND hold_micro > 0))"""
_PICKED = "g.id IN (SELECT picked_id FROM comparisons)"
_MADE_WITH = """(g.{column} IN ({marks}) OR g.id IN (SELECT t.generation_id FROM attempt_routes r
 JOIN attempts t ON t.id = r.attempt_id WHERE r.{column} IN ({marks})))"""
_OF_DAYS = """(g.local_day BETWEEN ? AND ? OR g.id IN (SELECT generation_id FROM attempts
 WHERE retry_of IS NOT NULL AND local_day BETWEEN ? AND ?))"""


def row_ids(
    connection: Readable, user: UserId, query: HistoryQuery, limit: int | None = None
) -> array[int]:
    """The row numbers of all generations that fit, in order."""
    clauses, values = _where(user, query)
    direction = "DESC" if query.newest_first else "ASC"
    sql = f"SELECT g.id FROM generations g WHERE {clauses} ORDER BY g.id {direction}"
    if limit is not None:
        sql += " LIMIT ?"
        values.append(limit)
    return array("q", (row[0] for row in fetch_all(connection, sql, values)))


def rows(connection: Readable, user: UserId, ids: Sequence[int]) -> list[HistoryRow]:
    """These rows, in the order asked for."""
    return [HistoryRow(row_id, found) for row_id, found in load_generations(connection, user, ids)]


def first_page(
    connection: Readable, user: UserId, query: HistoryQuery, limit: int
) -> list[HistoryRow]:
    """The first rows of a query."""
    return rows(connection, user, row_ids(connection, user, query, limit))


def row_id_of(connection: Readable, user: UserId, generation_id: GenerationId) -> int | None:
    """The row number of a generation, None where there is none."""
    sql = "SELECT id FROM generations WHERE user_id = ? AND uid = ?"
    found: int | None = fetch_value(connection, sql, (user, generation_id.bytes))
    return found


def counts(connection: Readable, user: UserId, query: HistoryQuery) -> HistoryCounts:
    """The numbers beside the filters: ``query`` without what they choose by."""
    clauses, values = _where(user, replace(query, status=None, favourites=False, to_settle=False))
    sql = f"""SELECT COUNT(*), SUM(g.status IN {_names(_RUNNING)}),
     SUM(g.status IN {_names(_FAILED)}),
     SUM({_FAVOURITE}), SUM({TO_SETTLE}) FROM generations g WHERE {clauses}"""
    row = fetch_one(connection, sql, values)
    return HistoryCounts(*((number or 0) for number in row)) if row else HistoryCounts()


def _where(user: UserId, query: HistoryQuery) -> tuple[str, list[object]]:
    clauses, values = ["g.user_id = ?"], list[object]([user])

    def add(clause: str, *parameters: object) -> None:
        clauses.append(clause)
        values.extend(parameters)

    if not query.with_deleted:
        add(f"g.deleted_at IS {'NOT ' if query.deleted else ''}NULL AND g.purged_at IS NULL")
    if days := _days(query):
        add(_OF_DAYS, *days, *days)
    if query.project_id is not None:
        add("g.project_id = (SELECT id FROM projects WHERE uid = ?)", query.project_id.bytes)
    for column, wanted in _columns(query):
        add(f"g.{column} IN ({_marks(wanted)})", *sorted(wanted))
    models = () if query.model is None else (query.model,)
    for column, names in (("provider", query.provider_names), ("model", models)):
        if names:
            add(_MADE_WITH.format(column=column, marks=_marks(names)), *names, *names)
    wishes = (
        (query.to_settle, TO_SETTLE),
        (query.favourites, _FAVOURITE),
        (query.picked, _PICKED),
    )
    clauses += [clause for is_wanted, clause in wishes if is_wanted]
    if query.batch is not None:
        add(OF_BATCH.format(id="g.id"), query.batch.bytes)
    if query.since is not None:
        add("g.created_at >= ?", to_ms(query.since))
    if query.tag is not None:
        join = "JOIN asset_tags at ON at.asset_id = a.id JOIN tags t ON t.id = at.tag_id"
        add(_ASSET_OF.format(join=join, condition="t.name = ?"), query.tag)
    if query.text.strip():
        add(*_of_text(query.text))
    return " AND ".join(clauses), values


def _columns(query: HistoryQuery) -> list[tuple[str, Collection[str]]]:
    """Columns with the values that they may have."""
    named: dict[str, Collection[str] | None] = {
        "status": query.status,
        "type": query.types,
    }
    return [(column, wanted) for column, wanted in named.items() if wanted is not None]


def _of_text(text: str) -> tuple[str, ...]:
    """A clause for words, with its values."""
    expression = match_expression(text)
    found = """g.id IN (SELECT a.generation_id FROM asset_search s
     JOIN assets a ON a.id = s.rowid
     WHERE asset_search MATCH ?)"""
    plain = "(g.status <> 'completed' AND g.prompt LIKE ? ESCAPE '\\')"
    if not expression:
        return plain, _like(text)
    return f"({found} OR {plain})", expression, _like(text)


def _days(query: HistoryQuery) -> tuple[str, ...]:
    """The first and the last day asked for; nothing where any will do."""
    if query.first_day is None and query.last_day is None:
        return ()
    return (query.first_day or date.min).isoformat(), (query.last_day or date.max).isoformat()


def _like(text: str) -> str:
    for character in "\\%_":
        text = text.replace(character, f"\\{character}")
    return f"%{text.strip()}%"


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


def _names(statuses: tuple[GenerationStatus, ...]) -> str:
    return "(" + ", ".join(f"'{status.value}'" for status in statuses) + ")"
