"""A search line: magnifier, text, a way to clear, and one signal when typing pauses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.translation import tr

_TOO_FAR = 6
"""Qt keeps its own room beside an icon, on top of the padding of the field."""


class SearchField(QLineEdit):
    """Emits ``searched(text)`` 150 ms after the last change and at once on Return or clear."""

    searched = Signal(str)

    def __init__(
        self,
        label: str = "Search",
        *,
        name: str = "search",
        delay_ms: int = 150,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(label)
        magnifier = QAction(label, self)
        magnifier.triggered.connect(self.selectAll)
        set_icon(magnifier, "search", "text.tertiary")
        self.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.setTextMargins(-_TOO_FAR, 0, 0, 0)
        self._clear = QAction(tr("Clear search"), self)
        set_icon(self._clear, "x")
        self._clear.triggered.connect(self._on_clear)
        self._debounce = Debouncer(delay_ms, self)
        self._debounce.fired.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._debounce.flush)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears; an empty field lets it through."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._on_clear()
            return
        super().keyPressEvent(event)

    def _on_clear(self) -> None:
        self.clear()
        self._debounce.flush()

    def _on_text_changed(self, text: str) -> None:
        if text and self._clear not in self.actions():
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        elif not text:
            self.removeAction(self._clear)
        self._debounce.trigger()
