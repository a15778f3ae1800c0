"""The text view: streaming, rendering, and what it refuses to do."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mediadesk.ui.widgets.link_dialog import LinkDialog
from mediadesk.ui.widgets.text_view import MOST_AT_ONCE, TextView


def make(qtbot: QtBot) -> TextView:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    return view


def test_streamed_text_is_gathered_then_rendered(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.begin_stream()
    changes: list[int] = []
    view.textChanged.connect(lambda: changes.append(1))
    for number in range(200):
        view.append_text(f"**word** {number} ")
    assert view.source_text().count("**word**") == 200
    qtbot.waitUntil(lambda: "199" in view.toPlainText())
    assert len(changes) < 10
    assert "**word**" in view.toPlainText()
    view.finish_stream()
    qtbot.waitUntil(lambda: "**" not in view.toPlainText())
    assert view.source_text().startswith("**word** 0")


def test_much_text_at_once_is_laid_out_in_pieces_and_rendered_whole(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.begin_stream()
    added: list[int] = []
    view.document().contentsChange.connect(lambda _at, _gone, more: added.append(more))
    text = "a **word** and one more\n\n" * 800
    view.append_text(text)
    view.finish_stream()
    assert view.source_text() == text
    qtbot.waitUntil(
        lambda: view.toPlainText().count("word") == 800 and "*" not in view.toPlainText()
    )
    pieces = added[: -(-len(text) // MOST_AT_ONCE)]
    assert sum(pieces) == len(text)
    assert max(pieces) <= MOST_AT_ONCE


def test_a_hidden_view_catches_up_when_shown(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.begin_stream("so far ")
    view.hide()
    view.append_text("and on")
    qtbot.wait(60)
    assert view.toPlainText() == "so far "
    view.show()
    assert view.toPlainText() == "so far and on"


def test_source_and_rendering_toggle(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.set_text("# Title")
    qtbot.waitUntil(lambda: view.toPlainText() == "Title")
    view.set_shows_source(True)
    assert view.toPlainText() == "# Title"
    view.set_shows_source(False)
    qtbot.waitUntil(lambda: view.toPlainText() == "Title")


def test_following_the_end_unless_the_user_scrolled_up(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.begin_stream("line\n" * 100)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.append_text("more\n" * 20)
    qtbot.waitUntil(lambda: "more" in view.toPlainText())
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    view.append_text("last\n" * 20)
    qtbot.waitUntil(lambda: "last" in view.toPlainText())
    assert bar.value() == 0


def test_nothing_is_loaded_and_links_only_ask(qtbot: QtBot, tmp_path: Path) -> None:
    view = make(qtbot)
    file = tmp_path / "secret.txt"
    file.write_text("secret")
    for kind in QTextDocument.ResourceType:
        for address in (file.as_uri(), str(file), "data:text/plain,secret"):
            assert not view.document().resource(kind.value, QUrl(address)), (kind, address)
    asked: list[str] = []
    view.link_activated.connect(asked.append)
    view.anchorClicked.emit(QUrl("https://bücher.example/a b"))
    view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    view.anchorClicked.emit(QUrl("javascript:alert(1)"))
    assert asked == ["https://xn--bcher-kva.example/a%20b"]


def test_copy_link_copies_its_code_block(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.set_text("```\none\n```\n\n```\ntwo\n```\n")
    qtbot.waitUntil(lambda: "Copy" in view.toPlainText())
    view.anchorClicked.emit(QUrl("mediadesk-copy:1"))
    assert QGuiApplication.clipboard().text() == "two"
    view.anchorClicked.emit(QUrl("mediadesk-copy:7"))
    assert QGuiApplication.clipboard().text() == "two"


def test_link_dialog_shows_the_whole_address(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(700, 500)
    parent.show()
    dialog = LinkDialog(parent, "https://example.org/" + "x" * 200)
    dialog.open()
    label = dialog.findChild(QLabel, "link-address")
    assert label is not None
    assert label.text().endswith("x" * 200)
    dialog.reject()
