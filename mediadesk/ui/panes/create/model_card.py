"""The card that shows the chosen model, and opens the picker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.panes.create.model_row import ABILITIES, ability_names
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.card import ClickableCard, clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.words import price_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.models import ProviderInfo

MAX_BADGES = 3
PADDING, GAP = 11, 4


class ModelCard(ClickableCard):
    """Tile, model, provider and usual time, price with unit, up to three badges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Choose a model"), name="model-card", padding=PADDING, parent=parent)
        self.setToolTip(tr("Choose a model (Ctrl+M)"))
        self._tile = ProviderTile("", "", size=32)
        self._name = ElideLabel("", "strong")
        self._provider = ElideLabel("", "muted")
        self._price = role_label("", "strong")
        self._unit = role_label("", "caption")
        self._badges = FlowLayout(gap=GAP)
        self._build()

    def show_model(self, model: ModelSpec, provider: ProviderInfo | None) -> None:
        """Show a model of a provider."""
        label = provider.label if provider is not None else model.provider_id
        short = provider.short_label if provider is not None else label[:2]
        self._tile.set_provider(short, series_color_name(model.provider_id))
        self._name.setText(model.label)
        self._provider.setText(_subtitle(model, label, provider))
        price, unit = price_words(model)
        self._price.setText(price)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        clear_layout(self._badges)
        for text, picture in _badges(model)[:MAX_BADGES]:
            self._badges.addWidget(Badge(text, icon=picture))
        self._fit_badges()
        self.setAccessibleName(
            tr("Model: {label}, {label2}, {price} {unit}")
            .format(label=model.label, label2=label, price=price, unit=unit)
            .strip()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row of badges, as many as fit."""
        super().resizeEvent(event)
        self._fit_badges()

    def _fit_badges(self) -> None:
        room = self.width() - 2 * PADDING
        for place in range(self._badges.count()):
            badge = self._badges.itemAt(place).widget()
            if badge is None:
                continue
            room -= badge.sizeHint().width()
            badge.setVisible(place == 0 or room >= 0)
            room -= GAP

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._tile)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._provider)
        row.addLayout(names, 1)
        prices = QVBoxLayout()
        prices.setSpacing(0)
        for label in (self._price, self._unit):
            label.setAlignment(label.alignment().AlignRight)
            prices.addWidget(label)
        prices.addStretch(1)
        row.addLayout(prices)
        row.addWidget(IconLabel("chevrons-up-down"))
        self.body.addLayout(row)
        self.body.addLayout(self._badges)


def _badges(model: ModelSpec) -> list[tuple[str, str]]:
    """Words and icon of what tells the model from others: its marks, then what it can do."""
    able = ability_names(model)
    can = [(tr(one.label), one.icon) for one in ABILITIES if one.name in able]
    return [*((tr_sentence(text), "") for text in model.badges), *can]


def _subtitle(model: ModelSpec, label: str, provider: ProviderInfo | None) -> str:
    if provider is not None and provider.needs_key and not provider.has_account:
        return tr("{label}, add a key first").format(label=label)
    if model.context_tokens:
        return tr("{label}, {context_tokens}K context").format(
            label=label, context_tokens=model.context_tokens // 1000
        )
    if model.typical_seconds:
        return tr("{label}, about {typical_seconds:.0f} s").format(
            label=label, typical_seconds=model.typical_seconds
        )
    return label
