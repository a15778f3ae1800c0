"""Pages of components: colours, type, icons and every widget with its states."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.resource_files import resource
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.tokens import load_tokens, palette_for
from mediadesk.ui.widgets.card import Card
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.media_cell import CellAction, CellMetrics
from mediadesk.ui.widgets.provider_tile import ProviderTile
from tests.shots.parts import below, buttons, captioned, fields, menu, messages, row, rows, statuses
from tests.ui.widgets.media_page import SampleCells, dialog_over, media

SIZE = (1440, 1180)
_SURFACES = (
    *("bg.canvas", "bg.sidebar", "bg.window", "bg.surface"),
    *("bg.raised", "bg.field", "bg.hover", "bg.pressed"),
    *("bg.selected", "border.subtle", "border.default", "border.control"),
)
_WORDS = (
    *("text.primary", "text.secondary", "text.tertiary", "accent.text"),
    *("ok.text", "warn.text", "err.text", "res.text"),
)
_SERIES = (
    ("OA", "OpenAI", "s.openai"),
    ("An", "Anthropic", "s.anthropic"),
    ("Ge", "Gemini", "s.gemini"),
    ("Or", "OpenRouter", "s.openrouter"),
    ("Fa", "FAL", "s.fal"),
    ("Nb", "Nano Banana", "s.nano"),
    ("Ve", "Veo3", "s.veo"),
)
_TYPE = (
    ("figure", "28 Key figure", "28/34, 600"),
    ("page", "20 Page title", "20/26, 600"),
    ("title", "16 Dialog title", "16/22, 600"),
    ("scope", "14 Scope, reading text", "14/20, 600"),
    ("", "13 Base for every control", "13/18, 400 or 500"),
    ("label", "12 Labels and metadata", "12/16, 400 to 600"),
    ("caption", "11 Chips, badges, axis", "11/16, the smallest"),
    ("mono", "12 Mono: keys, seeds, answers", "12/17"),
)
_ICONS = 54
_ACTIONS = (
    CellAction("favourite", "heart", "Favourite"),
    CellAction("use", "corner-up-left", "Use as input"),
    CellAction("mark", "columns-2", "Mark for compare"),
)


async def photograph_components(folder: Path) -> int:
    """Write the pictures; returns how many."""
    count = 0
    for scheme in ("dark", "light"):
        theme().set_preference(scheme)
        for name, page in (("10-components", components()), ("components-media", media())):
            page.show()
            await asyncio.sleep(0.6)
            page.grab().save(str(folder / f"{name}-{scheme}.png"))
            count += 1
            if name == "components-media":
                dialog = dialog_over(page)
                dialog.open()
                await asyncio.sleep(0.2)
                page.grab().save(str(folder / f"components-dialog-{scheme}.png"))
                count += 1
                dialog.reject()
            page.hide()
            page.deleteLater()
    return count


def components() -> QWidget:
    """Colours, type, icons and every widget with its states."""
    page = QWidget()
    page.resize(*SIZE)
    set_style(page, surface="window")
    layout = QHBoxLayout(page)
    layout.setContentsMargins(32, 28, 32, 28)
    layout.setSpacing(32)
    columns = (
        (_surfaces(), _words(), _series(), _type(), _shapes(), menu()),
        (buttons(), fields(), statuses()),
        (_cells(), rows(), messages(), _icons(), _elevation()),
    )
    for parts in columns:
        column = QVBoxLayout()
        column.setSpacing(24)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        layout.addLayout(column, 1)
    return page


def _surfaces() -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    colors = palette_for(theme().scheme)
    for number, name in enumerate(_SURFACES):
        patch = QFrame()
        patch.setFixedHeight(34)
        patch.setStyleSheet(
            f"background:{colors[name]};border:1px solid {colors['border.default']};"
            "border-radius:6px"
        )
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(patch)
        cell.addWidget(role_label(name, "caption"))
        cell.addWidget(role_label(colors[name], "mono"))
        grid.addLayout(cell, number // 4, number % 4)
    return below("Surfaces", holder)


def _words() -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(8)
    colors = palette_for(theme().scheme)
    for number, name in enumerate(_WORDS):
        label = QLabel(name)
        label.setStyleSheet(f"color:{colors[name]}")
        at = number // 2, number % 2 * 2
        grid.addWidget(label, *at)
        grid.addWidget(role_label(colors[name], "mono"), at[0], at[1] + 1)
    return below("Text and status colours", holder)


def _series() -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for letters, words, series in _SERIES:
        one = row(ProviderTile(letters, series, size=28), role_label(words), gap=8)
        one.setFixedWidth(132)
        flow.addWidget(one)
    return below("Series", holder)


def _type() -> QWidget:
    return below(
        "Type",
        *(row(role_label(words, role), role_label(size, "caption")) for role, words, size in _TYPE),
        gap=6,
    )


def _shapes() -> QWidget:
    tokens = load_tokens()
    squares = []
    for side in (2, 4, 6, 8, 12, 16, 20, 24, 32, 48):
        square = QFrame()
        square.setFixedSize(side, side)  # as many pixels as the token says
        square.setStyleSheet(f"background:{theme().hex('accent.soft')}")
        squares.append(captioned(square, str(side)))
    corners = []
    for name, radius in tokens.radius.items():
        corner = QFrame()
        corner.setFixedSize(32, 32)
        edge = theme().hex("border.control")
        corner.setStyleSheet(f"border:1px solid {edge};border-radius:{radius}px")
        corners.append(captioned(corner, f"{name} {radius}"))
    return below("Space and radius", row(*squares, gap=8), row(*corners, gap=8))


def _elevation() -> QWidget:
    cards = []
    for surface, words in (("card", "Card"), ("raised", "Menu"), ("field", "Field")):
        card = Card(surface=surface)
        card.body.addWidget(role_label(words, "muted"))
        card.body.addWidget(role_label("border only", "muted"))
        cards.append(card)
    return below("Elevation", row(*cards))


def _cells() -> QWidget:
    cells = SampleCells()
    view = CellView("Cells", actions=_ACTIONS, metrics=CellMetrics(width=120), name="cells")
    cells.setParent(view)
    view.set_list_model(cells)
    view.setFixedHeight(286)
    view.select_range(1, 1, keep=False)
    view.set_current_row(2, select=False)
    return below("Thumbnail cell", view)


def _icons() -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    folder = resource("icons")
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".svg"))
    for name in names[:_ICONS]:
        label = QLabel()
        label.setPixmap(icon_pixmap(name.removesuffix(".svg"), "text.secondary", 16))
        label.setFixedSize(22, 22)
        flow.addWidget(label)
    return below("Icons, 16 px, 1.75 line", holder)
