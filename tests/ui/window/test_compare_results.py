"""Results that are there already, side by side: marked by a key, in three modes, judged."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.generation import Generation, GenerationRequest, GenerationType
from mediadesk.domain.queries import AssetQuery
from mediadesk.ui.panes.compare.cell import CellPane
from mediadesk.ui.panes.compare.pane import ComparePane
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.panes.library.pane import LibraryPane
from mediadesk.ui.widgets.diff_view import DiffView
from mediadesk.ui.widgets.nav_row import NavRow
from mediadesk.ui.widgets.pair_viewer import PairViewer
from mediadesk.ui.widgets.star_rating import StarRating
from tests.ui.window.conftest import OpenWindow, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def hit(opened: OpenWindow, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(opened.window.focusWidget() or opened.window, key, held)


def panes(opened: OpenWindow) -> list[CellPane]:
    found = opened.part(QWidget, "compare-board").findChildren(CellPane)
    return sorted(found, key=lambda pane: pane.objectName())


def shows(page: CreatePane, asset_id: UUID) -> bool:
    asset = page.stage_model.asset
    return asset is not None and asset.id == asset_id


async def compared(opened: OpenWindow, requests: Sequence[GenerationRequest]) -> list[Generation]:
    """Make results, mark each with X on the Create page, and compare them."""
    made = []
    create = opened.session.page("create")
    assert isinstance(create, CreatePane)
    for request in requests:
        made.append(await opened.made(request))
        await until(partial(shows, create, made[-1].assets[0].id), "the result")
        create.history.setFocus()
        hit(opened, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier)
    await until(lambda: len(opened.session.workspace.marks.assets) == len(made), "the marks")
    hit(opened, Qt.Key.Key_C, CONTROL | SHIFT)
    await until(lambda: len(panes(opened)) == len(made), "the panes")
    return made


async def test_two_pictures_under_a_slider_and_as_their_difference(opened: OpenWindow) -> None:
    requests = [opened.request(GenerationType.IMAGE, "A heron", count=2)]
    first = await opened.made(requests[0])
    opened.session.workspace.mark(first.assets)
    opened.window.actions_["compare-marked"].trigger()
    await until(lambda: len(panes(opened)) == 2, "the panes")
    await until(lambda: all(pane.levels for pane in panes(opened)), "both pictures")
    assert not opened.session.workspace.marks.assets

    await click(opened.part(QPushButton, "compare-mode-slider"))
    viewer = opened.part(PairViewer, "pair-viewer")
    await until(viewer.isVisible, "the slider")
    divider = QPoint(round(viewer.picture_rect().center().x()), viewer.height() // 2)
    QTest.mousePress(viewer, Qt.MouseButton.LeftButton, pos=divider)
    QTest.mouseMove(viewer, divider + QPoint(60, 0))
    QTest.mouseRelease(viewer, Qt.MouseButton.LeftButton, pos=divider + QPoint(60, 0))
    assert viewer.share() > 0.5
    one, other = (pane.levels[0] for pane in panes(opened))
    viewer.set_share(0.0)
    at = viewer.picture_rect().toRect().center()
    assert viewer.grab().toImage().pixelColor(at) == _scaled(other, viewer, at)

    await click(opened.part(QPushButton, "compare-mode-difference"))
    viewer.set_second(one)
    seen = viewer.grab().toImage().pixelColor(at)
    assert (seen.red(), seen.green(), seen.blue()) == (0, 0, 0), "a picture equals itself"


def _scaled(image: QImage, viewer: PairViewer, at: QPoint) -> QColor:
    """What the viewer paints there when it shows this picture alone."""
    alone = PairViewer()
    alone.resize(viewer.size())
    alone.set_image(image)
    return alone.grab().toImage().pixelColor(at)


async def test_what_differs_is_listed_and_the_winner_is_found_again(opened: OpenWindow) -> None:
    await compared(
        opened,
        [
            opened.request(GenerationType.IMAGE, "A heron at dawn"),
            opened.request(GenerationType.IMAGE, "A heron at dusk"),
        ],
    )
    await until(lambda: all(pane.levels for pane in panes(opened)), "both pictures")
    differs = opened.part(QPushButton, "differs")
    assert differs.text() == "1 difference"
    await click(differs)
    table = opened.part(QWidget, "compare-differences")
    words = [label.text() for label in table.findChildren(QLabel)]
    assert {"Prompt", "A heron at dawn", "A heron at dusk"} <= set(words)
    assert "Aspect ratio" not in words, "what is the same is left out"

    second = panes(opened)[1]
    second.viewer.setFocus()
    hit(opened, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    hit(opened, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier)
    compare = opened.part(ComparePane, "compare-pane")
    await until(lambda: getattr(compare.view_model.board, "picked", None) is not None, "the pick")
    found = await opened.session.services.assets.find(AssetQuery(tags=frozenset({"winner"})))
    assert [asset.id for asset in found] == [second.cell.key]
    stars = second.findChildren(StarRating)[0]
    await until(lambda: "4 of 5" in stars.accessibleName(), "the stars")


async def test_two_answers_are_shown_as_one_with_their_difference(opened: OpenWindow) -> None:
    await compared(opened, [opened.request(prompt="A heron"), opened.request(prompt="A kiln")])
    await until(lambda: all(pane.text.source_text() for pane in panes(opened)), "both texts")
    board = opened.part(QWidget, "compare-board")
    board.setFocus()
    hit(opened, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier)
    diff = opened.part(DiffView, "diff-view")
    await until(lambda: diff.isVisible() and "heron" in diff.toPlainText().lower(), "the diff")
    assert "kiln" in diff.toPlainText().lower()
    assert "line-through" in diff.toHtml()
    assert "underline" in diff.toHtml()


async def test_the_library_compares_what_is_selected_and_says_why_not(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A kiln", count=2))
    await opened.made(opened.request(GenerationType.TEXT, "A note"))
    await click(opened.part(NavRow, "nav-all"))
    page = opened.session.page("library")
    assert isinstance(page, LibraryPane)
    await until(lambda: page.view_model.model.item(2) is not None, "the rows")
    told: list[str] = []
    opened.session.workspace.toast_wanted.connect(lambda text, *_: told.append(text))
    page.grid.select_range(0, 2)
    await click(opened.part(QPushButton, "selection-compare"))
    await until(lambda: told == ["Only results of one kind can be compared."], "the reason")
    page.grid.select_range(1, 2)
    await click(opened.part(QPushButton, "selection-compare"))
    await until(lambda: len(panes(opened)) == 2, "the panes")


@pytest.mark.parametrize(
    ("before", "after", "gone", "made"),
    [("a red cube", "a blue cube", "red", "blue"), ("", "<b>x</b>", "", "&lt;b&gt;x&lt;/b&gt;")],
)
def test_differences_of_texts_are_words_and_never_markup(
    before: str, after: str, gone: str, made: str
) -> None:
    from mediadesk.ui.support.text_diff import diff_html

    names = ("err.text", "err.soft", "ok.text", "ok.soft", "text.primary")
    shown = diff_html(before, after, dict.fromkeys(names, "#123456"))
    assert (f">{gone}</s>" in shown) is bool(gone)
    assert f">{made}</u>" in shown
