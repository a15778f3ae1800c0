"""The name of the library at the top of the sidebar; pressed, it offers the others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import elided, fill_rounded
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

_INSET, _GAP, _ARROW = 6, 8, 14


class LibraryButton(QAbstractButton):
    """Disabled where there is nothing to switch from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        describe(self, name="library-switcher")
        self.show_library("mediadesk", can_switch=False)
        theme().changed.connect(self.updateGeometry)

    def show_library(self, name: str, *, can_switch: bool) -> None:
        """Show a name."""
        self.setText(name)
        self.setEnabled(can_switch)
        words = tr("Library {name}, switch").format(name=name) if can_switch else name
        self.setAccessibleName(words)
        self.setToolTip(words if can_switch else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a row."""
        metrics = QFontMetrics(theme().font("base", "semibold"))
        return QSize(metrics.horizontalAdvance(self.text()) + theme().px(40), theme().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name and, where it can be pressed, the arrows behind it."""
        look = theme()
        painter = QPainter(self)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill_rounded(painter, QRectF(self.rect()), 6, look.color("bg.hover"))
        font = look.font("base", "semibold")
        painter.setFont(font)
        painter.setPen(look.color("text.primary"))
        arrow = look.px(_ARROW + _GAP) if self.isEnabled() else 0
        inset = look.px(_INSET) if self.isEnabled() else 0
        room = self.width() - 2 * inset - arrow
        words = elided(font, self.text(), room)
        area = QRectF(inset, 0, room, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        if self.isEnabled():
            left = inset + QFontMetrics(font).horizontalAdvance(words) + look.px(_GAP)
            side = look.px(_ARROW)
            picture = icon_pixmap("chevrons-up-down", "text.secondary", side)
            painter.drawPixmap(round(left), (self.height() - side) // 2, picture)
