"""Actions from one table: palette, menus and chosen keys, by keys and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton, QWidget

from mediadesk.app.headless import click, press, type_text
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.action_table import ALL_ACTIONS
from mediadesk.ui.keymap import keymap
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.panes.settings.keys_dialog import KeysDialog
from mediadesk.ui.widgets.nav_row import NavRow
from tests.ui.window.conftest import OpenWindow, until

CONTROL = Qt.KeyboardModifier.ControlModifier


def rows(opened: OpenWindow) -> list[str]:
    model = opened.part(QListView, "palette-list").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def hit(opened: OpenWindow, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    """Press a key where the focus is; shortcuts hear it first."""
    QTest.keyClick(opened.window.focusWidget() or opened.window, key, held)


async def palette(opened: OpenWindow, typed: str = "") -> QLineEdit:
    hit(opened, Qt.Key.Key_K)
    field = opened.part(QLineEdit, "palette-field")
    await until(field.isVisible, "the palette")
    await type_text(field, typed)
    return field


def create_page(opened: OpenWindow) -> CreatePane:
    page = opened.session.page("create")
    assert isinstance(page, CreatePane)
    return page


async def test_a_command_is_run_by_a_few_letters(opened: OpenWindow) -> None:
    was_rail = opened.window.sidebar.is_rail
    field = await palette(opened, "sideb")
    assert rows(opened)[:2] == ["Commands", "Show or hide the sidebar"]
    await press(field, Qt.Key.Key_Return)
    assert opened.window.sidebar.is_rail is not was_rail
    assert not field.isVisible()


async def test_control_w_leaves_the_settings_and_no_page_of_the_project(opened: OpenWindow) -> None:
    opened.session.show_page("settings", "settings/appearance")
    hit(opened, Qt.Key.Key_W)
    await until(create_page(opened).isVisible, "the Create page")
    opened.session.show_page("library", "all")
    hit(opened, Qt.Key.Key_W)
    assert opened.part(QWidget, "library-pane").isVisible()


async def test_every_listed_action_is_found_by_its_words(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "A note"))
    field = await palette(opened, ">")
    found = set(rows(opened))
    possible = {
        spec.text
        for spec in ALL_ACTIONS
        if spec.is_listed and spec.scope in ("window", "create") and spec.name != "palette"
        if spec.needs in ("", "create", "run", "result", "text")
    }
    assert possible <= found
    assert "Undo" not in found, "nothing was done yet"
    await press(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


async def test_projects_and_results_are_found(opened: OpenWindow) -> None:
    await opened.session.services.projects.create("Heron film")
    generation = await opened.made(opened.request(GenerationType.TEXT, "Heron at dawn"))
    await opened.made(opened.request(GenerationType.TEXT, "Something else"))
    await until(lambda: len(opened.session.workspace.projects) == 2, "the project")
    field = await palette(opened, "heron")
    await until(lambda: "Heron at dawn" in rows(opened), "the result")
    assert rows(opened) == [
        "Projects",
        "Heron film",
        "Library",
        "Heron at dawn",
        "Search the library for “heron”",
    ]
    await press(field, Qt.Key.Key_Down)
    await press(field, Qt.Key.Key_Return)
    stage = create_page(opened).stage_model
    await until(
        lambda: stage.generation is not None and stage.generation.id == generation.id, "the result"
    )


async def test_a_model_is_chosen_with_its_kind(opened: OpenWindow) -> None:
    composer = create_page(opened).composer_model
    assert composer.model.id != "sample-video"
    field = await palette(opened, "@sample video")
    assert rows(opened)[0] == "Models"
    await press(field, Qt.Key.Key_Return)
    assert composer.model.id == "sample-video"


async def test_tab_narrows_to_the_group_of_the_chosen_row(opened: OpenWindow) -> None:
    await opened.session.services.projects.create("Larger vases")
    await until(lambda: len(opened.session.workspace.projects) == 2, "the project")
    field = await palette(opened, "larger")
    assert rows(opened)[:4] == ["Commands", "Larger text", "Projects", "Larger vases"]
    await press(field, Qt.Key.Key_Down)
    await press(field, Qt.Key.Key_Tab)
    assert field.text() == "/larger"
    assert rows(opened) == ["Projects", "Larger vases"]


async def test_the_library_is_searched_from_the_palette(opened: OpenWindow) -> None:
    field = await palette(opened, "#zebra")
    assert rows(opened) == ["Library", "Search the library for “zebra”"]
    await press(field, Qt.Key.Key_Return)
    assert opened.part(QLineEdit, "library-search").text() == "zebra"


async def test_a_click_beside_the_palette_closes_it(opened: OpenWindow) -> None:
    await click(opened.part(NavRow, "nav-palette"))
    field = opened.part(QLineEdit, "palette-field")
    assert field.isVisible()
    scrim = opened.part(QWidget, "scrim")
    QTest.mouseClick(scrim, Qt.MouseButton.LeftButton, pos=scrim.rect().bottomLeft())
    assert not field.isVisible()


async def test_a_kind_chosen_by_its_keys_opens_no_menu(opened: OpenWindow) -> None:
    """The menu bar opened behind it, and what was typed next went into the menus."""
    composer = create_page(opened).composer_model
    place = opened.window.focusWidget() or opened.window
    QTest.keyPress(place, Qt.Key.Key_Alt)
    QTest.keyClick(place, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(place, Qt.Key.Key_Alt)
    assert composer.type is GenerationType.VIDEO
    assert not opened.window.menuBar().isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
async def test_alt_alone_shows_the_menus_of_what_can_be_done(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "A note"))
    hit(opened, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
    bar = opened.window.menuBar()
    assert bar.isVisible()

    def menus() -> list[str]:
        return [action.text() for action in bar.actions() if action.isVisible()]

    assert menus() == ["&File", "&Go", "&View", "&Composer", "&Result", "&Help"]
    hit(opened, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
    assert not bar.isVisible()
    opened.session.show_page("settings")
    hit(opened, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
    assert menus() == ["&File", "&Go", "&View", "&Help"]


async def test_keys_are_changed_and_a_conflict_is_named(opened: OpenWindow) -> None:
    opened.session.show_page("settings", "settings/shortcuts")
    button = opened.part(QPushButton, "keys-toggle-sidebar")
    assert button.text() == "Ctrl+B"
    await press(button, Qt.Key.Key_Space)
    await until(lambda: opened.window.findChild(KeysDialog) is not None, "the dialog")
    dialog = opened.part(KeysDialog, "keys-dialog")
    edit = opened.part(QWidget, "keys-edit")
    use, said = opened.part(QPushButton, "keys-use"), opened.part(QLabel, "keys-problem")
    QTest.keyClick(edit, Qt.Key.Key_L, CONTROL)
    assert "belongs to “Lock”" in said.text()
    assert not use.isEnabled()
    QTest.keyClick(edit, Qt.Key.Key_G)
    assert "needed for typing" in said.text()
    QTest.keyClick(edit, Qt.Key.Key_G, CONTROL)
    assert said.text() == ""
    await press(use, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    assert button.text() == "Ctrl+G"
    assert opened.window.actions_["toggle-sidebar"].shortcut() == QKeySequence("Ctrl+G")
    was_rail = opened.window.sidebar.is_rail
    hit(opened, Qt.Key.Key_G)
    assert opened.window.sidebar.is_rail is not was_rail
    await click(opened.part(QPushButton, "shortcuts-reset-all"))
    assert button.text() == "Ctrl+B"


def test_chosen_keys_are_remembered(tmp_path: Path) -> None:
    file = str(tmp_path / "keys.ini")
    keys = keymap()
    keys.use(QSettings(file, QSettings.Format.IniFormat))
    keys.rebind("lock", "Ctrl+Alt+L")
    keys.rebind("quit", "")
    keys.use(QSettings(file, QSettings.Format.IniFormat))
    assert keys.keys("lock") == ("Ctrl+Alt+L",)
    assert keys.keys("quit") == ()
    keys.reset_all()
    assert keys.keys("lock") == ("Ctrl+L",)
