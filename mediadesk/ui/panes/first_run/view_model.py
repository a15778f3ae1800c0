"""What the first-run pages know: the library being made, its recovery key, the providers."""

from __future__ import annotations

import secrets
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.errors import MediadeskError, StorageError, UsageError
from mediadesk.services.library_access import LibraryAccess
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from mediadesk.domain.ids import ProviderName
    from mediadesk.services.models import ProviderInfo
    from mediadesk.services.sample_gallery import SampleGallery
    from mediadesk.ui.service_set import ServiceSet

CHECKED_GROUPS = (3, 6)
"""Which groups of the recovery key (1-based) have to be typed back."""
PICTURE_SIDE = 160


class Step(StrEnum):
    """The pages, in order."""

    LIBRARY = "library"
    RECOVERY = "recovery"
    PROVIDER = "provider"


class FirstRunViewModel(ViewModel):
    """Makes a library in ``folder``; ``open_library`` starts its services behind the pages.

    ``finished`` means: go to the workspace. ``refused`` carries a field of the first page (name,
    folder, passphrase, repeat, or "" for none of them) and a sentence. ``free_known`` is in bytes.
    """

    step_changed = Signal(str)
    keyring_found = Signal(str)
    free_known = Signal(object)
    picture_drawn = Signal(object)
    busy_changed = Signal(bool)
    refused = Signal(str, str)
    code_saved = Signal(str)
    key_tested = Signal(bool, str)
    finished = Signal()

    def __init__(
        self,
        folder: Path,
        access_to: Callable[[Path], LibraryAccess],
        open_library: Callable[[object], Awaitable[ServiceSet]],
        gallery: SampleGallery | None = None,
    ) -> None:
        super().__init__()
        self.folder = folder
        self.keyring_name = ""
        self._access_to = access_to
        self._open_library = open_library
        self._gallery = gallery
        self._services: ServiceSet | None = None
        self._recovery_code = ""
        self._is_busy = False
        self._step = Step.LIBRARY
        self.failed.connect(self._on_failed)

    @property
    def recovery_groups(self) -> tuple[str, ...]:
        """The recovery key in the groups in which it is shown."""
        return tuple(self._recovery_code.replace("-", " ").split())

    @property
    def recovery_code(self) -> str:
        """The whole recovery key, for copying and saving."""
        return self._recovery_code

    def look_around(self) -> None:
        """Ask for a keyring that can be used and for the space on the disk."""
        self.start(self._look_for_keyring())
        self.start(self._look_for_space())

    def draw_samples(self) -> None:
        """Have pictures drawn by the sample provider, once; they come as ``picture_drawn``."""
        gallery, self._gallery = self._gallery, None
        if gallery is not None:
            self.start(self._draw_samples(gallery))

    def set_folder(self, text: str) -> None:
        """Choose where the library is made."""
        self.folder = Path(text.strip()).expanduser()
        self.start(self._look_for_space())

    def create(self, name: str, passphrase: str | None, repeated: str | None) -> None:
        """Make the library; without a passphrase it opens with the keyring."""
        if self._is_busy:
            return
        field, problem = self._problem(name, passphrase, repeated)
        if problem:
            self.refused.emit(field, problem)
        else:
            self.start(self._create(name.strip(), passphrase))

    def confirms(self, typed: Sequence[str]) -> tuple[bool, ...]:
        """Whether each typed group is the one that ``CHECKED_GROUPS`` asks for."""
        groups = self.recovery_groups
        wanted = [groups[number - 1] for number in CHECKED_GROUPS if number <= len(groups)]
        return tuple(_plain(a) == _plain(b) for a, b in zip(typed, wanted, strict=False))

    def save_code(self, file: Path) -> None:
        """Write the recovery key to a file of the user's choosing."""
        self.start(self._save_code(file))

    def show_step(self, step: Step) -> None:
        """Turn to a page."""
        self._step = step
        self.step_changed.emit(step)

    def finish(self) -> None:
        """Go to the workspace; the recovery key is shown no more."""
        self._recovery_code = ""
        self.finished.emit()

    def providers(self) -> list[ProviderInfo]:
        """Providers that want a key, for the third page."""
        if self._services is None:
            return []
        return [info for info in self._services.models.providers() if info.needs_key]

    def provider_of(self, key: str, chosen: ProviderName) -> ProviderName:
        """Whose keys look like one that was pasted for ``chosen``; that one where it is unclear."""
        if self._services is None:
            return chosen
        return self._services.accounts.guess_provider(key, chosen=chosen) or chosen

    def test_and_save(self, provider: ProviderName, key: str) -> None:
        """Check a key by reading calls and keep it if it works."""
        if self._services is not None and not self._is_busy:
            if key.strip():
                self.start(self._test_and_save(self._services, provider, key.strip()))
            else:
                self.key_tested.emit(False, tr("Paste the key first."))

    # -------------------------------------------------------------------------------- work

    def _problem(self, name: str, passphrase: str | None, repeated: str | None) -> tuple[str, str]:
        if not name.strip():
            return "name", tr("Give the library a name.")
        if not self.folder.is_absolute():
            return "folder", tr("Give the whole path of the folder.")
        if passphrase is not None:
            problem = self._access_to(self.folder).passphrase_problem(passphrase)
            if problem:
                return "passphrase", problem
            if passphrase != repeated:
                return "repeat", tr("The two passphrases are not the same.")
        return "", ""

    async def _look_for_keyring(self) -> None:
        name = await self._access_to(self.folder).keyring_available()
        self.keyring_name = name or ""
        self.keyring_found.emit(self.keyring_name)

    async def _look_for_space(self) -> None:
        folder = self.folder
        free = await self._access_to(folder).free_bytes()
        if folder == self.folder:
            self.free_known.emit(free)

    async def _draw_samples(self, gallery: SampleGallery) -> None:
        seed = secrets.randbelow(1_000_000)
        async for picture in gallery.pictures(side=PICTURE_SIDE, seed=seed):
            self.picture_drawn.emit(picture)

    async def _create(self, name: str, passphrase: str | None) -> None:
        self._set_busy(True)
        access = self._access_to(self.folder)
        try:
            library, self._recovery_code = await access.create(
                name=name, passphrase=passphrase, use_keyring=passphrase is None
            )
            self._services = await self._open_library(library)
        except (UsageError, StorageError) as error:
            self.refused.emit("folder", tr_sentence(error.sentence()))
            return
        except MediadeskError as error:
            self.refused.emit("", tr_sentence(error.sentence()))
            return
        finally:
            self._set_busy(False)
        self.show_step(Step.RECOVERY)

    async def _test_and_save(self, services: ServiceSet, provider: ProviderName, key: str) -> None:
        self._set_busy(True)
        try:
            status = await services.accounts.test_unsaved(provider, key, None)
            if status.works:
                await services.accounts.add(provider, key=key, base_url=None, checked=status)
            self.key_tested.emit(status.works, tr_sentence(status.message))
        except MediadeskError as error:
            self.key_tested.emit(False, tr_sentence(error.sentence()))
        finally:
            self._set_busy(False)

    async def _save_code(self, file: Path) -> None:
        await self._access_to(self.folder).save_recovery_code(self._recovery_code, file)
        self.code_saved.emit(
            tr("Saved in {name}. Anyone who reads it can open the library.").format(name=file.name)
        )

    def _on_failed(self, sentence: str) -> None:
        """Say it on the page that is shown; the recovery page listens by itself."""
        if self._step is Step.LIBRARY:
            self.refused.emit("", sentence)
        elif self._step is Step.PROVIDER:
            self.key_tested.emit(False, sentence)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.busy_changed.emit(busy)


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
    if LibraryAccess.passphrase_problem(passphrase):
        return 1, tr("Too short")
    level = 2 + (score >= 52) + (score >= 84)
    return level, {2: tr("Fair"), 3: tr("Strong"), 4: tr("Very strong")}[level]


def _plain(group: str) -> str:
    table = str.maketrans({"O": "0", "I": "1", "L": "1"})
    return "".join(c for c in group.upper() if c.isalnum()).translate(table)
