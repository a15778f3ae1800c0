"""Gemini: text, pictures, video, speech and music of Google's models."""

from __future__ import annotations

from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.google.models import models_of
from mediadesk.providers.google.provider import GoogleProvider

_ID = ProviderId("gemini")
_TYPES = tuple(GenerationType)


class GeminiProvider(GoogleProvider):
    """Everything that a Gemini key can make."""

    id: ClassVar[ProviderId] = _ID
    label: ClassVar[str] = "Gemini"
    short_label: ClassVar[str] = "Ge"
    types: ClassVar[tuple[GenerationType, ...]] = _TYPES
    models: ClassVar[tuple[ModelSpec, ...]] = models_of(_ID, _TYPES)
    key_prefixes: ClassVar[tuple[str, ...]] = ("AIza", "AQ.")
