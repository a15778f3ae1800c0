"""Contrast AA, computed for every colour that the window paints words and parts with."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import mediadesk.ui
from mediadesk.ui.support.stylesheet import build_stylesheet
from mediadesk.ui.support.tokens import Scheme, load_tokens, palette_for
from tests.ui.support.contrast import AA_PARTS, AA_TEXT, contrast

LOOKS: tuple[tuple[Scheme, bool], ...] = (
    ("dark", False),
    ("light", False),
    ("dark", True),
    ("light", True),
)
SURFACES = ("sidebar", "window", "surface", "raised", "field", "hover", "pressed", "selected")
SOFT = ("ok", "warn", "err", "run", "idle", "res")
FILLS = ("accent.fill", "accent.hover", "accent.pressed", "err.fill")
PARTS = ("border.control", "focus", "star", "fav", "warn.fill", "accent.text")
"""What has a meaning without being words: lines of what can be switched, rings, marks."""
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INK = re.compile(r"(?<![-\w])(?:color|placeholder-text-color):\s*(#\w{6})")
_GROUND = re.compile(r"(?<![-\w])background(?:-color)?:\s*(#\w{6})")
_SELECTED = re.compile(
    r"selection-background-color:\s*(#\w{6});\s*selection-color:\s*(#\w{6})", re.DOTALL
)

looks = pytest.mark.parametrize(("scheme", "high_contrast"), LOOKS)


def words_of(scheme: Scheme) -> list[str]:
    """Every token that writes, but the grey of what cannot be used now."""
    names = (name for name in load_tokens().colors[scheme] if name.endswith(".text"))
    return ["text.primary", "text.secondary", "text.tertiary", *names]


def pairs(scheme: Scheme) -> Iterator[tuple[str, str, float]]:
    """Which token stands on which, and the least contrast."""
    for text in words_of(scheme):
        yield from ((text, f"bg.{surface}", AA_TEXT) for surface in SURFACES)
    for text in ("text.primary", "text.secondary", "text.tertiary", "accent.text", "err.text"):
        yield text, "bg.canvas", AA_TEXT
    yield from (("text.onAccent", fill, AA_TEXT) for fill in FILLS)
    for kind in SOFT:
        yield from ((text, f"{kind}.soft", AA_TEXT) for text in (f"{kind}.text", "text.primary"))
    yield "accent.text", "accent.soft", AA_TEXT
    for part in PARTS:
        yield from ((part, f"bg.{surface}", AA_PARTS) for surface in SURFACES)
    for series in load_tokens().colors[scheme]:
        if series.startswith("s."):
            yield series, "bg.surface", AA_PARTS


@looks
def test_every_token_can_be_read_where_it_stands(scheme: Scheme, high_contrast: bool) -> None:
    colors = palette_for(scheme, high_contrast=high_contrast)
    weak = [
        f"{ink} on {ground}: {ratio:.2f}"
        for ink, ground, least in pairs(scheme)
        if (ratio := contrast(colors[ink], colors[ground])) < least
    ]
    assert weak == []


@looks
def test_every_rule_of_the_stylesheet_can_be_read(scheme: Scheme, high_contrast: bool) -> None:
    colors = palette_for(scheme, high_contrast=high_contrast)
    sheet = build_stylesheet(colors, scheme=scheme, scale=1.0, high_contrast=high_contrast)
    weak, checked = list[str](), 0
    for selector, body in _RULE.findall(_COMMENT.sub("", sheet)):
        for ground, ink in _SELECTED.findall(body):
            if contrast(ink, ground) < AA_TEXT:
                weak.append(f"{selector.strip()}: selected text")
        if ":disabled" in selector:
            continue
        grounds = _GROUND.findall(body) or [colors[f"bg.{surface}"] for surface in SURFACES]
        for ink in _INK.findall(body):
            checked += 1
            least = min(contrast(ink, ground) for ground in grounds)
            if least < AA_TEXT:
                weak.append(f"{selector.strip()}: {ink} {least:.2f}")
    assert weak == []
    assert checked > 40


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_high_contrast_gives_every_field_and_card_a_line_that_shows(scheme: Scheme) -> None:
    colors = palette_for(scheme, high_contrast=True)
    for line in ("border.default", "border.subtle"):
        for surface in SURFACES:
            assert contrast(colors[line], colors[f"bg.{surface}"]) >= AA_PARTS, (line, surface)


def test_no_code_writes_with_a_colour_that_is_not_checked() -> None:
    """A pen of another token would paint words that no line above has looked at."""
    checked = {*words_of("dark"), "text.onAccent", "text.disabled"}
    pens = re.compile(r'setPen\(\s*theme\(\)\.color\("([\w.]+)"\)\s*\)\s*\n\s*\w+\.drawText')
    used = {
        name
        for file in Path(mediadesk.ui.__file__).parent.rglob("*.py")
        for name in pens.findall(file.read_text(encoding="utf-8"))
    }
    assert used
    assert used <= checked
