"""The menu bar: one menu a group of actions. On Windows and Linux it is hidden until Alt."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from mediadesk.ui.action_table import GROUPS
from mediadesk.ui.support.translation import tr


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
        is_alt = event.key() == Qt.Key.Key_Alt
        if is_press:
            self._is_alt_alone = is_alt
        elif is_alt and self._is_alt_alone and not event.isAutoRepeat():
            self._is_alt_alone = False
            self.toggle()

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
