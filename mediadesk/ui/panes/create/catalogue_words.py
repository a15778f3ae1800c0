"""What the catalogue calls the model and the provider of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Generation
    from mediadesk.services.models import ModelCatalog


def model_of(catalogue: ModelCatalog, generation: Generation | None) -> ModelSpec | None:
    """The model with the words of its settings; None where it is not offered any more."""
    if generation is None:
        return None
    try:
        return catalogue.spec(generation.provider, generation.model, generation.type)
    except MediadeskError:
        return None


def provider_label_of(catalogue: ModelCatalog, generation: Generation | None) -> str:
    """What the provider calls itself; "" where it is unknown."""
    wanted = None if generation is None else generation.provider
    return next((one.label for one in catalogue.providers() if one.name == wanted), "")


def unused_words(count: int) -> str:
    """How many settings of the form the chosen model does not know."""
    if count == 1:
        return tr("1 setting is not used by this model")
    return tr("{count} settings are not used by this model").format(count=count)
