"""Makes what a first look does not need a little later, so that neither it nor a click waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

FIRST_MS = 600
"""By then the first page is painted, also where the computer is slow."""
BETWEEN_MS = 30


class Ahead(QObject):
    """Calls one maker a turn, a while after its owner was made; whoever needs a part makes it."""

    def __init__(self, owner: QObject, makers: Iterable[Callable[[], object]]) -> None:
        super().__init__(owner)
        self._makers = iter(makers)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._make_next)
        self._timer.start(FIRST_MS)

    def _make_next(self) -> None:
        maker = next(self._makers, None)
        if maker is not None:
            maker()
            self._timer.start(BETWEEN_MS)
