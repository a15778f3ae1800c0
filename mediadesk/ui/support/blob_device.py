"""A sealed file as a Qt device: players read it piece by piece, nothing is written in clear."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from PySide6.QtCore import QIODevice, Signal

_log = logging.getLogger(__name__)


class RandomAccess(Protocol):
    """What can be played: random access from any thread."""

    @property
    def size(self) -> int:
        """Length in bytes."""
        ...

    def read_at(self, offset: int, size: int, /) -> bytes:
        """Return ``size`` bytes from ``offset``, fewer only at the end."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class BlobDevice(QIODevice):
    """Reads from a :class:`RandomAccess`; called from the threads of the media backend.

    A read gives every byte that was asked for, since FFmpeg takes a short one for the end. A
    reader that fails ends the stream and emits ``read_failed`` once.
    """

    read_failed = Signal(str)

    def __init__(self, reader: RandomAccess) -> None:
        super().__init__()
        self._reader = reader
        self._size = reader.size
        self._lock = threading.Lock()
        self._has_failed = False
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        """It can seek."""
        return False

    def size(self) -> int:
        """Length in bytes."""
        return self._size

    def bytesAvailable(self) -> int:
        """Bytes from the position to the end."""
        return max(0, self._size - self.pos())

    def readData(self, maxlen: int) -> bytes:
        """Return all bytes asked for, up to the end."""
        with self._lock:
            position = self.pos()
            wanted = min(maxlen, self._size - position)
            if wanted <= 0 or self._has_failed:
                return b""
            try:
                return self._read(position, wanted)
            except Exception as error:  # noqa: BLE001  no exception may reach the backend's thread
                self._has_failed = True
                _log.warning("reading media failed: %s", type(error).__name__)
                self.read_failed.emit(type(error).__name__)
                return b""

    def writeData(self, _data: bytes | bytearray | memoryview, _size: int) -> int:
        """It is read-only."""
        return -1

    def _read(self, position: int, wanted: int) -> bytes:
        parts: list[bytes] = []
        while wanted > 0:
            part = self._reader.read_at(position, wanted)
            if not part:
                break
            parts.append(part)
            position += len(part)
            wanted -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)
