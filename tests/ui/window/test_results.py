"""What can be done with a result: tags, finding in a text, copies, a quick look, its model."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from mediadesk.app.headless import click, press, type_text
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.panes.library.pane import LibraryPane
from mediadesk.ui.widgets.frame_strip import FrameStrip
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.text_view import TextView
from tests.ui.window.conftest import OpenWindow, until

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def create_page(opened: OpenWindow) -> CreatePane:
    return opened.part(CreatePane, "create-pane")


async def shown_text(opened: OpenWindow, prompt: str) -> TextView:
    await opened.made(opened.request(GenerationType.TEXT, prompt))
    view = opened.part(QWidget, "text-stage").findChild(TextView)
    assert isinstance(view, TextView)
    await until(lambda: bool(view.toPlainText()), "the text")
    return view


async def test_a_key_tags_the_shown_result_and_undo_takes_the_tag_back(opened: OpenWindow) -> None:
    view = await shown_text(opened, "A note on herons")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_T)
    await until(lambda: opened.window.findChild(QLineEdit, "tag-names") is not None, "the dialog")
    await type_text(opened.part(QLineEdit, "tag-names"), "birds, estuary")
    await click(opened.part(QPushButton, "tag-save"))
    model = create_page(opened).stage_model
    await until(lambda: model.asset is not None and len(model.asset.tags) == 2, "the tags")
    opened.window.actions_["undo"].trigger()
    await until(lambda: model.asset is not None and not model.asset.tags, "the way back")


async def test_words_are_found_in_the_shown_text(opened: OpenWindow) -> None:
    view = await shown_text(opened, "A note on herons")
    await until(lambda: "*" not in view.toPlainText(), "the rendered text")
    word = next(word for word in view.toPlainText().split() if len(word) > 3 and word.isalpha())
    expected = view.toPlainText().lower().count(word.lower())
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F, CONTROL)
    field = opened.part(QLineEdit, "find-field")
    assert field.isVisible(), "the text is searched, not the library"
    await type_text(field, word)
    await until(lambda: len(view.extraSelections()) == expected, "every place")
    bar = opened.part(QWidget, "find-bar")
    counts = [label.text() for label in bar.findChildren(QLabel)]
    assert f"1 of {expected}" in counts
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not view.extraSelections()


async def test_a_text_is_copied_with_and_without_its_marks(opened: OpenWindow) -> None:
    await shown_text(opened, "A launch note with a table")
    page, clipboard = create_page(opened), QApplication.clipboard()
    source = page.stage.canvas.text.source_text()
    assert source.startswith("#")
    page._actions.run("copy-result")
    assert clipboard.text() == source
    page._actions.run("copy-plain")
    assert clipboard.text().startswith(source.splitlines()[0].lstrip("# "))


async def test_a_result_is_saved_with_its_recipe(opened: OpenWindow, tmp_path: Path) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A heron"))
    page = create_page(opened)
    await until(lambda: page.stage_model.asset is not None, "the picture")
    page._actions.run("save-marked")
    target = tmp_path / "heron.png"
    opened.part(QFileDialog, "save-dialog").fileSelected.emit(str(target))
    await until(target.exists, "the file")
    assert b"trainedAlgorithmicMedia" in target.read_bytes()


@pytest.mark.qt_log_ignore("PulseAudioService", "No audio device", "No RHI", extend=True)
async def test_a_film_shows_its_frames_in_a_row(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.VIDEO, "Waves"))
    await until(opened.part(FrameStrip, "frame-strip").has_frames, "the frames")


async def test_space_shows_an_item_large_and_arrows_go_on(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A heron"))
    await opened.made(opened.request(GenerationType.TEXT, "A kiln"))
    opened.session.show_page("library", "all")
    page = opened.session.page("library")
    assert isinstance(page, LibraryPane)
    await until(lambda: page.view_model.model.item(1) is not None, "the rows")
    page.grid.set_current_row(0)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    look = opened.part(QWidget, "quick-look")
    text = look.findChild(TextView)
    assert isinstance(text, TextView)
    await until(lambda: look.isVisible() and bool(text.source_text()), "the text")
    QTest.keyClick(text, Qt.Key.Key_Right)
    viewer = look.findChild(ImageViewer)
    assert isinstance(viewer, ImageViewer)
    await until(viewer.has_image, "the picture")
    assert page.grid.current_row() == 1
    QTest.keyClick(viewer, Qt.Key.Key_Space)
    assert not look.isVisible()
    assert page.grid.hasFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    await until(look.isVisible, "the look again")
    await press(viewer, Qt.Key.Key_Escape)
    await until(lambda: not look.isVisible(), "the end: a shortcut of the window took Esc")


async def test_the_list_names_models_as_people_know_them(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "A kiln"))
    opened.session.show_page("library", "all")
    page = opened.session.page("library")
    assert isinstance(page, LibraryPane)
    await until(lambda: page.view_model.model.item(0) is not None, "the row")
    row = [
        str(page.list.model().index(0, n).data()) for n in range(page.list.model().columnCount())
    ]
    assert "Sample text (simulation)" in row
