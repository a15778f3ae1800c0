"""Frames of a video appear as they come, converted beside the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame

from mediadesk.ui.widgets.video_surface import VideoSurface

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


def picture(colour: str, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def frame(colour: str) -> QVideoFrame:
    return QVideoFrame(picture(colour, QSize(320, 180)))


def middle(surface: VideoSurface) -> str:
    image = surface.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def shown(qtbot: QtBot) -> VideoSurface:
    surface = VideoSurface()
    qtbot.addWidget(surface)
    surface.resize(400, 300)
    surface.show()
    return surface


def test_the_poster_stays_until_a_frame_is_converted_and_the_newest_frame_wins(
    qtbot: QtBot,
) -> None:
    surface = shown(qtbot)
    surface.set_poster(picture("#102030", QSize(64, 36)))
    for colour in ("#ff0000", "#00ff00", "#0000ff"):
        surface.set_frame(frame(colour))
    assert middle(surface) == "#102030"
    qtbot.waitUntil(lambda: middle(surface) == "#0000ff")
    assert surface.current_image().size() == QSize(320, 180)


def test_a_frame_of_the_video_before_does_not_come_back(qtbot: QtBot) -> None:
    surface = shown(qtbot)
    surface.set_frame(frame("#ff0000"))
    surface.set_poster(picture("#102030", QSize(64, 36)))
    qtbot.wait(100)
    assert middle(surface) == "#102030"
    surface.set_frame(frame("#00ff00"))
    qtbot.waitUntil(lambda: middle(surface) == "#00ff00")


def test_a_standing_frame_follows_the_size_of_the_surface(qtbot: QtBot) -> None:
    surface = shown(qtbot)
    surface.set_frame(frame("#ff0000"))
    qtbot.waitUntil(lambda: middle(surface) == "#ff0000")
    surface.resize(800, 500)
    qtbot.waitUntil(lambda: surface.grab().toImage().pixelColor(20, 250).name() == "#ff0000")
