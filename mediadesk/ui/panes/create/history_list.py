"""The history as a list: one run to a row, with its words, model, state, time and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, elided, fill_rounded
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.media_cell import CellRole
from mediadesk.ui.words import TYPE_ICONS, cost_words, first_line, moment, status_words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from mediadesk.domain.generation import Generation
    from mediadesk.ui.item_models.history_item_model import HistoryItemModel

    _Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 40
LONGEST = 200
WIDTHS = {"model": 150, "state": 150, "made": 104, "cost": 76}
_VERTICAL = Qt.AlignmentFlag.AlignVCenter
_Select = QItemSelectionModel.SelectionFlag


class HistoryList(QListView):
    """``row_chosen`` follows the user alone; ``menu_requested`` (row, place on the screen)."""

    row_chosen = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, model: HistoryItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="history-list", accessible=tr("History as a list"))
        self.setModel(model)
        self.setItemDelegate(_RunDelegate(model, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def current_row(self) -> int:
        """The row with the focus, -1 for none."""
        return self.currentIndex().row()

    def set_current_row(self, row: int) -> None:
        """Move the focus to a row and select only it."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.selectionModel().select(QItemSelection(index, index), _Select.ClearAndSelect)

    def selected_rows(self) -> list[int]:
        """The selected rows in order."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press shows the run."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.current_row() >= 0:
            self.row_chosen.emit(self.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So does a move by key, and Return."""
        before, row = self.current_row(), self.current_row()
        if row >= 0 and event.key() == Qt.Key.Key_Menu:
            middle = self.visualRect(self.currentIndex()).center()
            self.menu_requested.emit(row, self.viewport().mapToGlobal(middle))
            return
        super().keyPressEvent(event)
        if self.current_row() != before or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_chosen.emit(self.current_row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the owner for a menu."""
        row = self.indexAt(event.pos()).row()
        if row >= 0:
            self.menu_requested.emit(row, event.globalPos())


class _RunDelegate(QStyledItemDelegate):
    def __init__(self, model: HistoryItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is equally high."""
        return QSize(200, theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a run; nothing where it is not loaded yet."""
        run = self._model.generation(index.row())
        look, area = theme(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, area, 6, look.color("bg.selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(painter, area, 6, look.color("bg.hover"))
        if run is not None:
            self._paint_run(painter, area.adjusted(8, 0, -8, 0), run, index)
        painter.restore()

    def _paint_run(self, painter: QPainter, area: QRectF, run: Generation, index: _Index) -> None:
        look = theme()
        side = look.px(30)
        picture = QRectF(area.left(), area.center().y() - side / 2, side * 1.2, side)
        _paint_picture(painter, picture, run, index)
        state, _kind, _icon = status_words(run)
        right = area.right()
        meta = look.font("meta")
        painter.setFont(meta)
        told = (
            ("cost", cost_words(run), True),
            ("made", moment(run.created_at), False),
            ("state", state, False),
            ("model", str(index.data(CellRole.CAPTION) or ""), False),
        )
        painter.setPen(look.color("text.secondary"))
        for name, words, is_number in told:
            width = look.px(WIDTHS[name])
            box = QRectF(right - width, area.top(), width, area.height())
            side_of = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, _VERTICAL | side_of, elided(meta, words, width - 8))
            right -= width + (look.px(16) if is_number else 0)
        base = look.font("base")
        painter.setFont(base)
        painter.setPen(look.color("text.primary"))
        left = picture.right() + look.px(10)
        room = QRectF(left, area.top(), max(0.0, right - left - 12), area.height())
        painter.drawText(
            room, _VERTICAL, elided(base, first_line(run.prompt, LONGEST), room.width())
        )


def _paint_picture(painter: QPainter, area: QRectF, run: Generation, index: _Index) -> None:
    picture = index.data(CellRole.PICTURE)
    if picture is not None:
        draw_cover(painter, area, picture, 4)
        return
    look = theme()
    fill_rounded(painter, area, 4, look.color("bg.pressed"))
    side = look.px(16)
    has_failed = index.data(CellRole.STATE) == "failed"
    name, ink = ("triangle-alert", "err.text") if has_failed else (TYPE_ICONS[run.type], "")
    icon = icon_pixmap(name, ink or "text.secondary", side, dpr=painter.device().devicePixelRatio())
    middle = area.center()
    painter.drawPixmap(round(middle.x() - side / 2), round(middle.y() - side / 2), icon)
