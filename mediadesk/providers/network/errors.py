"""Failures below HTTP as errors for people, and which of them a reading call tries again."""

from __future__ import annotations

import random
import time

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.network.endpoint import Endpoint

RETRY_AFTER_LIMIT_S = 120.0
UNREACHED_AFTER_S = 2.0
_LONGEST_WAIT_S = 30.0
_K = ProviderErrorKind
_RETRIED = frozenset(
    {_K.RATE_LIMIT, _K.OVERLOADED, _K.SERVER, _K.TIMEOUT, _K.NETWORK, _K.INTERRUPTED}
)


def timed_out(endpoint: Endpoint, *, sent: bool) -> ProviderError:
    """Silence for too long; ``sent`` False where no byte left."""
    return ProviderError(
        ProviderErrorKind.TIMEOUT,
        f"{endpoint.label} did not answer in time.",
        "Check at the provider whether this run was charged." if sent else "Try again.",
        sent=sent,
    )


def not_reached(
    endpoint: Endpoint, error: Exception, *, sent: bool, is_connect_error: bool
) -> ProviderError:
    """The connection failed, before or after the request left."""
    if sent:
        message = f"The connection to {endpoint.label} broke after the request was sent."
        return ProviderError(
            ProviderErrorKind.NETWORK,
            message,
            "Check at the provider whether this run was charged.",
        )
    # other exceptions may quote a header, and with it the key
    why = endpoint.redact(str(error)) if is_connect_error else ""
    why = why or "no connection"
    return ProviderError(
        ProviderErrorKind.NETWORK,
        f"{endpoint.label} could not be reached at {endpoint.origin.host} ({why}). "
        "Nothing was sent.",
        "Check the internet connection and the base address.",
        sent=False,
    )


def works_offline(endpoint: Endpoint) -> ProviderError:
    """The user wants nothing to leave this computer."""
    return ProviderError(
        ProviderErrorKind.NETWORK,
        f"mediadesk works offline, so {endpoint.label} was not asked. Nothing was sent.",
        "Turn off “Work offline” in the settings, Network.",
        sent=False,
    )


def unreadable_address(endpoint: Endpoint) -> ProviderError:
    """An address from outside that is none."""
    return ProviderError(
        ProviderErrorKind.MALFORMED,
        f"{endpoint.label} named an address that cannot be read.",
        "Look up the result at the provider.",
        sent=False,
    )


def interrupted(endpoint: Endpoint, status: int) -> ProviderError:
    """The body ended before its announced end."""
    return ProviderError(
        ProviderErrorKind.INTERRUPTED,
        f"The connection to {endpoint.label} closed before the answer was complete.",
        "Check at the provider whether this run was charged.",
        status=status,
    )


class Retry:
    """Try ``number`` (from 0) of a reading call, which begins now: what follows if it fails."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._begun_s = time.monotonic()

    def wait_s(self, error: ProviderError) -> float:
        """Seconds to wait before the next try. Raises ``error`` where that does not help.

        Where nothing can be reached somebody waits for that answer: one more try, if it came soon.
        """
        took_s = time.monotonic() - self._begun_s
        is_unreached = not error.sent and (self._number > 0 or took_s > UNREACHED_AFTER_S)
        if error.kind not in _RETRIED or is_unreached:
            raise error
        if error.retry_after_s is not None:
            if error.retry_after_s > RETRY_AFTER_LIMIT_S:
                raise error
            return error.retry_after_s
        longest: float = min(_LONGEST_WAIT_S, 2.0**self._number)
        return longest * random.uniform(0.75, 1.0)
