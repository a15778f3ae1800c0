"""The one table that decides whether a billable call may ever be made again."""

from __future__ import annotations

import itertools

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import IN_FLIGHT, AttemptState
from mediadesk.domain.ids import AttemptId, ProviderId, new_uuid7
from mediadesk.services.runner_rules import (
    LONGEST_WAIT_S,
    MAXIMUM_TRIES,
    Decision,
    Follow,
    decide,
    fair,
    wait_seconds,
)
from mediadesk.storage.waiting import WaitingAttempt

Kind = ProviderErrorKind
STATUSES = (None, 400, 401, 402, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504, 529)


def after_sending(kind: Kind, status: int | None, answered: bool, tries: int = 0) -> Decision:
    error = ProviderError(kind, "x", status=status, provider_answered=answered)
    return decide(error, AttemptState.SUBMITTING, tries=tries, has_job=False, may_poll=True)


def test_nothing_that_may_have_been_taken_goes_back_into_the_queue() -> None:
    for kind, status, answered in itertools.product(Kind, STATUSES, (True, False)):
        decision = after_sending(kind, status, answered)
        is_refusal = status is not None and 400 <= status < 500
        is_told_to_wait = (kind is Kind.RATE_LIMIT and is_refusal) or (
            answered and status in (503, 529)
        )
        assert (decision.follow is Follow.WAIT) == is_told_to_wait, (kind, status, answered)
        assert decision.follow is not Follow.POLL_AGAIN


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 413, 422])
def test_a_clear_no_is_free(status: int) -> None:
    decision = after_sending(Kind.BAD_REQUEST, status, answered=True)
    assert decision == Decision(Follow.FAIL, Billed.FREE)


@pytest.mark.parametrize("status", [408, 409, 500, 502, 504, None])
def test_no_clear_answer_is_doubt(status: int | None) -> None:
    decision = after_sending(Kind.SERVER, status, answered=True)
    assert decision == Decision(Follow.UNCERTAIN, Billed.UNKNOWN)


def test_waiting_ends() -> None:
    decision = after_sending(Kind.RATE_LIMIT, 429, answered=True, tries=MAXIMUM_TRIES)
    assert decision == Decision(Follow.FAIL, Billed.FREE)


def test_after_acceptance_nothing_is_ever_submitted_again() -> None:
    for kind, status, state, tries in itertools.product(
        Kind, STATUSES, IN_FLIGHT, (0, MAXIMUM_TRIES)
    ):
        error = ProviderError(kind, "x", status=status, sent=False, provider_answered=True)
        decision = decide(error, state, tries=tries, has_job=True, may_poll=True)
        assert decision.follow is not Follow.WAIT

        error = ProviderError(kind, "x", status=status, provider_answered=True)
        decision = decide(error, state, tries=MAXIMUM_TRIES, has_job=True, may_poll=True)
        assert decision.follow not in (Follow.WAIT, Follow.POLL_AGAIN)


def test_an_offline_machine_keeps_asking_about_its_job() -> None:
    error = ProviderError(Kind.NETWORK, "x", sent=False)
    decision = decide(error, AttemptState.RUNNING, tries=50, has_job=True, may_poll=True)
    assert decision.follow is Follow.POLL_AGAIN
    assert decision.wait_s <= 60


def test_a_job_that_cannot_be_asked_again_is_doubtful() -> None:
    error = ProviderError(Kind.NETWORK, "x")
    decision = decide(error, AttemptState.RUNNING, tries=0, has_job=True, may_poll=False)
    assert decision.follow is Follow.UNCERTAIN


def test_waits_as_told_but_not_for_ever() -> None:
    assert wait_seconds(3.5, 0, 0.9) == 3.5
    assert wait_seconds(1e9, 0, 0.9) == LONGEST_WAIT_S
    assert wait_seconds(None, 2, 0.0) == 4.0
    assert wait_seconds(None, 2, 0.5) == 6.0
    assert wait_seconds(None, 40, 0.5) == LONGEST_WAIT_S


def waits(row_id: int, generation: int, provider: str = "a") -> WaitingAttempt:
    return WaitingAttempt(
        row_id, AttemptId(new_uuid7()), generation, ProviderId(provider), is_owned=False
    )


def test_a_run_of_many_calls_does_not_hold_up_the_others() -> None:
    ready = [*(waits(n, 1) for n in range(10)), waits(10, 2), waits(11, 3)]
    chosen = fair(ready, {}, lambda _: 4)
    assert [one.row_id for one in chosen] == [0, 10, 11, 1]


def test_what_already_runs_counts_and_a_full_provider_is_passed_over() -> None:
    ready = [waits(1, 1), waits(2, 2, "full"), waits(3, 3), waits(4, 1)]
    chosen = fair(ready, {1: 1}, lambda provider: 0 if provider == "full" else 2)
    assert [one.row_id for one in chosen] == [3, 1]


def test_the_user_may_have_a_job_sent_fewer_times() -> None:
    error = ProviderError(ProviderErrorKind.RATE_LIMIT, "Too many.", status=429)

    def follow(tries: int, most: int) -> Follow:
        state = AttemptState.SUBMITTING
        return decide(
            error, state, tries=tries, has_job=False, may_poll=False, most_tries=most
        ).follow

    assert follow(1, 2) is Follow.WAIT
    assert follow(2, 2) is Follow.FAIL
    assert follow(0, 0) is Follow.FAIL
