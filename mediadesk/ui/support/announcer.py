"""What assistive technology is told, at a pace at which it can be heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

EVERY_MS = 2_000


class Announcer(QObject):
    """Says the first text at once; what comes within the next two seconds is said after them.

    Nothing is dropped: texts that wait together are said together, the same one once.
    """

    spoken = Signal(str)

    def __init__(self, parent: QObject | None = None, *, every_ms: int = EVERY_MS) -> None:
        super().__init__(parent)
        self._waiting: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(every_ms)
        self._pause.timeout.connect(self._go_on)

    def say(self, text: str) -> None:
        """Say a text now, or as soon as the one before had its time."""
        if text not in self._waiting:
            self._waiting.append(text)
        if not self._pause.isActive():
            self._go_on()

    def _go_on(self) -> None:
        if self._waiting:
            text, self._waiting = " ".join(self._waiting), []
            self._pause.start()
            self.spoken.emit(text)
