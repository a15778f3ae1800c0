"""Who is working: one locked file for each process that runs jobs.

The operating system frees the lock when the process ends, however it ends. So an attempt whose
owner's file can be locked was left behind, and an attempt whose owner's file cannot is in good
hands, even in another process.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING

from mediadesk.domain.ids import new_uuid7
from mediadesk.storage.driver import typed_os_error
from mediadesk.system.files import FileLayer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OWNER_ID = re.compile(r"[0-9a-f]{32}")


class OwnerLock:
    """This process's own lock. Keep it until the last job has ended."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.owner_id = path.stem
        """The name under which attempts are marked: 32 hexadecimal digits."""
        self._path = path
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if sys.platform == "win32":
            # Windows deletes no open file; POSIX deletes before unlocking, so that nobody can
            # lock a file that is about to vanish.
            os.close(descriptor)
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            os.close(descriptor)


class Owners:
    """The folder with the lock files of a library."""

    def __init__(self, library_dir: Path, *, files: FileLayer | None = None) -> None:
        self._dir = library_dir / "owners"
        self._files = files or FileLayer()

    def acquire(self) -> OwnerLock:
        """Register this process under a fresh id.

        Raises:
            StorageError: the folder cannot be written.
        """
        path = self._dir / f"{new_uuid7().hex}.lock"
        try:
            self._files.make_folder(self._dir)
            descriptor = self._files.create(path)
            try:
                _lock(descriptor, wait=True)
            except OSError:
                self._files.close(descriptor)
                raise
        except OSError as error:
            raise typed_os_error(error, path) from error
        return OwnerLock(path, descriptor)

    def is_alive(self, owner_id: str) -> bool:
        """Whether the process that took this id still runs and holds it."""
        if not _OWNER_ID.fullmatch(owner_id):
            return False
        path = self._dir / f"{owner_id}.lock"
        try:
            descriptor = os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
        except FileNotFoundError:
            return False
        except OSError as error:
            raise typed_os_error(error, path) from error
        try:
            return not _lock(descriptor, wait=False)
        finally:
            self._files.close(descriptor)

    def is_anybody_at_work(self) -> bool:
        """Whether any process, this one included, runs jobs on the library."""
        return any(self.is_alive(path.stem) for path in self._dir.glob("*.lock"))

    def left_behind(self) -> Iterator[str]:
        """The ids whose process ended without giving them back."""
        if not self._dir.is_dir():
            return
        for path in sorted(self._dir.glob("*.lock")):
            if _OWNER_ID.fullmatch(path.stem) and not self.is_alive(path.stem):
                yield path.stem

    def forget(self, owner_id: str) -> None:
        """Delete the file of an id that was left behind, once its attempts are taken care of."""
        if _OWNER_ID.fullmatch(owner_id) and not self.is_alive(owner_id):
            with contextlib.suppress(OSError):
                (self._dir / f"{owner_id}.lock").unlink(missing_ok=True)


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Lock the open file; False where somebody else holds it."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    # flock rather than fcntl locks: those belong to the process and fall with any close.
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
