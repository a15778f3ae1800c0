"""Selecting by a frame: it begins between the cells, and takes every cell it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand

from mediadesk.ui.widgets.media_delegate import MediaDelegate

if TYPE_CHECKING:
    from mediadesk.ui.widgets.cell_view import CellView


class RubberBand(QObject):
    """Hears the mouse over a grid before the grid does."""

    def __init__(self, view: CellView) -> None:
        super().__init__(view)
        self._view = view
        self._frame = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._origin: QPoint | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin, stretch and end the frame; everything else goes to the grid."""
        if not isinstance(event, QMouseEvent):
            return False
        here = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._begin(here, event)
        if event.type() == QEvent.Type.MouseMove and self._origin is not None:
            return self._stretch(here)
        if event.type() == QEvent.Type.MouseButtonRelease and self._origin is not None:
            self._origin = None
            self._frame.hide()
            return True
        return False

    def _begin(self, here: QPoint, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._is_on_cell(here):
            return False
        # In the coordinates of the whole grid: it may scroll meanwhile.
        self._origin = here + self._scrolled()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.selectionModel().clearSelection()
        return True

    def _stretch(self, here: QPoint) -> bool:
        assert self._origin is not None
        start = self._origin - self._scrolled()
        if (here - start).manhattanLength() < QApplication.startDragDistance():
            return True
        area = QRect(start, here).normalized()
        self._frame.setGeometry(QRect(area.topLeft(), area.size().expandedTo(QSize(1, 1))))
        self._frame.show()
        self._select(area)
        return True

    def _is_on_cell(self, point: QPoint) -> bool:
        """Whether a point lies on a picture or its caption."""
        view = self._view
        index, delegate = view.indexAt(point), view.itemDelegate()
        if not index.isValid() or index.row() * view.columns() + index.column() >= view.row_count():
            return False
        assert isinstance(delegate, MediaDelegate)
        picture = delegate.picture_rect(view.visualRect(index))
        return picture.left() <= point.x() <= picture.right() and point.y() >= picture.top()

    def _select(self, area: QRect) -> None:
        """Select every cell that an area touches."""
        view, across, count = self._view, self._view.columns(), self._view.row_count()
        left = max(0, view.columnAt(max(0, area.left())))
        right = view.columnAt(min(area.right(), view.viewport().width() - 1))
        top, bottom = view.rowAt(area.top()), view.rowAt(area.bottom())
        right = right if right >= 0 else across - 1
        bottom = bottom if bottom >= 0 else (count - 1) // across
        view.selectionModel().clearSelection()
        for line in range(top, bottom + 1) if count and top >= 0 else ():
            first = line * across + left
            if first < count:
                view.select_range(first, min(line * across + right, count - 1), keep=True)

    def _scrolled(self) -> QPoint:
        return QPoint(0, self._view.verticalScrollBar().value())
