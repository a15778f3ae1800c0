"""Prices that the user set, one setting a model, so that two processes never lose each other's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mediadesk.storage.rows import fetch_all
from mediadesk.storage.settings import put_setting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from mediadesk.domain.generation import JsonValue
    from mediadesk.storage.rows import Readable

_PREFIX = "price/"


def price_overrides(connection: Readable) -> dict[str, Mapping[str, JsonValue]]:
    """Every price that was set, by “provider/model”."""
    rows = fetch_all(
        connection, "SELECT key, value FROM settings WHERE substr(key, 1, 6) = ?", (_PREFIX,)
    )
    documents = {key.removeprefix(_PREFIX): json.loads(value) for key, value in rows}
    return {name: found for name, found in documents.items() if isinstance(found, dict)}


def put_price_override(
    connection: Connection, name: str, document: Mapping[str, JsonValue], at_ms: int
) -> None:
    """Keep the price of “provider/model”; one that was set before is replaced."""
    put_setting(connection, _PREFIX + name, document, at_ms)


def remove_price_override(connection: Connection, name: str) -> bool:
    """Forget the price of “provider/model”; returns whether there was one."""
    from sqlalchemy import delete

    from mediadesk.storage.tables import settings

    done = connection.execute(delete(settings).where(settings.c.key == _PREFIX + name))
    return done.rowcount > 0
