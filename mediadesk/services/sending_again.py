"""Calls made once more: new attempts for the same parts of their runs, all of them or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.services.cap_gate import Wanted
from mediadesk.storage import attempts, generations, routes
from mediadesk.storage.attempts import NewAttempt
from mediadesk.storage.rows import fetch_one, fetch_value
from mediadesk.storage.settings import local_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mediadesk.domain.ids import AttemptId
    from mediadesk.services.cap_gate import Passage
    from mediadesk.services.engine_store import EngineStore
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.rows import Transaction

    Price = Callable[[Transaction, AttemptJob], tuple[int | None, int]]


@dataclass(frozen=True, slots=True)
class _Again:
    """A call that may be made once more, and what its repetition will be."""

    old: AttemptJob
    new: NewAttempt


def send_again(
    store: EngineStore,
    connection: Transaction,
    ids: Sequence[AttemptId],
    owner: str | None,
    price: Price,
    *,
    over_cap_once: bool = False,
) -> list[tuple[AttemptJob, Passage]]:
    """A new attempt for each call, with a hold and a day of its own; the caps hold for their sum.

    ``price`` tells what is expected and held for a call today. To be called in a transaction.

    Raises ``UsageError`` where one still moves or was sent again already, ``CapRefusedError``.
    """
    day = local_day(connection, store.clock, store.clock.now_ms())
    found = [_repeatable(store, connection, one, price) for one in dict.fromkeys(ids)]
    if not over_cap_once:
        wanted = [Wanted(one.old.project_id, one.old.provider, one.new.hold_micro) for one in found]
        runs = {one.old.generation_row_id for one in found}
        store.caps.check_together(connection, wanted, day, run_count=len(runs))
    return [_add(store, connection, one, owner, day, over_cap_once=over_cap_once) for one in found]


def _repeatable(store: EngineStore, connection: Transaction, id: AttemptId, price: Price) -> _Again:
    row_id, _ = attempts.attempt_row(connection, store.user, id)
    row = fetch_one(
        connection,
        """SELECT first_result, result_count, fingerprint, state,
         EXISTS (SELECT 1 FROM attempts n WHERE n.retry_of = t.id)
         FROM attempts t WHERE t.id = ?""",
        (row_id,),
    )
    if row is None or row[3] not in ("uncertain", "failed", "expired", "cancelled"):
        raise UsageError("Only a job that has ended or is uncertain can be sent again.", "")
    if row[4]:
        raise UsageError("This job was sent again already.", "Look at the newer attempt.")
    old = attempts.load_job(connection, store.user, row_id)
    expected, hold = price(connection, old)
    return _Again(old, NewAttempt(row[0], row[1], bytes(row[2]), expected, hold))


def _add(
    store: EngineStore,
    connection: Transaction,
    again: _Again,
    owner: str | None,
    day: str,
    *,
    over_cap_once: bool,
) -> tuple[AttemptJob, Passage]:
    old, run = again.old, again.old.generation_row_id
    passage = store.caps.check(
        connection,
        old.project_id,
        old.provider,
        again.new.hold_micro,
        day,
        over_cap_once=over_cap_once,
        run_micro=routes.spent_and_held(connection, run),
    )
    sql = "SELECT MAX(number) FROM attempts WHERE generation_id = ?"
    added = store.add_attempt(
        connection,
        run,
        int(fetch_value(connection, sql, (run,))) + 1,
        again.new,
        owner,
        day,
        retry_of=old.row_id,
        passage=passage,
    )
    generations.refresh_status(connection, run, store.clock.now_ms())
    return added, passage
