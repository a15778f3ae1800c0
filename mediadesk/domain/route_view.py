"""The route that a run took through its fallback chain, and what each model of it may cost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mediadesk.domain.routes import FallbackLink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.cost_calculator import Estimate
    from mediadesk.domain.generation import Attempt, Generation


class Outcome(StrEnum):
    """What became of one link of a chain."""

    DELIVERED = "delivered"
    UNDER_WAY = "under_way"
    ENDED = "ended"
    """Its calls ended without a result, or nobody knows how."""
    PASSED_OVER = "passed_over"
    REFUSED = "refused"
    """A cap said no, and the chain ended."""
    NOT_USED = "not_used"


_WORDS = {
    Outcome.DELIVERED: "made the result",
    Outcome.UNDER_WAY: "under way",
    Outcome.ENDED: "ended",
    Outcome.PASSED_OVER: "passed over",
    Outcome.REFUSED: "refused by a budget",
    Outcome.NOT_USED: "not used",
}


@dataclass(frozen=True, slots=True)
class RouteStop:
    """One link of a generation's chain, with what became of it. ``dropped``: parameters."""

    link: int
    model: FallbackLink
    outcome: Outcome
    reason: str = ""
    dropped: tuple[str, ...] = ()

    def words(self) -> str:
        """“passed over: it takes no inputs”, “made the result (without style)”."""
        told = _WORDS[self.outcome]
        if self.reason:
            told += f": {' '.join(self.reason.split())}"
        return f"{told} (without {', '.join(self.dropped)})" if self.dropped else told


@dataclass(frozen=True, slots=True)
class LinkEstimate:
    """What a run may cost with one link; ``problem`` where it could not be used as things are."""

    model: FallbackLink
    estimate: Estimate | None
    problem: str = ""
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteEstimate:
    """The estimate of a run with its chain: the first one's expected cost, the dearest bound."""

    total: Estimate
    links: tuple[LinkEstimate, ...]


def route_of(generation: Generation) -> tuple[RouteStop, ...]:
    """What became of each link; empty where the generation has no chain."""
    if not generation.fallback:
        return ()
    first = FallbackLink(generation.provider, generation.model, generation.account_id)
    return tuple(
        _stop(number, model, generation.attempts)
        for number, model in enumerate((first, *generation.fallback))
    )


def made_with(generation: Generation) -> FallbackLink:
    """The model that the generation's results came from, or that its last calls went to."""
    stops = [stop for stop in route_of(generation) if stop.outcome in _CALLED]
    delivered = [stop for stop in stops if stop.outcome is Outcome.DELIVERED]
    if stops:
        return (delivered or stops)[-1].model
    return FallbackLink(generation.provider, generation.model, generation.account_id)


_CALLED = (Outcome.DELIVERED, Outcome.UNDER_WAY, Outcome.ENDED)
_MOVING = ("queued", "submitting", "accepted", "running", "fetching")


def _stop(number: int, model: FallbackLink, attempts: Sequence[Attempt]) -> RouteStop:
    own = [one for one in attempts if one.route.link == number]
    if not own:
        notes = [note for one in attempts for note in one.route.passed_over if note.link == number]
        if not notes:
            return RouteStop(number, model, Outcome.NOT_USED)
        outcome = Outcome.REFUSED if notes[-1].is_end else Outcome.PASSED_OVER
        return RouteStop(number, model, outcome, notes[-1].reason)
    outcome = Outcome.ENDED
    if any(one.state == "completed" for one in own):
        outcome = Outcome.DELIVERED
    elif any(one.state in _MOVING for one in own):
        outcome = Outcome.UNDER_WAY
    reason = next((one.error_message for one in reversed(own) if one.error_message), None)
    return RouteStop(number, model, outcome, reason or "", own[-1].route.dropped)
