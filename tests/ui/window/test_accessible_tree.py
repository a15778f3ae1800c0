"""Every page and dialog as it is told to assistive technology: named, apart, with a role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
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
from mediadesk.domain.projects import Cap, CapPeriod, CapScope, CapUse
from mediadesk.domain.queries import AssetQuery, TrashContents
from mediadesk.ui.action_table import ALL_ACTIONS
from mediadesk.ui.dialogs.about_dialog import AboutDialog
from mediadesk.ui.dialogs.budget_dialog import BudgetDialog
from mediadesk.ui.dialogs.close_dialog import CloseDialog
from mediadesk.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
from mediadesk.ui.dialogs.move_library_dialog import MoveLibraryDialog
from mediadesk.ui.dialogs.older_library_dialog import OlderLibraryDialog
from mediadesk.ui.dialogs.project_dialog import ProjectDialog
from mediadesk.ui.dialogs.tag_dialog import TagDialog
from mediadesk.ui.over_budget import OverBudget
from mediadesk.ui.panes.analytics.range_dialog import RangeDialog
from mediadesk.ui.panes.compare.cell import CellPane
from mediadesk.ui.panes.compare.set_name_dialog import SetNameDialog
from mediadesk.ui.panes.create.mask_dialog import MaskDialog
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.panes.library.dialogs import ViewNameDialog
from mediadesk.ui.panes.library.filter_bar import FilterChip
from mediadesk.ui.panes.settings.keys_dialog import KeysDialog
from mediadesk.ui.widgets.bar_chart import BarChart
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.data_table import DataTable
from mediadesk.ui.widgets.link_dialog import LinkDialog
from tests.ui.window.accessible_tree import Role, heard, met, told_by
from tests.ui.window.conftest import OpenWindow, until

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "PulseAudio", "No audio device", "No RHI"
)
SETTINGS = ("keys", "appearance", "privacy", "storage", "network", "budgets", "shortcuts")


def spoken(grid: CellView, column: int) -> str:
    return str(grid.model().index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) or "")


def are_shown(board: QWidget, count: int) -> bool:
    panes = board.findChildren(CellPane)
    return len(panes) == count and all(
        pane.viewer.has_image() or pane.text.isVisible() for pane in panes
    )


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
    opened.part(CreatePane, "create-pane").full_view.set_on(True)
    found += await met("full view")
    opened.session.show_page("library", "all")
    grid = opened.part(CellView, "library-grid")
    await until(lambda: grid.row_count() > 3 and spoken(grid, 0) != "", "the items")
    grid.select_range(0, 2)
    found += await met("library, selected")
    bar = opened.part(QWidget, "library-filters")
    chips = [one for one in bar.findChildren(FilterChip) if one.isVisible()]
    assert chips
    for chip in chips:
        await click(chip)
        name = chip.objectName()
        popup = opened.part(QWidget, f"{name}-popup")
        await until(popup.isVisible, f"the popup of {name}")
        found += await met(f"library, {name}")
        popup.close()
    opened.session.show_page("library", "trash")
    found += await met("library, bin")
    for place in SETTINGS:
        opened.session.show_page("settings", f"settings/{place}")
        found += await met(f"settings, {place}")
    opened.session.go_to("analytics")
    await until(lambda: bool(opened.part(BarChart, "spend-chart").bars()), "the figures")
    found += await met("analytics")
    await click(opened.part(QWidget, "show-ledger"))
    ledger = opened.part(DataTable, "ledger-table")
    await until(lambda: ledger.isVisible() and ledger.row_count() > 0, "the ledger")
    found += await met("ledger")
    opened.session.go_to("activity")
    jobs = opened.part(QAbstractItemView, "activity-list").model()
    await until(lambda: jobs.rowCount() > 1 and not heard("activity"), "jobs that are all named")
    assert found == [], "\n".join(found)


async def test_every_way_to_compare_can_be_heard(opened: OpenWindow) -> None:
    workspace = opened.session.workspace
    found = list[str]()
    for kind in (GenerationType.IMAGE, GenerationType.TEXT):
        for number in range(3):
            await opened.made(opened.request(kind, f"A small hut {number}"))
        assets = await opened.session.services.assets.find(AssetQuery(types=frozenset({kind})))
        for count in (3, 2):
            workspace.results_compared.emit(tuple(asset.id for asset in assets[:count]))
            board = opened.part(QWidget, "compare-board")
            await until(partial(are_shown, board, count), "the results")
            found += await met(f"compare {count}, {kind.value}")
        for button in opened.part(QWidget, "compare-mode").findChildren(QPushButton):
            await click(button)
            found += await met(f"compare, {kind.value}, {button.text()}")
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.set_prompt("A small hut")
    workspace.compare_wanted.emit(composer.request())
    run = opened.part(QPushButton, "compare-run")
    await until(run.isVisible, "the models")
    found += await met("compare, models")
    assert found == [], "\n".join(found)


async def test_every_dialog_can_be_heard(opened: OpenWindow) -> None:
    window, found = opened.window, []
    made = await opened.made(opened.request(GenerationType.IMAGE, "A hut"))
    use = CapUse(Cap(CapScope.OVERALL, CapPeriod.MONTH, 1, "monthly budget"), 2_000_000, 0)
    request = opened.request(GenerationType.IMAGE, "A hut")
    builders: dict[str, Callable[[], QDialog]] = {
        "about": lambda: AboutDialog(window),
        "project": lambda: ProjectDialog(window),
        "closing": lambda: CloseDialog(window, [made], [made]),
        "bin": lambda: EmptyTrashDialog(window, TrashContents(3, 4_000, 2)),
        "tags": lambda: TagDialog(window, ["old"], ["old", "new"]),
        "view": lambda: ViewNameDialog(window),
        "set of models": lambda: SetNameDialog(window),
        "days": lambda: RangeDialog(window, date(2026, 1, 1), date(2026, 2, 1)),
        "mask": lambda: MaskDialog(window, QImage(320, 200, QImage.Format.Format_RGB32)),
        "keys": lambda: KeysDialog(window, ALL_ACTIONS[0]),
        "older library": lambda: OlderLibraryDialog(window, "It is older."),
        "moving": lambda: MoveLibraryDialog(window, Path("library")),
        "address": lambda: LinkDialog(window, "https://example.org"),
        "budget": lambda: BudgetDialog(window, OverBudget(use, 2_000_000, request=request)),
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
    assert found == [], "\n".join(found)


async def test_what_paints_itself_can_be_pressed_and_moved(opened: OpenWindow) -> None:
    told = {one.name: one.role for one in told_by(opened.window)}
    assert Role.Button in {role for name, role in told.items() if name.startswith("Model: ")}
    assert Role.RadioButton in {role for name, role in told.items() if name == "Type: Image"}
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
