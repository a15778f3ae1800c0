"""Presets: a prompt and its settings under a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import PresetId, ProviderName
from mediadesk.domain.parameters import ParameterValue

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class PromptPreset:
    """What was saved. Inputs are no part of it: they belong to one run."""

    name: str
    type: GenerationType
    provider: ProviderName
    model: str
    prompt: str
    parameters: Mapping[str, ParameterValue] = field(default_factory=dict)
    extra: Mapping[str, JsonValue] = field(default_factory=dict)
    result_count: int = 1
    id: PresetId | None = None
    """None until it is stored."""
