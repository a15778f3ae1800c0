"""What one text says and another does not, as harmless rich text. Pure and Qt-free."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from difflib import SequenceMatcher

_PARTS = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
MOST_WORDS = 6_000
"""Longer texts are compared by lines: words would take too long."""


def diff_html(before: str, after: str, colors: Mapping[str, str], *, font_px: int = 14) -> str:
    """Both texts in one: what only ``before`` has is struck out, what only ``after`` has is
    underlined. ``colors``: token → ``#RRGGBB``."""
    old, new = _split(before, after)
    gone = f"color:{colors['err.text']};background-color:{colors['err.soft']}"
    made = f"color:{colors['ok.text']};background-color:{colors['ok.soft']}"
    parts = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(_escaped("".join(old[a:b])))
            continue
        if b > a:
            parts.append(f'<s style="{gone}">{_escaped("".join(old[a:b]))}</s>')
        if d > c:
            parts.append(f'<u style="{made}">{_escaped("".join(new[c:d]))}</u>')
    ink = colors["text.primary"]
    return (
        f'<div style="color:{ink};font-size:{font_px}px;line-height:150%;'
        f'white-space:pre-wrap">{"".join(parts)}</div>'
    )


def _split(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _PARTS.findall(before), _PARTS.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        return _LINES.findall(before), _LINES.findall(after)
    return old, new


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
