"""Nano Banana: Google's picture models under a key of their own."""

from __future__ import annotations

from typing import ClassVar

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.google.models import models_of
from mediadesk.providers.google.provider import GoogleProvider

_ID = ProviderId("nano-banana")
_TYPES = (GenerationType.IMAGE,)


class NanoBananaProvider(GoogleProvider):
    """The picture models of Google's API. The key's shape does not tell it from Gemini's."""

    id: ClassVar[ProviderId] = _ID
    label: ClassVar[str] = "Nano Banana"
    short_label: ClassVar[str] = "Nb"
    types: ClassVar[tuple[GenerationType, ...]] = _TYPES
    models: ClassVar[tuple[ModelSpec, ...]] = models_of(_ID, _TYPES)
