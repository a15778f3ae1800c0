"""Which models could take part in a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.routes import FallbackLink

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import GenerationType
    from mediadesk.services.models import ModelCatalog, ProviderInfo


@dataclass(frozen=True, slots=True)
class Candidate:
    """One model that could take part."""

    link: FallbackLink
    provider: ProviderInfo
    model: ModelSpec

    @property
    def lacks_key(self) -> bool:
        """Whether a key has to be added before it can be asked."""
        return self.provider.needs_key and not self.provider.has_account


def candidates(catalogue: ModelCatalog, kind: GenerationType) -> list[Candidate]:
    """Every model that makes the kind; providers that can be used now come first."""
    providers = [info for info in catalogue.providers() if kind in info.types]
    providers.sort(key=lambda info: (not info.has_account, not info.is_offline))
    today = catalogue.today()
    return [
        Candidate(FallbackLink(info.name, model.id), info, model)
        for info in providers
        for model in catalogue.models(kind, info.name)
        if not model.has_ended(today)
    ]
