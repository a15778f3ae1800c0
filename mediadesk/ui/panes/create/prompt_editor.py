"""The prompt: grows with its text, recalls earlier prompts, passes pasted media on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.field import StateLine
from mediadesk.ui.widgets.labels import role_label

MIN_HEIGHT = 104
MAX_HEIGHT = 304


class PromptEdit(QPlainTextEdit):
    """Plain text. ``run_requested(only_one)``; ``history_requested(-1 older, +1 newer)``."""

    run_requested = Signal(bool)
    history_requested = Signal(int)
    media_pasted = Signal(QMimeData)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="prompt", accessible="Prompt")
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
        wanted = round(lines * self.fontMetrics().lineSpacing()) + theme().px(24)
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


class PromptBox(QWidget):
    """The editor with its counter and the line for what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = PromptEdit(self)
        self._counter = role_label("", "caption")
        self._error = StateLine(self)
        self._limit = 0
        row = QHBoxLayout()
        row.addWidget(self._error, 1)
        row.addStretch(0)
        row.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.edit)
        layout.addLayout(row)
        self.edit.textChanged.connect(self._count)

    def set_limit(self, limit: int) -> None:
        """How many characters the model takes."""
        self._limit = limit
        self._count()

    def set_error(self, text: str) -> None:
        """Say what is wrong with the prompt; "" clears it."""
        set_style(self.edit, state="error" if text else None)
        self.edit.setAccessibleDescription(text)
        self._error.show_text(text, "error")

    def _count(self) -> None:
        length = len(self.edit.toPlainText())
        self._counter.setText(f"{length:,} / {self._limit:,}")
        set_style(self._counter, role="error" if length > self._limit else "caption")
