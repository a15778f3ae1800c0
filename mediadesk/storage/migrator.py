"""Bring library.db to this version's schema: backup first, one transaction for each step."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mediadesk.domain.errors import ForeignLibraryError, LibraryTooNewError
from mediadesk.storage.driver import translated
from mediadesk.storage.migrations import MIGRATIONS, Migration
from mediadesk.system.files import PRIVATE_FILE_MODE, FileLayer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_log = logging.getLogger(__name__)

APPLICATION_ID = 0x4D444553
"""“MDES” in the file's header (inside the encryption)."""


def schema_version(connection: sqlite3.Connection) -> int:
    """The number of the newest migration that the file has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_identity(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is not a library's.

    Raises:
        ForeignLibraryError: another program's file.
        LibraryDamagedError: not readable with the key.
    """
    with translated(path):
        application_id = int(connection.execute("PRAGMA application_id").fetchone()[0])
        table_count = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if application_id != APPLICATION_ID and (application_id or table_count):
        raise ForeignLibraryError(
            f"{path.name} was not made by mediadesk.", "Choose the folder of a mediadesk library."
        )


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    backups_dir: Path,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> int:
    """Apply the missing migrations and return how many there were.

    A crash or failure leaves the schema as it was before the step; the next start goes on.

    Raises:
        LibraryTooNewError: a newer version made the file; nothing was changed.
        ForeignLibraryError, LibraryDamagedError, StorageError: see `check_identity`.
    """
    check_identity(connection, path)
    newest = migrations[-1].number
    version = schema_version(connection)
    if version > newest:
        raise LibraryTooNewError(
            f"The library was made by a newer mediadesk (schema {version}, this one knows "
            f"{newest}).",
            "Install the newest version.",
        )
    missing = [migration for migration in migrations if migration.number > version]
    if missing and version:
        backup(connection, path, backups_dir / f"before-schema-{missing[-1].number}.db")
    return sum(_apply(connection, path, migration) for migration in missing)


def backup(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Write a snapshot of the open database to *target*, encrypted with the same key.

    A whole snapshot of that name from an earlier, interrupted run is replaced.
    """
    files = FileLayer()
    unfinished = target.with_name(f".{target.name}.tmp")
    with translated(target):
        files.make_folder(target.parent)
        files.unlink(unfinished)
        files.close(files.create(unfinished))
        with translated(path), _writing(connection):
            connection.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.chmod(PRIVATE_FILE_MODE)
        descriptor = files.open(unfinished)
        try:
            files.sync(descriptor)
        finally:
            files.close(descriptor)
        files.replace(unfinished, target)
        files.sync_folder(target.parent)


def _apply(connection: sqlite3.Connection, path: Path, migration: Migration) -> int:
    with translated(path), _transaction(connection):
        # Another process may have applied it while this one waited for the lock.
        if schema_version(connection) >= migration.number:
            return 0
        migration.apply(connection, time.time_ns() // 1_000_000)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {migration.number}")
    _log.info("schema %s of %s: %s", migration.number, migration.made_on, migration.title)
    return 1


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    # VACUUM INTO counts as writing, although it writes nothing to the database it copies.
    was_query_only = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA query_only = {was_query_only}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
