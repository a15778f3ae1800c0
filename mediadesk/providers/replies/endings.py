"""How an answer ended, in a provider's own word, and what that means here."""

from __future__ import annotations

from collections.abc import Mapping

from mediadesk.domain.generation import FinishReason
from mediadesk.providers.network.endpoint import Endpoint

_LONGEST_WORD = 60


def finish_of(word: str, known: Mapping[str, FinishReason]) -> FinishReason:
    """What the word means; whole where there is none, OTHER where nobody here knows it."""
    return known.get(word, FinishReason.OTHER) if word else FinishReason.COMPLETE


def ending_note(finish: FinishReason | None, word: str, endpoint: Endpoint) -> dict[str, str]:
    """The note with the provider's own word for an ending that is not known here."""
    told = "".join(c for c in endpoint.redact(word) if c.isprintable())[:_LONGEST_WORD]
    return {"ending": told} if finish is FinishReason.OTHER and told else {}
