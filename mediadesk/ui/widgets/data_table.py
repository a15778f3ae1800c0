"""A table to read: columns, rows of words, numbers at the right; Enter or a click opens a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

ROW_HEIGHT = 32
MEASURED_ROWS = 40
"""So many rows say how wide a column is; measuring all of a long list keeps the window waiting."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``is_wide`` takes the room that the others leave."""

    title: str
    is_number: bool = False
    is_wide: bool = False


_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class _Rows(QAbstractTableModel):
    """The words of the rows."""

    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def show(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, also as a tooltip, and where they stand."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.rows[index.row()][index.column()] or tr("nothing")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].is_number else _LEFT
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].is_number else _LEFT
        return None


class DataTable(QTableView):
    """``row_opened`` carries the row of a double click or Enter; ``row_chosen`` the current one."""

    row_opened = Signal(int)
    row_chosen = Signal(int)

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name=name, accessible=label)
        set_style(self, kind="data")
        self._model = _Rows(self)
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
        self._model.show(columns, rows)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(MEASURED_ROWS)
        for number, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.ResizeToContents
            if column.is_wide:
                mode = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)

    def row_words(self, row: int) -> list[str]:
        """The words in a row."""
        return list(self._model.rows[row])

    def row_count(self) -> int:
        """How many rows are shown."""
        return self._model.rowCount()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(now.row())
