"""The keyboard focus ring: one overlay that follows the focus, so layouts never move.

It shows for focus that came by Tab, Backtab or a shortcut, and hides at the next mouse press.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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
_SHOWN_FOR = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# These show their focus themselves: a thicker line, or a ring around the current cell.
_OWN_FOCUS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit, QAbstractItemView)
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
    """Install once on the application; it keeps a ring around the focused widget."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._ring: _Ring | None = None
        app.installEventFilter(self)

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow focus, geometry and visibility; never consumes an event."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            reason = getattr(event, "reason", lambda: None)()
            self._set_target(watched if reason in _SHOWN_FOR else None)
        elif self._target is not None:
            is_target = watched is self._target
            if kind == QEvent.Type.MouseButtonPress or (is_target and kind in _ENDS):
                self._set_target(None)
            elif is_target and kind in (QEvent.Type.Move, QEvent.Type.Resize):
                self._place()
        return False

    def _set_target(self, target: QWidget | None) -> None:
        if target is not None and isinstance(target, _OWN_FOCUS):
            target = None
        self._target = target
        if self._ring is not None:
            self._ring.deleteLater()
            self._ring = None
        if target is not None and target.isVisible():
            self._ring = _Ring(target.window())
            self._ring.destroyed.connect(self._on_ring_destroyed)
            self._place()
            self._ring.show()
            self._ring.raise_()

    def _place(self) -> None:
        if self._ring is None or self._target is None:
            return
        origin = self._target.mapTo(self._target.window(), QPoint(0, 0))
        grow = _GAP + _WIDTH
        area = QRect(origin, self._target.size()).adjusted(-grow, -grow, grow, grow)
        self._ring.setGeometry(area)

    def _on_ring_destroyed(self, ring: QObject) -> None:
        if self._ring is ring:
            self._ring = None
