"""Generations in the database: adding one, deriving its status, reading back what was asked for."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, update

from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.generation import (
    Generation,
    GenerationRequest,
    GenerationStatus,
    GenerationType,
    InputRef,
    derive_status,
)
from mediadesk.domain.ids import (
    AssetId,
    GenerationId,
    ProjectId,
    ProviderId,
    UserId,
    new_uuid7,
)
from mediadesk.storage.attempts import latest_states
from mediadesk.storage.generation_rows import load_generations
from mediadesk.storage.ledger import SPENDING
from mediadesk.storage.projects import project_row_id
from mediadesk.storage.rows import fetch_all, fetch_one, fetch_value, to_json
from mediadesk.storage.tables import assets, generations, inputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

LONGEST_CONVERSATION = 200
_UNSETTLED = "(t.billed = 'unknown' AND t.settled_as IS NULL AND t.hold_micro > 0)"
_ACTIVE = f"""FROM generations g JOIN attempts t ON t.generation_id = g.id
 WHERE g.user_id = ? AND (t.completed_at IS NULL OR {_UNSETTLED})"""


@dataclass(frozen=True, slots=True)
class StoredInput:
    """An input asset as a run reads it."""

    asset_id: AssetId
    role: str
    type: GenerationType
    mime: str
    size_bytes: int
    file_name: str
    blob_name: str
    digest: bytes = field(repr=False)
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """One earlier generation of a conversation: its prompt and inputs, and the blob of its text."""

    prompt: str = field(repr=False)
    blob_name: str | None
    size_bytes: int
    inputs: tuple[StoredInput, ...] = ()


def add_generation(
    connection: Connection,
    user: UserId,
    request: GenerationRequest,
    provider_id: ProviderId,
    estimate_micro: int | None,
    local_day: str,
    at_ms: int,
) -> tuple[int, GenerationId]:
    """Add a queued generation with its inputs; returns its row and id."""
    generation_id = GenerationId(new_uuid7(at_ms))
    result = connection.execute(
        insert(generations).values(
            uid=generation_id.bytes,
            user_id=user,
            project_id=project_row_id(connection, user, request.project_id),
            parent_id=_row_of(connection, "generations", request.parent_id),
            type=request.type.value,
            provider=request.provider,
            provider_id=provider_id,
            model=request.model,
            account_id=_row_of(connection, "api_keys", request.account_id),
            prompt=request.prompt,
            parameters=to_json(dict(request.parameters)),
            extra=to_json(dict(request.extra)),
            result_count=request.result_count,
            status=GenerationStatus.QUEUED.value,
            estimate_micro=estimate_micro,
            local_day=local_day,
            created_at=at_ms,
            updated_at=at_ms,
        )
    )
    row_id = int(result.lastrowid)
    for position, ref in enumerate(request.inputs):
        connection.execute(
            insert(inputs).values(
                generation_id=row_id,
                asset_id=_row_of(connection, "assets", ref.asset_id),
                role=ref.role,
                position=position,
                options=to_json(dict(ref.options)),
            )
        )
    return row_id, generation_id


def refresh_status(connection: Connection, row_id: int, at_ms: int) -> GenerationStatus:
    """Derive status, cost and error of a generation from its attempts and its ledger entries."""
    status = derive_status(latest_states(connection, row_id))
    is_ended = status not in (
        GenerationStatus.QUEUED,
        GenerationStatus.RUNNING,
        GenerationStatus.UNCERTAIN,
    )
    failed = fetch_one(
        connection,
        """SELECT error_kind, error_message FROM attempts t WHERE generation_id = ?
         AND state IN ('failed', 'expired', 'uncertain') AND error_kind IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM attempts n WHERE n.retry_of = t.id)
         ORDER BY id DESC LIMIT 1""",
        (row_id,),
    )
    started = fetch_value(
        connection, "SELECT MIN(submitted_at) FROM attempts WHERE generation_id = ?", (row_id,)
    )
    connection.execute(
        update(generations)
        .where(generations.c.id == row_id)
        .values(
            status=status.value,
            error_kind=failed[0] if failed else None,
            error_message=failed[1] if failed else None,
            started_at=started,
            completed_at=at_ms if is_ended else None,
            updated_at=at_ms,
        )
    )
    refresh_charge(connection, row_id)
    return status


def refresh_charge(connection: Connection, row_id: int) -> None:
    """Renew what a generation has cost from its ledger entries; None as long as it has none."""
    connection.exec_driver_sql(
        f"""UPDATE generations SET charged_micro = (SELECT SUM(amount_micro) FROM ledger_entries
         WHERE generation_id = generations.id AND kind IN {SPENDING}) WHERE id = ?""",
        (row_id,),
    )


def add_usage(
    connection: Connection,
    row_id: int,
    input_tokens: int | None,
    output_tokens: int | None,
    latency_ms: int | None,
) -> None:
    """Add one call's tokens to a generation; its latency is that of the slowest call."""
    row = fetch_one(
        connection,
        "SELECT input_tokens, output_tokens, latency_ms FROM generations WHERE id = ?",
        (row_id,),
    )
    if row is None:
        return
    connection.execute(
        update(generations)
        .where(generations.c.id == row_id)
        .values(
            input_tokens=_sum(row[0], input_tokens),
            output_tokens=_sum(row[1], output_tokens),
            latency_ms=max(filter(None, (row[2], latency_ms)), default=None),
        )
    )


