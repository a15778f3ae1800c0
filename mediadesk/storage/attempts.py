"""Attempts in the database: claiming, the steps of the state machine, what a run needs."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, update

from mediadesk.domain.errors import MediadeskError, NotFoundError
from mediadesk.domain.generation import (
    ALLOWED_STEPS,
    IN_FLIGHT,
    AttemptState,
    GenerationType,
    JsonValue,
    RemoteJob,
)
from mediadesk.domain.ids import (
    AccountId,
    AttemptId,
    GenerationId,
    ProjectId,
    ProviderId,
    ProviderName,
    UserId,
    new_uuid7,
)
from mediadesk.storage.rows import (
    fetch_all,
    fetch_one,
    fetch_value,
    from_json,
    optional_uuid,
    to_json,
)
from mediadesk.storage.tables import attempts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from mediadesk.domain.parameters import ParameterValue
    from mediadesk.storage.rows import Readable

WORKING = "('submitting', 'accepted', 'running', 'fetching')"
PICKED_UP_AGAIN = "('accepted', 'running', 'fetching')"


class IllegalStepError(Exception):
    """A step that the state machine does not have: a bug, or another process was first."""


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """One call of a new generation. ``hold_micro`` is what it may cost at most."""

    first_result: int
    result_count: int
    fingerprint: bytes
    estimate_micro: int | None
    hold_micro: int


@dataclass(frozen=True, slots=True)
class OwnedAttempt:
    """An attempt of some process, as the reconcile sees it."""

    row_id: int
    attempt_id: AttemptId
    generation_row_id: int
    state: AttemptState
    owner: str
    provider_id: ProviderId
    remote_job: RemoteJob | None
    result_count: int
    submitted_at_ms: int | None


@dataclass(frozen=True, slots=True)
class AttemptJob:
    """Everything that a run of one attempt needs."""

    row_id: int
    attempt_id: AttemptId
    number: int
    state: AttemptState
    generation_row_id: int
    generation_id: GenerationId
    project_id: ProjectId
    project_row_id: int
    type: GenerationType
    provider: ProviderName
    provider_id: ProviderId
    model: str
    account_id: AccountId | None
    parent_id: GenerationId | None
    prompt: str = field(repr=False)
    parameters: Mapping[str, ParameterValue]
    extra: Mapping[str, JsonValue]
    first_result: int
    result_count: int
    tries: int
    hold_micro: int
    remote_job: RemoteJob | None
    request_id: str | None
    local_day: str
    submitted_at_ms: int | None
    is_cancel_requested: bool
    is_without_account: bool = False
    """It was sent with no account, from what the environment says: none may ask about it."""
    link: int = 0
    """Of the generation's fallback chain; 0 = as it was asked for. Provider, model, account and
    parameters are those of the link."""


def add_attempt(
    connection: Connection,
    generation_row_id: int,
    number: int,
    new: NewAttempt,
    owner: str | None,
    at_ms: int,
    local_day: str,
    retry_of: int | None = None,
) -> tuple[int, AttemptId]:
    """Add a queued attempt; returns its row and id. Its money belongs to ``local_day``."""
    attempt_id = AttemptId(new_uuid7(at_ms))
    result = connection.execute(
        insert(attempts).values(
            uid=attempt_id.bytes,
            generation_id=generation_row_id,
            number=number,
            first_result=new.first_result,
            result_count=new.result_count,
            retry_of=retry_of,
            state=AttemptState.QUEUED.value,
            fingerprint=new.fingerprint,
            owner=owner,
            estimate_micro=new.estimate_micro,
            hold_micro=new.hold_micro,
            local_day=local_day,
            created_at=at_ms,
            state_at=at_ms,
        )
    )
    return int(result.lastrowid), attempt_id


def claim(connection: Connection, row_id: int, owner: str) -> bool:
    """Make an attempt ``owner``'s, unless another process was first."""
    result = connection.execute(
        update(attempts)
        .where(
            attempts.c.id == row_id,
            (attempts.c.owner.is_(None)) | (attempts.c.owner == owner),
            attempts.c.completed_at.is_(None),
            attempts.c.state.in_(("queued", "accepted", "running", "fetching")),
        )
        .values(owner=owner)
    )
    return result.rowcount == 1


def owner_of(connection: Readable, row_id: int) -> str | None:
    """Whose an attempt is, None where it is nobody's."""
    found: str | None = fetch_value(
        connection, "SELECT owner FROM attempts WHERE id = ?", (row_id,)
    )
    return found


