"""The theme: switching at run time, text size, high contrast."""

import re

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mediadesk.ui.support.icons import icon_pixmap, set_icon
from mediadesk.ui.support.resource_files import resource
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.stylesheet import build_stylesheet, mix
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.tokens import palette_for


def test_switching_the_scheme_repaints_the_application(qapp: QApplication) -> None:
    seen: list[str] = []
    theme().changed.connect(lambda: seen.append(theme().scheme))
    theme().set_preference("light")
    assert seen == ["light"]
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == "#FAFAFB"
    assert "#FAFAFB" in qapp.styleSheet()
    assert not theme().is_dark


def test_stylesheet_has_no_hole_and_scales_only_lengths_that_should() -> None:
    sheet = build_stylesheet(palette_for("dark"), scheme="dark", scale=2.0)
    assert not re.search(r"\{[a-z]+\.[a-zA-Z]+\}|\ddp", sheet)
    assert "min-height: 52px" in sheet
    assert "border: 1px solid" in sheet


@pytest.mark.parametrize(("asked", "got"), [(0.1, 0.8), (1.5, 1.5), (9.0, 2.0)])
def test_text_size_snaps_into_its_range(qtbot: QtBot, asked: float, got: float) -> None:
    label = QLabel("x")
    set_style(label, role="page")
    qtbot.addWidget(label)
    theme().set_scale(asked)
    label.ensurePolished()
    assert theme().scale == got
    assert label.font().pixelSize() == round(20 * got)


def test_bundled_fonts_are_used(qtbot: QtBot) -> None:
    button = QPushButton("1")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert QFontInfo(button.font()).family() == "Inter"
    assert QFontInfo(theme().font(mono=True)).family() == "JetBrains Mono"


def test_high_contrast_strengthens_lines_and_drops_soft_fills() -> None:
    theme().set_high_contrast(True)
    assert theme().hex("border.default") == theme().hex("border.control")
    assert theme().hex("ok.soft") == theme().hex("bg.window")
    assert theme().hex("text.tertiary") == theme().hex("text.secondary")


def test_icons_wear_the_token_colour_and_follow_the_theme(qtbot: QtBot) -> None:
    image = icon_pixmap("square", "err.text", 64, dpr=1.0).toImage()
    inks = {
        image.pixelColor(x, y).name().upper()
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {theme().hex("err.text")}
    button = QPushButton()
    qtbot.addWidget(button)
    set_icon(button, "star")
    before = button.icon().cacheKey()
    theme().set_preference("light")
    assert button.icon().cacheKey() != before


def test_every_bundled_icon_has_a_colour_to_replace() -> None:
    files = sorted(resource("icons").glob("*.svg"))
    assert len(files) > 100
    for file in files:
        assert "currentColor" in file.read_text(encoding="utf-8"), file.name


def test_mix_is_an_opaque_blend() -> None:
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
