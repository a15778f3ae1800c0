"""Comparisons and saved sets of models: rows in, domain values out."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mediadesk.domain.comparisons import Comparison, ModelSet
from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ComparisonId, GenerationId, UserId, new_uuid7
from mediadesk.storage.chain_codec import read_chain, write_chain
from mediadesk.storage.generation_rows import load_generations
from mediadesk.storage.generations import generation_row_id
from mediadesk.storage.rows import fetch_all, fetch_one, fetch_value
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable


def add_comparison(
    connection: Connection, user: UserId, generations: Sequence[GenerationId], at_ms: int
) -> ComparisonId:
    """Keep that these runs belong together, in this order."""
    from sqlalchemy import insert

    from mediadesk.storage.comparison_tables import comparison_cells, comparisons

    new_id = ComparisonId(new_uuid7(at_ms))
    connection.execute(insert(comparisons).values(uid=new_id.bytes, user_id=user, created_at=at_ms))
    row_id = _row_id(connection, user, new_id)
    for position, generation_id in enumerate(generations):
        connection.execute(
            insert(comparison_cells).values(
                comparison_id=row_id,
                position=position,
                generation_id=generation_row_id(connection, user, generation_id),
            )
        )
    return new_id


def get_comparison(connection: Readable, user: UserId, id: ComparisonId) -> Comparison:
    """One comparison. Raises ``NotFoundError``."""
    row_id = _row_id(connection, user, id)
    created_at, picked = fetch_one(
        connection,
        """SELECT c.created_at, g.uid FROM comparisons c
         LEFT JOIN generations g ON g.id = c.picked_id WHERE c.id = ?""",
        (row_id,),
    ) or (0, None)
    sql = "SELECT generation_id FROM comparison_cells WHERE comparison_id = ? ORDER BY position"
    rows = [row[0] for row in fetch_all(connection, sql, (row_id,))]
    return Comparison(
        id,
        from_ms(created_at),
        tuple(found for _, found in load_generations(connection, user, rows)),
        None if picked is None else GenerationId(uuid.UUID(bytes=picked)),
    )


def latest(connection: Readable, user: UserId) -> ComparisonId | None:
    """The comparison made last, if there is one with a run that is not deleted."""
    sql = """SELECT c.uid FROM comparisons c WHERE c.user_id = ? AND EXISTS (
      SELECT 1 FROM comparison_cells x JOIN generations g ON g.id = x.generation_id
      WHERE x.comparison_id = c.id AND g.deleted_at IS NULL) ORDER BY c.id DESC LIMIT 1"""
    uid = fetch_value(connection, sql, (user,))
    return None if uid is None else ComparisonId(uuid.UUID(bytes=uid))


def set_pick(
    connection: Connection, user: UserId, id: ComparisonId, generation_id: GenerationId | None
) -> None:
    """Remember the winner (None: there is none). Raises ``UsageError`` for a run of another set."""
    from sqlalchemy import update

    from mediadesk.storage.comparison_tables import comparisons

    row_id = _row_id(connection, user, id)
    picked = None if generation_id is None else generation_row_id(connection, user, generation_id)
    sql = "SELECT 1 FROM comparison_cells WHERE comparison_id = ? AND generation_id = ?"
    if picked is not None and fetch_value(connection, sql, (row_id, picked)) is None:
        raise UsageError(
            f"The run {generation_id} is not part of this comparison.", "Pick one that is."
        )
    connection.execute(
        update(comparisons).where(comparisons.c.id == row_id).values(picked_id=picked)
    )


def model_sets(connection: Readable, user: UserId, type: GenerationType) -> list[ModelSet]:
    """The saved sets of one kind, the one saved or used last first."""
    sql = "SELECT name, models FROM model_sets WHERE user_id = ? AND type = ? ORDER BY id DESC"
    return [
        ModelSet(name, type, read_chain(models))
        for name, models in fetch_all(connection, sql, (user, type.value))
    ]


def put_model_set(connection: Connection, user: UserId, wanted: ModelSet) -> None:
    """Save a set, in place of one of the same kind and name."""
    from sqlalchemy import insert

    from mediadesk.storage.comparison_tables import model_sets as table

    delete_model_set(connection, user, wanted.type, wanted.name)
    connection.execute(
        insert(table).values(
            user_id=user,
            type=wanted.type.value,
            name=wanted.name,
            models=write_chain(wanted.models),
        )
    )


def delete_model_set(connection: Connection, user: UserId, type: GenerationType, name: str) -> None:
    """Forget a set; none of that name is no error."""
    from sqlalchemy import delete

    from mediadesk.storage.comparison_tables import model_sets as table

    own = (table.c.user_id == user, table.c.type == type.value, table.c.name == name)
    connection.execute(delete(table).where(*own))


def _row_id(connection: Readable, user: UserId, id: ComparisonId) -> int:
    sql = "SELECT id FROM comparisons WHERE user_id = ? AND uid = ?"
    row_id = fetch_value(connection, sql, (user, id.bytes))
    if row_id is None:
        raise NotFoundError(f"There is no comparison {id}.", "It may have been deleted.")
    return int(row_id)
