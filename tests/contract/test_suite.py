"""Refusals, jobs and batches of every adapter and kind; and what the whole suite covers."""

import asyncio
from typing import Any

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, RemoteJob
from mediadesk.providers.factory import ADAPTERS
from mediadesk.providers.network.http import HttpRoom
from tests.contract import test_hostile, test_hostile_streams
from tests.contract.cases import BATCHES, CASES, JOBS, NOT_APPLICABLE, TEXTS, Case
from tests.contract.hostile import CLASSES, billable, each_case, failure, hostile, plan, run
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_K = ProviderErrorKind
LEAST_HOSTILE = 40
OFFLINE = {"sample": "makes everything itself: there is no server that could answer"}


# ------------------------------------------------------------------------------------- refusals


@each_case
async def test_refused_content_is_no_failure_of_the_service(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    assert case.refusal
    plan(simulator, case.path, case.refusal)
    context = FakeContext()
    try:
        told = (await run(case, http, simulator, context)).finish_reason is FinishReason.REFUSED
    except ProviderError as error:
        told = error.kind is _K.BLOCKED and error.provider_answered
    assert told
    assert context.results == []
    assert billable(case, simulator) == 1


# ----------------------------------------------------------------------------------------- jobs


class Killed(FakeContext):
    """The program ends right after a job was accepted."""

    async def accepted(self, job: RemoteJob, *stays: Any) -> None:
        await super().accepted(job, *stays)
        raise asyncio.CancelledError


async def accepted(case: Case, simulator: Simulator) -> RemoteJob:
    """A job that another process submitted."""
    before, context = HttpRoom(), Killed()
    try:
        with pytest.raises(asyncio.CancelledError):
            await run(case, before, simulator, context)
    finally:
        await before.aclose()
    (job,) = context.jobs
    return job


@pytest.mark.parametrize("case", JOBS, ids=str)
async def test_a_job_outlives_the_program(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    job = await accepted(case, simulator)
    provider, context = case.connect(http, simulator), FakeContext()
    result = await provider.resume(job, case.request(provider), context)
    assert context.results
    assert result.finish_reason is FinishReason.COMPLETE
    assert billable(case, simulator) == 1


@pytest.mark.parametrize("case", NOT_APPLICABLE["kill and resume"][1], ids=str)
async def test_a_call_without_a_job_leaves_nothing_to_pick_up(
    case: Case, http: HttpRoom, simulator: Simulator
) -> None:
    context = FakeContext()
    await run(case, http, simulator, context)
    assert context.jobs == []


POLLS: dict[str, dict[str, Any]] = {
    "wrong_key": {},
    "no_model": {},
    "server_error": {},
    "malformed_json": {},
    "wrong_type": {},
    "cut_before_headers": {},
    "reset": {},
    "redirect": {},
    "huge_headers": {},
    "list": {"fault": "status", "status": 200, "document": []},
    "number": {"fault": "status", "status": 200, "document": 7},
    "unknown state": {"fault": "status", "status": 200, "document": {"status": "astray"}},
}


@hostile("polls that go wrong", POLLS, JOBS)
async def test_a_poll_never_reads_as_a_refusal_of_the_job(
    case: Case, http: HttpRoom, simulator: Simulator, fault: str
) -> None:
    assert case.poll is not None
    options = {"fault": fault, "count": -1, **POLLS[fault]}
    if not case.poll:
        options["method"] = "GET"
    plan(simulator, case.poll, options)
    context = FakeContext()
    error = await failure(case, http, simulator, context)
    assert error.sent
    assert error.billed is Billed.UNKNOWN
    assert context.results == []
    assert len(context.jobs) == 1
    assert billable(case, simulator) == 1


# --------------------------------------------------------------------------------------- batches


@pytest.mark.parametrize("case", BATCHES, ids=str)
async def test_a_part_of_a_batch_is_kept(case: Case, http: HttpRoom, simulator: Simulator) -> None:
    simulator.plan(case.path, results=2)
    context = FakeContext()
    result = await run(case, http, simulator, context, result_count=3)
    assert len(context.results) == 2
    assert "2 of 3" in result.missing
    assert billable(case, simulator) == 1


@pytest.mark.parametrize("case", NOT_APPLICABLE["partial batch"][1], ids=str)
def test_a_call_for_one_result_is_never_asked_for_more(case: Case, http: HttpRoom) -> None:
    with Simulator() as simulator:
        model = case.request(case.connect(http, simulator)).model
    assert model.results_per_call == 1


# ------------------------------------------------------------------------------------- coverage


def test_every_adapter_and_kind_has_a_case() -> None:
    kinds = {(case.provider, case.type) for case in CASES}
    offered = {
        (adapter.id, kind)
        for adapter in ADAPTERS
        if adapter.id not in OFFLINE
        for kind in adapter.types
    }
    assert kinds == offered


def test_a_row_is_run_or_has_its_reason() -> None:
    rows = {"kill and resume": JOBS, "partial batch": BATCHES, "streams": TEXTS}
    assert rows.keys() == NOT_APPLICABLE.keys()
    for row, cases in rows.items():
        reason, others = NOT_APPLICABLE[row]
        assert reason
        assert not set(map(id, cases)) & set(map(id, others))
        assert len(cases) + len(others) == len(CASES)


@pytest.mark.parametrize("provider", sorted({case.provider for case in CASES}))
def test_hostile_answers_are_many(provider: str) -> None:
    assert test_hostile.BREAKS
    assert test_hostile_streams.STREAMS
    assert sum(counts.get(provider, 0) for counts in CLASSES.values()) >= LEAST_HOSTILE
