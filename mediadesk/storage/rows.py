"""Reading rows, and the small conversions between columns and domain values.

Reading works on SQLAlchemy's connection and on the driver's own alike, so that a command that only
lists need not import SQLAlchemy.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, TypeAlias

from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    Transaction: TypeAlias = Connection
    """An open write transaction, for rooms that must not know SQLAlchemy."""
    Readable: TypeAlias = Connection | sqlite3.Connection

_SLICE = 500
"""SQLite's parameter limit is far above this; small statements keep the statement cache useful."""


def fetch_all(connection: Readable, sql: str, parameters: Sequence[object] = ()) -> list[Any]:
    """All rows of a reading statement."""
    driver_sql = getattr(connection, "exec_driver_sql", None)
    if driver_sql is not None:
        rows: list[Any] = list(driver_sql(sql, tuple(parameters)).fetchall())
        return rows
    return list(connection.execute(sql, tuple(parameters)).fetchall())  # type: ignore[call-overload]


def fetch_one(connection: Readable, sql: str, parameters: Sequence[object] = ()) -> Any | None:
    """The first row, or None."""
    rows = fetch_all(connection, sql, parameters)
    return rows[0] if rows else None


def fetch_value(connection: Readable, sql: str, parameters: Sequence[object] = ()) -> Any:
    """The first column of the first row, or None."""
    row = fetch_one(connection, sql, parameters)
    return None if row is None else row[0]


def fetch_by_ids(connection: Readable, sql: str, ids: Iterable[int], order: str = "") -> list[Any]:
    """Rows of ``sql`` (with ``{ids}`` where the list goes) for any number of integer ids."""
    wanted = list(ids)
    rows: list[Any] = []
    for start in range(0, len(wanted), _SLICE):
        part = wanted[start : start + _SLICE]
        marks = ",".join("?" * len(part))
        rows += fetch_all(connection, f"{sql.format(ids=marks)} {order}", part)
    return rows


def optional_time(at_ms: int | None) -> datetime | None:
    """An aware time, or None."""
    return None if at_ms is None else from_ms(at_ms)


def optional_uuid(uid: bytes | None) -> uuid.UUID | None:
    """A UUID from its 16 bytes, or None."""
    return None if uid is None else uuid.UUID(bytes=bytes(uid))


def to_json(value: object) -> str:
    """Canonical JSON: sorted keys, no spaces, real characters."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def from_json(text: str | None) -> dict[str, Any]:
    """A JSON object column; empty where there is none."""
    if not text:
        return {}
    value = json.loads(text)
    return value if isinstance(value, dict) else {}


def without_none(values: Mapping[str, object]) -> dict[str, object]:
    """The entries that have a value."""
    return {name: value for name, value in values.items() if value is not None}
