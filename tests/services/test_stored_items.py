"""What stays at a provider is known from the moment that its id is, and until it is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest

from mediadesk.domain.errors import NotFoundError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import AttemptState, RemoteJob
from mediadesk.domain.ids import ProviderName, RemoteItemId, new_uuid7
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import Script, Step, fetch, hang

SCRIPTED = ProviderName("scripted")
KEY = "scr-0123456789abcdef-good"
JOB = RemoteItem(RemoteItemKind.JOB, "job-1")
FILE = RemoteItem(RemoteItemKind.FILE, "files/a", 1234)


def leaving(*items: RemoteItem, gone: Sequence[RemoteItem] = (), hangs: bool = False) -> Step:
    """A step that uploads, is accepted, and deletes."""

    async def step(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.stays(FILE)
        await context.submitting()
        await context.accepted(RemoteJob("job-1"), *items)
        if hangs:
            return await hang()
        result = await fetch(request, context)
        await context.gone(gone)
        return result

    return step


class Deletions:
    """What the scripted provider was asked to delete; ``refuses`` names what it will not."""

    asked: ClassVar[list[str]] = []
    refuses: ClassVar[set[str]] = set()


async def forget(_self: object, item: RemoteItem) -> None:
    Deletions.asked.append(item.id)
    if item.id in Deletions.refuses:
        raise ProviderError(ProviderErrorKind.PERMISSION, "An admin key is needed.", "Ask for one.")


@pytest.fixture(autouse=True)
def nothing_asked() -> None:
    Deletions.asked.clear()
    Deletions.refuses.clear()


async def ids(desk: Desk) -> list[str]:
    return [one.item.id for one in await desk.services.stored_items.list()]


async def test_items_are_committed_with_the_job_and_survive_an_end_of_the_program(
    open_desk: OpenDesk,
) -> None:
    script = Script(steps=[leaving(JOB, hangs=True)])
    async with open_desk(script) as desk:
        account = await desk.services.accounts.add(SCRIPTED, key=KEY)
        started = await desk.services.generations.submit(desk.request("video"))
        await desk.until(started, AttemptState.ACCEPTED)
    async with open_desk(Script(), run_jobs=False) as desk:
        stored = await desk.services.stored_items.list()
        assert [one.item for one in stored] == [JOB, FILE]
        assert {(one.account_id, one.generation_id) for one in stored} == {(account.id, started)}
        assert (await desk.services.accounts.list())[0].stored_count == 2


async def test_what_the_adapter_deleted_is_not_listed(open_desk: OpenDesk) -> None:
    async with open_desk(Script(steps=[leaving(JOB, gone=[FILE])])) as desk:
        await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("video")
        assert await ids(desk) == ["job-1"]


async def test_what_expired_is_not_listed(open_desk: OpenDesk) -> None:
    past = RemoteItem(JOB.kind, "job-1", expires_at=datetime.now(UTC) - timedelta(seconds=1))
    async with open_desk(Script(steps=[leaving(past)])) as desk:
        await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("video")
        assert await ids(desk) == ["files/a"]


async def test_deleting_goes_to_the_provider_and_failures_stay_listed(open_desk: OpenDesk) -> None:
    Deletions.refuses.add("job-1")
    async with open_desk(Script(steps=[leaving(JOB)]), forget=forget) as desk:
        await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("video")
        stored = await desk.services.stored_items.list()
        done = await desk.services.stored_items.delete([one.id for one in stored])
        assert sorted(Deletions.asked) == ["files/a", "job-1"]
        assert {one.item.item.id: bool(one.problem) for one in done} == {
            "job-1": True,
            "files/a": False,
        }
        assert await ids(desk) == ["job-1"]


async def test_an_item_that_cannot_be_deleted_is_not_asked_for(open_desk: OpenDesk) -> None:
    fixed = RemoteItem(JOB.kind, "job-1", can_delete=False)
    async with open_desk(Script(steps=[leaving(fixed)]), forget=forget) as desk:
        await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("video")
        (kept,) = [one for one in await desk.services.stored_items.list() if one.item.id == "job-1"]
        (done,) = await desk.services.stored_items.delete([kept.id])
        assert done.problem.startswith("The provider has no call")
        assert done.problem.endswith("Ask the provider to delete it.")
        assert Deletions.asked == []


async def test_an_unknown_id_deletes_nothing(open_desk: OpenDesk) -> None:
    async with open_desk(Script(steps=[leaving(JOB)]), forget=forget) as desk:
        await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("video")
        stored = await desk.services.stored_items.list()
        with pytest.raises(NotFoundError):
            await desk.services.stored_items.delete([stored[0].id, RemoteItemId(new_uuid7())])
        assert Deletions.asked == []


async def test_a_removed_account_takes_its_items_along(open_desk: OpenDesk) -> None:
    async with open_desk(Script(steps=[leaving(JOB)])) as desk:
        account = await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("video")
        await desk.services.accounts.remove(account.id)
        assert await ids(desk) == []


async def test_a_job_stays_with_the_account_that_it_was_sent_with(open_desk: OpenDesk) -> None:
    """Another default, chosen meanwhile, must not be asked about a job that it does not know."""
    resumed = asyncio.Event()
    loop = asyncio.get_running_loop()

    async def note(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        del request, context
        loop.call_soon_threadsafe(resumed.set)
        return await hang()

    async with open_desk(Script(steps=[leaving(JOB, hangs=True)])) as desk:
        first = await desk.services.accounts.add(SCRIPTED, name="First", key=KEY)
        second = await desk.services.accounts.add(SCRIPTED, name="Second", key=f"{KEY}2good")
        started = await desk.services.generations.submit(desk.request("video"))
        await desk.until(started, AttemptState.ACCEPTED)
        await desk.services.accounts.edit(second.id, is_default=True)
        before = (await desk.services.accounts.list())[1].last_used_at
    async with open_desk(Script(resume_steps=[note])) as desk:
        async with asyncio.timeout(20):
            await resumed.wait()
        used = {one.id: one.last_used_at for one in await desk.services.accounts.list()}
    assert used[second.id] is None
    last = used[first.id]
    assert before is not None
    assert last is not None
    assert last > before
