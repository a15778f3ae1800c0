"""The picture of a project, a folder where it has none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, fill_rounded
from mediadesk.ui.support.theme import theme

_RADIUS = 5
_ICON = 16


class ProjectPicture(QWidget):
    """A square of ``side`` design pixels; it says nothing by itself."""

    def __init__(self, *, side: int, name: str = "project-picture") -> None:
        super().__init__()
        self._side = side
        self._pixmap: QPixmap | None = None
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown, and not the folder."""
        return self._pixmap is not None

    def set_pixmap(self, pixmap: QPixmap | None) -> None:
        """Show a picture; None shows the folder."""
        self._pixmap = pixmap
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        draw_project_picture(QPainter(self), QRectF(self.rect()), self._pixmap)


def draw_project_picture(painter: QPainter, box: QRectF, pixmap: QPixmap | None) -> None:
    """Draw a project's picture into a square; also used by delegates."""
    if pixmap is not None:
        draw_cover(painter, box, pixmap, _RADIUS)
        return
    fill_rounded(painter, box, _RADIUS, theme().color("bg.pressed"))
    side = theme().px(_ICON)
    icon = icon_pixmap("folder", "text.secondary", side)
    painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), icon)
