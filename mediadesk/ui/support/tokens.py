"""The design tokens (colours, sizes, motion) read from ``resources/theme/tokens.json``. Qt-free."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from mediadesk.ui.support.resource_files import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

Scheme = Literal["dark", "light"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every number and colour of the design; pixel values are unscaled."""

    colors: Mapping[Scheme, Mapping[str, str]]
    families: tuple[str, ...]
    mono_families: tuple[str, ...]
    font_sizes: Mapping[str, int]
    font_weights: Mapping[str, int]
    radius: Mapping[str, int]
    control: Mapping[str, int]
    motion: Mapping[str, int]
    layout: Mapping[str, Any]


@cache
def load_tokens() -> Tokens:
    """Read the token file once."""
    raw = json.loads(resource("theme", "tokens.json").read_text(encoding="utf-8"))
    font = raw["font"]
    return Tokens(
        colors=raw["color"],
        families=tuple(font["family"]),
        mono_families=tuple(font["mono"]),
        font_sizes=font["sizes"],
        font_weights=font["weights"],
        radius=raw["radius"],
        control=raw["control"],
        motion=raw["motion"],
        layout=raw["layout"],
    )


def palette_for(scheme: Scheme, *, high_contrast: bool = False) -> dict[str, str]:
    """Return token name → ``#RRGGBB`` for a scheme.

    High contrast turns decorative borders into control borders, soft fills into the window
    colour (the status line around them is drawn by the style) and tertiary into secondary text.
    """
    colors = dict(load_tokens().colors[scheme])
    if high_contrast:
        colors["border.default"] = colors["border.control"]
        colors["border.subtle"] = colors["border.control"]
        colors["text.tertiary"] = colors["text.secondary"]
        for name in ("ok", "warn", "err", "run", "idle", "res"):
            colors[f"{name}.soft"] = colors["bg.window"]
    return colors
