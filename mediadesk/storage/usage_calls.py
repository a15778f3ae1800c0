"""The calls of a provider as its usage file may name them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.ids import AttemptId
from mediadesk.domain.usage_import import LedgerCall
from mediadesk.storage.rows import fetch_all, from_json, optional_time
from mediadesk.system.clock import to_ms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mediadesk.domain.ids import UserId
    from mediadesk.storage.rows import Readable

_CALLS = """SELECT t.uid, l.model, COALESCE(t.submitted_at, t.created_at),
 SUM(CASE WHEN l.kind IN ('charge', 'refund', 'correction') THEN l.amount_micro ELSE 0 END),
 t.state = 'uncertain' OR (t.billed = 'unknown' AND t.settled_as IS NULL), t.request_id,
 t.remote_job
 FROM ledger_entries l JOIN attempts t ON t.id = l.attempt_id
 WHERE l.user_id = ? AND l.provider IN ({names}) AND (t.completed_at IS NOT NULL
  OR t.state = 'uncertain')"""


@dataclass(frozen=True, slots=True)
class StoredCall:
    """A call with every id that the provider gave it."""

    call: LedgerCall
    remote_ids: tuple[str, ...]


def calls_of(
    connection: Readable,
    user: UserId,
    names: Sequence[str],
    span: tuple[datetime, datetime] | None,
) -> list[StoredCall]:
    """The calls with money that ended or are in doubt; ``span`` is of their sending."""
    sql, values = _CALLS.format(names=", ".join("?" * len(names))), [user, *names]
    if span is not None:
        sql += " AND COALESCE(t.submitted_at, t.created_at) BETWEEN ? AND ?"
        values += [to_ms(span[0]), to_ms(span[1])]
    found = []
    for row in fetch_all(connection, f"{sql} GROUP BY t.id ORDER BY t.id", values):
        job_id = from_json(row[6]).get("id")
        call = LedgerCall(
            AttemptId(uuid.UUID(bytes=row[0])),
            row[1],
            optional_time(row[2]),
            None if row[4] else row[3],
        )
        ids = tuple(str(one) for one in (row[5], job_id) if one)
        found.append(StoredCall(call, ids))
    return found
