"""What the first-run pages know: the library being made, its recovery key, the providers."""

from __future__ import annotations

import asyncio
import shutil
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from mediadesk.domain.ids import ProviderName
    from mediadesk.services.library_access import LibraryAccess
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.service_set import ServiceSet

CHECKED_GROUPS = (3, 6)
"""Which groups of the recovery key (1-based) have to be typed back."""
MIN_PASSPHRASE_LENGTH = 8


class Step(StrEnum):
    """The pages, in order."""

    LIBRARY = "library"
    RECOVERY = "recovery"
    PROVIDER = "provider"


class FirstRunViewModel(ViewModel):
    """Makes a library in ``folder``; ``open_library`` starts its services behind the pages.

    ``finished`` means: go to the workspace. ``refused`` carries a sentence for the page on show.
    """

    step_changed = Signal(str)
    keyring_found = Signal(str)
    busy_changed = Signal(bool)
    refused = Signal(str)
    key_tested = Signal(bool, str)
    finished = Signal()

    def __init__(
        self,
        folder: Path,
        access_to: Callable[[Path], LibraryAccess],
        open_library: Callable[[object], Awaitable[ServiceSet]],
    ) -> None:
        super().__init__()
        self.folder = folder
        self.keyring_name = ""
        self._access_to = access_to
        self._open_library = open_library
        self._services: ServiceSet | None = None
        self._recovery_code = ""
        self._step = Step.LIBRARY

    @property
    def recovery_groups(self) -> tuple[str, ...]:
        """The recovery key in the groups in which it is shown."""
        return tuple(self._recovery_code.replace("-", " ").split())

    @property
    def recovery_code(self) -> str:
        """The whole recovery key, for copying and saving."""
        return self._recovery_code

    def free_space(self) -> int:
        """Free bytes on the disk of the folder, 0 where unknown."""
        place = self.folder
        while not place.exists() and place != place.parent:
            place = place.parent
        try:
            return shutil.disk_usage(place).free
        except OSError:
            return 0

    def look_for_keyring(self) -> None:
        """Ask whether this computer has a keyring that can be used."""
        self.start(self._look_for_keyring())

    def set_folder(self, folder: Path) -> None:
        """Choose where the library is made."""
        self.folder = folder

    def create(self, name: str, passphrase: str | None, repeated: str | None) -> None:
        """Make the library; without a passphrase it opens with the keyring."""
        problem = _passphrase_problem(passphrase, repeated)
        if not name.strip():
            problem = "Give the library a name."
        if problem:
            self.refused.emit(problem)
            return
        self.start(self._create(name.strip(), passphrase))

    def confirms(self, typed: Sequence[str]) -> tuple[bool, ...]:
        """Whether each typed group is the one that ``CHECKED_GROUPS`` asks for."""
        groups = self.recovery_groups
        wanted = [groups[number - 1] for number in CHECKED_GROUPS if number <= len(groups)]
        return tuple(_plain(a) == _plain(b) for a, b in zip(typed, wanted, strict=False))

    def show_step(self, step: Step) -> None:
        """Turn to a page."""
        self._step = step
        self.step_changed.emit(step)

    def finish(self) -> None:
        """Go to the workspace."""
        self.finished.emit()

    def providers(self) -> list[ProviderInfo]:
        """Providers that want a key, for the third page."""
        if self._services is None:
            return []
        return [info for info in self._services.models.providers() if info.needs_key]

    def guess_provider(self, key: str) -> ProviderName | None:
        """Which provider a pasted key looks like."""
        return None if self._services is None else self._services.accounts.guess_provider(key)

    def test_and_save(self, provider: ProviderName, key: str) -> None:
        """Check a key by reading calls and keep it if it works."""
        if self._services is not None and key.strip():
            self.start(self._test_and_save(self._services, provider, key.strip()))

    async def _look_for_keyring(self) -> None:
        name = await self._access_to(self.folder).keyring_available()
        self.keyring_name = name or ""
        self.keyring_found.emit(self.keyring_name)

    async def _create(self, name: str, passphrase: str | None) -> None:
        self.busy_changed.emit(True)
        try:
            access = self._access_to(self.folder)
            library, self._recovery_code = await access.create(
                name=name, passphrase=passphrase, use_keyring=passphrase is None
            )
            self._services = await self._open_library(library)
        except MediadeskError as error:
            self.refused.emit(error.sentence())
            return
        finally:
            self.busy_changed.emit(False)
        self.show_step(Step.RECOVERY)

    async def _test_and_save(self, services: ServiceSet, provider: ProviderName, key: str) -> None:
        self.busy_changed.emit(True)
        try:
            status = await services.accounts.test_unsaved(provider, key, None)
            if status.works:
                await services.accounts.add(provider, key=key, base_url=None)
            self.key_tested.emit(status.works, status.message)
        except MediadeskError as error:
            self.key_tested.emit(False, error.sentence())
        finally:
            self.busy_changed.emit(False)

    def forget_code(self) -> None:
        """Drop the recovery key from memory once it is no longer shown."""
        self._recovery_code = ""

    async def save_code(self, file: Path) -> None:
        """Write the recovery key to a file of the user's choosing (plain text, 0600)."""
        await asyncio.to_thread(_write_private, file, self._recovery_code)


def passphrase_strength(passphrase: str) -> tuple[int, str]:
    """Rate a passphrase 0..4 with a word, by length and variety; a hint, not a rule."""
    if not passphrase:
        return 0, ""
    kinds = sum(
        any(test(character) for character in passphrase)
        for test in (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())
    )
    distinct = len(set(passphrase.lower()))
    score = len(passphrase) * 2 + kinds * 4 + distinct * 2
    if len(passphrase) < MIN_PASSPHRASE_LENGTH:
        return 1, "Too short"
    level = 2 + (score >= 52) + (score >= 84)
    return level, {2: "Fair", 3: "Strong", 4: "Very strong"}[level]


def _passphrase_problem(passphrase: str | None, repeated: str | None) -> str:
    if passphrase is None:
        return ""
    if len(passphrase) < MIN_PASSPHRASE_LENGTH:
        return f"The passphrase needs at least {MIN_PASSPHRASE_LENGTH} characters."
    return "" if passphrase == repeated else "The two passphrases are not the same."


def _plain(group: str) -> str:
    table = str.maketrans({"O": "0", "I": "1", "L": "1"})
    return "".join(c for c in group.upper() if c.isalnum()).translate(table)


def _write_private(file: Path, text: str) -> None:
    import os

    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(f"mediadesk recovery key\n\n{text}\n")
