"""How a result that came ended, where it is not whole, and what a run has cost, in words."""

from __future__ import annotations

from collections.abc import Mapping

from mediadesk.domain.errors import Billed
from mediadesk.domain.generation import IN_FLIGHT, AttemptState, FinishReason, Generation
from mediadesk.domain.money import format_usd

ENDINGS: Mapping[FinishReason, str] = {
    FinishReason.TRUNCATED: "Cut at the token limit",
    FinishReason.REFUSED: "The provider refused to go on",
    FinishReason.INTERRUPTED: "Broke off before its end",
    FinishReason.OTHER: "Ended by the provider with “{word}”",
}
"""What a person has to know; the word is the provider's own."""
MISSING, ENDING = "missing", "ending"
"""Names of notes: why results are missing, and the provider's word for an ending."""


def ending_of(generation: Generation) -> FinishReason | None:
    """How results that are not whole ended; None where all are, or where there are none."""
    if not generation.assets:
        return None
    reasons = {one.finish_reason for one in generation.attempts}
    return next((reason for reason in ENDINGS if reason in reasons), None)


def ending_words(generation: Generation) -> str:
    """What a person has to know about results that are not whole; empty where all are."""
    reason = ending_of(generation)
    return "" if reason is None else ENDINGS[reason].format(word=note_of(generation, ENDING))


def note_of(generation: Generation, name: str) -> str:
    """What the provider told beside the results, each text once; empty where it told nothing."""
    told = (one.notes.get(name, "") for one in generation.attempts if not one.is_repeated)
    return " ".join(dict.fromkeys(text for text in told if text))


def cancel_words(generation: Generation) -> str:
    """What cancelling now means for the money, as a sentence; empty where nothing moves."""
    sent = [one for one in generation.attempts if one.state in IN_FLIGHT]
    waiting = sum(one.state is AttemptState.QUEUED for one in generation.attempts)
    return due_words(len(sent), waiting, sum(one.hold_micro or 0 for one in sent))


def due_words(sent: int, waiting: int, due_micro: int) -> str:
    """The same for calls that were sent, which may cost ``due_micro`` in all, and that wait."""
    if not sent and not waiting:
        return ""
    if not sent:
        return "Nothing was sent yet: cancelling costs nothing."
    if not due_micro:
        return "What was sent is free: cancelling costs nothing."
    amount = format_usd(due_micro)
    if sent + waiting == 1:
        return f"It was sent already: up to {amount} may be due all the same."
    count = sent + waiting
    return f"{sent} of {count} calls were sent already: up to {amount} may be due all the same."


def charge_words(generation: Generation) -> str:
    """What was charged: “$0.04, reported”, “not charged”, “nothing yet” or “not known”."""
    if generation.charged_micro is not None:
        amount, mark = format_usd(generation.charged_micro), generation.charge_mark
        return f"{amount}, {mark}" if mark and generation.charged_micro else amount
    attempts = generation.attempts
    if any(one.state in IN_FLIGHT or one.state is AttemptState.QUEUED for one in attempts):
        return "nothing yet"
    is_free = all(one.billed is Billed.FREE for one in attempts)
    return "not charged" if attempts and is_free else "not known"
