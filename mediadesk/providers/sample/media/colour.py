"""Colour arithmetic in OKLCH, where equal steps look equal (Ottosson 2020, public domain)."""

from __future__ import annotations

import math
from collections.abc import Sequence

RGB = tuple[int, int, int]


def from_hex(text: str) -> RGB:
    """``"#rrggbb"`` as a triple."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(first: RGB, second: RGB, share: float) -> RGB:
    """``share`` of the second colour in the first; 0 gives the first, 1 the second."""
    share = min(1.0, max(0.0, share))
    return (
        round(first[0] + (second[0] - first[0]) * share),
        round(first[1] + (second[1] - first[1]) * share),
        round(first[2] + (second[2] - first[2]) * share),
    )


def ramp(stops: Sequence[RGB], position: float) -> RGB:
    """The colour at ``position`` (0..1) along evenly spaced stops."""
    place = min(0.9999, max(0.0, position)) * (len(stops) - 1)
    index = int(place)
    return mix(stops[index], stops[index + 1], place - index)


def _to_linear(value: int) -> float:
    share = value / 255.0
    return share / 12.92 if share <= 0.04045 else math.pow((share + 0.055) / 1.055, 2.4)


def _to_byte(value: float) -> int:
    value = min(1.0, max(0.0, value))
    share = 12.92 * value if value <= 0.0031308 else 1.055 * math.pow(value, 1 / 2.4) - 0.055
    return round(share * 255)


def to_oklch(colour: RGB) -> tuple[float, float, float]:
    """Lightness 0..1, chroma 0..about 0.35, hue in degrees."""
    red, green, blue = (_to_linear(part) for part in colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return light, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360.0


def from_oklch(light: float, chroma: float, hue: float) -> RGB:
    """The nearest displayable colour; parts out of range are clipped."""
    a = chroma * math.cos(math.radians(hue))
    b = chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _to_byte(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _to_byte(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _to_byte(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def lighten(colour: RGB, amount: float) -> RGB:
    """Lightness moved by ``amount`` (-1..1), hue kept."""
    light, chroma, hue = to_oklch(colour)
    return from_oklch(min(1.0, max(0.0, light + amount)), chroma, hue)


def turn(colour: RGB, degrees: float) -> RGB:
    """The hue turned, lightness kept."""
    light, chroma, hue = to_oklch(colour)
    return from_oklch(light, chroma, hue + degrees)


def toward_hue(colour: RGB, hue: float, chroma: float, share: float) -> RGB:
    """The colour pulled to a hue by ``share``, its lightness kept."""
    light, old_chroma, old_hue = to_oklch(colour)
    a = (1 - share) * old_chroma * math.cos(math.radians(old_hue))
    b = (1 - share) * old_chroma * math.sin(math.radians(old_hue))
    # Very dark and very light colours cannot carry much chroma.
    room = max(0.15, 1.0 - abs(light - 0.62) * 1.7)
    a += share * chroma * room * math.cos(math.radians(hue))
    b += share * chroma * room * math.sin(math.radians(hue))
    return from_oklch(light, math.hypot(a, b), math.degrees(math.atan2(b, a)))
