"""The choices of one filter in a popup: a search where they are many, ticks, and a way to clear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.panes.library.filters import Choice, FilterSpec
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.search_field import SearchField

WIDTH = 250
MOST_ROWS = 9
SEARCH_FROM = 8
ROW_HEIGHT = 29
VALUE = Qt.ItemDataRole.UserRole + 1
COUNT = VALUE + 1


class FilterPopup(QFrame):
    """``chosen`` carries the values that are ticked, after every change."""

    chosen = Signal(list)
    closed = Signal()

    def __init__(
        self,
        spec: FilterSpec,
        choices: Sequence[Choice],
        values: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        describe(
            self,
            name=f"filter-{spec.name}-popup",
            accessible=tr("Filter by {title}").format(title=tr(spec.title)),
        )
        set_style(self, surface="raised")
        self._spec = spec
        self._choices = list(choices)
        self._values = list(values)
        self._model = QStandardItemModel(self)
        self._list = _ChoiceList(self)
        describe(
            self._list,
            name=f"filter-{spec.name}-list",
            accessible=tr("{title} to show").format(title=tr(spec.title)),
        )
        set_style(self._list, kind="choices")
        self._list.setModel(self._model)
        self._list.picked.connect(self._toggle)
        self._search = SearchField(
            tr("Search {title}").format(title=tr(spec.title).lower()),
            name="filter-search",
            delay_ms=0,
        )
        self._search.searched.connect(lambda _text: self._fill())
        self._count = role_label("", "muted")
        self._clear = Button(tr("Clear"), kind="link", size="small", name="filter-clear-values")
        self._clear.clicked.connect(self._on_clear)
        self._build()
        self._fill()

    def open_at(self, anchor: QWidget) -> None:
        """Show the popup under a chip."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        (self._search if len(self._choices) >= SEARCH_FROM else self._list).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the chip."""
        super().hideEvent(event)
        self.closed.emit()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 7, 1, 1)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 6, 6)
        head.addWidget(self._search)
        layout.addLayout(head)
        self._search.setVisible(len(self._choices) >= SEARCH_FROM)
        layout.addWidget(self._list)
        layout.addWidget(line())
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 7, 12, 7)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._clear)
        layout.addLayout(foot)
        rows = min(MOST_ROWS, max(1, len(self._choices)))
        self._list.setFixedHeight(theme().px(ROW_HEIGHT) * rows + 4)
        self.setFixedWidth(theme().px(WIDTH))

    def _fill(self) -> None:
        words = self._search.text().lower().split()
        self._model.clear()
        for choice in self._choices:
            if not all(word in choice.label.lower() for word in words):
                continue
            item = QStandardItem(choice.label)
            item.setData(choice.value, VALUE)
            item.setData("" if choice.count is None else number(choice.count), COUNT)
            item.setCheckable(True)
            item.setEditable(False)
            item.setAccessibleText(f"{choice.label} {item.data(COUNT)}".strip())
            self._model.appendRow(item)
        self._show_ticks()

    def _show_ticks(self) -> None:
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            is_on = item.data(VALUE) in self._values
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        number = len(self._values)
        self._count.setText(
            tr("{number} chosen").format(number=number)
            if number
            else tr("Any of {count}").format(count=len(self._choices))
        )
        self._clear.setEnabled(bool(number))

    def _toggle(self, index: QModelIndex) -> None:
        value = str(index.data(VALUE))
        if value in self._values:
            self._values.remove(value)
        elif self._spec.is_one:
            self._values = [value]
        else:
            self._values.append(value)
        self._show_ticks()
        self.chosen.emit(list(self._values))

    def _on_clear(self) -> None:
        self._values = []
        self._show_ticks()
        self.chosen.emit([])


class _ChoiceList(QListView):
    """Rows to tick: a click anywhere in a row, Space or Return."""

    picked = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_CountDelegate(self))
        # The box itself must not turn over by a click: the row does.
        self.clicked.connect(self.picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Return tick."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.picked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _CountDelegate(QStyledItemDelegate):
    """Puts how many items have it at the end of the row."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        look = theme()
        painter.save()
        painter.setFont(look.font("meta"))
        painter.setPen(look.color("text.secondary"))
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        flags = QStyle.visualAlignment(option.direction, end)
        painter.drawText(option.rect.adjusted(12, 0, -12, 0), flags, str(index.data(COUNT) or ""))
        painter.restore()
