"""Check a whole library: pages, rows, the event chain, and every media file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from mediadesk.domain.errors import LibraryDamagedError, MediadeskError
from mediadesk.storage.chain_rows import contradictions
from mediadesk.storage.driver import translated

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from mediadesk.storage.library import Library


class FindingKind(StrEnum):
    """What a check found."""

    DATABASE = "database"
    ROWS = "rows"
    CHAIN = "chain"
    ANCHOR = "anchor"
    MISSING_BLOB = "missing-blob"
    DAMAGED_BLOB = "damaged-blob"
    REFERENCES = "references"
    ORPHAN_BLOB = "orphan-blob"
    INCOMING = "incoming"

    @property
    def is_damage(self) -> bool:
        """Whether something is lost or wrong; the others only tell of work left to do."""
        return self not in (FindingKind.ORPHAN_BLOB, FindingKind.INCOMING)


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be; ``subject`` is a blob name or empty."""

    kind: FindingKind
    message: str
    subject: str = ""


@dataclass(frozen=True)
class VerifyReport:
    """The outcome of a check."""

    findings: tuple[Finding, ...]
    blob_count: int
    blobs_read: int
    bytes_read: int
    event_count: int

    @property
    def is_sound(self) -> bool:
        """Whether nothing is damaged or missing."""
        return not any(finding.kind.is_damage for finding in self.findings)


@dataclass(frozen=True)
class Subset:
    """Part *number* (from 1) of *count* equal parts, told by the blobs' names."""

    number: int
    count: int

    def takes(self, name: str) -> bool:
        """Whether the blob belongs to this part."""
        return int(name[:8], 16) % self.count == self.number - 1


WHOLE = Subset(1, 1)


@dataclass(frozen=True)
class _BlobRow:
    name: str
    size_bytes: int
    refcount: int


