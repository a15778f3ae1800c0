"""The library as a table: its columns are data, its rows those of the list model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from mediadesk.domain.queries import AssetOrder, LibraryItem
from mediadesk.ui.item_models.asset_item_model import (
    AssetItemModel,
    cost_of,
    spoken,
    title_of,
)
from mediadesk.ui.support.icons import icon
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.media_cell import CellRole
from mediadesk.ui.widgets.provider_tile import series_color_name, tile_pixmap
from mediadesk.ui.words import TYPE_ICONS, TYPE_LABELS, duration, file_size, moment

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
RATING_ROLE = Qt.ItemDataRole.UserRole + 50
LONGEST_TITLE = 200
ICON_SIDE = 14


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: how it is called, sorted, how wide it is (0: what is left), what it says."""

    name: str
    title: str
    words: Callable[[LibraryItem], str]
    order: AssetOrder | None = None
    width: int = 100
    is_number: bool = False


COLUMNS = (
    TableColumn("picture", "", lambda _item: "", None, 56),
    TableColumn(
        "prompt",
        QT_TR_NOOP("Prompt"),
        lambda i: title_of(i, LONGEST_TITLE),
        AssetOrder.PROMPT,
        width=0,
    ),
    TableColumn(
        "type", QT_TR_NOOP("Type"), lambda i: tr(TYPE_LABELS[i.asset.type]), AssetOrder.TYPE, 84
    ),
    TableColumn("model", QT_TR_NOOP("Model"), lambda i: i.model, AssetOrder.MODEL, 170),
    TableColumn("project", QT_TR_NOOP("Project"), lambda i: i.project, AssetOrder.PROJECT, 148),
    TableColumn("rating", QT_TR_NOOP("Rating"), lambda _item: "", AssetOrder.RATING, 84),
    TableColumn("tags", QT_TR_NOOP("Tags"), lambda i: ", ".join(i.asset.tags), None, 120),
    TableColumn("cost", QT_TR_NOOP("Cost"), cost_of, AssetOrder.COST, 72, is_number=True),
    TableColumn(
        "time",
        QT_TR_NOOP("Time"),
        lambda i: duration(i.latency_ms) if i.latency_ms else "",
        AssetOrder.TIME,
        80,
        is_number=True,
    ),
    TableColumn(
        "size",
        QT_TR_NOOP("Size"),
        lambda i: file_size(i.asset.size_bytes),
        AssetOrder.SIZE,
        80,
        is_number=True,
    ),
    TableColumn(
        "created",
        QT_TR_NOOP("Created"),
        lambda i: moment(i.asset.created_at),
        AssetOrder.CREATED,
        132,
    ),
)
HIDDEN_AT_FIRST = ("tags", "size")
_FIRST = ("prompt", "model", "cost")
"""What a reader looks for first; the rest is dimmer."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class AssetTableModel(QAbstractTableModel):
    """Rows of a list model, told in ``COLUMNS``."""

    def __init__(self, source: AssetItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._sorted = (-1, "")
        source.modelAboutToBeReset.connect(self.beginResetModel)
        source.modelReset.connect(self.endResetModel)
        source.dataChanged.connect(self._on_data_changed)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """As many as in the list."""
        return 0 if parent.isValid() else self._source.rowCount()

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As many as are declared."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; picture, stars and kind by their roles."""
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        item = self._source.item(index.row())
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole and column.name == "model":
            return self._source.model_label(item)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(item)
        if role == Qt.ItemDataRole.DecorationRole and column.name == "type":
            return icon(TYPE_ICONS[item.asset.type], "text.secondary", ICON_SIDE)
        if role == Qt.ItemDataRole.DecorationRole and column.name == "model":
            tile = self._source.provider_tile(item)
            return None if tile is None else tile_pixmap(tile[0], series_color_name(tile[1]))
        if role == Qt.ItemDataRole.ForegroundRole and column.name not in _FIRST:
            return theme().color("text.secondary")
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.words(item) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = column.words(item)
            return spoken(item) if index.column() == 0 else f"{tr(column.title)}: {words}"
        if role == RATING_ROLE:
            return item.asset.rating
        if role in (CellRole.PICTURE, CellRole.KIND):
            return self._source.row_data(item, role)
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if way != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            sorted_by, sign = self._sorted
            return f"{tr(column.title)} {sign}" if section == sorted_by else tr(column.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        return None

    def show_order(self, section: int, *, rises: bool) -> None:
        """Mark the column that the list is sorted by, right behind its title."""
        self._sorted = (section, "↑" if rises else "↓")
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _on_data_changed(self, top: Index, bottom: Index) -> None:
        last = len(COLUMNS) - 1
        self.dataChanged.emit(self.index(top.row(), 0), self.index(bottom.row(), last))
