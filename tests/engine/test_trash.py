"""The trash: what went in together comes back together, whatever happened in between."""

from __future__ import annotations

import asyncio
import contextlib
import threading

from mediadesk.domain.generation import AttemptState
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from tests.engine.conftest import Desk, OpenDesk
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


async def test_equal_bytes_that_wait_for_their_row_outlive_the_emptying(desk: Desk) -> None:
    """The new result shares the file of the old one, which goes before the new one has its row."""

    async def emptied_before_it_lands(
        request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        await context.submitting()
        result = await fetch(request, context)
        await desk.services.trash.empty()
        return result

    old = await desk.make("image")
    await desk.services.generations.delete(old.id)
    desk.script.steps.append(emptied_before_it_lands)
    new = await desk.make("image")
    assert new.assets[0].blob_name == old.assets[0].blob_name
    with desk.services._store.media.open(new.assets[0].blob_name) as reader:
        assert reader.read_at(0, 8)
    assert list(desk.services._store.media.incoming()) == []


async def test_a_file_that_was_lost_and_came_again_outlives_the_emptying(desk: Desk) -> None:
    """The old row has no file: the file under its name is the one of a result about to land."""
    old = await desk.make("image")

    async def came_again(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        desk.services._store.media.path(old.assets[0].blob_name).unlink()
        await context.submitting()
        result = await fetch(request, context)
        await desk.services.trash.empty()
        return result

    await desk.services.generations.delete(old.id)
    desk.script.steps.append(came_again)
    new = await desk.make("image")
    assert new.assets[0].blob_name == old.assets[0].blob_name
    with desk.services._store.media.open(new.assets[0].blob_name) as reader:
        assert reader.read_at(0, 8)
    await desk.services.generations.delete(new.id)
    await desk.services.trash.empty()
    assert list(desk.services._store.media.names()) == []


async def test_a_file_taken_in_while_another_process_empties_the_trash(open_desk: OpenDesk) -> None:
    note = b"A note about the lighthouse."
    async with open_desk() as desk, open_desk(run_jobs=False) as other:
        assets, writer = desk.services.assets, desk.services._store.database._writer
        old = await assets.import_input(note, file_name="a.txt", project_id=desk.project_id)
        await desk.services._store.database.write(
            lambda c: c.exec_driver_sql("UPDATE assets SET origin = 'import', deleted_at = 1")
        )
        go_on = threading.Event()
        writer.submit(go_on.wait)
        taking = asyncio.create_task(
            assets.import_input(note, file_name="b.txt", project_id=desk.project_id)
        )
        while not writer._work_queue.qsize():  # noqa: ASYNC110 - a thread tells nobody
            await asyncio.sleep(0.005)
        await other.services.trash.empty()
        go_on.set()
        new = await taking
        assert new.blob_name == old.blob_name
        assert await assets.text(new.id) == note.decode()
