"""A page of components with cells, a form, text, sound and a picture, and a dialog."""

import math

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
)
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec
from mediadesk.ui.support.style import set_style
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.media_cell import HISTORY, SLIM, CellAction, CellRole
from mediadesk.ui.widgets.media_player import MediaPlayer
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.widgets.zoom_bar import ZoomBar

NO_PARENT = QModelIndex()


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
    fold = form.findChild(Button, "advanced-toggle")
    assert fold is not None
    fold.click()
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
        Silence(),
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


class Silence:
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
    dialog.add_button(Button("Cancel", size="field"), result=0)
    dialog.add_button(Button("Run once, $4.00", kind="primary", size="field"), result=1)
    return dialog
