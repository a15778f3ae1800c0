"""Small words in boxes: status chips (icon and word), badges, key caps."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.motion import is_motion_reduced
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme

ChipKind = Literal["ok", "warn", "err", "run", "idle", "res"]
BadgeKind = Literal["outline", "ok", "accent", "tag", "key"]

_CHIP_ICONS: dict[ChipKind, str] = {
    "ok": "check",
    "warn": "timer",
    "err": "triangle-alert",
    "run": "loader",
    "idle": "clock",
    "res": "rotate-cw",
}


class _Pill(QWidget):
    """A rounded box with an icon and one line of text, painted."""

    def __init__(self, text: str, icon: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._text = text
        self._icon = icon
        self._angle = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().changed.connect(self._on_theme_changed)

    def text(self) -> str:
        """Return the words shown."""
        return self._text

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return theme().font("caption", "medium")

    def _colors(self) -> tuple[QColor, QColor | None, QColor | None]:
        """Return text colour, fill, line."""
        return theme().color("text.secondary"), None, theme().color("border.default")

    def sizeHint(self) -> QSize:
        """Fit icon, text and padding."""
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._text) + theme().px(12)
        if self._icon:
            width += theme().px(12 + (4 if self._text else 0))
        return QSize(width, theme().px(20))

    def minimumSizeHint(self) -> QSize:
        """The same as the hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, text."""
        painter = QPainter(self)
        ink, fill, edge = self._colors()
        fill_rounded(painter, QRectF(self.rect()), 4, fill, edge)
        x = theme().px(6) + (self.width() - _Pill.sizeHint(self).width()) / 2
        if self._icon:
            side = theme().px(12)
            pixmap = icon_pixmap(self._icon, ink, side, dpr=self.devicePixelRatioF())
            top = (self.height() - side) / 2
            if self._angle:
                self._draw_turned(painter, QPointF(x, top), side)
            else:
                painter.drawPixmap(QPointF(x, top), pixmap)
            x += side + theme().px(4)
        painter.setPen(ink)
        painter.setFont(self._font())
        area = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._text)

    def _draw_turned(self, painter: QPainter, corner: QPointF, side: int) -> None:
        pixmap = icon_pixmap(self._icon, self._colors()[0], side, dpr=self.devicePixelRatioF())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(corner + QPointF(side / 2, side / 2))
        painter.rotate(self._angle)
        painter.drawPixmap(QPointF(-side / 2, -side / 2), pixmap)
        painter.restore()


class Chip(_Pill):
    """A status: always icon and word. The loader icon turns unless motion is reduced."""

    def __init__(
        self,
        text: str = "",
        kind: ChipKind = "idle",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon or _CHIP_ICONS[kind], parent)
        self._kind: ChipKind = kind
        self.setObjectName("chip")
        self.setProperty("chip", kind)
        self._timer = QTimer(self)
        self._timer.setInterval(90)
        self._timer.timeout.connect(self._turn)

    def kind(self) -> ChipKind:
        """Return the status kind shown."""
        return self._kind

    def set_status(self, text: str, kind: ChipKind, icon: str = "") -> None:
        """Show another status; an empty icon means the usual one of its kind."""
        self._text, self._kind, self._icon = text, kind, icon or _CHIP_ICONS[kind]
        self.setAccessibleName(text)
        self.setProperty("chip", kind)
        self._angle = 0.0
        self._start_or_stop()
        self.updateGeometry()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Start turning the loader."""
        super().showEvent(event)
        self._start_or_stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing turns unseen."""
        super().hideEvent(event)
        self._timer.stop()

    def _start_or_stop(self) -> None:
        if self._icon == "loader" and self.isVisible() and not is_motion_reduced():
            self._timer.start()
        else:
            self._timer.stop()

    def _turn(self) -> None:
        self._angle = (self._angle + 30) % 360
        self.update()

    def _colors(self) -> tuple[QColor, QColor | None, QColor | None]:
        ink = theme().color(f"{self._kind}.text")
        edge = ink if theme().is_high_contrast else None
        return ink, theme().color(f"{self._kind}.soft"), edge


class Badge(_Pill):
    """A fact in few words: ``outline``, ``ok`` (free), ``accent`` (2 changed), ``tag``, ``key``."""

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        kind: BadgeKind = "outline",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, icon, parent)
        self._kind = kind
        self.setObjectName("badge")

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Badges are flatter than chips, tags larger."""
        hint = super().sizeHint()
        if self._kind == "tag":
            return QSize(hint.width() + theme().px(6), theme().px(22))
        return QSize(hint.width(), theme().px(18))

    def _font(self) -> QFont:
        return theme().font("meta" if self._kind == "tag" else "caption")

    def _colors(self) -> tuple[QColor, QColor | None, QColor | None]:
        look = theme()
        if self._kind == "ok":
            return look.color("ok.text"), None, look.color("ok.text")
        if self._kind == "accent":
            return look.color("accent.text"), look.color("accent.soft"), None
        if self._kind == "tag":
            return look.color("text.secondary"), look.color("idle.soft"), None
        return look.color("text.secondary"), None, look.color("border.default")
