"""Wrap the master key into a slot and get it out again.

The key that encrypts the master key comes from a passphrase (scrypt), a random secret in the
keyring (HKDF), both together, or the recovery code (HKDF).
"""

from __future__ import annotations

import secrets
import time
import unicodedata
from datetime import UTC, datetime
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from mediadesk.domain.errors import EnvironmentProblemError
from mediadesk.vault.errors import WeakPassphraseError
from mediadesk.vault.keys import KEY_BYTES, LibraryKeys, derive_key
from mediadesk.vault.keyslots import (
    MAX_LOG2_N,
    MIN_LOG2_N,
    NONCE_BYTES,
    SALT_BYTES,
    ScryptParameters,
    Slot,
    SlotKind,
)

MIN_PASSPHRASE_CHARACTERS = 8
DEFAULT_LOG2_N = 17
"""The lowest work factor for a new slot: OWASP's minimum for scrypt, 128 MiB."""
TARGET_S = 1.0


def calibrate_scrypt() -> ScryptParameters:
    """The largest work factors that stay below a second on this machine, never below 2^17."""
    started = time.perf_counter()
    _scrypt("calibration", b"\0" * SALT_BYTES, ScryptParameters(MIN_LOG2_N))
    probe_s = max(time.perf_counter() - started, 1e-4)
    log2_n = DEFAULT_LOG2_N
    while log2_n < MAX_LOG2_N and probe_s * 2 ** (log2_n + 1 - MIN_LOG2_N) <= TARGET_S:
        log2_n += 1
    return ScryptParameters(log2_n)


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too short to protect anything.

    Raises:
        WeakPassphraseError: fewer than eight characters.
    """
    if len(passphrase) < MIN_PASSPHRASE_CHARACTERS:
        raise WeakPassphraseError(
            f"The passphrase has fewer than {MIN_PASSPHRASE_CHARACTERS} characters.",
            "Choose a longer one; several unrelated words are easy to remember.",
        )


def make_slot(
    keys: LibraryKeys,
    kind: SlotKind,
    *,
    passphrase: str | None = None,
    secret: bytes | None = None,
    scrypt: ScryptParameters | None = None,
    backend: str | None = None,
    slot_id: UUID | None = None,
) -> Slot:
    """Wrap the master key of *keys*. *secret* is the keyring's secret or the recovery code."""
    if kind.uses_passphrase and scrypt is None:
        scrypt = calibrate_scrypt()
    unsealed = Slot(
        slot_id=slot_id or uuid4(),
        kind=kind,
        scrypt=scrypt if kind.uses_passphrase else None,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
        epoch=keys.epoch,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        backend=backend,
    )
    cipher = AESGCM(_slot_key(unsealed, passphrase, secret))
    wrapped = cipher.encrypt(unsealed.nonce, keys.master, unsealed.associated_data(keys.library_id))
    return Slot(**{**unsealed.__dict__, "wrapped": wrapped})


def open_slot(
    slot: Slot, library_id: UUID, *, passphrase: str | None = None, secret: bytes | None = None
) -> LibraryKeys | None:
    """The keys, or None where the slot does not open with what was given."""
    cipher = AESGCM(_slot_key(slot, passphrase, secret))
    try:
        master = cipher.decrypt(slot.nonce, slot.wrapped, slot.associated_data(library_id))
    except InvalidTag:
        return None
    return LibraryKeys(library_id, master, epoch=slot.epoch)


def _slot_key(slot: Slot, passphrase: str | None, secret: bytes | None) -> bytes:
    parts = b""
    if slot.kind.uses_keyring or slot.kind is SlotKind.RECOVERY:
        if secret is None:
            raise ValueError(f"a {slot.kind} slot needs its secret")
        parts += secret
    if slot.scrypt is not None:
        if passphrase is None:
            raise ValueError(f"a {slot.kind} slot needs a passphrase")
        parts += _scrypt(passphrase, slot.salt, slot.scrypt)
    if slot.kind is SlotKind.PASSPHRASE:
        return parts
    return derive_key(parts, salt=slot.salt, label=f"mediadesk/kek/{slot.kind}/1")


def _scrypt(passphrase: str, salt: bytes, parameters: ScryptParameters) -> bytes:
    # The same words must open the library whichever way a keyboard composes its accents.
    normal = unicodedata.normalize("NFC", passphrase).encode()
    try:
        return Scrypt(
            salt=salt, length=KEY_BYTES, n=2**parameters.log2_n, r=parameters.r, p=parameters.p
        ).derive(normal)
    except MemoryError:
        needed_mib = 128 * parameters.r * 2**parameters.log2_n // 2**20
        raise EnvironmentProblemError(
            f"Checking the passphrase needs {needed_mib} MiB of free memory.",
            "Close other programs and try again.",
        ) from None
