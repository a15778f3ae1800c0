"""The list of the model picker: heads, rows, which one is current, and its star."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from mediadesk.ui.panes.create.model_delegate import STAR_WIDTH, ColumnHeads, ModelDelegate
from mediadesk.ui.panes.create.model_list import ModelListModel
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.generation import GenerationType
    from mediadesk.ui.panes.create.model_filter import Marks
    from mediadesk.ui.panes.create.model_row import ModelRow

_BAR = 10


class ModelView(QWidget):
    """``picked``: take a row. ``starred``: its star was pressed. Rows follow the mouse."""

    picked = Signal(object)
    starred = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ModelListModel(self)
        self._heads = ColumnHeads()
        self.list = _StarList()
        describe(self.list, name="model-list", accessible=tr("Models"))
        self._delegate = ModelDelegate(self._model, self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.row_pressed.connect(self._on_press)
        self.list.selectionModel().currentChanged.connect(
            lambda new, _old: self.current_changed.emit(self._model.row_at(new))
        )
        self._heads.margin = _BAR
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heads)
        layout.addWidget(self.list, 1)

    @property
    def current(self) -> ModelRow | None:
        """The row that is current."""
        return self._model.row_at(self.list.currentIndex())

    def show_rows(
        self,
        rows: Sequence[ModelRow],
        marks: Marks,
        today: date,
        kind: GenerationType,
        *,
        chosen: tuple[str, str],
    ) -> None:
        """List other rows; the current one stays where it is still among them."""
        before = self.current
        self._model.chosen = chosen
        self._delegate.kind = self._heads.kind = kind
        self._model.set_rows(rows, marks, today)
        self._heads.update()
        if rows:
            self.choose_key(chosen if before is None else before.key)

    def choose_key(self, key: tuple[str, str]) -> None:
        """Make a model current, or the first row where it is not listed."""
        index = self._model.find(key)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def step(self, by: int) -> None:
        """Go up or down by so many rows."""
        last = self._model.rowCount() - 1
        row = max(0, min(last, self.list.currentIndex().row() + by))
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _on_press(self, index: QModelIndex, is_star: bool) -> None:
        row = self._model.row_at(index)
        (self.starred if is_star else self.picked).emit(row)


class _StarList(QListView):
    """Tells presses of a star from presses of the rest of a row."""

    row_pressed = Signal(QModelIndex, bool)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the row, or its star."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.row_pressed.emit(index, event.position().x() < theme().px(STAR_WIDTH))
