"""API keys, sealed once more inside the encrypted database.

The sealing key is already random, so scrypt adds no strength; its low cost keeps the record's
format (salt, IV, KDF) at a bearable price of some 40 ms. The record's place is part of what is
authenticated: a ciphertext that is moved to another row, provider or name does not open.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from mediadesk.vault.errors import SealBrokenError

if TYPE_CHECKING:
    from uuid import UUID

KDF_NAME = "scrypt-14-8-1"
SEALED_VERSION = 1
SALT_BYTES = 64
IV_BYTES = 12


@dataclass(frozen=True)
class SealedRecord:
    """Which record a key belongs to; ``provider`` and ``key_name`` as the user named them."""

    library_id: UUID
    record_id: UUID
    provider: str
    key_name: str

    def _associated_data(self) -> bytes:
        fields = (str(self.library_id), str(self.record_id), self.provider, self.key_name)
        # A bar inside a name must not be able to look like the border between two fields.
        escaped = (field.replace("\\", "\\\\").replace("|", "\\|") for field in fields)
        return "|".join(("mediadesk/apikey/1", *escaped)).encode()


@dataclass(frozen=True)
class SealedKey:
    """The columns that hold a sealed API key."""

    encrypted_key: bytes = field(repr=False)
    encryption_iv: bytes = field(repr=False)
    encryption_salt: bytes = field(repr=False)
    kdf: str = KDF_NAME
    sealed_version: int = SEALED_VERSION


def seal_api_key(seal_key: bytes, api_key: str, record: SealedRecord) -> SealedKey:
    """Seal *api_key* for *record* with fresh salt and IV. Takes some 40 ms: not on the GUI thread.

    *seal_key* is ``LibraryKeys.seal``.
    """
    salt = secrets.token_bytes(SALT_BYTES)
    iv = secrets.token_bytes(IV_BYTES)
    cipher = AESGCM(_record_key(seal_key, salt))
    return SealedKey(cipher.encrypt(iv, api_key.encode(), record._associated_data()), iv, salt)


def open_api_key(seal_key: bytes, sealed: SealedKey, record: SealedRecord) -> str:
    """The API key in plain text. Takes some 40 ms: not on the GUI thread.

    Raises:
        SealBrokenError: the record was changed, moved, or sealed in a way this version cannot open.
    """
    known = (KDF_NAME, SEALED_VERSION, IV_BYTES, SALT_BYTES)
    lengths = (len(sealed.encryption_iv), len(sealed.encryption_salt))
    if (sealed.kdf, sealed.sealed_version, *lengths) != known:
        raise _broken(record)
    cipher = AESGCM(_record_key(seal_key, sealed.encryption_salt))
    try:
        plain = cipher.decrypt(
            sealed.encryption_iv, sealed.encrypted_key, record._associated_data()
        )
    except InvalidTag:
        raise _broken(record) from None
    return plain.decode()


def _record_key(seal_key: bytes, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**14, r=8, p=1).derive(seal_key)


def _broken(record: SealedRecord) -> SealBrokenError:
    return SealBrokenError(
        f"The stored key “{record.key_name}” for {record.provider} cannot be opened.",
        "Remove it and add the key again.",
    )
