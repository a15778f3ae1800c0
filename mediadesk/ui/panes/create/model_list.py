"""The models to choose from as rows of a list: filtered in one step, worded only when drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mediadesk.ui.words import ending_words, price_words

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.models import ProviderInfo

Index = QModelIndex | QPersistentModelIndex
SUBTITLE_ROLE = Qt.ItemDataRole.UserRole + 1
PRICE_ROLE = Qt.ItemDataRole.UserRole + 2
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One row: a listed model, or one whose id was typed."""

    provider: ProviderInfo
    spec: ModelSpec
    haystack: str = ""
    is_typed: bool = False

    @classmethod
    def of(cls, provider: ProviderInfo, spec: ModelSpec) -> ModelRow:
        """The row of a listed model."""
        words = (provider.label, provider.name, spec.id, spec.label, *spec.badges)
        return cls(provider, spec, " ".join(words).lower())

    @property
    def model_id(self) -> str:
        """The id by which the provider knows the model."""
        return self.spec.id

    @property
    def title(self) -> str:
        """The upper line."""
        return f"Use “{self.model_id}”" if self.is_typed else self.spec.label

    @property
    def price(self) -> str:
        """What stands on the right."""
        return " ".join(price_words(self.spec)).strip()

    def subtitle(self, today: date) -> str:
        """The lower line: provider and id, and when the model ends."""
        ending = ending_words(self.spec, today)
        last = "not listed" if self.is_typed else self.model_id
        return f"{ending or self.provider.label}, {last}"

    def has_ended(self, today: date) -> bool:
        """Whether its provider no longer serves the model."""
        return self.spec.has_ended(today)


def matching(rows: Iterable[ModelRow], text: str) -> list[ModelRow]:
    """The rows in which every word of ``text`` occurs."""
    words = text.lower().split()
    return [row for row in rows if all(word in row.haystack for word in words)]


class ModelListModel(QAbstractListModel):
    """Rows for the picker's list."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[ModelRow] = []

    def set_rows(self, rows: Sequence[ModelRow], today: date) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._today = today
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> ModelRow | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    def find(self, provider: str, model_id: str) -> QModelIndex:
        """The index of a model; the first row where it is not shown."""
        for position, row in enumerate(self._rows):
            if (row.provider.name, row.model_id) == (provider, model_id):
                return self.index(position, 0)
        return self.index(0, 0)

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a row, for the painter and for screen readers."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == SUBTITLE_ROLE:
            return row.subtitle(self._today)
        if role == PRICE_ROLE:
            return row.price
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((row.title, row.provider.label, row.subtitle(self._today), row.price))
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.subtitle(self._today)
        return None

    def is_ended(self, index: Index) -> bool:
        """Whether the model behind an index is no longer served."""
        row = self.row_at(index)
        return row is not None and row.has_ended(self._today)
