"""A file that only takes space, given back when the disk is full.

Results that are already in hand then still land, and the job queue pauses instead of losing them.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from mediadesk.system.files import FileLayer, write_all_at

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "ballast"
BALLAST_BYTES = 32 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024


class Ballast:
    """The reserve of one library. Safe for threads."""

    def __init__(
        self, library_dir: Path, *, files: FileLayer | None = None, size_bytes: int = BALLAST_BYTES
    ) -> None:
        self._path = library_dir / FILE_NAME
        self._files = files or FileLayer()
        self._size_bytes = size_bytes
        self._lock = threading.Lock()
        self.was_released = False
        """Whether the reserve was needed since it was last whole: pause new jobs."""

    @property
    def is_whole(self) -> bool:
        """Whether the reserve is there in full."""
        try:
            return self._path.stat().st_size == self._size_bytes
        except OSError:
            return False

    def free_bytes(self) -> int:
        """What can still be written on the library's disk without touching the reserve.

        Raises:
            OSError: the disk does not answer.
        """
        return self._files.free_bytes(self._path.parent)

    def ensure(self) -> bool:
        """Make the reserve whole again; False while there is too little space for it.

        Takes up to a second: run it in a worker after the library has opened.
        """
        with self._lock:
            if self.is_whole:
                return True
            try:
                # Twice the size: a reserve that takes the last of the space helps nobody.
                if self.free_bytes() < 2 * self._size_bytes:
                    return False
                self._files.unlink(self._path)
                self._write()
            except OSError:
                return False
            self.was_released = False
            return True

    def release(self) -> bool:
        """Give the space back; True where there was some to give."""
        with self._lock:
            try:
                if not self._path.exists():
                    return False
                self._files.unlink(self._path)
            except OSError:
                return False
            self.was_released = True
            return True

    def _write(self) -> None:
        descriptor = self._files.create(self._path)
        try:
            offset = 0
            while offset < self._size_bytes:
                # Random bytes, so that no file system stores them as a hole or compressed.
                piece = os.urandom(min(_PIECE_BYTES, self._size_bytes - offset))
                offset = write_all_at(self._files, descriptor, piece, offset)
            self._files.sync(descriptor)
        except OSError:
            self._files.unlink(self._path)
            raise
        finally:
            self._files.close(descriptor)
