"""A full disk: refused before sending, landed through the reserve afterwards, queue paused."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from mediadesk.bootstrap import open_services
from mediadesk.domain.errors import DiskFullError, ProviderError, ProviderErrorKind
from mediadesk.domain.events import Notice
from mediadesk.domain.generation import AttemptState, GenerationStatus
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.services.library_access import UnlockedLibrary
from tests.engine.conftest import Desk
from tests.fakes.faulty_files import FaultyFiles
from tests.fakes.scripted_provider import Script, deliver, failing, scripted

PLENTY = 1 << 40


class SmallDisk(FaultyFiles):
    """Tells how much is free, as a disk does."""

    def free_bytes(self, folder: Path) -> int:
        return PLENTY if self.free is None else self.free


@pytest.fixture
def disk() -> SmallDisk:
    return SmallDisk()


@pytest.fixture
async def desk(unlocked: UnlockedLibrary, disk: SmallDisk) -> AsyncIterator[Desk]:
    kept = replace(unlocked, is_throwaway=False)
    script = Script()
    adapters = scripted(script, slots=1)
    async with open_services(kept, environment={}, adapters=adapters, files=disk) as services:
        ballast = services._store.ballast
        while not ballast.is_whole:  # noqa: ASYNC110 - made in the background, without an event
            await asyncio.sleep(0.01)
        project = await services.projects.default()
        yield Desk(services, script, project.id)


async def test_too_little_space_is_refused_before_sending(desk: Desk, disk: SmallDisk) -> None:
    before = desk.rows("SELECT COUNT(*) FROM events")
    disk.free = 100_000
    with pytest.raises(DiskFullError):
        await desk.services.generations.submit(desk.request("image"))
    disk.free = None
    assert desk.rows("SELECT COUNT(*) FROM events") == before
    assert (desk.script.submissions, desk.held()) == (0, 0)


async def test_nothing_is_sent_again_on_a_full_disk(desk: Desk, disk: SmallDisk) -> None:
    """Sending again asked for money and sent, although the result had no room."""
    refused = ProviderError(ProviderErrorKind.BAD_REQUEST, "No.", status=400)
    desk.script.steps.append(failing(refused))
    failed = await desk.make("image")
    before = desk.rows("SELECT COUNT(*) FROM events")
    disk.free = 100_000
    with pytest.raises(DiskFullError):
        await desk.services.generations.send_again(failed.attempts[0].id)
    with pytest.raises(DiskFullError):
        await desk.services.generations.retry(failed.id)
    assert desk.rows("SELECT COUNT(*) FROM events") == before
    assert (desk.script.submissions, desk.held()) == (1, 0)
    disk.free = None
    await desk.services.generations.send_again(failed.attempts[0].id)
    done = await desk.services.generations.wait(failed.id)
    assert done.status is GenerationStatus.COMPLETED


async def test_a_result_in_hand_lands_through_the_reserve(desk: Desk, disk: SmallDisk) -> None:
    notices: list[Notice] = []
    desk.services.events.subscribe(Notice, notices.append)

    async def fill_the_disk(
        request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        disk.free = 0
        return await deliver(request, context)

    desk.script.steps.append(fill_the_disk)
    generation_id = await desk.services.generations.submit(desk.request("image", result_count=2))
    states = (AttemptState.COMPLETED, AttemptState.QUEUED)
    landed = await desk.until(generation_id, *states)
    while not landed.assets:
        landed = await desk.services.generations.get(generation_id)
        await asyncio.sleep(0.01)
    assert (await desk.services.library.verify(deep=True)).is_sound
    while not notices:  # noqa: ASYNC110 - the notice comes with the next look
        await asyncio.sleep(0.01)
    assert "full" in notices[0].message
    assert desk.script.submissions == 1
    disk.free = None
    done = await desk.services.generations.wait(generation_id)
    assert done.status is GenerationStatus.COMPLETED
    assert desk.script.submissions == 2
