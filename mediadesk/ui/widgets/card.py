"""Boxes that hold things: cards, setting groups, message bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

MessageKind = Literal["idle", "warn", "err", "ok", "run"]

_ICONS: dict[MessageKind, str] = {
    "idle": "info",
    "warn": "triangle-alert",
    "err": "triangle-alert",
    "ok": "circle-check",
    "run": "loader",
}


class Card(QWidget):
    """A bordered surface with a vertical layout; add widgets to ``body``."""

    def __init__(
        self, *, surface: str = "card", padding: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_style(self, surface=surface)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)

    def set_selected(self, selected: bool) -> None:
        """Show the card as the chosen one of several."""
        set_style(self, state="on" if selected else None)


class ClickableCard(Card):
    """A card that acts like a button: click, Return and Space emit ``clicked``."""

    clicked = Signal()
    spoken_role = Role.Button

    def __init__(
        self, label: str, *, name: str, padding: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=padding, parent=parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def press(self) -> None:
        """Do what a click does."""
        self.clicked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A release inside is a click."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.isEnabled():
            event.accept()
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)


class MessageBar(QWidget):
    """A coloured line: icon, sentence, maybe one action. ``action_clicked`` when it is used."""

    action_clicked = Signal()

    def __init__(
        self,
        text: str = "",
        kind: MessageKind = "idle",
        *,
        icon: str = "",
        action: str = "",
        name: str = "message-bar",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._kind: MessageKind = kind
        self._icon_name = icon
        self._icon = QLabel(self)
        self._text = role_label(wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._action = Button("", size="small", name=f"{name}-action")
        self._action.clicked.connect(self.action_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        self.show_message(text, kind, icon=icon, action=action)
        theme().changed.connect(self._refresh)

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def show_message(
        self, text: str, kind: MessageKind = "idle", *, icon: str = "", action: str = ""
    ) -> None:
        """Show a sentence of a kind, with the words of an action or none."""
        self._kind, self._icon_name = kind, icon
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._refresh()

    def sizeHint(self) -> QSize:
        """As high as the sentence needs at the present width."""
        hint, layout = super().sizeHint(), self.layout()
        if layout is not None and self.width() and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the sentence elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the coloured ground."""
        painter = QPainter(self)
        edge = theme().color(f"{self._kind}.text") if theme().is_high_contrast else None
        fill_rounded(painter, QRectF(self.rect()), 6, theme().color(f"{self._kind}.soft"), edge)

    def _refresh(self) -> None:
        name = self._icon_name or _ICONS[self._kind]
        self._icon.setPixmap(icon_pixmap(name, f"{self._kind}.text", theme().px(15)))
        self.update()


def clear_layout(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        child = item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif child is not None:
            clear_layout(child)
