"""A table to read: columns, rows of words, numbers at the right; Enter or a click opens a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme

ROW_HEIGHT = 32
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``is_wide`` takes the room that the others leave."""

    title: str
    is_number: bool = False
    is_wide: bool = False


class DataTable(QTableView):
    """``row_opened`` carries the row of a double click or Enter; ``row_chosen`` the current one."""

    row_opened = Signal(int)
    row_chosen = Signal(int)

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name=name, accessible=label)
        set_style(self, kind="data")
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW_HEIGHT))
        self.horizontalHeader().setHighlightSections(False)
        self.activated.connect(lambda index: self.row_opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Show other columns and rows."""
        self._model.clear()
        for number, column in enumerate(columns):
            head = QStandardItem(column.title)
            head.setTextAlignment(_RIGHT if column.is_number else _LEFT)
            self._model.setHorizontalHeaderItem(number, head)
        for row in rows:
            items = [QStandardItem(text) for text in row]
            for item, column in zip(items, columns, strict=True):
                item.setTextAlignment(_RIGHT if column.is_number else _LEFT)
                item.setToolTip(item.text())
            self._model.appendRow(items)
        header = self.horizontalHeader()
        for number, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.ResizeToContents
            if column.is_wide:
                mode = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)

    def row_words(self, row: int) -> list[str]:
        """The words in a row."""
        return [
            self._model.index(row, column).data() for column in range(self._model.columnCount())
        ]

    def row_count(self) -> int:
        """How many rows are shown."""
        return self._model.rowCount()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(now.row())
