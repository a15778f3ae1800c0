"""Calls whose money or outcome is in doubt: what to say of them, and what the user can do."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from mediadesk.domain.generation import IN_FLIGHT, Attempt, AttemptState, Generation
from mediadesk.domain.money import format_usd
from mediadesk.ui.over_budget import Wish
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from mediadesk.domain.ids import AttemptId
    from mediadesk.ui.workspace import Workspace

_MOVING = IN_FLIGHT | {AttemptState.QUEUED}
_BY_ITSELF = QT_TR_NOOP("It is not sent again by itself")


def open_attempts(generation: Generation | None) -> list[Attempt]:
    """Attempts that rest and have to be settled; those that were sent again come last."""
    attempts = () if generation is None else generation.attempts
    found = [one for one in attempts if one.needs_settling and one.state not in _MOVING]
    return sorted(found, key=lambda one: one.is_repeated)


def reminder(attempts: list[Attempt]) -> str:
    """One line beside a result: what is still open about its run."""
    if len(attempts) > 1:
        words = tr("{count} calls of this run are still to settle").format(count=len(attempts))
    elif attempts[0].is_repeated:
        words = tr("An earlier try of this run is still to settle; it may have been charged")
    elif attempts[0].state is AttemptState.UNCERTAIN:
        words = tr("One call of this run is still to settle")
    else:
        words = tr("It is not known what this run cost")
    held = sum(one.hold_micro or 0 for one in attempts)
    return (
        tr("{words}. {amount} stays held until then.").format(words=words, amount=format_usd(held))
        if held
        else f"{words}."
    )


def explanation(attempt: Attempt, count: int) -> str:
    """What is known of an attempt that has to be settled; ``count`` are open."""
    if attempt.state is AttemptState.COMPLETED:
        why, then = tr("It arrived, and the provider did not say what it cost."), ""
    else:
        why = tr_sentence(attempt.error_message or "") or tr("It was sent, and no answer is known.")
        then = tr("It was sent again already") if attempt.is_repeated else tr(_BY_ITSELF)
    if attempt.hold_micro:
        held = tr("{amount} stays held until it is settled").format(
            amount=format_usd(attempt.hold_micro)
        )
        then = tr("{then}, and {held}").format(then=then, held=held) if then else held
    more = tr(" {count} calls of this run are open.").format(count=count) if count > 1 else ""
    return f"{why} {then}.{more}" if then else f"{why}{more}"


class Settling:
    """What the card of an open attempt asks for. ``start`` runs a coroutine for the stage."""

    def __init__(
        self, workspace: Workspace, start: Callable[[Coroutine[Any, Any, object]], None]
    ) -> None:
        self._workspace = workspace
        self._generations = workspace.services.generations
        self._start = start

    def settle(self, attempt_id: AttemptId, charged_micro: int | None) -> None:
        """Tell what an attempt cost (micro-USD); None = it was not charged."""
        self._start(self._settle(attempt_id, charged_micro))

    def look_up(self, attempt_id: AttemptId) -> None:
        """Ask the provider what became of an attempt."""
        self._start(self._look_up(attempt_id))

    def send_again(self, attempt_id: AttemptId) -> None:
        """Make a new attempt for one of unknown outcome; it may cost a second time."""
        self._start(self._send_again(attempt_id))

    async def _settle(self, attempt_id: AttemptId, charged_micro: int | None) -> None:
        await self._generations.settle(attempt_id, charged_micro=charged_micro)
        amount = "nothing" if not charged_micro else format_usd(charged_micro)
        self._workspace.tell(tr("Settled: {amount} was charged.").format(amount=amount), "ok")

    async def _send_again(self, attempt_id: AttemptId) -> None:
        send = self._generations.send_again
        await self._workspace.budgets.send(Wish(lambda once: send(attempt_id, over_cap_once=once)))

    async def _look_up(self, attempt_id: AttemptId) -> None:
        if await self._generations.look_up(attempt_id) is AttemptState.UNCERTAIN:
            self._workspace.tell(tr("The provider does not know this job either."), "warning")
