"""Failures that the sample provider can play, so that every state can be seen without a key."""

from __future__ import annotations

from dataclasses import dataclass

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind

_K = ProviderErrorKind


@dataclass(frozen=True, slots=True)
class _Play:
    """How a real provider would answer: the words, the status, and what is known about money."""

    message: str
    next_step: str = ""
    status: int | None = None
    billed: Billed = Billed.UNKNOWN
    sent: bool = True
    retry_after_s: float | None = None
    parameter: str | None = None


_PLAYS: dict[ProviderErrorKind, _Play] = {
    _K.AUTH: _Play("The key was not accepted.", "Check the key in Settings.", 401, Billed.FREE),
    _K.PERMISSION: _Play(
        "This key may not use the model.", "Choose another model.", 403, Billed.FREE
    ),
    _K.CREDIT: _Play("No credit is left.", "Top up at the provider.", 402, Billed.FREE),
    _K.RATE_LIMIT: _Play("Too many requests.", "It is tried again.", 429, retry_after_s=2.0),
    _K.BLOCKED: _Play(
        "The safety filter blocked this prompt.", "Change the prompt.", 400, Billed.FREE
    ),
    _K.BAD_REQUEST: _Play(
        "The provider does not take this seed.", "Send without it.", 400, parameter="seed"
    ),
    _K.NOT_FOUND: _Play("There is no such model.", "Refresh the models.", 404),
    _K.RETIRED: _Play("The model has been retired.", "Choose another model.", 410),
    _K.TOO_LARGE: _Play("The request is too large.", "Use a smaller input.", 413),
    _K.OVERLOADED: _Play("The provider is busy.", "It is tried again.", 503, retry_after_s=2.0),
    _K.TIMEOUT: _Play("No answer came in time."),
    _K.SERVER: _Play("The provider failed inside.", "", 500),
    _K.NETWORK: _Play("The provider cannot be reached.", "Check the connection.", sent=False),
    _K.MALFORMED: _Play("The answer makes no sense.", "", 200),
    _K.INTERRUPTED: _Play("The answer broke off."),
    _K.EXPIRED: _Play("The result has expired.", "Generate again.", 410, Billed.CHARGED),
}

AFTER_ACCEPTANCE = frozenset({_K.EXPIRED, _K.INTERRUPTED, _K.MALFORMED})
"""What happens to a long job only once it runs."""


def failure(kind: ProviderErrorKind) -> ProviderError:
    """The error as a provider's adapter would raise it, marked as simulated."""
    play = _PLAYS[kind]
    return ProviderError(
        kind,
        f"Simulated: {play.message}",
        play.next_step,
        status=play.status,
        provider_code="simulated",
        parameter=play.parameter,
        retry_after_s=play.retry_after_s,
        billed=play.billed,
        sent=play.sent,
        provider_answered=play.status is not None,
    )
