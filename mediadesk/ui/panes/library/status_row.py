"""The line between filters and items: how many, the order, the size of cells, grid or list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget

from mediadesk.domain.queries import AssetOrder
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import divider, role_label

SMALLEST, LARGEST, USUAL = 100, 280, 128
ORDERS = (
    (QT_TR_NOOP("Newest first"), AssetOrder.CREATED, False),
    (QT_TR_NOOP("Oldest first"), AssetOrder.CREATED, True),
    (QT_TR_NOOP("Best rated first"), AssetOrder.RATING, False),
    (QT_TR_NOOP("Dearest first"), AssetOrder.COST, False),
    (QT_TR_NOOP("Largest first"), AssetOrder.SIZE, False),
    (QT_TR_NOOP("Prompt, A to Z"), AssetOrder.PROMPT, True),
    (QT_TR_NOOP("Model, A to Z"), AssetOrder.MODEL, True),
)


class StatusRow(QWidget):
    """``order_wanted`` (order, ascending), ``view_wanted`` (grid, list), ``size_wanted`` (pixels).

    ``empty_wanted``: erase the trash for good.
    """

    order_wanted = Signal(object, bool)
    view_wanted = Signal(str)
    size_wanted = Signal(int)
    empty_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        describe(self, name="library-status", accessible=tr("Order and view"))
        self._number = role_label("", "strong")
        self._words = role_label("", "secondary")
        self._date = role_label("", "secondary")
        self._divider = divider()
        self._empty = Button(
            tr("Empty the trash…"), size="small", icon="trash-2", name="empty-trash"
        )
        self._empty.clicked.connect(self.empty_wanted)
        self._order = Button(tr("Newest first"), kind="quiet", size="small", name="library-order")
        self._order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_icon(self._order, "chevron-down", "text.secondary", 14)
        self._order.clicked.connect(self._open_orders)
        self._size = QSlider(Qt.Orientation.Horizontal)
        describe(self._size, name="cell-size", accessible=tr("Size of the pictures"))
        self._size.setRange(SMALLEST, LARGEST)
        self._size.setValue(USUAL)
        self._size.setSingleStep(20)
        self._size.setFixedWidth(theme().px(84))
        self._size.valueChanged.connect(self.size_wanted)
        self._size_box = self._framed_size()
        self._views = {
            "grid": IconButton("layout-grid", tr("Show a grid"), checkable=True, name="view-grid"),
            "list": IconButton("list", tr("Show a list"), checkable=True, name="view-list"),
        }
        self._is_narrow = False
        self._view = "grid"
        self._build()
        self.show_view("grid")
        self.show_date("")
        self.set_place("")

    def show_count(self, number: str, words: str) -> None:
        """Show how many items are listed."""
        self._number.setText(number)
        self._words.setText(words)

    def show_date(self, words: str) -> None:
        """Show the day of the first item on screen."""
        self._date.setText(words)
        self._divider.setVisible(bool(words) and not self._is_narrow)

    def show_order(self, order: AssetOrder, is_ascending: bool) -> None:
        """Name the order."""
        known = {(o, rises): tr(words) for words, o, rises in ORDERS}
        usual = f"{order.value.capitalize()}, {'rising' if is_ascending else 'falling'}"
        self._order.setText(known.get((order, is_ascending), usual))

    def show_view(self, name: str) -> None:
        """Mark grid or list."""
        self._view = name
        for other, button in self._views.items():
            button.setChecked(other == name)
        self._size_box.setVisible(name == "grid" and not self._is_narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what keys can do and the dates tell, too."""
        self._is_narrow = narrow
        self._date.setVisible(not narrow)
        self.show_view(self._view)
        self.show_date(self._date.text())

    def set_beside(self, beside: bool) -> None:
        """Stand beside the filters, or below them."""
        self._row.setContentsMargins(0 if beside else 16, 0, 16, 0 if beside else 8)

    def step_size(self, steps: int) -> None:
        """Make the cells of the grid larger or smaller."""
        self._size.setValue(self._size.value() + steps * self._size.singleStep())

    def set_place(self, place: str) -> None:
        """The trash can be emptied."""
        self._empty.setVisible(place == "trash")

    def set_can_empty(self, can: bool) -> None:
        """Whether there is something to erase."""
        self._empty.setEnabled(can)

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(8)
        for widget in (self._number, self._words, self._divider, self._date):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._empty)
        row.addWidget(self._order)
        row.addWidget(self._size_box)
        row.addWidget(divider())
        for name, button in self._views.items():
            button.clicked.connect(lambda _on=False, view=name: self.view_wanted.emit(view))
            row.addWidget(button)

    def _framed_size(self) -> QWidget:
        """The slider between a small and a large picture."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(divider())
        row.addWidget(IconLabel("image", side=14))
        row.addWidget(self._size)
        row.addWidget(IconLabel("image", side=18))
        return box

    def _open_orders(self) -> None:
        menu = QMenu(tr("Order"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, order, rises in ORDERS:
            action = menu.addAction(tr(words))
            action.triggered.connect(
                lambda _on=False, wish=(order, rises): self.order_wanted.emit(*wish)
            )
        menu.popup(self._order.mapToGlobal(self._order.rect().bottomLeft()))
