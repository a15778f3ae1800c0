"""Every page and dialog as it is told to assistive technology: named, apart, with a role."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

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
from tests.ui.window.look_walk import faint, small_targets

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "PulseAudio", "No audio device", "No RHI"
)
LAID_OUT_S = 0.1
SETTINGS = ("keys", "appearance", "privacy", "storage", "network", "budgets", "shortcuts")


def heard(page: str) -> list[str]:
    return [one for root in shown_windows() for one in complaints(page, told_by(root))]


async def met(page: str) -> list[str]:
    """What is told wrong, painted too faintly, or too small to hit."""
    await asyncio.sleep(LAID_OUT_S)
    seen = {one for root in shown_windows() for one in (*faint(root), *small_targets(root))}
    return [*heard(page), *sorted(f"{page}: {one}" for one in seen)]


def spoken(grid: CellView, column: int) -> str:
    return str(grid.model().index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")


async def test_every_page_can_be_heard(opened: OpenWindow) -> None:
    found = await met("create, empty")
    for kind in GenerationType:
        await opened.made(opened.request(kind, f"A small {kind.value}"))
        found += await met(f"create, {kind.value}")
    for failure in ("blocked", "timeout"):
        await opened.made(opened.request(GenerationType.IMAGE, "A forest", failure=failure))
        found += await met(f"create, {failure}")
    await opened.made(opened.request(GenerationType.IMAGE, "Four", count=4))
    found += await met("create, four")
    opened.session.show_page("library", "all")
    grid = opened.part(CellView, "library-grid")
    await until(lambda: grid.row_count() > 3 and spoken(grid, 0) != "", "the items")
    grid.select_range(0, 2)
    found += await met("library, selected")
    opened.session.show_page("library", "trash")
    found += await met("library, bin")
    for place in SETTINGS:
        opened.session.show_page("settings", f"settings/{place}")
        found += await met(f"settings, {place}")
    opened.session.go_to("analytics")
    await until(lambda: bool(opened.part(BarChart, "spend-chart").bars()), "the figures")
    found += await met("analytics")
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
        found += await met(name)
        dialog.reject()
        dialog.deleteLater()
    opened.part(QPlainTextEdit, "prompt").setPlainText("A hut")
    for name in ("batch-runs", "presets", "improve-prompt"):
        await click(opened.part(QPushButton, name))
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        found += await met(name)
        dialog.reject()
    await click(opened.part(QWidget, "model-card"))
    picker = opened.part(QWidget, "model-picker")
    await until(picker.isVisible, "the model picker")
    found += await met("models")
    picker.hide()
    window.actions_.run("palette")
    await until(opened.part(QWidget, "palette").isVisible, "the palette")
    found += await met("palette")
    opened.part(QWidget, "palette").hide()
    assert found == []


async def test_what_paints_itself_can_be_pressed_and_moved(opened: OpenWindow) -> None:
    told = {one.name: one.role for one in told_by(opened.window)}
    assert Role.Button in {role for name, role in told.items() if name.startswith("Model: ")}
    assert Role.RadioButton in {role for name, role in told.items() if name == "Kind: Image"}
    assert told["Settings"] == Role.PageTab
    assert told["Search or run"] == Role.Button


async def test_the_walk_meets_what_is_faint_or_small(opened: OpenWindow) -> None:
    dialog = QDialog(opened.window)
    words = QLabel("Hardly to be read", dialog)
    words.setStyleSheet("color: #888; background: #999;")
    words.setGeometry(10, 10, 200, 30)
    button = QPushButton("x", dialog)
    button.setFixedSize(12, 12)
    dialog.resize(300, 100)
    dialog.open()
    complaint = "\n".join(await met("dialog"))
    assert "faint" in complaint
    assert "small (12, " in complaint
    dialog.reject()
    dialog.deleteLater()
