"""The vault of one library: every way of opening it, and every change to those ways.

Unlocking never writes before a slot has opened, so a wrong passphrase leaves every byte as it was.
All methods that derive keys or ask the keyring take long (up to seconds): run them in a worker.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from mediadesk.domain.errors import (
    LibraryDamagedError,
    LockedError,
    MediadeskError,
    StorageError,
    UsageError,
    WrongPassphraseError,
)
from mediadesk.system.files import FileLayer
from mediadesk.vault import keyslots
from mediadesk.vault.errors import KeyringSlotError, KeyringUnavailableError, LastSlotError
from mediadesk.vault.keyring_anchor import KeyringAnchor
from mediadesk.vault.keyring_store import KeyringStore
from mediadesk.vault.keys import KEY_BYTES, LibraryKeys
from mediadesk.vault.keyslots import MAX_SLOTS, ScryptParameters, Slot, SlotFile, SlotKind
from mediadesk.vault.library_folder import prepare_library_folder
from mediadesk.vault.recovery_code import (
    format_recovery_code,
    new_recovery_code,
    parse_recovery_code,
)
from mediadesk.vault.slot_sealing import check_new_passphrase, make_slot, open_slot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FIRST_RETRY_DELAY_S = 0.5
LAST_RETRY_DELAY_S = 8.0


def retry_delay_s(failures: int) -> float:
    """How long the unlock page waits after *failures* wrong attempts in a row."""
    if failures <= 0:
        return 0.0
    return float(min(LAST_RETRY_DELAY_S, FIRST_RETRY_DELAY_S * 2 ** (failures - 1)))


@dataclass(frozen=True)
class SlotInfo:
    """What may be shown about a slot. ``made_at`` is UTC, ISO 8601."""

    slot_id: UUID
    kind: SlotKind
    made_at: str
    backend: str | None


@dataclass(frozen=True)
class NewVault:
    """A vault that was just created, open, with the recovery code to be written down."""

    vault: Vault
    keys: LibraryKeys
    recovery_code: str = field(repr=False)


class Vault:
    """The slots of the library in one folder."""

    def __init__(
        self,
        library_dir: Path,
        loaded: keyslots.LoadedSlots,
        keyring: KeyringStore,
        files: FileLayer | None = None,
    ) -> None:
        self._dir = library_dir
        self._content = loaded.content
        self._needs_repair = loaded.copy_differs
        self._keyring = keyring
        self._files = files or FileLayer()
        self.opened_from_copy = loaded.from_copy
        """Whether keyslots.json itself was damaged and its copy was used."""

    @staticmethod
    def exists(library_dir: Path) -> bool:
        """Whether the folder holds a library (its key slots)."""
        return keyslots.exists(library_dir)

    @classmethod
    def create(
        cls,
        library_dir: Path,
        *,
        passphrase: str | None = None,
        use_keyring: bool = False,
        require_both: bool = False,
        keyring: KeyringStore | None = None,
        scrypt: ScryptParameters | None = None,
        files: FileLayer | None = None,
    ) -> NewVault:
        """Make a new library folder with fresh keys; a recovery slot is always made.

        With *require_both* the passphrase opens the library only on a computer whose keyring
        holds the other half. *scrypt* overrides the measured work factors.

        Raises:
            UsageError: the folder is not empty, or no way of opening was given.
            WeakPassphraseError, KeyringUnavailableError, StorageError: nothing was created.
        """
        if passphrase is None and not use_keyring:
            raise UsageError("A new library needs a passphrase or the system keyring.")
        if passphrase is not None:
            check_new_passphrase(passphrase)
        files = files or FileLayer()
        prepare_library_folder(library_dir, files)
        keys = LibraryKeys.generate(uuid4())
        vault = cls(
            library_dir,
            keyslots.LoadedSlots(SlotFile(keys.library_id, ())),
            keyring or KeyringStore(),
            files,
        )
        code = new_recovery_code()
        vault._make_slots(
            keys, code, passphrase, scrypt, use_keyring=use_keyring, require_both=require_both
        )
        return NewVault(vault, keys, format_recovery_code(code))

    @classmethod
    def open(
        cls,
        library_dir: Path,
        *,
        keyring: KeyringStore | None = None,
        files: FileLayer | None = None,
    ) -> Vault:
        """Read the slots of an existing library without unlocking it.

        Raises:
            NotFoundError: no library there.
            KeySlotsDamagedError, LibraryTooNewError, StorageError: see `keyslots.load`.
        """
        return cls(library_dir, keyslots.load(library_dir, files), keyring or KeyringStore(), files)

    @staticmethod
    def in_memory() -> LibraryKeys:
        """Keys of a throw-away library: random, in memory only, in no slot."""
        return LibraryKeys.generate(uuid4())

    @property
    def library_id(self) -> UUID:
        """The library's own id."""
        return self._content.library_id

    def slots(self) -> tuple[SlotInfo, ...]:
        """What may be shown about the slots."""
        return tuple(
            SlotInfo(slot.slot_id, slot.kind, slot.made_at, slot.backend)
            for slot in self._content.slots
        )

    def has(self, *kinds: SlotKind) -> bool:
        """Whether a slot of one of these kinds exists."""
        return bool(self._content.of_kind(*kinds))

    def unlock_with_keyring(self) -> LibraryKeys:
        """Open the library with the keyring alone.

        Raises:
            KeyringSlotError: there is no such slot, or the keyring does not open it.
        """
        reason = "This library does not use the system keyring."
        for slot in self._content.of_kind(SlotKind.KEYRING):
            try:
                secret = self._load_secret(slot)
            except KeyringUnavailableError as error:
                reason = error.message
                continue
            keys = open_slot(slot, self.library_id, secret=secret) if secret else None
            if keys:
                return self._opened(keys)
            reason = "The system keyring no longer holds the key of this library."
        raise KeyringSlotError(reason, "Unlock with the passphrase or the recovery code.")

    def unlock_with_passphrase(self, passphrase: str) -> LibraryKeys:
        """Open the library with a passphrase (and the keyring's half, where the slot needs it).

        Raises:
            WrongPassphraseError: it opens no slot.
            KeyringSlotError: the slot needs the keyring, which does not answer.
        """
        slots = self._content.of_kind(SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE)
        if not slots:
            raise LockedError(
                "This library has no passphrase.", "Unlock it with the keyring or recovery code."
            )
        for slot in slots:
            secret = None
            if slot.kind.uses_keyring:
                secret = self._second_half(slot)
            keys = open_slot(slot, self.library_id, passphrase=passphrase, secret=secret)
            if keys:
                return self._opened(keys)
        raise WrongPassphraseError(
            "The passphrase does not open this library.",
            "Check Caps Lock and the keyboard layout, or use the recovery code.",
        )

    def unlock_with_recovery_code(self, code: str) -> LibraryKeys:
        """Open the library with the recovery code as it was typed.

        Raises:
            RecoveryCodeError: the code was mistyped; names the wrong groups.
            WrongPassphraseError: a proper code, but not of this library, or replaced since.
        """
        secret = parse_recovery_code(code)
        for slot in self._content.of_kind(SlotKind.RECOVERY):
            if keys := open_slot(slot, self.library_id, secret=secret):
                return self._opened(keys)
        raise WrongPassphraseError(
            "This recovery code does not open this library.",
            "A newer code replaces an older one: look for the latest copy.",
        )

    def set_passphrase(
        self, keys: LibraryKeys, passphrase: str, *, scrypt: ScryptParameters | None = None
    ) -> None:
        """Add a passphrase, or replace the one there is. The data is not touched."""
        check_new_passphrase(passphrase)
        self._reload(keys)
        both = self._content.of_kind(SlotKind.KEYRING_AND_PASSPHRASE)
        if both:
            new = self._keyring_slot(keys, SlotKind.KEYRING_AND_PASSPHRASE, passphrase, scrypt)
        else:
            new = make_slot(keys, SlotKind.PASSPHRASE, passphrase=passphrase, scrypt=scrypt)
        self._exchange((SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE), new)

    def use_keyring(self, keys: LibraryKeys) -> None:
        """Let the system keyring open the library from now on, with a fresh secret.

        Raises:
            KeyringUnavailableError: nothing was changed.
        """
        self._reload(keys)
        self._exchange((SlotKind.KEYRING,), self._keyring_slot(keys, SlotKind.KEYRING, None, None))

    def new_recovery_code(self, keys: LibraryKeys) -> str:
        """Replace the recovery code; the old one opens nothing any more."""
        self._reload(keys)
        code = new_recovery_code()
        self._exchange((SlotKind.RECOVERY,), make_slot(keys, SlotKind.RECOVERY, secret=code))
        return format_recovery_code(code)

    def remove(self, keys: LibraryKeys, kind: SlotKind) -> None:
        """Remove the slots of *kind*.

        Raises:
            LastSlotError: only the recovery code, or nothing, would be left.
        """
        self._reload(keys)
        removed = self._content.of_kind(kind)
        kept = tuple(slot for slot in self._content.slots if slot.kind is not kind)
        if all(slot.kind is SlotKind.RECOVERY for slot in kept):
            raise LastSlotError(
                "This is the last everyday way to open the library.",
                "Add a passphrase or the keyring first.",
            )
        self._save(SlotFile(self.library_id, kept))
        self._forget(removed)

    def keyring_anchor(self) -> KeyringAnchor:
        """The place in the keyring for the copy of the library's anchor."""
        return KeyringAnchor(self._keyring, self.library_id)

    def _make_slots(
        self,
        keys: LibraryKeys,
        code: bytes,
        passphrase: str | None,
        scrypt: ScryptParameters | None,
        *,
        use_keyring: bool,
        require_both: bool,
    ) -> None:
        """Write the first slot file, or leave nothing behind."""
        slots = [make_slot(keys, SlotKind.RECOVERY, secret=code)]
        try:
            if require_both and passphrase is not None and use_keyring:
                kind = SlotKind.KEYRING_AND_PASSPHRASE
                slots.append(self._keyring_slot(keys, kind, passphrase, scrypt))
            else:
                if use_keyring:
                    slots.append(self._keyring_slot(keys, SlotKind.KEYRING, None, None))
                if passphrase is not None:
                    kind = SlotKind.PASSPHRASE
                    slots.append(make_slot(keys, kind, passphrase=passphrase, scrypt=scrypt))
            self._save(SlotFile(keys.library_id, tuple(slots)))
        except MediadeskError:
            self._forget(slots)
            raise

    def _keyring_slot(
        self,
        keys: LibraryKeys,
        kind: SlotKind,
        passphrase: str | None,
        scrypt: ScryptParameters | None,
    ) -> Slot:
        secret = secrets.token_bytes(KEY_BYTES)
        slot_id = uuid4()
        name = _secret_name(keys.library_id, slot_id)
        backend = self._keyring.store(name, base64.b64encode(secret).decode())
        return make_slot(
            keys,
            kind,
            passphrase=passphrase,
            secret=secret,
            scrypt=scrypt,
            backend=backend,
            slot_id=slot_id,
        )

    def _load_secret(self, slot: Slot) -> bytes | None:
        stored = self._keyring.load(_secret_name(self.library_id, slot.slot_id), slot.backend)
        if stored is None:
            return None
        try:
            return base64.b64decode(stored, validate=True)
        except binascii.Error:
            return None

    def _second_half(self, slot: Slot) -> bytes:
        try:
            secret = self._load_secret(slot)
        except KeyringUnavailableError as error:
            raise KeyringSlotError(error.message, "Use the recovery code.") from None
        if secret is None:
            raise KeyringSlotError(
                "The system keyring no longer holds its half of the key.", "Use the recovery code."
            )
        return secret

    def _opened(self, keys: LibraryKeys) -> LibraryKeys:
        if self._needs_repair:
            # The copies differ after a crash or damage; a read-only folder keeps them so.
            with contextlib.suppress(StorageError):
                self._save(self._content)
        return keys

    def _reload(self, keys: LibraryKeys) -> None:
        """Take the file as it is now: another process may have changed it since."""
        content = keyslots.load(self._dir, self._files).content
        if content.library_id != keys.library_id:
            raise LibraryDamagedError(
                "The key slots belong to another library.", "Put the right keyslots.json back."
            )
        self._content = content

    def _exchange(self, kinds: tuple[SlotKind, ...], new: Slot) -> None:
        removed = self._content.of_kind(*kinds)
        kept = tuple(slot for slot in self._content.slots if slot.kind not in kinds)
        if len(kept) >= MAX_SLOTS:
            raise UsageError(f"A library has at most {MAX_SLOTS} key slots.", "Remove one first.")
        self._save(SlotFile(self.library_id, (*kept, new)))
        self._forget(removed)

    def _forget(self, slots: Iterable[Slot]) -> None:
        for slot in slots:
            if slot.kind.uses_keyring:
                self._keyring.delete(_secret_name(self.library_id, slot.slot_id))

    def _save(self, content: SlotFile) -> None:
        keyslots.save(self._dir, content, self._files)
        self._content = content
        self._needs_repair = False


def _secret_name(library_id: UUID, slot_id: UUID) -> str:
    return f"{library_id}/{slot_id}"
