"""A sealed API key opens in its own record and nowhere else."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from mediadesk.vault.api_key_sealing import SealedRecord, open_api_key, seal_api_key
from mediadesk.vault.errors import SealBrokenError
from mediadesk.vault.vault import Vault

RECORD = SealedRecord(UUID(int=1), UUID(int=2), "openai", "Work")
SEAL = Vault.in_memory().seal


def test_a_key_comes_back() -> None:
    sealed = seal_api_key(SEAL, "sk-canary-ü", RECORD)
    assert open_api_key(SEAL, sealed, RECORD) == "sk-canary-ü"
    assert (len(sealed.encryption_iv), len(sealed.encryption_salt)) == (12, 64)
    assert sealed.kdf == "scrypt-14-8-1"
    assert b"canary" not in sealed.encrypted_key
    assert "canary" not in repr(sealed)


def test_salt_and_iv_are_fresh_each_time() -> None:
    first, second = (seal_api_key(SEAL, "sk-canary", RECORD) for _ in range(2))
    assert first.encryption_iv != second.encryption_iv
    assert first.encryption_salt != second.encryption_salt
    assert first.encrypted_key != second.encrypted_key


@pytest.mark.parametrize(
    "moved",
    [
        replace(RECORD, library_id=uuid4()),
        replace(RECORD, record_id=uuid4()),
        replace(RECORD, provider="anthropic"),
        replace(RECORD, key_name="Home"),
        replace(RECORD, provider="openai|Work", key_name=""),
    ],
)
def test_a_moved_ciphertext_does_not_open(moved: SealedRecord) -> None:
    sealed = seal_api_key(SEAL, "sk-canary", RECORD)
    with pytest.raises(SealBrokenError) as caught:
        open_api_key(SEAL, sealed, moved)
    assert "canary" not in str(caught.value)


def test_a_bar_in_a_name_does_not_move_the_border_between_fields() -> None:
    one = SealedRecord(UUID(int=1), UUID(int=2), "a|b", "c")
    other = SealedRecord(UUID(int=1), UUID(int=2), "a", "b|c")
    with pytest.raises(SealBrokenError):
        open_api_key(SEAL, seal_api_key(SEAL, "sk-canary", one), other)


def test_a_changed_record_does_not_open() -> None:
    sealed = seal_api_key(SEAL, "sk-canary", RECORD)
    flipped = bytes([sealed.encrypted_key[0] ^ 1]) + sealed.encrypted_key[1:]
    for changed in (
        replace(sealed, encrypted_key=flipped),
        replace(sealed, encrypted_key=b""),
        replace(sealed, encryption_iv=bytes(12)),
        replace(sealed, encryption_iv=b"short"),
        replace(sealed, encryption_salt=bytes(64)),
        replace(sealed, kdf="plain"),
        replace(sealed, sealed_version=2),
    ):
        with pytest.raises(SealBrokenError):
            open_api_key(SEAL, changed, RECORD)
    with pytest.raises(SealBrokenError):
        open_api_key(Vault.in_memory().seal, sealed, RECORD)
