"""What the privacy page knows: how the library opens, and changes to that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary


class PrivacyViewModel(ViewModel):
    """``changed``: read the fields again. ``code_made`` carries a new recovery key, shown once."""

    changed = Signal()
    code_made = Signal(str)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, access: LibraryAccess | None, library: UnlockedLibrary | None) -> None:
        super().__init__()
        self._access = access
        self._library = library
        self.keyring_name = ""
        self.slot_kinds: tuple[str, ...] = ()
        self._keyring_wanted: bool | None = None
        self._keyring_turn = asyncio.Lock()
        self.failed.connect(self.refused)

    @property
    def can_change(self) -> bool:
        """False for a throw-away library, which has no key file."""
        return self._access is not None and self._library is not None

    @property
    def uses_keyring(self) -> bool:
        """Whether the library opens by itself while the user is signed in, or soon will."""
        if self._keyring_wanted is not None:
            return self._keyring_wanted
        return "keyring" in self.slot_kinds

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens the library."""
        return any("passphrase" in kind for kind in self.slot_kinds)

    def passphrase_problems(self, new: str, repeated: str) -> tuple[str, str]:
        """What is wrong with a new passphrase and with its repetition; "" where nothing is."""
        first = "" if self._access is None else self._access.passphrase_problem(new)
        second = "" if new == repeated else tr("The two passphrases are not the same.")
        return first, "" if first else second

    def load(self) -> None:
        """Read how the library opens now."""
        if self._access is not None:
            self.start(self._load(self._access))

    def change_passphrase(self, new: str) -> None:
        """Set the passphrase (the library is open, so the old one is not asked)."""
        if self._access is not None and self._library is not None:
            self.start(self._change_passphrase(self._access, self._library, new))

    def make_recovery_code(self) -> None:
        """Make a new recovery key; the old one stops working."""
        if self._access is not None and self._library is not None:
            self.start(self._make_recovery_code(self._access, self._library))

    def set_keyring(self, enabled: bool) -> None:
        """Let the computer's keyring open the library, or not; the last wish holds."""
        if self._access is not None and self._library is not None:
            self._keyring_wanted = enabled
            self.start(self._set_keyring(self._access, self._library))

    async def _load(self, access: LibraryAccess) -> None:
        self.keyring_name = await access.keyring_available() or ""
        self.slot_kinds = access.state().slot_kinds
        self.changed.emit()

    async def _change_passphrase(
        self, access: LibraryAccess, library: UnlockedLibrary, new: str
    ) -> None:
        await access.change_passphrase(library, new)
        self.told.emit(tr("The new passphrase opens the library from now on."))
        await self._load(access)

    async def _make_recovery_code(self, access: LibraryAccess, library: UnlockedLibrary) -> None:
        self.code_made.emit(await access.new_recovery_code(library))
        await self._load(access)

    async def _set_keyring(self, access: LibraryAccess, library: UnlockedLibrary) -> None:
        async with self._keyring_turn:
            wanted = self._keyring_wanted
            if wanted is None:
                return
            try:
                await access.set_keyring(library, wanted)
            finally:
                if self._keyring_wanted is wanted:
                    self._keyring_wanted = None
                await self._load(access)
