"""One place in the sidebar: icon, words, a count; only the icon while folded."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_icon, elided, fill_rounded
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.keycaps import draw_keycaps

HEIGHT = 30
COMPACT_HEIGHT = 28
RAIL_HEIGHT = 38
FIELD_HEIGHT = 32


class NavRow(QAbstractButton):
    """A checkable row, 30 high; its count is part of its accessible name."""

    def __init__(
        self,
        icon: str,
        text: str,
        *,
        name: str,
        is_field: bool = False,
        is_compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = ""
        self._figure = ""
        self._end_icon = ""
        self._is_live = False
        self._is_rail = False
        self._is_field = is_field
        self._is_compact = is_compact
        self._shortcut_text = ""
        self._shows_keys = False
        self.setText(text)
        self.setCheckable(not is_field)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        describe(self, name=name, accessible=text)
        self.setToolTip(text)
        theme().changed.connect(self.updateGeometry)

    @property
    def spoken_role(self) -> Role:
        """One of several places, or a button where nothing stays chosen."""
        return Role.PageTab if self.isCheckable() else Role.Button

    def press(self) -> None:
        """Do what a click does."""
        self.click()

    def set_count(self, count: str, *, is_live: bool = False, figure: str = "") -> None:
        """Show a count on the right; a live one carries a dot, or ``figure`` beside the icon
        alone."""
        self._count, self._figure = count, figure
        self._is_live = is_live and bool(count)
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def set_end_icon(self, icon: str) -> None:
        """Show an icon behind the count: what the row unfolds."""
        self._end_icon = icon
        self.update()

    def set_shortcut(self, keys: str) -> None:
        """Name the keys that lead here."""
        self._shortcut_text = keys
        self.setToolTip(f"{self.text()} ({keys})" if keys else self.text())
        self.update()

    def show_keys(self) -> None:
        """Show the keys always, not only under the pointer."""
        self._shows_keys = True

    def set_rail(self, rail: bool) -> None:
        """Show only the icon, or everything."""
        self._is_rail = rail
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its kind, as wide as there is room."""
        height = FIELD_HEIGHT if self._is_field else HEIGHT
        height = COMPACT_HEIGHT if self._is_compact else height
        return QSize(40, theme().px(RAIL_HEIGHT if self._is_rail else height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words and count."""
        look = theme()
        painter = QPainter(self)
        inset = 0 if self._is_compact else 1
        area = QRectF(self.rect()).adjusted(0, inset, 0, -inset)
        if self._is_field and not self._is_rail:
            ground = look.color("bg.hover" if self.underMouse() else "bg.window")
            fill_rounded(painter, area, 6, ground, look.color("border.default"))
        elif self.isChecked():
            fill_rounded(painter, area, 6, look.color("bg.selected"))
        elif self.underMouse() or self.isDown():
            fill_rounded(painter, area, 6, look.color("bg.hover"))
        is_small = self._is_field or self._is_compact
        side = look.px(18 if self._is_rail else 14 if is_small else 16)
        left = area.center().x() - side / 2 if self._is_rail else area.left() + 8
        ink = "text.primary" if self.isChecked() or self.underMouse() else "text.secondary"
        self.paint_icon(painter, QRectF(left, area.center().y() - side / 2, side, side), ink)
        if self._is_rail:
            if self._is_live:
                self._badge(painter, QPointF(left + side + 2, area.top() + look.px(7)))
            return
        self._paint_words(painter, area, left + side + (9 if self._is_field else 10), ink)

    def paint_icon(self, painter: QPainter, box: QRectF, ink: str) -> None:
        """Draw what stands before the words."""
        side = round(box.width())
        icon = icon_pixmap(self._icon, ink, side, dpr=self.devicePixelRatioF())
        painter.drawPixmap(round(box.left()), round(box.top()), icon)

    def _paint_words(self, painter: QPainter, area: QRectF, left: float, ink: str) -> None:
        look = theme()
        right = area.right() - 8
        if self._is_field:
            right -= draw_keycaps(painter, QPointF(right, area.center().y()), self._shortcut_text)
            font = look.font("base")
            painter.setFont(font)
            painter.setPen(look.color("text.tertiary"))
            box = QRectF(left, area.top(), right - left - 6, area.height())
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter, elided(font, self.text(), box.width())
            )
            return
        if self._end_icon:
            side = look.px(14)
            draw_icon(
                painter,
                self._end_icon,
                "text.secondary",
                QPointF(right - side / 2, area.center().y()),
                side,
            )
            right -= side + look.px(10)
        vertical = Qt.AlignmentFlag.AlignVCenter
        keys = self._shortcut_text.replace("+", " ")
        note = self._count or (keys if self._shows_keys or self.underMouse() else "")
        small = self._is_live or not self._count
        painter.setFont(look.font("caption", "medium") if small else look.font("meta"))
        width = painter.fontMetrics().horizontalAdvance(note)
        painter.setPen(look.color("accent.text" if self._is_live else "text.tertiary"))
        box = QRectF(left, area.top(), right - left, area.height())
        painter.drawText(box, vertical | Qt.AlignmentFlag.AlignRight, note)
        if self._is_live:
            self._dot(painter, right - width - 8, area.center().y())
            width += 14
        font = look.font("base")
        painter.setFont(font)
        painter.setPen(look.color(ink))
        painter.drawText(box, vertical, elided(font, self.text(), box.width() - width - 6))

    def _badge(self, painter: QPainter, middle: QPointF) -> None:
        look = theme()
        font = look.font("caption", "semibold")
        font.setPixelSize(look.px(9))
        painter.setFont(font)
        side = float(look.px(13))
        width = max(side, painter.fontMetrics().horizontalAdvance(self._figure) + look.px(6))
        box = QRectF(middle.x() - width / 2, middle.y() - side / 2, width, side)
        fill_rounded(painter, box, side / 2, look.color("accent.fill"))
        painter.setPen(look.color("text.onAccent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._figure)

    def _dot(self, painter: QPainter, x: float, y: float) -> None:
        fill_rounded(painter, QRectF(x - 3, y - 3, 6, 6), 3, theme().color("accent.text"))
