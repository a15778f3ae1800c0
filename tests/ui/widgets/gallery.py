"""Every component in dark and light, rendered to PNG files to compare with the design.

Run as a script: ``python tests/ui/widgets/gallery.py OUTPUT_DIR``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MEDIADESK_NO_ANIMATION", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import (
    QThreadPool,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.buttons import Button, IconButton, PrimaryButton
from mediadesk.ui.widgets.card import Card, MessageBar
from mediadesk.ui.widgets.chip import Badge, Chip
from mediadesk.ui.widgets.drop_slot import DropSlot
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.progress import ProgressBar
from mediadesk.ui.widgets.provider_tile import ProviderTile
from mediadesk.ui.widgets.range_control import RangeControl
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.stepper import Stepper
from mediadesk.ui.widgets.switch import Switch
from mediadesk.ui.widgets.toast import Toast
from tests.ui.widgets.media_page import dialog_over, media


def row(*widgets: QWidget) -> QWidget:
    """Put widgets side by side."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return holder


def buttons() -> QWidget:
    """Buttons of every kind."""
    column, layout = _column()
    off = Button("Generate", kind="primary", name="off")
    off.setEnabled(False)
    layout.addWidget(row(Button("Generate", kind="primary"), off, Button("Test")))
    layout.addWidget(
        row(
            Button("Remix", kind="quiet", icon="shuffle"),
            Button("Clear", kind="link"),
            Button("Delete", kind="danger"),
            Button("Empty now", kind="dangerQuiet"),
        )
    )
    on = IconButton("panel-right", "Hide details", checkable=True)
    on.setChecked(True)
    favourite = IconButton(
        "heart", "Remove favourite", checkable=True, filled_when_on=True, color_on="fav"
    )
    favourite.setChecked(True)
    gone = IconButton("trash-2", "Delete this result")
    gone.setEnabled(False)
    layout.addWidget(row(IconButton("heart", "Favourite this result"), favourite, on, gone))
    layout.addWidget(
        row(
            Button("24", size="small"),
            Button("28"),
            Button("32", size="field"),
            PrimaryButton("40 Primary", shortcut="Ctrl ⏎"),
        )
    )
    return column


def fields() -> QWidget:
    """Fields, choices, sliders."""
    column, layout = _column()
    grid = QGridLayout()
    grid.setSpacing(12)
    filled = QLineEdit("Studio library")
    wrong = Field("", line_edit("Count"))
    wrong.editor.setProperty("text", "Not a number")
    wrong.set_error("Use 1 to 50")
    combo = QComboBox()
    combo.addItems(["Every month", "In total"])
    off = line_edit("Off", placeholder="Not for this model")
    off.setEnabled(False)
    grid.addWidget(line_edit("Name", placeholder="Placeholder"), 0, 0)
    grid.addWidget(filled, 0, 1)
    grid.addWidget(SearchField("Search settings"), 1, 0)
    grid.addWidget(wrong, 1, 1)
    grid.addWidget(combo, 2, 0)
    grid.addWidget(off, 2, 1)
    layout.addLayout(grid)
    layout.addWidget(
        SegmentedControl(
            [
                Segment("text", "Text", "type"),
                Segment("image", "Image", "image"),
                Segment("video", "Video", "clapperboard"),
                Segment("audio", "Audio", "audio-lines"),
            ],
            value="image",
            label="Type",
        )
    )
    on, off_box, mixed = QCheckBox("On"), QCheckBox("Off"), QCheckBox("Mixed")
    on.setChecked(True)
    mixed.setTristate(True)
    mixed.setCheckState(mixed.checkState().PartiallyChecked)
    one = QRadioButton("One")
    one.setChecked(True)
    layout.addWidget(
        row(on, off_box, mixed, one, QRadioButton("Other"), Switch("A", checked=True), Switch("B"))
    )
    guidance = RangeControl("Guidance", 1, 20, step=0.5, decimals=1)
    guidance.set_value(6.5)
    layout.addWidget(row(guidance, Stepper("Variations", value=4)))
    layout.addWidget(DropSlot())
    return column


