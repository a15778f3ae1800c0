"""How much of a result the parameters ask for: seconds, pace, megapixels."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mediadesk.domain.parameters import ParameterValue

MOST_MEGAPIXELS = 4
"""What a picture has at most where neither its size nor a picture to go by is given."""
SPOKEN_CHARACTERS_PER_SECOND = 12
"""To expect of speech at its natural pace; people speak about 14."""
_SQUARE_PIXELS = 1024 * 1024
_PIXELS = re.compile(r"(\d{2,5})\s*[x×*]\s*(\d{2,5})")
_NAMED: Mapping[str, int] = {
    # the usual presets have at most 1024 × 1024 pixels
    **dict.fromkeys(("square", "square_hd", "portrait_4_3", "portrait_16_9"), 1),
    **dict.fromkeys(("landscape_4_3", "landscape_16_9"), 1),
    "0.5k": 1,
    "512": 1,
    "1k": 2,
    "2k": 5,
    "4k": 17,
}


def megapixels_of(parameters: Mapping[str, ParameterValue]) -> int:
    """Started megapixels of one picture; 0 where the parameters do not say."""
    for name in ("image_size", "size", "resolution"):
        text = str(parameters.get(name, "")).strip().lower()
        if pixels := _PIXELS.fullmatch(text):
            return started_megapixels(int(pixels[1]), int(pixels[2]))
        if text in _NAMED:
            return _NAMED[text]
    width, height = parameters.get("width"), parameters.get("height")
    if isinstance(width, int) and isinstance(height, int):
        return started_megapixels(width, height)
    return 0


def started_megapixels(width: int, height: int) -> int:
    """Millions of pixels, rounded up; 1024 × 1024 is one."""
    pixels = width * height
    return 1 if pixels <= _SQUARE_PIXELS else -(-pixels // 1_000_000)


def speed_of(parameters: Mapping[str, ParameterValue]) -> float:
    """How fast speech is asked for; 1 is the natural pace."""
    value = parameters.get("speed")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and value else 1.0


def seconds_of(parameters: Mapping[str, ParameterValue]) -> float:
    """Seconds of one result; 0 where the parameters do not say."""
    milliseconds = parameters.get("music_length_ms")
    if isinstance(milliseconds, int):
        return milliseconds / 1000
    for name in ("duration", "seconds", "duration_seconds", "seconds_total"):
        value = parameters.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if isinstance(value, str) and value.replace(".", "", 1).isdigit():
            return float(value)
    return 0.0
