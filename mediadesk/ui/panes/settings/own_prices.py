"""The list of own prices, and the form that adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.money import format_usd_exact
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.field import Field, StateLine, line_edit
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import ElideLabel, role_label

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.ui.panes.settings.own_prices_view_model import OwnPricesViewModel

UNIT_WORDS = {
    PriceUnit.INPUT_TOKEN: QT_TR_NOOP("per million input tokens"),
    PriceUnit.CACHED_TOKEN: QT_TR_NOOP("per million cached tokens"),
    PriceUnit.CACHE_WRITE_TOKEN: QT_TR_NOOP("per million tokens put into a cache"),
    PriceUnit.IMAGE_INPUT_TOKEN: QT_TR_NOOP("per million picture tokens"),
    PriceUnit.OUTPUT_TOKEN: QT_TR_NOOP("per million output tokens"),
    PriceUnit.TEXT_OUTPUT_TOKEN: QT_TR_NOOP("per million output tokens beside pictures"),
    PriceUnit.IMAGE: QT_TR_NOOP("per result"),
    PriceUnit.MEGAPIXEL: QT_TR_NOOP("per megapixel"),
    PriceUnit.INPUT_MEGAPIXEL: QT_TR_NOOP("per megapixel given"),
    PriceUnit.SECOND: QT_TR_NOOP("per second"),
    PriceUnit.MINUTE: QT_TR_NOOP("per minute"),
    PriceUnit.CHARACTER: QT_TR_NOOP("per million characters"),
}


class OwnPrices(QWidget):
    """Chooses a model, takes its rates in US dollars, and lists what was set."""

    def __init__(self, model: OwnPricesViewModel) -> None:
        super().__init__()
        describe(self, name="own-prices", accessible=tr("Own prices"))
        self._model = model
        self._provider = QComboBox()
        describe(self._provider, name="price-provider", accessible=tr("Provider"))
        for info in model.providers():
            self._provider.addItem(info.label, info)
        self._models = QComboBox()
        describe(self._models, name="price-model", accessible=tr("Model"))
        self._models.setMinimumContentsLength(16)
        self._edits: dict[PriceUnit, QLineEdit] = {}
        self._rates = FlowLayout(gap=8)
        self._line = StateLine()
        self._list = QVBoxLayout()
        self._save = Button(tr("Use this price"), name="price-save")
        self._save.clicked.connect(self._on_save)
        self._provider.currentIndexChanged.connect(lambda _index: self._fill_models())
        self._models.currentIndexChanged.connect(lambda _index: self._fill_rates())
        self._build()
        model.changed.connect(self._show)
        model.refused.connect(lambda text: self._line.show_text(text, "error"))
        self._fill_models()
        model.load()

    def _build(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self._provider)
        choice.addWidget(self._models, 1)
        choice.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(self._list)
        layout.addLayout(choice)
        layout.addLayout(self._rates)
        layout.addWidget(self._line)

    def _fill_models(self) -> None:
        info = self._provider.currentData()
        self._models.clear()
        for spec in self._model.models_of(info) if info is not None else ():
            self._models.addItem(spec.label, spec)
        self._save.setEnabled(self._models.count() > 0)

    def _fill_rates(self) -> None:
        clear_layout(self._rates)
        self._edits.clear()
        spec: ModelSpec | None = self._models.currentData()
        for unit in self._model.units_of(spec) if spec is not None else ():
            edit = line_edit(
                tr("US dollars {unit_words}").format(unit_words=tr(UNIT_WORDS[unit])),
                name=f"price-{unit.value}",
            )
            self._edits[unit] = edit
            self._rates.addWidget(
                Field(tr("USD {unit_words}").format(unit_words=tr(UNIT_WORDS[unit])), edit)
            )

    def _on_save(self) -> None:
        self._line.show_text("")
        spec: ModelSpec | None = self._models.currentData()
        if spec is not None:
            amounts = {unit: edit.text() for unit, edit in self._edits.items()}
            self._model.set_price(spec, amounts)

    def _show(self) -> None:
        clear_layout(self._list)
        for spec in self._model.own:
            self._list.addWidget(self._row(spec))
        if not self._model.own:
            words = tr("None. A price that is set here counts instead of the listed one.")
            self._list.addWidget(role_label(words, "muted", wrap=True))

    def _row(self, spec: ModelSpec) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        words = ", ".join(
            f"{format_usd_exact(price.micro)} {tr(UNIT_WORDS[price.unit])}"
            for price in spec.pricing.prices
        )
        layout.addWidget(ElideLabel(spec.label), 1)
        layout.addWidget(role_label(words or tr("Free"), "secondary"))
        remove = IconButton(
            "x",
            tr("Use the listed price of {label}").format(label=spec.label),
            size="small",
            name="price-remove",
        )
        remove.clicked.connect(lambda: self._model.clear_price(spec))
        layout.addWidget(remove)
        return row
