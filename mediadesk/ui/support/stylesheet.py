"""The one stylesheet, generated from the tokens. Variants are dynamic properties:

======== ======================================================= ===============================
property values                                                  on
======== ======================================================= ===============================
kind     primary, standard, quiet, link, danger, dangerQuiet,    QPushButton
         icon, tab, scope, fold, dashed
btnSize  note, small, field, big                                 QPushButton
segSize  small                                                   QFrame with exclusive buttons
rowSize  small, tall                                             fields 28 or 38 high, not 32
role     label, muted, caption, note, meta, prose, heading,       QLabel
         subtitle, accent, tertiary, strong, scope, title, page, figure,
         mono, secondary, error, good, warning, badge
seg      true                                                    QFrame with exclusive buttons
state    error, warning                                          fields; repolish after a change
surface  sidebar, window, card, raised, canvas, group, field     QWidget with WA_StyledBackground
======== ======================================================= ===============================

Qt-free, so it can be checked without an application.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mediadesk.ui.support.resource_files import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediadesk.ui.support.tokens import Scheme

_LENGTH = re.compile(r"(-?\d+)dp")
_NAME = re.compile(r"\{([a-zA-Z.]+)\}")


def build_stylesheet(
    colors: Mapping[str, str], *, scheme: Scheme, scale: float, high_contrast: bool = False
) -> str:
    """Return the stylesheet for the given colours (token → ``#RRGGBB``) and text size factor."""
    source = _source("mediadesk") + (_source("high-contrast") if high_contrast else "")
    words = dict(colors) | _derived(colors, scheme, scale)
    sized = _LENGTH.sub(lambda match: f"{round(int(match[1]) * scale)}px", source)
    return _NAME.sub(lambda match: words[match[1]], sized)


@cache
def _source(name: str) -> str:
    return resource("theme", f"{name}.qss").read_text(encoding="utf-8")


def _derived(colors: Mapping[str, str], scheme: Scheme, scale: float) -> dict[str, str]:
    dark = scheme == "dark"
    return {
        "scheme": scheme,
        "font.mono": '"JetBrains Mono", "Cascadia Mono", "SF Mono", "DejaVu Sans Mono", monospace',
        # Raised and hover are nearly equal in the dark scheme, so a button goes one step further.
        "button.hover": colors["bg.pressed" if dark else "bg.hover"],
        "button.pressed": colors["border.default" if dark else "bg.pressed"],
        "seg.on": colors["bg.pressed" if dark else "bg.surface"],
        "seg.onBorder": colors["bg.pressed" if dark else "border.default"],
        "seg.border": colors["border.subtle"],
        "slider.groove": mix(colors["border.control"], colors["bg.window"], 0.55),
        "slider.margin": str((round(10 * scale) + 4 - round(4 * scale)) // 2),
        "slider.radius": str((round(10 * scale) + 4) // 2),
        "radio.off": str((round(14 * scale) + 2) // 2),
        "radio.on": str((round(6 * scale) + 2 * round(5 * scale)) // 2),
    }


def mix(over: str, under: str, share: float) -> str:
    """Return the opaque colour of ``over`` painted with opacity ``share`` on ``under``."""
    pairs = ((int(over[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)
