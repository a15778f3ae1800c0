"""One library on disk: its folder, and the stores that are open on it.

Keys come in as values; this module never asks how the library was unlocked.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mediadesk.domain.errors import (
    ForeignLibraryError,
    LibraryDamagedError,
    MediadeskError,
    NotFoundError,
    ReadOnlyError,
)
from mediadesk.storage.anchor import AnchorCopy, AnchorKeeper
from mediadesk.storage.ballast import Ballast
from mediadesk.storage.blobs import BlobKeys
from mediadesk.storage.database import Database
from mediadesk.storage.driver import connect, translated, typed_os_error
from mediadesk.storage.events import ChainHead, EventChain
from mediadesk.storage.file_names import DATABASE_NAME
from mediadesk.storage.media_store import MediaStore
from mediadesk.storage.migrator import migrate, schema_version
from mediadesk.storage.owners import Owners
from mediadesk.storage.thumbnail_store import ThumbnailStore
from mediadesk.system.files import PRIVATE_FOLDER_MODE, FileLayer, remove_leftovers

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path
    from uuid import UUID

_log = logging.getLogger(__name__)


class LibraryKeySet(Protocol):
    """The keys that storage works with. See the vault's key hierarchy."""

    @property
    def library_id(self) -> UUID: ...
    @property
    def epoch(self) -> int: ...
    @property
    def database(self) -> bytes: ...
    @property
    def thumbnails(self) -> bytes: ...
    @property
    def blobs(self) -> bytes: ...
    @property
    def content_id(self) -> bytes: ...
    @property
    def chain(self) -> bytes: ...


@dataclass(frozen=True)
class Library:
    """The open stores of one library. ``close`` writes the anchor first."""

    folder: Path
    library_id: UUID
    database: Database
    media: MediaStore
    thumbnails: ThumbnailStore
    chain: EventChain
    anchor: AnchorKeeper
    ballast: Ballast
    owners: Owners

    def chain_head(self) -> ChainHead:
        """The newest committed event. Waits for the database."""
        return self.database.read_raw_sync(self.chain.head)

    def save_anchor_if_due(self) -> bool:
        """Write the anchor if the last time is a minute ago. Run it in a worker now and then."""
        return self.anchor.save_if_due(self.chain_head())

    def check_anchor_copy(self) -> None:
        """Compare with the keyring's copy, which may take long: run it after the window is up.

        Raises:
            RolledBackError: see `AnchorKeeper.check_copy`.
        """
        with closing(self.database.connect_raw()) as connection:
            self.anchor.check_copy(connection, self.chain)

    def close_since(self, head: object) -> None:
        """Close; the anchor is only renewed where something was written since ``head``."""
        if self.chain_head() != head:
            self.close()
            return
        with closing(self.thumbnails):
            self.database.close()

    def close(self, *, with_anchor_copy: bool = True) -> None:
        """Write the anchor, finish the work in hand and close every file.

        A disk that takes no anchor any more keeps the earlier one, which still holds.
        """
        try:
            self.anchor.save(self.chain_head(), with_copy=with_anchor_copy)
        except MediadeskError as error:
            _log.warning("the anchor was not written: %s", type(error).__name__)
        finally:
            self.thumbnails.close()
            self.database.close()


@dataclass(frozen=True)
class LibraryInfo:
    """What `mediadesk library info` shows. Sizes in bytes, ``created_at_ms`` in epoch ms."""

    folder: Path
    library_id: UUID
    created_at_ms: int
    schema_version: int
    generation_count: int
    asset_count: int
    blob_count: int
    blob_bytes: int
    event_count: int
    free_bytes: int


def create_library(
    folder: Path,
    keys: LibraryKeySet,
    *,
    anchor_copy: AnchorCopy | None = None,
    files: FileLayer | None = None,
) -> Library:
    """Make the database and folders of a new library and open it.

    The folder may hold the key slots already, but no database.

    Raises:
        LibraryDamagedError: there is a library already.
        StorageError, ReadOnlyError: the system refused.
    """
    files = files or FileLayer()
    try:
        files.make_folder(folder)
        folder.chmod(PRIVATE_FOLDER_MODE)
    except OSError as error:
        raise typed_os_error(error, folder) from error
    check_folder(folder)
    if (folder / DATABASE_NAME).exists():
        raise LibraryDamagedError(
            f"{folder} holds a library already.", "Open it, or choose another folder."
        )
    return open_library(folder, keys, anchor_copy=anchor_copy, files=files)


