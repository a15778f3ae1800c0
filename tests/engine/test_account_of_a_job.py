"""A job at the provider is asked about with the account that it was sent with, and no other."""

from __future__ import annotations

import asyncio

import pytest

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.generation import AttemptState, RemoteJob
from mediadesk.domain.ids import AccountId, ProviderName
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import Script, fetch, hang

SCRIPTED = ProviderName("scripted")
KEY = "scr-0123456789abcdef-good"


async def _accepted(_request: ProviderRequest, context: GenerationContext) -> GenerationResult:
    """Takes a job that leaves nothing to list at the provider, and never ends."""
    await context.submitting()
    await context.accepted(RemoteJob("operations/1"))
    return await hang()


class _Asked:
    """Notes that the job was asked about."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    async def __call__(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        self._loop.call_soon_threadsafe(self._event.set)
        return await fetch(request, context)

    async def wait(self) -> None:
        async with asyncio.timeout(20):
            await self._event.wait()


async def _used(desk: Desk) -> dict[AccountId, object]:
    return {one.id: one.last_used_at for one in await desk.services.accounts.list()}


async def test_a_job_that_left_nothing_to_list_stays_with_its_account(open_desk: OpenDesk) -> None:
    """The account that is the default by now was asked about a job that it does not know."""
    async with open_desk(Script(steps=[_accepted])) as desk:
        first = await desk.services.accounts.add(SCRIPTED, name="First", key=KEY)
        second = await desk.services.accounts.add(SCRIPTED, name="Second", key=f"{KEY}2good")
        started = await desk.services.generations.submit(desk.request("video"))
        await desk.until(started, AttemptState.ACCEPTED)
        await desk.services.accounts.edit(second.id, is_default=True)
        before = await _used(desk)
    asked = _Asked()
    async with open_desk(Script(resume_steps=[asked])) as desk:
        await asked.wait()
        used = await _used(desk)
    assert used[second.id] is None
    assert used[first.id] != before[first.id]


@pytest.mark.parametrize("is_named", [True, False])
async def test_a_removed_account_hands_its_jobs_to_nobody(
    open_desk: OpenDesk, is_named: bool
) -> None:
    """Once its account was removed, the job was asked about with another account's key."""
    async with open_desk(Script(steps=[_accepted])) as desk:
        first = await desk.services.accounts.add(SCRIPTED, name="First", key=KEY)
        second = await desk.services.accounts.add(SCRIPTED, name="Second", key=f"{KEY}2good")
        request = desk.request("video", account_id=first.id if is_named else None)
        started = await desk.services.generations.submit(request)
        await desk.until(started, AttemptState.ACCEPTED)
        await desk.services.accounts.remove(first.id)
    script = Script()
    async with open_desk(script) as desk:
        made = await desk.services.generations.wait(started)
        assert [one.state for one in made.attempts] == [AttemptState.UNCERTAIN]
        assert (await _used(desk))[second.id] is None
        assert "key" in (made.attempts[0].error_message or "")
        assert desk.held() > 0
        with pytest.raises(NotFoundError):
            await desk.services.generations.look_up(made.attempts[0].id)
    assert script.resumes == 0


async def test_a_job_sent_without_an_account_is_not_asked_about_with_a_new_one(
    open_desk: OpenDesk,
) -> None:
    """An account that was added after the job had left became the one that asked about it."""
    async with open_desk(Script(steps=[_accepted])) as desk:
        started = await desk.services.generations.submit(desk.request("video"))
        await desk.until(started, AttemptState.ACCEPTED)
        added = await desk.services.accounts.add(SCRIPTED, name="Added", key=KEY)
    asked = _Asked()
    async with open_desk(Script(resume_steps=[asked])) as desk:
        await asked.wait()
        assert (await _used(desk))[added.id] is None


async def test_a_stop_goes_to_the_account_that_has_the_job(open_desk: OpenDesk) -> None:
    """Stopping a job asked whichever account had become the default meanwhile."""
    async with open_desk(Script(steps=[_accepted])) as desk:
        await desk.services.accounts.add(SCRIPTED, name="First", key=KEY)
        second = await desk.services.accounts.add(SCRIPTED, name="Second", key=f"{KEY}2good")
        started = await desk.services.generations.submit(desk.request("video"))
        await desk.until(started, AttemptState.ACCEPTED)
        await desk.services.accounts.edit(second.id, is_default=True)
        await desk.services.generations.cancel(started)
        await desk.services.generations.wait(started)
        assert desk.script.cancels == 1
        assert (await _used(desk))[second.id] is None


async def test_an_account_that_waiting_runs_name_is_not_removed(open_desk: OpenDesk) -> None:
    """A run that was to be paid by one account was made with another once that was removed."""
    async with open_desk(Script(), run_jobs=False) as desk:
        first = await desk.services.accounts.add(SCRIPTED, name="First", key=KEY)
        await desk.services.accounts.add(SCRIPTED, name="Second", key=f"{KEY}2good")
        started = await desk.services.generations.submit(desk.request(account_id=first.id))
        with pytest.raises(UsageError, match="waiting"):
            await desk.services.accounts.remove(first.id)
        await desk.services.generations.cancel(started)
        await desk.services.accounts.remove(first.id)
        assert [one.name for one in await desk.services.accounts.list()] == ["Second"]
