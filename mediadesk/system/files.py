"""Durable and private file operations: the one layer through which library files are written.

Everything that must survive a power cut goes through a `FileLayer`, so a test can put a layer
with faults (full disk, I/O error, short writes) in its place without touching the code above.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE_FILE_MODE = 0o600
PRIVATE_FOLDER_MODE = 0o700

_LEFTOVER = re.compile(r"\..+\.[0-9a-f]{16}\.tmp")
_LEFTOVER_AGE_S = 3600

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class FileLayer:
    """The operating system's files. All methods raise `OSError` and nothing else."""

    def create(self, path: Path) -> int:
        """Create *path* for reading and writing, private to the user; it must not exist."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _CLOEXEC | _BINARY
        return os.open(path, flags, PRIVATE_FILE_MODE)

    def open(self, path: Path) -> int:
        """Open an existing file for reading; symbolic links are refused."""
        return os.open(path, os.O_RDONLY | _NOFOLLOW | _CLOEXEC | _BINARY)

    def write_at(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
        """Write at *offset*; returns how many bytes the system took, which may be fewer."""
        if sys.platform == "win32":
            os.lseek(descriptor, offset, os.SEEK_SET)
            return os.write(descriptor, data)
        return os.pwrite(descriptor, data, offset)

    def read_at(self, descriptor: int, size: int, offset: int) -> bytes:
        """Read up to *size* bytes at *offset*."""
        if sys.platform == "win32":
            os.lseek(descriptor, offset, os.SEEK_SET)
            return os.read(descriptor, size)
        return os.pread(descriptor, size, offset)

    def size(self, descriptor: int) -> int:
        """The length of the open file in bytes."""
        return os.fstat(descriptor).st_size

    def sync(self, descriptor: int) -> None:
        """Return only when the file's bytes are on the disk."""
        if sys.platform == "darwin":
            import fcntl

            # On macOS fsync leaves the bytes in the drive's cache; see fsync(2) there.
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close the descriptor."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename *source* to *target* atomically; an existing target is replaced."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Return only when the folder's entries are on the disk (nothing to do on Windows)."""
        if sys.platform == "win32":
            return
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | _CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def unlink(self, path: Path) -> None:
        """Delete the file; a missing file is not an error."""
        path.unlink(missing_ok=True)

    def make_folder(self, folder: Path) -> None:
        """Create the folder and its missing parents, private to the user, and make it durable."""
        for path in self.make_folder_unsynced(folder):
            self.sync_folder(path.parent)

    def make_folder_unsynced(self, folder: Path) -> list[Path]:
        """`make_folder` for a caller who syncs the parents of what was made; returns the made."""
        missing: list[Path] = []
        current = folder
        while not current.is_dir() and current.parent != current:
            missing.append(current)
            current = current.parent
        missing.reverse()
        for path in missing:
            try:
                path.mkdir(mode=PRIVATE_FOLDER_MODE)
            except FileExistsError:
                # Another process may have been faster; a file in the way is an error.
                if not path.is_dir():
                    raise
        return missing

    def free_bytes(self, folder: Path) -> int:
        """The bytes an ordinary user can still write on the disk that holds *folder*."""
        return shutil.disk_usage(folder).free


def write_all_at(files: FileLayer, descriptor: int, data: bytes | memoryview, offset: int) -> int:
    """Write all of *data* at *offset*, however often the system takes less; returns the new end."""
    view = memoryview(data)
    while view:
        written = files.write_at(descriptor, view, offset)
        offset += written
        view = view[written:]
    return offset


def write_atomically(path: Path, data: bytes, files: FileLayer | None = None) -> None:
    """Replace *path* by *data* so that a crash leaves the old content or the new, never a mix.

    Raises:
        OSError: nothing was changed.
    """
    files = files or FileLayer()
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    with _open_new(files, temporary) as descriptor:
        write_all_at(files, descriptor, data, 0)
        files.sync(descriptor)
    try:
        files.replace(temporary, path)
    except OSError:
        files.unlink(temporary)
        raise
    files.sync_folder(path.parent)


def remove_leftovers(folder: Path) -> None:
    """Delete what `write_atomically` left in *folder* when it was killed, an hour ago or more.

    A younger one may be another process's work. Failures are left for the next time.
    """
    before = time.time() - _LEFTOVER_AGE_S
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if is_leftover(path) and path.lstat().st_mtime < before:
                path.unlink(missing_ok=True)


def is_leftover(path: Path) -> bool:
    """Whether the name is that of an unfinished `write_atomically`."""
    return _LEFTOVER.fullmatch(path.name) is not None


@contextlib.contextmanager
def _open_new(files: FileLayer, path: Path) -> Iterator[int]:
    descriptor = files.create(path)
    try:
        yield descriptor
    except OSError:
        files.close(descriptor)
        files.unlink(path)
        raise
    else:
        files.close(descriptor)