def statuses() -> QWidget:
    """Chips, badges, bars, messages."""
    column, layout = _column()
    holder = QWidget()
    flow = FlowLayout(holder)
    for text, kind, icon in (
        ("Running", "run", ""),
        ("Queued", "idle", ""),
        ("Retry in 0:18", "warn", ""),
        ("Done", "ok", ""),
        ("Failed", "err", ""),
        ("Resumed after restart", "res", ""),
        ("Cancelled", "idle", "ban"),
    ):
        flow.addWidget(Chip(text, kind, icon=icon))  # type: ignore[arg-type]
    for badge in (
        Badge("Up to 4K", icon="scaling"),
        Badge("Free", kind="ok"),
        Badge("2 changed", kind="accent"),
        Badge("hero", kind="tag"),
        Badge("Ctrl", kind="key"),
    ):
        flow.addWidget(badge)
    layout.addWidget(holder)
    progress = ProgressBar()
    progress.set_fraction(0.43)
    unknown = ProgressBar()
    unknown.set_fraction(None)
    layout.addWidget(progress)
    layout.addWidget(unknown)
    for shares in (
        BudgetShares(46, 13, 9, 100),
        BudgetShares(86, 0, 0, 100),
        BudgetShares(100, 0, 0, 100),
    ):
        bar = BudgetBar()
        bar.set_shares(shares)
        layout.addWidget(bar)
    layout.addWidget(row(ProviderTile("Ge", "s.gemini"), ProviderTile("OA", "s.openai")))
    layout.addWidget(MessageBar("No connection. Browsing works.", "idle", icon="cloud-off"))
    layout.addWidget(MessageBar("86% of the budget is spent.", "warn"))
    layout.addWidget(MessageBar("OpenAI refused this key.", "err", action="Fix key"))
    layout.addWidget(MessageBar("It works. 42 models.", "ok"))
    layout.addWidget(
        Toast("6 items moved to Recently deleted", icon="trash-2", action="Undo", shortcut="Ctrl+Z")
    )
    layout.addStretch(1)
    return column


def texts() -> QWidget:
    """The type scale and cards."""
    column, layout = _column()
    for role in ("figure", "page", "title", "scope", "strong", "", "label", "muted", "caption"):
        layout.addWidget(role_label(f"{role or 'base'} 0123456789", role))
    layout.addWidget(role_label("mono sk-418220", "mono"))
    layout.addWidget(ElideLabel("A very long line that does not fit into this narrow place " * 3))
    card = Card()
    card.body.addWidget(role_label("Card", "strong"))
    card.body.addWidget(role_label("border only", "muted"))
    layout.addWidget(card)
    layout.addStretch(1)
    return column


def gallery() -> QWidget:
    """All components on one page."""
    page = QWidget()
    page.resize(1440, 760)
    set_style(page, surface="window")
    layout = QHBoxLayout(page)
    layout.setContentsMargins(32, 32, 32, 32)
    layout.setSpacing(28)
    left = QVBoxLayout()
    left.addWidget(buttons())
    left.addWidget(fields())
    left.addStretch(1)
    layout.addLayout(left, 1)
    layout.addWidget(statuses(), 1)
    layout.addWidget(texts(), 1)
    return page


def _column() -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    return column, layout


def main() -> None:
    """Render the gallery in both schemes and at 150 %."""
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme().install(app, preference="dark")
    for name, scheme, scale in (
        ("dark", "dark", 1.0),
        ("light", "light", 1.0),
        ("150", "dark", 1.5),
    ):
        theme().set_preference(scheme)  # type: ignore[arg-type]
        theme().set_scale(scale)
        for kind, page in (("basic", gallery()), ("media", media())):
            page.show()
            for _ in range(3):
                app.processEvents()
                QThreadPool.globalInstance().waitForDone()
            page.grab().save(str(target / f"{kind}-{name}.png"))
            if kind == "media":
                dialog = dialog_over(page)
                dialog.open()
                app.processEvents()
                page.grab().save(str(target / f"dialog-{name}.png"))
                dialog.reject()


if __name__ == "__main__":
    main()
