"""What the unlock page knows: which ways of opening there are, and whether one is being tried."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.errors import MediadeskError, WrongPassphraseError
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.services.library_access import LibraryAccess


class Way(StrEnum):
    """The ways of opening a library that the page offers."""

    PASSPHRASE = "passphrase"
    KEYRING = "keyring"
    RECOVERY = "recovery"


_SLOTS = {
    Way.PASSPHRASE: ("passphrase", "keyring+passphrase"),
    Way.KEYRING: ("keyring",),
    Way.RECOVERY: ("recovery",),
}


class UnlockViewModel(ViewModel):
    """Opens one library by keyring, passphrase or recovery code.

    ``unlocked`` carries the ``UnlockedLibrary``; ``refused`` a sentence to show under the field.
    After each wrong secret the next try waits longer; ``waiting`` carries the seconds.
    """

    unlocked = Signal(object)
    refused = Signal(str)
    busy_changed = Signal(bool)
    waiting = Signal(float)

    def __init__(
        self, access: LibraryAccess, *, name: str = "", reason: str = "", jobs_running: int = 0
    ) -> None:
        super().__init__()
        self._access = access
        self._failures = 0
        self._is_busy = False
        self.failed.connect(self.refused)
        state = access.state()
        self.name = name or state.name[:1].upper() + state.name[1:]
        self.folder = str(state.path)
        self.ways = tuple(
            way
            for way, kinds in _SLOTS.items()
            if set(kinds) & set(state.slot_kinds)
            and (way is not Way.KEYRING or access.may_use_keyring)
        )
        self.reason = reason
        self.jobs_line = _jobs_line(jobs_running)

    def unlock_by_keyring(self) -> None:
        """Try the computer's keyring."""
        if not self._is_busy:
            self.start(self._try_keyring())

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase."""
        self._begin(passphrase, is_code=False)

    def unlock_by_recovery_code(self, code: str) -> None:
        """Try a recovery code."""
        self._begin(code, is_code=True)

    def _begin(self, secret: str, *, is_code: bool) -> None:
        if self._is_busy:
            return
        if not secret.strip():
            self.refused.emit(
                tr("Type the recovery key.") if is_code else tr("Type the passphrase.")
            )
            return
        self.start(self._try(secret, is_code=is_code))

    async def _try_keyring(self) -> None:
        self._set_busy(True)
        try:
            library = await self._access.unlock_by_keyring()
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        finally:
            self._set_busy(False)
        if library is None:
            self.refused.emit(tr("The keyring does not open this library any more."))
        else:
            self.unlocked.emit(library)

    async def _try(self, secret: str, *, is_code: bool) -> None:
        self._set_busy(True)
        try:
            if is_code:
                library = await self._access.unlock_by_recovery_code(secret)
            else:
                library = await self._access.unlock(secret)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            if isinstance(error, WrongPassphraseError):
                await self._wait_longer()
            return
        finally:
            self._set_busy(False)
        self._failures = 0
        self.unlocked.emit(library)

    async def _wait_longer(self) -> None:
        self._failures += 1
        delay = self._access.retry_delay_s(self._failures)
        self.waiting.emit(delay)
        await asyncio.sleep(delay)

    def _set_busy(self, busy: bool) -> None:
        if busy != self._is_busy:
            self._is_busy = busy
            self.busy_changed.emit(busy)


def _jobs_line(count: int) -> str:
    if count == 0:
        return ""
    jobs = tr("1 job is") if count == 1 else tr("{count} jobs are").format(count=count)
    return tr("{jobs} still running. Results are saved encrypted.").format(jobs=jobs)
