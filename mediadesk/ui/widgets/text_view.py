"""Text results: plain while it streams, rendered when done; locked against whatever is in it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QRunnable, Qt, QThreadPool, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from mediadesk.ui.support.at_work import tell_at_work
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.markdown import (
    COPY_SCHEME,
    RenderedMarkdown,
    is_safe_link,
    render_markdown,
)
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.tokens import load_tokens
from mediadesk.ui.support.translation import tr

FLUSH_MS = 33
"""Streamed text reaches the screen at most this often."""
MOST_AT_ONCE = 2_000
"""So many characters are laid out in one go: some two milliseconds. The rest follows at once."""


class _Told(QObject):
    rendered = Signal(int, object)


class _Render(QRunnable):
    def __init__(self, version: int, text: str, told: _Told) -> None:
        super().__init__()
        look = theme()
        self._version, self._text, self._told = version, text, told
        self._colors = {name: look.hex(name) for name in load_tokens().colors[look.scheme]}
        self._font_px = look.px(14)

    def run(self) -> None:
        self._told.rendered.emit(
            self._version, render_markdown(self._text, self._colors, font_px=self._font_px)
        )


class TextView(QTextBrowser):
    """A reader that fetches nothing and opens nothing.

    ``link_activated`` carries the full address of a link for the owner to ask about;
    ``code_copied`` the text of a code block that went to the clipboard.
    """

    link_activated = Signal(str)
    code_copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("text-view")
        self.setAccessibleName(tr("Text result"))
        set_style(self, kind="reader")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._source = ""
        self._waiting: list[str] = []
        self._is_streaming = False
        self._shows_source = False
        self._codes: tuple[str, ...] = ()
        self._version = 0
        # No parent: a rendering that ends after this widget is gone must still have its signal.
        self._told = _Told()
        self._told.rendered.connect(self._on_rendered)
        self._throttle = Throttle(FLUSH_MS, self)
        self._throttle.fired.connect(self._flush)
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._go_on.timeout.connect(self._flush)
        self.anchorClicked.connect(self._on_anchor)
        theme().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def source_text(self) -> str:
        """Return the whole text as it was written."""
        return self._source + "".join(self._waiting)

    def is_streaming(self) -> bool:
        """Return whether more text may come."""
        return self._is_streaming

    def begin_stream(self, text: str = "") -> None:
        """Start anew with what has arrived already."""
        self._version += 1
        self._is_streaming = True
        self._source = text
        self._waiting.clear()
        self._throttle.cancel()
        self.setPlainText(text)

    def append_text(self, delta: str) -> None:
        """Add streamed text; it appears within 33 ms while the view is visible."""
        if not delta:
            return
        self._waiting.append(delta)
        if self.isVisible():
            self._throttle.trigger()

    def finish_stream(self) -> None:
        """Show the whole text rendered."""
        self._is_streaming = False
        if self._waiting:
            self._flush()
        else:
            self._render()

    def set_text(self, text: str) -> None:
        """Show a finished text: plain at once, rendered as soon as that is done."""
        self._is_streaming = False
        self._waiting.clear()
        self._throttle.cancel()
        self._source = text
        self.setPlainText(text)
        self._render()

    def set_shows_source(self, on: bool) -> None:
        """Show the text as it was written, in the mono font."""
        self._shows_source = on
        if self._is_streaming:
            return
        if on:
            self._version += 1
            self.setPlainText(self._source)
            self.setFont(theme().font("base", mono=True))
        else:
            self.setFont(theme().font("title"))
            self._render()

    # ---------------------------------------------------------------------------- Qt's names

    def loadResource(self, _type: int, _name: QUrl | str) -> QByteArray:
        """Nothing is ever loaded: no pictures, no styles, no documents.

        Empty bytes rather than nothing: for nothing, Qt falls back to reading a local file.
        """
        return QByteArray(b"")

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what arrived unseen."""
        super().showEvent(event)
        self._flush()

    # -------------------------------------------------------------------------------- inside

    def _flush(self) -> None:
        if not self._waiting:
            return
        tell_at_work()
        arrived = "".join(self._waiting)
        text, rest = arrived[:MOST_AT_ONCE], arrived[MOST_AT_ONCE:]
        self._waiting[:] = [rest] if rest else []
        self._source += text
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 4
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        if follows:
            bar.setValue(bar.maximum())
        if rest:
            self._go_on.start()
        elif not self._is_streaming:
            self._render()

    def _render(self) -> None:
        if self._shows_source or not self._source:
            return
        self._version += 1
        QThreadPool.globalInstance().start(_Render(self._version, self._source, self._told))

    def _on_rendered(self, version: int, rendered: RenderedMarkdown) -> None:
        if version != self._version or self._is_streaming:
            return
        self._codes = rendered.code_blocks
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self.setHtml(rendered.html)
        bar.setValue(round(bar.maximum() * share))

    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == COPY_SCHEME:
            number = int(url.path()) if url.path().isdigit() else -1
            if 0 <= number < len(self._codes):
                QGuiApplication.clipboard().setText(self._codes[number])
                self.code_copied.emit(self._codes[number])
            return
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if is_safe_link(address):
            self.link_activated.emit(address)

    def _on_theme_changed(self) -> None:
        self.document().setDocumentMargin(theme().px(26))
        self.document().setIndentWidth(theme().px(20))
        mono = self._shows_source
        self.setFont(theme().font("base", mono=True) if mono else theme().font("title"))
        if not self._is_streaming:
            self._render()
