"""A check of the whole library finds what is lost, damaged or contradicts the record."""

import os
import random
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection

from mediadesk.domain.errors import (
    MediadeskError,
)
from mediadesk.storage.blobs import BlobMetadata
from mediadesk.storage.chain_rows import ASSET_PURGED
from mediadesk.storage.library import Library, create_library, open_library
from mediadesk.storage.verification import FindingKind, Subset, verify_library
from tests.storage.libraries import (
    KEYS,
    add_asset,
    add_job,
    kinds,
    tell,
)


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE attempts SET state = 'queued'",
        "UPDATE ledger_entries SET amount_micro = 7",
        "UPDATE ledger_entries SET kind = 'release'",
        "UPDATE ledger_entries SET uid = randomblob(16)",
        "UPDATE attempts SET uid = randomblob(16)",
        "UPDATE generations SET uid = randomblob(16)",
        "UPDATE assets SET digest = randomblob(32)",
        "UPDATE assets SET uid = randomblob(16)",
    ],
)
def test_rows_that_contradict_the_chain_are_found(library: Library, forgery: str) -> None:
    add_asset(library, b"picture")
    add_job(library)
    assert verify_library(library).is_sound
    with closing(library.database.connect_raw(read_only=False)) as connection:
        connection.execute("DROP TRIGGER ledger_entries_no_update")
        connection.execute(forgery)
    assert FindingKind.CHAIN in kinds(library, deep=False)


def test_an_item_that_was_purged_is_not_missed(library: Library) -> None:
    add_asset(library, b"picture")

    def purge(connection: Connection) -> None:
        (uid,) = connection.exec_driver_sql("SELECT uid FROM assets").one()
        connection.exec_driver_sql("DELETE FROM assets")
        connection.exec_driver_sql("DELETE FROM blobs")
        library.chain.append(connection, ASSET_PURGED, "asset", UUID(bytes=uid))

    library.database.write_sync(purge)
    assert verify_library(library).is_sound


def test_lost_damaged_and_stray_media_are_found(library: Library) -> None:
    lost, damaged, sound = (add_asset(library, os.urandom(100_000)) for _ in range(3))
    library.media.path(lost.name).unlink()
    path = library.media.path(damaged.name)
    content = bytearray(path.read_bytes())
    content[5_000] ^= 1
    path.write_bytes(content)
    stray = library.media.begin(uuid4(), 0)
    stray.write(b"stray")
    stray_name = stray.finish(BlobMetadata("text/plain")).name
    half = library.media.begin(uuid4(), 0)
    half.write(b"half")
    half.close()
    report = verify_library(library, deep=True)
    assert {(finding.kind, finding.subject) for finding in report.findings} == {
        (FindingKind.MISSING_BLOB, lost.name),
        (FindingKind.DAMAGED_BLOB, damaged.name),
        (FindingKind.ORPHAN_BLOB, stray_name),
        (FindingKind.INCOMING, ""),
    }
    assert not report.is_sound
    assert report.blobs_read == 1
    assert (report.blob_count, sound.name in str(report.findings)) == (3, False)


def test_exchanged_media_are_found_without_reading_all(library: Library) -> None:
    one, other = (add_asset(library, os.urandom(1000)) for _ in range(2))
    library.media.path(one.name).write_bytes(library.media.path(other.name).read_bytes())
    assert kinds(library, deep=False) == {FindingKind.DAMAGED_BLOB}


def test_wrong_rows_are_found(library: Library) -> None:
    add_asset(library, b"picture")
    with closing(library.database.connect_raw(read_only=False)) as connection:
        connection.execute("UPDATE blobs SET refcount = 2")
        connection.execute("UPDATE assets SET size_bytes = 6")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE assets SET project_id = 77")
    assert kinds(library) == {FindingKind.REFERENCES, FindingKind.ROWS}


@pytest.mark.parametrize(
    "forgery",
    ["UPDATE projects SET spent_micro = 1", "UPDATE generations SET charged_micro = 1"],
)
def test_sums_that_differ_from_the_ledger_are_found(library: Library, forgery: str) -> None:
    add_asset(library, b"picture")
    add_job(library)
    with closing(library.database.connect_raw(read_only=False)) as connection:
        connection.execute(forgery)
    assert kinds(library) == {FindingKind.ROWS}


def test_the_parts_of_a_check_cover_everything_once(library: Library) -> None:
    for number in range(12):
        add_asset(library, b"picture %d" % number)
    parts = [verify_library(library, deep=True, subset=Subset(n, 3)).blobs_read for n in (1, 2, 3)]
    assert sum(parts) == 12
    assert max(parts) < 12


def test_a_check_can_be_stopped(library: Library) -> None:
    for number in range(4):
        add_asset(library, b"picture %d" % number)
    seen: list[tuple[int, int]] = []

    def stop_after_two(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < 2

    assert verify_library(library, deep=True, progress=stop_after_two).blobs_read == 2
    assert seen == [(0, 4), (1, 4), (2, 4)]


def test_flipped_bits_of_the_database_are_found(folder: Path) -> None:
    with closing(create_library(folder, KEYS)) as library:
        tell(library, 50)
    path = folder / "library.db"
    whole = path.read_bytes()
    chance = random.Random(3)
    for page in range(1, len(whole) // 4096):
        content = bytearray(whole)
        content[page * 4096 + chance.randrange(4096)] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        try:
            with closing(open_library(folder, KEYS)) as library:
                assert not verify_library(library).is_sound, f"page {page}"
        except MediadeskError as error:
            assert error.exit_code == 6, f"page {page}"  # noqa: PT017 - either answer is right
