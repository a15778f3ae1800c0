"""One window per library: a second start raises the first.

A local socket named after the library folder lies in the user's private run-time folder.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from mediadesk.system.paths import runtime_dir

WAIT_MS = 500
_RAISE = b"raise\n"


def socket_path(library: Path) -> Path:
    """Where the window of a library listens."""
    digest = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:16]
    return runtime_dir() / f"{digest}.sock"


def ask_to_raise(library: Path) -> bool:
    """Ask the running window to come to the front; False where nobody listens."""
    socket = QLocalSocket()
    socket.connectToServer(str(socket_path(library)))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(_RAISE)
    sent = socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return sent


class InstanceServer(QObject):
    """Listens for later starts; ``raise_wanted`` for each."""

    raise_wanted = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = socket_path(library)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What lies here was left by a killed process: a living one would have answered.
        QLocalServer.removeServer(str(path))
        self._server.listen(str(path))
        self._server.newConnection.connect(self._on_connection)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            self.raise_wanted.emit()
