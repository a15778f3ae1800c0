"""Long scripts: split at the ends of sentences, spoken part by part, joined into one sound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.catalog import AudioKind, ModelSpec
from mediadesk.domain.generation import Generation, GenerationStatus

if TYPE_CHECKING:
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import AssetId, BatchId, GenerationId

_ENDS = ".!?…。\uff01\uff1f"
_SENTENCE = re.compile(rf"[^{_ENDS}\n]*(?:[{_ENDS}]+[\"'”’»)\]]*|\n+|$)\s*")
_OVER = frozenset({GenerationStatus.FAILED, GenerationStatus.CANCELLED, GenerationStatus.PARTIAL})


@dataclass(frozen=True, slots=True)
class Script:
    """The parts of a script in their order, and the sound that they became."""

    id: BatchId
    name: str
    parts: tuple[Generation, ...]
    joined_id: AssetId | None = None

    @property
    def runs(self) -> tuple[GenerationId, ...]:
        """The runs of its parts."""
        return tuple(part.id for part in self.parts)

    @property
    def ready_count(self) -> int:
        """How many parts are there."""
        return sum(part.status is GenerationStatus.COMPLETED for part in self.parts)

    @property
    def is_ready(self) -> bool:
        """Whether every part is there."""
        return self.ready_count == len(self.parts)

    @property
    def broken(self) -> tuple[tuple[int, Generation], ...]:
        """The parts that ended without a sound, with their numbers from 1."""
        numbered = enumerate(self.parts, 1)
        return tuple((number, part) for number, part in numbered if part.status in _OVER)


def needs_splitting(model: ModelSpec, prompt: str) -> bool:
    """Whether a model that speaks cannot take a prompt in one call."""
    is_speech = model.audio_kind is AudioKind.SPEECH
    return is_speech and len(prompt.strip()) > model.maximum_prompt_length


def parts_of(request: GenerationRequest, model: ModelSpec) -> list[GenerationRequest]:
    """A request for each part; each is spoken once."""
    from dataclasses import replace

    return [
        replace(request, prompt=part, result_count=1)
        for part in split_script(request.prompt, model.maximum_prompt_length)
    ]


def split_script(text: str, limit: int) -> list[str]:
    """Parts of at most ``limit`` characters, cut after sentences, else after words.

    Only white space between parts is left out.
    """
    parts: list[str] = []
    current = ""
    for piece in _pieces(text, limit):
        if len((current + piece).strip()) > limit and current.strip():
            parts.append(current.strip())
            current = ""
        current += piece
    if current.strip():
        parts.append(current.strip())
    return parts


def _pieces(text: str, limit: int) -> list[str]:
    """Sentences; where one is longer than the limit, its words; where a word is, bits of it."""
    found: list[str] = []
    for sentence in _SENTENCE.findall(text):
        if len(sentence.strip()) <= limit:
            found.append(sentence)
            continue
        for word in re.findall(r"\s*\S+\s*", sentence):
            bits = word.strip()
            if len(bits) <= limit:
                found.append(word)
            else:
                found += [bits[first : first + limit] for first in range(0, len(bits), limit)]
                found.append(" ")
    return found
