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
LOOK_BACK = 500
"""So many of the last runs tell how long one usually takes."""
_FROM = "FROM generations g WHERE g.user_id = ? AND g.deleted_at IS NULL AND g.purged_at IS NULL"
_STILL = "g.status IN ('queued', 'running')"
_ENDED = "g.status IN ({names}) AND g.completed_at > ?"


def attention(connection: Readable, user: UserId) -> array[int]:
    """What has to be settled or has failed, newest first."""
    failed = _ENDED.format(names="'failed', 'partial'")
    sql = f"""SELECT g.id {_FROM} AND NOT {_STILL} AND ({TO_SETTLE} OR ({failed}))
     ORDER BY g.id DESC"""
    return _ids(connection, sql, user, _cleared(connection, "failed"))


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
    ended = _ENDED.format(names="'completed', 'cancelled'")
    sql = f"SELECT g.id {_FROM} AND {ended} AND NOT {TO_SETTLE} ORDER BY g.id DESC"
    return _ids(connection, sql, user, _cleared(connection, "finished"))


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


def _ids(connection: Readable, sql: str, *values: object) -> array[int]:
    return array("q", (row[0] for row in fetch_all(connection, sql, values)))


def _cleared(connection: Readable, which: str) -> int:
    sql = "SELECT value FROM settings WHERE key = ?"
    stored = fetch_value(connection, sql, (CLEARED[which],))
    return int(json.loads(stored)) if stored is not None else 0
