"""Two texts as one, with what each of them has alone marked. Nothing is loaded, nothing opened."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QRunnable, Qt, QThreadPool, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.text_diff import diff_html
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.tokens import load_tokens
from mediadesk.ui.support.translation import tr


class _Told(QObject):
    made = Signal(int, str)


class _Compare(QRunnable):
    def __init__(self, version: int, before: str, after: str, told: _Told) -> None:
        super().__init__()
        look = theme()
        self._version, self._before, self._after, self._told = version, before, after, told
        self._colors = {name: look.hex(name) for name in load_tokens().colors[look.scheme]}
        self._font_px = look.px(14)

    def run(self) -> None:
        made = diff_html(self._before, self._after, self._colors, font_px=self._font_px)
        self._told.made.emit(self._version, made)


class DiffView(QTextBrowser):
    """Compares in another thread; the words appear when that is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="diff-view", accessible=tr("What differs between both texts"))
        set_style(self, kind="reader")
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._texts: tuple[str, str] | None = None
        self._version = 0
        self._told = _Told()
        self._told.made.connect(self._on_made)
        theme().changed.connect(self._compare)

    def show_texts(self, before: str, after: str) -> None:
        """Show what ``after`` has and ``before`` has not, and the other way round."""
        if self._texts != (before, after):
            self._texts = before, after
            self._compare()

    def loadResource(self, _type: int, _name: QUrl | str) -> QByteArray:
        """Nothing is ever loaded; empty bytes, for nothing would let Qt read a local file."""
        return QByteArray(b"")

    def _compare(self) -> None:
        self.document().setDocumentMargin(theme().px(26))
        if self._texts is not None:
            self._version += 1
            job = _Compare(self._version, *self._texts, self._told)
            QThreadPool.globalInstance().start(job)

    def _on_made(self, version: int, made: str) -> None:
        if version == self._version:
            self.setHtml(made)
