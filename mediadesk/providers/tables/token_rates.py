"""What families of models count for pictures, pages, sound and film, by a model's id.

Published by their makers; each figure is the highest of a family's members and settings, for holds
are made of them. The same model keeps its way of counting wherever it is hosted.
"""

from __future__ import annotations

import re

from mediadesk.domain.input_tokens import CAUTIOUS_RATES, TokenRates

_CLAUDE = TokenRates(
    # width × height / 750, counted in squares of 28 pixels and made smaller above about 4,784
    picture=4_784,
    tile_pixels=27,
    tile_tokens=1,
    # 1,500 to 3,000 tokens of words, and the page again as a picture
    page=3_000 + 4_784,
    pages=600,
)
_GEMINI = TokenRates(
    # 258 for each tile of at least 256 pixels, or up to 2,240 for the whole picture
    picture=64 * 258,
    small_picture=2_240,
    tile_pixels=256,
    tile_tokens=258,
    # 258 to 1,120 by the version of the model; words inside are not counted again
    page=1_120,
    audio_second=32,
    # one frame a second at 258 to 280, its sound at 32, a mark of the time
    video_second=280 + 32 + 18,
)
_GPT = TokenRates(
    # squares of 32 pixels, 10,000 of them at the finest detail, times 1.2
    picture=12_000,
    page=8_000,
    audio_second=20,
)
_SMALL_GPT = TokenRates(picture=2_833 + 8 * 5_667, audio_second=20)
"""The small ones count a picture many times over, at a low rate."""

_FAMILIES: tuple[tuple[re.Pattern[str], TokenRates], ...] = (
    (re.compile(r"(^|/)claude-"), _CLAUDE),
    (re.compile(r"(^|/)(gemini-|imagen|veo|lyria)"), _GEMINI),
    (re.compile(r"(^|/)gpt-.*(mini|nano)"), _SMALL_GPT),
    (re.compile(r"(^|/)(chatgpt-|gpt-(?!oss))"), _GPT),
)


def rates_of(model_id: str) -> TokenRates:
    """How a model counts its inputs; cautious where its family is not known."""
    found = (rates for pattern, rates in _FAMILIES if pattern.search(model_id))
    return next(found, CAUTIOUS_RATES)
