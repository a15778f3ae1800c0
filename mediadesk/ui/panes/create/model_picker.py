"""The popup in which a model is chosen: type to filter, or the id of one not listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
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

from mediadesk.ui.panes.create.model_list import (
    PRICE_ROLE,
    SUBTITLE_ROLE,
    Index,
    ModelListModel,
    ModelRow,
    matching,
)
from mediadesk.ui.support.painting import elided, fill_rounded
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.provider_tile import draw_provider_tile, series_color_name
from mediadesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel

ROW_HEIGHT = 44
WIDTH = 440
HEIGHT = 460


class ModelPicker(QFrame):
    """A popup under the model card. ``chosen`` carries provider name and model id."""

    chosen = Signal(str, str)

    def __init__(self, view_model: ComposerViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._view_model = view_model
        self._providers: list[ProviderInfo] = []
        describe(self, name="model-picker", accessible="Choose a model")
        set_style(self, surface="raised")
        self._search = SearchField("Search models or type a model id", name="model-search")
        self._rows: list[ModelRow] = []
        self._model = ModelListModel(view_model.today(), self)
        self._list = QListView()
        describe(self._list, name="model-list", accessible="Models")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_ModelDelegate(self._model, self._list))
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
        self._collect()
        self.resize(theme().px(WIDTH), theme().px(HEIGHT))
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        place.setX(min(place.x(), screen.right() - self.width()))
        place.setY(max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.move(place)
        self.show()
        self._search.setFocus()

    def _collect(self) -> None:
        """Take the models as they are now, and show those that fit what is typed."""
        self._providers = self._view_model.providers()
        self._rows = [
            ModelRow.of(provider, spec)
            for provider in self._providers
            for spec in self._view_model.models_of(provider.name)
        ]
        missing = [p.label for p in self._providers if p.needs_key and not p.has_account]
        self._hint.setText(f"No key yet: {', '.join(missing)}." if missing else "")
        self._fill(self._search.text())

    def _fill(self, text: str) -> None:
        rows = matching(self._rows, text)
        typed = text.strip()
        if typed and " " not in typed and all(row.model_id != typed for row in rows):
            rows += [
                ModelRow(provider, spec, is_typed=True)
                for provider in self._providers
                if not provider.is_offline
                and (spec := self._view_model.unlisted(provider.name, typed)) is not None
            ]
        self._model.set_rows(rows, self._view_model.today())
        current = self._view_model.provider, self._view_model.model.id
        self._list.setCurrentIndex(self._model.find(*current))

    def _on_lists(self, _model: object) -> None:
        if self.isVisible():
            self._collect()

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.hide()
            self.chosen.emit(row.provider.name, row.model_id)

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


class _ModelDelegate(QStyledItemDelegate):
    """One row: tile, name over provider and id, price on the right."""

    def __init__(self, model: ModelListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(200, theme().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = self._model.row_at(index)
        if row is None:
            return
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
        series = series_color_name(row.provider.provider_id)
        draw_provider_tile(painter, tile, row.provider.short_label, series)
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
        is_ended = self._model.is_ended(index)
        painter.setPen(look.color("text.tertiary" if is_ended else "text.primary"))
        painter.drawText(upper, vertical, elided(strong, index.data() or "", room))
        painter.restore()
