"""Buttons, choices, numbers, fields: what a user does to them and what comes out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediadesk.ui.support.asset_mime import ASSETS_MIME, asset_ids, asset_mime
from mediadesk.ui.support.focus_ring import FocusRing
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.buttons import Button, IconButton, PrimaryButton
from mediadesk.ui.widgets.chip import Chip
from mediadesk.ui.widgets.drop_slot import DropSlot
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import ElideLabel
from mediadesk.ui.widgets.progress import ProgressBar
from mediadesk.ui.widgets.range_control import RangeControl
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.stepper import Stepper
from mediadesk.ui.widgets.switch import Switch

LEFT = Qt.MouseButton.LeftButton


def test_segments_choose_by_mouse_and_arrows_with_one_tab_stop(qtbot: QtBot) -> None:
    control = SegmentedControl([Segment(v, v.title()) for v in ("a", "b", "c")], label="Size")
    qtbot.addWidget(control)
    control.show()
    control.activateWindow()
    qtbot.waitUntil(control.isActiveWindow)
    chosen: list[str] = []
    control.value_changed.connect(chosen.append)
    qtbot.mouseClick(control.button("b"), LEFT)
    qtbot.keyClick(control.button("b"), Qt.Key.Key_Right)
    control.set_value("a")
    assert chosen == ["b", "c"]
    assert control.value() == "a"
    stops = [v for v in "abc" if control.button(v).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_range_keeps_slider_and_number_in_step(qtbot: QtBot) -> None:
    control = RangeControl("Guidance", 1, 20, step=0.5, decimals=1)
    qtbot.addWidget(control)
    control.set_value(6.5)
    seen: list[float] = []
    control.value_changed.connect(seen.append)
    slider = control.findChild(QSlider)
    assert slider is not None
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert (control.value(), seen) == (7.0, [7.0])
    control.spin.selectAll()
    qtbot.keyClicks(control.spin, "12")
    qtbot.keyClick(control.spin, Qt.Key.Key_Return)
    assert slider.value() == 22
    assert seen[-1] == 12.0


def test_stepper_counts_and_stops_at_its_ends(qtbot: QtBot) -> None:
    stepper = Stepper("Variations", minimum=1, maximum=3, value=1)
    qtbot.addWidget(stepper)
    minus = stepper.findChild(IconButton, "stepper-minus")
    plus = stepper.findChild(IconButton, "stepper-plus")
    assert minus is not None
    assert plus is not None
    assert not minus.isEnabled()
    for _ in range(4):
        qtbot.mouseClick(plus, LEFT)
    assert stepper.value() == 3
    assert not plus.isEnabled()


def test_numbers_are_readable_inside_their_boxes(qtbot: QtBot) -> None:
    """Qt gave a styled spin box without buttons an edit field one pixel wide."""
    control = RangeControl("Steps", 1, 50)
    stepper = Stepper("Count", value=4)
    for widget in (control, stepper):
        qtbot.addWidget(widget)
        widget.show()
        for edit in widget.findChildren(QLineEdit):
            assert edit.width() > 20


def test_switch_and_its_keyboard(qtbot: QtBot) -> None:
    switch = Switch("Sound")
    qtbot.addWidget(switch)
    qtbot.mouseClick(switch, LEFT, pos=QPoint(30, 10))
    assert switch.isChecked()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert switch.accessibleName() == "Sound"


def test_icon_button_says_what_it_does() -> None:
    button = IconButton("heart", "Favourite this result", shortcut="F")
    assert button.accessibleName() == "Favourite this result"
    assert button.toolTip() == "Favourite this result (F)"
    assert not button.icon().isNull()


def test_primary_button_makes_room_for_its_shortcut() -> None:
    plain, with_keys = PrimaryButton("Generate"), PrimaryButton("Generate", shortcut="Ctrl ⏎")
    assert with_keys.sizeHint().width() > plain.sizeHint().width() + 30
    with_keys.setText("Generate 4 images")
    assert with_keys.accessibleName() == "Generate 4 images"
    assert not with_keys.autoDefault()


def test_field_error_is_read_out_and_goes_with_the_next_edit(qtbot: QtBot) -> None:
    editor = line_edit("Count")
    field = Field("Count", editor, help_text="1 to 50")
    qtbot.addWidget(field)
    field.set_error("Use 1 to 50")
    assert editor.property("state") == "error"
    assert editor.accessibleDescription() == "Use 1 to 50"
    qtbot.keyClicks(editor, "7")
    assert field.message() == "1 to 50"
    assert editor.property("state") is None


def test_search_waits_for_a_pause_and_clears_with_escape(qtbot: QtBot) -> None:
    field = SearchField(delay_ms=20)
    qtbot.addWidget(field)
    seen: list[str] = []
    field.searched.connect(seen.append)
    qtbot.keyClicks(field, "vase")
    assert seen == []
    qtbot.waitUntil(lambda: seen == ["vase"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert seen == ["vase", ""]


def test_elided_text_is_the_tooltip(qtbot: QtBot) -> None:
    label = ElideLabel("A rather long sentence\nin two lines")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.is_elided()
    assert label.toolTip() == "A rather long sentence in two lines"
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_flow_wraps(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    for text in ("Running", "Queued", "Done"):
        flow.addWidget(Chip(text))
    assert flow.heightForWidth(1000) < flow.heightForWidth(90)


@pytest.mark.parametrize(
    ("shares", "level"),
    [
        (BudgetShares(10, 10, 5, 100), "fine"),
        (BudgetShares(80, 0, 0, 100), "warn"),
        (BudgetShares(60, 40, 0, 100), "full"),
        (BudgetShares(60, 40, 0, 0), "fine"),
    ],
)
def test_budget_levels(shares: BudgetShares, level: str) -> None:
    assert shares.level == level


def test_budget_bar_paints_spent_before_free(qtbot: QtBot) -> None:
    bar = BudgetBar(height=8)
    qtbot.addWidget(bar)
    bar.resize(100, 8)
    bar.set_shares(BudgetShares(50, 0, 0, 100), "Half spent")
    image = bar.grab().toImage()
    assert image.pixelColor(20, 4) != image.pixelColor(80, 4)
    assert bar.accessibleName() == "Half spent"


def test_estimated_progress_stops_at_95_per_cent() -> None:
    bar = ProgressBar("Video")
    bar.set_fraction(1.0, estimated=True)
    assert bar.fraction() == 0.95
    assert bar.accessibleName() == "Video: 95 per cent"


def test_drop_slot_takes_results_files_and_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    slot = DropSlot()
    qtbot.addWidget(slot)
    seen: list[object] = []
    slot.assets_dropped.connect(seen.append)
    slot.files_dropped.connect(seen.append)
    slot.picture_pasted.connect(lambda data: seen.append(QImage.fromData(data).width()))
    slot.browse_requested.connect(lambda: seen.append("browse"))
    assert slot.take(asset_mime(["a1", "a2"]))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.png")), QUrl("https://example.org/y")])
    assert slot.take(files)
    image = QImage(12, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    QGuiApplication.clipboard().setImage(image)
    assert slot.paste()
    qtbot.keyClick(slot, Qt.Key.Key_Return)
    assert seen == [["a1", "a2"], [tmp_path / "x.png"], 12, "browse"]
    assert not slot.take(QMimeData())


@pytest.mark.parametrize("raw", [b"{", b'{"a": 1}', b"null", b"\xff"])
def test_damaged_asset_mime_is_nothing(raw: bytes) -> None:
    data = QMimeData()
    data.setData(ASSETS_MIME, raw)
    assert asset_ids(data) == []


def test_focus_ring_follows_tab_and_leaves_with_the_mouse(
    qtbot: QtBot, themed_app: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, second = Button("First"), Button("Second")
    layout.addWidget(first)
    layout.addWidget(second)
    layout.addWidget(line_edit("Name"))
    ring = FocusRing(themed_app)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    assert ring.target is None
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert ring.target is second
    overlay = window.findChild(QWidget, "focus-ring")
    assert overlay is not None
    assert overlay.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    layout.insertSpacing(0, 40)
    layout.activate()
    assert overlay.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, second.geometry().center())
    assert ring.target is None
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert ring.target is None, "a text field shows its focus itself"
    ring.deleteLater()


def test_an_icon_keeps_its_distance_when_the_words_come_and_go(qtbot: QtBot) -> None:
    """“Remix” stuck to its icon once a wider window had room for the word again."""
    button = Button("Remix", icon="shuffle")
    qtbot.addWidget(button)
    with_words = button.iconSize().width()
    button.setText("")
    assert button.iconSize().width() == button.iconSize().height() < with_words
    button.setText("Remix")
    assert button.iconSize().width() == with_words
