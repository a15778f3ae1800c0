"""The library as a list: rows with columns that can be sorted and hidden."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRectF,
    QSettings,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.queries import AssetOrder
from mediadesk.ui.item_models.asset_table_model import (
    COLUMNS,
    HIDDEN_AT_FIRST,
    ICON_SIDE,
    RATING_ROLE,
    AssetTableModel,
    Index,
)
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, fill_rounded
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.media_cell import CellRole
from mediadesk.ui.words import TYPE_ICONS

ROW_HEIGHT = 40
MARGIN = 16
"""Design pixels between the edge of the page and the pictures."""
STARS = 5
_FALLING = (AssetOrder.CREATED, AssetOrder.RATING)
_NAMES = [column.name for column in COLUMNS]
_Select = QItemSelectionModel.SelectionFlag


class LibraryListView(QTableView):
    """Signals as those of the grid; ``sort_wanted`` carries an order and whether it ascends."""

    row_activated = Signal(int)
    quick_look_requested = Signal(int)
    selection_rows_changed = Signal()
    menu_requested = Signal(int, QPoint)
    sort_wanted = Signal(object, bool)

    def __init__(
        self, model: AssetTableModel, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        describe(self, name="library-list", accessible=tr("Library as a list"))
        set_style(self, kind="data")
        self._settings = settings
        self._shown_order = (AssetOrder.CREATED, False)
        self._table = model
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_rows_changed.emit()
        )
        self.doubleClicked.connect(lambda index: self.row_activated.emit(index.row()))
        self._set_up_headers()
        theme().changed.connect(self._measure)

    def row_count(self) -> int:
        """The length of the list."""
        return self.model().rowCount()

    def current_row(self) -> int:
        """The row with the focus, -1 for none."""
        return self.currentIndex().row()

    def set_current_row(self, row: int) -> None:
        """Move the focus to a row and select only it."""
        if 0 <= row < self.row_count():
            self.setCurrentIndex(self.model().index(row, 1))

    def selected_rows(self) -> list[int]:
        """The selected rows in order."""
        return [row for first, last in self._ranges() for row in range(first, last + 1)]

    def selected_count(self) -> int:
        """How many rows are selected, without listing them."""
        return sum(last - first + 1 for first, last in self._ranges())

    def select_range(self, first: int, last: int, *, keep: bool = False) -> None:
        """Select the rows from one to another."""
        model = self.model()
        cells = QItemSelection(model.index(first, 0), model.index(last, len(COLUMNS) - 1))
        self.selectionModel().select(cells, _Select.Select if keep else _Select.ClearAndSelect)

    def show_order(self, order: AssetOrder, is_ascending: bool) -> None:
        """Mark the column that the list is sorted by."""
        self._shown_order = (order, is_ascending)
        number = next(n for n, column in enumerate(COLUMNS) if column.order is order)
        self._table.show_order(number, rises=is_ascending)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what has no room in a narrow window; what the user hid stays hidden."""
        hidden = set(self._hidden()) | ({"project", "time", "tags", "size"} if narrow else set())
        for number, name in enumerate(_NAMES):
            self.setColumnHidden(number, name in hidden)

    # ------------------------------------------------------------------------------ Qt's names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, Space looks, the menu key asks for a menu."""
        row = self.current_row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_activated.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self.quick_look_requested.emit(row)
        elif row >= 0 and event.key() == Qt.Key.Key_Menu:
            middle = self.visualRect(self.currentIndex()).center()
            self.menu_requested.emit(row, self.viewport().mapToGlobal(middle))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the owner for a menu."""
        row = self.indexAt(event.pos()).row()
        if row >= 0:
            self.menu_requested.emit(row, event.globalPos())

    # ------------------------------------------------------------------------------ inside

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        describe(header, name="library-columns", accessible=tr("Columns"))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.columns_menu().popup(header.mapToGlobal(at))
        )
        header.sectionClicked.connect(self._on_header)
        for number, column in enumerate(COLUMNS):
            mode = QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode if column.width else mode.Stretch)
        self._measure()
        self.set_narrow(False)
        self.show_order(*self._shown_order)

    def columns_menu(self) -> QMenu:
        """A menu in which each column can be shown or hidden."""
        menu = QMenu(tr("Columns"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, column in enumerate(COLUMNS):
            if not column.title or not column.width:
                continue
            action = menu.addAction(tr(column.title))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda on, name=column.name: self._show_column(name, on))
        return menu

    def _hidden(self) -> list[str]:
        stored = self._settings.value("library/hidden_columns")
        return list(HIDDEN_AT_FIRST) if stored is None else str(stored).split(",")

    def _show_column(self, name: str, is_shown: bool) -> None:
        hidden = [other for other in self._hidden() if other != name]
        if not is_shown:
            hidden.append(name)
        self._settings.setValue("library/hidden_columns", ",".join(hidden))
        self.setColumnHidden(_NAMES.index(name), not is_shown)

    def _on_header(self, number: int) -> None:
        """Turn the order over; another column begins with A, or with the most."""
        order = COLUMNS[number].order
        if order is None:
            self.show_order(*self._shown_order)
            return
        before, rises = self._shown_order
        is_text = not COLUMNS[number].is_number and order not in _FALLING
        self.sort_wanted.emit(order, not rises if order is before else is_text)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW_HEIGHT))
        for number, column in enumerate(COLUMNS):
            if column.width:
                self.setColumnWidth(number, theme().px(column.width))

    def _ranges(self) -> list[tuple[int, int]]:
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        return sorted((part.top(), part.bottom()) for part in parts)


class _RowDelegate(QStyledItemDelegate):
    """Draws the small picture and the stars; words as the style does."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        bottom = QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(bottom, theme().color("border.subtle"))
        name = COLUMNS[index.column()].name
        if name not in ("picture", "rating"):
            return
        box, look = QRectF(option.rect), theme()
        painter.save()
        if name == "rating":
            _paint_stars(painter, box, int(index.data(RATING_ROLE) or 0))
        else:
            side = look.px(30)
            area = QRectF(box.left() + MARGIN, box.center().y() - side / 2, side * 1.2, side)
            picture = index.data(CellRole.PICTURE)
            kind = index.data(CellRole.KIND)
            if picture is not None:
                draw_cover(painter, area, picture, 4)
            elif kind:
                fill_rounded(painter, area, 4, look.color("bg.pressed"))
                size = look.px(16)
                icon = icon_pixmap(TYPE_ICONS[GenerationType(kind)], "text.secondary", size)
                middle = area.center()
                painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size / 2), icon)
        painter.restore()


def _paint_stars(painter: QPainter, box: QRectF, rating: int) -> None:
    if not rating:
        return
    size = theme().px(12)
    top = round(box.center().y() - size / 2)
    for number in range(STARS):
        is_on = number < rating
        star = icon_pixmap("star", "star", size, filled=is_on)
        painter.drawPixmap(round(box.left()) + 8 + number * (size + 1), top, star)
