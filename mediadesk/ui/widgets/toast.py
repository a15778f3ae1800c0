"""Short messages at the bottom centre: newest lowest, at most three, paused on hover or focus."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QTimer,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QWidget

from mediadesk.ui.support.motion import duration
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.shadow import BLUR, draw_shadow
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.tokens import load_tokens
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import role_label

ToastKind = Literal["idle", "ok", "warn", "err", "run"]

MAX_TOASTS = 3
_OVERLAP = 2 * BLUR - 10
PLAIN_MS = 6_000
WITH_ACTION_MS = 10_000
"""How long a toast stays: plain, and with an action."""


class Toast(QWidget):
    """One message with an optional action; ``closed`` once it is gone."""

    action_clicked = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        *,
        icon: str = "info",
        kind: ToastKind = "idle",
        action: str = "",
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(text)
        self._is_closing = False
        self._text = text
        picture = IconLabel(icon, "text.secondary" if kind == "idle" else f"{kind}.text")
        row = QHBoxLayout(self)
        row.setContentsMargins(BLUR + 14, BLUR + 8, BLUR + 8, BLUR + 8)
        row.setSpacing(10)
        row.addWidget(picture)
        row.addWidget(role_label(text))
        if action:
            row.addWidget(Button(action, kind="link", name="toast-action", on_click=self._act))
            keys = QHBoxLayout()
            keys.setSpacing(4)
            for key in shortcut.split("+") if shortcut else ():
                keys.addWidget(Badge(key, kind="key"))
            row.addLayout(keys)
        row.addWidget(IconButton("x", tr("Close message"), size="small", on_click=self.close_now))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITH_ACTION_MS if action else PLAIN_MS)
        self._timer.timeout.connect(self.close_now)
        self._timer.start()
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
        theme().changed.connect(self.update)

    def text(self) -> str:
        """Return the message."""
        return self._text

    def close_now(self) -> None:
        """Fade out and go away."""
        if self._is_closing:
            return
        self._is_closing = True
        self._timer.stop()
        time = duration(load_tokens().motion["fast"])
        if time == 0 or not self.isVisible():
            self.closed.emit()
            return
        fade = self._fade(1.0, 0.0, time)
        fade.finished.connect(self.closed)
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def fade_in(self) -> None:
        """Appear within 160 ms."""
        time = duration(load_tokens().motion["base"])
        if time:
            fade = self._fade(0.0, 1.0, time)
            fade.finished.connect(lambda: self.setGraphicsEffect(None))  # type: ignore[arg-type]
            fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while looked at."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Start counting again."""
        super().leaveEvent(event)
        if not self._is_closing:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay while a button inside has the keyboard focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and not self._is_closing:
            self._timer.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow and box."""
        painter = QPainter(self)
        body = self.rect().adjusted(BLUR, BLUR, -BLUR, -BLUR)
        draw_shadow(painter, body)
        look = theme()
        fill_rounded(
            painter, QRectF(body), 8, look.color("bg.raised"), look.color("border.default")
        )

    def _act(self) -> None:
        self.action_clicked.emit()
        self.close_now()

    def _fade(self, start: float, end: float, time: int) -> QPropertyAnimation:
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.setDuration(time)
        fade.setStartValue(start)
        fade.setEndValue(end)
        return fade


class ToastHost(QWidget):
    """Stacks toasts over a window, or over a part of it; mouse events beside them pass through.

    A child of the window even then: assistive technology sees only the shown page of a stack. With
    its part it goes out of sight, so that nothing of a library is told over a locked one.
    """

    def __init__(self, window: QWidget, over: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._over = over or window
        self.setObjectName("toast-host")
        self._toasts: list[Toast] = []
        self._over.installEventFilter(self)
        self.hide()

    def show_toast(
        self,
        text: str,
        *,
        icon: str = "info",
        kind: ToastKind = "idle",
        action: str = "",
        shortcut: str = "",
    ) -> Toast:
        """Show a message; the same one goes first, and the oldest of more than three."""
        for known in [one for one in self._toasts if one.text() == text and not action]:
            self._remove(known)
        while len(self._toasts) >= MAX_TOASTS:
            self._remove(self._toasts[0])
        toast = Toast(text, icon=icon, kind=kind, action=action, shortcut=shortcut, parent=self)
        toast.closed.connect(lambda: self._remove(toast))
        self._toasts.append(toast)
        toast.show()
        self.show()
        self._place()
        self.raise_()
        toast.fade_in()
        return toast

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what is below, and whether that is shown."""
        if event.type() == QEvent.Type.Resize and self._toasts:
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        elif event.type() == QEvent.Type.Show and self._toasts:
            self._place()
            self.show()
            self.raise_()
        return super().eventFilter(watched, event)

    def _remove(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
        if self._toasts:
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        # By hand: the shadows of neighbours overlap, and a box layout knows no negative spacing.
        over = self._over
        sizes = [toast.sizeHint() for toast in self._toasts]
        width = max(size.width() for size in sizes)
        height = sum(size.height() for size in sizes) - (len(sizes) - 1) * _OVERLAP
        corner = over.mapTo(self._window, QPoint(0, 0))
        x = max(corner.x(), self._window.width() // 2 - width // 2)  # in the middle of the window
        y = corner.y() + over.height() - height + BLUR - 20
        self.setGeometry(x, y, width, height)
        top = 0
        for toast, size in zip(self._toasts, sizes, strict=True):
            toast.setGeometry((width - size.width()) // 2, top, size.width(), size.height())
            top += size.height() - _OVERLAP
