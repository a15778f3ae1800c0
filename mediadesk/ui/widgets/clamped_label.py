"""A paragraph of which only the first lines are shown until the whole is wanted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme

QWIDGETSIZE_MAX = (1 << 24) - 1
"""No limit, as Qt counts it."""


class ClampedLabel(QLabel):
    """``clamp_changed`` tells whether a part is left out while it is folded."""

    clamp_changed = Signal(bool)

    def __init__(self, role: str, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._whole = most_lines, ""
        self._is_open, self._is_longer = False, False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        set_style(self, role=role)
        theme().changed.connect(self._fit)

    def show_text(self, text: str) -> bool:
        """Show a text from its beginning, folded; False, and as it was, where it is the same."""
        if text == self._whole:
            return False
        self._whole, self._is_open = text, False
        self._fit()
        return True

    def set_open(self, is_open: bool) -> None:
        """Show the whole text, or its first lines."""
        self._is_open = is_open
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other words fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        short = _shortened(self._whole, self, self._most)
        self.setText(self._whole if self._is_open else short)
        is_cut = short != self._whole and not self._is_open
        # As high at every width: a scroll bar that its height brings must not take it away again.
        height = self._most * self.fontMetrics().lineSpacing()
        self.setMinimumHeight(height if is_cut else 0)
        self.setMaximumHeight(height if is_cut else QWIDGETSIZE_MAX)
        if self._is_longer != (short != self._whole):
            self._is_longer = short != self._whole
            self.clamp_changed.emit(self._is_longer)


def _shortened(text: str, label: QLabel, most_lines: int) -> str:
    """The first lines of a text at the width of a label, the last of them with an ellipsis."""
    room, taken, place = label.contentsRect().width(), 0, 0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, label.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, room))
            line.setPosition(QPointF(0, 0))
            taken += 1
            if taken == most_lines:
                start = place + line.textStart()
                rest = text[start:]
                if "\n" not in rest and line.textLength() >= len(rest.rstrip()):
                    return text
                last = text[start : start + line.textLength()].rstrip() + "…"
                fits = label.fontMetrics().elidedText(last, Qt.TextElideMode.ElideRight, room)
                return text[:start] + fits
        layout.endLayout()
        place += len(paragraph) + 1
    return text
