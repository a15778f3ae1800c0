"""LibraryAccess: a library before it is open. Creating, unlocking, and changing what unlocks it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mediadesk.domain.errors import KeySlotsDamagedError, LockedError, UsageError
from mediadesk.system.clock import Clock

if TYPE_CHECKING:
    from mediadesk.storage.anchor import AnchorCopy
    from mediadesk.vault.keyring_store import KeyringBackend, KeyringStore
    from mediadesk.vault.keys import LibraryKeys
    from mediadesk.vault.vault import Vault

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What can be said without unlocking. ``slot_kinds``: keyring, passphrase, recovery, …"""

    path: Path
    exists: bool
    name: str
    slot_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnlockedLibrary:
    """A library with its keys, ready to be opened. ``accept_older`` after the user agreed to it.

    ``from_copy``: keyslots.json was damaged, its copy was used and put back in its place.
    """

    path: Path
    keys: LibraryKeys = field(repr=False)
    name: str
    is_throwaway: bool = False
    anchor_copy: AnchorCopy | None = field(default=None, repr=False)
    accept_older: bool = False
    from_copy: bool = False


class LibraryAccess:
    """The library in one folder. Slow work runs in a thread; nothing blocks the calling loop."""

    def __init__(
        self,
        path: Path,
        *,
        use_keyring: bool = True,
        find_keyrings: Callable[[], dict[str, KeyringBackend]] | None = None,
    ) -> None:
        self.path = path
        self._use_keyring = use_keyring
        self._find_keyrings = find_keyrings

    @property
    def may_use_keyring(self) -> bool:
        """Whether the keyring may be asked at all."""
        return self._use_keyring

    def exists(self) -> bool:
        """Whether there is a library, usable or not."""
        from mediadesk.storage.file_names import DATABASE_NAME
        from mediadesk.vault.keyslots import exists

        return exists(self.path) or (self.path / DATABASE_NAME).exists()

    @staticmethod
    def passphrase_problem(passphrase: str) -> str:
        """Why a new passphrase would be refused, in one sentence; "" where it would not."""
        from mediadesk.vault.slot_sealing import check_new_passphrase

        try:
            check_new_passphrase(passphrase)
        except UsageError as error:
            return error.sentence()
        return ""

    @staticmethod
    def retry_delay_s(failures: int) -> float:
        """How long to wait after so many wrong tries in a row, in seconds."""
        from mediadesk.vault.vault import retry_delay_s

        return retry_delay_s(failures)

    def state(self) -> LibraryState:
        """Read the slot file. Raises ``KeySlotsDamagedError`` and ``LibraryTooNewError``."""
        from mediadesk.vault.keyslots import exists, load

        name = self.path.name
        if not self.exists():
            return LibraryState(self.path, False, name)
        if not exists(self.path):
            raise KeySlotsDamagedError(
                f"keyslots.json is missing from {self.path}; nothing opens a library without it.",
                "Put it back from a backup of the library.",
            )
        kinds = tuple(slot.kind.value for slot in load(self.path).content.slots)
        return LibraryState(self.path, True, name, kinds)

    async def keyring_available(self) -> str | None:
        """The name of the keyring that can be used, None where there is none."""
        return await _in_thread(lambda: next(iter(self._keyring().backend_names()), None))

    async def free_bytes(self) -> int | None:
        """Free bytes on the disk where the folder is or would be; None where that is unknown."""

        def work() -> int | None:
            from mediadesk.system.files import FileLayer

            place = self.path
            while not place.is_dir() and place != place.parent:
                place = place.parent
            try:
                return FileLayer().free_bytes(place)
            except OSError:
                return None

        return await _in_thread(work)

    async def create(
        self, *, name: str, passphrase: str | None, use_keyring: bool
    ) -> tuple[UnlockedLibrary, str]:
        """Make a new library; the recovery code is returned this once.

        Raises ``UsageError`` and ``EnvironmentProblemError``; nothing was created then.
        """

        def work() -> tuple[UnlockedLibrary, str]:
            from mediadesk.services.settings import NAME_SETTING
            from mediadesk.storage.library import create_library
            from mediadesk.storage.settings import put_setting
            from mediadesk.vault.vault import Vault

            if self.exists():
                raise UsageError(
                    f"There is a library in {self.path} already.",
                    "Open it, or choose another folder.",
                )
            made = Vault.create(
                self.path,
                passphrase=passphrase,
                use_keyring=use_keyring,
                keyring=self._keyring(),
            )
            copy = made.vault.keyring_anchor() if use_keyring else None
            library = create_library(self.path, made.keys, anchor_copy=copy)
            try:
                now = Clock().now_ms()
                library.database.write_sync(lambda c: put_setting(c, NAME_SETTING, name, now))
            finally:
                library.close()
            unlocked = self._unlocked(made.vault, made.keys)
            return replace(unlocked, name=name), made.recovery_code

        return await _in_thread(work)

    async def unlock_by_keyring(self) -> UnlockedLibrary | None:
        """Unlock with the keyring alone; None where it cannot."""

        def work() -> UnlockedLibrary | None:
            vault = self._vault()
            try:
                return self._unlocked(vault, vault.unlock_with_keyring())
            except LockedError:
                return None

        return await _in_thread(work) if self._use_keyring else None

    async def unlock(self, secret: str) -> UnlockedLibrary:
        """Unlock with the passphrase. Raises ``WrongPassphraseError``; nothing was written."""

        def work() -> UnlockedLibrary:
            vault = self._vault()
            return self._unlocked(vault, vault.unlock_with_passphrase(secret))

        return await _in_thread(work)

    async def unlock_by_recovery_code(self, code: str) -> UnlockedLibrary:
        """Unlock with the recovery code. Raises ``UsageError`` naming a mistyped group."""

        def work() -> UnlockedLibrary:
            vault = self._vault()
            return self._unlocked(vault, vault.unlock_with_recovery_code(code))

        return await _in_thread(work)

    async def change_passphrase(self, unlocked: UnlockedLibrary, new: str) -> None:
        """Set or replace the passphrase; the data is not touched."""
        await _in_thread(lambda: self._vault().set_passphrase(unlocked.keys, new))

    async def new_recovery_code(self, unlocked: UnlockedLibrary) -> str:
        """A new recovery code; the old one opens nothing any more."""
        return await _in_thread(lambda: self._vault().new_recovery_code(unlocked.keys))

    async def set_keyring(self, unlocked: UnlockedLibrary, enabled: bool) -> None:
        """Let the keyring open the library from now on, or no longer."""

        def work() -> None:
            from mediadesk.vault.keyslots import SlotKind

            vault = self._vault()
            if enabled:
                vault.use_keyring(unlocked.keys)
            elif vault.has(SlotKind.KEYRING):
                vault.remove(unlocked.keys, SlotKind.KEYRING)

        await _in_thread(work)

    async def save_recovery_code(self, code: str, file: Path) -> None:
        """Write the recovery code to a file that only the user can read.

        Raises ``UsageError`` for a file inside the library, ``StorageError``.
        """

        def work() -> None:
            from mediadesk.storage.driver import typed_os_error
            from mediadesk.system.files import write_atomically

            if file.resolve().is_relative_to(self.path.resolve()):
                raise UsageError(
                    "The recovery key would lie inside the library that it opens.",
                    "Choose another folder.",
                )
            try:
                write_atomically(file, f"mediadesk recovery key\n\n{code}\n".encode())
            except OSError as error:
                raise typed_os_error(error, file) from error

        await _in_thread(work)

    @staticmethod
    async def create_throwaway(path: Path) -> UnlockedLibrary:
        """A library whose random key exists in memory alone; the caller removes the folder."""

        def work() -> UnlockedLibrary:
            from mediadesk.storage.library import create_library
            from mediadesk.vault.vault import Vault

            keys = Vault.in_memory()
            create_library(path, keys).close()
            return UnlockedLibrary(path, keys, "Sample library", is_throwaway=True)

        return await _in_thread(work)

    def _vault(self) -> Vault:
        from mediadesk.vault.vault import Vault

        return Vault.open(self.path, keyring=self._keyring())

    def _keyring(self) -> KeyringStore:
        from mediadesk.vault.keyring_store import KeyringStore, find_backends

        finder = self._find_keyrings or find_backends
        return KeyringStore(disabled=not self._use_keyring, finder=finder)

    def _unlocked(self, vault: Vault, keys: LibraryKeys) -> UnlockedLibrary:
        from mediadesk.vault.keyslots import SlotKind

        copy = None
        if self._use_keyring and vault.has(SlotKind.KEYRING, SlotKind.KEYRING_AND_PASSPHRASE):
            copy = vault.keyring_anchor()
        return UnlockedLibrary(
            self.path, keys, self.path.name, anchor_copy=copy, from_copy=vault.opened_from_copy
        )


async def _in_thread(work: Callable[[], T]) -> T:
    return await asyncio.to_thread(work)
