"""A run that a budget refused: by how much it is over, and what may be done about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import CapRefusedError, MediadeskError
from mediadesk.domain.money import parse_usd
from mediadesk.domain.projects import CapPeriod
from mediadesk.ui.panes.create.cheaper_run import cheaper_run
from mediadesk.ui.support.sentences import tr_sentence

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import GenerationId
    from mediadesk.domain.projects import CapUse
    from mediadesk.ui.panes.create.cheaper_run import CheaperRun
    from mediadesk.ui.panes.create.prompt_history import PromptHistory
    from mediadesk.ui.workspace import Workspace


CENT = 10_000


@dataclass(frozen=True, slots=True)
class OverBudget:
    """What was refused. ``use``: the budget; ``fewer``: how many results would fit, 0 = none.

    ``cheaper``: the same with one setting changed, where that costs less.
    """

    request: GenerationRequest
    use: CapUse
    wanted_micro: int
    free_micro: int
    cheaper: CheaperRun | None = None

    @property
    def over_micro(self) -> int:
        """By how much the run goes over."""
        return self.wanted_micro - self.room_micro

    @property
    def needed_micro(self) -> int:
        """The limit with which the run would fit, in whole cents."""
        return -(-(self.use.cap.limit_micro + self.over_micro) // CENT) * CENT

    @property
    def fewer(self) -> int:
        """How many results would fit."""
        count = self.request.result_count
        return min(count - 1, count * self.room_micro // max(1, self.wanted_micro))

    @property
    def room_micro(self) -> int:
        """What the run may cost: a limit for one run has no sum that is used up."""
        cap = self.use.cap
        return cap.limit_micro if cap.period is CapPeriod.JOB else self.free_micro

    def with_fewer(self) -> GenerationRequest:
        """The same run with as many results as fit."""
        return replace(self.request, result_count=self.fewer)


class Form(Protocol):
    """What is needed of the composer: its signals, its history, and somebody who runs things."""

    cap_refused: Any
    field_error: Any
    errors_cleared: Any
    submitted: Any
    history: PromptHistory

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or the form closes."""

    def set_count(self, count: int) -> None:
        """How many results to make."""


class OverBudgetViewModel(QObject):
    """``asked`` carries an ``OverBudget``; its answers send the run that was refused."""

    asked = Signal(object)

    def __init__(self, composer: Form, workspace: Workspace) -> None:
        super().__init__()
        self._composer = composer
        self._services = workspace.services
        composer.cap_refused.connect(self._on_refused)

    def run_once(self, refused: OverBudget) -> None:
        """Run what was refused, this once; the ledger keeps that it was let through."""
        self._composer.start(self._submit(refused.request, over_cap_once=True))

    def raise_and_run(self, refused: OverBudget, amount: str) -> None:
        """Set the budget to an amount as typed, then run."""
        self._composer.start(self._raise_and_run(refused, amount))

    def run_fewer(self, refused: OverBudget) -> None:
        """Run with as many results as fit."""
        self._composer.set_count(refused.fewer)
        self._composer.start(self._submit(refused.with_fewer(), over_cap_once=False))

    def run_cheaper(self, refused: OverBudget) -> None:
        """Run with the setting that costs less; where that is still too much, it is asked again."""
        if refused.cheaper is not None:
            self._composer.start(self._run_cheaper(refused.cheaper.request))

    def _on_refused(self, request: GenerationRequest, error: CapRefusedError) -> None:
        self._composer.field_error.emit("cap", tr_sentence(error.sentence()))
        self._composer.start(self._ask(request, error))

    async def _ask(self, request: GenerationRequest, error: CapRefusedError) -> None:
        uses = await self._services.money.uses()
        found = next((use for use in uses if use.cap.label == error.cap), None)
        if found is None:
            return
        over = OverBudget(request, found, error.wanted_micro or 0, error.free_micro)
        cheaper = await cheaper_run(self._services, request, over.wanted_micro, over.room_micro)
        self.asked.emit(replace(over, cheaper=cheaper))

    async def _run_cheaper(self, request: GenerationRequest) -> None:
        try:
            made = await self._services.generations.submit(request)
        except CapRefusedError as error:
            self._on_refused(request, error)
        except MediadeskError as error:
            self._composer.field_error.emit("cap", tr_sentence(error.sentence()))
        else:
            self._sent(request, made)

    async def _raise_and_run(self, refused: OverBudget, amount: str) -> None:
        cap = refused.use.cap
        try:
            await self._services.money.set_cap(
                cap.scope,
                cap.period,
                parse_usd(amount),
                project_id=cap.project_id,
                provider=cap.provider,
                is_notice_only=cap.is_notice_only,
                notice_percent=cap.notice_percent,
            )
        except MediadeskError as error:
            self._composer.field_error.emit("cap", tr_sentence(error.sentence()))
        else:
            await self._submit(refused.request, over_cap_once=False)

    async def _submit(self, request: GenerationRequest, *, over_cap_once: bool) -> None:
        generations = self._services.generations
        try:
            made = await generations.submit(request, over_cap_once=over_cap_once)
        except MediadeskError as error:
            self._composer.field_error.emit("cap", tr_sentence(error.sentence()))
        else:
            self._sent(request, made)

    def _sent(self, request: GenerationRequest, made: GenerationId) -> None:
        self._composer.errors_cleared.emit()
        self._composer.history.add(request.prompt)
        self._composer.submitted.emit(made)
