"""The models as rows of a list: worded only when drawn, so that two thousand open at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mediadesk.ui.panes.create.model_filter import Marks
from mediadesk.ui.panes.create.model_row import ABILITIES, ModelRow
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import ending_words

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class ModelListModel(QAbstractListModel):
    """Rows for the picker's list. ``chosen`` is the key of the model in use."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ModelRow] = []
        self.today = date.min
        self.marks = Marks()
        self.chosen: tuple[str, str] = ("", "")

    def set_rows(self, rows: Sequence[ModelRow], marks: Marks, today: date) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.today, self.marks = today, marks
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> ModelRow | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    def find(self, key: tuple[str, str]) -> QModelIndex:
        """The index of a model; the first row where it is not shown."""
        found = (place for place, row in enumerate(self._rows) if row.key == key)
        return self.index(next(found, 0), 0)

    def is_favourite(self, row: ModelRow) -> bool:
        """Whether the user marked the model."""
        return row.key in self.marks.favourites

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a row, for screen readers and tooltips."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.subtitle(self.today)
        return None

    def _spoken(self, row: ModelRow) -> str:
        can = [tr(one.label) for one in ABILITIES if one.name in row.abilities]
        state = [
            tr("favourite") if self.is_favourite(row) else "",
            tr("in use") if row.key == self.chosen else "",
        ]
        parts = (
            row.title,
            row.provider.label,
            ending_words(row.spec, self.today),
            tr("not listed") if row.is_typed else row.model_id,
            row.price,
            *can,
            *state,
        )
        return ", ".join(part for part in parts if part)
