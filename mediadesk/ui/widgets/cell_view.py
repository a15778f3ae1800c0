"""A grid or a strip of media cells over any list model; rows are those of the list."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mediadesk.ui.support.asset_mime import drag_assets
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.cell_model import CellModel
from mediadesk.ui.widgets.cell_selection import cells_between, row_for_key, selected_runs
from mediadesk.ui.widgets.media_cell import GRID, CellAction, CellMetrics, CellRole
from mediadesk.ui.widgets.media_delegate import MediaDelegate

Flow = Literal["grid", "strip"]
_Select = QItemSelectionModel.SelectionFlag


class CellView(QTableView):
    """Grid (wraps to the width) or strip (one row). Every signal speaks of list rows."""

    row_activated = Signal(int)
    quick_look_requested = Signal(int)
    current_row_changed = Signal(int)
    selection_rows_changed = Signal()
    menu_requested = Signal(int, QPoint)
    action_triggered = Signal(str, int)

    def __init__(
        self,
        label: str,
        *,
        flow: Flow = "grid",
        metrics: CellMetrics = GRID,
        actions: tuple[CellAction, ...] = (),
        multi_select: bool = True,
        name: str = "cells",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._flow: Flow = flow
        self._is_multi = multi_select
        self._anchor = 0
        self._kept: tuple[int, list[tuple[int, int]]] = (-1, [])
        self._press: QPoint | None = None
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._cells = CellModel(self)
        self._delegate = MediaDelegate(metrics, actions=actions, parent=self)
        self._set_up_table()
        self.setModel(self._cells)
        self.setItemDelegate(self._delegate)
        self._go_on.timeout.connect(self._paint_left_out)
        self._cells.about_to_change.connect(self._keep_selection)
        self._cells.changed.connect(self._restore_selection)
        self._cells.dataChanged.connect(self._forget_painted)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        if flow == "strip":
            self._cells.set_columns(0)
        self._measure()
        theme().changed.connect(self._measure)

    def set_list_model(self, model: QAbstractItemModel | None) -> None:
        """Show a list model that answers the roles of ``media_cell``."""
        self._cells.set_source(model)
        self._measure()

    def set_metrics(self, metrics: CellMetrics) -> None:
        """Change the size of the cells."""
        self._delegate.metrics = metrics
        self._delegate.painted.forget_all()
        self._measure()

    def row_count(self) -> int:
        """Return the length of the list."""
        return self._cells.count()

    def columns(self) -> int:
        """Return the cells side by side."""
        return self._cells.columns()

    def current_row(self) -> int:
        """Return the row with the focus, -1 for none."""
        return self._cells.row_of(self.currentIndex())

    def set_current_row(self, row: int, *, select: bool = True) -> None:
        """Move the focus to a row (and select only it); scrolls it into view."""
        cell = self._cells.cell_of(row)
        if not cell.isValid():
            return
        self._anchor = row
        self.selectionModel().setCurrentIndex(cell, _Select.NoUpdate)
        if select:
            self.selectionModel().select(cell, _Select.ClearAndSelect)
        self.scrollTo(cell)

    def selected_rows(self) -> list[int]:
        """Return the selected rows in order."""
        return [row for first, last in self._selected_ranges() for row in range(first, last + 1)]

    def selected_count(self) -> int:
        """Return how many rows are selected, without listing them."""
        return sum(last - first + 1 for first, last in self._selected_ranges())

    def select_range(self, first: int, last: int, *, keep: bool = False) -> None:
        """Select the rows from one to another."""
        command = _Select.Select if keep else _Select.ClearAndSelect
        cells = cells_between(self._cells, min(first, last), max(first, last))
        self.selectionModel().select(cells, command)

    # ---------------------------------------------------------------------------- Qt's names

    def sizeHint(self) -> QSize:
        """A strip is as high as one cell."""
        hint = super().sizeHint()
        if self._flow == "strip":
            return QSize(hint.width(), self._cell_size().height())
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is new a few cells at a time: in between Qt answers."""
        self._delegate.painted.begin_pass()
        super().paintEvent(event)
        if self._delegate.painted.left_out:
            self._go_on.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves a strip sideways."""
        delta = event.angleDelta()
        if self._flow == "strip" and delta.y() and not delta.x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - delta.y())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, page keys move; Shift extends; Return opens; Ctrl+A selects all."""
        row = self.current_row()
        if event.matches(QKeySequence.StandardKey.SelectAll) and self._is_multi:
            self.select_range(0, self.row_count() - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.row_activated.emit(row)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and row >= 0:
            self.quick_look_requested.emit(row)
        elif event.key() == Qt.Key.Key_Menu and row >= 0:
            center = self.visualRect(self.currentIndex()).center()
            self.menu_requested.emit(row, self.viewport().mapToGlobal(center))
        elif not self._move_by_key(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell, or press one of its actions."""
        self._show_ring(False)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        index = self.indexAt(event.position().toPoint())
        row = self._cells.row_of(index)
        if row < 0:
            if event.button() == Qt.MouseButton.LeftButton:
                self.selectionModel().clearSelection()
            return
        if event.button() == Qt.MouseButton.LeftButton:
            action = self._delegate.action_at(self.visualRect(index), event.position())
            if action is not None:
                self.action_triggered.emit(action.name, row)
                return
            self._press = event.position().toPoint()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        if not (self.selectionModel().isSelected(index) and plain and self.selected_count() > 1):
            self._go(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, or drag the selected results out."""
        if self._press is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (event.position().toPoint() - self._press).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._press = None
                self._drag()
            return
        super().mouseMoveEvent(event)
        self._show_action_tip(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click on one of several selected cells selects only that."""
        if self._press is not None and event.button() == Qt.MouseButton.LeftButton:
            row = self._cells.row_of(self.indexAt(self._press))
            if row >= 0 and not event.modifiers() and self.selected_count() > 1:
                self._go(row, event.modifiers())
        self._press = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        index = self.indexAt(event.position().toPoint())
        row = self._cells.row_of(index)
        if row >= 0 and self._delegate.action_at(self.visualRect(index), event.position()) is None:
            self.row_activated.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the owner for a menu."""
        row = self._cells.row_of(self.indexAt(event.pos()))
        if row >= 0:
            self.menu_requested.emit(row, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        super().focusInEvent(event)
        self._show_ring(
            event.reason()
            in (
                Qt.FocusReason.TabFocusReason,
                Qt.FocusReason.BacktabFocusReason,
                Qt.FocusReason.ShortcutFocusReason,
            )
        )
        if self.current_row() < 0 and self.row_count():
            self.selectionModel().setCurrentIndex(self._cells.cell_of(0), _Select.NoUpdate)

    # ------------------------------------------------------------------------ keys and clicks

    def _move_by_key(self, event: QKeyEvent) -> bool:
        row, count = max(0, self.current_row()), self.row_count()
        across = self.columns() if self._flow == "grid" else 0
        target = row_for_key(event.key(), row, count, across, self._page())
        wanted_modifiers = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if target is None or not count or wanted_modifiers:
            return False
        self._show_ring(True)
        self._go(target, event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return True

    def _page(self) -> int:
        size = self._cell_size()
        if self._flow == "strip":
            return max(1, self.viewport().width() // max(1, size.width()))
        return max(1, self.viewport().height() // max(1, self.rowHeight(0))) * self.columns()

    def _go(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        cell = self._cells.cell_of(row)
        if not cell.isValid():
            return
        selection = self.selectionModel()
        anchor = self._anchor
        selection.setCurrentIndex(cell, _Select.NoUpdate)
        if self._is_multi and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.select_range(anchor, row)
        elif self._is_multi and modifiers & Qt.KeyboardModifier.ControlModifier:
            selection.select(cell, _Select.Toggle)
            self._anchor = row
        else:
            selection.select(cell, _Select.ClearAndSelect)
            self._anchor = row
        self.scrollTo(cell)

    def _drag(self) -> None:
        ids: list[str] = []
        for row in self.selected_rows():
            found = self._cells.cell_of(row).data(CellRole.ASSET_IDS)
            ids.extend(found if isinstance(found, list) else ())
        if ids:
            drag_assets(self, ids, self.currentIndex().data(CellRole.PICTURE))

    def _show_action_tip(self, point: QPointF) -> None:
        index = self.indexAt(point.toPoint())
        action = (
            self._delegate.action_at(self.visualRect(index), point) if index.isValid() else None
        )
        self.viewport().setToolTip(tr(action.label) if action is not None else "")

    def _show_ring(self, visible: bool) -> None:
        if self._delegate.ring_row_visible != visible:
            self._delegate.ring_row_visible = visible
            self.viewport().update()

    # --------------------------------------------------------------------- layout, selection

    def _set_up_table(self) -> None:
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_style(self, kind="cells")
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self._flow == "grid":
            self.setHorizontalScrollBarPolicy(off)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        else:
            self.setVerticalScrollBarPolicy(off)
            self.setHorizontalScrollBarPolicy(off)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _cell_size(self) -> QSize:
        return self._delegate.sizeHint(QStyleOptionViewItem(), self._cells.index(0, 0))

    def _measure(self) -> None:
        size = self._cell_size()
        width, height = size.width(), size.height()
        if self._flow == "grid":
            room = self.viewport().width()
            columns = max(1, room // width)
            stretched = max(1, room // columns)
            if not self._delegate.metrics.picture_height:
                height += stretched - width
            width = stretched
            self._cells.set_columns(columns)
        self.horizontalHeader().setDefaultSectionSize(width)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalScrollBar().setSingleStep(width // 2)
        self.verticalScrollBar().setSingleStep(height // 3)

    def _paint_left_out(self) -> None:
        for row in self._delegate.painted.take_left_out():
            self.viewport().update(self.visualRect(self._cells.cell_of(row)))
        if self._delegate.painted.left_out:
            self._go_on.start()

    def _selected_ranges(self) -> list[tuple[int, int]]:
        return selected_runs(self._cells, self.selectionModel().selection())

    def _keep_selection(self) -> None:
        self._kept = (self.current_row(), self._selected_ranges())

    def _forget_painted(self, top: QModelIndex, bottom: QModelIndex) -> None:
        across = self._cells.columns()
        first, last = (cell.row() * across + cell.column() for cell in (top, bottom))
        self._delegate.painted.forget(first, last)

    def _restore_selection(self, moved_down: int, is_same_list: bool) -> None:
        if is_same_list and moved_down > 0:
            self._delegate.painted.move_down(moved_down)
        else:
            self._delegate.painted.forget_all()
        if not is_same_list:
            self._anchor = 0
            self._on_selection_changed()
            return
        current, ranges = self._kept
        self._anchor = max(0, self._anchor + moved_down)
        if current >= 0:
            cell = self._cells.cell_of(min(current + moved_down, self.row_count() - 1))
            self.selectionModel().setCurrentIndex(cell, _Select.NoUpdate)
        for first, last in ranges:
            self.select_range(first + moved_down, last + moved_down, keep=True)

    def _on_current_changed(self) -> None:
        self.current_row_changed.emit(self.current_row())

    def _on_selection_changed(self) -> None:
        self._delegate.shows_ticks = self._is_multi and self.selected_count() > 1
        self.viewport().update()
        self.selection_rows_changed.emit()
