"""Caps: limits, and how much of each is used now."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert

from mediadesk.domain.ids import ProjectId, ProviderName, UserId, new_uuid7
from mediadesk.domain.projects import Cap, CapPeriod, CapScope, CapUse
from mediadesk.storage.ledger import sums
from mediadesk.storage.rows import fetch_all, fetch_value
from mediadesk.storage.tables import caps

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

_CAPS = """SELECT c.scope, c.period, c.limit_micro, p.uid, p.name, c.provider, c.notice_only, p.id
 FROM caps c LEFT JOIN projects p ON p.id = c.project_id WHERE c.user_id = ? ORDER BY c.id"""
_PERIOD_WORDS = {
    CapPeriod.TOTAL: "budget",
    CapPeriod.MONTH: "monthly budget",
    CapPeriod.JOB: "limit for one run",
}


def cap_uses(connection: Readable, user: UserId, month: str) -> list[CapUse]:
    """Every cap with what is spent and held under it; ``month`` (“YYYY-MM”) is the present one."""
    uses = []
    for row in fetch_all(connection, _CAPS, (user,)):
        cap = _cap(row)
        if cap.period is CapPeriod.JOB:
            uses.append(CapUse(cap, 0, 0))
            continue
        spent, held = sums(
            connection,
            user=user,
            project_row_id=row[7] if cap.scope is CapScope.PROJECT else None,
            provider=row[5] if cap.scope is CapScope.PROVIDER else None,
            month=month if cap.period is CapPeriod.MONTH else None,
        )
        uses.append(CapUse(cap, spent, held))
    return uses


def applies(cap: Cap, project_id: ProjectId, provider: ProviderName) -> bool:
    """Whether a run in this project with this provider counts under ``cap``."""
    if cap.scope is CapScope.PROJECT:
        return cap.project_id == project_id
    return cap.scope is CapScope.OVERALL or cap.provider == provider


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
    words = _PERIOD_WORDS[period]
    subject = {CapScope.PROJECT: row[4], CapScope.PROVIDER: row[5]}.get(scope)
    label = f"overall {words}" if subject is None else f"{words} of {subject}"
    return Cap(
        scope,
        period,
        row[2],
        label,
        None if row[3] is None else ProjectId(uuid.UUID(bytes=row[3])),
        None if row[5] is None else ProviderName(row[5]),
        bool(row[6]),
    )
