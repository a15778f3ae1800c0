"""An older or forged state of the library is noticed, and never taken silently."""

from contextlib import closing
from pathlib import Path

import pytest

from mediadesk.domain.errors import (
    LibraryDamagedError,
    MediadeskError,
    RolledBackError,
)
from mediadesk.storage.library import Library, create_library, open_library
from mediadesk.storage.verification import FindingKind, verify_library
from tests.fakes.faulty_files import FaultyFiles
from tests.storage.libraries import KEYS, Notebook, add_asset, keep_copy, kinds, put_back, tell


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
