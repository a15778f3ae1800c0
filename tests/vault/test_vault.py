"""A library is opened in every way it can be, and in no other; a failure changes no byte."""

from pathlib import Path

import pytest

from mediadesk.domain.errors import (
    LockedError,
    NotFoundError,
    StorageError,
    UsageError,
    WrongPassphraseError,
)
from mediadesk.vault.errors import (
    KeyringSlotError,
    KeyringUnavailableError,
    LastSlotError,
    RecoveryCodeError,
    WeakPassphraseError,
)
from mediadesk.vault.keyring_store import KeyringStore
from mediadesk.vault.keyslots import ScryptParameters, SlotKind
from mediadesk.vault.vault import Vault, retry_delay_s
from tests.fakes.faulty_files import FaultyFiles
from tests.fakes.keyrings import LockedKeyring, MemoryKeyring, SilentKeyring, SwallowingKeyring

CHEAP = ScryptParameters(log2_n=15)
PASSPHRASE = "tall grass in the rain"


def keyring(backend: MemoryKeyring | None, timeout_s: float = 5) -> KeyringStore:
    found = {} if backend is None else {"secret-service": backend}
    return KeyringStore(finder=lambda: dict(found), timeout_s=timeout_s)


def every_byte(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


def test_a_passphrase_opens_the_library(folder: Path) -> None:
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    keys = Vault.open(folder).unlock_with_passphrase(PASSPHRASE)
    assert keys.library_id == made.keys.library_id
    assert keys.database == made.keys.database
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_the_recovery_code_opens_the_library(folder: Path) -> None:
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    keys = Vault.open(folder).unlock_with_recovery_code(made.recovery_code.lower())
    assert keys.blobs == made.keys.blobs


def test_the_keyring_opens_the_library_without_asking(folder: Path) -> None:
    backend = MemoryKeyring()
    made = Vault.create(folder, use_keyring=True, keyring=keyring(backend))
    vault = Vault.open(folder, keyring=keyring(backend))
    assert vault.unlock_with_keyring().seal == made.keys.seal
    assert [slot.backend for slot in vault.slots() if slot.kind.uses_keyring] == ["secret-service"]


def test_composed_and_decomposed_accents_are_the_same_passphrase(folder: Path) -> None:
    Vault.create(folder, passphrase="Blaubeere\u00fc\u00e9", scrypt=CHEAP)
    Vault.open(folder).unlock_with_passphrase("Blaubeereu\u0308e\u0301")


@pytest.mark.parametrize("wrong", ["", "tall grass in the rai", PASSPHRASE + " ", "x" * 10_000])
def test_a_wrong_passphrase_changes_nothing(folder: Path, wrong: str) -> None:
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    before = every_byte(folder)
    with pytest.raises(WrongPassphraseError) as caught:
        Vault.open(folder).unlock_with_passphrase(wrong)
    assert caught.value.exit_code == 5
    assert every_byte(folder) == before


def test_a_code_of_another_library_does_not_open(folder: Path, tmp_path: Path) -> None:
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    other = Vault.create(tmp_path / "other", passphrase=PASSPHRASE, scrypt=CHEAP)
    with pytest.raises(WrongPassphraseError):
        Vault.open(folder).unlock_with_recovery_code(other.recovery_code)
    with pytest.raises(RecoveryCodeError):
        Vault.open(folder).unlock_with_recovery_code("no such code")


def test_both_halves_are_needed_where_both_were_asked_for(folder: Path) -> None:
    backend = MemoryKeyring()
    made = Vault.create(
        folder,
        passphrase=PASSPHRASE,
        use_keyring=True,
        require_both=True,
        keyring=keyring(backend),
        scrypt=CHEAP,
    )
    vault = Vault.open(folder, keyring=keyring(backend))
    assert vault.unlock_with_passphrase(PASSPHRASE).chain == made.keys.chain
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with_passphrase("the wrong words")
    with pytest.raises(KeyringSlotError):
        vault.unlock_with_keyring()
    with pytest.raises(KeyringSlotError, match="half"):
        Vault.open(folder, keyring=keyring(MemoryKeyring())).unlock_with_passphrase(PASSPHRASE)


def test_a_lost_keyring_asks_for_the_passphrase_and_nothing_more(folder: Path) -> None:
    backend = MemoryKeyring()
    made = Vault.create(
        folder, passphrase=PASSPHRASE, use_keyring=True, keyring=keyring(backend), scrypt=CHEAP
    )
    backend.secrets.clear()
    vault = Vault.open(folder, keyring=keyring(backend))
    before = every_byte(folder)
    with pytest.raises(KeyringSlotError, match="no longer holds"):
        vault.unlock_with_keyring()
    assert every_byte(folder) == before
    with pytest.raises(KeyringSlotError, match="has no keyring"):
        Vault.open(folder, keyring=keyring(None)).unlock_with_keyring()
    with pytest.raises(KeyringSlotError, match="refused"):
        Vault.open(folder, keyring=keyring(LockedKeyring())).unlock_with_keyring()
    keys = vault.unlock_with_passphrase(PASSPHRASE)
    assert keys.database == made.keys.database
    vault.use_keyring(keys)
    assert Vault.open(folder, keyring=keyring(backend)).unlock_with_keyring().chain == keys.chain
    assert len([slot for slot in vault.slots() if slot.kind is SlotKind.KEYRING]) == 1


@pytest.mark.parametrize("backend", [None, SwallowingKeyring(), LockedKeyring()])
def test_a_keyring_that_keeps_nothing_makes_no_library(
    folder: Path, backend: MemoryKeyring | None
) -> None:
    with pytest.raises(KeyringUnavailableError):
        Vault.create(folder, use_keyring=True, keyring=keyring(backend))
    assert not Vault.exists(folder)
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)


