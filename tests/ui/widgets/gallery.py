"""Every component in dark and light, rendered to PNG files to compare with the design.

Run as a script: ``python tests/ui/widgets/gallery.py OUTPUT_DIR``.
"""

from __future__ import annotations

import math
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MEDIADESK_NO_ANIMATION", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QThreadPool,
)
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap
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

from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.buttons import Button, IconButton, PrimaryButton
from mediadesk.ui.widgets.card import Card, MessageBar
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.chip import Badge, Chip
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.drop_slot import DropSlot
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.media_cell import HISTORY, SLIM, CellAction, CellRole
from mediadesk.ui.widgets.media_player import MediaPlayer
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from mediadesk.ui.widgets.progress import ProgressBar, ProgressRing
from mediadesk.ui.widgets.provider_tile import ProviderTile
from mediadesk.ui.widgets.range_control import RangeControl
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.stepper import Stepper
from mediadesk.ui.widgets.switch import Switch
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.widgets.toast import Toast
from mediadesk.ui.widgets.zoom_bar import ZoomBar

NO_PARENT = QModelIndex()


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
    ring = ProgressRing()
    ring.set_progress(0.43, "43%")
    layout.addWidget(row(ring, ProviderTile("Ge", "s.gemini"), ProviderTile("OA", "s.openai")))
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


def picture(hue: int) -> QPixmap:
    """A soft landscape of one hue."""
    pixmap = QPixmap(256, 256)
    painter = QPainter(pixmap)
    sky = QLinearGradient(0, 0, 0, 256)
    sky.setColorAt(0, QColor.fromHsv(hue, 60, 250))
    sky.setColorAt(1, QColor.fromHsv((hue + 40) % 360, 120, 120))
    painter.fillRect(pixmap.rect(), sky)
    painter.setBrush(QColor.fromHsv(hue, 140, 90))
    painter.drawEllipse(60, 150, 320, 200)
    painter.end()
    return pixmap


class SampleCells(QAbstractListModel):
    """One cell of each kind and state."""

    def __init__(self) -> None:
        super().__init__()
        wave = [(-abs(math.sin(n / 7)), abs(math.sin(n / 7))) for n in range(80)]
        text = "Each piece leaves the wheel slightly different. We glaze by hand, in small batches"
        role = CellRole
        done: dict[int, object] = {
            role.STATE: "done",
            role.KIND: "image",
            role.CAPTION: "Imagen 4 Ultra",
            role.CAPTION_RIGHT: "$0.24",
        }
        running: dict[int, object] = {
            role.STATE: "running",
            role.PROGRESS: 0.5,
            role.CAPTION: "Nano Banana Pro",
        }
        self.rows: list[dict[int, object]] = [
            {
                **running,
                role.PICTURE: picture(20),
                role.RING_TEXT: "2/4",
                role.CAPTION_RIGHT: "8 s",
            },
            {**running, role.SNIPPET: text, role.BADGE: "212 tokens", role.KIND: "text"},
            {**done, role.PICTURE: picture(200), role.FAVOURITE: True, role.BADGE: "4"},
            {
                role.STATE: "failed",
                role.REASON: "Blocked by safety filter",
                role.CAPTION: "DALL-E 3",
            },
            {**done, role.PICTURE: picture(120), role.KIND: "video", role.LENGTH: "0:08"},
            {**done, role.KIND: "audio", role.PEAKS: wave, role.LENGTH: "1:42"},
            {**done, role.KIND: "text", role.SNIPPET: text, role.LENGTH: "Text"},
            {role.STATE: "queued", role.CAPTION: "FLUX 1.1 Pro"},
            {role.STATE: "uncertain", role.CAPTION: "Veo 3"},
            {role.STATE: "cancelled", role.CAPTION: "Veo 3"},
            {**running, role.RING_TEXT: "43%"},
        ]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        """All of them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        """What a cell shows."""
        return self.rows[index.row()].get(role)


FORM = (
    ParameterSpec(
        "aspect",
        ParameterKind.CHOICE,
        "Aspect ratio",
        default="1:1",
        choices=tuple(Choice(v, v) for v in ("1:1", "4:3", "3:4", "16:9", "9:16")),
    ),
    ParameterSpec(
        "size",
        ParameterKind.CHOICE,
        "Size",
        default="2K",
        choices=tuple(Choice(v, v) for v in ("1K", "2K", "4K")),
    ),
    ParameterSpec("sound", ParameterKind.FLAG, "Sound", "Included in the price", default=True),
    ParameterSpec("tokens", ParameterKind.INTEGER, "Max tokens", default=2048, minimum=1),
    ParameterSpec("negative", ParameterKind.LONG_TEXT, "Negative prompt"),
    ParameterSpec("seed", ParameterKind.SEED, "Seed", advanced=True),
    ParameterSpec(
        "guidance",
        ParameterKind.NUMBER,
        "Guidance",
        default=5.0,
        minimum=1,
        maximum=20,
        step=0.5,
        advanced=True,
    ),
    ParameterSpec(
        "steps", ParameterKind.INTEGER, "Steps", default=20, minimum=1, maximum=50, advanced=True
    ),
    ParameterSpec(
        "people",
        ParameterKind.CHOICE,
        "People",
        default="Allow adults",
        advanced=True,
        choices=tuple(Choice(v, v) for v in ("Allow adults", "Allow everyone", "Nobody")),
    ),
)

TEXT = """# Spring, from the kiln

