"""The video models of the Veo registration, by the back end that makes them."""

from __future__ import annotations

from dataclasses import replace

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterKind, ParameterSpec
from mediadesk.providers.fal import models as fal_models
from mediadesk.providers.google.models import google_model, legacy_model, models_of
from mediadesk.providers.openai.parameters import SEED
from mediadesk.providers.tables.model_table import shipped
from mediadesk.providers.veo.agent_platform import is_model

VEO = ProviderId("veo3")
_VIDEO = GenerationType.VIDEO
_FAL_PREFIX = "fal-ai/"
_SOUND = ParameterSpec(
    "generate_audio", ParameterKind.FLAG, "Sound", "Made together with the picture.", default=True
)


def is_fal_model(model_id: str) -> bool:
    """Whether fal makes this model's results."""
    return model_id.startswith(_FAL_PREFIX)


def video_model(model_id: str) -> ModelSpec | None:
    """The model behind an id: from the table, else by what its name says."""
    for model in MODELS:
        if model.id == model_id:
            return model
    if is_fal_model(model_id):
        return replace(fal_models.unlisted_model(model_id, _VIDEO), provider_id=VEO)
    if is_model(model_id):
        return replace(_agent_model(model_id, model_id), is_known=False)
    found = google_model(VEO, model_id)
    return found if found is not None and found.types == (_VIDEO,) else None


def _agent_model(model_id: str, label: str) -> ModelSpec:
    plain = legacy_model("veo")
    return replace(
        plain,
        provider_id=VEO,
        id=model_id,
        label=label,
        parameters=(*plain.parameters, _SOUND, SEED),
        note="Needs a Google Cloud key.",
    )


_AGENT = shipped("veo").build({"agent platform": lambda entry: _agent_model(entry.id, entry.label)})
_FAL = tuple(
    replace(model, provider_id=VEO, label=f"{model.label} (fal)", note="Needs a fal key.")
    for model in fal_models.MODELS
    if model.id.startswith("fal-ai/veo3.1")
)
MODELS: tuple[ModelSpec, ...] = (*models_of(VEO, (_VIDEO,)), *_AGENT, *_FAL)
"""The first is the default: the successor that the Gemini API itself names."""
