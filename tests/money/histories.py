"""Random histories of money: what can happen to jobs, prices, budgets and the calendar.

Everything goes through the real services, transactions and attempts on a real database; a scripted
provider says what becomes of a call. Only the scheduling is the history's own.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mediadesk.bootstrap import open_services
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.errors import (
    Billed,
    CapRefusedError,
    ProviderError,
    ProviderErrorKind,
    UsageError,
)
from mediadesk.domain.generation import RemoteJob
from mediadesk.domain.ids import AttemptId, ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.providers.base import CancelOutcome
from mediadesk.services.attempt_run import AttemptRun
from mediadesk.services.generation_runner import cancel_elsewhere
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.services.reconcile import reconcile
from mediadesk.storage import attempts
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import (
    IMAGE_PRICE,
    SCRIPTED,
    Script,
    Step,
    accept_then_hang,
    deliver,
    failing,
    scripted,
    stream_then_break_off,
    stream_then_hang,
)
from tests.fakes.set_clock import SetClock
from tests.money.sums import Books, check_books, check_caps, check_queued, read_books

T = TypeVar("T")
_K = ProviderErrorKind
GONE = "a-process-that-ended"


async def overcharge(request: Any, context: Any) -> Any:
    """Deliver, and report a cost above everything that was expected."""
    return replace(await deliver(request, context), reported_micro=9 * IMAGE_PRICE)


async def report(request: Any, context: Any) -> Any:
    """Deliver, and report a cost."""
    return replace(await deliver(request, context), reported_micro=12_345)


OUTCOMES: dict[str, Step] = {
    "delivered": deliver,
    "reported": report,
    "above the bound": overcharge,
    "refused": failing(ProviderError(_K.BAD_REQUEST, "No.", status=400)),
    "blocked and charged": failing(ProviderError(_K.BLOCKED, "No.", billed=Billed.CHARGED)),
    "no answer": failing(ProviderError(_K.TIMEOUT, "No answer.")),
    "wait": failing(ProviderError(_K.RATE_LIMIT, "Wait.", status=429, retry_after_s=0.0)),
    "offline": failing(ProviderError(_K.NETWORK, "Offline.", sent=False)),
    "broken off": stream_then_break_off,
}
HANGS: tuple[Step, ...] = (accept_then_hang, stream_then_hang)
CAPS = (
    *((scope, CapPeriod.MONTH) for scope in CapScope),
    *((scope, CapPeriod.TOTAL) for scope in CapScope),
    (CapScope.OVERALL, CapPeriod.JOB),
)
models = st.sampled_from(["image", "image", "batch", "text", "video", "mystery"])
outcomes = st.sampled_from(["delivered", *sorted(OUTCOMES)])
choice = st.integers(0, 30)
amounts = st.integers(0, 4 * IMAGE_PRICE)


class MoneyHistory(RuleBasedStateMachine):
    """One library, two projects, some budgets, and whatever happens."""

    original: ClassVar[UnlockedLibrary]

    def __init__(self) -> None:
        super().__init__()
        place = Path("/dev/shm")
        self._folder = Path(tempfile.mkdtemp(dir=place if place.is_dir() else None))
        self._runner = asyncio.Runner()
        self._stack = AsyncExitStack()
        self.clock = SetClock()
        self.script = Script(cancel_says=CancelOutcome.FREE)
        self.before = Books()
        self.lowered: set[tuple[str, ...]] = set()
        self._wait(self._open())

    async def _open(self) -> None:
        path = self._folder / "library"
        shutil.copytree(self.original.path, path)
        services = await self._stack.enter_async_context(
            open_services(
                replace(self.original, path=path),
                run_jobs=False,
                environment={},
                adapters=scripted(self.script),
                clock=self.clock,
            )
        )
        project = await services.projects.default()
        self.desk = Desk(services, self.script, project.id)
        self.engine = services._engine
        self.engine.after_store.clear()  # thumbnails cost nothing
        self.projects = [project.id, (await services.projects.create("Other")).id]

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    # ---------------------------------------------------------------------------- the rules

    @initialize(
        limit=st.sampled_from([None, 3, 6, 12, 40]),
        opening=st.lists(st.tuples(models, st.integers(1, 3), outcomes), min_size=2, max_size=5),
    )
    def begin(self, limit: int | None, opening: list[tuple[str, int, str]]) -> None:
        """Most histories have a budget from the start, and all have a past."""
        if limit is not None:
            self._set_cap(0, limit * IMAGE_PRICE)
        for model, count, outcome in opening:
            self.make(model, count, False, outcome)

    @rule(
        model=models,
        count=st.integers(1, 3),
        which=st.booleans(),
        over=st.sampled_from([False, False, True]),
    )
    def submit(self, model: str, count: int, which: bool, over: bool) -> None:
        """Queue a run; the caps say yes or no as the books do."""
        count = 1 if model in ("text", "mystery") else count
        request = self.desk.request(
            model,
            project_id=self.projects[which],
            result_count=count,
            max_cost_micro=70_000 if model == "mystery" else None,
        )
        generations = self.desk.services.generations
        self._tried(generations.submit(request, over_cap_once=over), over)

    @rule(model=models, count=st.integers(1, 3), which=st.booleans(), outcome=outcomes)
    def make(self, model: str, count: int, which: bool, outcome: str) -> None:
        """Queue a run and make all its calls."""
        self.submit(model, count, which, over=False)
        for row_id in self._rows("queued"):
            self.script.steps[:] = [OUTCOMES[outcome]]
            self._wait(self._attempt(row_id))

    @precondition(lambda self: self._rows("queued"))
    @rule(index=choice, outcome=outcomes)
    def run(self, index: int, outcome: str) -> None:
        """Make a queued call."""
        row_id = self._pick(index, "queued")
        if row_id is not None:
            self.script.steps[:] = [OUTCOMES[outcome]]
            self._wait(self._attempt(row_id))

    @precondition(lambda self: self._rows("queued"))
    @rule(index=choice, how=st.integers(0, len(HANGS) - 1))
    def kill(self, index: int, how: int) -> None:
        """The process ends in the middle of a call; another one finds what is left."""
        row_id = self._pick(index, "queued")
        if row_id is not None:
            self.script.steps[:] = [HANGS[how]]
            self._wait(self._killed(row_id))

    @precondition(lambda self: self._rows("accepted", "running", "fetching"))
    @rule(index=choice)
    def resume(self, index: int) -> None:
        """A job that a dead process left at the provider is fetched."""
        row_id = self._pick(index, "accepted", "running", "fetching")
        if row_id is not None:
            self._wait(self._attempt(row_id))

    @precondition(lambda self: self._rows("queued"))
    @rule(index=choice)
    def cancel(self, index: int) -> None:
        """The user stops a call that waits."""
        row_id = self._pick(index, "queued")
        if row_id is not None:
            self._wait(cancel_elsewhere(self.engine, row_id, GONE))

    @precondition(lambda self: self._rows("uncertain"))
    @rule(index=choice, charged=st.none() | amounts)
    def settle(self, index: int, charged: int | None) -> None:
        """The user says what an unknown outcome cost."""
        attempt_id = self._attempt_id(self._pick(index, "uncertain", "completed"))
        if attempt_id is not None:
            generations = self.desk.services.generations
            self._tried(generations.settle(attempt_id, charged_micro=charged))

    @precondition(lambda self: self._rows("uncertain"))
    @rule(index=choice)
    def find_again(self, index: int) -> None:
        """The provider knows a call whose outcome was unknown."""
        row_id = self._pick(index, "uncertain")
        if row_id is not None:
            store = self.engine.store
            self._wait(
                self.engine.database.write(
                    lambda c: store.found_again(c, row_id, RemoteJob("found"))
                )
            )

    @precondition(lambda self: self._rows("uncertain", "failed", "cancelled"))
    @rule(index=choice, over=st.booleans())
    def send_again(self, index: int, over: bool) -> None:
        """Make a call once more."""
        row_id = self._pick(index, "uncertain", "failed", "cancelled")
        attempt_id = self._attempt_id(row_id)
        if attempt_id is not None:
            generations = self.desk.services.generations
            self._tried(generations.send_again(attempt_id, over_cap_once=over), over)

    @precondition(lambda self: self._rows("completed", "failed"))
    @rule(index=choice, to=amounts)
    def correct(self, index: int, to: int) -> None:
        """The user corrects what a call cost."""
        attempt_id = self._attempt_id(self._pick(index))
        if attempt_id is not None:
            self._tried(self.desk.services.ledger.correct(attempt_id, to))

    @precondition(lambda self: self._rows("completed"))
    @rule(index=choice, amount=amounts)
    def refund(self, index: int, amount: int) -> None:
        """The provider gives something back."""
        attempt_id = self._attempt_id(self._pick(index))
        if attempt_id is not None:
            self._tried(self.desk.services.ledger.refund(attempt_id, amount))

    @rule(micro=st.integers(0, 3 * IMAGE_PRICE), model=st.sampled_from(["image", "batch"]))
    def change_price(self, micro: int, model: str) -> None:
        """A price changes; what was charged stays."""
        before = self._read()
        prices = self.desk.services.models.prices
        self._wait(prices.set(SCRIPTED, model, {PriceUnit.IMAGE: micro} if micro else {}))
        assert self._read().entries == before.entries

    @rule(days=st.integers(1, 20))
    def let_time_pass(self, days: int) -> None:
        """Days go by, often into another month."""
        self.clock.at_ms += days * 86_400_000

    @rule(which=st.integers(0, len(CAPS) - 1), limit=st.integers(0, 12 * IMAGE_PRICE))
    def set_cap(self, which: int, limit: int) -> None:
        """Set or replace a budget."""
        self._set_cap(which, limit)

    @rule(which=st.integers(0, len(CAPS) - 1))
    def clear_cap(self, which: int) -> None:
        """Take a budget away."""
        scope, period = CAPS[which]
        money = self.desk.services.money
        self._wait(money.clear_cap(scope, period, **self._subject(scope)))

    # ---------------------------------------------------------------------------- the checks

    @invariant()
    def caps_hold(self) -> None:
        """No budget is passed without a mark, and the books never forget a line."""
        books = self._read()
        assert books.entries[: len(self.before.entries)] == self.before.entries
        check_caps(books, self.lowered)
        self.before = books

    def teardown(self) -> None:
        """Bring everything to its end; all sums are equal and nothing is held."""
        try:
            self._wait(self._finish())
        finally:
            self._wait(self._stack.aclose())
            self._runner.close()
            shutil.rmtree(self._folder)

    async def _finish(self) -> None:
        generations = self.desk.services.generations
        for row_id in self._rows("queued"):
            await cancel_elsewhere(self.engine, row_id, GONE)
        for row_id in self._rows("accepted", "running", "fetching"):
            await self._attempt(row_id)
        for found in await generations.active():
            for attempt in found.attempts:
                if attempt.needs_settling:
                    await generations.settle(attempt.id, charged_micro=1)
        await check_books(self.desk)
        assert self.desk.held() == 0

    # ---------------------------------------------------------------------------- tools

    def _tried(self, work: Coroutine[Any, Any, Any], over_cap_once: bool = True) -> None:
        """Do it; what is refused must not have changed the books, and only who asks may pass."""
        before = self._read().entries
        try:
            self._wait(work)
        except CapRefusedError:
            assert not over_cap_once
            assert self._read().entries == before
        except UsageError:
            assert self._read().entries == before
        books = self._read()
        if not over_cap_once:
            check_queued(books, books.entries[len(before) :])
            assert not any(entry[8] == "over_cap" for entry in books.entries[len(before) :])

    def _read(self) -> Books:
        return read_books(self.desk, self.clock)

    def _set_cap(self, which: int, limit: int) -> None:
        scope, period = CAPS[which]
        money = self.desk.services.money
        self._wait(money.set_cap(scope, period, limit, **self._subject(scope)))
        for use in self._wait(money.uses()):
            if use.over_micro:
                self.lowered.add((use.cap.scope.value, use.cap.period.value))

    def _subject(self, scope: CapScope) -> dict[str, Any]:
        if scope is CapScope.PROJECT:
            return {"project_id": self.projects[0]}
        return {"provider": ProviderName("scripted")} if scope is CapScope.PROVIDER else {}

    def _rows(self, *states: str) -> list[int]:
        wanted = f"WHERE state IN ({', '.join('?' * len(states))})" if states else ""
        return [row[0] for row in self.desk.rows(f"SELECT id FROM attempts {wanted}", *states)]

    def _pick(self, index: int, *states: str) -> int | None:
        rows = self._rows(*states)
        return rows[index % len(rows)] if rows else None

    def _attempt_id(self, row_id: int | None) -> AttemptId | None:
        return None if row_id is None else self._id_of(row_id)

    def _id_of(self, row_id: int) -> AttemptId:
        (row,) = self.desk.rows("SELECT uid FROM attempts WHERE id = ?", row_id)
        return AttemptId(UUID(bytes=row[0]))

    async def _begin(self, row_id: int) -> AttemptRun:
        database, user = self.engine.database, self.engine.user
        await database.write(lambda c: attempts.claim(c, row_id, GONE))
        job = await database.read_raw(lambda c: attempts.load_job(c, user, row_id))
        return AttemptRun(self.engine, self.desk.services.models, job)

    async def _attempt(self, row_id: int) -> None:
        await (await self._begin(row_id)).run()

    async def _killed(self, row_id: int) -> None:
        run = await self._begin(row_id)
        task = asyncio.ensure_future(run.run())
        await asyncio.wait([task], timeout=0.03)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await reconcile(self.engine, self.desk.services.models, "this-process", ())
