"""The library as a list shows it: assets with their runs, what to filter by, and when they came."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from mediadesk.domain.generation import GenerationStatus
from mediadesk.domain.ids import ProviderName, UserId
from mediadesk.domain.queries import AssetQuery, Facets, LibraryItem
from mediadesk.storage.asset_filter import (
    COST,
    MODEL,
    PROJECT,
    PROVIDER,
    ROUTE,
    RUN,
    conditions,
    order_of,
)
from mediadesk.storage.generation_rows import load_assets
from mediadesk.storage.rows import fetch_all, fetch_by_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.storage.rows import Readable

PROMPT_CHARACTERS = 240
_FACTS = f"""SELECT a.id, p.name, substr(COALESCE(g.prompt, ''), 1, {PROMPT_CHARACTERS}),
 {PROVIDER}, {MODEL}, g.status, {COST}, g.latency_ms
 FROM assets a {RUN} {ROUTE} {PROJECT} WHERE a.id IN ({{ids}})"""
_MADE_BY = f"""SELECT {{column}} AS name, COUNT(*) FROM assets a {RUN} {ROUTE}
 WHERE a.user_id = ? AND a.deleted_at IS NULL AND a.origin <> 'input' AND g.id IS NOT NULL
 GROUP BY name ORDER BY COUNT(*) DESC, name"""
_TAGS = """SELECT t.name, COUNT(a.id) FROM tags t JOIN asset_tags at ON at.tag_id = t.id
 JOIN assets a ON a.id = at.asset_id AND a.deleted_at IS NULL
 WHERE t.user_id = ? GROUP BY t.id ORDER BY COUNT(a.id) DESC, t.name"""


def items(connection: Readable, user: UserId, ids: Sequence[int]) -> list[LibraryItem]:
    """These rows, in the order asked for; rows that are gone are left out."""
    facts = {row[0]: row for row in fetch_by_ids(connection, _FACTS, ids)}
    found = []
    for row_id, asset in load_assets(connection, user, ids):
        _, project, prompt, provider, model, status, cost, latency = facts[row_id]
        found.append(
            LibraryItem(
                asset,
                project,
                prompt,
                ProviderName(provider) if provider else None,
                model or "",
                GenerationStatus(status) if status else None,
                cost,
                latency,
            )
        )
    return found


def facets(connection: Readable, user: UserId) -> Facets:
    """Providers, models and tags of everything that is not in the trash."""

    def counted(sql: str) -> tuple[tuple[str, int], ...]:
        return tuple((row[0], row[1]) for row in fetch_all(connection, sql, (user,)))

    return Facets(
        providers=counted(_MADE_BY.format(column=PROVIDER)),
        models=counted(_MADE_BY.format(column=MODEL)),
        tags=counted(_TAGS),
    )


def timeline(connection: Readable, user: UserId, query: AssetQuery) -> array[int]:
    """When each asset of a query was made, in epoch milliseconds, in the order of its rows."""
    joins, clauses, values = conditions(user, query)
    sql = f"SELECT a.created_at FROM assets a {joins} WHERE {' AND '.join(clauses)}"
    return array("q", (row[0] for row in fetch_all(connection, f"{sql} {order_of(query)}", values)))
