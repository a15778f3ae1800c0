"""The picture viewer: fit, zoom to the cursor, pan, grounds, and what it paints."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediadesk.services.raw_picture import RawLevel, RawPicture
from mediadesk.ui.support.image_pyramid import images_of
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.viewer_ground import viewer_ground
from mediadesk.ui.widgets.image_viewer import AIR, ImageViewer
from mediadesk.ui.widgets.zoom_bar import ZoomBar


def picture(width: int, height: int, *, alpha: bool = False) -> QImage:
    kind = QImage.Format.Format_RGBA8888 if alpha else QImage.Format.Format_RGB888
    image = QImage(width, height, kind)
    image.fill(QColor(200, 40, 40, 0 if alpha else 255))
    return image


@pytest.fixture
def viewer(qtbot: QtBot) -> ImageViewer:
    widget = ImageViewer()
    qtbot.addWidget(widget)
    widget.resize(432, 332)
    widget.show()
    return widget


def wheel(viewer: ImageViewer, at: QPointF, clicks: int) -> None:
    event = QWheelEvent(
        at,
        viewer.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewer, event)


def test_fits_with_air_and_never_enlarges(viewer: ImageViewer) -> None:
    viewer.set_image(picture(4000, 2000))
    area = viewer.picture_rect()
    assert area.left() == pytest.approx(AIR)
    assert area.width() == pytest.approx(400)
    assert area.center().y() == pytest.approx(166)
    viewer.set_image(picture(100, 50))
    assert viewer.zoom() == 1.0


def test_the_full_picture_takes_the_place_of_the_thumbnail(viewer: ImageViewer) -> None:
    viewer.set_image(picture(100, 50), full_size=QSize(4000, 2000))
    viewer.zoom_to(2.0, QPointF(10, 100))
    before = viewer.picture_rect()
    viewer.set_image(picture(4000, 2000))
    assert viewer.picture_rect() == before
    assert viewer.accessibleName() == "Picture, 4000 by 2000 pixels, 200%"


def test_wheel_keeps_the_point_under_the_cursor(viewer: ImageViewer) -> None:
    viewer.set_image(picture(4000, 3000))
    viewer.actual_size()
    at = QPointF(120, 90)
    inside = (at - viewer.picture_rect().topLeft()) / viewer.zoom()
    wheel(viewer, at, 3)
    assert viewer.zoom() == pytest.approx(1.25**3)
    again = (at - viewer.picture_rect().topLeft()) / viewer.zoom()
    assert (again - inside).manhattanLength() < 0.01


def test_zoom_has_ends(viewer: ImageViewer) -> None:
    viewer.set_image(picture(4000, 3000))
    wheel(viewer, QPointF(5, 5), 60)
    assert viewer.zoom() == 16.0
    wheel(viewer, QPointF(5, 5), -90)
    assert viewer.zoom() == 0.05


def test_drag_pans_but_never_past_the_edge(qtbot: QtBot, viewer: ImageViewer) -> None:
    viewer.set_image(picture(4000, 3000))
    viewer.actual_size()
    start = viewer.picture_rect().topLeft()
    qtbot.mousePress(viewer, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(viewer, QPoint(230, 190))
    assert viewer.picture_rect().topLeft() - start == QPointF(30, -10)
    viewer.pan(99999, 99999)
    assert viewer.picture_rect().topLeft() == QPointF(0, 0)


def test_keys_and_double_click(qtbot: QtBot, viewer: ImageViewer) -> None:
    viewer.set_image(picture(4000, 3000))
    fit = viewer.zoom()
    qtbot.keyClick(viewer, Qt.Key.Key_Z)
    assert (viewer.zoom(), viewer.is_fit()) == (1.0, False)
    qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.zoom() == pytest.approx(1.25)
    qtbot.keyClick(viewer, Qt.Key.Key_Minus)
    corner = viewer.picture_rect().topLeft()
    qtbot.keyClick(viewer, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.picture_rect().left() < corner.x()
    qtbot.mouseDClick(viewer, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert viewer.zoom() == fit
    qtbot.keyClick(viewer, Qt.Key.Key_B)
    assert viewer_ground().number == 1
    assert viewer.grab().toImage().pixelColor(1, 1) == QColor("#000000")


def test_a_see_through_picture_lies_on_a_checkerboard(viewer: ImageViewer) -> None:
    viewer.set_image(picture(64, 64, alpha=True))
    corner = viewer.picture_rect().topLeft().toPoint()
    image = viewer.grab().toImage()
    one = image.pixelColor(corner + QPoint(2, 2))
    other = image.pixelColor(corner + QPoint(10, 2))
    assert one != other
    assert theme().color("bg.canvas") not in (one, other)


def test_large_zoom_shows_hard_pixels(qtbot: QtBot, viewer: ImageViewer) -> None:
    image = picture(8, 8)
    image.setPixelColor(3, 3, QColor("#00FF00"))
    viewer.set_image(image)
    viewer.zoom_to(8.0)
    shown = viewer.grab().toImage()
    area = viewer.picture_rect()
    colors = {
        shown.pixelColor(round(area.x()) + x, round(area.y()) + 28).name() for x in range(1, 63)
    }
    assert colors == {"#c82828", "#00ff00"}


def test_a_zoomed_out_view_paints_the_level_that_suffices(viewer: ImageViewer) -> None:
    small, smaller = picture(1600, 1200), picture(800, 600)
    small.fill(QColor("#00FF00"))
    smaller.fill(QColor("#0000FF"))
    viewer.set_image(picture(3200, 2400), smaller=[small, smaller])
    colours = []
    for zoom in (0.1, 0.3, 1.0):
        viewer.zoom_to(zoom)
        colours.append(viewer.grab().toImage().pixelColor(viewer.rect().center()).name())
    assert colours == ["#0000ff", "#00ff00", "#c82828"]


def test_images_of_a_decoded_picture_share_its_pixels() -> None:
    pixels = bytearray(bytes((20, 50, 100, 127)) * 8 + bytes((0, 0, 0, 0)) * 2)
    view = memoryview(pixels)
    levels = (RawLevel(4, 2, view[:32]), RawLevel(2, 1, view[32:]))
    large, small = images_of(RawPicture(levels, has_alpha=True, full_width=4, full_height=2))
    assert (large.size(), small.size()) == (QSize(4, 2), QSize(2, 1))
    assert large.pixelColor(3, 1).getRgb() == (201, 100, 40, 127)
    pixels[:4] = bytes((255, 255, 255, 255))
    assert large.pixelColor(0, 0) == QColor("#FFFFFF")
    del view, levels
    with pytest.raises(BufferError):  # still in use: the images hold on to it
        pixels.clear()
    del large, small
    pixels.clear()


def test_zoom_bar_shows_and_steers(qtbot: QtBot, viewer: ImageViewer) -> None:
    bar = ZoomBar(viewer)
    qtbot.addWidget(bar)
    viewer.set_image(picture(4000, 3000))
    texts = {label.text() for label in bar.findChildren(type(bar._label))}
    assert f"{viewer.zoom():.0%}" in texts
