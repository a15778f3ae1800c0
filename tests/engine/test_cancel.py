"""Cancelling: free while it waits, as far as the provider allows afterwards."""

from __future__ import annotations

import asyncio

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import AttemptState, GenerationStatus, RemoteJob
from mediadesk.domain.ids import GenerationId
from mediadesk.providers.base import (
    CancelOutcome,
    GenerationContext,
    GenerationResult,
    ProviderRequest,
)
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import (
    IMAGE_PRICE,
    Script,
    accept_then_hang,
    failing,
    hang,
    stream_then_hang,
)


async def hang_before(request: object, context: object) -> None:
    await hang()


async def test_waiting_calls_are_cancelled_free(desk: Desk) -> None:
    desk.script.steps += [hang_before, hang_before]  # type: ignore[list-item]
    generation_id = await desk.services.generations.submit(desk.request("image", result_count=4))
    await asyncio.sleep(0.1)
    await desk.services.generations.cancel(generation_id)
    ended = await desk.services.generations.wait(generation_id)
    assert ended.status is GenerationStatus.CANCELLED
    assert (desk.script.submissions, desk.held()) == (0, 0)


@pytest.mark.parametrize(
    ("says", "status", "charged", "held"),
    [
        (CancelOutcome.FREE, GenerationStatus.CANCELLED, None, 0),
        (CancelOutcome.CHARGED, GenerationStatus.CANCELLED, IMAGE_PRICE, 0),
        (CancelOutcome.UNKNOWN, GenerationStatus.UNCERTAIN, None, IMAGE_PRICE),
        (CancelOutcome.NOT_POSSIBLE, GenerationStatus.UNCERTAIN, None, IMAGE_PRICE),
    ],
)
async def test_the_provider_says_what_a_cancelled_job_costs(
    desk: Desk,
    says: CancelOutcome,
    status: GenerationStatus,
    charged: int | None,
    held: int,
) -> None:
    desk.script.steps.append(accept_then_hang)
    desk.script.cancel_says = says
    generation_id = await desk.services.generations.submit(desk.request("video"))
    await desk.until(generation_id, AttemptState.RUNNING)
    await desk.services.generations.cancel(generation_id)
    ended = await desk.services.generations.wait(generation_id)
    assert (ended.status, ended.charged_micro, desk.held()) == (status, charged, held)
    assert desk.script.cancels == 1


@pytest.mark.parametrize(
    ("model", "status"),
    [("free-text", GenerationStatus.CANCELLED), ("text", GenerationStatus.UNCERTAIN)],
)
async def test_stop_keeps_the_text_that_came(
    desk: Desk, model: str, status: GenerationStatus
) -> None:
    desk.script.steps.append(stream_then_hang)
    generation_id = await desk.services.generations.submit(desk.request(model))
    running = await desk.until(generation_id, AttemptState.RUNNING)
    assert desk.services.generations.streamed_text(running.attempts[0].id) == "Half a sen"
    await desk.services.generations.cancel(generation_id)
    ended = await desk.services.generations.wait(generation_id)
    assert ended.status is status
    said = ended.attempts[0].error_message or ""
    assert ("This was stopped" in said) is (status is GenerationStatus.UNCERTAIN)
    assert await desk.services.assets.text(ended.assets[0].id) == "Half a sen"


