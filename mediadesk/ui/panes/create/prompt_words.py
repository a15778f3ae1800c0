"""How long a prompt is, in words: characters, tokens, time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.catalog import AudioKind
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.input_tokens import CHARACTERS_PER_TOKEN
from mediadesk.domain.result_extent import SPOKEN_CHARACTERS_PER_SECOND
from mediadesk.domain.scripts import needs_splitting
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.words import clock

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec


def length_words(model: ModelSpec, text: str) -> tuple[str, bool]:
    """“182 / 4,000”, and whether that is more than can be sent."""
    length, limit = len(text), model.maximum_prompt_length
    words = tr("{length} / {limit}").format(length=number(length), limit=number(limit))
    return words, length > limit and not needs_splitting(model, text)


def measure_words(model: ModelSpec, text: str) -> str:
    """“About 0:16 spoken” of a script, “about 45 tokens” of what a text model reads."""
    if not text.strip():
        return ""
    if model.audio_kind is AudioKind.SPEECH:
        seconds = -(-len(text) // SPOKEN_CHARACTERS_PER_SECOND)
        return tr("About {time} spoken").format(time=clock(seconds * 1000))
    if GenerationType.TEXT in model.types:
        tokens = -(-len(text) // CHARACTERS_PER_TOKEN)
        return tr("about {count} tokens").format(count=number(tokens))
    return ""