def set_deleted(
    connection: Connection,
    user: UserId,
    generation_id: GenerationId,
    deleted_at_ms: int | None,
    now_ms: int,
) -> ProjectId:
    """Move a generation and its assets to the trash (None: back); returns its project."""
    row_id = generation_row_id(connection, user, generation_id)
    sql = "SELECT deleted_at, purged_at FROM generations WHERE id = ?"
    before, purged_at = fetch_all(connection, sql, (row_id,))[0]
    if purged_at is not None:
        raise NotFoundError("That run was deleted for good.", "Its costs stay in the ledger.")
    # the time tells which results went together with it, so a second deletion must not change it
    if (before is None) != (deleted_at_ms is None):
        connection.execute(
            update(generations)
            .where(generations.c.id == row_id)
            .values(deleted_at=deleted_at_ms, updated_at=now_ms)
        )
        connection.execute(
            update(assets)
            .where(assets.c.generation_id == row_id, assets.c.deleted_at.is_(before))
            .values(deleted_at=deleted_at_ms)
        )
    uid = fetch_value(
        connection,
        "SELECT p.uid FROM projects p JOIN generations g ON g.project_id = p.id WHERE g.id = ?",
        (row_id,),
    )
    return ProjectId(uuid.UUID(bytes=uid))


def get_generation(connection: Readable, user: UserId, generation_id: GenerationId) -> Generation:
    """One generation; ``NotFoundError`` where there is none."""
    row_id = generation_row_id(connection, user, generation_id)
    return load_generations(connection, user, [row_id])[0][1]


def generation_row_id(connection: Readable, user: UserId, generation_id: GenerationId) -> int:
    """The row of a generation; ``NotFoundError`` where there is none."""
    sql = "SELECT id FROM generations WHERE user_id = ? AND uid = ?"
    row_id = fetch_value(connection, sql, (user, generation_id.bytes))
    if row_id is None:
        raise NotFoundError(
            f"There is no generation {generation_id}.", "See “mediadesk list” for ids."
        )
    return int(row_id)


def active_row_ids(connection: Readable, user: UserId) -> list[int]:
    """Generations that wait, run, or have money that nobody settled, oldest first."""
    sql = f"SELECT DISTINCT g.id {_ACTIVE} ORDER BY g.id"
    return [row[0] for row in fetch_all(connection, sql, (user,))]


def count_calls(connection: Readable, user: UserId) -> tuple[int, int, int, int]:
    """How many calls run, wait, and have to be settled, and what those that run may cost.

    Counted, for it is asked all the time.
    """
    runs = "t.completed_at IS NULL AND t.state NOT IN ('queued', 'uncertain')"
    sql = f"""SELECT SUM({runs}), SUM(t.state = 'queued'),
     SUM(t.state = 'uncertain' OR {_UNSETTLED}), SUM(t.hold_micro * ({runs})) {_ACTIVE}"""
    running, waiting, uncertain, sent_micro = fetch_all(connection, sql, (user,))[0]
    return running or 0, waiting or 0, uncertain or 0, sent_micro or 0


def stored_inputs(connection: Readable, row_id: int) -> list[StoredInput]:
    """The inputs of a generation, in order."""
    sql = """SELECT a.uid, i.role, a.type, a.mime, a.size_bytes, a.file_name, a.extension,
     a.blob_name, a.digest, a.width, a.height, a.duration_ms, a.pages
     FROM inputs i JOIN assets a ON a.id = i.asset_id
     WHERE i.generation_id = ? ORDER BY i.position, i.id"""
    return [_stored_input(row) for row in fetch_all(connection, sql, (row_id,))]


def input_assets(connection: Readable, user: UserId, refs: Sequence[InputRef]) -> list[StoredInput]:
    """The assets that a request refers to; ``NotFoundError`` names one that is missing."""
    sql = """SELECT a.uid, '', a.type, a.mime, a.size_bytes, a.file_name, a.extension, a.blob_name,
     a.digest, a.width, a.height, a.duration_ms, a.pages
     FROM assets a WHERE a.user_id = ? AND a.uid = ? AND a.damaged_at IS NULL"""
    found = []
    for ref in refs:
        row = fetch_one(connection, sql, (user, ref.asset_id.bytes))
        if row is None:
            raise NotFoundError(
                f"The input {ref.asset_id} is not in the library.", "Add the file again."
            )
        found.append(_stored_input((row[0], ref.role, *row[2:])))
    return found


def conversation(connection: Readable, user: UserId, last: GenerationId) -> list[StoredTurn]:
    """The turns up to and including generation ``last``, oldest first."""
    turns: list[StoredTurn] = []
    wanted: int | None = generation_row_id(connection, user, last)
    while wanted is not None and len(turns) < LONGEST_CONVERSATION:
        row = fetch_one(
            connection,
            """SELECT g.prompt, g.parent_id, a.blob_name, a.size_bytes FROM generations g
             LEFT JOIN assets a ON a.generation_id = g.id AND a.type = 'text'
             WHERE g.id = ? ORDER BY a.position LIMIT 1""",
            (wanted,),
        )
        if row is None:
            break
        given = tuple(stored_inputs(connection, wanted))
        turns.append(StoredTurn(row[0], row[2], row[3] or 0, given))
        wanted = row[1]
    return turns[::-1]


def _stored_input(row: Any) -> StoredInput:
    return StoredInput(
        AssetId(uuid.UUID(bytes=row[0])),
        row[1],
        GenerationType(row[2]),
        row[3],
        row[4],
        row[5] or f"input.{row[6]}",
        row[7],
        bytes(row[8]),
        *row[9:],
    )


def _row_of(connection: Readable, table: str, uid: uuid.UUID | None) -> int | None:
    if uid is None:
        return None
    row_id = fetch_value(connection, f"SELECT id FROM {table} WHERE uid = ?", (uid.bytes,))
    if row_id is None:
        raise NotFoundError(f"{uid} is not in the library.", "It may have been removed.")
    return int(row_id)


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one + (other or 0)
