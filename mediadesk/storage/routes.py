"""Fallback chains in the database: of projects, of generations, and what attempts made of them."""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediadesk.domain.generation import JsonValue
from mediadesk.domain.ids import AccountId, AttemptId, ProviderId, ProviderName
from mediadesk.domain.routes import AttemptRoute, Chain, PassedOver
from mediadesk.storage.chain_codec import read_chain, write_chain
from mediadesk.storage.rows import fetch_by_ids, fetch_one, fetch_value, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from mediadesk.domain.parameters import ParameterValue
    from mediadesk.storage.rows import Readable


@dataclass(frozen=True, slots=True)
class StoredRoute:
    """The chain of a generation. ``is_own``: given with the request, not taken from the project."""

    links: Chain = ()
    is_own: bool = False
    max_cost_micro: int | None = None

    @property
    def is_told(self) -> bool:
        """Whether there is anything to keep with a generation."""
        return bool(self.links) or self.is_own or self.max_cost_micro is not None


@dataclass(frozen=True, slots=True)
class LinkCall:
    """What an attempt asks for in place of what its generation asked for."""

    link: int
    provider: ProviderName
    provider_id: ProviderId
    model: str
    account_id: AccountId | None
    parameters: Mapping[str, ParameterValue] = field(repr=False)
    extra: Mapping[str, JsonValue] = field(repr=False)
    dropped: tuple[str, ...] = ()


def add_route(connection: Connection, generation_row: int, route: StoredRoute) -> None:
    """Keep the chain of a new generation."""
    from sqlalchemy import insert

    from mediadesk.storage.route_tables import routes

    connection.execute(
        insert(routes).values(
            generation_id=generation_row,
            links=write_chain(route.links),
            is_own=int(route.is_own),
            max_cost_micro=route.max_cost_micro,
        )
    )


def route_of_generation(connection: Readable, generation_row: int) -> StoredRoute:
    """The chain of a generation; an empty one where it has none."""
    return routes_of(connection, [generation_row]).get(generation_row, StoredRoute())


def routes_of(connection: Readable, generation_rows: Iterable[int]) -> dict[int, StoredRoute]:
    """The chains of generations, by row."""
    sql = """SELECT generation_id, links, is_own, max_cost_micro FROM routes
     WHERE generation_id IN ({ids})"""
    return {
        row[0]: StoredRoute(read_chain(row[1]), bool(row[2]), row[3])
        for row in fetch_by_ids(connection, sql, generation_rows)
    }


def add_call(connection: Connection, attempt_row: int, call: LinkCall) -> None:
    """Let an attempt be made with a link of the chain."""
    from sqlalchemy import insert

    from mediadesk.storage.route_tables import attempt_routes

    account = None
    if call.account_id is not None:
        sql = "SELECT id FROM api_keys WHERE uid = ?"
        account = fetch_value(connection, sql, (call.account_id.bytes,))
    connection.execute(
        insert(attempt_routes).values(
            attempt_id=attempt_row,
            link=call.link,
            provider=call.provider,
            provider_id=call.provider_id,
            model=call.model,
            account_id=account,
            parameters=to_json(dict(call.parameters)),
            extra=to_json(dict(call.extra)),
            dropped=to_json(list(call.dropped)),
        )
    )


def copy_call(connection: Connection, from_row: int, to_row: int) -> None:
    """Let an attempt that repeats another be made with the same link."""
    from sqlalchemy import insert, literal, select

    from mediadesk.storage.route_tables import attempt_routes

    kept = [column for column in attempt_routes.c if column.name != "attempt_id"]
    values = select(literal(to_row), *kept).where(attempt_routes.c.attempt_id == from_row)
    names = ["attempt_id", *(column.name for column in kept)]
    connection.execute(insert(attempt_routes).from_select(names, values))


def add_passed_over(connection: Connection, attempt_row: int, passed: PassedOver) -> None:
    """Say why a link could not follow an attempt."""
    from sqlalchemy import insert

    from mediadesk.storage.route_tables import passed_links

    connection.execute(
        insert(passed_links).values(
            attempt_id=attempt_row,
            link=passed.link,
            reason=passed.reason[:500],
            is_end=int(passed.is_end),
        )
    )


def attempt_routes_of(
    connection: Readable, generation_rows: Iterable[int]
) -> dict[AttemptId, AttemptRoute]:
    """What the attempts of generations were made with, and what was passed over after them.

    Attempts that were made as asked, and after which nothing was passed over, are left out.
    """
    rows = list(generation_rows)
    passed: defaultdict[bytes, list[PassedOver]] = defaultdict(list)
    sql = """SELECT t.uid, p.link, p.reason, p.is_end FROM passed_links p
     JOIN attempts t ON t.id = p.attempt_id WHERE t.generation_id IN ({ids})"""
    for row in fetch_by_ids(connection, sql, rows, "ORDER BY p.attempt_id, p.link"):
        passed[row[0]].append(PassedOver(row[1], row[2], bool(row[3])))
    sql = """SELECT t.uid, r.link, r.provider, r.model, r.dropped FROM attempt_routes r
     JOIN attempts t ON t.id = r.attempt_id WHERE t.generation_id IN ({ids})"""
    made = {row[0]: row[1:] for row in fetch_by_ids(connection, sql, rows)}
    found = {}
    for uid in made.keys() | passed.keys():
        link, provider, model, dropped = made.get(uid, (0, None, None, "[]"))
        found[AttemptId(uuid.UUID(bytes=uid))] = AttemptRoute(
            link,
            None if provider is None else ProviderName(provider),
            model,
            tuple(json.loads(dropped)),
            tuple(passed[uid]),
        )
    return found


def may_be_followed(connection: Readable, attempt_row: int) -> bool:
    """Whether an attempt ended free and without a trace, and nobody asked for its end.

    An attempt that was repeated already is followed by its repetition.
    """
    sql = """SELECT 1 FROM attempts t JOIN generations g ON g.id = t.generation_id
     WHERE t.id = ? AND t.state IN ('failed', 'expired') AND t.billed = 'free'
     AND t.settled_as IS NULL AND t.cancel_requested = 0 AND g.deleted_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM assets a WHERE a.attempt_id = t.id)
     AND NOT EXISTS (SELECT 1 FROM attempts n WHERE n.retry_of = t.id)
     AND NOT EXISTS (SELECT 1 FROM ledger_entries l WHERE l.attempt_id = t.id
      AND l.kind = 'charge' AND l.amount_micro IS NOT 0)"""
    return fetch_one(connection, sql, (attempt_row,)) is not None


def spent_and_held(connection: Readable, generation_row: int) -> int:
    """What a generation has cost and may still cost with the calls that it has."""
    sql = "SELECT COALESCE(SUM(amount_micro), 0) FROM ledger_entries WHERE generation_id = ?"
    return int(fetch_value(connection, sql, (generation_row,)))


def last_number(connection: Readable, generation_row_id: int) -> int:
    """The highest number among the attempts of a generation."""
    sql = "SELECT COALESCE(MAX(number), 0) FROM attempts WHERE generation_id = ?"
    return int(fetch_value(connection, sql, (generation_row_id,)))
