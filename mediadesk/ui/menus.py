"""The menu bar: one menu a group of actions. On Windows and Linux it is hidden until Alt."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from mediadesk.ui.action_table import GROUPS
from mediadesk.ui.support.translation import tr

_ENDS_ALONE = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.ApplicationStateChange}
)


class Menus(QObject):
    """Built when first wanted. ``wanted`` asks for entries: menus by the name of their group."""

    wanted = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._is_alt_alone = False

    def build(self) -> None:
        """Put the bar into the window."""
        bar = self._window.menuBar()
        bar.setObjectName("menu-bar")
        bar.setAccessibleName(tr("Menu bar"))
        for group in GROUPS:
            menu = bar.addMenu(f"&{tr(group)}")
            menu.setObjectName(f"menu-{group.lower()}")
            menu.aboutToShow.connect(lambda: self.wanted.emit(self._menus))
            self._menus[group] = menu
        self.wanted.emit(self._menus)
        bar.setVisible(sys.platform == "darwin")

    def take(self, event: QKeyEvent, *, is_press: bool) -> None:
        """Follow the keys of the window: Alt alone shows or hides the bar."""
        if event.key() != Qt.Key.Key_Alt or event.isAutoRepeat():
            return
        was_alone = self._is_alt_alone
        self._watch(is_on=is_press)
        if was_alone and not is_press:
            self.toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with another key, which may be a shortcut that reaches nobody else, is not alone."""
        is_key = isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Alt
        if is_key or event.type() in _ENDS_ALONE:
            self._watch(is_on=False)
        return super().eventFilter(watched, event)

    def _watch(self, *, is_on: bool) -> None:
        app = QCoreApplication.instance()
        assert app is not None
        self._is_alt_alone = is_on
        if is_on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def toggle(self) -> None:
        """Show the bar with its first menu chosen, or hide it."""
        if not self._menus:
            self.build()
        bar = self._window.menuBar()
        if bar.isVisible():
            bar.hide()
            return
        self.wanted.emit(self._menus)
        bar.show()
        bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        bar.setActiveAction(bar.actions()[0])
