"""The slot file: damage, forgery and failed writes never lock anybody out or in."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from mediadesk.domain.errors import (
    KeySlotsDamagedError,
    LibraryTooNewError,
    NotFoundError,
    StorageError,
    WrongPassphraseError,
)
from mediadesk.vault.keyslots import ScryptParameters
from mediadesk.vault.vault import Vault
from tests.fakes.faulty_files import FaultyFiles

CHEAP = ScryptParameters(log2_n=15)
PASSPHRASE = "tall grass in the rain"


def every_byte(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


def test_a_damaged_slot_file_is_told_from_a_wrong_passphrase(folder: Path) -> None:
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    first, copy = folder / "keyslots.json", folder / "keyslots.json.bak"
    whole = first.read_bytes()
    first.write_bytes(whole.replace(b'"log2_n": 15', b'"log2_n": 16'))
    vault = Vault.open(folder)
    assert vault.opened_from_copy
    assert vault.unlock_with_passphrase(PASSPHRASE).chain == made.keys.chain
    assert first.read_bytes() == whole, "opening the copy repairs the first file"
    first.write_bytes(whole[:-40])
    copy.write_bytes(b"")
    with pytest.raises(KeySlotsDamagedError) as caught:
        Vault.open(folder)
    assert caught.value.exit_code == 6
    first.unlink()
    copy.unlink()
    with pytest.raises(NotFoundError):
        Vault.open(folder)


def test_every_flipped_bit_of_the_slot_file_is_noticed(folder: Path) -> None:
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    whole = (folder / "keyslots.json").read_bytes()
    (folder / "keyslots.json.bak").unlink()
    content = json.loads(whole)
    for place in range(len(whole) - 1):
        for bit in range(0, 8, 3):
            changed = bytearray(whole)
            changed[place] ^= 1 << bit
            (folder / "keyslots.json").write_bytes(changed)
            if _means(changed) == content:
                continue  # the same values in another spelling of JSON, such as a tab for a space
            with pytest.raises(KeySlotsDamagedError):
                Vault.open(folder)


def _means(data: bytes | bytearray) -> object:
    try:
        return json.loads(data)
    except ValueError:
        return None


def _forge(folder: Path, **changes: object) -> None:
    """Change values of the passphrase slot and make the checksum right again."""
    document = json.loads((folder / "keyslots.json").read_bytes())
    del document["sha256"]
    slot = next(slot for slot in document["slots"] if slot["kind"] == "passphrase")
    for name, value in changes.items():
        target = document if name in document else slot["kdf"] if name in slot["kdf"] else slot
        target[name] = value
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    document["sha256"] = sha256(canonical).hexdigest()
    for name in ("keyslots.json", "keyslots.json.bak"):
        (folder / name).write_text(json.dumps(document))


@pytest.mark.parametrize(
    "hostile",
    [
        {"log2_n": 30},
        {"log2_n": 14},
        {"log2_n": 15.5},
        {"log2_n": True},
        {"r": 1024},
        {"p": 1000},
        {"p": 0},
        {"kind": "backdoor"},
        {"salt": "00"},
        {"salt": "zz" * 64},
        {"nonce": 7},
        {"epoch": -1},
        {"epoch": 2**40},
        {"backend": ["list"]},
        {"slots": []},
        {"slots": "none"},
        {"library_id": "not an id"},
    ],
)
def test_hostile_values_are_refused_before_any_work(
    folder: Path, hostile: dict[str, object]
) -> None:
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    _forge(folder, **hostile)
    with pytest.raises(KeySlotsDamagedError):
        Vault.open(folder)


@pytest.mark.parametrize(
    "forged", [{"epoch": 2}, {"p": 2}, {"id": "00000000-0000-4000-8000-000000000000"}]
)
def test_forged_values_open_nothing(folder: Path, forged: dict[str, object]) -> None:
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    _forge(folder, **forged)
    with pytest.raises(WrongPassphraseError):
        Vault.open(folder).unlock_with_passphrase(PASSPHRASE)


def test_a_slot_file_of_a_newer_version_is_refused_politely(folder: Path) -> None:
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    _forge(folder, format=2)
    with pytest.raises(LibraryTooNewError, match="newer"):
        Vault.open(folder)


def test_a_huge_slot_file_is_not_read(folder: Path) -> None:
    Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    for name in ("keyslots.json", "keyslots.json.bak"):
        (folder / name).write_bytes(b" " * (1 << 20))
    with pytest.raises(KeySlotsDamagedError, match="too large"):
        Vault.open(folder)


@pytest.mark.parametrize("fault", ["create", "sync", "replace"])
def test_a_failed_change_leaves_the_old_way_in(folder: Path, fault: str) -> None:
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    before = every_byte(folder)
    broken = Vault.open(folder, files=FaultyFiles(broken=frozenset({fault})))
    with pytest.raises(StorageError):
        broken.set_passphrase(made.keys, "a quite different one", scrypt=CHEAP)
    assert every_byte(folder) == before
    Vault.open(folder).unlock_with_passphrase(PASSPHRASE)


def test_a_full_disk_leaves_the_old_way_in(folder: Path) -> None:
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=CHEAP)
    for free in (0, 100, 1500, 2500):
        files = FaultyFiles(free=free, give_back=False)
        with pytest.raises(StorageError):
            Vault.open(folder, files=files).new_recovery_code(made.keys)
        Vault.open(folder).unlock_with_passphrase(PASSPHRASE)
        assert sorted(every_byte(folder)) == ["keyslots.json", "keyslots.json.bak"]
