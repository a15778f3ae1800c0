"""Locking: nothing stays on the screen, the keys go, and everything comes back."""

import asyncio
from typing import TypeVar

from PySide6.QtWidgets import QListView, QPlainTextEdit, QWidget

from mediadesk.app.headless import until
from mediadesk.domain.errors import LockedError
from mediadesk.ui.away.system_lock import SystemLock
from mediadesk.ui.dialogs.about_dialog import AboutDialog
from mediadesk.ui.idle_lock import IdleLock
from mediadesk.ui.window_session import WindowSession
from mediadesk.vault.keys import LibraryKeys
from tests.fakes.keyrings import MemoryKeyring
from tests.ui.gates.conftest import PASSPHRASE, Life, LiveIn, MakeLibrary, text_request

Watcher = TypeVar("Watcher", IdleLock, SystemLock)
DRAFT = "A draft that nobody else should read"


async def opened(life: Life) -> WindowSession:
    await life.type("unlock-secret", PASSPHRASE)
    await life.enter("unlock-secret")
    return await life.is_open()


def on_screen(life: Life) -> list[str]:
    """Names of visible widgets that show what is in a library."""
    kinds = (QListView, QPlainTextEdit)
    shown = [w for kind in kinds for w in life.window.findChildren(kind) if w.isVisible()]
    return [widget.objectName() for widget in shown]


async def test_locking_hides_everything_in_the_same_moment(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    life = live_in(make_library().folder)
    session = await opened(life)
    generations = session.services.generations
    await generations.wait(await generations.submit(text_request(session)))
    await life.type("prompt", DRAFT)
    AboutDialog(life.window).open()
    life.window.actions_["lock"].trigger()
    assert life.has("lock-cover")
    assert on_screen(life) == []
    assert not life.has("about-dialog")
    await life.sees("unlock-secret")
    assert life.window.findChild(QWidget, "create-pane") is None
    assert DRAFT not in life.text()
    assert "secret note" not in life.text()


async def test_unlocking_brings_back_page_project_form_and_result(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    life = live_in(make_library().folder)
    session = await opened(life)
    project = await session.services.projects.create("Ceramics")
    await until(lambda: project in session.workspace.projects, "the project", wait_s=60)
    session.workspace.choose_project(project.id)
    generations = session.services.generations
    made = await generations.wait(await generations.submit(text_request(session)))
    session.workspace.show_generation(made.id)
    await until(lambda: life.has("stage-header"), "the stage", wait_s=60)
    await life.type("prompt", DRAFT)
    session.show_page("settings", "settings")
    life.window.actions_["lock"].trigger()
    session = await reopened(life)
    await life.sees("settings-pane")
    assert session.workspace.project.id == project.id
    session.show_page("create")
    prompt = life.part(QPlainTextEdit, "prompt")
    await until(lambda: prompt.toPlainText() == DRAFT, "the draft", wait_s=60)
    await until(lambda: life.has("stage-header"), "the stage", wait_s=60)


async def reopened(life: Life) -> WindowSession:
    """Unlock without a look at the Create page, which is not the one that comes back."""
    await life.type("unlock-secret", PASSPHRASE)
    await life.enter("unlock-secret")
    await until(lambda: life.life.session is not None, "the library", wait_s=60)
    session = life.life.session
    assert session is not None
    return session


async def test_the_keys_are_wiped_once_no_job_needs_them(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    life = live_in(make_library().folder)
    session = await opened(life)
    unlocked = session._context.library
    assert unlocked is not None
    running = await session.services.generations.submit(text_request(session, delay_s=1.5))
    await asyncio.sleep(0.3)
    life.window.actions_["lock"].trigger()
    await life.sees("unlock-secret")
    await life.reads("still running")
    assert unlocked.keys.master
    await until(lambda: is_wiped(unlocked.keys), "the keys to go", wait_s=60)
    session = await opened(life)
    found = await session.services.generations.get(running)
    assert found.status.value == "completed"


def is_wiped(keys: LibraryKeys) -> bool:
    try:
        return not keys.master
    except LockedError:
        return True


async def test_a_library_of_the_keyring_locks_and_unlocks_with_it(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    keyring = MemoryKeyring()
    life = live_in(make_library(passphrase=None, keyring=keyring).folder, keyring=keyring)
    await life.is_open()
    life.window.actions_["lock"].trigger()
    await life.sees("unlock-pane")
    assert not life.has("unlock-secret")
    assert life.part(QWidget, "unlock").accessibleName() == "Unlock with keyring"
    await life.click("unlock")
    await life.is_open()


async def test_idleness_and_a_sleep_lock_and_say_so(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    life = live_in(make_library().folder)
    await opened(life)
    life.preferences.set_lock_after_minutes(10)
    part(life, IdleLock).lock_wanted.emit()
    await life.sees("unlock-secret")
    await life.reads("Locked after 10 minutes without use")
    await opened(life)
    life.preferences.set_locks_with_computer(False)
    part(life, SystemLock).left.emit()
    assert on_screen(life), "only where that is wanted"
    life.preferences.set_locks_with_computer(True)
    part(life, SystemLock).left.emit()
    await life.sees("unlock-secret")
    await life.reads("Locked with the computer")


def part(life: Life, kind: type[Watcher]) -> Watcher:
    found = life.window.findChild(kind)
    assert isinstance(found, kind)
    return found


async def test_the_window_closes_while_locked(live_in: LiveIn, make_library: MakeLibrary) -> None:
    life = live_in(make_library().folder)
    await opened(life)
    life.window.actions_["lock"].trigger()
    await life.sees("unlock-secret")
    life.window.close()
    assert await life.task == 0


async def test_the_unlock_page_calls_the_library_by_its_name(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    """It was called “Pictures”, after its folder, whatever its owner had named it."""
    folder = make_library().folder
    life = live_in(folder)
    await life.reads("Pictures")
    session = await opened(life)
    await session.services.settings.set("library.name", "Studio Nord")
    life.window.actions_["lock"].trigger()
    await life.sees("unlock-secret")
    await opened(life)
    life.window.actions_["lock"].trigger()
    await life.reads("Studio Nord")
    assert await life.end() == 0
    await live_in(folder).reads("Studio Nord")


async def test_what_a_page_puts_into_the_toolbar_goes_with_it_and_comes_back(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    life = live_in(make_library().folder)
    session = await opened(life)
    session.go_to("settings")
    assert life.has("settings-search")
    session.go_to("activity")
    assert life.has("pause-jobs")
    assert not life.has("settings-search")
    life.window.actions_["lock"].trigger()
    session = await reopened(life)
    assert life.has("pause-jobs")
    session.go_to("settings")
    for name in ("settings-search", "pause-jobs"):
        assert len(life.window.findChildren(QWidget, name)) == 1, "that of the locked library went"