class _Verification:
    """Collects findings over one run."""

    def __init__(self, library: Library, progress: Callable[[int, int], bool]) -> None:
        self._library = library
        self._progress = progress
        self.findings: list[Finding] = []
        self.blobs_read = 0
        self.bytes_read = 0
        self.event_count = 0

    def add(self, kind: FindingKind, message: str, subject: str = "") -> None:
        self.findings.append(Finding(kind, message, subject))

    def check_database(self, connection: sqlite3.Connection) -> None:
        for pragma in ("cipher_integrity_check", "integrity_check"):
            for row in connection.execute(f"PRAGMA {pragma}").fetchall():
                if row[0] != "ok":
                    self.add(FindingKind.DATABASE, f"{pragma}: {row[0]}")
        for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
            self.add(FindingKind.ROWS, f"A row of “{table}” refers to a row that is not there.")

    def check_chain(self, connection: sqlite3.Connection) -> None:
        chain, anchor = self._library.chain, self._library.anchor
        try:
            self.event_count = chain.verify(connection).event_id
        except MediadeskError as error:
            self.add(FindingKind.CHAIN, error.message)
        for message in contradictions(connection):
            self.add(FindingKind.CHAIN, message)
        for check in (anchor.check, anchor.check_copy):
            try:
                check(connection, chain)
            except MediadeskError as error:
                self.add(FindingKind.ANCHOR, error.message)

    def check_references(self, connection: sqlite3.Connection) -> None:
        wrong = connection.execute(
            "SELECT b.name FROM blobs b WHERE b.refcount <> "
            "(SELECT count(*) FROM assets a WHERE a.blob_name = b.name)"
        )
        for (name,) in wrong.fetchall():
            self.add(FindingKind.REFERENCES, "The number of uses of a media file is wrong.", name)
        unlike = connection.execute(
            "SELECT a.blob_name FROM assets a JOIN blobs b ON b.name = a.blob_name "
            "WHERE a.size_bytes <> b.size_bytes"
        )
        for (name,) in unlike.fetchall():
            self.add(FindingKind.ROWS, "An item and its media file differ in length.", name)

    def check_money(self, connection: sqlite3.Connection) -> None:
        from mediadesk.storage.ledger import SPENDING  # with SQLAlchemy: only where it is checked
        from mediadesk.storage.ledger_rows import cells_that_differ

        for table, column, key in (
            ("projects", "spent_micro", "project_id"),
            ("generations", "charged_micro", "generation_id"),
        ):
            wrong = connection.execute(
                f"SELECT count(*) FROM {table} r WHERE coalesce(r.{column}, 0) <> "
                "(SELECT coalesce(sum(l.amount_micro), 0) FROM ledger_entries l "
                f"WHERE l.{key} = r.id AND l.kind IN {SPENDING})"
            ).fetchone()[0]
            if wrong:
                message = f"{wrong} sums in “{table}” differ from the ledger."
                self.add(FindingKind.ROWS, message)
        if wrong := cells_that_differ(connection):
            self.add(FindingKind.ROWS, f"{wrong} sums of the statistics differ from the ledger.")

    def check_blobs(self, connection: sqlite3.Connection, *, deep: bool, subset: Subset) -> int:
        rows = list(_blob_rows(connection))
        taken = [row for row in rows if subset.takes(row.name)]
        for done, row in enumerate(taken):
            if not self._progress(done, len(taken)):
                break
            self._check_blob(connection, row, deep=deep)
        known = {row.name for row in rows}
        for info in self._library.media.orphans(known.__contains__):
            self.add(FindingKind.ORPHAN_BLOB, "A media file belongs to no item yet.", info.name)
        for part in self._library.media.incoming():
            state = "whole" if part.info else "not whole"
            self.add(FindingKind.INCOMING, f"A received file waits to be taken in ({state}).")
        return len(rows)

    def _check_blob(self, connection: sqlite3.Connection, row: _BlobRow, *, deep: bool) -> None:
        media = self._library.media
        if not media.has(row.name):
            if row.refcount:
                self.add(FindingKind.MISSING_BLOB, "A media file is missing.", row.name)
            return
        try:
            with media.open(row.name) as reader:
                info = reader.verify() if deep else reader.info
        except MediadeskError as error:
            self.add(FindingKind.DAMAGED_BLOB, error.message, row.name)
            return
        if deep:
            self.blobs_read += 1
            self.bytes_read += info.size_bytes
        digests = connection.execute(
            "SELECT DISTINCT digest FROM assets WHERE blob_name = ?", (row.name,)
        ).fetchall()
        if info.size_bytes != row.size_bytes or any(digest != info.digest for (digest,) in digests):
            self.add(FindingKind.DAMAGED_BLOB, "A media file is not the one recorded.", row.name)


def verify_library(
    library: Library,
    *,
    deep: bool = False,
    subset: Subset = WHOLE,
    progress: Callable[[int, int], bool] = lambda _done, _total: True,
) -> VerifyReport:
    """Check everything, reading every byte of every media file if *deep*. Changes nothing.

    *progress* is told (done, total) media files and answers whether to go on. The key slots are
    the vault's to check. Runs long: in a worker.

    Raises:
        StorageError, LibraryBusyError: the check itself could not be made.
    """
    connection = library.database.connect_raw()
    run = _Verification(library, progress)
    blob_count = 0
    try:
        for step in (run.check_database, run.check_chain, run.check_references, run.check_money):
            _collect(run, library, partial(step, connection))
        with translated(library.database.path):
            blob_count = run.check_blobs(connection, deep=deep, subset=subset)
    finally:
        connection.close()
    return VerifyReport(
        tuple(run.findings), blob_count, run.blobs_read, run.bytes_read, run.event_count
    )


def _collect(run: _Verification, library: Library, step: Callable[[], None]) -> None:
    """Run one step; a page that cannot be read ends the step, not the check."""
    try:
        with translated(library.database.path):
            step()
    except LibraryDamagedError as error:
        run.add(FindingKind.DATABASE, error.message)


def _blob_rows(connection: sqlite3.Connection) -> Iterator[_BlobRow]:
    rows = connection.execute("SELECT name, size_bytes, refcount FROM blobs ORDER BY name")
    for name, size_bytes, refcount in rows.fetchall():
        yield _BlobRow(name, size_bytes, refcount)
