"""Tokens of a text in the details: given and made as bars, and their share of the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.ui.panes.create.details_parts import section
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.details_content import Tokens

BAR = 4


class TokenPart(QWidget):
    """Two parts of the panel, made when a text is shown for the first time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rows: list[_TokenRow] = []
        self._context_part: QWidget | None = None
        self.hide()

    def show_tokens(self, tokens: Tokens | None) -> None:
        """Show what a text took; hidden where that is not known."""
        self.setVisible(tokens is not None)
        if tokens is None:
            return
        if not self._rows:
            self._make()
        whole = max(1, tokens.given + tokens.made)
        given, made, context = self._rows
        given.show_row(tr("Input"), number(tokens.given), tokens.given / whole, "s.gemini")
        made.show_row(tr("Output"), number(tokens.made), tokens.made / whole, "s.anthropic")
        share = whole / tokens.context if tokens.context else 0.0
        words = tr("{spent} of {limit}").format(spent=number(whole), limit=number(tokens.context))
        context.show_row(words, f"{share:.0%}", share, "accent.text")
        if self._context_part is not None:
            self._context_part.setVisible(bool(tokens.context))

    def _make(self) -> None:
        for title, count in ((tr("Tokens"), 2), (tr("Context"), 1)):
            part, body = section(self)
            body.addWidget(role_label(title, "heading"))
            for _number in range(count):
                row = _TokenRow(is_strong=count > 1)
                self._rows.append(row)
                body.addWidget(row)
            self._layout.addWidget(part)
            self._context_part = part


class _TokenRow(QWidget):
    """A name and a number over a bar."""

    def __init__(self, *, is_strong: bool) -> None:
        super().__init__()
        self._name = role_label("", "prose")
        self._value: QLabel = role_label("", "subtitle" if is_strong else "muted")
        self._share, self._color = 0.0, "accent.text"
        line = QHBoxLayout()
        line.addWidget(self._name)
        line.addStretch(1)
        line.addWidget(self._value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme().px(BAR + 4))
        layout.addLayout(line)

    def show_row(self, name: str, value: str, share: float, color: str) -> None:
        """Show what is told, and its share of the bar in a colour of the theme."""
        self._name.setText(name)
        self._value.setText(value)
        self._value.setAccessibleName(f"{name}: {value}")
        self._share, self._color = min(1.0, share), color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        look, painter = theme(), QPainter(self)
        height = look.px(BAR)
        bar = QRectF(0, self.height() - height, self.width(), height)
        fill_rounded(painter, bar, height / 2, look.color("bg.pressed"))
        bar.setWidth(max(float(height), self.width() * self._share))
        fill_rounded(painter, bar, height / 2, look.color(self._color))
