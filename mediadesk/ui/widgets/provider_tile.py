"""The two-letter tile of a provider, on its series colour; never a logo."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme

_SERIES = {
    "openai": "s.openai",
    "anthropic": "s.anthropic",
    "gemini": "s.gemini",
    "openrouter": "s.openrouter",
    "fal": "s.fal",
    "nano-banana": "s.nano",
    "veo3": "s.veo",
}


def series_color_name(provider_id: str) -> str:
    """The colour token of a provider; neutral for those without a series of their own."""
    return _SERIES.get(provider_id, "border.control")


class ProviderTile(QWidget):
    """``side`` in device-independent pixels at 100 % text size."""

    def __init__(
        self, provider_id: str, letters: str, *, side: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._provider_id = provider_id
        self._letters = letters
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_provider(self, provider_id: str, letters: str) -> None:
        """Show another provider."""
        self._provider_id, self._letters = provider_id, letters
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme().px(self._side), theme().px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and letters."""
        look = theme()
        painter = QPainter(self)
        soft = 0.24 if look.scheme == "dark" else 0.18
        ground = look.color(series_color_name(self._provider_id), soft)
        fill_rounded(painter, QRectF(self.rect()), 6, ground)
        painter.setFont(look.font("meta", "semibold"))
        painter.setPen(look.color("text.primary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
