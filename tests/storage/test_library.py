"""A library as a whole: made, opened, refused, checked, and rolled back behind the app's back."""

import os
import random
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection

from mediadesk.domain.errors import (
    ForeignLibraryError,
    LibraryDamagedError,
    MediadeskError,
    NotFoundError,
    RolledBackError,
    StorageError,
)
from mediadesk.domain.ids import new_uuid7
from mediadesk.storage import tables
from mediadesk.storage.blobs import BlobMetadata
from mediadesk.storage.chain_rows import ASSET_ADDED, ASSET_PURGED, ledger_digest
from mediadesk.storage.driver import connect
from mediadesk.storage.library import Library, create_library, library_info, open_library
from mediadesk.storage.media_store import StoredBlob
from mediadesk.storage.thumbnail_store import Thumbnail, ThumbnailStore
from mediadesk.storage.verification import FindingKind, Subset, verify_library
from mediadesk.vault.keys import LibraryKeys
from mediadesk.vault.keyslots import ScryptParameters
from mediadesk.vault.vault import Vault
from tests.fakes.faulty_files import FaultyFiles

KEYS = LibraryKeys(UUID(int=5), bytes(range(32)))


class Notebook:
    """A second place for the anchor that a copied folder does not take along."""

    def __init__(self) -> None:
        self.text: str | None = None

    def load(self) -> str | None:
        return self.text

    def save(self, text: str) -> bool:
        self.text = text
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    library = create_library(folder, KEYS)
    yield library
    library.close()


def tell(library: Library, count: int = 1) -> None:
    def append(connection: Connection) -> None:
        for _ in range(count):
            library.chain.append(connection, "tested", "asset", uuid4(), os.urandom(32))

    library.database.write_sync(append)


def add_asset(library: Library, content: bytes) -> StoredBlob:
    """Store a picture the way a finished job does: file first, then the rows."""
    incoming = library.media.begin(uuid4(), 0)
    incoming.write(content)
    stored = incoming.finish(BlobMetadata("image/png"))

    def insert(connection: Connection) -> None:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO projects (id, uid, user_id, name, created_at, updated_at) "
            "VALUES (1, ?, 1, 'Sketches', 0, 0)",
            (new_uuid7().bytes,),
        )
        blob = {"name": stored.name, "size_bytes": stored.info.size_bytes, "created_at": 0}
        connection.execute(tables.blobs.insert().values(refcount=1, **blob))
        asset_id = new_uuid7()
        connection.execute(
            tables.assets.insert().values(
                uid=asset_id.bytes,
                user_id=1,
                project_id=1,
                type="image",
                origin="import",
                mime="image/png",
                extension="png",
                blob_name=stored.name,
                size_bytes=stored.info.size_bytes,
                digest=stored.info.digest,
                created_at=0,
            )
        )
        library.chain.append(connection, ASSET_ADDED, "asset", asset_id, stored.info.digest)

    library.database.write_sync(insert)
    return stored


def kinds(library: Library, *, deep: bool = True) -> set[FindingKind]:
    return {finding.kind for finding in verify_library(library, deep=deep).findings}


