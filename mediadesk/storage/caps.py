"""Caps: limits as they are stored. How much of each is used is in the roll-ups."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert

from mediadesk.domain.ids import ProjectId, ProviderName, UserId, new_uuid7
from mediadesk.domain.projects import Cap, CapPeriod, CapScope
from mediadesk.storage.rows import fetch_all, fetch_value
from mediadesk.storage.tables import caps

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

_CAPS = """SELECT c.scope, c.period, c.limit_micro, p.uid, p.name, c.provider, c.notice_only,
 p.id, c.id, c.noticed, c.notice_percent
 FROM caps c LEFT JOIN projects p ON p.id = c.project_id WHERE c.user_id = ? ORDER BY c.id"""


@dataclass(frozen=True, slots=True)
class _Names:
    """What a cap is called: ``label`` where it covers everything, else ``title``.

    They are whole templates, so that a language can say them as they are.
    """

    label: str
    title: str


_NAMES = {
    CapPeriod.TOTAL: _Names(label="overall budget", title="budget of {subject}"),
    CapPeriod.MONTH: _Names(label="overall monthly budget", title="monthly budget of {subject}"),
    CapPeriod.JOB: _Names(
        label="overall limit for one run", title="limit for one run of {subject}"
    ),
}


@dataclass(frozen=True, slots=True)
class StoredCap:
    """A cap with its row, its project's row, and the period for which notice was given."""

    cap: Cap
    row_id: int
    project_row_id: int | None
    noticed: str | None


def stored_caps(connection: Readable, user: UserId) -> list[StoredCap]:
    """Every cap, oldest first."""
    return [
        StoredCap(_cap(row), row[8], row[7], row[9])
        for row in fetch_all(connection, _CAPS, (user,))
    ]


def remember_notice(connection: Connection, row_id: int, period: str) -> None:
    """Notice was given for ``period``: “2026-11”, or “total”. A new limit forgets it."""
    connection.exec_driver_sql("UPDATE caps SET noticed = ? WHERE id = ?", (period, row_id))


def set_cap(connection: Connection, user: UserId, cap: Cap, at_ms: int) -> None:
    """Set a limit; one of the same scope and period is replaced."""
    clear_cap(connection, user, cap.scope, cap.period, cap.project_id, cap.provider)
    connection.execute(
        insert(caps).values(
            uid=new_uuid7(at_ms).bytes,
            user_id=user,
            scope=cap.scope.value,
            project_id=_project_row(connection, cap.project_id),
            provider=cap.provider,
            period=cap.period.value,
            limit_micro=cap.limit_micro,
            notice_only=int(cap.is_notice_only),
            notice_percent=cap.notice_percent,
            created_at=at_ms,
            updated_at=at_ms,
        )
    )


def clear_cap(
    connection: Connection,
    user: UserId,
    scope: CapScope,
    period: CapPeriod | None,
    project_id: ProjectId | None = None,
    provider: ProviderName | None = None,
) -> int:
    """Remove limits (every period where ``period`` is None); returns how many there were."""
    statement = delete(caps).where(caps.c.user_id == user, caps.c.scope == scope.value)
    if period is not None:
        statement = statement.where(caps.c.period == period.value)
    if scope is CapScope.PROJECT:
        statement = statement.where(caps.c.project_id == _project_row(connection, project_id))
    if scope is CapScope.PROVIDER:
        statement = statement.where(caps.c.provider == provider)
    return connection.execute(statement).rowcount


def _project_row(connection: Readable, project_id: ProjectId | None) -> int | None:
    if project_id is None:
        return None
    row: int | None = fetch_value(
        connection, "SELECT id FROM projects WHERE uid = ?", (project_id.bytes,)
    )
    return row


def _cap(row: Any) -> Cap:
    scope, period = CapScope(row[0]), CapPeriod(row[1])
    names = _NAMES[period]
    subject = {CapScope.PROJECT: row[4], CapScope.PROVIDER: row[5]}.get(scope)
    label = names.label if subject is None else names.title.format(subject=subject)
    return Cap(
        scope,
        period,
        row[2],
        label,
        None if row[3] is None else ProjectId(uuid.UUID(bytes=row[3])),
        None if row[5] is None else ProviderName(row[5]),
        bool(row[6]),
        row[10],
    )
