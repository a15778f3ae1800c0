"""One way of opening a new library, and how strong its passphrase is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.card import Card
from mediadesk.ui.widgets.chip import Chip
from mediadesk.ui.widgets.labels import role_label

_LEVEL_COLORS = {0: "bg.pressed", 1: "err.text", 2: "warn.fill", 3: "ok.text", 4: "ok.text"}
_STRONG = 3
_WORD_WIDTH = 92


class StrengthMeter(QWidget):
    """Four bars and a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self._word = ""

    def set_strength(self, level: int, word: str) -> None:
        """Show a level 0..4."""
        self._level, self._word = level, word
        self.setAccessibleName(tr("Passphrase strength: {word}").format(word=word) if word else "")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(200), theme().px(20))

    def minimumSizeHint(self) -> QSize:
        """Bars may shrink, the line may not."""
        return QSize(theme().px(_WORD_WIDTH + 40), theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars left of the word."""
        look = theme()
        painter = QPainter(self)
        gap = 4.0
        width = (self.width() - look.px(_WORD_WIDTH) - 3 * gap) / 4
        for index in range(4):
            color = _LEVEL_COLORS[self._level] if index < self._level else "bg.pressed"
            area = QRectF(index * (width + gap), self.height() / 2 - 2, width, 4)
            fill_rounded(painter, area, 2, look.color(color))
        if not self._word:
            return
        is_strong = self._level >= _STRONG
        color = "ok.text" if is_strong else "text.secondary"
        room = QRectF(self.rect()).adjusted(self.width() - look.px(_WORD_WIDTH) + 8, 0, 0, 0)
        painter.setPen(look.color(color))
        painter.setFont(look.font("meta"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, self._word)
        if is_strong:
            side = look.px(13)
            text = painter.fontMetrics().horizontalAdvance(self._word)
            tick = icon_pixmap("check", color, side, dpr=self.devicePixelRatioF())
            left = self.width() - text - side - look.px(4)
            painter.drawPixmap(QPointF(left, (self.height() - side) / 2), tick)


class WayCard(Card):
    """One way of opening the library: a radio button, words, and fields while it is chosen."""

    def __init__(self, title: str, text: str, *, name: str, badge: str = "") -> None:
        super().__init__(padding=16)
        self.radio = QRadioButton(title)
        self.radio.setObjectName(name)
        self.radio.setAccessibleName(title)
        self.radio.setFont(theme().font("base", "semibold"))
        head = QHBoxLayout()
        head.addWidget(self.radio)
        self._badge = Chip(badge, "ok", icon="shield-check")
        head.addWidget(self._badge)
        if not badge:
            self._badge.hide()
        head.addStretch(1)
        self.body.addLayout(head)
        self.note = role_label(text, "muted", wrap=True)
        self.fields = QWidget()
        self.field_layout = QVBoxLayout(self.fields)
        self.field_layout.setContentsMargins(0, 6, 0, 0)
        self.field_layout.setSpacing(10)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme().px(26), 0, 0, 0)
        inner.addWidget(self.note)
        inner.addWidget(self.fields)
        self.body.addLayout(inner)
        self.radio.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def hide_badge(self) -> None:
        """This way is nothing to recommend here."""
        self._badge.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card chooses it."""
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.setChecked(True)
        super().mouseReleaseEvent(event)

    def _on_toggled(self, on: bool) -> None:
        self.set_selected(on)
        self.fields.setVisible(on and self.field_layout.count() > 0)
