"""Dialogs over a scrim. They are opened with ``open()``, never ``exec()``: no nested event loop.

A dialog is painted inside its window: its shadow needs no compositor, it sits in the middle on
every platform, and a screenshot of the window shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.shadow import BLUR, draw_shadow
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    import asyncio

MAX_WIDTH = 500


class Scrim(QWidget):
    """Darkens a window while a dialog is open; 50 % black in dark, 34 % in light.

    Takes every mouse event, and tells when the window has another size.
    """

    resized = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("scrim")
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.resized.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing below can be reached."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing below scrolls."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken."""
        QPainter(self).fillRect(
            self.rect(), theme().color("bg.scrim", 0.50 if theme().is_dark else 0.34)
        )


class DialogBase(QDialog):
    """A rounded dialog centred over its window with ``body`` and ``footer`` layouts.

    Return presses the focused button only; nothing is a default button, so Return never spends.
    """

    def __init__(
        self,
        window: QWidget,
        title: str,
        *,
        text: str = "",
        icon: str = "",
        icon_kind: str = "run",
        name: str = "dialog",
        width: int = MAX_WIDTH,
    ) -> None:
        super().__init__(window.window())
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setWindowFlags(Qt.WindowType.Widget)
        set_style(self, kind="sheet")
        self._window = window.window()
        self._is_over = False
        _delete_earlier(self._window, name)
        self._scrim: Scrim | None = None
        # Taken now too: a subclass may move the focus into itself before it is shown.
        self._focus_before: QWidget | None = QApplication.focusWidget()
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(BLUR, BLUR, BLUR, BLUR)
        outer.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 24, 24, 20)
        inner.setSpacing(16)
        inner.addLayout(self._header(title, text, icon, icon_kind))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        inner.addLayout(self.body)
        outer.addLayout(inner)
        self._footer_box = QWidget()
        self.footer = QHBoxLayout(self._footer_box)
        self.footer.setContentsMargins(24, 12, 16, 12)
        self.footer.setSpacing(8)
        self.footer.addStretch(1)
        outer.addWidget(self._footer_box)
        self._design_width = min(width, MAX_WIDTH)
        self._take_width()
        theme().changed.connect(self._on_theme_changed)

    @property
    def is_over(self) -> bool:
        """Whether it was answered or closed."""
        return self._is_over

    def done(self, result: int) -> None:
        """Close with that result."""
        self._is_over = True
        super().done(result)

    def add_button(self, button: QPushButton, *, result: int | None = None) -> QPushButton:
        """Add a button at the right end; with ``result`` a click closes with that result."""
        button.setAutoDefault(False)
        button.setDefault(False)
        self.footer.addWidget(button)
        if result is not None:
            button.clicked.connect(lambda: self.done(result))
        return button

    def adjust(self) -> None:
        """Grow or shrink to what it shows now, in the middle of the window."""
        self._center()

    def showEvent(self, event: QShowEvent) -> None:
        """Darken the window and stand in its middle."""
        super().showEvent(event)
        self._is_over = False
        window = self._window
        before: QWidget | None = QApplication.focusWidget()
        if before is not None and window.isAncestorOf(before) and not self.isAncestorOf(before):
            self._focus_before = before
        chosen: QWidget | None = window.focusWidget()
        self._scrim = Scrim(window)
        self._scrim.resized.connect(self._center)
        self._scrim.show()
        self._scrim.raise_()
        self.raise_()
        self._center()
        if chosen is not None and self.isAncestorOf(chosen):
            chosen.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.focusNextPrevChild(True)

    def event(self, event: QEvent) -> bool:
        """Keep the shortcuts of the window behind from working."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the dialog."""
        stops = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ]
        if not stops:
            return False
        now = self._window.focusWidget()
        step = 1 if forward else -1
        number = (stops.index(now) + step) % len(stops) if now in stops else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[number].setFocus(reason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Give light and focus back."""
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        if self._focus_before is not None and shiboken6.isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._focus_before = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, box and the darker footer."""
        painter = QPainter(self)
        look = theme()
        body = self.rect().adjusted(BLUR, BLUR, -BLUR, -BLUR)
        draw_shadow(painter, body)
        edge = look.color("border.default")
        fill_rounded(painter, QRectF(body), 12, look.color("bg.raised"), edge)
        if self.footer.count() > 1:
            top = self._footer_box.geometry().top()
            foot = QRectF(body.left(), top, body.width(), body.bottom() + 1 - top)
            painter.save()
            painter.setClipRect(foot)
            fill_rounded(painter, QRectF(body), 12, look.color("bg.window"), edge)
            painter.restore()
            painter.fillRect(QRectF(body.left(), top, body.width(), 1), look.color("border.subtle"))

    def _take_width(self) -> None:
        room = self._window.width()
        self.setFixedWidth(min(theme().px(self._design_width) + 2 * BLUR, room))

    def _on_theme_changed(self) -> None:
        self._take_width()
        if self.isVisible():  # the words have their new size only once this was heard everywhere
            QTimer.singleShot(0, self, self._center)

    def _center(self) -> None:
        layout, width = self._outer, self.maximumWidth()
        if layout.hasHeightForWidth():
            # adjustSize would ask how high it is at another width than the one it is given
            self.resize(width, layout.totalHeightForWidth(width))
        else:
            self.adjustSize()
        room = self._window.rect().center()
        self.move(room - QPoint(self.width() // 2, self.height() // 2))

    def _header(self, title: str, text: str, icon: str, kind: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        if icon:
            picture = _RoundIcon(icon, kind)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        heading = role_label(title, "title", wrap=True)
        words.addWidget(heading)
        if text:
            words.addWidget(role_label(text, "secondary", wrap=True))
        row.addLayout(words, 1)
        return row


class _RoundIcon(QLabel):
    """A status icon on a round soft ground."""

    def __init__(self, icon: str, kind: str) -> None:
        super().__init__()
        self._icon, self._kind = icon, kind
        side = theme().px(36)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill_rounded(painter, area, area.width() / 2, theme().color(f"{self._kind}.soft"))
        side = theme().px(18)
        pixmap = icon_pixmap(self._icon, f"{self._kind}.text", side, dpr=self.devicePixelRatioF())
        offset = (self.width() - side) // 2
        painter.drawPixmap(QPoint(offset, offset), pixmap)


def opened(dialog: QDialog) -> asyncio.Future[int]:
    """Open a dialog and return a future of its result, to await instead of ``exec()``.

    Cancelling the future closes the dialog.
    """
    import asyncio

    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(result: int) -> None:
        if not future.done():
            future.set_result(result)

    def close_if_cancelled(done: asyncio.Future[int]) -> None:
        if done.cancelled():
            dialog.reject()

    dialog.finished.connect(settle)
    future.add_done_callback(close_if_cancelled)
    dialog.open()
    return future


def _delete_earlier(window: QWidget, name: str) -> None:
    """Those that were closed: whoever asked has read the answer by the time of the next question.
    Left alone, each would be styled anew with every change of the theme, for as long as the window
    lives."""
    for earlier in window.findChildren(DialogBase, name):
        if earlier.is_over:
            earlier.setObjectName("")
            earlier.deleteLater()
