"""Keys drawn as little caps: “Ctrl” “Shift” “C”."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme

HEIGHT = 18
_GAP = 4
_INSET = 5
_SIGNS = {"\0": "+", "Return": "↵", "Enter": "↵"}


def caps_of(keys: str) -> list[str]:
    """The single keys of a combination; a plus may be a key itself."""
    caps = [cap for cap in keys.replace("++", "+\0").split("+") if cap]
    return [ctrl_name() if cap == "Ctrl" else _SIGNS.get(cap, cap) for cap in caps]


def ctrl_name() -> str:
    """What stands on the key that is called Ctrl here: “Ctrl”, “Strg”, “⌘”."""
    both = QKeySequence("Ctrl+A").toString(QKeySequence.SequenceFormat.NativeText)
    return both.removesuffix("A").rstrip("+")


def width_of(keys: str) -> float:
    """How wide the caps of a combination are."""
    metrics = QFontMetricsF(theme().font("caption"))
    caps = caps_of(keys)
    return sum(_cap_width(metrics, cap) + _GAP for cap in caps) - (_GAP if caps else 0)


def draw_keycaps(painter: QPainter, right_middle: QPointF, keys: str) -> float:
    """Draw a combination that ends at a point; returns its width."""
    look = theme()
    font = look.font("caption")
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    width, height = width_of(keys), float(look.px(HEIGHT))
    left = right_middle.x() - width
    for cap in caps_of(keys):
        box = QRectF(left, right_middle.y() - height / 2, _cap_width(metrics, cap), height)
        fill_rounded(painter, box, 4, None, look.color("border.default"))
        painter.setPen(look.color("text.secondary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
        left += box.width() + _GAP
    return width


def _cap_width(metrics: QFontMetricsF, cap: str) -> float:
    return max(float(theme().px(HEIGHT)), metrics.horizontalAdvance(cap) + 2 * _INSET)


class Keycaps(QWidget):
    """A combination of keys as a widget of its own."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the caps."""
        return QSize(round(width_of(self._keys)) + 2, theme().px(HEIGHT) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the caps."""
        end = QPointF(self.width() - 1, self.height() / 2)
        draw_keycaps(QPainter(self), end, self._keys)
