"""The order of the queue: which generation's waiting calls go before which.

A call's ``place`` is 0 until somebody moves something; lower places go first, equal ones by age.
What is queued later has place 0, and no place is ever above that, so it comes last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.storage.rows import fetch_one, fetch_value

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.domain.ids import UserId
    from mediadesk.storage.rows import Readable

_WAITING = "state = 'queued' AND completed_at IS NULL"
_UNREACHED = """FROM attempts t JOIN generations g ON g.id = t.generation_id
 WHERE g.user_id = ? AND t.state = 'queued' AND t.completed_at IS NULL AND t.not_before IS NOT NULL
 AND (SELECT w.status FROM attempt_waits w WHERE w.attempt_id = t.id ORDER BY w.id DESC LIMIT 1)
 IS NULL"""


def first_of(connection: Readable, generation_row: int) -> tuple[int, int]:
    """(place, row) of the first waiting call of a generation.

    Raises ``UsageError`` where none of its calls waits.
    """
    sql = f"""SELECT place, id FROM attempts WHERE generation_id = ? AND {_WAITING}
     ORDER BY place, id LIMIT 1"""
    row = fetch_one(connection, sql, (generation_row,))
    if row is None:
        raise UsageError("This job does not wait any more.", "Only waiting jobs can be moved.")
    return int(row[0]), int(row[1])


def first_waiting(connection: Readable) -> int | None:
    """The generation at the head of the queue."""
    sql = f"SELECT generation_id FROM attempts WHERE {_WAITING} ORDER BY place, id LIMIT 1"
    found: int | None = fetch_value(connection, sql)
    return found


def neighbour(connection: Readable, generation_row: int, *, is_before: bool) -> int | None:
    """The generation whose first waiting call comes right before or after this one's."""
    place, row = first_of(connection, generation_row)
    sign, order = ("<", "DESC") if is_before else (">", "ASC")
    sql = f"""SELECT generation_id FROM attempts t WHERE {_WAITING} AND generation_id <> ?
     AND (place, id) {sign} (?, ?) AND NOT EXISTS (SELECT 1 FROM attempts o
      WHERE o.generation_id = t.generation_id AND o.state = 'queued' AND o.completed_at IS NULL
      AND (o.place, o.id) < (t.place, t.id))
     ORDER BY place {order}, id {order} LIMIT 1"""
    found: int | None = fetch_value(connection, sql, (generation_row, place, row))
    return found


def move_before(connection: Connection, generation_row: int, other_row: int) -> None:
    """Put the waiting calls of a generation right before the first one of another.

    Raises ``UsageError`` where one of both has no waiting call.
    """
    first_of(connection, generation_row)
    if generation_row == other_row:
        return
    place, row = first_of(connection, other_row)
    run = connection.exec_driver_sql
    run(f"UPDATE attempts SET place = place - 2 WHERE {_WAITING} AND place < ?", (place,))
    run(
        f"UPDATE attempts SET place = place - 2 WHERE {_WAITING} AND place = ? AND id < ?",
        (place, row),
    )
    run(
        f"UPDATE attempts SET place = ? WHERE {_WAITING} AND generation_id = ?",
        (place - 1, generation_row),
    )


def count_unreached(connection: Readable, user: UserId) -> int:
    """How many calls wait because nothing answered at the provider."""
    found: int = fetch_value(connection, f"SELECT COUNT(*) {_UNREACHED}", (user,))
    return found


def start_unreached(connection: Connection, user: UserId) -> int:
    """Let the waits of calls be over that reached nobody; how many there were."""
    result = connection.exec_driver_sql(
        f"UPDATE attempts SET not_before = NULL WHERE id IN (SELECT t.id {_UNREACHED})", (user,)
    )
    return int(result.rowcount)


def start_now(connection: Connection, generation_row: int) -> int:
    """Let waits of a generation be over; how many calls waited for a time."""
    result = connection.exec_driver_sql(
        f"""UPDATE attempts SET not_before = NULL
         WHERE generation_id = ? AND {_WAITING} AND not_before IS NOT NULL""",
        (generation_row,),
    )
    return int(result.rowcount)
