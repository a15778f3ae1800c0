"""Full view: the result alone in the window, with ways to the others, by mouse and by keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.navigator import Navigator
from mediadesk.ui.widgets.star_rating import StarRating
from tests.ui.window.conftest import OpenWindow, until


async def test_full_view_shows_the_result_alone_and_comes_back(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A heron", count=2))
    page = opened.part(CreatePane, "create-pane")
    viewer = opened.part(ImageViewer, "image-viewer")
    await until(viewer.has_image, "the picture")
    viewer.setFocus()
    QTest.keyClick(viewer, Qt.Key.Key_Return)
    around = [opened.window.sidebar, opened.window.toolbar, page.composer, page.history]
    assert not any(part.isVisible() for part in (*around, page.details))
    assert viewer.isVisible()

    await click(opened.part(QAbstractButton, "full-next"))
    await until(lambda: page.stage_model.index == 1, "the other variation")
    assert not opened.part(QAbstractButton, "full-next").isEnabled()

    navigator = opened.part(Navigator, "navigator")
    assert not navigator.isVisible(), "the whole picture is in view"
    viewer.zoom_to(8.0)
    assert navigator.isVisible()
    QTest.mouseClick(navigator, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert viewer.picture_rect().topLeft().toPoint() == QPoint(0, 0), "the corner is in view"

    stars = opened.part(StarRating, "stage-stars")
    QTest.keyClick(stars, Qt.Key.Key_3)
    asset = page.stage_model.asset
    assert asset is not None
    await until(lambda: "3 of 5" in stars.accessibleName(), "the stars")
    assert (await opened.session.services.assets.get(asset.id)).rating == 3

    await click(opened.part(QPushButton, "leave-full-view"))
    assert all(part.isVisible() for part in around)
    assert not navigator.isVisible()


async def test_another_page_ends_the_full_view(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "A note"))
    page = opened.part(CreatePane, "create-pane")
    await until(lambda: page.stage_model.asset is not None, "the text")
    page.full_view.set_on(True)
    assert not opened.part(QWidget, "sidebar").isVisible()
    opened.session.show_page("library", "all")
    assert opened.part(QWidget, "sidebar").isVisible()
    opened.session.show_page("create")
    assert page.composer.isVisible()
