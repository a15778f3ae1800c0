"""A run that a budget refused: by how much it is over, and what may be done about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.money import parse_usd
from mediadesk.domain.projects import CapPeriod
from mediadesk.ui.support.sentences import tr_sentence

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from mediadesk.domain.errors import CapRefusedError
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.projects import CapUse
    from mediadesk.ui.panes.create.prompt_history import PromptHistory
    from mediadesk.ui.workspace import Workspace


CENT = 10_000


@dataclass(frozen=True, slots=True)
class OverBudget:
    """What was refused. ``use``: the budget; ``fewer``: how many results would fit, 0 = none."""

    request: GenerationRequest
    use: CapUse
    wanted_micro: int
    free_micro: int

    @property
    def over_micro(self) -> int:
        """By how much the run goes over."""
        return self.wanted_micro - self._room

    @property
    def needed_micro(self) -> int:
        """The limit with which the run would fit, in whole cents."""
        return -(-(self.use.cap.limit_micro + self.over_micro) // CENT) * CENT

    @property
    def fewer(self) -> int:
        """How many results would fit."""
        count = self.request.result_count
        return min(count - 1, count * self._room // max(1, self.wanted_micro))

    @property
    def _room(self) -> int:
        """A limit for one run has no sum that is used up."""
        cap = self.use.cap
        return cap.limit_micro if cap.period is CapPeriod.JOB else self.free_micro

    def cheaper(self) -> GenerationRequest:
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
        self._composer.start(self._submit(refused.cheaper(), over_cap_once=False))

    def _on_refused(self, request: GenerationRequest, error: CapRefusedError) -> None:
        self._composer.field_error.emit("cap", tr_sentence(error.sentence()))
        self._composer.start(self._ask(request, error))

    async def _ask(self, request: GenerationRequest, error: CapRefusedError) -> None:
        uses = await self._services.money.uses()
        found = next((use for use in uses if use.cap.label == error.cap), None)
        if found is not None:
            self.asked.emit(OverBudget(request, found, error.wanted_micro or 0, error.free_micro))

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
            self._composer.errors_cleared.emit()
            self._composer.history.add(request.prompt)
            self._composer.submitted.emit(made)
