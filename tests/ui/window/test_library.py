"""The library page, the sidebar and projects."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSlider,
    QWidget,
)

from mediadesk.app.headless import click, press, type_text
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.item_models.windowed import PAGE_ROWS, WindowedListModel
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.panes.library.pane import LibraryPane
from mediadesk.ui.panes.library.summary import day
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.nav_row import NavRow
from tests.ui.window.conftest import OpenWindow, until


def library(opened: OpenWindow) -> LibraryPane:
    page = opened.session.page("library")
    assert isinstance(page, LibraryPane)
    return page


async def test_one_search_finds_every_kind(opened: OpenWindow) -> None:
    for kind in (GenerationType.TEXT, GenerationType.IMAGE):
        await opened.made(opened.request(kind, "Heron over the estuary"))
    await opened.made(opened.request(GenerationType.TEXT, "Something else"))
    opened.window.actions_["search"].trigger()
    page = library(opened)
    await until(lambda: page.grid.row_count() == 3, "all items")
    field = opened.part(QLineEdit, "library-search")
    assert opened.window.focusWidget() is field
    await type_text(field, "heron estuary")
    await until(lambda: page.grid.row_count() == 2, "two results")
    page.view_model.change(types=frozenset({GenerationType.IMAGE}))
    await until(lambda: page.grid.row_count() == 1, "one picture")


async def test_return_opens_a_result_on_the_create_page(opened: OpenWindow) -> None:
    generation = await opened.made(opened.request(GenerationType.TEXT, "A note"))
    await opened.made(opened.request(GenerationType.TEXT, "Another note"))
    await click(opened.part(NavRow, "nav-all"))
    page = library(opened)
    await until(lambda: page.view_model.model.item(1) is not None, "the rows")
    page.grid.set_current_row(1)
    await press(page.grid, Qt.Key.Key_Return)
    create = opened.session.page("create")
    assert isinstance(create, CreatePane)
    await until(create.isVisible, "the Create page")
    await until(
        lambda: (
            create.stage_model.generation is not None
            and create.stage_model.generation.id == generation.id
        ),
        "the result",
    )


async def test_what_was_deleted_can_be_restored_from_the_trash(opened: OpenWindow) -> None:
    for number in range(3):
        await opened.made(opened.request(GenerationType.TEXT, f"Note {number}"))
    await click(opened.part(NavRow, "nav-all"))
    page = library(opened)
    await until(lambda: page.view_model.model.item(2) is not None, "the rows")
    page.grid.select_range(0, 1)
    await click(opened.part(QPushButton, "selection-delete"))
    await until(lambda: page.grid.row_count() == 1, "the rest")
    await click(opened.part(NavRow, "nav-trash"))
    await until(lambda: page.view_model.model.item(1) is not None, "the trash")
    page.grid.select_range(0, 1)
    await click(opened.part(QPushButton, "selection-restore"))
    await until(lambda: page.grid.row_count() == 0, "the empty trash")
    assert (await opened.session.services.assets.counts()).all == 3


async def test_a_project_is_made_renamed_and_undone(opened: OpenWindow) -> None:
    workspace = opened.session.workspace
    await click(opened.part(QPushButton, "new-project"))
    name = opened.part(QLineEdit, "project-name")
    await click(opened.part(QPushButton, "project-save"))
    dialog = opened.part(QDialog, "project-dialog")
    assert dialog.isVisible(), "a project without a name is not made"
    await type_text(name, "Lighthouse film")
    await click(opened.part(QPushButton, "project-save"))
    await until(lambda: workspace.project.name == "Lighthouse film", "the project")
    await until(lambda: not dialog.isVisible(), "the end of the dialog")
    projects = opened.part(QListView, "projects")
    projects.setFocus()
    rows = [projects.model().index(row, 0).data() for row in range(projects.model().rowCount())]
    default = next(row for row, words in enumerate(rows) if "Lighthouse" not in str(words))
    projects.setCurrentIndex(projects.model().index(default, 0))
    QTest.keyClick(projects, Qt.Key.Key_F2)

    def asked() -> QLineEdit | None:
        fields = opened.window.findChildren(QLineEdit, "project-name")
        return next((one for one in fields if one.isVisible()), None)

    await until(lambda: asked() is not None, "the dialog")
    shown = asked()
    assert shown is not None
    assert shown.text() == "My project", "the project that has the focus, not the chosen one"
    shown.selectAll()
    await type_text(shown, "Odds and ends")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    await until(lambda: "Odds and ends" in [p.name for p in workspace.projects], "the new name")
    project = workspace.project
    opened.session._sidebar.delete_project(project)
    await until(lambda: project.id not in [p.id for p in workspace.projects], "the deletion")
    opened.window.actions_["undo"].trigger()
    await until(lambda: project.id in [p.id for p in workspace.projects], "the project again")


class _Numbers(WindowedListModel[int]):
    """Rows that are their own ids."""

    async def load_rows(self, ids: object) -> list[int]:
        return list(ids)  # type: ignore[call-overload, no-any-return]

    def row_data(self, row: int, role: int) -> object:
        return str(row) if role == Qt.ItemDataRole.DisplayRole else None


async def test_a_long_list_loads_only_what_is_asked_for() -> None:
    model = _Numbers()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.reset(range(100_000))
    assert model.item(99_999) is None
    await until(lambda: model.item(99_999) == 99_999, "the last page")
    assert len(model.loaded()) <= 3 * PAGE_ROWS
    await model.tasks.close()


async def test_rows_that_come_first_move_the_loaded_ones_down() -> None:
    model = _Numbers()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.reset(list(range(10, 20)))
    await until(lambda: model.item(0) == 10, "the rows")
    model.insert_first([8, 9, *range(10, 20)], 2)
    await until(lambda: model.item(2) == 10, "the moved row")
    assert model.data(model.index(11, 0)) == "19"
    await model.tasks.close()


async def test_the_models_of_the_window_are_sound(opened: OpenWindow) -> None:
    create = opened.session.page("create")
    assert isinstance(create, CreatePane)
    models: list[QAbstractItemModel] = [
        create.history_model.model,
        library(opened).view_model.model,
    ]
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        for model in models
    ]
    await click(opened.part(NavRow, "nav-all"))
    for prompt in ("One", "Two"):
        await opened.made(opened.request(GenerationType.TEXT, prompt))
    cards = opened.part(CellView, "history-cards")
    await until(lambda: cards.row_count() == 2, "both runs")
    assert len(testers) == 2
    assert opened.part(QWidget, "history").isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_filters_narrow_and_a_saved_view_brings_them_back(opened: OpenWindow) -> None:
    for kind in (GenerationType.TEXT, GenerationType.IMAGE):
        await opened.made(opened.request(kind, "Heron over the estuary"))
    await click(opened.part(NavRow, "nav-all"))
    page = library(opened)
    await until(lambda: page.grid.row_count() == 2, "all items")
    await click(opened.part(QPushButton, "filter-type"))
    choices = opened.part(QListView, "filter-type-list")
    choices.setCurrentIndex(choices.model().index(1, 0))
    await press(choices, Qt.Key.Key_Space)
    await until(lambda: page.grid.row_count() == 1, "one picture")
    choices.window().close()
    await click(opened.part(QPushButton, "save-view"))
    await type_text(opened.part(QLineEdit, "view-name"), "Pictures")
    await click(opened.part(QPushButton, "view-save"))
    await until(lambda: bool(page.view_model.views), "the saved view")
    browse = opened.session.services.browse
    page.view_model.clear_filters()
    await until(lambda: page.grid.row_count() == 2, "all again")
    views = await browse.saved_views()
    assert [view.name for view in views] == ["Pictures"]
    page.view_model.show_view(views[0])
    await until(lambda: page.grid.row_count() == 1, "the view")
    await opened.made(opened.request(GenerationType.IMAGE, "Another"))
    await until(lambda: page.grid.row_count() == 2, "the view with what was made since")


async def test_single_keys_judge_and_go_on_and_undo_takes_it_back(opened: OpenWindow) -> None:
    for number in range(3):
        await opened.made(opened.request(GenerationType.TEXT, f"Note {number}"))
    await click(opened.part(NavRow, "nav-all"))
    page = library(opened)
    await until(lambda: page.view_model.model.item(2) is not None, "the rows")
    page.grid.set_current_row(0)
    page.grid.setFocus()
    await press(page.grid, Qt.Key.Key_4)
    await until(lambda: page.grid.current_row() == 1, "the next item")
    await press(page.grid, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)

    def judged(row: int) -> tuple[int, tuple[str, ...]]:
        item = page.view_model.model.item(row)
        return (-1, ()) if item is None else (item.asset.rating, item.asset.tags)

    await until(lambda: judged(0) == (4, ()) and judged(1) == (0, ("rejected",)), "the judgement")
    opened.window.actions_["undo"].trigger()
    await until(lambda: judged(1) == (0, ()), "the way back of the second")
    opened.window.actions_["undo"].trigger()
    await until(lambda: judged(0) == (0, ()), "the way back of the first")


async def test_the_list_sorts_by_its_columns(opened: OpenWindow) -> None:
    for prompt in ("Birch", "Alder", "Cedar"):
        await opened.made(opened.request(GenerationType.TEXT, prompt))
    await click(opened.part(NavRow, "nav-all"))
    page = library(opened)
    await click(opened.part(QPushButton, "view-list"))
    await until(lambda: page.view_model.model.item(2) is not None, "the rows")
    assert page.list.isVisible()
    model = page.list.model()
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    tile = model.index(0, names.index("Model")).data(Qt.ItemDataRole.DecorationRole)
    assert not tile.isNull(), "the tile of the provider"
    header = page.list.horizontalHeader()
    header.sectionClicked.emit(1)

    def prompts() -> list[str]:
        items = [page.view_model.model.item(row) for row in range(3)]
        return [item.prompt for item in items if item is not None]

    await until(lambda: prompts() == ["Alder", "Birch", "Cedar"], "one way")
    header.sectionClicked.emit(1)
    await until(lambda: prompts() == ["Cedar", "Birch", "Alder"], "the other way")


async def test_the_trash_is_emptied_only_after_asking(opened: OpenWindow) -> None:
    made = await opened.made(opened.request(GenerationType.TEXT, "A note"))
    services = opened.session.services
    await services.assets.delete([made.assets[0].id])
    await click(opened.part(NavRow, "nav-trash"))
    page = library(opened)
    await until(lambda: page.grid.row_count() == 1, "the trash")
    await click(opened.part(QPushButton, "empty-trash"))
    await until(lambda: opened.part(QDialog, "empty-trash-dialog").isVisible(), "the question")
    assert (await services.trash.contents()).items == 1
    await click(opened.part(QPushButton, "empty-trash-erase"))
    await until(lambda: page.grid.row_count() == 0, "the empty trash")
    assert (await services.trash.contents()).items == 0


async def test_nothing_matches_and_which_filter_to_drop(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "Heron over the estuary"))
    await opened.made(opened.request(GenerationType.TEXT, "Something else"))
    opened.session.show_page("library", "all")
    page = library(opened)
    await until(lambda: page.grid.row_count() == 2, "all items")
    page.search_for("heron")
    page.view_model.change(types=frozenset({GenerationType.IMAGE}))
    drop = "remove-type"
    await until(lambda: page.findChild(QPushButton, drop) is not None, "the way out")
    button = opened.part(QPushButton, drop)
    answers: list[object] = []
    page.view_model.suggested.connect(answers.append)
    page.view_model.refresh()
    await until(lambda: bool(answers), "the same answer again")
    assert opened.part(QPushButton, drop) is button, "a press would be lost"
    nothing = opened.part(QWidget, "library-no-match")
    assert nothing.isVisible()
    words = [label.text() for label in nothing.findChildren(QLabel)]
    assert "1 item" in words
    assert "“heron”" not in words, "without the search there would still be no picture"
    await click(opened.part(QPushButton, drop))
    await until(lambda: page.grid.row_count() == 1 and page.grid.isVisible(), "the heron")


async def test_what_cannot_be_exported_is_told_and_the_rest_is_written(
    opened: OpenWindow, tmp_path: Path
) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "Heron"))
    gone = await opened.made(opened.request(GenerationType.TEXT, "Crane"))
    services = opened.session.services
    opened.session.show_page("library", "all")
    page = library(opened)
    await until(lambda: page.view_model.model.item(1) is not None, "the rows")
    told: list[tuple[str, str]] = []
    opened.session.workspace.toast_wanted.connect(
        lambda text, level, _u: told.append((text, level))
    )
    page.grid.select_range(0, 1)
    page._wishes.grant("export-marked", [page.view_model.model.item(row) for row in (0, 1)])  # type: ignore[misc]
    await services.generations.delete(gone.id)
    await services.trash.empty()
    out = tmp_path / "out"
    out.mkdir()
    opened.part(QFileDialog, "export-dialog").fileSelected.emit(str(out))
    await until(lambda: len(told) == 2, "both sentences")
    assert [level for _, level in told] == ["ok", "error"]
    assert told[1][0].startswith("1 item not saved.")
    assert {path.suffix for path in out.iterdir()} == {".md", ".xmp"}


async def test_keys_turn_the_view_and_size_the_cells(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "Heron"))
    opened.session.show_page("library", "all")
    page = library(opened)
    await until(lambda: page.view_model.model.item(0) is not None, "the row")
    size = opened.part(QSlider, "cell-size")
    before = size.value()
    QTest.keyClick(page.grid, Qt.Key.Key_Plus)
    assert size.value() > before
    QTest.keyClick(page.grid, Qt.Key.Key_G)
    assert page.list.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_G)
    assert page.grid.isVisible()


async def test_files_dropped_on_the_library_are_taken_in_and_undone(
    opened: OpenWindow, tmp_path: Path
) -> None:
    good, bad = tmp_path / "heron.md", tmp_path / "gone.png"
    good.write_text("# Heron")
    opened.session.show_page("library", "all")
    page = library(opened)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad))])
    told: list[str] = []
    opened.session.workspace.toast_wanted.connect(lambda text, *_: told.append(text))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, data, left, none))
    await until(lambda: page.grid.row_count() == 1, "the file")
    await until(lambda: len(told) == 2, "both sentences")
    assert told[0] == "1 file imported."
    assert "gone.png" in told[1]
    opened.window.actions_["undo"].trigger()
    await until(lambda: page.grid.row_count() == 0, "the way back")


async def test_a_frame_between_the_cells_selects_what_it_touches(opened: OpenWindow) -> None:
    for number in range(3):
        await opened.made(opened.request(GenerationType.TEXT, f"Note {number}"))
    opened.session.show_page("library", "all")
    page = library(opened)
    await until(lambda: page.view_model.model.item(2) is not None, "the rows")
    view = page.grid.viewport()
    second = page.grid.visualRect(page.grid.model().index(0, 1))
    start, end = QPoint(second.right() + 1, 1), second.center() - QPoint(second.width(), 0)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, at, button in (
        (QEvent.Type.MouseButtonPress, start, left),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, end, left),
    ):
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
        place = QPointF(at)
        event = QMouseEvent(kind, place, view.mapToGlobal(place), button, held, none)
        QApplication.sendEvent(view, event)
    assert page.grid.selected_rows() in ([0, 1], [0, 1, 2])
    assert opened.part(QWidget, "selection-bar").isVisible()


async def test_the_day_of_the_first_item_shows_before_anything_moves(opened: OpenWindow) -> None:
    """It came with the first turn of the wheel, and the details could not be shown again."""
    made = await opened.made(opened.request(GenerationType.TEXT, "A note"))
    opened.session.show_page("library", "all")
    status = opened.part(QWidget, "library-status")
    labels = status.findChildren(QLabel)
    await until(lambda: day(made.created_at) in [one.text() for one in labels], "the day")
    details = opened.part(QWidget, "library-details")
    assert details.isVisible()
    await click(opened.part(QAbstractButton, "library-details-hide"))
    assert not details.isVisible()
    await click(opened.part(QAbstractButton, "show-details"))
    assert details.isVisible()
