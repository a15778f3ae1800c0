"""Runs that a budget refuses: what is asked then, and what becomes of them by the answer.

One place for all: a run, a batch, a script, a comparison, calls made once more. Nothing was sent
while the question is open.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import CapRefusedError
from mediadesk.domain.projects import CapPeriod
from mediadesk.ui.cheaper_run import cheaper_run

if TYPE_CHECKING:
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.projects import Cap, CapUse
    from mediadesk.ui.cheaper_run import CheaperRun
    from mediadesk.ui.service_set import ServiceSet

T = TypeVar("T")

CENT = 10_000


@dataclass(frozen=True, slots=True)
class OverBudget:
    """What was refused. ``use``: the budget; ``run_count``: how many runs it refused together.

    ``request``: what they are made of; None where it cannot be changed. ``cheaper``: the same with
    one setting changed, where that costs less. ``may_pass``: whether it may run as it is, this
    once. Amounts in micro-USD.
    """

    use: CapUse
    wanted_micro: int
    run_count: int = 1
    request: GenerationRequest | None = None
    cheaper: CheaperRun | None = None
    may_pass: bool = True

    @property
    def over_micro(self) -> int:
        """By how much the runs go over."""
        return self.wanted_micro - self.room_micro

    @property
    def needed_micro(self) -> int:
        """The limit with which they would fit, in whole cents."""
        return -(-(self.use.cap.limit_micro + self.over_micro) // CENT) * CENT

    @property
    def fewer(self) -> int:
        """How many results of a single run would fit; 0 = none, or no fewer than it makes."""
        if self.request is None or self.run_count > 1:
            return 0
        count = self.request.result_count
        return min(count - 1, count * self.room_micro // max(1, self.wanted_micro))

    @property
    def room_micro(self) -> int:
        """What the runs may cost: a limit for one run has no sum that is used up."""
        cap = self.use.cap
        return cap.limit_micro if cap.period is CapPeriod.JOB else self.use.free_micro


@dataclass(frozen=True, slots=True)
class Answer:
    """How to go on: as it is this once, under a higher limit (micro-USD), or changed."""

    is_once: bool = False
    limit_micro: int | None = None
    request: GenerationRequest | None = None


@dataclass(frozen=True, slots=True, weakref_slot=True)  # PySide remembers whose slots it calls
class Question:
    """``answer`` is a future that whoever asks the user settles; None = do not go on."""

    over: OverBudget
    answer: asyncio.Future[Answer | None]

    def settle(self, answer: Answer | None) -> None:
        """Give the first answer; a later one says nothing."""
        if not self.answer.done():
            self.answer.set_result(answer)


class Wish(Generic[T]):
    """Runs to queue: ``send`` is told whether they may pass a budget once."""

    request: GenerationRequest | None = None
    run_count = 1

    def __init__(self, send: Callable[[bool], Awaitable[T]], *, run_count: int = 1) -> None:
        self._send = send
        self.run_count = run_count

    async def send(self, *, over_cap_once: bool) -> T:
        """Queue them. Raises what ``GenerationService.submit`` raises."""
        return await self._send(over_cap_once)

    def runs(self, _request: GenerationRequest) -> Sequence[GenerationRequest]:
        """The runs that a changed request would be; none where it cannot be changed."""
        return ()

    def changed(self, _request: GenerationRequest) -> Wish[T]:
        """The same wish for a changed request."""
        return self


class FormWish(Wish[T]):
    """Runs made of one request, so that the user may change it.

    ``spread`` makes the runs of a request; ``on_changed`` is told which request is sent instead.
    """

    def __init__(
        self,
        request: GenerationRequest,
        spread: Callable[[GenerationRequest], Sequence[GenerationRequest]],
        send: Callable[[Sequence[GenerationRequest], bool], Awaitable[T]],
        on_changed: Callable[[GenerationRequest], object],
    ) -> None:
        runs = spread(request)
        super().__init__(lambda once: send(runs, once), run_count=len(runs))
        self.request = request
        self._spread = spread
        self._send_runs = send
        self._on_changed = on_changed

    def runs(self, request: GenerationRequest) -> Sequence[GenerationRequest]:
        """The runs that a changed request would be."""
        return self._spread(request)

    def changed(self, request: GenerationRequest) -> Wish[T]:
        """The same wish for a changed request, which the form shows from now on."""
        self._on_changed(request)
        return FormWish(request, self._spread, self._send_runs, self._on_changed)


class BudgetGate(QObject):
    """Sends what the user wishes for; ``asked`` carries a ``Question`` where a budget refuses."""

    asked = Signal(object)

    def __init__(self, services: ServiceSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    async def send(self, wish: Wish[T]) -> T:
        """Queue the runs, as the user answers where a budget refuses them.

        Raises what ``GenerationService.submit`` raises; ``CapRefusedError`` only where the user
        does not go on, or the request's own limit refuses.
        """
        is_once = False
        while True:
            try:
                return await wish.send(over_cap_once=is_once)
            except CapRefusedError as error:
                answer = await self._ask(wish, error)
                if answer is None:
                    raise
                refused_by = error.cap
            if answer.limit_micro is not None:
                await self._raise_to(refused_by, answer.limit_micro)
            if answer.request is not None:
                wish = wish.changed(answer.request)
            is_once = answer.is_once

    async def _ask(self, wish: Wish[T], error: CapRefusedError) -> Answer | None:
        use = await self._use(error.cap)
        if use is None:
            return None
        is_each = use.cap.period is CapPeriod.JOB
        over = OverBudget(
            use,
            error.wanted_micro or 0,
            1 if is_each else wish.run_count,
            wish.request,
            may_pass=error.may_pass,
        )
        if wish.request is not None:

            async def price(request: GenerationRequest) -> int | None:
                return await self._price(wish.runs(request), is_each=is_each)

            cheaper = await cheaper_run(
                self._services,
                wish.request,
                price,
                wanted_micro=over.wanted_micro,
                room_micro=over.room_micro,
                run_count=wish.run_count,
            )
            over = replace(over, cheaper=cheaper)
        question = Question(over, asyncio.get_running_loop().create_future())
        self.asked.emit(question)
        return await question.answer

    async def _use(self, label: str) -> CapUse | None:
        uses = await self._services.money.uses()
        return next((use for use in uses if use.cap.label == label), None)

    async def _price(self, runs: Sequence[GenerationRequest], *, is_each: bool) -> int | None:
        """The most that the runs cost together, or the dearest of them; None = not known."""
        prices = []
        for run in runs:
            upper = (await self._services.generations.estimate(run)).upper_micro
            if upper is None:
                return None
            prices.append(upper)
        return max(prices, default=0) if is_each else sum(prices)

    async def _raise_to(self, label: str, limit_micro: int) -> None:
        use = await self._use(label)
        if use is None:
            return
        cap: Cap = use.cap
        await self._services.money.set_cap(
            cap.scope,
            cap.period,
            limit_micro,
            project_id=cap.project_id,
            provider=cap.provider,
            is_notice_only=cap.is_notice_only,
            notice_percent=cap.notice_percent,
        )
