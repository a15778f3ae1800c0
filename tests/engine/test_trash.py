"""The trash: what went in together comes back together, whatever happened in between."""

from __future__ import annotations

import asyncio
import contextlib

from mediadesk.domain.generation import AttemptState
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import fetch


async def test_a_run_that_is_deleted_twice_comes_back_whole(desk: Desk) -> None:
    made = await desk.make("image")
    await desk.services.generations.delete(made.id)
    await asyncio.sleep(0.005)
    await desk.services.generations.delete(made.id)
    await desk.services.generations.restore(made.id)
    back = await desk.services.generations.get(made.id)
    assert (back.is_deleted, back.assets[0].is_deleted) == (False, False)


async def test_a_result_deleted_again_comes_back_with_its_run(desk: Desk) -> None:
    made = await desk.make("image")
    await desk.services.generations.delete(made.id)
    await asyncio.sleep(0.005)
    await desk.services.assets.delete([made.assets[0].id])
    await desk.services.generations.restore(made.id)
    back = await desk.services.generations.get(made.id)
    assert not back.assets[0].is_deleted


async def test_a_result_deleted_before_its_run_stays_in_the_trash(desk: Desk) -> None:
    made = await desk.make("batch", result_count=2)
    await desk.services.assets.delete([made.assets[0].id])
    await asyncio.sleep(0.005)
    await desk.services.generations.delete(made.id)
    await desk.services.generations.restore(made.id)
    back = await desk.services.generations.get(made.id)
    assert [asset.is_deleted for asset in back.assets] == [True, False]


async def test_a_project_that_is_deleted_twice_comes_back_whole(desk: Desk) -> None:
    project = await desk.services.projects.create("Film")
    made = await desk.make("image", project_id=project.id)
    await desk.services.projects.delete(project.id)
    await asyncio.sleep(0.005)
    await desk.services.projects.delete(project.id)
    await desk.services.projects.restore(project.id)
    back = await desk.services.generations.get(made.id)
    assert (back.is_deleted, back.assets[0].is_deleted) == (False, False)


async def test_a_result_that_still_arrives_follows_its_run_into_the_trash(desk: Desk) -> None:
    async def too_late_to_stop(
        request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        await context.submitting()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return await fetch(request, context)

    desk.script.steps.append(too_late_to_stop)
    generation_id = await desk.services.generations.submit(desk.request("image"))
    await desk.until(generation_id, AttemptState.SUBMITTING)
    await desk.services.generations.delete(generation_id)
    ended = await desk.services.generations.wait(generation_id)
    assert [asset.is_deleted for asset in ended.assets] == [True]
    assert (await desk.services.assets.counts()).all == 0
    await desk.services.generations.restore(generation_id)
    assert (await desk.services.assets.counts()).all == 1
