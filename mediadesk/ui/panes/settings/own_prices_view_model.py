"""Prices that the user set in place of the listed ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import ModelsChanged
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import parse_usd
from mediadesk.services.price_book import SET_BY_USER
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.service_set import ServiceSet

_USUAL = {
    GenerationType.TEXT: (PriceUnit.INPUT_TOKEN, PriceUnit.OUTPUT_TOKEN),
    GenerationType.IMAGE: (PriceUnit.IMAGE,),
    GenerationType.VIDEO: (PriceUnit.SECOND,),
    GenerationType.AUDIO: (PriceUnit.SECOND,),
}


class OwnPricesViewModel(ViewModel):
    """``changed``: show ``own`` again; ``refused`` says why a price was not set."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services
        self.own: tuple[ModelSpec, ...] = ()
        self.subscribe(services.events, ModelsChanged, lambda _event: self.load())

    def providers(self) -> list[ProviderInfo]:
        """Providers whose models can be priced."""
        return self._services.models.providers()

    def models_of(self, info: ProviderInfo) -> list[ModelSpec]:
        """Models of a provider."""
        return self._services.models.models(None, info.name)

    def units_of(self, model: ModelSpec) -> tuple[PriceUnit, ...]:
        """What rates of a model count."""
        units = tuple(dict.fromkeys(price.unit for price in model.pricing.prices))
        return units or _USUAL[model.types[0]]

    def load(self) -> None:
        """Find the models with a price of one's own."""
        models = self._services.models.models()
        self.own = tuple(model for model in models if model.pricing.source == SET_BY_USER)
        self.changed.emit()

    def set_price(self, model: ModelSpec, amounts: Mapping[PriceUnit, str]) -> None:
        """Set a price as typed; where nothing is typed the rate is left out."""
        self.start(self._set_price(model, amounts))

    def clear_price(self, model: ModelSpec) -> None:
        """Go back to the listed price."""
        self.start(self._clear_price(model))

    async def _set_price(self, model: ModelSpec, amounts: Mapping[PriceUnit, str]) -> None:
        try:
            rates = {unit: parse_usd(text) for unit, text in amounts.items() if text.strip()}
            if not rates:
                self.refused.emit(tr("No price was typed. Give an amount like 0.04."))
                return
            await self._services.models.prices.set(model.provider_id, model.id, rates)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        else:
            self._tell(model)

    async def _clear_price(self, model: ModelSpec) -> None:
        await self._services.models.prices.clear(model.provider_id, model.id)
        self._tell(model)

    def _tell(self, model: ModelSpec) -> None:
        for info in self.providers():
            if info.provider_id == model.provider_id:
                self._services.events.publish(ModelsChanged(info.name))