Each piece leaves the wheel slightly different. We glaze by hand, in small batches, so the line
where terracotta meets bare stoneware is never the same twice.

## What is new

* **Three vases** in terracotta, sage and bone
* A lower, wider bowl that nests with last year's

| Finish | Dishwasher | Microwave |
|---|---|---|
| Dip glaze | Yes, top rack | Yes |
| Bare stoneware | By hand | Yes |

```html
<video src="spring.mp4" poster="hero.jpg"
       autoplay muted loop playsinline></video>
```

The range ships from `2027-03-01`. See [the shop](https://example.org).
"""


def media() -> QWidget:
    """Cells, form, text, sound, picture."""
    page = QWidget()
    page.resize(1440, 900)
    set_style(page, surface="window")
    outer = QVBoxLayout(page)
    strip = CellView("History", flow="strip", metrics=HISTORY)
    slim = CellView("Slim history", flow="strip", metrics=SLIM)
    grid = CellView(
        "Library",
        actions=(
            CellAction("favourite", "heart", "Favourite"),
            CellAction("use", "corner-up-left", "Use"),
            CellAction("compare", "columns-2", "Compare"),
            CellAction("more", "ellipsis", "More"),
        ),
    )
    model = SampleCells()
    model.setParent(page)
    for view in (strip, slim, grid):
        view.set_list_model(model)
    strip.set_current_row(2)
    slim.set_current_row(2)
    grid.select_range(2, 4)
    strip.setFixedHeight(150)
    slim.setFixedHeight(40)
    outer.addWidget(strip)
    outer.addWidget(slim)
    row = QHBoxLayout()
    outer.addLayout(row, 1)
    form = ParameterControls()
    form.set_specs(FORM, {"seed": 418220, "guidance": 6.5, "steps": 32})
    form.toggle_advanced()
    form.set_error("tokens", "Use 1 or more.")
    left = QVBoxLayout()
    left.addWidget(form)
    left.addStretch(1)
    form.setFixedWidth(336)
    row.addLayout(left)
    grid.setFixedWidth(320)
    row.addWidget(grid)
    text = TextView()
    text.set_text(TEXT)
    row.addWidget(text, 1)
    player = MediaPlayer("audio")
    player.open_media(
        _Nothing(),
        "wav",
        duration_ms=16_000,
        title="Episode 12, cold open",
        subtitle="Voice Sage, WAV 24 kHz mono",
        peaks=[
            (-abs(math.sin(n / 40) * math.sin(n / 3)), abs(math.sin(n / 40) * math.cos(n / 3)))
            for n in range(400)
        ],
    )
    player._show_position(6_600)
    right = QVBoxLayout()
    right.addWidget(player, 1)
    viewer = ImageViewer()
    viewer.set_image(picture(30).toImage(), full_size=QSize(2048, 2048))
    right.addWidget(viewer, 1)
    right.addWidget(ZoomBar(viewer))
    row.addLayout(right, 1)
    return page


class _Nothing:
    size = 0

    def read_at(self, _offset: int, _size: int, /) -> bytes:
        return b""

    def close(self) -> None:
        return


def dialog_over(page: QWidget) -> DialogBase:
    """The budget dialog."""
    dialog = DialogBase(
        page,
        "This run goes $3.60 over the budget",
        icon="wallet",
        icon_kind="warn",
        text="Lighthouse film may spend $32 in total. This 8-second video is estimated at $4.00.",
    )
    bar = BudgetBar(height=16)
    bar.set_shares(BudgetShares(2760, 400, 400, 3200))
    dialog.body.addWidget(bar)
    dialog.body.addWidget(QRadioButton("Run this once, leave the budget as it is"))
    dialog.set_note("Nothing has been sent yet")
    dialog.add_button(Button("Cancel", size="field"), result=0)
    dialog.add_button(Button("Run once, $4.00", kind="primary", size="field"), result=1)
    return dialog


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
