"""The schemes as small pictures of the window, one of them chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.support.painting import fill_rounded, ring_around
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.tokens import Scheme, load_tokens

HEIGHT = 96
LEAST_WIDTH = 150
RADIUS = 8


class ThemeCards(QWidget):
    """``value_changed`` carries what the user chose: “system”, “light” or “dark”."""

    value_changed = Signal(str)

    def __init__(
        self, choices: list[tuple[str, str]], *, value: str, label: str, name: str
    ) -> None:
        super().__init__()
        describe(self, name=name, accessible=label)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 14)
        row.setSpacing(16)
        for scheme, words in choices:
            row.addWidget(self._card(scheme, words, label), 1)
        self._buttons[value].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.value_changed.emit(self.value()))

    def value(self) -> str:
        """The chosen scheme."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def _card(self, scheme: str, words: str, label: str) -> QWidget:
        card = QWidget()
        button = QRadioButton(words)
        describe(button, name=f"{self.objectName()}-{scheme}", accessible=f"{label}: {words}")
        self._buttons[scheme] = button
        self._group.addButton(button)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_Preview(scheme, button))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return card


class _Preview(QWidget):
    """A drawing of the window; a click on it is one on its button."""

    def __init__(self, scheme: str, button: QRadioButton) -> None:
        super().__init__()
        self._scheme, self._button = scheme, button
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.toggled.connect(lambda _on: self.update())
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(LEAST_WIDTH), theme().px(HEIGHT))

    def mouseReleaseEvent(self, _event: object) -> None:
        self._button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5)
        path = QPainterPath()
        path.addRoundedRect(area, RADIUS, RADIUS)
        painter.setClipPath(path)
        if self._scheme == "system":
            half = area.width() / 2
            self._paint_window(painter, area, "dark")
            painter.setClipRect(area.adjusted(0, 0, -half, 0), Qt.ClipOperation.IntersectClip)
            self._paint_window(painter, area, "light")
        else:
            self._paint_window(painter, area, "dark" if self._scheme == "dark" else "light")
        painter.setClipping(False)
        look = theme()
        painter.setPen(look.color("border.default"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self._button.isChecked():
            ring_around(painter, area, RADIUS, look.color("focus"), 2, gap=0.5)

    def _paint_window(self, painter: QPainter, area: QRectF, scheme: Scheme) -> None:
        colors = load_tokens().colors[scheme]
        ink = {name: QColor(colors[name]) for name in _INKS}
        painter.fillRect(area, ink["bg.window"])
        side = QRectF(area.left(), area.top(), area.width() * 0.26, area.height())
        painter.fillRect(side, ink["bg.sidebar"])
        for number, share in enumerate((0.7, 0.9, 0.55)):
            top = area.top() + 14 + number * 9
            bar = QRectF(side.left() + 8, top, (side.width() - 16) * share, 3)
            fill_rounded(
                painter, bar, 1.5, ink["text.primary" if number == 0 else "border.control"]
            )
        inner = area.adjusted(side.width() + 12, 12, -12, -12)
        picture = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.62)
        light = QLinearGradient(picture.topLeft(), picture.bottomRight())
        light.setColorAt(0, ink["s.anthropic"])
        light.setColorAt(1, ink["s.openrouter"])
        shape = QPainterPath()
        shape.addRoundedRect(picture, 4, 4)
        painter.fillPath(shape, light)
        foot = QRectF(inner.left(), inner.bottom() - 13, inner.width(), 13)
        fill_rounded(painter, foot.adjusted(0, 0, -34, 0), 3, ink["bg.pressed"])
        fill_rounded(painter, foot.adjusted(foot.width() - 26, 0, 0, 0), 3, ink["accent.fill"])


_INKS = (
    "bg.window",
    "bg.sidebar",
    "bg.pressed",
    "accent.fill",
    "text.primary",
    "border.control",
    "s.anthropic",
    "s.openrouter",
)
