"""Words for groups of attempt states."""

from __future__ import annotations

from mediadesk.domain.generation import IN_FLIGHT, AttemptState


def is_moving(state: AttemptState) -> bool:
    """Whether an attempt in this state still moves by itself: it waits or is under way."""
    return state is AttemptState.QUEUED or state in IN_FLIGHT


def is_failure(state: AttemptState) -> bool:
    """Whether statistics count this state as a failure."""
    return state in (AttemptState.FAILED, AttemptState.EXPIRED, AttemptState.UNCERTAIN)