def test_a_keyring_that_never_answers_is_given_up(folder: Path) -> None:
    backend = SilentKeyring()
    try:
        with pytest.raises(KeyringUnavailableError, match="did not answer"):
            Vault.create(folder, use_keyring=True, keyring=keyring(backend, timeout_s=0.05))
    finally:
        backend.released.set()


def test_a_refused_keyring_does_not_spell_out_the_secret(folder: Path) -> None:
    with pytest.raises(KeyringUnavailableError) as caught:
        keyring(LockedKeyring()).store("name", "the-secret-itself")
    assert "the-secret-itself" not in str(caught.value)
    assert caught.value.__context__ is None


def test_no_keyring_is_touched_when_turned_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def find() -> dict[str, MemoryKeyring]:
        asked.append(1)
        return {"secret-service": MemoryKeyring()}

    assert KeyringStore(disabled=True, finder=lambda: dict(find())).backend_names() == ()
    monkeypatch.setenv("MEDIADESK_NO_KEYRING", "1")
    assert KeyringStore(finder=lambda: dict(find())).backend_names() == ()
    assert asked == []
    monkeypatch.setenv("MEDIADESK_NO_KEYRING", "0")
    assert KeyringStore(finder=lambda: dict(find())).backend_names() == ("secret-service",)


def test_an_environment_variable_cannot_choose_the_backend(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert KeyringStore().backend_names() == ()


def test_a_new_passphrase_replaces_the_old(folder: Path) -> None:
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    vault = Vault.open(folder)
    vault.set_passphrase(made.keys, "a quite different one", scrypt=CHEAP)
    again = Vault.open(folder)
    assert again.unlock_with_passphrase("a quite different one").database == made.keys.database
    with pytest.raises(WrongPassphraseError):
        again.unlock_with_passphrase(PASSPHRASE)
    (folder / "keyslots.json").unlink()
    with pytest.raises(WrongPassphraseError):
        Vault.open(folder).unlock_with_passphrase(PASSPHRASE)


def test_a_new_recovery_code_replaces_the_old(folder: Path) -> None:
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    code = made.vault.new_recovery_code(made.keys)
    assert Vault.open(folder).unlock_with_recovery_code(code).chain == made.keys.chain
    with pytest.raises(WrongPassphraseError, match="recovery code"):
        Vault.open(folder).unlock_with_recovery_code(made.recovery_code)


def test_the_last_everyday_slot_stays(folder: Path) -> None:
    backend = MemoryKeyring()
    made = Vault.create(
        folder, passphrase=PASSPHRASE, use_keyring=True, keyring=keyring(backend), scrypt=CHEAP
    )
    made.vault.remove(made.keys, SlotKind.KEYRING)
    assert backend.secrets == {}
    with pytest.raises(LastSlotError):
        made.vault.remove(made.keys, SlotKind.PASSPHRASE)
    Vault.open(folder).unlock_with_passphrase(PASSPHRASE)


def test_nothing_is_made_over_something_else(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (folder / "holiday.txt").write_text("keep me")
    with pytest.raises(UsageError, match="not empty"):
        Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    assert every_byte(folder) == {"holiday.txt": b"keep me"}
    with pytest.raises(UsageError, match="is a file"):
        Vault.create(folder / "holiday.txt", passphrase=PASSPHRASE, scrypt=CHEAP)
    with pytest.raises(NotFoundError):
        Vault.open(tmp_path / "nowhere")


def test_a_creation_that_was_cut_off_can_be_made_again(folder: Path) -> None:
    folder.mkdir()
    (folder / ".keyslots.json.0123456789abcdef.tmp").write_bytes(b"half")
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    Vault.open(folder).unlock_with_passphrase(PASSPHRASE)


def test_a_failed_creation_leaves_no_secret_in_the_keyring(folder: Path) -> None:
    backend = MemoryKeyring()
    files = FaultyFiles(broken=frozenset({"sync"}))
    with pytest.raises(StorageError):
        Vault.create(folder, use_keyring=True, keyring=keyring(backend), files=files)
    assert backend.secrets == {}
    assert not Vault.exists(folder)


def test_a_weak_or_missing_way_in_is_refused_before_anything_is_made(folder: Path) -> None:
    with pytest.raises(WeakPassphraseError):
        Vault.create(folder, passphrase="short")
    with pytest.raises(UsageError):
        Vault.create(folder)
    assert not folder.exists()


def test_locked_keys_give_nothing_away(folder: Path) -> None:
    keys = Vault.in_memory()
    assert keys.database.hex() not in repr(keys)
    purposes = ("database", "thumbnails", "blobs", "content_id", "seal", "chain", "backup")
    assert len({getattr(keys, purpose) for purpose in purposes}) == len(purposes)
    keys.wipe()
    with pytest.raises(LockedError):
        _ = keys.database


def test_waiting_grows_with_wrong_attempts() -> None:
    assert [retry_delay_s(count) for count in range(7)] == [0, 0.5, 1, 2, 4, 8, 8]


def test_the_anchor_copy_lives_in_the_keyring(folder: Path) -> None:
    backend = MemoryKeyring()
    made = Vault.create(folder, use_keyring=True, keyring=keyring(backend))
    anchor = made.vault.keyring_anchor()
    assert anchor.load() is None
    assert anchor.save("sealed text")
    assert Vault.open(folder, keyring=keyring(backend)).keyring_anchor().load() == "sealed text"
    without = Vault.open(folder, keyring=keyring(None)).keyring_anchor()
    assert without.load() is None
    assert not without.save("sealed text")
