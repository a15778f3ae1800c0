"""Reading the ledger: pages, totals, what is exported, and whether the sums follow from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mediadesk.domain.cost_calculator import CostBasis
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import AttemptId, GenerationId, ProjectId, ProviderName
from mediadesk.domain.ledger import (
    EntryKind,
    EntryMark,
    LedgerEntry,
    LedgerPage,
    LedgerQuery,
    LedgerTotals,
)
from mediadesk.storage.rows import fetch_all, fetch_one, fetch_value, optional_uuid
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from mediadesk.domain.ids import UserId
    from mediadesk.storage.rows import Readable

_ENTRIES = """SELECT l.id, l.uid, l.created_at, l.local_day, l.kind, l.amount_micro, l.basis,
 l.provider, l.model, l.type, p.uid, p.name, g.uid, t.uid, l.price_source, l.price_date, l.mark,
 l.note FROM ledger_entries l JOIN projects p ON p.id = l.project_id
 LEFT JOIN generations g ON g.id = l.generation_id LEFT JOIN attempts t ON t.id = l.attempt_id"""
_SPENDING = "kind IN ('charge', 'refund', 'correction')"
_HOLDING = "kind IN ('hold', 'release')"
_CELL = "user_id, local_day, project_id, provider, model, type"


def page(
    connection: Readable, user: UserId, query: LedgerQuery, before: int | None, limit: int
) -> LedgerPage:
    """The newest entries that fit, from those older than row ``before`` on."""
    where, values = _where(user, query)
    if before is not None:
        where += " AND l.id < ?"
        values.append(before)
    if query.first_day is None and query.last_day is None and query.generation_id is None:
        # what fits is all over the table: its own order finds the newest without sorting it all
        where = where.replace("l.user_id = ?", "+l.user_id = ?")
        where = where.replace("l.project_id =", "+l.project_id =")
        where = where.replace("l.provider IN", "+l.provider IN")
    ids = f"SELECT l.id FROM ledger_entries l WHERE {where} ORDER BY l.id DESC LIMIT ?"
    sql = f"{_ENTRIES} WHERE l.id IN ({ids}) ORDER BY l.id DESC"
    found = [_entry(row) for row in fetch_all(connection, sql, [*values, limit + 1])]
    entries = tuple(found[:limit])
    return LedgerPage(entries, entries[-1].row_id if len(found) > limit else None)


def totals(connection: Readable, user: UserId, query: LedgerQuery) -> LedgerTotals:
    """Sums over every entry that fits."""
    where, values = _where(user, query)
    sql = f"""SELECT COUNT(*), COALESCE(SUM(CASE WHEN l.{_SPENDING} THEN l.amount_micro END), 0),
     COALESCE(SUM(CASE WHEN l.{_HOLDING} THEN l.amount_micro END), 0)
     FROM ledger_entries l WHERE {where}"""
    row = fetch_one(connection, sql, values)
    unknown = f"""SELECT COUNT(DISTINCT l.attempt_id) FROM ledger_entries l
     JOIN attempts t ON t.id = l.attempt_id
     WHERE {where} AND t.billed = 'unknown' AND t.settled_as IS NULL"""
    count = int(fetch_value(connection, unknown, values))
    return LedgerTotals(row[0], row[1], row[2], count) if row else LedgerTotals(0, 0, 0, 0)


def cells_that_differ(connection: Readable) -> int:
    """How many cells of the roll-up do not add up to their entries. Reads the whole ledger."""
    sql = f"""WITH summed AS (SELECT {_CELL},
      SUM(CASE WHEN {_SPENDING} THEN amount_micro ELSE 0 END) AS spent,
      SUM(CASE WHEN {_HOLDING} THEN amount_micro ELSE 0 END) AS held,
      SUM(CASE WHEN {_SPENDING} AND basis = 'reported' THEN amount_micro ELSE 0 END) AS reported,
      SUM(CASE WHEN {_SPENDING} AND basis IN ('bill', 'user') THEN amount_micro ELSE 0 END)
       AS corrected
      FROM (SELECT {_CELL}, kind, basis, COALESCE(amount_micro, 0) AS amount_micro
       FROM ledger_entries) GROUP BY {_CELL})
     SELECT COUNT(*) FROM (
      SELECT 1 FROM summed s LEFT JOIN usage_rollups r USING ({_CELL})
      WHERE s.spent <> COALESCE(r.charged_micro, 0) OR s.held <> COALESCE(r.held_micro, 0)
       OR s.reported <> COALESCE(r.reported_micro, 0)
       OR s.corrected <> COALESCE(r.corrected_micro, 0)
      UNION ALL
      SELECT 1 FROM usage_rollups r LEFT JOIN summed s USING ({_CELL})
      WHERE s.spent IS NULL AND (r.charged_micro <> 0 OR r.held_micro <> 0))"""
    return int(fetch_value(connection, sql))


def _where(user: UserId, query: LedgerQuery) -> tuple[str, list[object]]:
    clauses, values = ["l.user_id = ?"], list[object]([user])
    for clause, value in (
        ("l.local_day >= ?", query.first_day and query.first_day.isoformat()),
        ("l.local_day <= ?", query.last_day and query.last_day.isoformat()),
        (
            "l.project_id = (SELECT id FROM projects WHERE uid = ?)",
            query.project_id and query.project_id.bytes,
        ),
        (
            "l.generation_id = (SELECT id FROM generations WHERE uid = ?)",
            query.generation_id and query.generation_id.bytes,
        ),
        ("l.model = ?", query.model),
        ("l.type = ?", query.type and query.type.value),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if query.provider_names:
        clauses.append(f"l.provider IN ({', '.join('?' * len(query.provider_names))})")
        values += query.provider_names
    if query.kinds is not None:
        clauses.append(f"l.kind IN ({', '.join('?' * len(query.kinds))})")
        values += sorted(kind.value for kind in query.kinds)
    return " AND ".join(clauses), values


def _entry(row: Any) -> LedgerEntry:
    generation, attempt = optional_uuid(row[12]), optional_uuid(row[13])
    return LedgerEntry(
        row_id=row[0],
        id=UUID(bytes=row[1]),
        at=from_ms(row[2]),
        local_day=date.fromisoformat(row[3]),
        kind=EntryKind(row[4]),
        amount_micro=row[5],
        basis=CostBasis(row[6]),
        provider=ProviderName(row[7]),
        model=row[8],
        type=GenerationType(row[9]),
        project_id=ProjectId(UUID(bytes=row[10])),
        project_name=row[11],
        generation_id=None if generation is None else GenerationId(generation),
        attempt_id=None if attempt is None else AttemptId(attempt),
        price_source=row[14] or "",
        price_date=date.fromisoformat(row[15]) if row[15] else None,
        mark=None if row[16] is None else EntryMark(row[16]),
        note=row[17],
    )