def step(
    connection: Connection,
    row_id: int,
    state: AttemptState,
    at_ms: int,
    **changes: object,
) -> AttemptState:
    """Take one step of the state machine; returns the state before.

    Raises ``IllegalStepError`` where ``ALLOWED_STEPS`` has no such step.
    """
    before = AttemptState(
        fetch_value(connection, "SELECT state FROM attempts WHERE id = ?", (row_id,))
    )
    if state is not before and state not in ALLOWED_STEPS[before]:
        raise IllegalStepError(f"attempt {row_id}: {before} → {state}")
    if state is AttemptState.SUBMITTING:
        changes.setdefault("submitted_at", at_ms)
        changes |= {"not_before": None, "wait_reason": None}
    elif state is AttemptState.ACCEPTED:
        changes.setdefault("accepted_at", at_ms)
    elif state not in IN_FLIGHT and state is not AttemptState.QUEUED:
        changes.setdefault("completed_at", None if state is AttemptState.UNCERTAIN else at_ms)
        changes.setdefault("owner", None)
    connection.execute(
        update(attempts)
        .where(attempts.c.id == row_id)
        .values(state=state.value, state_at=at_ms, **changes)
    )
    return before


def change(connection: Connection, row_id: int, **changes: object) -> None:
    """Write columns of an attempt that are not its state."""
    connection.execute(update(attempts).where(attempts.c.id == row_id).values(**changes))


def error_columns(error: MediadeskError) -> dict[str, object]:
    """An error as the columns of an attempt; its words are the provider's or ours, never a key."""
    return {
        "error_kind": str(getattr(error, "kind", type(error).__name__)),
        "error_message": error.sentence()[:2000],
        "error_status": getattr(error, "status", None),
        "provider_code": getattr(error, "provider_code", None),
        "error_parameter": getattr(error, "parameter", None),
    }


def owned(connection: Readable, user: UserId) -> list[OwnedAttempt]:
    """Every attempt that some process has claimed and not ended."""
    sql = f"""SELECT t.id, t.uid, t.generation_id, t.state, t.owner,
     COALESCE(r.provider_id, g.provider_id), t.remote_job, t.result_count, t.submitted_at
     FROM attempts t JOIN generations g ON g.id = t.generation_id
     LEFT JOIN attempt_routes r ON r.attempt_id = t.id
     WHERE t.completed_at IS NULL AND t.owner IS NOT NULL AND g.user_id = ?
     AND (t.state = 'queued' OR t.state IN {WORKING}) ORDER BY t.id"""
    return [
        OwnedAttempt(
            row[0],
            AttemptId(uuid.UUID(bytes=row[1])),
            row[2],
            AttemptState(row[3]),
            row[4],
            ProviderId(row[5]),
            read_remote_job(row[6]),
            row[7],
            row[8],
        )
        for row in fetch_all(connection, sql, (user,))
    ]


def known_to_provider(connection: Readable) -> set[AttemptId]:
    """The unfinished attempts whose job the provider can be asked about."""
    sql = "SELECT uid FROM attempts WHERE completed_at IS NULL AND remote_job IS NOT NULL"
    return {AttemptId(uuid.UUID(bytes=row[0])) for row in fetch_all(connection, sql)}


def attempt_row(connection: Readable, user: UserId, attempt_id: AttemptId) -> tuple[int, int]:
    """(row, row of the generation) of an attempt; ``NotFoundError`` where there is none."""
    sql = """SELECT t.id, t.generation_id FROM attempts t
     JOIN generations g ON g.id = t.generation_id
     WHERE g.user_id = ? AND t.uid = ?"""
    row = fetch_one(connection, sql, (user, attempt_id.bytes))
    if row is None:
        raise NotFoundError(f"There is no attempt {attempt_id}.", "See “mediadesk jobs list”.")
    return int(row[0]), int(row[1])


def is_to_settle(connection: Readable, row_id: int) -> bool:
    """Whether nobody has said yet what an attempt cost, and it does not move any more."""
    sql = """SELECT state = 'uncertain' OR (billed = 'unknown' AND settled_as IS NULL
      AND completed_at IS NOT NULL) FROM attempts WHERE id = ?"""
    return bool(fetch_value(connection, sql, (row_id,)))


