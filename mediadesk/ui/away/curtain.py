"""Hides what the windows show while another program is in front, also from their previews."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout, QWidget

from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.app_mark import AppMark
from mediadesk.ui.widgets.labels import role_label


class Curtain(QObject):
    """Falls over every window when the program goes to the back and ``is_wanted()``."""

    def __init__(self, parent: QObject, is_wanted: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_wanted = is_wanted
        self._covers: list[_Cover] = []
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def lift(self) -> None:
        """Show everything again."""
        for cover in self._covers:
            cover.take_away()
        self._covers.clear()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        self.lift()
        if state is not Qt.ApplicationState.ApplicationActive and self._is_wanted():
            self._covers = [
                _Cover(window)
                for window in QApplication.topLevelWidgets()
                if window.isVisible() and isinstance(window, QMainWindow | QDialog)
            ]


class _Cover(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("curtain")
        set_style(self, surface="sidebar")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(AppMark(40), 0, Qt.AlignmentFlag.AlignHCenter)
        words = role_label(tr("Hidden while another program is in front"), "secondary", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        column.addStretch(1)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()
        self.repaint()  # before the system takes its preview

    def take_away(self) -> None:
        """Show the window's contents again."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; never takes an event."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)
