"""Five stars in one control: a click or a figure rates, the same again takes the rating back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

STARS = 5
SIDE, GAP = 14, 3


class StarRating(QWidget):
    """Shows 0 to 5 stars; ``rated`` carries the stars that the user wants."""

    rated = Signal(int)
    spoken_role = Role.Slider

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stars = 0
        self._of = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_stars(0)
        theme().changed.connect(self.updateGeometry)

    def show_stars(self, stars: int, of: str = "") -> None:
        """Show a rating; ``of`` names what is rated where several are on one page."""
        self._stars, self._of = stars, of
        words = tr("Rating: {stars} of 5").format(stars=stars)
        described = tr("{words}, {name}").format(words=words, name=of) if of else words
        describe(self, name=self.objectName(), accessible=described, tooltip=words)
        self.update()

    def spoken_range(self) -> tuple[float, float, float]:
        """The stars, none and all of them."""
        return self._stars, 0, STARS

    def move_to(self, number: float) -> None:
        """Rate."""
        self.rated.emit(min(STARS, max(0, round(number))))

    def sizeHint(self) -> QSize:
        """A row of stars."""
        px = theme().px
        return QSize(STARS * px(SIDE) + (STARS - 1) * px(GAP) + 4, px(SIDE) + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rate by the star under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            step = theme().px(SIDE) + theme().px(GAP)
            self._wish(min(STARS, int((event.position().x() - 2) // step) + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Figures rate, Left and Right take or add a star."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            wanted = self._stars + steps[Qt.Key(event.key())]
            self.rated.emit(min(STARS, max(0, wanted)))
        elif Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_5 and not event.modifiers():
            self.rated.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw given and missing stars."""
        painter = QPainter(self)
        side, gap = theme().px(SIDE), theme().px(GAP)
        top = (self.height() - side) / 2
        for number in range(STARS):
            is_on = number < self._stars
            color = "star" if is_on else "text.tertiary"
            star = icon_pixmap("star", color, side, dpr=self.devicePixelRatioF(), filled=is_on)
            area = QRectF(2 + number * (side + gap), top, side, side)
            painter.drawPixmap(area, star, QRectF(star.rect()))

    def _wish(self, stars: int) -> None:
        self.rated.emit(0 if stars == self._stars else stars)
