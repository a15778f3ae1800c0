"""A list model laid out in rows of cells, so that a table view can serve as grid or strip.

A table view stays fast with a million cells where Qt's icon view does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class CellModel(QAbstractTableModel):
    """Shows row ``r`` of a list at table row ``r // k``, column ``r % k``."""

    about_to_change = Signal()
    changed = Signal(int, bool)
    """After a reset: by how many rows the old rows moved down, and whether they are the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: QAbstractItemModel | None = None
        self._columns = 1
        self._count = 0

    def set_source(self, source: QAbstractItemModel | None) -> None:
        """Show another list."""
        if self._source is not None:
            self._source.disconnect(self)
        self._source = source
        if source is not None:
            source.modelReset.connect(self._on_reset)
            source.layoutChanged.connect(self._on_reset)
            source.rowsInserted.connect(self._on_inserted)
            source.rowsRemoved.connect(self._on_removed)
            source.dataChanged.connect(self._on_data_changed)
        self._reset(0, is_same_list=False)

    def source(self) -> QAbstractItemModel | None:
        """Return the list."""
        return self._source

    def set_columns(self, columns: int) -> None:
        """Lay the list out in another width; 0 means one endless row."""
        wanted = max(0, columns)
        if wanted != self._columns:
            self.about_to_change.emit()
            self.beginResetModel()
            self._columns = wanted
            self.endResetModel()
            self.changed.emit(0, True)

    def columns(self) -> int:
        """Return the cells in a row."""
        return self._columns or max(1, self._count)

    def count(self) -> int:
        """Return the length of the list."""
        return self._count

    def row_of(self, index: Index) -> int:
        """Return the list row of a cell, -1 for none."""
        if not index.isValid():
            return -1
        row = index.row() * self.columns() + index.column()
        return row if row < self._count else -1

    def cell_of(self, row: int) -> QModelIndex:
        """Return the cell of a list row, an invalid one when out of range."""
        if not 0 <= row < self._count:
            return QModelIndex()
        return self.index(row // self.columns(), row % self.columns())

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Rows of cells."""
        if parent.isValid() or self._count == 0:
            return 0
        return -(-self._count // self.columns())

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Cells in a row."""
        return 0 if parent.isValid() else self.columns()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the list answers for this cell."""
        row = self.row_of(index)
        if row < 0 or self._source is None:
            return None
        return self._source.data(self._source.index(row, 0), role)

    def asker(self, row: int) -> Callable[[int], Any]:
        """What the list answers for a role of this row, asked without the way through Qt."""
        if self._source is None:
            raise IndexError(row)
        return partial(self._source.data, self._source.index(row, 0))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell behind the end is nothing at all."""
        if self.row_of(index) < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _reset(self, moved_down: int, *, is_same_list: bool = True) -> None:
        self.about_to_change.emit()
        self.beginResetModel()
        self._count = self._source.rowCount() if self._source is not None else 0
        self.endResetModel()
        self.changed.emit(moved_down, is_same_list)

    def _on_reset(self) -> None:
        self._reset(0, is_same_list=False)

    def _on_inserted(self, _parent: Index, first: int, last: int) -> None:
        self._reset(last - first + 1 if first == 0 else 0)

    def _on_removed(self, _parent: Index, first: int, last: int) -> None:
        self._reset(first - last - 1 if first == 0 else 0)

    def _on_data_changed(self, top: Index, bottom: Index) -> None:
        first, last = self.cell_of(top.row()), self.cell_of(bottom.row())
        if not first.isValid() or not last.isValid():
            return
        if first.row() == last.row():
            self.dataChanged.emit(first, last)
        else:
            right = self.index(last.row(), self.columns() - 1)
            self.dataChanged.emit(self.index(first.row(), 0), right)