def test_a_new_library_is_whole_and_private(library: Library, folder: Path) -> None:
    report = verify_library(library, deep=True)
    assert report.is_sound
    assert report.findings == ()
    for path in [folder, *folder.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_what_is_stored_is_there_again(folder: Path) -> None:
    with closing(create_library(folder, KEYS)) as library:
        stored = add_asset(library, b"picture" * 30_000)
        created = library_info(library).created_at_ms
    with closing(open_library(folder, KEYS)) as library:
        with library.media.open(stored.name) as reader:
            assert reader.read_all() == b"picture" * 30_000
        info = library_info(library)
        assert (info.asset_count, info.blob_count, info.blob_bytes) == (1, 1, 210_000)
        assert (info.library_id, info.created_at_ms) == (KEYS.library_id, created)
        report = verify_library(library, deep=True)
        assert (report.is_sound, report.blobs_read, report.bytes_read) == (True, 1, 210_000)


def test_a_throw_away_library_has_no_slots(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    with closing(create_library(folder, Vault.in_memory())) as library:
        add_asset(library, b"picture")
    assert not Vault.exists(folder)


def test_the_vault_and_the_library_share_a_folder(folder: Path) -> None:
    made = Vault.create(folder, passphrase="tall grass in the rain", scrypt=ScryptParameters(15))
    create_library(folder, made.keys).close()
    open_library(folder, Vault.open(folder).unlock_with_recovery_code(made.recovery_code)).close()
    with pytest.raises(LibraryDamagedError, match="already"):
        create_library(folder, made.keys)


def test_keys_of_another_library_open_nothing(folder: Path, library: Library) -> None:
    before = (folder / "library.db").read_bytes()
    with pytest.raises(LibraryDamagedError):
        open_library(folder, LibraryKeys(KEYS.library_id, bytes(32)))
    assert (folder / "library.db").read_bytes() == before


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        open_library(tmp_path / "nowhere", KEYS)


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_is_refused(folder: Path, mode: int) -> None:
    create_library(folder, KEYS).close()
    folder.chmod(mode)
    with pytest.raises(ForeignLibraryError, match="Other users may write") as caught:
        open_library(folder, KEYS)
    assert "chmod go-w" in caught.value.next_step
    folder.chmod(0o700)
    (folder / "library.db").chmod(0o666)
    with pytest.raises(ForeignLibraryError, match=r"library\.db"):
        open_library(folder, KEYS)


def test_a_lost_database_is_never_replaced_by_an_empty_one(folder: Path) -> None:
    create_library(folder, KEYS).close()
    (folder / "library.db").unlink()
    with pytest.raises(LibraryDamagedError, match="missing"):
        open_library(folder, KEYS)
    assert not (folder / "library.db").exists()


def test_a_creation_that_was_cut_off_is_finished(folder: Path) -> None:
    made = Vault.create(folder, passphrase="tall grass in the rain", scrypt=ScryptParameters(15))
    connect(folder / "library.db", made.keys.database, create=True).close()
    with closing(open_library(folder, made.keys)) as library:
        assert verify_library(library).is_sound


def test_another_database_in_the_folder_is_refused(folder: Path) -> None:
    create_library(folder, KEYS).close()
    (folder / "library.db").write_bytes(b"SQLite format 3\0" + bytes(8176))
    with pytest.raises(LibraryDamagedError):
        open_library(folder, KEYS)


# ------------------------------------------------------------------------- chain and roll-back


def test_the_chain_holds_and_ends_where_it_ended(library: Library) -> None:
    tell(library, 5)
    with closing(library.database.connect_raw()) as connection:
        assert library.chain.verify(connection) == library.chain.head(connection)
        assert library.chain.head(connection).event_id == 5


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE events SET kind = 'other' WHERE id = 3",
        "UPDATE events SET subject_kind = 'tassett' WHERE id = 3",
        "UPDATE events SET at = at + 1 WHERE id = 3",
        "UPDATE events SET digest = NULL WHERE id = 3",
        "UPDATE events SET subject_uid = randomblob(16) WHERE id = 3",
        "UPDATE events SET mac = randomblob(32) WHERE id = 5",
        "DELETE FROM events WHERE id = 1",
        "DELETE FROM events WHERE id = 3",
        "UPDATE events SET id = id + 100",
        "INSERT INTO events SELECT 9, kind, subject_kind, subject_uid, digest, at, mac "
        "FROM events WHERE id = 2",
        "INSERT INTO events SELECT 0, kind, subject_kind, subject_uid, digest, at, mac "
        "FROM events WHERE id = 2",
    ],
)
def test_a_forged_chain_does_not_hold(library: Library, forgery: str) -> None:
    """Done with the database key but without the chain key, past the append-only triggers."""
    tell(library, 5)
    with closing(library.database.connect_raw(read_only=False)) as connection:
        for operation in ("update", "delete"):
            connection.execute(f"DROP TRIGGER events_no_{operation}")
        connection.execute(forgery)
        with pytest.raises(LibraryDamagedError, match="does not hold"):
            library.chain.verify(connection)
    assert FindingKind.CHAIN in kinds(library)


