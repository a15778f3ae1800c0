"""How large what lies in a library folder is, by kind and by project. All sizes in bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.storage import ballast, thumbnail_store
from mediadesk.storage.rows import fetch_all

if TYPE_CHECKING:
    from mediadesk.storage.library import Library
    from mediadesk.storage.rows import Readable


@dataclass(frozen=True, slots=True)
class LibrarySizes:
    """``media`` by type of what is not in the trash, inputs among them; ``projects`` by name.

    Items with the same content share a file, which then counts once in ``media`` and ``deleted``
    and once for each project that holds it.
    """

    media: Mapping[str, int]
    deleted: int
    projects: tuple[tuple[str, int], ...]
    database: int
    thumbnails: int
    backups: int
    temporary: int
    set_aside: int
    reserve: int

    @property
    def total(self) -> int:
        """Everything together."""
        parts = (self.database, self.thumbnails, self.backups, self.temporary, self.set_aside)
        return sum(self.media.values()) + self.deleted + sum(parts) + self.reserve


def library_sizes(library: Library) -> LibrarySizes:
    """Add everything up. Waits for the database and the disk."""
    media, deleted, projects = library.database.read_raw_sync(_from_rows)
    folder, stores = library.folder, library.media
    return LibrarySizes(
        media,
        deleted,
        projects,
        database=_files(folder, f"{library.database.path.name}*"),
        thumbnails=_files(folder, f"{thumbnail_store.FILE_NAME}*"),
        backups=_tree(folder / "backups"),
        temporary=_tree(stores.incoming_dir),
        set_aside=_tree(stores.quarantine_dir),
        reserve=_files(folder, ballast.FILE_NAME),
    )


def _from_rows(connection: Readable) -> tuple[dict[str, int], int, tuple[tuple[str, int], ...]]:
    kept = "SELECT blob_name, MIN(type), MAX(size_bytes) FROM assets WHERE deleted_at IS NULL"
    by_type: dict[str, int] = {}
    for _name, kind, size in fetch_all(connection, f"{kept} GROUP BY 1"):
        by_type[kind] = by_type.get(kind, 0) + size
    sql = """SELECT COALESCE(SUM(size), 0) FROM (SELECT MAX(size_bytes) AS size FROM assets
     GROUP BY blob_name HAVING SUM(deleted_at IS NULL) = 0)"""
    deleted = fetch_all(connection, sql)[0][0]
    sql = """SELECT p.name, SUM(a.size) FROM
     (SELECT DISTINCT project_id, blob_name, size_bytes AS size FROM assets) a
     JOIN projects p ON p.id = a.project_id GROUP BY p.id ORDER BY 2 DESC, 1"""
    projects = tuple((name, size) for name, size in fetch_all(connection, sql))
    return by_type, deleted, projects


def _files(folder: Path, pattern: str) -> int:
    return sum(_size(path) for path in folder.glob(pattern))


def _tree(folder: Path) -> int:
    return sum(_size(Path(entry.path)) for entry in _entries(folder))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path))
            else:
                yield entry


def _size(path: Path) -> int:
    """Files come and go while one looks."""
    try:
        return path.lstat().st_size
    except OSError:
        return 0
