"""Text: role labels, labels that elide, thin lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme


def role_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the roles of the stylesheet contract; text is never rich."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        set_style(label, role=role)
    return label


def line(direction: str = "h", tone: str = "") -> QFrame:
    """Return a 1 px divider, ``"h"`` or ``"v"``; ``tone`` “strong” stands out among buttons."""
    frame = QFrame()
    frame.setProperty("line", direction)
    frame.setProperty("tone", tone)
    if direction == "h":
        frame.setFixedHeight(1)
    else:
        frame.setFixedWidth(1)
    return frame


def divider() -> QFrame:
    """Return a short divider between the parts of a row."""
    frame = line("v", "strong")
    frame.setFixedHeight(theme().px(18))
    return frame


class ElideLabel(QLabel):
    """One line of plain text, cut with an ellipsis; the full text is the tooltip when cut."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            set_style(self, role=role)
        self.setText(text)

    def is_elided(self) -> bool:
        """Return whether part of the text is hidden now."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def setText(self, text: str) -> None:
        """Show a text; line breaks become spaces."""
        super().setText(" ".join(text.split()))
        self._update_tooltip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the full text as tooltip only while it is cut."""
        super().resizeEvent(event)
        self._update_tooltip()

    def sizeHint(self) -> QSize:
        """Ask for the whole text; less is fine."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """An ellipsis is enough."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("…"), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text cut to the width."""
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._mode, area.width())
        self.style().drawItemText(
            painter,
            area,
            self.alignment(),
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )

    def _update_tooltip(self) -> None:
        words = self.text() if self.is_elided() else ""
        if words != self.toolTip():  # Qt tells everybody of a tooltip, also of the same one
            self.setToolTip(words)
