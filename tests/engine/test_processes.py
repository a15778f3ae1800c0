"""Several processes on one library, and what a close or a crash leaves for the next start."""

from __future__ import annotations

import asyncio

from mediadesk.domain.events import CameBack, LibraryChangedElsewhere
from mediadesk.domain.generation import AttemptState, GenerationStatus
from mediadesk.domain.queries import AssetQuery
from mediadesk.providers.base import GenerationContext, GenerationResult
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.storage import attempts
from tests.engine.conftest import OpenDesk
from tests.fakes.scripted_provider import (
    IMAGE_PRICE,
    Script,
    accept_then_hang,
    hang,
    stream_then_hang,
)


async def keep_rendering(_request: object, context: GenerationContext) -> GenerationResult:
    await context.progress(0.6, "Rendering")
    return await hang()


async def test_two_runners_never_make_the_same_call(open_desk: OpenDesk) -> None:
    async with open_desk(run_jobs=False) as quiet:
        ids = [
            await quiet.services.generations.submit(quiet.request("image", result_count=4))
            for _ in range(3)
        ]
    script = Script()
    async with open_desk(script) as one, open_desk(script) as other:
        for generation_id in ids:
            done = await one.services.generations.wait(generation_id)
            assert done.status is GenerationStatus.COMPLETED
        assert script.submissions == 12
        assert other.held() == 0


async def test_a_running_process_keeps_its_jobs_while_another_starts(open_desk: OpenDesk) -> None:
    script = Script(steps=[accept_then_hang])
    async with open_desk(script) as busy:
        generation_id = await busy.services.generations.submit(busy.request("video"))
        await busy.until(generation_id, AttemptState.RUNNING)
        async with open_desk(script) as other:
            await asyncio.sleep(0.1)
            seen = await other.services.generations.get(generation_id)
            assert seen.attempts[0].state is AttemptState.RUNNING
    assert script.resumes == 0


async def test_closing_says_what_is_lost_and_the_next_start_goes_on(open_desk: OpenDesk) -> None:
    script = Script(steps=[accept_then_hang, stream_then_hang])
    async with open_desk(script, slots=4) as desk:
        video = await desk.services.generations.submit(desk.request("video"))
        await desk.until(video, AttemptState.RUNNING)
        text = await desk.services.generations.submit(desk.request("text"))
        await desk.until(text, AttemptState.RUNNING)
        early = await desk.services.generations.wait_accepted(video)
        assert early.attempts[0].progress == 0.5
        report = await desk.services.generations.closing_report()
        assert [found.id for found in report.resumable] == [video]
        assert [found.id for found in report.lost] == [text]
    async with open_desk(script) as desk:
        done = await desk.services.generations.wait(video)
        assert done.status is GenerationStatus.COMPLETED
        assert done.attempts[0].is_resumed
        cut = await desk.services.generations.get(text)
        assert cut.status is GenerationStatus.UNCERTAIN
        assert await desk.services.assets.text(cut.assets[0].id) == "Half a sen"
        assert (script.submissions, script.resumes) == (2, 1)
        summary = await desk.services.generations.summary()
        assert (summary.uncertain, summary.running) == (1, 0)
        assert summary.held_micro == desk.held() == cut.held_micro
        assert summary.month_spent_micro == IMAGE_PRICE


async def test_commits_of_another_process_are_noticed(open_desk: OpenDesk) -> None:
    async with open_desk() as desk, open_desk(run_jobs=False) as other:
        noticed = asyncio.Event()
        desk.services.events.subscribe(LibraryChangedElsewhere, lambda _: noticed.set())
        await other.services.projects.create("From elsewhere")
        async with asyncio.timeout(10):
            await noticed.wait()


async def test_a_missing_file_is_marked_and_nothing_is_deleted(
    open_desk: OpenDesk, unlocked: UnlockedLibrary
) -> None:
    async with open_desk() as desk:
        made = await desk.make("image")
        name = made.assets[0].blob_name
    path = unlocked.path / "blobs" / name[:2] / name[2:4] / name
    path.rename(path.with_name("elsewhere"))
    async with open_desk() as desk:
        while not (await desk.services.assets.get(made.assets[0].id)).is_damaged:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert len(await desk.services.assets.find(AssetQuery())) == 1


async def test_an_owner_that_left_is_forgotten(
    open_desk: OpenDesk, unlocked: UnlockedLibrary
) -> None:
    async with open_desk():
        assert len(list((unlocked.path / "owners").iterdir())) == 1
    assert list((unlocked.path / "owners").iterdir()) == []


async def test_a_clock_that_was_set_back_makes_nobody_wait(open_desk: OpenDesk) -> None:
    async with open_desk(run_jobs=False) as desk:
        generation_id = await desk.services.generations.submit(desk.request("image"))
        tomorrow = desk.services.clock.now_ms() + 86_400_000
        await desk.services._store.database.write(
            lambda c: attempts.change(c, 1, not_before=tomorrow)
        )
    async with open_desk() as desk, asyncio.timeout(20):
        made = await desk.services.generations.wait(generation_id)
    assert made.status is GenerationStatus.COMPLETED


async def test_what_came_back_is_told_once_and_listed(open_desk: OpenDesk) -> None:
    script = Script(steps=[accept_then_hang, stream_then_hang], resume_steps=[keep_rendering])
    async with open_desk(script, slots=4, run_jobs=False) as desk:
        video = await desk.services.generations.submit(desk.request("video"))
        text = await desk.services.generations.submit(desk.request("text"))
        await desk.services.start_jobs()
        await desk.until(video, AttemptState.RUNNING)
        await desk.until(text, AttemptState.RUNNING)
    told: list[CameBack] = []
    async with open_desk(script, run_jobs=False) as desk:
        desk.services.events.subscribe(CameBack, told.append)
        activity = desk.services.generations.activity
        await desk.services.start_jobs()
        while not told:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert told == [CameBack(picked_up=(video,), unknown=(text,))]
        lists = await activity.lists()
        assert [len(lists.returned), len(lists.running), len(lists.attention)] == [1, 0, 1]
        attempt = (await desk.services.generations.get(video)).attempts[0]
        assert "resumed" in [step.kind for step in await activity.story(attempt.id)]
        await activity.clear("returned")
        assert len((await activity.lists()).running) == 1
