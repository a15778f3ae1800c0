"""Grid and strip of media cells: layout, keys, selection, actions, painting, a long list."""

from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import QColor, QPixmap
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.thumbnail_fit import show_whole
from mediadesk.ui.widgets.cell_model import CellModel
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.media_cell import HISTORY, CellAction, CellRole
from mediadesk.ui.widgets.painted_cells import MOST_NEW

NO_PARENT = QModelIndex()
LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Cells(QAbstractListModel):
    """A list of numbered cells; single roles of single rows can be set."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.extra: dict[tuple[int, int], Any] = {}
        self.painted: list[int] = []
        self.pictures_asked = 0
        self.is_loaded = True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else self.count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if role == CellRole.BADGE:
            self.painted.append(index.row())
        self.pictures_asked += role == CellRole.PICTURE
        if not self.is_loaded:
            return None
        if (index.row(), role) in self.extra:
            return self.extra[index.row(), role]
        if role in (CellRole.CAPTION, Qt.ItemDataRole.AccessibleTextRole):
            return f"Item {index.row()}"
        return None

    def put(self, row: int, role: CellRole, value: object) -> None:
        self.extra[row, int(role)] = value
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def insert_first(self, number: int) -> None:
        self.beginInsertRows(QModelIndex(), 0, number - 1)
        self.count += number
        self.endInsertRows()


def is_on_screen(view: CellView, row: int, column: int) -> bool:
    return view.viewport().rect().intersects(view.visualRect(view.model().index(row, column)))


def rows_on_screen(view: CellView) -> set[int]:
    rows = range(view.row_count())
    return {row for row in rows if is_on_screen(view, *divmod(row, view.columns()))}


def grid(qtbot: QtBot, count: int, **options: Any) -> tuple[CellView, Cells]:
    view = CellView("Library", **options)
    qtbot.addWidget(view)
    model = Cells(count)
    view.set_list_model(model)
    view.resize(640, 420)
    view.show()
    return view, model


def center(view: CellView, row: int) -> QPoint:
    view.set_current_row(row, select=False)
    return view.visualRect(view.currentIndex()).center()


@pytest.mark.parametrize(("count", "columns"), [(0, 3), (1, 3), (7, 3), (9, 3), (5, 0)])
def test_model_is_a_proper_item_model(qtmodeltester: ModelTester, count: int, columns: int) -> None:
    cells = CellModel()
    source = Cells(count)
    cells.set_source(source)
    cells.set_columns(columns)
    qtmodeltester.check(cells)
    assert [cells.row_of(cells.cell_of(row)) for row in range(count)] == list(range(count))
    assert not cells.cell_of(count).isValid()


def test_grid_wraps_to_its_width_and_keeps_focus_and_selection(qtbot: QtBot) -> None:
    view, _model = grid(qtbot, 50)
    wide = view.columns()
    view.select_range(5, 20)
    view.set_current_row(12, select=False)
    view.resize(330, 420)
    assert view.columns() < wide
    assert view.current_row() == 12
    assert view.selected_rows() == list(range(5, 21))


def test_keys_move_and_extend(qtbot: QtBot) -> None:
    view, _model = grid(qtbot, 50)
    k = view.columns()
    view.set_current_row(0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_row() == 1 + k
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert view.selected_rows() == list(range(1 + k, 2 + 2 * k))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.selected_rows() == [49]
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert 0 < view.current_row() < 49
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_row() == 0
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.selected_count() == 50


def test_return_and_double_click_open(qtbot: QtBot) -> None:
    view, _model = grid(qtbot, 9)
    opened: list[int] = []
    view.row_activated.connect(opened.append)
    view.set_current_row(3)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=center(view, 1))
    assert opened == [3, 1]


def test_mouse_selects_toggles_and_extends(qtbot: QtBot) -> None:
    view, _model = grid(qtbot, 30)
    port = view.viewport()
    qtbot.mouseClick(port, LEFT, pos=center(view, 1))
    qtbot.mouseClick(port, LEFT, CONTROL, pos=center(view, 5))
    assert view.selected_rows() == [1, 5]
    qtbot.mouseClick(port, LEFT, CONTROL, pos=center(view, 1))
    assert view.selected_rows() == [5]
    qtbot.mouseClick(port, LEFT, pos=center(view, 2))
    spot = view.visualRect(view.model().index(1, 1)).center()
    qtbot.mouseClick(port, LEFT, SHIFT, pos=spot)
    assert view.selected_rows() == list(range(2, view.columns() + 2))


def test_a_new_row_at_the_top_moves_focus_and_selection_down(qtbot: QtBot) -> None:
    view, model = grid(qtbot, 30)
    view.set_current_row(4)
    model.insert_first(2)
    assert view.current_row() == 6
    assert view.selected_rows() == [6]


def test_hover_actions_are_pressed_not_selected(qtbot: QtBot) -> None:
    actions = (
        CellAction("favourite", "heart", "Favourite"),
        CellAction("more", "ellipsis", "More"),
    )
    view, _model = grid(qtbot, 9, actions=actions)
    pressed: list[tuple[str, int]] = []
    view.action_triggered.connect(lambda name, row: pressed.append((name, row)))
    rect = view.visualRect(view.model().index(0, 1))
    picture = view._delegate.picture_rect(rect)
    spot = QPointF(picture.right() - 10, picture.bottom() - 10).toPoint()
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert pressed == [("more", 1)]
    assert view.selected_rows() == []


def test_strip_is_one_row_and_pages_sideways(qtbot: QtBot) -> None:
    view, _model = grid(qtbot, 40, flow="strip", metrics=HISTORY)
    assert view.model().rowCount() == 1
    view.set_current_row(0)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current_row() == view.viewport().width() // view.columnWidth(0)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_row() == 39
    assert is_on_screen(view, 0, 39)


def test_cells_speak(qtbot: QtBot) -> None:
    view, _model = grid(qtbot, 9)
    cell = view.model().index(0, 2)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Item 2"
    assert view.accessibleName() == "Library"


def test_a_million_cells_select_and_jump(qtbot: QtBot) -> None:
    view, _model = grid(qtbot, 1_000_000)
    view.set_current_row(0)
    qtbot.keyClick(view, Qt.Key.Key_End)
    last_row, last_column = divmod(999_999, view.columns())
    assert is_on_screen(view, last_row, last_column)
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert view.selected_count() == 1_000_000


@pytest.mark.parametrize("state", ["queued", "running", "failed", "uncertain", "cancelled", "done"])
def test_every_state_is_painted_differently_from_an_empty_cell(qtbot: QtBot, state: str) -> None:
    view, model = grid(qtbot, 2, metrics=HISTORY)
    picture = QPixmap(64, 64)
    picture.fill(QColor("#C86432"))
    model.put(0, CellRole.STATE, state)
    if state in ("done", "running"):
        model.put(0, CellRole.PICTURE, picture)
    image = view.grab().toImage()
    one, other = (view.visualRect(view.model().index(0, column)) for column in (0, 1))
    assert image.copy(one) != image.copy(other)
    if state == "done":
        assert image.pixelColor(one.center().x(), 40) == QColor("#C86432")


def test_a_picture_fills_its_square_or_is_shown_whole(qtbot: QtBot) -> None:
    view, model = grid(qtbot, 1)
    picture = QPixmap(200, 50)
    picture.fill(QColor("#C86432"))
    model.put(0, CellRole.KIND, "image")
    model.put(0, CellRole.PICTURE, picture)
    at = view.visualRect(view.model().index(0, 0)).topLeft() + QPoint(40, 20)
    assert view.grab().toImage().pixelColor(at) == QColor("#C86432")
    try:
        show_whole(True)
        assert view.grab().toImage().pixelColor(at) == theme().color("bg.pressed")
    finally:
        show_whole(False)


def test_the_view_repaints_a_changed_cell(qtbot: QtBot) -> None:
    view, model = grid(qtbot, 4)
    before = view.grab().toImage()
    model.put(2, CellRole.SNIPPET, "Each piece leaves the wheel slightly different.")
    assert view.grab().toImage() != before


def test_only_a_cell_that_changed_is_painted_from_scratch(qtbot: QtBot) -> None:
    """With jobs running, the whole strip was painted anew for each of their steps."""
    view, model = grid(qtbot, 4)
    view.grab()
    assert set(model.painted) == {0, 1, 2, 3}
    model.painted.clear()
    view.grab()
    assert model.painted == []
    model.put(2, CellRole.SNIPPET, "Each piece leaves the wheel slightly different.")
    view.grab()
    assert set(model.painted) == {2}
    model.painted.clear()
    model.insert_first(2)
    view.grab()
    assert set(model.painted) == {0, 1}


def test_a_cell_whose_picture_is_missing_asks_for_it_again(qtbot: QtBot) -> None:
    """It was painted from scratch each time to do so, which slowed scrolling down."""
    view, model = grid(qtbot, 1)
    model.put(0, CellRole.KIND, "image")
    view.grab()
    model.painted.clear()
    model.pictures_asked = 0
    before = view.grab().toImage()
    assert (model.painted, model.pictures_asked) == ([], 1)
    picture = QPixmap(64, 64)
    picture.fill(QColor("#C86432"))
    model.extra[0, int(CellRole.PICTURE)] = picture
    assert view.grab().toImage() != before
    assert model.painted


def test_rows_that_are_not_loaded_share_one_painted_cell(qtbot: QtBot) -> None:
    """Jumping through a long list painted a hundred empty cells, one by one."""
    view, model = grid(qtbot, 4)
    model.is_loaded = False
    view.grab()
    assert set(model.painted) <= {0}
    model.is_loaded = True
    model.painted.clear()
    view.grab()
    assert set(model.painted) == {0, 1, 2, 3}


def test_many_new_cells_are_painted_a_few_at_a_time(qtbot: QtBot) -> None:
    """Painting all cells of a large window at once let clicks wait for 20 ms."""
    view, model = grid(qtbot, 200)
    view.resize(1400, 900)
    view.grab()
    assert 0 < len(set(model.painted)) <= MOST_NEW
    qtbot.waitUntil(lambda: rows_on_screen(view) <= set(model.painted))


def test_cells_that_change_together_look_as_before_until_their_turn(qtbot: QtBot) -> None:
    view, model = grid(qtbot, 200)
    view.resize(1400, 900)
    qtbot.waitUntil(lambda: rows_on_screen(view) <= set(model.painted))
    last = max(rows_on_screen(view))
    assert last > MOST_NEW
    cell = view.visualRect(view.model().index(*divmod(last, view.columns())))
    before = view.grab(cell).toImage()
    model.extra[last, int(CellRole.SNIPPET)] = "Each piece leaves the wheel different."
    model.dataChanged.emit(model.index(0, 0), model.index(199, 0))
    assert view.grab().toImage().copy(cell) == before
    qtbot.waitUntil(lambda: view.grab().toImage().copy(cell) != before)


def test_a_new_scheme_shows_nothing_in_the_colours_of_the_old_one(qtbot: QtBot) -> None:
    view, cells = grid(qtbot, 60)
    qtbot.waitUntil(lambda: set(cells.painted) >= rows_on_screen(view))

    def colours() -> set[str]:
        picture = view.viewport().grab().toImage()
        cells_shown = (divmod(row, view.columns()) for row in rows_on_screen(view))
        tops = (view.visualRect(view.model().index(*cell)).topLeft() for cell in cells_shown)
        return {picture.pixelColor(top + QPoint(20, 20)).name() for top in tops if top.y() >= 0}

    before = colours()
    theme().set_preference("light")
    assert not before & colours()
