"""Several libraries: the switcher in the sidebar, one list for window and command line."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mediadesk.app.headless import until
from mediadesk.system.chosen_library import known_libraries, library_to_open
from mediadesk.ui.single_instance import InstanceServer, ask_to_raise
from tests.ui.gates.conftest import PASSPHRASE, Life, LiveIn, MakeLibrary

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


async def unlock(life: Life) -> None:
    await life.type("unlock-secret", PASSPHRASE)
    await life.enter("unlock-secret")


async def entries(life: Life) -> dict[str, QAction]:
    await life.click("library-switcher")
    await until(lambda: life.window.findChild(QMenu, "library-menu") is not None, "the menu")
    menu = life.part(QMenu, "library-menu")
    return {action.text(): action for action in menu.actions() if action.text()}


async def test_another_library_is_opened_by_its_own_unlock_page_and_back(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    first, second = make_library(), make_library("second")
    life = live_in(first.folder)
    await unlock(life)
    session = await life.is_open()
    session.library_wanted.emit(second.folder)
    await life.sees("unlock-secret")
    assert life.life.session is None, "the first one is closed"
    await unlock(life)
    session = await life.is_open()
    assert (await session.services.library.info()).path == second.folder
    assert library_to_open() == second.folder
    assert known_libraries()[:2] == (second.folder, first.folder)
    assert await asyncio.to_thread(ask_to_raise, second.folder), "a second start finds it"
    offered = await entries(life)
    assert not offered[session.name].isEnabled(), "the one that is open"
    offered[first.folder.name].trigger()
    await life.sees("unlock-secret")
    await unlock(life)
    session = await life.is_open()
    assert (await session.services.library.info()).path == first.folder
    assert library_to_open() == first.folder


async def test_a_new_library_begins_with_the_first_run_beside_this_one(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    made = make_library()
    life = live_in(made.folder)
    await unlock(life)
    await life.is_open()
    (await entries(life))["New library…"].trigger()
    await life.sees("first-run-create")
    assert known_libraries()[0] == made.folder, "a start goes back to the one that is there"


async def test_a_library_that_another_window_shows_is_raised_there(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    first, second = make_library(), make_library("second")
    raised: list[bool] = []
    other = InstanceServer(second.folder)
    other.raise_wanted.connect(lambda: raised.append(True))
    life = live_in(first.folder)
    await unlock(life)
    session = await life.is_open()
    session.library_wanted.emit(second.folder)
    await until(lambda: bool(raised), "the other window")
    assert life.life.session is session, "this one stays"
    other.close()


async def test_a_folder_without_a_library_is_told(
    live_in: LiveIn, make_library: MakeLibrary, tmp_path: Path
) -> None:
    life = live_in(make_library().folder)
    await unlock(life)
    session = await life.is_open()
    (tmp_path / "empty").mkdir()
    session.library_wanted.emit(tmp_path / "empty")
    await life.reads("There is no mediadesk library in this folder.")
    assert life.life.session is session
