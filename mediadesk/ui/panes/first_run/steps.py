"""The left side of first run: where the user is, and pictures from the sample provider."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, fill_rounded
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.app_mark import AppMark
from mediadesk.ui.widgets.labels import role_label

STEPS = (
    (QT_TR_NOOP("Create a library"), QT_TR_NOOP("Kept on this computer, encrypted")),
    (QT_TR_NOOP("Save the recovery key"), QT_TR_NOOP("The only way back in if you forget")),
    (QT_TR_NOOP("Connect a provider"), QT_TR_NOOP("Or try it offline first")),
)
SIDE_WIDTH = 440
COLUMNS = 4
ROWS = 4
_STEP_HEIGHT = 62


class StepList(QWidget):
    """Numbered steps; done ones carry a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(0)
        theme().changed.connect(self.updateGeometry)

    def set_current(self, index: int) -> None:
        """Mark step ``index`` (0-based) as the one on show."""
        self._current = index
        self.setAccessibleName(
            tr("Step {index} of {count}: {steps}").format(
                index=index + 1, count=len(STEPS), steps=tr(STEPS[index][0])
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Room for every step."""
        return QSize(theme().px(300), theme().px(_STEP_HEIGHT) * len(STEPS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circles, the line between them and the words."""
        painter = QPainter(self)
        for index in range(len(STEPS)):
            self._paint_step(painter, index)

    def _paint_step(self, painter: QPainter, index: int) -> None:
        look = theme()
        top, side = look.px(_STEP_HEIGHT) * index, look.px(24)
        circle = QRectF(0, top, side, side)
        if index < len(STEPS) - 1:
            painter.setPen(QPen(look.color("border.default"), 1.5))
            x, below = side / 2, top + side + look.px(4)
            painter.drawLine(int(x), int(below), int(x), top + look.px(_STEP_HEIGHT) - look.px(4))
        self._paint_circle(painter, circle, index)
        title, text = map(tr, STEPS[index])
        is_current = index == self._current
        painter.setFont(look.font("base", "semibold" if is_current else "medium"))
        painter.setPen(look.color("text.primary" if is_current else "text.secondary"))
        left, width = look.px(38), self.width() - look.px(38)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, top, width, side), flags, title)
        painter.setFont(look.font("meta", "regular"))
        painter.setPen(look.color("text.tertiary"))
        painter.drawText(QRectF(left, top + look.px(23), width, look.px(18)), flags, text)

    def _paint_circle(self, painter: QPainter, circle: QRectF, index: int) -> None:
        look = theme()
        radius = circle.width() / 2
        if index < self._current:
            fill_rounded(painter, circle, radius, look.color("ok.soft"))
            tick = icon_pixmap("check", "ok.text", look.px(14), dpr=self.devicePixelRatioF())
            offset = (circle.width() - look.px(14)) / 2
            painter.drawPixmap(circle.topLeft() + QRectF(offset, offset, 0, 0).topLeft(), tick)
            return
        is_current = index == self._current
        if is_current:
            fill_rounded(painter, circle, radius, look.color("accent.fill"))
        else:
            fill_rounded(painter, circle, radius, None, look.color("border.control"))
        painter.setFont(look.font("meta", "semibold"))
        painter.setPen(look.color("text.onAccent" if is_current else "text.secondary"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index + 1))


class Mosaic(QWidget):
    """A grid of pictures; empty cells are quiet grounds until their picture is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmaps: list[QPixmap] = []
        self.setObjectName("mosaic")
        self.setAccessibleName(tr("Pictures drawn on this computer by the sample provider"))

    @property
    def count(self) -> int:
        """How many pictures are shown."""
        return len(self._pixmaps)

    def add_picture(self, image: QImage) -> None:
        """Show one more picture."""
        if len(self._pixmaps) < COLUMNS * ROWS:
            self._pixmaps.append(QPixmap.fromImage(image))
            self.update()

    def sizeHint(self) -> QSize:
        """Square cells."""
        return QSize(theme().px(343), theme().px(343))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as many whole rows as fit, at the bottom."""
        painter = QPainter(self)
        gap = theme().px(6)
        cell = (min(self.width(), theme().px(343)) - gap * (COLUMNS - 1)) / COLUMNS
        rows = max(0, min(ROWS, int((self.height() + gap) // (cell + gap))))
        top = self.height() - rows * (cell + gap) + gap
        for index in range(rows * COLUMNS):
            row, column = divmod(index, COLUMNS)
            area = QRectF(column * (cell + gap), top + row * (cell + gap), cell, cell)
            if index < len(self._pixmaps):
                draw_cover(painter, area, self._pixmaps[index], 7)
            else:
                fill_rounded(painter, area, 7, theme().color("bg.hover"))


class SidePanel(QWidget):
    """Mark and name, steps, mosaic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, surface="sidebar")
        self.setFixedWidth(theme().px(SIDE_WIDTH))
        self.steps = StepList()
        self.mosaic = Mosaic()
        self.mosaic.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(AppMark(32))
        head.addWidget(role_label("mediadesk", "title"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 48)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(44)
        column.addWidget(self.steps)
        column.addSpacing(24)
        column.addWidget(self.mosaic, 1)
