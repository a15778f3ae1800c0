"""What follows from a provider's error: the one table of waiting, failing and doubt.

Pure functions. Nothing else in the program decides whether a billable call may be made again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heappop, heapreplace
from typing import Protocol, TypeVar

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import AttemptState
from mediadesk.domain.ids import ProviderId

MAXIMUM_TRIES = 5
"""How often one attempt may be put back into the queue, and a poll be repeated."""
LONGEST_WAIT_S = 900.0
"""A longer wait than this, even where the provider asks for it, would look like a hang."""
LONGEST_POLL_WAIT_S = 60.0
FIRST_BACKOFF_S = 1.0

_K = ProviderErrorKind
_PASSING = frozenset(
    {_K.NETWORK, _K.TIMEOUT, _K.SERVER, _K.OVERLOADED, _K.RATE_LIMIT, _K.MALFORMED}
)
_UNSENT = frozenset({AttemptState.QUEUED})
_BUSY_STATUS = frozenset({503, 529})
_AMBIGUOUS_STATUS = frozenset({408, 409})


class Waiting(Protocol):
    """What the choice of the next attempts needs to know of each that could start."""

    @property
    def row_id(self) -> int: ...

    @property
    def generation_row_id(self) -> int: ...

    @property
    def provider_id(self) -> ProviderId: ...

    @property
    def place(self) -> int: ...


W = TypeVar("W", bound=Waiting)


class Follow(StrEnum):
    """What the runner does next with the attempt."""

    WAIT = "wait"
    """Back into the queue: nothing was accepted, and the same call may be made later."""
    POLL_AGAIN = "poll_again"
    """The job exists at the provider: ask again, never submit again."""
    FAIL = "fail"
    EXPIRE = "expire"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Decision:
    """``wait_s`` counts for WAIT and POLL_AGAIN; ``billed`` for the ends."""

    follow: Follow
    billed: Billed = Billed.UNKNOWN
    wait_s: float = 0.0


def decide(
    error: ProviderError,
    state: AttemptState,
    *,
    tries: int,
    has_job: bool,
    may_poll: bool,
    jitter: float = 0.0,
    most_tries: int = MAXIMUM_TRIES,
) -> Decision:
    """What follows from ``error`` in ``state``.

    ``tries`` counts earlier waits; ``has_job``: the provider accepted the job; ``may_poll``: the
    adapter can go on with it; ``jitter`` (0..1) spreads waits; ``most_tries`` bounds the waits
    before a job is accepted.
    """
    wait_s = wait_seconds(error.retry_after_s, tries, jitter)
    if has_job:
        return _after_acceptance(error, state, tries, may_poll, wait_s)
    if state in _UNSENT:
        if error.kind in _PASSING and tries < most_tries:
            return Decision(Follow.WAIT, Billed.FREE, wait_s)
        return Decision(Follow.FAIL, Billed.FREE)
    if _nothing_was_accepted(error):
        if tries < most_tries:
            return Decision(Follow.WAIT, Billed.FREE, wait_s)
        return Decision(Follow.FAIL, Billed.FREE)
    if error.kind is _K.INTERRUPTED:
        return Decision(Follow.UNCERTAIN)
    if error.billed is not Billed.UNKNOWN:
        return Decision(Follow.FAIL, error.billed)
    if error.status is not None and 400 <= error.status < 500:
        if error.status in _AMBIGUOUS_STATUS:
            return Decision(Follow.UNCERTAIN)
        return Decision(Follow.FAIL, Billed.FREE)
    return Decision(Follow.UNCERTAIN)


def fair(
    ready: Iterable[W],
    running: Mapping[int, int],
    free: Callable[[ProviderId], int],
) -> list[W]:
    """What may start now: by place, then age; generations with few running calls before others.

    ``running`` counts calls by generation; ``free`` tells how many more a provider takes.
    """
    counts, left = Counter(running), dict[ProviderId, int]()
    heap = [(counts[one.generation_row_id], one.place, one.row_id, one) for one in ready]
    heapify(heap)
    chosen: list[W] = []
    while heap:
        count, place, row_id, one = heap[0]
        now = counts[one.generation_row_id]
        if now != count:
            heapreplace(heap, (now, place, row_id, one))
            continue
        heappop(heap)
        if left.setdefault(one.provider_id, free(one.provider_id)) > 0:
            left[one.provider_id] -= 1
            counts[one.generation_row_id] += 1
            chosen.append(one)
    return chosen


def wait_seconds(retry_after_s: float | None, tries: int, jitter: float) -> float:
    """As told by the provider, else exponential with jitter; never longer than LONGEST_WAIT_S."""
    if retry_after_s is not None:
        return min(LONGEST_WAIT_S, max(0.0, retry_after_s))
    return float(min(LONGEST_WAIT_S, FIRST_BACKOFF_S * 2 ** min(tries, 12) * (1 + jitter)))


def _nothing_was_accepted(error: ProviderError) -> bool:
    """An error without a status came inside an answer: part of that may have been charged."""
    if not error.sent or error.status is None:
        return not error.sent
    if error.kind is _K.RATE_LIMIT and 400 <= error.status < 500:
        return True
    return error.provider_answered and error.status in _BUSY_STATUS


def _after_acceptance(
    error: ProviderError, state: AttemptState, tries: int, may_poll: bool, wait_s: float
) -> Decision:
    if error.kind is _K.EXPIRED or (error.kind is _K.NOT_FOUND and state is AttemptState.FETCHING):
        return Decision(Follow.EXPIRE, error.billed)
    if error.billed is not Billed.UNKNOWN:
        return Decision(Follow.FAIL, error.billed)
    if not error.sent and may_poll:
        # This machine is offline: the job goes on there, however long that takes here.
        return Decision(Follow.POLL_AGAIN, wait_s=min(wait_s, LONGEST_POLL_WAIT_S))
    if error.kind in _PASSING or error.kind is _K.INTERRUPTED:
        if may_poll and tries < MAXIMUM_TRIES:
            return Decision(Follow.POLL_AGAIN, wait_s=wait_s)
        return Decision(Follow.UNCERTAIN)
    if error.kind in (_K.AUTH, _K.PERMISSION):
        # The key was changed meanwhile; the job itself may well be finished and paid for.
        return Decision(Follow.UNCERTAIN)
    return Decision(Follow.FAIL, error.billed)
