"""Push buttons of every kind, and buttons that are only an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from mediadesk.ui.support.icons import refit_icon, set_icon
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

ButtonKind = Literal[
    "primary", "standard", "quiet", "link", "danger", "dangerQuiet", "tab", "chip", "dashed"
]
ButtonSize = Literal["default", "note", "small", "field", "big"]

_ICON_COLORS = {
    "primary": "text.onAccent",
    "danger": "text.onAccent",
    "dangerQuiet": "err.text",
    "link": "accent.text",
}


class Button(QPushButton):
    """A text button. Never the default button of a dialog by itself."""

    def __init__(
        self,
        text: str,
        *,
        kind: ButtonKind = "standard",
        size: ButtonSize = "default",
        icon: str = "",
        checkable: bool = False,
        name: str = "",
        tooltip: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        self.setCheckable(checkable)  # before it has a name: that tells what it is
        describe(self, name=name or _object_name(text), accessible=text, tooltip=tooltip)
        set_style(self, kind=kind, btnSize=size)
        if icon:
            small = size == "small"
            set_icon(self, icon, _ICON_COLORS.get(kind, "text.secondary"), 14 if small else 16)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())

    def setText(self, text: str) -> None:
        """Show another text; the accessible name follows."""
        had_text = bool(self.text())
        super().setText(text)
        self.setAccessibleName(text)
        if had_text != bool(text):
            refit_icon(self)


class DashedButton(Button):
    """A small button that adds one more of what stands before it."""

    def __init__(self, text: str, *, icon: str, name: str, tooltip: str) -> None:
        super().__init__(text, kind="dashed", size="small", icon=icon, name=name, tooltip=tooltip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then its dashed line."""
        super().paintEvent(event)
        pen = QPen(theme().color("border.control"), 1)
        pen.setDashPattern([3, 3])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class PrimaryButton(Button):
    """The one accent button of a view; may show its shortcut after a divider."""

    def __init__(
        self,
        text: str,
        *,
        shortcut: str = "",
        size: ButtonSize = "big",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind="primary", size=size, name=name, parent=parent)
        self._shortcut_text = shortcut
        if shortcut:
            self.setToolTip(f"{text} ({shortcut})")

    def setText(self, text: str) -> None:
        """Show another text; the accessible name and the tooltip follow."""
        super().setText(text)
        if self._shortcut_text:
            self.setToolTip(f"{text} ({self._shortcut_text})")

    def sizeHint(self) -> QSize:
        """Leave room for divider and shortcut."""
        hint = super().sizeHint()
        return QSize(hint.width() + round(self._suffix_width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The text; the shortcut goes where there is no room for both."""
        return super().sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button without text, then text, divider and shortcut as one centred group."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        color = theme().color("text.onAccent" if self.isEnabled() else "text.disabled")
        painter.setPen(color)
        painter.setFont(self.font())
        text_width = self.fontMetrics().horizontalAdvance(self.text())
        has_room = text_width + self._suffix_width() + 2 * theme().px(8) <= self.width()
        suffix = self._suffix_width() if self.isEnabled() and has_room else 0.0
        left = (self.width() - text_width - suffix) / 2
        area = QRectF(left, 0, text_width + 1, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if suffix:
            self._paint_shortcut(painter, area.right() + theme().px(10))

    def _paint_shortcut(self, painter: QPainter, x: float) -> None:
        middle, half = self.height() / 2, theme().px(9)
        painter.setOpacity(0.45)
        painter.fillRect(QRectF(x, middle - half, 1, half * 2), painter.pen().color())
        painter.setOpacity(0.95)
        painter.setFont(self._shortcut_font())
        area = QRectF(x + theme().px(11), 0, self.width(), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._shortcut_text)

    def _shortcut_font(self) -> QFont:
        return theme().font("meta", "medium")

    def _suffix_width(self) -> float:
        if not self._shortcut_text:
            return 0.0
        advance = QFontMetrics(self._shortcut_font()).horizontalAdvance(self._shortcut_text)
        return float(theme().px(22) + advance)


class CountButton(Button):
    """A small checkable button with a number behind its words, less strong than they are."""

    def __init__(self, text: str, *, name: str) -> None:
        self._count = 0
        super().__init__(text, kind="quiet", size="small", checkable=True, name=name)

    def set_count(self, count: int) -> None:
        """Show a number; none for 0."""
        self._count = count
        self.setAccessibleName(f"{self.text()}: {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the number."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._count_width(), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button, then words and number as one centred group."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setFont(self.font())
        width = self.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - width - self._count_width()) / 2
        is_strong = self.isChecked() or self.underMouse()
        painter.setPen(theme().color("text.primary" if is_strong else "text.secondary"))
        area = QRectF(left, 0, width + 1, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            area = QRectF(0, 0, left + width + self._count_width(), self.height())
            painter.setPen(theme().color("text.tertiary"))
            sides = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, sides, str(self._count))

    def _count_width(self) -> int:
        words = str(self._count) if self._count else ""
        return self.fontMetrics().horizontalAdvance(words) + (theme().px(5) if words else 0)


class IconButton(QPushButton):
    """A button that is only an icon; it must have a verb-and-object name and shows it as tooltip.

    ``filled_when_on`` draws the checked state as a filled shape (favourite).
    """

    def __init__(
        self,
        icon: str,
        label: str,
        *,
        shortcut: str = "",
        size: ButtonSize = "default",
        icon_size: int | None = None,
        checkable: bool = False,
        filled_when_on: bool = False,
        color_on: str = "text.primary",
        color_off: str = "text.secondary",
        name: str = "",
        on_click: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon_size = icon_size or (14 if size == "small" else 16)
        self._filled_when_on = filled_when_on
        self._color_on, self._color_off = color_on, color_off
        self._shortcut_text = shortcut
        self._is_hovered = False
        self.setAutoDefault(False)
        self.setCheckable(checkable)
        set_style(self, kind="icon", btnSize=size, shape="filled" if filled_when_on else "")
        self.setObjectName(name or _object_name(label))
        self.set_label(label)
        self._refresh_icon()
        self.toggled.connect(lambda _on: self._refresh_icon())
        if on_click is not None:
            self.clicked.connect(lambda: on_click())

    def set_label(self, label: str) -> None:
        """Set what the button does, in words: accessible name and tooltip."""
        self.setAccessibleName(label)
        self.setToolTip(f"{label} ({self._shortcut_text})" if self._shortcut_text else label)

    def set_shortcut(self, keys: str) -> None:
        """Name other keys in the tooltip."""
        self._shortcut_text = keys
        self.set_label(self.accessibleName())

    def set_icon_name(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon_name:
            self._icon_name = icon
            self._refresh_icon()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Brighten the icon."""
        super().enterEvent(event)
        self._is_hovered = True
        self._refresh_icon()

    def leaveEvent(self, event: QEvent) -> None:
        """Dim the icon again."""
        super().leaveEvent(event)
        self._is_hovered = False
        self._refresh_icon()

    def _refresh_icon(self) -> None:
        color = self._color_off
        if self.isChecked():
            color = self._color_on
        elif self._is_hovered and color == "text.secondary":
            color = "text.primary"
        filled = self._filled_when_on and self.isChecked()
        set_icon(self, self._icon_name, color, self._icon_size, filled=filled)


def _object_name(text: str) -> str:
    words = "".join(ch if ch.isalnum() else " " for ch in text.lower()).split()
    return "-".join(words[:5]) or "button"
