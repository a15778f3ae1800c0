"""Which model makes which kind: chosen by hand, else the best that is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName

if TYPE_CHECKING:
    from mediadesk.services.models import ModelCatalog

SAMPLE_PROVIDER = ProviderName("sample")


class ModelChoice:
    """One provider and model for each kind, remembered while another kind is made."""

    def __init__(self, models: ModelCatalog, prefers_sample: bool) -> None:
        self._models = models
        self._prefers_sample = prefers_sample
        self._has_key = self._is_any_key()
        self._chosen: dict[GenerationType, tuple[ProviderName, ModelSpec]] = {}

    def of(self, kind: GenerationType) -> tuple[ProviderName, ModelSpec]:
        """What makes ``kind``."""
        chosen = self._chosen.get(kind)
        if chosen is None:
            chosen = self._chosen[kind] = self._first(kind)
        return chosen

    def set(self, kind: GenerationType, provider: ProviderName, model: ModelSpec) -> None:
        """Make ``kind`` with this model from now on."""
        self._chosen[kind] = (provider, model)

    def refresh(self) -> None:
        """Follow a refreshed list: the choice stays, unless the model is gone.

        With the first key, what the sample made is made by its provider.
        """
        had_key, self._has_key = self._has_key, self._is_any_key()
        leaves_sample = self._has_key and not had_key and not self._prefers_sample
        for kind, (provider, model) in list(self._chosen.items()):
            if leaves_sample and provider == SAMPLE_PROVIDER:
                del self._chosen[kind]
                continue
            try:
                self._chosen[kind] = (provider, self._models.spec(provider, model.id, kind))
            except MediadeskError:
                del self._chosen[kind]

    def _is_any_key(self) -> bool:
        return any(info.has_account for info in self._models.providers())

    def _first(self, kind: GenerationType) -> tuple[ProviderName, ModelSpec]:
        if self._prefers_sample:
            models = self._models.models(kind, SAMPLE_PROVIDER)
            if models:
                return SAMPLE_PROVIDER, models[0]
        return self._models.default_model(kind)
