"""A second copy of a whole library folder, every file read back and compared.

The copy grows in a hidden folder beside its place and is renamed when it is whole, so nothing that
was cut short looks like a library. What an interrupted copy left is compared and used again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from mediadesk.domain.errors import (
    DiskFullError,
    LibraryBusyError,
    LibraryDamagedError,
    StorageError,
    UsageError,
)
from mediadesk.storage import ballast, thumbnail_store
from mediadesk.storage.driver import connect, disk_full, translated, typed_os_error
from mediadesk.storage.events import EventChain
from mediadesk.storage.file_names import DATABASE_NAME
from mediadesk.storage.library import LibraryKeySet, check_folder
from mediadesk.storage.migrator import backup
from mediadesk.storage.owners import Owners
from mediadesk.system.files import FileLayer, is_leftover, write_all_at

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

Progress = Callable[[int, int], bool]
"""Told (bytes done, bytes in all) in the thread that copies; answers whether to go on."""

_PIECE_BYTES = 1 << 20
_SPARE_BYTES = 4 << 20
_NOT_COPIED = ("owners", ballast.FILE_NAME)


class StoppedError(Exception):
    """``Progress`` answered no."""


def staging_of(target: Path) -> Path:
    """Where a copy that is to become *target* grows."""
    return target.with_name(f".{target.name}.moving")


@contextmanager
def held_still(source: Path, keys: LibraryKeySet) -> Iterator[sqlite3.Connection]:
    """Let nobody write to the library inside the block; reading goes on.

    Raises:
        LibraryBusyError: another process runs jobs on it, or writes to it just now.
        LibraryDamagedError, NotFoundError, ForeignLibraryError, StorageError.
    """
    check_folder(source)
    path = source / DATABASE_NAME
    with closing(connect(path, keys.database)) as connection:
        with translated(path):
            connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked under the lock: whoever comes later cannot begin a job any more.
            if Owners(source).is_anybody_at_work():
                raise LibraryBusyError(
                    "Another process runs jobs on this library.",
                    "Close its window, or wait until its command has ended, and try again.",
                )
            yield connection
        finally:
            connection.execute("ROLLBACK")


class LibraryCopy:
    """One copy of the library in *source*, which the caller holds still meanwhile."""

    def __init__(
        self,
        source: Path,
        target: Path,
        keys: LibraryKeySet,
        *,
        progress: Progress,
        files: FileLayer | None = None,
    ) -> None:
        self._source = source
        self._target = target
        self._staging = staging_of(target)
        self._keys = keys
        self._progress = progress
        self._files = files or FileLayer()
        self._done = self._total = 0

    def make(self, connection: sqlite3.Connection) -> tuple[int, int]:
        """Copy and compare everything; returns how many files and bytes.

        Raises:
            StoppedError: the progress said so; what was copied is still there.
            DiskFullError, ReadOnlyError, StorageError: named; the same call goes on later.
            LibraryDamagedError: a copied database does not read as the original does.
        """
        files, staging = self._files, self._staging
        wanted = self._wanted()
        self._total = sum(wanted.values())
        with _on_disk_of(self._target):
            files.make_folder(staging)
            check_folder(staging)
            self._prune(set(wanted))
            self._check_space(wanted)
            folders = {staging}
            for name in wanted:
                folders.update(files.make_folder_unsynced((staging / name).parent))
                self._copy(name)
            for folder in folders:
                files.sync_folder(folder)
            self._copy_databases(connection)
            if self._target.is_dir():
                self._target.rmdir()  # empty, see `check_target`; Windows renames onto nothing
            files.replace(staging, self._target)
            files.sync_folder(self._target.parent)
        return len(wanted) + 1, self._total

    def _wanted(self) -> dict[str, int]:
        """The files to copy as they are, by their path in the folder, and their sizes."""
        wanted: dict[str, int] = {}
        for path, size in _entries(self._source):
            name = path.relative_to(self._source)
            is_database = len(name.parts) == 1 and path.name.startswith(
                (DATABASE_NAME, thumbnail_store.FILE_NAME)
            )
            if name.parts[0] not in _NOT_COPIED and not is_database and not is_leftover(path):
                wanted[str(name)] = size
        return wanted

    def _prune(self, wanted: set[str]) -> None:
        """Drop what the library no longer holds, and half-written files."""
        for path, _size in list(_entries(self._staging)):
            if str(path.relative_to(self._staging)) not in wanted:
                self._files.unlink(path)

    def _check_space(self, wanted: dict[str, int]) -> None:
        there = dict(_entries(self._staging))
        needed = sum(
            size for name, size in wanted.items() if there.get(self._staging / name) != size
        )
        for name in (DATABASE_NAME, thumbnail_store.FILE_NAME):
            needed += sum(path.lstat().st_size for path in self._source.glob(f"{name}*"))
        missing = needed + _SPARE_BYTES - self._files.free_bytes(self._staging)
        if missing > 0:
            raise DiskFullError(
                f"The disk that holds {self._target.parent} has {missing / 1e6:,.0f} MB too "
                "little free space for this library.",
                "Free some space, or choose another disk.",
            )

    def _copy(self, name: str) -> None:
        source, target = self._source / name, self._staging / name
        if target.exists() and target.stat().st_size == source.stat().st_size:
            if self._digest(target) == self._digest(source, counts=True):
                return
            self._done -= source.stat().st_size
        unfinished = target.with_name(f".{target.name}.tmp")
        with _on_disk_of(source):
            reading = self._files.open(source)
        try:
            writing = self._files.create(unfinished)
            try:
                digest = self._pump(reading, writing, source)
                self._files.sync(writing)
            finally:
                self._files.close(writing)
        finally:
            self._files.close(reading)
        if self._digest(unfinished) != digest:
            self._files.unlink(unfinished)
            raise StorageError(f"{target} does not read as it was written.", "Check that disk.")
        self._files.replace(unfinished, target)

    def _pump(self, reading: int, writing: int, source: Path) -> bytes:
        digest, offset = hashlib.sha256(), 0
        while True:
            with _on_disk_of(source):
                piece = self._files.read_at(reading, _PIECE_BYTES, offset)
            if not piece:
                return digest.digest()
            digest.update(piece)
            offset = write_all_at(self._files, writing, piece, offset)
            self._advance(len(piece))

    def _digest(self, path: Path, *, counts: bool = False) -> bytes:
        digest, offset = hashlib.sha256(), 0
        descriptor = self._files.open(path)
        try:
            _forget_cached(descriptor)
            while piece := self._files.read_at(descriptor, _PIECE_BYTES, offset):
                digest.update(piece)
                offset += len(piece)
                self._advance(len(piece) if counts else 0)
        finally:
            self._files.close(descriptor)
        return digest.digest()

    def _advance(self, count: int) -> None:
        self._done += count
        if not self._progress(self._done, self._total):
            raise StoppedError

    def _copy_databases(self, held: sqlite3.Connection) -> None:
        source, target = self._source / DATABASE_NAME, self._staging / DATABASE_NAME
        try:
            # Another connection: the one that holds the lock is inside a transaction.
            with closing(connect(source, self._keys.database)) as connection:
                backup(connection, source, target)
        except DiskFullError:
            raise disk_full(self._target) from None
        with closing(connect(target, self._keys.database)) as connection, translated(target):
            chain = EventChain(self._keys.chain)
            faults = [row for (row,) in connection.execute("PRAGMA cipher_integrity_check")]
            faults += [row for (row,) in connection.execute("PRAGMA quick_check") if row != "ok"]
            if faults or chain.head(connection) != chain.head(held):
                raise LibraryDamagedError(
                    "The database does not read the same from its copy.",
                    "Check the library with “mediadesk library verify”, and both disks.",
                )
        self._copy_thumbnails()

    def _copy_thumbnails(self) -> None:
        """They are made again when needed, so a damaged store of them is no reason to stop."""
        source = self._source / thumbnail_store.FILE_NAME
        if not source.exists():
            return
        with (
            contextlib.suppress(LibraryDamagedError, LibraryBusyError),
            closing(connect(source, self._keys.thumbnails)) as connection,
        ):
            try:
                backup(connection, source, self._staging / thumbnail_store.FILE_NAME)
            except DiskFullError:
                raise disk_full(self._target) from None


def retire(source: Path) -> None:
    """Make a library that was copied unusable, while it is held still; then `remove` it.

    A writer that waits for the lock meets an error instead of writing into what is going away.
    """
    with _on_disk_of(source):
        os.truncate(source / DATABASE_NAME, 0)


def remove(folder: Path) -> None:
    """Delete a folder with all that is in it. Raises ``StorageError``."""
    with _on_disk_of(folder):
        shutil.rmtree(folder)


def check_target(source: Path, target: Path) -> None:
    """Refuse a place that a library cannot be moved to. Raises ``UsageError``."""
    place, home = target.resolve(), source.resolve()
    if place.is_relative_to(home) or home.is_relative_to(place):
        raise UsageError(
            f"{target} and the library lie within one another.", "Choose another folder."
        )
    with _on_disk_of(target):
        if target.is_symlink() or target.is_mount() or (target.exists() and not target.is_dir()):
            raise UsageError(f"{target} is not a plain folder.", "Name a new folder inside it.")
        if target.is_dir() and any(target.iterdir()):
            raise UsageError(f"{target} is not empty.", "Choose a new or empty folder.")


def _entries(folder: Path) -> Iterator[tuple[Path, int]]:
    """Every file below a folder, links among them as they are, and its size in bytes."""
    with os.scandir(folder) as found:
        for entry in found:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(path)
            else:
                yield path, entry.stat(follow_symlinks=False).st_size


@contextmanager
def _on_disk_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise typed_os_error(error, path) from error


def _forget_cached(descriptor: int) -> None:
    """Have the next read come from the disk, where the system can be asked for it."""
    if sys.platform == "linux":
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
