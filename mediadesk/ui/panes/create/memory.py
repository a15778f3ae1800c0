"""What the Create page remembers over a lock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import AssetId, GenerationId


@dataclass(frozen=True, slots=True)
class CreateMemory:
    """The form and the result on the stage, in memory while the library is locked."""

    request: GenerationRequest = field(repr=False)
    raw: str = field(repr=False)
    generation_id: GenerationId | None
    asset_id: AssetId | None
