"""The left column of the model picker: favourites and recents, providers, abilities, bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import format_usd_exact
from mediadesk.ui.panes.create.model_filter import Shown
from mediadesk.ui.panes.create.model_row import ABILITIES, Ability, count_words
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.nav_row import NavRow
from mediadesk.ui.widgets.provider_tile import draw_provider_tile, series_color_name
from mediadesk.ui.widgets.range_control import QuietSlider

if TYPE_CHECKING:
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.panes.create.model_picker_view_model import ModelPickerViewModel

WIDTH = 210
AFTER_PAINT_MS = 30
"""The list is what one looks at first: what it can be narrowed by comes once it is painted."""
_SHOWN: tuple[tuple[Shown, str, str], ...] = (
    ("favourites", QT_TR_NOOP("Favourites"), "star"),
    ("recent", QT_TR_NOOP("Recent"), "history"),
    ("all", QT_TR_NOOP("All"), "layers"),
)
_PRICES = (0, 1_000_000, 3_000_000, 5_000_000, 10_000_000, 25_000_000)
_UNIT_PRICES = (0, 10_000, 50_000, 100_000, 250_000, 1_000_000)
_CONTEXTS = (32_000, 64_000, 128_000, 200_000, 500_000, 1_000_000)


class FilterPanel(QScrollArea):
    """Asks the view model; its controls follow what is asked."""

    def __init__(self, view_model: ModelPickerViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        describe(self, name="model-filters", accessible=tr("Filters"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown_rows: dict[str, NavRow] = {}
        self._provider_rows: dict[str, NavRow] = {}
        self._ability_boxes: dict[str, QCheckBox] = {}
        self._providers = QVBoxLayout()
        self._abilities = QVBoxLayout()
        self._abilities_head = role_label(tr("Can do"), "label")
        self._price = _Bound(tr("Price"), "model-price")
        self._context = _Bound(tr("Context"), "model-context")
        self._build()
        self._price.moved.connect(self._ask_bounds)
        self._context.moved.connect(self._ask_bounds)
        self._later = Debouncer(AFTER_PAINT_MS, self)
        self._later.fired.connect(self._rebuild)
        view_model.collected.connect(self._later.trigger)
        view_model.listed.connect(self._show)
        theme().changed.connect(self._refresh)
        self._refresh()

    def _rebuild(self) -> None:
        """Offer what the models of this kind can be told apart by."""
        view_model = self._view_model
        rows = view_model.all_rows
        by_provider = Counter(row.provider.name for row in rows)
        by_ability = Counter(name for row in rows for name in row.abilities)
        clear_layout(self._providers)
        clear_layout(self._abilities)
        self._provider_rows.clear()
        self._ability_boxes.clear()
        for info in view_model.providers:
            if by_provider[info.name] or info.has_account:
                self._providers.addWidget(self._provider_row(info, by_provider[info.name]))
        for one in ABILITIES:
            if by_ability[one.name]:
                self._abilities.addLayout(self._ability_row(one, by_ability[one.name]))
        self._abilities_head.setVisible(bool(self._ability_boxes))
        is_text = view_model.kind is GenerationType.TEXT
        label = tr("Output price") if is_text else tr("Price")
        self._price.set_steps(label, (*(_PRICES if is_text else _UNIT_PRICES), None), _price_words)
        self._context.set_steps(tr("Context"), (None, *_CONTEXTS), _context_words)
        self._context.setVisible(is_text)
        self._order_tabs()
        self._show()

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        ground = QWidget()
        ground.setProperty("bare", True)
        self.setWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(8, 13, 8, 12)
        column.setSpacing(0)
        # The bar lies in the margin: what it scrolls keeps its width.
        self.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: column.setContentsMargins(8, 13, 0 if high else 8, 12)
        )
        column.addWidget(_head(tr("Show")))
        for shown, label, icon_name in _SHOWN:
            row = NavRow(icon_name, tr(label), name=f"models-{shown}", is_compact=True)
            row.clicked.connect(lambda _on, value=shown: self._view_model.ask(shown=value))
            self._shown_rows[shown] = row
            column.addWidget(row)
        column.addSpacing(10)
        column.addWidget(_head(tr("Provider")))
        self._providers.setSpacing(0)
        column.addLayout(self._providers)
        column.addSpacing(10)
        self._abilities_head.setContentsMargins(8, 0, 0, 2)
        column.addWidget(self._abilities_head)
        self._abilities.setSpacing(3)
        self._abilities.setContentsMargins(8, 2, 4, 0)
        column.addLayout(self._abilities)
        column.addSpacing(10)
        column.addWidget(self._price)
        column.addWidget(self._context)
        column.addStretch(1)

    def _order_tabs(self) -> None:
        """New rows go where they are seen, not behind everything else."""
        rows = (*self._shown_rows.values(), *self._provider_rows.values())
        chain = (*rows, *self._ability_boxes.values(), self._price.slider, self._context.slider)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _provider_row(self, info: ProviderInfo, count: int) -> NavRow:
        row = _ProviderRow(info)
        row.set_count(number(count))
        row.clicked.connect(lambda _on: self._choose_provider(info.name))
        self._provider_rows[info.name] = row
        return row

    def _choose_provider(self, name: str) -> None:
        """The one that is chosen already: all again."""
        is_same = self._view_model.filter.provider == name
        self._view_model.ask(provider="" if is_same else name)
        self._show()

    def _ability_row(self, ability: Ability, count: int) -> QHBoxLayout:
        box = QCheckBox(tr(ability.label))
        set_icon(box, ability.icon, "text.secondary", 14)
        models = tr("%Ln model(s)", n=count)
        accessible = tr("{ability}, {models}").format(ability=box.text(), models=models)
        describe(box, name=f"models-can-{ability.name}", accessible=accessible)
        box.toggled.connect(lambda _on: self._ask_abilities())
        self._ability_boxes[ability.name] = box
        row = QHBoxLayout()
        row.addWidget(box, 1)
        row.addWidget(role_label(number(count), "muted"))
        return row

    # -------------------------------------------------------------------------------- asking

    def _ask_abilities(self) -> None:
        wanted = (name for name, box in self._ability_boxes.items() if box.isChecked())
        self._view_model.ask(abilities=frozenset(wanted))

    def _ask_bounds(self) -> None:
        self._view_model.ask(most_micro=self._price.value, least_context=self._context.value)

    def _show(self) -> None:
        view_model = self._view_model
        asked, marks = view_model.filter, view_model.marks
        keys = [row.key for row in view_model.all_rows]
        recent = frozenset(marks.recent)
        counts = {
            "favourites": sum(key in marks.favourites for key in keys),
            "recent": sum(key in recent for key in keys),
            "all": len(keys),
        }
        for shown, row in self._shown_rows.items():
            row.set_count(number(counts[shown]))
            row.setChecked(asked.shown == shown)
        for name, row in self._provider_rows.items():
            row.setChecked(asked.provider == name)
        for name, box in self._ability_boxes.items():
            box.blockSignals(True)
            box.setChecked(name in asked.abilities)
            box.blockSignals(False)
        self._price.show_value(asked.most_micro)
        self._context.show_value(asked.least_context)

    def _refresh(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))


class _ProviderRow(NavRow):
    """A provider with its tile in the place of an icon."""

    def __init__(self, info: ProviderInfo) -> None:
        super().__init__("globe", info.label, name=f"models-of-{info.name}", is_compact=True)
        self._info = info
        if info.needs_key and not info.has_account:
            self.setToolTip(tr("{provider}, no key yet").format(provider=info.label))

    def paint_icon(self, painter: QPainter, box: QRectF, ink: str) -> None:
        """Draw the tile."""
        tile = box.adjusted(-1, -1, 1, 1)
        series = series_color_name(self._info.provider_id)
        draw_provider_tile(painter, tile, self._info.short_label, series)


class _Bound(QWidget):
    """A slider over named steps. ``moved``: its user chose another one."""

    moved = Signal()

    def __init__(self, label: str, name: str) -> None:
        super().__init__()
        self._steps: tuple[int | None, ...] = (None,)
        self._words: Callable[[int | None], str] = _price_words
        self._label = role_label(label, "muted")
        self._told = role_label("", "muted")
        self.slider = QuietSlider(Qt.Orientation.Horizontal)
        describe(self.slider, name=name, accessible=label)
        self.slider.valueChanged.connect(self._on_value)
        head = QHBoxLayout()
        head.addWidget(self._label, 1)
        head.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.slider)

    @property
    def value(self) -> int | None:
        """The bound; None: none."""
        return self._steps[self.slider.value()]

    def set_steps(
        self, label: str, steps: tuple[int | None, ...], words: Callable[[int | None], str]
    ) -> None:
        """Offer these bounds, one of them None; ``words`` says what a bound means."""
        self._steps, self._words = steps, words
        self._label.setText(label)
        self.slider.setAccessibleName(label)
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(steps) - 1)
        self.slider.blockSignals(False)
        self.show_value(None)

    def show_value(self, value: int | None) -> None:
        """Stand at a bound, without a signal."""
        self.slider.blockSignals(True)
        self.slider.setValue(self._steps.index(value) if value in self._steps else 0)
        self.slider.blockSignals(False)
        self._tell()

    def _on_value(self, _place: int) -> None:
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        told = self._words(self.value)
        self._told.setText(told)
        self.slider.setAccessibleDescription(told)


def _price_words(micro: int | None) -> str:
    if micro is None:
        return tr("any")
    if not micro:
        return tr("free")
    return tr("up to {price}").format(price=format_usd_exact(micro).removesuffix(".00"))


def _context_words(tokens: int | None) -> str:
    return tr("any") if tokens is None else tr("{size} or more").format(size=count_words(tokens))


def _head(text: str) -> QWidget:
    label = role_label(text, "label")
    label.setContentsMargins(8, 0, 0, 4)
    return label
