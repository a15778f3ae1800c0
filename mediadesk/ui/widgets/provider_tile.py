"""The two-letter tile of a provider, on its series colour; never a logo."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme

_SERIES = {"nano-banana": "s.nano", "veo3": "s.veo"}


def series_color_name(provider_id: str) -> str:
    """The colour token of a provider; one without a token gets the neutral colour."""
    return _SERIES.get(provider_id, f"s.{provider_id}")


class ProviderTile(QWidget):
    """Two letters on the provider's series colour (24 % dark, 18 % light)."""

    def __init__(
        self, letters: str, series: str, *, size: int = 32, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letters, self._series, self._side = letters, series, size
        self.setObjectName("provider-tile")
        self.setAccessibleName(letters)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._on_theme_changed)

    def set_provider(self, letters: str, series: str) -> None:
        """Show another provider; ``series`` is a colour token such as ``s.openai``."""
        self._letters, self._series = letters, series
        self.setAccessibleName(letters)
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tile and letters."""
        painter = QPainter(self)
        draw_provider_tile(painter, QRectF(self.rect()), self._letters, self._series)


def draw_provider_tile(painter: QPainter, rect: QRectF, letters: str, series: str) -> None:
    """Draw a provider tile; an unknown series token gets the neutral colour."""
    try:
        color = theme().color(series, 0.24 if theme().is_dark else 0.18)
    except KeyError:
        color = theme().color("bg.pressed")
    fill_rounded(painter, rect, rect.width() * 0.19, color)
    font = theme().font("meta", "semibold")
    font.setPixelSize(max(8, round(rect.width() * 0.4)))
    painter.setFont(font)
    painter.setPen(theme().color("text.primary"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)


def tile_pixmap(letters: str, series: str, side: int = 16) -> QPixmap:
    """A tile in front of a word in a table; ``side`` in design pixels."""
    look = theme()
    size, dpr = look.px(side), QApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_provider_tile(painter, QRectF(0, 0, size, size), letters, series)
    painter.end()
    return pixmap
