"""The movable dividers of the Create page, and the sizes the user gave its parts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget


class Splitter(QSplitter):
    """Parts with a movable divider between them; a double click on it calls ``on_reset``."""

    def __init__(self, orientation: Qt.Orientation, name: str, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setAccessibleName(name)
        self.on_reset: Callable[[], object] = lambda: None
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        """A divider that can be reset."""
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def mouseDoubleClickEvent(self, event: object) -> None:
        """Back to the size of the layout table."""
        splitter = self.splitter()
        if isinstance(splitter, Splitter):
            splitter.on_reset()


class Seat(QWidget):
    """The room for a panel between dividers; the panel lies over it, and ``on_moved`` follows it.

    A panel that went from one parent to another would be styled anew, widget by widget.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.on_moved: Callable[[], object] = lambda: None

    def moveEvent(self, event: QMoveEvent) -> None:
        """The room is elsewhere."""
        super().moveEvent(event)
        self.on_moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room has another size."""
        super().resizeEvent(event)
        self.on_moved()


class PartSizes:
    """Sizes in pixels that the user gave to parts of the page, for each class of window width."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def of(self, part: str, width_class: str, usual: int) -> int:
        """The size given by hand, else the usual one."""
        try:
            return int(str(self._settings.value(_key(part, width_class), usual)))
        except ValueError:
            return usual

    def keep(self, part: str, width_class: str, size: int) -> None:
        """Remember what the user chose."""
        self._settings.setValue(_key(part, width_class), size)

    def forget(self, part: str, width_class: str) -> None:
        """Go back to the usual size."""
        self._settings.remove(_key(part, width_class))


def _key(part: str, width_class: str) -> str:
    return f"create/size/{part}/{width_class}"