async def accept_stream_then_hang(
    request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    await context.submitting()
    await context.accepted(RemoteJob("job-1"))
    context.text("Half a sen")
    return await hang()


async def test_a_stopped_text_is_charged_by_its_estimate(desk: Desk) -> None:
    """What a text may cost at most was charged for one that had been stopped early."""
    desk.script.steps.append(accept_stream_then_hang)
    desk.script.cancel_says = CancelOutcome.CHARGED
    generation_id = await desk.services.generations.submit(desk.request("text"))
    running = await desk.until(generation_id, AttemptState.RUNNING)
    await desk.services.generations.cancel(generation_id)
    ended = await desk.services.generations.wait(generation_id)
    assert await desk.services.assets.text(ended.assets[0].id) == "Half a sen"
    assert (ended.status, desk.held()) == (GenerationStatus.CANCELLED, 0)
    assert ended.charged_micro == ended.estimate_micro
    assert (ended.charged_micro or 0) < running.held_micro


async def test_another_process_can_cancel(open_desk: OpenDesk) -> None:
    script = Script(steps=[accept_then_hang], cancel_says=CancelOutcome.FREE)
    async with open_desk(script) as busy, open_desk(run_jobs=False) as other:
        generation_id = await busy.services.generations.submit(busy.request("video"))
        await other.until(generation_id, AttemptState.RUNNING)
        await other.services.generations.cancel(generation_id)
        ended = await other.services.generations.wait(generation_id)
        assert ended.status is GenerationStatus.CANCELLED
        assert busy.script.cancels == 1


async def waits(desk: Desk) -> GenerationId:
    """A run that was told to come back in ten minutes."""
    later = ProviderError(ProviderErrorKind.RATE_LIMIT, "Wait.", status=429, retry_after_s=600.0)
    desk.script.steps.append(failing(later))
    generation_id = await desk.services.generations.submit(desk.request("image"))
    for _ in range(500):
        if (await desk.services.generations.get(generation_id)).attempts[0].tries:
            break
        await asyncio.sleep(0.02)
    return generation_id


async def test_another_process_can_cancel_what_waits(open_desk: OpenDesk) -> None:
    async with open_desk() as busy, open_desk(run_jobs=False) as other:
        generation_id = await waits(busy)
        await other.services.generations.cancel(generation_id)
        async with asyncio.timeout(20):
            ended = await other.services.generations.wait(generation_id)
        assert (ended.status, other.held()) == (GenerationStatus.CANCELLED, 0)


async def test_what_a_dead_process_left_waiting_is_cancelled_at_once(open_desk: OpenDesk) -> None:
    async with open_desk() as busy:
        generation_id = await waits(busy)
    async with open_desk(run_jobs=False) as other:
        await other.services.generations.cancel(generation_id)
        ended = await other.services.generations.get(generation_id)
        assert (ended.status, other.held()) == (GenerationStatus.CANCELLED, 0)


async def test_deleting_a_project_ends_its_jobs_and_restore_brings_all_back(desk: Desk) -> None:
    desk.script.cancel_says = CancelOutcome.FREE
    project = await desk.services.projects.create("Film")
    done = await desk.make("image", project_id=project.id)
    desk.script.steps.append(accept_then_hang)
    running = await desk.services.generations.submit(desk.request("video", project_id=project.id))
    await desk.until(running, AttemptState.RUNNING)
    await desk.services.projects.delete(project.id)
    ended = await desk.services.generations.wait(running)
    assert ended.status is GenerationStatus.CANCELLED
    assert ended.is_deleted
    await desk.services.projects.restore(project.id)
    restored = await desk.services.generations.get(done.id)
    assert not restored.is_deleted
    assert not restored.assets[0].is_deleted


async def test_what_waits_in_a_deleted_project_holds_nothing_any_more(open_desk: OpenDesk) -> None:
    """Without a process that runs jobs it kept its hold, and ended only after the restore."""
    async with open_desk(run_jobs=False) as desk:
        project = await desk.services.projects.create("Film")
        waiting = await desk.services.generations.submit(
            desk.request("image", project_id=project.id)
        )
        assert desk.held() == IMAGE_PRICE
        await desk.services.projects.delete(project.id)
        assert desk.held() == 0
        await desk.services.projects.restore(project.id)
        restored = await desk.services.generations.get(waiting)
        assert (restored.status, restored.is_deleted) == (GenerationStatus.CANCELLED, False)


async def test_an_uncertain_run_of_a_restored_project_is_looked_up_not_stopped(desk: Desk) -> None:
    """Its look-up found the job and then stopped it: the deletion’s wish was still noted."""
    project = await desk.services.projects.create("Film")
    lost = ProviderError(ProviderErrorKind.INTERRUPTED, "The connection broke.")
    desk.script.steps.append(failing(lost))
    uncertain = await desk.make("image", project_id=project.id)
    assert uncertain.status is GenerationStatus.UNCERTAIN
    await desk.services.projects.delete(project.id)
    assert desk.held() == IMAGE_PRICE, "it may well have been charged"
    await desk.services.projects.restore(project.id)
    await desk.services.generations.look_up(uncertain.attempts[0].id)
    found = await desk.services.generations.wait(uncertain.id)
    assert (found.status, desk.script.cancels) == (GenerationStatus.COMPLETED, 0)
    assert (found.charged_micro, desk.held()) == (IMAGE_PRICE, 0)
