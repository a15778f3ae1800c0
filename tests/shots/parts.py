"""Every component in every state, built from the real widgets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.painting import ring_around
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.buttons import Button, IconButton, PrimaryButton
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.chip import Badge, Chip
from mediadesk.ui.widgets.data_table import Column, DataTable
from mediadesk.ui.widgets.drop_slot import DropSlot
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.progress import ProgressBar
from mediadesk.ui.widgets.range_control import RangeControl
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.stepper import Stepper
from mediadesk.ui.widgets.switch import Switch
from mediadesk.ui.widgets.toast import Toast


def row(*widgets: QWidget, gap: int = 12) -> QWidget:
    """Put widgets side by side."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return holder


def captioned(widget: QWidget, words: str) -> QWidget:
    """A widget with the name of its state below."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addStretch(1)
    layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(role_label(words, "caption"), 0, Qt.AlignmentFlag.AlignHCenter)
    return holder


def below(title: str, *parts: QWidget, gap: int = 10) -> QWidget:
    """A part of the page with its title."""
    column, layout = _column(gap)
    if title:
        layout.addWidget(role_label(title, "heading"))
    for part in parts:
        layout.addWidget(part)
    return column


class _Ringed(QWidget):
    """Draws the ring of the keyboard focus around what it holds."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(held)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        ring_around(painter, inner, 6, theme().color("focus"), 2, 2)


def _looks(button: QPushButton, state: str) -> QPushButton:
    """Make a button look as in a state that only a pointer makes."""
    if state == "hover":
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    elif state == "pressed":
        button.setDown(True)
    elif state == "disabled":
        button.setEnabled(False)
    return button


def buttons() -> QWidget:
    """Buttons of every kind and state."""
    states = ("primary", "hover", "pressed", "disabled")
    primary = [
        captioned(_looks(Button("Generate", kind="primary", name=f"primary-{s}"), s), s)
        for s in states
    ]
    tests = [
        captioned(_looks(Button("Test", name=f"test-{s}"), s), s)
        for s in ("standard", "hover", "pressed")
    ]
    ringed = Button("Generate", kind="primary", name="primary-focus")
    primary.insert(3, captioned(_Ringed(ringed), "focus"))
    tests.append(captioned(_Ringed(Button("Test", name="test-focus")), "focus"))
    quiet = captioned(Button("Remix", kind="quiet", icon="shuffle"), "quiet")
    link = captioned(Button("Clear", kind="link"), "link")
    on = IconButton("panel-right", "Hide details", checkable=True)
    on.setChecked(True)
    favourite = IconButton(
        "heart", "Remove favourite", checkable=True, filled_when_on=True, color_on="fav"
    )
    favourite.setChecked(True)
    gone = IconButton("trash-2", "Delete this result")
    gone.setEnabled(False)
    hovered = IconButton("heart", "Favourite that result")
    icons = (IconButton("heart", "Favourite this result"), _looks(hovered, "hover"), on, gone)
    return below(
        "Buttons",
        row(*primary),
        row(*tests, quiet, link),
        row(
            captioned(Button("Delete", kind="danger"), "danger"),
            captioned(Button("Empty now", kind="dangerQuiet"), "danger quiet"),
            *(captioned(one, w) for one, w in zip(icons, ("icon", "hover", "on", "off"))),  # noqa: B905
            captioned(favourite, "favourite"),
        ),
        row(
            captioned(Button("24", size="small"), "small"),
            captioned(Button("28"), "default"),
            captioned(Button("32", size="field"), "field row"),
            captioned(PrimaryButton("40 Primary", shortcut="Ctrl ↵"), "one per view"),
        ),
    )


