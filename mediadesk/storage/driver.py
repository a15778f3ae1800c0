"""Bare SQLCipher connections, and the driver's errors as domain errors.

The key goes into one pragma and nowhere else: no URL, log or exception ever holds it.
"""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, cast

from mediadesk.domain.errors import (
    DiskFullError,
    LibraryBusyError,
    LibraryDamagedError,
    MediadeskError,
    ReadOnlyError,
    StorageError,
)
from mediadesk.system.files import FileLayer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

BUSY_TIMEOUT_S = 10.0
CACHE_KIB = 16_384
_FULL_BELOW_BYTES = 1 << 20

_BUSY, _LOCKED, _PERM, _READONLY, _IOERR = 5, 6, 3, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _NOTADB = 11, 13, 14, 26


def connect(
    path: Path,
    key: bytes,
    *,
    create: bool = False,
    read_only: bool = False,
    synchronous: str = "FULL",
    busy_timeout_s: float = BUSY_TIMEOUT_S,
) -> sqlite3.Connection:
    """Open an encrypted database in autocommit mode; may be used from any one thread at a time.

    The type is that of the standard library's module, whose interface the driver shares.

    Raises:
        LibraryDamagedError, LibraryBusyError, StorageError: see `translated`.
    """
    import sqlcipher3.dbapi2

    if len(key) != 32:
        raise ValueError("a raw database key has 32 bytes")
    with translated(path):
        if create:
            _create_private(path)
        connection = sqlcipher3.dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=busy_timeout_s,
            check_same_thread=False,
            isolation_level=None,
        )
        try:
            _prepare(connection, key, read_only=read_only, synchronous=synchronous)
        except BaseException:
            connection.close()
            raise
    return cast("sqlite3.Connection", connection)


def _create_private(path: Path) -> None:
    # SQLite would create the file readable for everyone; its WAL takes over the mode it finds.
    files = FileLayer()
    with contextlib.suppress(FileExistsError):
        files.close(files.create(path))
        files.sync_folder(path.parent)


def _prepare(
    connection: sqlite3.Connection, key: bytes, *, read_only: bool, synchronous: str
) -> None:
    # Before the key, or the library prints its own messages about wrong keys on stderr.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in (
        "journal_mode = WAL",
        f"synchronous = {synchronous}",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
        f"cache_size = -{CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the driver's errors inside the block into domain errors; bugs pass as they are."""
    try:
        yield
    except MediadeskError:
        raise
    except OSError as error:
        raise typed_os_error(error, path) from error
    except Exception as error:
        typed = typed_driver_error(error, path)
        if typed is None:
            raise
        # The driver's message may quote values; only its meaning is passed on.
        raise typed from None


def typed_driver_error(error: BaseException, path: Path) -> MediadeskError | None:
    """The domain error for a driver error (or SQLAlchemy's wrapping of one), None for a bug."""
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    primary = code & 0xFF
    if primary == _FULL or (primary == _IOERR and _is_full(path)):
        return disk_full(path)
    if primary in (_BUSY, _LOCKED):
        return LibraryBusyError(
            "Another process is using the library.", "Wait until it has finished and try again."
        )
    if primary in (_NOTADB, _CORRUPT):
        return LibraryDamagedError(
            f"{path.name} is damaged or does not belong to these keys.",
            "Restore a backup of the library.",
        )
    if primary in (_READONLY, _PERM, _CANTOPEN):
        return ReadOnlyError(
            f"{path} cannot be opened for writing.", "Check the permissions of the library folder."
        )
    if primary == _IOERR:
        return StorageError(f"{path} could not be read or written.", "Check the disk.")
    return None


def typed_os_error(error: OSError, path: Path) -> StorageError:
    """The domain error for a failed file operation on *path*."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyError(f"{path} cannot be read or written.", "Check its permissions.")
    return StorageError(
        f"{path} could not be read or written ({error.strerror}).", "Check the disk."
    )


def disk_full(path: Path) -> DiskFullError:
    """The error for a disk without space for *path*."""
    return DiskFullError(f"The disk that holds {path.parent} is full.", "Free some space.")


def _is_full(path: Path) -> bool:
    # A full disk shows up as a plain I/O error where SQLite grows the index of its WAL.
    try:
        return shutil.disk_usage(path.parent).free < _FULL_BELOW_BYTES
    except OSError:
        return False
