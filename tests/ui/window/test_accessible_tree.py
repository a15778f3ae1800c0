"""Every page and dialog as it is told to assistive technology: named, apart, with a role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QPlainTextEdit, QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.queries import TrashContents
from mediadesk.ui.dialogs.about_dialog import AboutDialog
from mediadesk.ui.dialogs.close_dialog import CloseDialog
from mediadesk.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
from mediadesk.ui.dialogs.project_dialog import ProjectDialog
from mediadesk.ui.dialogs.tag_dialog import TagDialog
from mediadesk.ui.widgets.bar_chart import BarChart
from mediadesk.ui.widgets.cell_view import CellView
from tests.ui.window.accessible_tree import Role, complaints, shown_windows, told_by
from tests.ui.window.conftest import OpenWindow, until

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "PulseAudio", "No audio device", "No RHI"
)
SETTINGS = ("keys", "appearance", "privacy", "storage", "network", "budgets", "shortcuts")


def heard(page: str) -> list[str]:
    return [one for root in shown_windows() for one in complaints(page, told_by(root))]


def spoken(grid: CellView, column: int) -> str:
    return str(grid.model().index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")


async def test_every_page_can_be_heard(opened: OpenWindow) -> None:
    found = heard("create, empty")
    for kind in GenerationType:
        await opened.made(opened.request(kind, f"A small {kind.value}"))
        found += heard(f"create, {kind.value}")
    for failure in ("blocked", "timeout"):
        await opened.made(opened.request(GenerationType.IMAGE, "A forest", failure=failure))
        found += heard(f"create, {failure}")
    await opened.made(opened.request(GenerationType.IMAGE, "Four", count=4))
    found += heard("create, four")
    opened.session.show_page("library", "all")
    grid = opened.part(CellView, "library-grid")
    await until(lambda: grid.row_count() > 3 and spoken(grid, 0) != "", "the items")
    grid.select_range(0, 2)
    found += heard("library, selected")
    opened.session.show_page("library", "trash")
    found += heard("library, bin")
    for place in SETTINGS:
        opened.session.show_page("settings", f"settings/{place}")
        found += heard(f"settings, {place}")
    opened.session.go_to("analytics")
    await until(lambda: bool(opened.part(BarChart, "spend-chart").bars()), "the figures")
    found += heard("analytics")
    opened.session.go_to("activity")
    jobs = opened.part(QAbstractItemView, "activity-list").model()
    await until(lambda: jobs.rowCount() > 1 and not heard("activity"), "jobs that are all named")
    assert found == []


async def test_every_dialog_can_be_heard(opened: OpenWindow) -> None:
    window, found = opened.window, []
    made = await opened.made(opened.request(GenerationType.IMAGE, "A hut"))
    builders: dict[str, Callable[[], QDialog]] = {
        "about": lambda: AboutDialog(window),
        "project": lambda: ProjectDialog(window),
        "closing": lambda: CloseDialog(window, [made], [made]),
        "bin": lambda: EmptyTrashDialog(window, TrashContents(3, 4_000, 2)),
        "tags": lambda: TagDialog(window, ["old"], ["old", "new"]),
    }
    for name, build in builders.items():
        dialog = build()
        dialog.open()
        found += heard(name)
        dialog.reject()
        dialog.deleteLater()
    opened.part(QPlainTextEdit, "prompt").setPlainText("A hut")
    for name in ("batch-runs", "presets", "improve-prompt"):
        await click(opened.part(QPushButton, name))
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        found += heard(name)
        dialog.reject()
    await click(opened.part(QWidget, "model-card"))
    picker = opened.part(QWidget, "model-picker")
    await until(picker.isVisible, "the model picker")
    found += heard("models")
    picker.hide()
    window.actions_.run("palette")
    await until(opened.part(QWidget, "palette").isVisible, "the palette")
    found += heard("palette")
    opened.part(QWidget, "palette").hide()
    assert found == []


async def test_what_paints_itself_can_be_pressed_and_moved(opened: OpenWindow) -> None:
    told = {one.name: one.role for one in told_by(opened.window)}
    assert Role.Button in {role for name, role in told.items() if name.startswith("Model: ")}
    assert Role.RadioButton in {role for name, role in told.items() if name == "Kind: Image"}
    assert told["Settings"] == Role.PageTab
    assert told["Search or run"] == Role.Button
