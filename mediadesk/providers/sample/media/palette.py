"""Palettes: hand-made colour schemes, bent by the colour words and moods of a prompt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mediadesk.providers.sample.media.colour import (
    RGB,
    from_hex,
    from_oklch,
    mix,
    to_oklch,
    toward_hue,
    turn,
)


@dataclass(frozen=True)
class Palette:
    """The roles that every motif paints with, from the sky down to the ink."""

    name: str
    sky: tuple[RGB, RGB, RGB]
    sun: RGB
    far: RGB
    mid: RGB
    near: RGB
    accent: RGB
    second: RGB
    paper: RGB
    ink: RGB

    @property
    def is_dark(self) -> bool:
        """True where the sky is darker than a usual evening."""
        return to_oklch(self.sky[0])[0] < 0.38

    @property
    def swatches(self) -> tuple[RGB, ...]:
        """The flat colours for posters and patterns."""
        return (self.accent, self.second, self.mid, self.near, self.far, self.sky[1], self.paper)

    def mapped(self, change: Callable[[RGB], RGB]) -> Palette:
        """The same palette with every colour changed."""
        return Palette(
            self.name,
            (change(self.sky[0]), change(self.sky[1]), change(self.sky[2])),
            change(self.sun),
            change(self.far),
            change(self.mid),
            change(self.near),
            change(self.accent),
            change(self.second),
            change(self.paper),
            change(self.ink),
        )


def _scheme(name: str, text: str) -> Palette:
    parts = [from_hex("#" + word) for word in text.split()]
    return Palette(name, (parts[0], parts[1], parts[2]), *parts[3:])


# Order of the colours: sky top, middle, low; sun, far, mid, near, accent, second, paper, ink.
SCHEMES: dict[str, Palette] = {
    scheme.name: scheme
    for scheme in (
        _scheme(
            "dawn",
            "6f86b8 f2b9a0 ffe3c2 fff3d6 b9a9c0 6f7396 2b3150 e2725b f2c14e f6ebdd 1f2440",
        ),
        _scheme(
            "golden",
            "e3ad6b f6d09a fff0d0 fffbe8 dfae78 bb7b45 5a3218 c8502b 7d9070 efe3d0 33231a",
        ),
        _scheme(
            "noon",
            "3f8fd2 8cc4ea dff1f7 fffef2 9fc0d4 5d8f8a 24514b e4572e f3a712 f5f3ea 17343a",
        ),
        _scheme(
            "dusk",
            "1d1f4f 8b3f73 f58a5b ffd08a 6b3f73 3f2a57 160f2a ff6b5e ffc15e f3d9c8 150e29",
        ),
        _scheme(
            "night",
            "050b1f 0f2447 234a70 f3f1dc 1c3a5e 102844 060d1d 5ad1c0 f4c95d dfe6ee 04081a",
        ),
        _scheme(
            "polar",
            "0b0a2a 1d2b5f 1f6f78 d8fff0 17324f 0d2138 050c18 4fe3a3 9a6bff e2f1ee 050a1c",
        ),
        _scheme(
            "forest",
            "6f8f86 a9c0b2 e3eadc fdfbe6 8aa79a 4b6f61 18332b d9843b c9c46a f0eee0 10231d",
        ),
        _scheme(
            "rose",
            "8e6c8a e3a6b0 fbe2dc fff6ee c99aa8 8a5a75 3a2038 b8405e f0a868 f8ebe6 2c1629",
        ),
        _scheme(
            "teal",
            "0f4c5c 3c91a0 bfe3dd fffbe6 6aaeb2 2b7483 0a2c38 fb8b24 e36414 eef4ee 08222c",
        ),
        _scheme(
            "autumn",
            "a8643c e0a15e f7dfb2 fff6dc c98a55 8f4f2d 3a1b12 b3291f e6a51e f6ead2 2b130c",
        ),
        _scheme(
            "neon",
            "12002f 5a0c84 ff3fa4 ffe45e 46127a 2b0a56 0d0221 00e5ff ff2e93 f0d9ff 0a0118",
        ),
        _scheme(
            "storm",
            "2d3a46 5f7380 b8c4c6 eef3ee 7c8f99 4d5f6b 1b2730 d1a054 7fb0b5 e8ebe8 141d25",
        ),
    )
}

MONO = _scheme(
    "mono", "3a3d42 8e9297 dcdddc fafaf7 a4a7aa 62666b 1f2226 c9c9c4 7f8388 f1f0ec 121417"
)

COLOUR_HUES: dict[str, tuple[float, float]] = {
    # word: OKLCH hue, chroma at middle lightness
    "red": (27, 0.19), "scarlet": (29, 0.21), "crimson": (20, 0.19), "ruby": (17, 0.19),
    "coral": (33, 0.16), "terracotta": (42, 0.13), "rust": (45, 0.14), "orange": (58, 0.17),
    "copper": (52, 0.12), "amber": (75, 0.16), "gold": (88, 0.15), "golden": (85, 0.14),
    "yellow": (100, 0.17), "lemon": (105, 0.17), "ochre": (82, 0.12), "lime": (125, 0.19),
    "green": (145, 0.16), "emerald": (158, 0.15), "sage": (135, 0.06), "olive": (115, 0.09),
    "mint": (165, 0.10), "jade": (163, 0.12), "turquoise": (190, 0.12), "teal": (195, 0.11),
    "cyan": (205, 0.13), "azure": (235, 0.14), "blue": (255, 0.16), "cobalt": (262, 0.19),
    "navy": (264, 0.12), "indigo": (277, 0.17), "violet": (300, 0.18), "purple": (308, 0.18),
    "lavender": (295, 0.09), "lilac": (310, 0.09), "magenta": (330, 0.22), "pink": (355, 0.14),
    "rose": (5, 0.12), "burgundy": (15, 0.12), "peach": (55, 0.10), "brown": (60, 0.08),
    "sepia": (70, 0.06), "beige": (85, 0.04), "cream": (92, 0.05), "silver": (240, 0.015),
}  # fmt: skip

GREY_WORDS = frozenset({"grey", "gray", "monochrome", "black-and-white", "charcoal", "noir"})


def coloured(palette: Palette, hues: Sequence[tuple[float, float]]) -> Palette:
    """The palette pulled to the named colours: the first leads, the second is the counterpoint."""
    if not hues:
        return palette
    lead, lead_chroma = hues[0]
    second, second_chroma = hues[1] if len(hues) > 1 else (lead + 150.0, 0.13)
    pulled = palette.mapped(lambda colour: toward_hue(colour, lead, lead_chroma * 0.75, 0.72))
    return Palette(
        palette.name,
        pulled.sky,
        mix(palette.sun, pulled.sun, 0.5),
        pulled.far,
        pulled.mid,
        pulled.near,
        from_oklch(0.60, lead_chroma, lead),
        from_oklch(0.68, second_chroma, second),
        pulled.paper,
        pulled.ink,
    )


def jittered(palette: Palette, degrees: float, chroma: float, light: float) -> Palette:
    """A relative of the palette: hue turned, chroma scaled, lightness moved a little."""

    def change(colour: RGB) -> RGB:
        lightness, old_chroma, hue = to_oklch(turn(colour, degrees))
        moved = lightness + light * (0.5 - abs(lightness - 0.5)) * 2
        return from_oklch(min(1.0, max(0.0, moved)), old_chroma * chroma, hue)

    return palette.mapped(change)


def from_swatches(palette: Palette, swatches: Sequence[RGB], share: float) -> Palette:
    """The palette pulled to the colours of a picture, each role to the nearest lightness."""
    if not swatches:
        return palette

    def change(colour: RGB) -> RGB:
        light = to_oklch(colour)[0]
        nearest = min(swatches, key=lambda swatch: abs(to_oklch(swatch)[0] - light))
        return mix(colour, nearest, share)

    return palette.mapped(change)
