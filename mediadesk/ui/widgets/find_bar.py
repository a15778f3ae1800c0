"""Finding words in a text: a line above it, every place marked, keys from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.search_field import SearchField

MOST_PLACES = 1_000
"""Places beyond these are not marked: a single letter occurs too often."""


class FindBar(QWidget):
    """Hidden until ``open``; Return and F3 go on, Shift goes back, Esc closes."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__()
        describe(self, name="find-bar", accessible=tr("Find in this text"))
        set_style(self, surface="sidebar")
        self._view = view
        self._places: list[QTextCursor] = []
        self._at = -1
        self._field = SearchField(tr("Find in this text"), name="find-field", delay_ms=60)
        self._count = role_label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        for icon, words, keys, step in (
            ("chevron-up", tr("Previous place"), "Shift+F3", -1),
            ("chevron-down", tr("Next place"), "F3", 1),
        ):
            button = IconButton(icon, words, shortcut=keys, size="small", name=f"find-{icon}")
            button.clicked.connect(lambda _on=False, step=step: self.step(step))
            row.addWidget(button)
        close = IconButton("x", tr("Close"), shortcut="Esc", size="small", name="find-close")
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self._field.searched.connect(self._find)
        self._field.installEventFilter(self)
        view.textChanged.connect(self._on_text_changed)
        self.hide()

    def open(self) -> None:
        """Show the line, with what is marked in the text."""
        chosen = self._view.textCursor().selectedText()
        self.show()
        if chosen and "\u2029" not in chosen:
            self._field.setText(chosen)
        self._field.setFocus()
        self._field.selectAll()
        self._find(self._field.text())

    def close_bar(self) -> None:
        """Hide the line and the marks."""
        self.hide()
        self._view.setExtraSelections([])
        self._view.setFocus()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before, round and round."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc closes the line, whatever else it would do on the page."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.close_bar()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and F3 go on, with Shift back; Esc closes."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        if self.isVisible():
            self._find(self._field.text())

    def _find(self, words: str) -> None:
        self._places, self._at = [], -1
        document, start = self._view.document(), QTextCursor(self._view.document())
        while words and len(self._places) < MOST_PLACES:
            start = document.find(words, start, QTextDocument.FindFlag(0))
            if start.isNull():
                break
            self._places.append(start)
        self._at = 0 if self._places else -1
        self._show()

    def _show(self) -> None:
        look, marks = theme(), []
        for number, place in enumerate(self._places):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = place
            is_here = number == self._at
            mark.format.setBackground(look.color("focus" if is_here else "accent.soft"))
            if is_here:
                mark.format.setForeground(look.color("text.onAccent"))
            marks.append(mark)
        self._view.setExtraSelections(marks)
        count = len(self._places)
        words = tr("{place} of {count}").format(place=self._at + 1, count=count)
        self._count.setText(words if count else tr("Not found") if self._field.text() else "")
        if self._at >= 0:
            shown = QTextCursor(self._places[self._at])
            shown.setPosition(shown.selectionStart())
            self._view.setTextCursor(shown)
            self._view.ensureCursorVisible()