def named(connection: Readable, user: UserId, item_id: uuid.UUID) -> list[AttemptId]:
    """The attempt of this id, or all those of the generation of this id."""
    sql = """SELECT t.uid FROM attempts t JOIN generations g ON g.id = t.generation_id
     WHERE g.user_id = ? AND (t.uid = ? OR g.uid = ?) ORDER BY t.id"""
    rows = fetch_all(connection, sql, (user, item_id.bytes, item_id.bytes))
    return [AttemptId(uuid.UUID(bytes=row[0])) for row in rows]


def load_job(connection: Readable, user: UserId, row_id: int) -> AttemptJob:
    """Everything that a run needs; ``NotFoundError`` where there is no such attempt."""
    row = fetch_one(connection, _JOB, (row_id, user))
    if row is None:
        raise NotFoundError("The job is not there any more.", "Start it again.")
    return _job(row)


def open_attempt_rows(
    connection: Readable, generation_row_id: int
) -> list[tuple[int, AttemptId, AttemptState]]:
    """The attempts of a generation that have not ended (uncertain ones included)."""
    sql = """SELECT id, uid, state FROM attempts
     WHERE generation_id = ? AND completed_at IS NULL ORDER BY id"""
    return [
        (row[0], AttemptId(uuid.UUID(bytes=row[1])), AttemptState(row[2]))
        for row in fetch_all(connection, sql, (generation_row_id,))
    ]


def latest_states(connection: Readable, generation_row_id: int) -> list[AttemptState]:
    """States of the attempts that no later attempt replaced."""
    sql = """SELECT t.state FROM attempts t WHERE t.generation_id = ?
     AND NOT EXISTS (SELECT 1 FROM attempts n WHERE n.retry_of = t.id)"""
    return [AttemptState(row[0]) for row in fetch_all(connection, sql, (generation_row_id,))]


def write_remote_job(job: RemoteJob) -> str:
    """A remote job as the text of its column."""
    return to_json({"id": job.id, "urls": dict(job.urls), "data": dict(job.data)})


def read_remote_job(text: str | None) -> RemoteJob | None:
    """The remote job of a column, None where there is none."""
    if not text:
        return None
    value = json.loads(text)
    return RemoteJob(value["id"], value["urls"], value["data"])


_JOB = """SELECT t.id, t.uid, t.number, t.state, g.id, g.uid, p.uid, g.type,
 COALESCE(r.provider, g.provider), COALESCE(r.provider_id, g.provider_id),
 COALESCE(r.model, g.model),
 COALESCE(CASE WHEN t.state <> 'queued' THEN t.sent_with END, k.uid), parent.uid, g.prompt,
 COALESCE(r.parameters, g.parameters),
 COALESCE(r.extra, g.extra), t.first_result,
 t.result_count, t.tries, t.hold_micro, t.remote_job, t.request_id, t.local_day,
 t.submitted_at, p.id, t.cancel_requested, COALESCE(r.link, 0)
 FROM attempts t JOIN generations g ON g.id = t.generation_id JOIN projects p ON p.id = g.project_id
 LEFT JOIN attempt_routes r ON r.attempt_id = t.id
 LEFT JOIN api_keys k ON k.id = CASE WHEN r.link IS NULL THEN g.account_id ELSE r.account_id END
 LEFT JOIN generations parent ON parent.id = g.parent_id
 WHERE t.id = ? AND g.user_id = ?"""
"""What was sent stays with the account that it was sent with, also once that was removed."""


def _job(row: Any) -> AttemptJob:
    account, parent = optional_uuid(row[11] or None), optional_uuid(row[12])
    return AttemptJob(
        row_id=row[0],
        attempt_id=AttemptId(uuid.UUID(bytes=row[1])),
        number=row[2],
        state=AttemptState(row[3]),
        generation_row_id=row[4],
        generation_id=GenerationId(uuid.UUID(bytes=row[5])),
        project_id=ProjectId(uuid.UUID(bytes=row[6])),
        project_row_id=row[24],
        type=GenerationType(row[7]),
        provider=ProviderName(row[8]),
        provider_id=ProviderId(row[9]),
        model=row[10],
        account_id=None if account is None else AccountId(account),
        parent_id=None if parent is None else GenerationId(parent),
        prompt=row[13],
        parameters=from_json(row[14]),
        extra=from_json(row[15]),
        first_result=row[16],
        result_count=row[17],
        tries=row[18],
        hold_micro=row[19] or 0,
        remote_job=read_remote_job(row[20]),
        request_id=row[21],
        local_day=row[22],
        submitted_at_ms=row[23],
        is_cancel_requested=bool(row[25]),
        is_without_account=row[11] == b"",
        link=row[26],
    )
