"""Painting a mask: by mouse and keys, erased, inverted, taken back; and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage

from mediadesk.ui.support.mask_file import mask_file
from mediadesk.ui.widgets.mask_canvas import LARGEST, MaskCanvas

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot: QtBot) -> MaskCanvas:
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("gray"))
    made = MaskCanvas(picture)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.set_brush(20)
    return made


def is_painted(canvas: MaskCanvas, x: int, y: int) -> bool:
    return canvas.painted().pixelColor(x, y).alpha() > 128


def test_a_stroke_paints_where_the_mouse_was(canvas: MaskCanvas, qtbot: QtBot) -> None:
    assert canvas.is_empty()
    qtbot.mousePress(canvas, LEFT, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(200, 100))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(200, 100))
    assert is_painted(canvas, 50, 50), "the canvas shows the picture at twice its size"
    assert not is_painted(canvas, 50, 80)
    canvas.set_erases(True)
    qtbot.mouseClick(canvas, LEFT, pos=QPoint(100, 100))
    assert not is_painted(canvas, 50, 50)
    canvas.undo()
    assert is_painted(canvas, 50, 50)


def test_everything_can_be_done_with_keys(canvas: MaskCanvas, qtbot: QtBot) -> None:
    for _ in range(30):
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert is_painted(canvas, 2, 50)
    qtbot.keyClick(canvas, "]")
    assert canvas.brush() == 28
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.is_empty()
    canvas.set_brush(10_000)
    assert canvas.brush() == LARGEST


def test_invert_and_clear_can_be_taken_back(canvas: MaskCanvas) -> None:
    canvas.invert()
    assert is_painted(canvas, 1, 1)
    canvas.clear()
    assert canvas.is_empty()
    canvas.undo()
    assert is_painted(canvas, 199, 99)
    canvas.undo()
    assert not canvas.can_undo()


def test_the_file_is_white_and_see_through_where_it_was_painted() -> None:
    painted = QImage(20, 10, QImage.Format.Format_Alpha8)
    painted.fill(0)
    for x in range(10):
        for y in range(10):
            painted.setPixelColor(x, y, QColor(0, 0, 0, 255))
    file = QImage.fromData(mask_file(painted, QSize(41, 21)))
    assert (file.width(), file.height()) == (41, 21)
    assert file.pixelColor(2, 10) == QColor(255, 255, 255, 0)
    assert file.pixelColor(38, 10) == QColor(0, 0, 0, 255)
