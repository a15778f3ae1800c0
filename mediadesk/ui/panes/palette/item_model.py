"""The rows of the palette as an item model, with a heading above each group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.ui.panes.palette.rows import PaletteRow

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class PaletteItemModel(QAbstractListModel):
    """Headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PaletteRow | str] = []
        self.text = ""

    def set_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Show these rows."""
        lines: list[PaletteRow | str] = []
        group = ""
        for row in rows:
            if row.group != group:
                group = row.group
                lines.append(group)
            lines.append(row)
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, index: Index) -> PaletteRow | str | None:
        """The row or heading behind an index."""
        return self._lines[index.row()] if index.isValid() else None

    def step(self, row: int, by: int) -> int:
        """The row that can be chosen next in one direction; ``row`` where there is none."""
        at = row + by
        while 0 <= at < len(self._lines):
            if not isinstance(self._lines[at], str):
                return at
            at += 1 if by > 0 else -1
        return row

    def rowCount(self, parent: Index = _TOP) -> int:
        """Rows and headings."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is only read."""
        if isinstance(self.line(index), str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown and what is read aloud."""
        line = self.line(index)
        if line is None or isinstance(line, str):
            return tr(line) if line and role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.title, line.note, line.keys) if part)
        return None
