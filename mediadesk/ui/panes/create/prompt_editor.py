"""The prompt: grows with its text, recalls earlier prompts, passes pasted media on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

MIN_HEIGHT = 90
MAX_HEIGHT = 288
"""Of the text alone; the box around it has 32 more."""


class PromptEdit(QPlainTextEdit):
    """Plain text. ``run_requested(only_one)``; ``history_requested(-1 older, +1 newer)``."""

    run_requested = Signal(bool)
    history_requested = Signal(int)
    media_pasted = Signal(QMimeData)
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="prompt", accessible=tr("Prompt"))
        set_style(self, kind="reader")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        theme().changed.connect(self._fit)
        self._fit()

    def replace_text(self, text: str) -> None:
        """Show another text as one undoable step."""
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _fit(self) -> None:
        lines = self.document().documentLayout().documentSize().height()
        wanted = round(lines * self.fontMetrics().lineSpacing()) + theme().px(12)
        limits = (theme().px(MIN_HEIGHT), theme().px(MAX_HEIGHT))
        height = max(limits[0], min(limits[1], wanted))
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return runs, Alt+Up and Alt+Down recall."""
        modifiers = event.modifiers()
        key = event.key()
        is_return = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.run_requested.emit(bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
            return
        if modifiers & Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
            if step:
                self.history_requested.emit(step)
                return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the library while there is nothing to undo here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The box around it is what shows the focus."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The box shows the focus no longer."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures and files are welcome too; they become inputs."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text goes into the prompt, pictures and files to the inputs."""
        has_files = any(url.isLocalFile() for url in source.urls())
        if has_files or (source.hasImage() and not source.hasText()):
            self.media_pasted.emit(source)
            return
        super().insertFromMimeData(source)
