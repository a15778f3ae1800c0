"""How a result that came ended, where it is not whole, and what a run has cost, in words."""

from __future__ import annotations

from collections.abc import Mapping

from mediadesk.domain.errors import Billed
from mediadesk.domain.generation import IN_FLIGHT, AttemptState, FinishReason, Generation
from mediadesk.domain.money import format_usd

_ENDINGS: Mapping[FinishReason, str] = {
    FinishReason.TRUNCATED: "Cut at the token limit",
    FinishReason.INTERRUPTED: "Broke off before its end",
}


def ending_words(generation: Generation) -> str:
    """What a person has to know about results that are not whole; empty where all are."""
    if not generation.assets:
        return ""
    reasons = {one.finish_reason for one in generation.attempts}
    return next((words for reason, words in _ENDINGS.items() if reason in reasons), "")


def charge_words(generation: Generation) -> str:
    """What was charged: an amount, “not charged”, “nothing yet” or “not known”."""
    if generation.charged_micro is not None:
        return format_usd(generation.charged_micro)
    attempts = generation.attempts
    if any(one.state in IN_FLIGHT or one.state is AttemptState.QUEUED for one in attempts):
        return "nothing yet"
    is_free = all(one.billed is Billed.FREE for one in attempts)
    return "not charged" if attempts and is_free else "not known"