def open_library(
    folder: Path,
    keys: LibraryKeySet,
    *,
    anchor_copy: AnchorCopy | None = None,
    accept_older: bool = False,
    files: FileLayer | None = None,
) -> Library:
    """Open an unlocked library: check the folder, migrate, compare with the anchor.

    *accept_older* takes the library as it is after the user was told that it is an older state.

    Raises:
        RolledBackError: older than what was last open here; ask, then pass *accept_older*.
        NotFoundError, ForeignLibraryError, LibraryDamagedError, LibraryTooNewError, StorageError.
    """
    files = files or FileLayer()
    check_folder(folder)
    library = _assemble(folder, keys, anchor_copy, files)
    path = library.database.path
    try:
        _refuse_lost_database(path, library.anchor, library.media)
        remove_leftovers(folder)
        with closing(connect(path, keys.database, create=not path.exists())) as connection:
            migrate(connection, path, folder / "backups")
            _check_library_id(connection, path, keys.library_id)
            with translated(path):
                _check_anchor(connection, library, accept_older=accept_older)
        library.media.prepare()
    except BaseException:
        library.database.close()
        raise
    return library


def _assemble(
    folder: Path, keys: LibraryKeySet, anchor_copy: AnchorCopy | None, files: FileLayer
) -> Library:
    """The stores, none of which has opened a file yet."""
    ballast = Ballast(folder, files=files)
    blob_keys = BlobKeys(keys.blobs, keys.content_id, keys.epoch)
    return Library(
        folder=folder,
        library_id=keys.library_id,
        database=Database(folder / DATABASE_NAME, keys.database, release_reserve=ballast.release),
        media=MediaStore(folder, blob_keys, make_room=ballast.release, files=files),
        thumbnails=ThumbnailStore(folder, keys.thumbnails),
        chain=EventChain(keys.chain),
        anchor=AnchorKeeper(folder, keys.chain, copy=anchor_copy, files=files),
        ballast=ballast,
        owners=Owners(folder, files=files),
    )


def _check_anchor(connection: sqlite3.Connection, library: Library, *, accept_older: bool) -> None:
    head = library.chain.head(connection)
    is_new = head.event_id == 0 and not library.anchor.exists()
    if accept_older or is_new:
        library.anchor.accept(head)
    library.anchor.check(connection, library.chain)


def library_info(library: Library) -> LibraryInfo:
    """Count what the library holds. Waits for the database."""

    def count(connection: sqlite3.Connection) -> LibraryInfo:
        def one(sql: str) -> int:
            return int(connection.execute(sql).fetchone()[0])

        return LibraryInfo(
            folder=library.folder,
            library_id=library.library_id,
            created_at_ms=one("SELECT created_at FROM library"),
            schema_version=schema_version(connection),
            generation_count=one("SELECT count(*) FROM generations WHERE deleted_at IS NULL"),
            asset_count=one("SELECT count(*) FROM assets WHERE deleted_at IS NULL"),
            blob_count=one("SELECT count(*) FROM blobs"),
            blob_bytes=one("SELECT coalesce(sum(size_bytes), 0) FROM blobs"),
            event_count=one("SELECT count(*) FROM events"),
            free_bytes=library.ballast.free_bytes(),
        )

    return library.database.read_raw_sync(count)


def check_folder(folder: Path) -> None:
    """Refuse a folder that others own or may write, and one that cannot be written.

    Raises:
        NotFoundError: there is no such folder.
        ForeignLibraryError: it belongs to somebody else, or others may write to it.
        ReadOnlyError: it cannot be written.
    """
    for path in (folder, folder / DATABASE_NAME, folder / "keyslots.json"):
        try:
            found = path.stat()
        except FileNotFoundError:
            if path == folder:
                raise NotFoundError(
                    f"There is no library in {folder}.", "Create one, or name another folder."
                ) from None
            continue
        except OSError as error:
            raise typed_os_error(error, path) from error
        _check_owner(path, found)
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise ReadOnlyError(
            f"{folder} cannot be written.", "Check its permissions, or copy the library elsewhere."
        )


def _check_owner(path: Path, found: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    if found.st_uid != os.geteuid():
        raise ForeignLibraryError(
            f"{path} belongs to another user.", "Use a library of your own, or change its owner."
        )
    if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise ForeignLibraryError(
            f"Other users may write to {path}.", f"Take that away: chmod go-w “{path}”."
        )


def _refuse_lost_database(path: Path, anchor: AnchorKeeper, media: MediaStore) -> None:
    log = path.with_name(f"{path.name}-wal")  # all there is until a first close
    if any(file.exists() and file.stat().st_size for file in (path, log)):
        return
    if anchor.exists() or next(media.names(), None) is not None:
        state = "empty" if path.exists() else "missing"
        raise LibraryDamagedError(
            f"{path.name} in {path.parent} is {state}.", "Restore a backup of the library."
        )


def _check_library_id(connection: sqlite3.Connection, path: Path, library_id: UUID) -> None:
    with translated(path):
        now_ms = time.time_ns() // 1_000_000
        connection.execute(
            "INSERT OR IGNORE INTO library (id, library_uid, created_at) VALUES (1, ?, ?)",
            (library_id.bytes, now_ms),
        )
        found = connection.execute("SELECT library_uid FROM library").fetchone()[0]
    if found != library_id.bytes:
        raise ForeignLibraryError(
            f"{path.name} belongs to another library.", "Put the files of one library together."
        )
