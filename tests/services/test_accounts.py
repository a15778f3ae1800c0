"""Accounts: sealed keys that never come back out, tested, rotated, chosen."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from mediadesk.domain.errors import MediadeskError, NotFoundError, UsageError
from mediadesk.domain.ids import ProviderName
from mediadesk.providers.base import Capabilities, KeyStatus
from mediadesk.system.logs import live_secrets
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import Script

SCRIPTED = ProviderName("scripted")
KEY = "scr-0123456789abcdef-good"
NEW = "scr-another-key-9876"
NEEDS_KEY = Capabilities(needs_key=True)


def files_with(folder: Path, secret: str) -> list[Path]:
    needles = (secret.encode(), secret.encode("utf-16-le"), secret.encode().hex().encode())
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


async def test_a_key_is_masked_tested_and_nowhere_on_disk(desk: Desk) -> None:
    accounts = desk.services.accounts
    added = await accounts.add(SCRIPTED, key=f"  {KEY}\n", base_url=None)
    assert (added.masked_key, added.check_status, added.is_default) == (
        "••••good",
        "unchecked",
        True,
    )
    assert (await accounts.test(added.id)).works
    shown = (await accounts.list())[0]
    assert (shown.check_status, shown.check_message) == ("works", "The key works.")
    assert KEY not in repr(shown)
    made = await desk.make("image")
    assert (await accounts.list())[0].last_used_at is not None
    assert made.assets
    folder = (await desk.services.library.info()).path
    assert files_with(folder, KEY) == []


async def test_without_a_key_the_next_step_is_named_and_nothing_happens(
    open_desk: OpenDesk,
) -> None:
    async with open_desk(Script(), capabilities=NEEDS_KEY) as desk:
        with pytest.raises(UsageError, match="needs an API key") as refused:
            await desk.services.generations.submit(desk.request("image"))
        assert "keys add scripted" in refused.value.next_step
        await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("image")
        assert desk.script.submissions == 1


async def test_a_refused_new_key_leaves_the_old_one(desk: Desk) -> None:
    accounts = desk.services.accounts
    added = await accounts.add(SCRIPTED, key=KEY)
    with pytest.raises(MediadeskError, match="refused"):
        await accounts.rotate(added.id, "scr-0123456789abcdef-bad")
    assert (await accounts.test(added.id)).works
    rotated = await accounts.rotate(added.id, "scr-another-key-that-is-good")
    assert (rotated.id, rotated.check_status) == (added.id, "unchecked")


async def test_renaming_and_defaults(desk: Desk) -> None:
    accounts = desk.services.accounts
    first = await accounts.add(SCRIPTED, key=KEY)
    second = await accounts.add(SCRIPTED, name="Work", key="scr-0123456789-not")
    with pytest.raises(UsageError):
        await accounts.add(SCRIPTED, name="Work", key=KEY)
    assert not second.is_default
    renamed = await accounts.edit(first.id, name="Home")
    assert renamed.name == "Home"
    assert (await accounts.test(first.id)).works
    assert not (await accounts.test(second.id)).works
    await accounts.edit(second.id, is_default=True)
    assert [one.is_default for one in await accounts.list(SCRIPTED)] == [True, False]
    await accounts.remove(second.id)
    assert [(one.name, one.is_default) for one in await accounts.list()] == [("Home", True)]
    with pytest.raises(NotFoundError):
        await accounts.test(second.id)


class Checks:
    """A provider that takes its time over one key."""

    def __init__(self, slow: str) -> None:
        self._slow = slow
        self.asked, self.may_answer = threading.Event(), threading.Event()

    async def check(self, key: str | None) -> KeyStatus:
        if key == self._slow:
            self.asked.set()
            await asyncio.to_thread(self.may_answer.wait, 10)
        return KeyStatus(True, "The key works.")


async def test_a_key_that_is_replaced_while_its_account_is_renamed_opens(
    open_desk: OpenDesk,
) -> None:
    """It was sealed under the old name, and nothing opened it any more."""
    checks = Checks(NEW)
    async with open_desk(check_key=lambda made: checks.check(made.account.key)) as desk:
        accounts = desk.services.accounts
        added = await accounts.add(SCRIPTED, key=KEY)
        rotating = asyncio.create_task(accounts.rotate(added.id, NEW))
        await asyncio.to_thread(checks.asked.wait, 10)
        await accounts.edit(added.id, name="Home")
        checks.may_answer.set()
        assert (await rotating).masked_key == "••••9876"
        assert (await accounts.test(added.id)).message == "The key works."


async def test_an_answer_about_a_key_that_was_replaced_says_nothing_of_the_new_one(
    open_desk: OpenDesk,
) -> None:
    checks = Checks(KEY)
    async with open_desk(check_key=lambda made: checks.check(made.account.key)) as desk:
        accounts = desk.services.accounts
        added = await accounts.add(SCRIPTED, key=KEY)
        tested = asyncio.create_task(accounts.test(added.id))
        await asyncio.to_thread(checks.asked.wait, 10)
        await accounts.rotate(added.id, NEW)
        checks.may_answer.set()
        await tested
        shown = (await accounts.list())[0]
        assert (shown.masked_key, shown.check_status) == ("••••9876", "unchecked")


async def test_a_new_key_outlives_that_its_account_is_renamed(desk: Desk) -> None:
    """Sealing the old key for the new name takes longer: it came back in place of the new one."""
    accounts = desk.services.accounts
    added = await accounts.add(SCRIPTED, key="scr-0123456789-old")
    await asyncio.gather(accounts.edit(added.id, name="Home"), accounts.rotate(added.id, KEY))
    shown = (await accounts.list())[0]
    assert (shown.name, shown.masked_key) == ("Home", "••••good")
    assert (await accounts.test(added.id)).works


async def test_odd_keys_and_names_are_refused(desk: Desk) -> None:
    accounts = desk.services.accounts
    for key in ("two words", "kéy", "x" * 9000):
        with pytest.raises(UsageError):
            await accounts.add(SCRIPTED, key=key)
    with pytest.raises(UsageError):
        await accounts.add(SCRIPTED, name=" ", key=KEY)
    with pytest.raises(UsageError):
        await accounts.add(ProviderName("nobody"), key=KEY)
    assert await accounts.list() == []


async def test_closing_forgets_the_keys_that_were_opened(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.services.accounts.add(SCRIPTED, key=KEY)
        await desk.make("image")
        assert KEY not in live_secrets.redact(f"using {KEY} now")
    assert KEY in live_secrets.redact(f"using {KEY} now")


async def test_a_key_names_its_provider(desk: Desk) -> None:
    assert desk.services.accounts.guess_provider(KEY) == SCRIPTED
    assert desk.services.accounts.guess_provider("zzz") is None


async def test_the_catalogue_knows_who_has_an_account(desk: Desk) -> None:
    assert not desk.services.models.providers()[0].has_account
    await desk.services.accounts.add(SCRIPTED, key=KEY)
    info = desk.services.models.providers()[0]
    assert (info.has_account, info.account_count) == (True, 1)
    assert await desk.services.models.refresh(SCRIPTED) > 0
