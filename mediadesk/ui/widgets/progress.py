"""Progress as a bar or a ring: real, estimated (stops at 95 %) or unknown (a moving chunk)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.motion import duration, is_motion_reduced
from mediadesk.ui.support.painting import rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.tokens import load_tokens
from mediadesk.ui.support.translation import tr

_ESTIMATE_END = 0.95


class ProgressBar(QWidget):
    """A thin bar. ``set_fraction(None)`` means the length is not known."""

    def __init__(self, label: str = "Progress", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._fraction: float | None = 0.0
        self._shown = 0.0
        self._chunk = 0.0
        self.setObjectName("progress-bar")
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._on_glide)
        self._timer = QTimer(self)
        self._timer.setInterval(40)
        self._timer.timeout.connect(self._on_tick)
        theme().changed.connect(self.update)

    def fraction(self) -> float | None:
        """Return the value set last."""
        return self._fraction

    def set_fraction(self, fraction: float | None, *, estimated: bool = False) -> None:
        """Show 0.0 to 1.0, an estimate (which stops at 95 %) or None for unknown."""
        if fraction is not None:
            fraction = min(_ESTIMATE_END if estimated else 1.0, max(0.0, fraction))
        self._fraction = fraction
        words = (
            tr("not known")
            if fraction is None
            else tr("{number} per cent").format(number=round(fraction * 100))
        )
        self.setAccessibleName(f"{self._label}: {words}")
        self._glide.stop()
        if fraction is not None:
            self._glide_to(fraction)
        self._start_or_stop()
        self.update()

    def sizeHint(self) -> QSize:
        """A few pixels high."""
        return QSize(120, theme().px(5))

    def showEvent(self, event: QShowEvent) -> None:
        """Start the moving chunk."""
        super().showEvent(event)
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves unseen."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setClipPath(rounded(area, area.height() / 2))
        painter.fillRect(area, theme().color("bg.pressed"))
        left, share = (0.0, self._shown) if self._fraction is not None else (self._chunk, 0.3)
        bar = QRectF(area.width() * left, 0, area.width() * share, area.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent.text"))
        painter.drawRoundedRect(bar, area.height() / 2, area.height() / 2)

    def _glide_to(self, fraction: float) -> None:
        time = duration(load_tokens().motion["progress"])
        if time == 0 or fraction < self._shown or not self.isVisible():
            self._shown = fraction
            return
        self._glide.setDuration(time)
        self._glide.setStartValue(self._shown)
        self._glide.setEndValue(fraction)
        self._glide.start()

    def _on_glide(self, value: float) -> None:
        self._shown = float(value)
        self.update()

    def _start_or_stop(self) -> None:
        if self._fraction is None and self.isVisible() and not is_motion_reduced():
            self._timer.start()
        else:
            self._timer.stop()
            self._chunk = 0.35

    def _on_tick(self) -> None:
        self._chunk = self._chunk + 0.02 if self._chunk < 1.0 else -0.3
        self.update()
