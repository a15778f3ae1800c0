"""Attempts that wait for their turn: the choice of the next ones, however many wait."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mediadesk.domain.ids import AttemptId, ProviderId, UserId
from mediadesk.storage.attempts import PICKED_UP_AGAIN
from mediadesk.storage.rows import fetch_all, fetch_value, to_json

if TYPE_CHECKING:
    from mediadesk.storage.rows import Readable


@dataclass(frozen=True, slots=True)
class WaitingAttempt:
    """An attempt that could be started, as the choice of the next one needs it."""

    row_id: int
    attempt_id: AttemptId
    generation_row_id: int
    provider_id: ProviderId
    is_owned: bool
    """Already the asking process's own: nobody else can take it."""
    place: int = 0
    """Lower ones go first, whatever their age."""


_COLUMNS = """t.id, t.uid, t.generation_id, COALESCE(r.provider_id, g.provider_id) AS provider_id,
 t.owner IS NOT NULL, t.place AS place"""
# “Cross” keeps the order of the tables: the index of what is open gives the rows by age.
_FROM = """FROM attempts t INDEXED BY attempts_open
 CROSS JOIN generations g ON g.id = t.generation_id
 LEFT JOIN attempt_routes r ON r.attempt_id = t.id
 WHERE t.completed_at IS NULL AND g.user_id = ?1"""
_MINE = "t.owner = ?2 AND t.state = 'queued'"
_NOBODYS = "t.owner IS NULL AND t.state = 'queued'"
_LEFT = f"t.owner IS NULL AND t.state IN {PICKED_UP_AGAIN}"
_READY = """(t.not_before IS NULL OR t.not_before <= ?3 OR t.not_before > ?4)
 AND COALESCE(r.provider_id, g.provider_id) NOT IN (SELECT value FROM json_each(?5))"""


def nobodys(connection: Readable, user: UserId) -> list[AttemptId]:
    """The queued attempts and jobs to pick up again that no process has, oldest first."""
    sql = f"SELECT {_COLUMNS} {_FROM} AND ({_NOBODYS} OR {_LEFT}) ORDER BY t.id"
    return [_waiting(row).attempt_id for row in fetch_all(connection, sql, (user,))]


def startable(
    connection: Readable,
    user: UserId,
    owner: str,
    *,
    now_ms: int,
    longest_wait_ms: int,
    full: Collection[ProviderId],
    limit: int,
    is_paused: bool = False,
) -> list[WaitingAttempt]:
    """The first attempts that may start now, of nobody's and ``owner``'s; at most ``limit``.

    The order is by place, then by age. ``is_paused``: only what a provider has already.

    ``full`` are providers that take no more calls. Includes what only waits to be cancelled. A wait
    of more than ``longest_wait_ms`` counts as over: the clock was set back meanwhile.
    """
    values = (user, owner, now_ms, now_ms + longest_wait_ms, to_json(sorted(full)), limit)
    parts = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {_COLUMNS} {_FROM} AND {part} AND {_READY}"
        " ORDER BY t.place, t.id LIMIT ?6)"
        for part in ((_LEFT,) if is_paused else (_MINE, _NOBODYS, _LEFT))
    )
    rows = fetch_all(connection, f"SELECT * FROM ({parts}) ORDER BY place, id LIMIT ?6", values)
    return [_waiting(row) for row in rows]


def next_due_ms(connection: Readable, now_ms: int, longest_wait_ms: int) -> int | None:
    """When the next queued attempt that waits for a time may start; None where none does."""
    sql = """SELECT MIN(not_before) FROM attempts
     WHERE state = 'queued' AND not_before > ? AND not_before <= ?"""
    due: int | None = fetch_value(connection, sql, (now_ms, now_ms + longest_wait_ms))
    return due


def _waiting(row: Any) -> WaitingAttempt:
    attempt_id = AttemptId(uuid.UUID(bytes=row[1]))
    return WaitingAttempt(row[0], attempt_id, row[2], ProviderId(row[3]), bool(row[4]), row[5])
