"""What an estimate is made of, in a few words: number, seconds, tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.catalog import AudioKind, ModelSpec, PriceUnit
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.input_tokens import CHARACTERS_PER_TOKEN
from mediadesk.domain.money import format_usd
from mediadesk.domain.result_extent import (
    SPOKEN_CHARACTERS_PER_SECOND,
    seconds_of,
    speed_of,
)
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.cost_calculator import Estimate
    from mediadesk.domain.generation import GenerationRequest

_LIMITS = ("max_completion_tokens", "max_tokens", "max_output_tokens")


def basis_words(request: GenerationRequest, model: ModelSpec, estimate: Estimate) -> str:
    """“4 × $0.06”, “1 × 8 s × $0.40”, “1 × 16 s”, “1.3K in, up to 2K out”; else ""."""
    count, expected = estimate.result_count, estimate.expected_micro
    if model.audio_kind is AudioKind.SPEECH and request.prompt.strip():
        pace = SPOKEN_CHARACTERS_PER_SECOND * speed_of(request.parameters)
        spoken = max(1, round(len(request.prompt.strip()) / pace))
        return tr("{count} × {seconds} s").format(count=count, seconds=spoken)
    if request.type is GenerationType.TEXT:
        return _token_words(request, model)
    filled = {spec.name: spec.default for spec in model.parameters if spec.default is not None}
    seconds = seconds_of({**filled, **request.parameters})
    is_timed = any(price.unit is PriceUnit.SECOND for price in model.pricing.prices)
    if seconds and is_timed and expected:
        rate = format_usd(round(expected / (count * seconds)))
        words = tr("{count} × {seconds} s × {rate}")
        return words.format(count=count, seconds=f"{seconds:g}", rate=rate)
    if expected and count > 1:
        return tr("{count} × {each}").format(count=count, each=format_usd(expected // count))
    return ""


def _token_words(request: GenerationRequest, model: ModelSpec) -> str:
    """Only of a prompt alone: what files and earlier turns come to is not told beforehand."""
    given = (request.parameters.get(name) for name in _LIMITS)
    limit = next((value for value in given if isinstance(value, int)), model.maximum_output_tokens)
    if model.pricing.is_free or request.inputs or request.parent_id is not None or not limit:
        return ""
    read = -(-len(request.prompt.strip()) // CHARACTERS_PER_TOKEN)
    return tr("{read} in, up to {written} out").format(read=_short(read), written=_short(limit))


def _short(count: int) -> str:
    """“842”, “1.3K”, “128K”."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}".removesuffix(".0") + "K" if count < 10_000 else f"{count // 1000}K"
