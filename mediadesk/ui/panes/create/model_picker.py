"""The popup in which a model is chosen: type to filter, or the id of one not listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.ids import ProviderName
from mediadesk.ui.support.painting import elided, fill_rounded
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.provider_tile import draw_provider_tile, series_color_name
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.words import price_words

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel

_Index = QModelIndex | QPersistentModelIndex
PROVIDER_ROLE = Qt.ItemDataRole.UserRole + 1
MODEL_ROLE = Qt.ItemDataRole.UserRole + 2
SUBTITLE_ROLE = Qt.ItemDataRole.UserRole + 3
PRICE_ROLE = Qt.ItemDataRole.UserRole + 4
LETTERS_ROLE = Qt.ItemDataRole.UserRole + 5
SERIES_ROLE = Qt.ItemDataRole.UserRole + 6

ROW_HEIGHT = 44
WIDTH = 440
HEIGHT = 460


class ModelPicker(QFrame):
    """A popup under the model card. ``chosen`` carries provider name and model id."""

    chosen = Signal(str, str)

    def __init__(self, view_model: ComposerViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._view_model = view_model
        describe(self, name="model-picker", accessible="Choose a model")
        set_style(self, surface="raised")
        self._search = SearchField("Search models or type a model id", name="model-search")
        self._model = QStandardItemModel(self)
        self._list = QListView()
        describe(self._list, name="model-list", accessible="Models")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_ModelDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(self._choose)
        self._hint = role_label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self._search)
        layout.addWidget(self._list, 1)
        refresh = Button("Refresh lists", kind="quiet", size="small", name="refresh-models")
        refresh.setToolTip("Ask the providers that have a key which models they offer")
        refresh.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        refresh.clicked.connect(view_model.lists_wanted)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(refresh)
        layout.addLayout(foot)
        view_model.model_changed.connect(self._on_lists)
        self._search.textChanged.connect(self._fill)
        self._search.installEventFilter(self)

    def open_at(self, anchor: QWidget) -> None:
        """Show the picker under a widget."""
        self._search.clear()
        self._fill("")
        self.resize(theme().px(WIDTH), theme().px(HEIGHT))
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        place.setX(min(place.x(), screen.right() - self.width()))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        self._search.setFocus()

    def _fill(self, text: str) -> None:
        words = text.lower().split()
        self._model.clear()
        providers = self._view_model.providers()
        for provider in providers:
            for spec in self._view_model.models_of(provider.name):
                if _matches(words, provider, spec):
                    self._model.appendRow(_item(provider, spec))
        exact = {self._model.item(row).data(MODEL_ROLE) for row in range(self._model.rowCount())}
        typed = text.strip()
        if typed and " " not in typed and typed not in exact:
            for provider in providers:
                if not provider.is_offline and self._view_model.takes(provider.name, typed):
                    self._model.appendRow(_typed_item(provider, typed))
        self._select_current()
        missing = [p.label for p in providers if p.needs_key and not p.has_account]
        self._hint.setText(f"No key yet: {', '.join(missing)}." if missing else "")

    def _on_lists(self, _model: object) -> None:
        if self.isVisible():
            self._fill(self._search.text())

    def _select_current(self) -> None:
        current = (self._view_model.provider, self._view_model.model.id)
        chosen = self._model.index(0, 0)
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if (index.data(PROVIDER_ROLE), index.data(MODEL_ROLE)) == current:
                chosen = index
        self._list.setCurrentIndex(chosen)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.chosen.emit(index.data(PROVIDER_ROLE), index.data(MODEL_ROLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Return in the search field belong to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentIndex())
                return True
            moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}
            step = moves.get(Qt.Key(key), -8 if key == Qt.Key.Key_PageUp else 0)
            if step:
                row = self._list.currentIndex().row() + step
                row = max(0, min(self._model.rowCount() - 1, row))
                self._list.setCurrentIndex(self._model.index(row, 0))
                return True
        return super().eventFilter(watched, event)


def _matches(words: list[str], provider: ProviderInfo, spec: ModelSpec) -> bool:
    haystack = " ".join((provider.label, provider.name, spec.id, spec.label, *spec.badges)).lower()
    return all(word in haystack for word in words)


def _item(provider: ProviderInfo, spec: ModelSpec) -> QStandardItem:
    price, unit = price_words(spec)
    item = QStandardItem(spec.label)
    item.setData(provider.name, PROVIDER_ROLE)
    item.setData(spec.id, MODEL_ROLE)
    item.setData(f"{provider.label}, {spec.id}", SUBTITLE_ROLE)
    item.setData(f"{price} {unit}".strip(), PRICE_ROLE)
    item.setData(provider.short_label, LETTERS_ROLE)
    item.setData(series_color_name(spec.provider_id), SERIES_ROLE)
    spoken = f"{spec.label}, {provider.label}, {price} {unit}".strip()
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return item


def _typed_item(provider: ProviderInfo, model_id: str) -> QStandardItem:
    item = QStandardItem(f"Use “{model_id}”")
    item.setData(ProviderName(provider.name), PROVIDER_ROLE)
    item.setData(model_id, MODEL_ROLE)
    item.setData(f"{provider.label}, not listed", SUBTITLE_ROLE)
    item.setData("Price not known", PRICE_ROLE)
    item.setData(provider.short_label, LETTERS_ROLE)
    item.setData(series_color_name(provider.provider_id), SERIES_ROLE)
    return item


class _ModelDelegate(QStyledItemDelegate):
    """One row: tile, name over provider and id, price on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is equally high."""
        return QSize(200, theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row."""
        look = theme()
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, area.adjusted(0, 1, 0, -1), 6, look.color("bg.selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(painter, area.adjusted(0, 1, 0, -1), 6, look.color("bg.hover"))
        side = look.px(28)
        tile = QRectF(area.left() + 8, area.center().y() - side / 2, side, side)
        draw_provider_tile(painter, tile, index.data(LETTERS_ROLE), index.data(SERIES_ROLE))
        meta = look.font("meta")
        painter.setFont(meta)
        price = index.data(PRICE_ROLE) or ""
        width = painter.fontMetrics().horizontalAdvance(price) + 4
        right = QRectF(area.right() - width - 8, area.top(), width, area.height())
        painter.setPen(look.color("text.secondary"))
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, price)
        left = tile.right() + 10
        room = right.left() - left - 8
        upper = QRectF(left, area.top() + 4, room, area.height() / 2 - 3)
        lower = QRectF(left, area.center().y(), room, area.height() / 2 - 4)
        painter.setPen(look.color("text.tertiary"))
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(lower, vertical, elided(meta, index.data(SUBTITLE_ROLE) or "", room))
        strong = look.font("base", "medium")
        painter.setFont(strong)
        painter.setPen(look.color("text.primary"))
        painter.drawText(upper, vertical, elided(strong, index.data() or "", room))
        painter.restore()
