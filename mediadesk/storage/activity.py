"""What the Activity page lists: which generations need somebody, run, wait or have ended."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from mediadesk.storage.history import TO_SETTLE
from mediadesk.storage.rows import fetch_all, fetch_value

if TYPE_CHECKING:
    from collections.abc import Collection

    from mediadesk.domain.ids import AttemptId, GenerationId, UserId
    from mediadesk.storage.rows import Readable

CLEARED = {"failed": "activity.failed_cleared", "finished": "activity.finished_cleared"}
"""Rows of ``settings``: what ended up to this moment is not listed any more."""
MOST_ENDED = 5_000
"""So many of what has ended are listed; the library has the rest."""
LOOK_BACK = 500
"""So many of the last runs tell how long one usually takes."""
_FROM = "FROM generations g WHERE g.user_id = ? AND g.deleted_at IS NULL AND g.purged_at IS NULL"
_STILL = "g.status IN ('queued', 'running')"


def attention(connection: Readable, user: UserId) -> array[int]:
    """What has to be settled, all of it; then what has failed. Each newest first."""
    open_ones = f"SELECT g.id {_FROM} AND NOT {_STILL} AND {TO_SETTLE} ORDER BY g.id DESC"
    found = _ids(connection, open_ones, user)
    failed = _newest(connection, user, "failed", "'failed', 'partial'")
    known = set(found)
    found.extend(row for row in failed if row not in known)
    return found


def running(connection: Readable, user: UserId) -> array[int]:
    """What is under way, oldest first."""
    return _ids(connection, f"SELECT g.id {_FROM} AND g.status = 'running' ORDER BY g.id", user)


def waiting(connection: Readable, user: UserId) -> array[int]:
    """What waits, in the order of the queue."""
    sql = """SELECT t.generation_id, MIN(t.place) AS first, MIN(t.id) FROM attempts t
     JOIN generations g ON g.id = t.generation_id
     WHERE t.state = 'queued' AND t.completed_at IS NULL AND g.user_id = ? AND g.status = 'queued'
     AND g.deleted_at IS NULL GROUP BY t.generation_id ORDER BY first, 3"""
    return _ids(connection, sql, user)


def finished(connection: Readable, user: UserId) -> array[int]:
    """What has ended well, or was cancelled, newest first."""
    return _newest(connection, user, "finished", "'completed', 'cancelled'")


def rows_of(connection: Readable, user: UserId, wanted: Collection[GenerationId]) -> array[int]:
    """The rows of these generations, newest first; what was deleted is left out."""
    if not wanted:
        return array("q")
    marks = ",".join("?" * len(wanted))
    sql = f"SELECT g.id {_FROM} AND g.uid IN ({marks}) ORDER BY g.id DESC"
    return _ids(connection, sql, user, *(one.bytes for one in wanted))


def usual_ms(connection: Readable, user: UserId) -> dict[tuple[str, str], float]:
    """How long runs took lately, in milliseconds by (provider, model)."""
    sql = """SELECT provider, model, AVG(latency_ms) FROM (SELECT provider, model, latency_ms
     FROM generations WHERE status = 'completed' AND user_id = ? ORDER BY id DESC LIMIT ?)
     WHERE latency_ms > 0 GROUP BY provider, model"""
    rows = fetch_all(connection, sql, (user, LOOK_BACK))
    return {(row[0], row[1]): row[2] for row in rows}


def story(connection: Readable, attempt_id: AttemptId) -> list[tuple[str, int]]:
    """(kind, milliseconds) of every step of an attempt, oldest first."""
    sql = "SELECT kind, at FROM events WHERE subject_uid = ? ORDER BY id"
    return [(row[0], row[1]) for row in fetch_all(connection, sql, (attempt_id.bytes,))]


def _newest(connection: Readable, user: UserId, which: str, names: str) -> array[int]:
    sql = f"""SELECT g.id {_FROM} AND g.status IN ({names}) AND g.completed_at > ?
     ORDER BY g.id DESC LIMIT ?"""
    return _ids(connection, sql, user, _cleared(connection, which), MOST_ENDED)


def _ids(connection: Readable, sql: str, *values: object) -> array[int]:
    return array("q", (row[0] for row in fetch_all(connection, sql, values)))


def _cleared(connection: Readable, which: str) -> int:
    sql = "SELECT value FROM settings WHERE key = ?"
    stored = fetch_value(connection, sql, (CLEARED[which],))
    return int(json.loads(stored)) if stored is not None else 0
