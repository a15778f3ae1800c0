"""The keyboard focus ring: one overlay that follows the focus, so layouts never move.

It shows for focus that came while the keyboard was used last, and hides at the next mouse press.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mediadesk.ui.support.painting import ring_around
from mediadesk.ui.support.theme import theme

_GAP = 2
_WIDTH = 2
# These show their focus themselves: a thicker line, or a ring around the current cell.
_OWN_FOCUS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit, QAbstractItemView)
_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
_ENDS = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.DeferredDelete)


class _Ring(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inset = _GAP + _WIDTH
        inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        ring_around(painter, inner, 6, theme().color("focus"), _WIDTH, _GAP)


class FocusRing(QObject):
    """Install once on the application; it keeps a ring around the widget with keyboard focus.

    It listens to the focused window and the focused widget only: a filter on the whole application
    would see every event and cost a third of a layout.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._ring: _Ring | None = None
        self._followed: list[QWidget] = []
        self._window: QWindow | None = None
        self._is_by_keyboard = False
        app.focusWindowChanged.connect(self._on_window_changed)
        app.focusChanged.connect(self._on_focus_changed)
        self._on_window_changed(app.focusWindow())

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note keyboard and mouse, follow the target; never consumes an event."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.KeyPress:
                self._is_by_keyboard = True
            elif kind in _POINTER:
                self._is_by_keyboard = False
                self._set_target(None)
        elif watched is self._target and kind in _ENDS:
            self._set_target(None)
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return False

    def _on_window_changed(self, window: QWindow | None) -> None:
        if self._window is not None and shiboken6.isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._set_target(now if self._is_by_keyboard else None)

    def _set_target(self, target: QWidget | None) -> None:
        if target is not None and not _wears_ring(target):
            target = None
        for widget in self._followed:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._followed.clear()
        self._target = target
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if target is None:
            return
        ancestor: QWidget | None = target
        while ancestor is not None and not ancestor.isWindow():
            ancestor.installEventFilter(self)
            self._followed.append(ancestor)
            ancestor = ancestor.parentWidget()
        self._ring = _Ring(target.window())
        self._place()
        self._ring.raise_()

    def _place(self) -> None:
        if self._ring is None or self._target is None:
            return
        origin = self._target.mapTo(self._target.window(), QPoint(0, 0))
        grow = _GAP + _WIDTH
        area = QRect(origin, self._target.size()).adjusted(-grow, -grow, grow, grow)
        self._ring.setGeometry(area)
        self._ring.setVisible(not self._target.visibleRegion().isEmpty())


def _wears_ring(widget: QWidget) -> bool:
    """Not what shows its focus itself, and not a page that Qt gave the focus for want of others."""
    is_reachable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return widget.isVisible() and is_reachable and not isinstance(widget, _OWN_FOCUS)
