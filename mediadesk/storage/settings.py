"""Settings in the database: JSON values by key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mediadesk.storage.rows import fetch_all, fetch_value

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable
    from mediadesk.system.clock import Clock

TIME_ZONE = "money.time_zone"
"""Where days and months of money begin; empty = as on this computer."""
NEVER_OVER = "money.never_over"
"""Whether no budget may be passed, not even once by somebody who was asked."""
PAUSED = "jobs.paused"
"""Whether nothing new is started; read anew each time, since any process may change it."""


def all_settings(connection: Readable) -> dict[str, Any]:
    """Every stored setting; what was never set is not there."""
    return {
        key: json.loads(value)
        for key, value in fetch_all(connection, "SELECT key, value FROM settings")
    }


def put_setting(connection: Connection, key: str, value: object, at_ms: int) -> None:
    """Store one setting."""
    from sqlalchemy.dialects.sqlite import insert

    from mediadesk.storage.tables import settings

    values = {"value": json.dumps(value), "updated_at": at_ms}
    statement = insert(settings).values(key=key, **values)
    connection.execute(
        statement.on_conflict_do_update(index_elements=[settings.c.key], set_=values)
    )


def are_jobs_paused(connection: Readable) -> bool:
    """Whether somebody asked that no waiting job starts."""
    return _is_on(connection, PAUSED)


def may_pass_budgets(connection: Readable) -> bool:
    """Whether a one-time exception may be made at all: read where the money is held."""
    return not _is_on(connection, NEVER_OVER)


def _is_on(connection: Readable, key: str) -> bool:
    stored = fetch_value(connection, "SELECT value FROM settings WHERE key = ?", (key,))
    return stored is not None and json.loads(stored) is True


def local_day(connection: Readable, clock: Clock, at_ms: int) -> str:
    """The day that money spent at ``at_ms`` belongs to.

    Read in the transaction that needs it: another process may have changed the time zone.
    """
    stored = fetch_value(connection, "SELECT value FROM settings WHERE key = ?", (TIME_ZONE,))
    zone = json.loads(stored) if stored else ""
    return clock.local_day(at_ms, zone if isinstance(zone, str) else "")