def fields() -> QWidget:
    """Fields, choices, sliders."""
    grid_box = QWidget()
    grid = QGridLayout(grid_box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(12)
    wrong = Field("", line_edit("Count"))
    wrong.editor.setProperty("text", "Not a number")
    wrong.set_error("Use 1 to 50")
    combo = QComboBox()
    combo.addItems(["Every month", "In total"])
    off = line_edit("Off", placeholder="Not for this model")
    off.setEnabled(False)
    grid.addWidget(line_edit("Name", placeholder="Placeholder"), 0, 0)
    grid.addWidget(QLineEdit("Studio library"), 0, 1)
    focused = QLineEdit("Studio")
    focused.setObjectName("focused-field")
    grid.addWidget(focused, 1, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(wrong, 1, 1)
    grid.addWidget(combo, 2, 0)
    grid.addWidget(off, 2, 1)
    kinds = SegmentedControl(
        [
            Segment("text", "Text", "type"),
            Segment("image", "Image", "image"),
            Segment("video", "Video", "clapperboard"),
            Segment("audio", "Audio", "audio-lines"),
        ],
        value="image",
        label="Type",
    )
    on, off_box, mixed = QCheckBox("On"), QCheckBox("Off"), QCheckBox("Mixed")
    on.setChecked(True)
    mixed.setTristate(True)
    mixed.setCheckState(Qt.CheckState.PartiallyChecked)
    one = QRadioButton("One")
    one.setChecked(True)
    guidance = RangeControl("Guidance", 1, 20, step=0.5, decimals=1)
    guidance.set_value(6.5)
    return below(
        "Fields",
        grid_box,
        kinds,
        row(on, off_box, mixed, one, QRadioButton("Other"), Switch("A", checked=True), Switch("B")),
        row(guidance, Stepper("Variations", value=4)),
        row(SearchField("Search settings"), DropSlot()),
        gap=12,
    )


def statuses() -> QWidget:
    """Chips, badges, bars, toast."""
    column, layout = _column(16)
    layout.addWidget(below("Status: always icon and word", _chips(), _badges()))
    layout.addWidget(below("Progress and budget", *_bars(), gap=12))
    toast = Toast(
        "6 items moved to Recently deleted", icon="trash-2", action="Undo", shortcut="Ctrl+Z"
    )
    layout.addWidget(below("Toast", toast, gap=0))
    return column


def _chips() -> QWidget:
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
    return holder


def _badges() -> QWidget:
    return row(
        Badge("Up to 4K", icon="scaling"),
        Badge("References", icon="image"),
        Badge("Seed", icon="dices"),
        Badge("Free", kind="ok"),
        Badge("2 changed", kind="accent"),
        Badge("hero", kind="tag"),
        Badge("Ctrl", kind="key"),
        Badge("K", kind="key"),
        gap=6,
    )


def _bars() -> list[QWidget]:
    progress, unknown = ProgressBar(), ProgressBar()
    progress.set_fraction(0.43)
    unknown.set_fraction(None)
    told: list[tuple[QWidget, str, str]] = [
        (progress, "43%, about 1:35 left", "strong"),
        (unknown, "1:35 elapsed", "muted"),
    ]
    for shares, words, role in (
        (BudgetShares(46, 13, 9, 100), "spent, held, this run", "muted"),
        (BudgetShares(86, 0, 0, 100), "86%, warn from 80%", "warning"),
        (BudgetShares(100, 0, 0, 100), "At the limit", "error"),
    ):
        budget = BudgetBar()
        budget.set_shares(shares)
        told.append((budget, words, role))
    rows: list[QWidget] = []
    for bar, words, role in told:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(bar, 1)
        label = role_label(words, role)
        label.setFixedWidth(150)
        layout.addWidget(label)
        rows.append(holder)
    return rows


def messages() -> QWidget:
    """Bars over a page."""
    return below(
        "Messages",
        MessageBar("No connection. Browsing works.", "idle", icon="cloud-off"),
        MessageBar("86% of the budget is spent.", "warn"),
        MessageBar("OpenAI refused this key.", "err", action="Fix key"),
        MessageBar("It works. 42 models.", "ok"),
        gap=8,
    )


def rows() -> QWidget:
    """Rows of a table, one of them chosen."""
    table = DataTable("Rows", name="rows")
    table.show_rows(
        (Column("Model", is_wide=True), Column("Price", is_number=True)),
        (("Rest", "$0.06"), ("Selected", "$0.06"), ("Another", "$0.04")),
    )
    table.selectRow(1)
    table.setFixedHeight(136)
    return below("Rows", table)


def menu() -> QWidget:
    """A menu, open in the page."""
    shown = QMenu()
    shown.setWindowFlags(Qt.WindowType.Widget)
    for words, keys, icon in (
        ("Move to project", "Ctrl+Shift+M", "folder-input"),
        ("Compare", "Ctrl+Shift+C", "columns-2"),
        ("Export", "Ctrl+E", "file-down"),
        ("", "", ""),
        ("Delete", "Del", "trash-2"),
    ):
        if not words:
            shown.addSeparator()
            continue
        action = shown.addAction(words)
        action.setShortcut(QKeySequence(keys))
        set_icon(action, icon)
    shown.setActiveAction(shown.actions()[1])
    shown.setFixedSize(shown.sizeHint())
    tip = QLabel("Use as input (U)")
    tip.setStyleSheet(tip_style())
    tip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return below("Menu and tooltip", row(shown, tip, gap=16))


def tip_style() -> str:
    """The look of a tooltip, for a label that stands for one."""
    look = theme()
    ground, edge, words = (look.hex(n) for n in ("bg.raised", "border.default", "text.primary"))
    return f"background:{ground};color:{words};border:1px solid {edge};padding:4px 8px"


def _column(gap: int = 10) -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return column, layout
