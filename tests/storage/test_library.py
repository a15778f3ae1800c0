"""A library as a whole: made, opened and refused."""

from contextlib import closing
from pathlib import Path

import pytest

from mediadesk.domain.errors import (
    ForeignLibraryError,
    LibraryDamagedError,
    NotFoundError,
)
from mediadesk.storage.driver import connect
from mediadesk.storage.library import Library, create_library, library_info, open_library
from mediadesk.storage.verification import verify_library
from mediadesk.vault.keys import LibraryKeys
from mediadesk.vault.keyslots import ScryptParameters
from mediadesk.vault.vault import Vault
from tests.storage.libraries import KEYS, add_asset


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


def test_an_emptied_database_is_not_filled_with_an_empty_library(folder: Path) -> None:
    create_library(folder, KEYS).close()
    (folder / "library.db").write_bytes(b"")
    with pytest.raises(LibraryDamagedError, match="empty"):
        open_library(folder, KEYS, accept_older=True)
    assert (folder / "library.db").stat().st_size == 0


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
