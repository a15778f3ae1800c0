"""A gallery of small sample pictures: one process draws them all, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediadesk.providers.sample.media.image import ImageOptions, draw_small

MAX_PICTURES = 64
MIN_SIDE, MAX_SIDE = 64, 256


def gallery_pictures(prompts: Sequence[str], seed: int, side: int) -> Iterator[bytes]:
    """The pixels of one square picture for each prompt: RGBA, 8 bits each, no padding.

    Raises:
        ValueError: too many pictures, or a side that is not between 64 and 256.
    """
    if len(prompts) > MAX_PICTURES or not MIN_SIDE <= side <= MAX_SIDE:
        raise ValueError(f"A gallery has up to {MAX_PICTURES} pictures, {MIN_SIDE}–{MAX_SIDE} px.")
    options = ImageOptions(width=side, height=side)
    for number, prompt in enumerate(prompts):
        yield draw_small(prompt, seed + number, options).convert("RGBA").tobytes()
