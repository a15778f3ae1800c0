"""The trash: what went in together comes back together, whatever happened in between."""

from __future__ import annotations

import asyncio

from tests.engine.conftest import Desk


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