def keep_copy(folder: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    return copy


def put_back(folder: Path, copy: Path, *, with_anchor: bool) -> None:
    for path in folder.glob("library.db*"):
        path.unlink()
    for path in copy.glob("library.db*"):
        shutil.copy2(path, folder)
    if with_anchor:
        shutil.copy2(copy / "anchor", folder)


def test_an_older_database_put_back_is_noticed(folder: Path, tmp_path: Path) -> None:
    with closing(create_library(folder, KEYS)) as library:
        tell(library)
    copy = keep_copy(folder, tmp_path)
    with closing(open_library(folder, KEYS)) as library:
        tell(library)
    put_back(folder, copy, with_anchor=False)
    anchor = (folder / "anchor").read_bytes()
    for _ in range(2):
        with pytest.raises(RolledBackError, match="last open on this computer"):
            open_library(folder, KEYS)
    assert (folder / "anchor").read_bytes() == anchor
    with closing(open_library(folder, KEYS, accept_older=True)) as library:
        tell(library)
    open_library(folder, KEYS).close()


def test_a_whole_folder_put_back_is_noticed_by_the_copy_elsewhere(
    folder: Path, tmp_path: Path
) -> None:
    notebook = Notebook()
    with closing(create_library(folder, KEYS, anchor_copy=notebook)) as library:
        tell(library)
    copy = keep_copy(folder, tmp_path)
    with closing(open_library(folder, KEYS, anchor_copy=notebook)) as library:
        tell(library)
        library.check_anchor_copy()
    put_back(folder, copy, with_anchor=True)
    with closing(open_library(folder, KEYS, anchor_copy=notebook)) as library:
        with pytest.raises(RolledBackError):
            library.check_anchor_copy()
        assert FindingKind.ANCHOR in kinds(library)


def test_another_history_of_the_same_length_is_noticed(folder: Path, tmp_path: Path) -> None:
    with closing(create_library(folder, KEYS)) as library:
        tell(library)
    copy = keep_copy(folder, tmp_path)
    for place in (folder, copy):
        with closing(open_library(place, KEYS)) as library:
            tell(library, 2)
    put_back(folder, copy, with_anchor=False)
    with pytest.raises(RolledBackError, match="history differs"):
        open_library(folder, KEYS)


@pytest.mark.parametrize("damage", ["gone", "flipped", "empty"])
def test_an_anchor_that_was_tampered_with_is_noticed(folder: Path, damage: str) -> None:
    with closing(create_library(folder, KEYS)) as library:
        tell(library)
    anchor = folder / "anchor"
    if damage == "gone":
        anchor.unlink()
    else:
        content = anchor.read_bytes()
        anchor.write_bytes(b"" if damage == "empty" else bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(RolledBackError, match="anchor file"):
        open_library(folder, KEYS)
    open_library(folder, KEYS, accept_older=True).close()
    open_library(folder, KEYS).close()


def test_commits_after_the_anchor_are_no_roll_back(folder: Path) -> None:
    with closing(create_library(folder, KEYS)) as library:
        anchor = (folder / "anchor").read_bytes()
        tell(library, 3)
    (folder / "anchor").write_bytes(anchor)
    with closing(open_library(folder, KEYS)) as library:
        assert library.chain_head().event_id == 3


def test_reading_alone_does_not_touch_the_anchor(folder: Path) -> None:
    notebook = Notebook()
    create_library(folder, KEYS, anchor_copy=notebook).close()
    notebook.text = None
    before = (folder / "anchor").stat().st_mtime_ns
    open_library(folder, KEYS, anchor_copy=notebook).close()
    assert notebook.text is None
    assert (folder / "anchor").stat().st_mtime_ns == before


def test_the_anchor_is_written_at_most_once_a_minute(library: Library, folder: Path) -> None:
    before = (folder / "anchor").read_bytes()
    tell(library)
    assert not library.save_anchor_if_due()
    assert (folder / "anchor").read_bytes() == before


def test_closing_on_a_broken_disk_still_closes(folder: Path) -> None:
    files = FaultyFiles()
    library = create_library(folder, KEYS, files=files)
    tell(library)
    files.broken = frozenset({"create"})
    library.close()
    with closing(open_library(folder, KEYS)) as again:
        assert again.chain_head().event_id == 1


# ------------------------------------------------------------------------------------- checking


def test_old_pages_put_back_are_found(folder: Path) -> None:
    """Page by page: what the page MACs accept must contradict the chain, or change nothing."""
    with closing(create_library(folder, KEYS)) as library:
        add_asset(library, b"first")
    path = folder / "library.db"
    old = path.read_bytes()
    with closing(open_library(folder, KEYS)) as library:
        add_asset(library, b"second")
    new = path.read_bytes()
    changed = [
        start
        for start in range(4096, len(old), 4096)
        if old[start : start + 4096] != new[start : start + 4096]
    ]
    assert len(changed) >= 5
    for start in changed:
        path.write_bytes(new[:start] + old[start : start + 4096] + new[start + 4096 :])
        try:
            with closing(open_library(folder, KEYS)) as library:
                assert not verify_library(library).is_sound, f"page {start // 4096}"
        except MediadeskError as error:
            assert error.exit_code == 6, f"page {start // 4096}"  # noqa: PT017 - either is right


def test_a_cut_off_log_is_found(folder: Path, tmp_path: Path) -> None:
    """One flipped bit in the write-ahead log silently drops the commits after it."""
    library = create_library(folder, KEYS)
    for _ in range(5):
        tell(library)
    library.anchor.save(library.chain_head())
    copy = keep_copy(folder, tmp_path)
    library.close()
    log = copy / "library.db-wal"
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)
    with pytest.raises(MediadeskError) as caught:
        open_library(copy, KEYS)
    assert caught.value.exit_code == 6


def add_job(library: Library) -> None:
    """Rows of one run with a hold, and their events, as a job writes them."""
    ids = [new_uuid7() for _ in range(3)]

    def insert(connection: Connection) -> None:
        connection.exec_driver_sql(
            "INSERT INTO generations (id, uid, user_id, project_id, type, provider, provider_id, "
            "model, prompt, status, local_day, created_at, updated_at) "
            "VALUES (1, ?, 1, 1, 'text', 'p', 'p', 'm', '', 'queued', '2026-11-23', 0, 0)",
            (ids[0].bytes,),
        )
        connection.exec_driver_sql(
            "INSERT INTO attempts (id, uid, generation_id, number, state, created_at, state_at) "
            "VALUES (1, ?, 1, 1, 'running', 0, 0)",
            (ids[1].bytes,),
        )
        connection.exec_driver_sql(
            "INSERT INTO ledger_entries (uid, user_id, project_id, generation_id, attempt_id, "
            "provider, model, type, kind, amount_micro, basis, local_day, created_at) "
            "VALUES (?, 1, 1, 1, 1, 'p', 'm', 'text', 'hold', 70, 'estimate', '2026-11-23', 0)",
            (ids[2].bytes,),
        )
        append = library.chain.append
        append(connection, "generation.queued", "generation", ids[0])
        append(connection, "attempt.queued", "attempt", ids[1])
        append(connection, "ledger.hold", "ledger", ids[2], ledger_digest("hold", 70, "estimate"))
        append(connection, "attempt.running", "attempt", ids[1])

    library.database.write_sync(insert)


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


# ----------------------------------------------------------------------- owners and thumbnails


def test_an_owner_is_alive_until_it_lets_go(library: Library) -> None:
    lock = library.owners.acquire()
    assert library.owners.is_alive(lock.owner_id)
    lock.release()
    lock.release()
    assert not library.owners.is_alive(lock.owner_id)
    assert not library.owners.is_alive("../library")
    assert list(library.owners.left_behind()) == []


OWNER = """
    import os, sys, time
    from pathlib import Path
    from mediadesk.storage.owners import Owners

    lock = Owners(Path(sys.argv[1])).acquire()
    os.write(1, f"{lock.owner_id}\\n".encode())
    sys.stdin.read()
"""


def test_a_killed_owner_is_noticed(library: Library, folder: Path) -> None:
    mine = library.owners.acquire()
    other = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(OWNER), str(folder)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    owner_id = other.stdout.readline().decode().strip()
    assert library.owners.is_alive(owner_id)
    library.owners.forget(owner_id)
    assert library.owners.is_alive(owner_id)
    other.kill()
    other.wait()
    other.stdout.close()
    other.stdin.close()
    assert not library.owners.is_alive(owner_id)
    assert list(library.owners.left_behind()) == [owner_id]
    library.owners.forget(owner_id)
    assert list(library.owners.left_behind()) == []
    assert library.owners.is_alive(mine.owner_id)
    mine.release()


def test_an_owner_without_a_writable_folder_is_said(tmp_path: Path) -> None:
    library = create_library(tmp_path / "library", KEYS)
    (tmp_path / "library" / "owners").write_text("in the way")
    with pytest.raises(StorageError):
        library.owners.acquire()
    library.close()


def test_thumbnails_come_back_and_may_be_lost(library: Library, folder: Path) -> None:
    picture = Thumbnail(4, 3, b"canary" * 100)
    assert library.thumbnails.get("a", "grid") is None
    library.thumbnails.put("a", "grid", Thumbnail(1, 1, b"old"))
    library.thumbnails.put("a", "grid", picture)
    library.thumbnails.put("a", "screen", Thumbnail(40, 30, b"large"))
    assert library.thumbnails.get("a", "grid") == picture
    assert all(b"canary" not in path.read_bytes() for path in folder.glob("thumbs.db*"))
    library.thumbnails.delete("a")
    assert library.thumbnails.get("a", "screen") is None


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0" + bytes(5000), None])
def test_damaged_thumbnails_are_started_afresh(tmp_path: Path, damage: bytes | None) -> None:
    with closing(ThumbnailStore(tmp_path, KEYS.thumbnails)) as store:
        for number in range(50):
            store.put(str(number), "grid", Thumbnail(4, 3, os.urandom(5000)))
    path = tmp_path / "thumbs.db"
    if damage is None:
        content = path.read_bytes()
        path.write_bytes(content[:4096] + os.urandom(len(content) - 4096))
    else:
        path.write_bytes(damage)
    with closing(ThumbnailStore(tmp_path, KEYS.thumbnails)) as store:
        assert store.get("7", "grid") is None
        store.put("7", "grid", Thumbnail(4, 3, b"new"))
        assert store.get("7", "grid") == Thumbnail(4, 3, b"new")
