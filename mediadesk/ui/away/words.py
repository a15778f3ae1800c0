"""What a notification says: never a prompt unless the user allowed that."""

from __future__ import annotations

from mediadesk.domain.generation import Generation, GenerationStatus
from mediadesk.domain.route_view import made_with
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import TYPE_LABELS, cost_words, failure_title, first_line


def note_for(generation: Generation, *, with_prompt: bool) -> tuple[str, str] | None:
    """Title and text of a notification, None for an end that is no news (cancelled)."""
    title = {
        GenerationStatus.COMPLETED: tr("{kind} done"),
        GenerationStatus.PARTIAL: tr("{kind} partly done"),
        GenerationStatus.FAILED: tr("{kind} failed"),
        GenerationStatus.UNCERTAIN: tr("{kind}: outcome unknown"),
    }.get(generation.status)
    if title is None:
        return None
    parts = [made_with(generation).model, cost_words(generation)]
    if generation.status is GenerationStatus.FAILED:
        parts[1:] = [failure_title(generation.error_kind)]
    elif generation.status is GenerationStatus.UNCERTAIN:
        parts[1:] = [tr("settle it in Activity")]
    if with_prompt:
        parts.insert(0, first_line(generation.prompt, 80))
    return title.format(kind=tr(TYPE_LABELS[generation.type])), ", ".join(parts)
