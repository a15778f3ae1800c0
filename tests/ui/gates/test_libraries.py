"""Several libraries: the switcher in the sidebar, one list for window and command line."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QMenu

from mediadesk.app.headless import until
from mediadesk.system.chosen_library import known_libraries, library_to_open
from mediadesk.ui.single_instance import InstanceServer, ask_to_raise
from mediadesk.ui.window_session import WindowSession
from tests.ui.gates.conftest import PASSPHRASE, Life, LiveIn, MakeLibrary, text_request

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


async def unlock(life: Life) -> None:
    await life.type("unlock-secret", PASSPHRASE)
    await life.enter("unlock-secret")


async def entries(life: Life) -> dict[str, QAction]:
    await life.click("library-switcher")
    await until(lambda: life.window.findChild(QMenu, "library-menu") is not None, "the menu")
    menu = life.part(QMenu, "library-menu")
    return {action.statusTip() or action.text(): action for action in menu.actions()}


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
    assert not offered[str(second.folder)].isEnabled(), "the one that is open"
    offered[str(first.folder)].trigger()
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


async def ask_to_move(life: Life, target: Path, *, delete_old: bool = False) -> None:
    session = await life.is_open()
    session.go_to("settings/storage")
    await life.reads("free on this disk")
    await life.click("storage-move")
    await life.click("move-begin")
    await life.reads("Give the whole path of a folder.")
    await life.type("move-folder", str(target))
    if delete_old:
        life.part(QCheckBox, "move-delete-old").click()
    await life.click("move-begin")


async def opened_again(life: Life, before: WindowSession) -> WindowSession:
    """It goes back to the page from which it was moved."""
    await until(lambda: life.life.session not in (None, before), "the library again")
    await life.sees("storage-move")
    session = life.life.session
    assert session is not None
    return session


async def test_a_library_is_moved_from_the_settings_and_opens_at_its_new_place(
    live_in: LiveIn, make_library: MakeLibrary, tmp_path: Path
) -> None:
    made, target = make_library(), tmp_path / "far" / "studio"
    life = live_in(made.folder)
    await unlock(life)
    session = await life.is_open()
    await session.services.generations.wait(
        await session.services.generations.submit(text_request(session))
    )
    await ask_to_move(life, target, delete_old=True)
    again = await opened_again(life, session)
    info = await again.services.library.info()
    assert (info.path, info.asset_count) == (target, 1)
    assert (await again.services.library.verify(deep=True)).is_sound
    assert not await asyncio.to_thread(made.folder.exists)
    assert library_to_open() == target
    assert made.folder not in known_libraries()


async def test_a_place_that_cannot_take_it_is_told_while_the_library_stays_open(
    live_in: LiveIn, make_library: MakeLibrary, tmp_path: Path
) -> None:
    made = make_library()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter").write_text("mine")
    life = live_in(made.folder)
    await unlock(life)
    session = await life.is_open()
    await ask_to_move(life, tmp_path / "full")
    await life.reads("is not empty")
    assert life.life.session is session


async def test_a_move_that_fails_opens_the_library_where_it_was(
    live_in: LiveIn, make_library: MakeLibrary, tmp_path: Path
) -> None:
    made = make_library()
    (made.folder / "link").symlink_to(tmp_path)
    life = live_in(made.folder)
    await unlock(life)
    session = await life.is_open()
    await ask_to_move(life, tmp_path / "studio", delete_old=True)
    again = await opened_again(life, session)
    assert (await again.services.library.info()).path == made.folder


async def test_the_folded_sidebar_offers_the_libraries_by_its_mark(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    life = live_in(make_library().folder)
    await unlock(life)
    await life.is_open()
    life.window.toggle_sidebar()
    await life.click("mark")
    await until(lambda: life.window.findChild(QMenu, "library-menu") is not None, "the menu")


async def test_libraries_of_one_name_are_told_apart_by_their_folder(
    live_in: LiveIn, make_library: MakeLibrary
) -> None:
    first, second, third = make_library(), make_library("away/pictures"), make_library("third")
    life = live_in(first.folder)
    await unlock(life)
    for other in (second, third):
        session = await life.is_open()
        session.library_wanted.emit(other.folder)
        await life.sees("unlock-secret")
        await unlock(life)
    await life.is_open()
    offered = await entries(life)
    assert offered[str(first.folder)].text() == f"pictures ({first.folder.parent})"
    assert offered[str(second.folder)].text() == f"pictures ({second.folder.parent})"
