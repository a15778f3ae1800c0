"""How a library gets open: throw-away, keyring, passphrase, first run, after a lock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from mediadesk.app.prefetch import page_imported, prefetch
from mediadesk.domain.errors import MediadeskError, RolledBackError
from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.panes.unlock.pane import UnlockPane
from mediadesk.ui.panes.unlock.problem_pane import ProblemPane
from mediadesk.ui.panes.unlock.view_model import UnlockViewModel
from mediadesk.ui.perf import mark
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.dialog import opened

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from mediadesk.app.open_library import OpenLibrary
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.service_set import ServiceSet

IDLE_POLL_S = 0.5
_FROM_COPY = QT_TR_NOOP(
    "The library’s key file was damaged. Its copy opened the library and was put in its place."
)


class Gatekeeper:
    """Shows first run or unlock over the window until a library is open, or the window closes.

    ``access_to`` is the way to a library's locks, ``name_of`` what it is called where that is
    known; ``path`` the library that is meant now.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Path,
        *,
        access_to: Callable[[Path], LibraryAccess],
        name_of: Callable[[Path], str],
        quitting: asyncio.Event,
    ) -> None:
        self._window = window
        self.path = library
        self._access = access_to
        self._name_of = name_of
        self._quitting = quitting
        self._scope = TaskScope()

    async def enter_throwaway(self, path: Path) -> OpenLibrary:
        """Open a library that is removed at the end; its key is only in memory."""
        unlocked = await LibraryAccess.create_throwaway(path)
        return await self._open(unlocked, None)

    async def enter(self) -> OpenLibrary | None:
        """Open the library; None when the window closes first."""
        while not self._quitting.is_set():
            access = self._access(self.path)
            try:
                entered = await (self._unlock(access) if access.exists() else self._first_run())
            except MediadeskError as error:
                await self._show_problem(error)
                continue
            if entered is not None:
                return entered
        return None

    async def open_again(self, unlocked: UnlockedLibrary) -> OpenLibrary | None:
        """Open a library whose keys are still there; asks like `enter` where that fails."""
        self.path = unlocked.path
        try:
            entered = await self._open_or_ask(unlocked, self._access(self.path))
        except MediadeskError as error:
            unlocked.keys.wipe()
            await self._show_problem(error)
            entered = None
        self._window.hide_gate()
        return entered or await self.enter()

    def is_library(self, path: Path) -> bool:
        """Whether there is a library in a folder, usable or not."""
        return self._access(path).exists()

    def cover(self) -> None:
        """Hide everything at once: pages, dialogs, menus, other windows."""
        blank = QWidget()
        blank.setObjectName("lock-cover")
        set_style(blank, surface="sidebar")
        self._window.show_gate(blank)
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.close()

    async def wait_locked(self, library: OpenLibrary, *, reason: str = "") -> OpenLibrary | None:
        """Locked: jobs under way go on, then the keys go. Returns the library when unlocked."""
        access = library.access
        if access is None:
            self._window.hide_gate()
            return library
        summary = await library.services.generations.summary()
        janitor = self._scope.start(_close_when_idle(library))
        try:
            unlocked = await self._ask(access, jobs_running=summary.running, reason=reason)
            if unlocked is None:
                await self._end(library, janitor)
                return None if self._quitting.is_set() else await self.enter()
            if library.is_open:
                janitor.cancel()
                unlocked.keys.wipe()
                return library
            await library.close()
            return await self._open_or_ask(unlocked, access) or await self.enter()
        except MediadeskError as error:
            await self._end(library, janitor)
            await self._show_problem(error)
            return await self.enter()

    async def close(self) -> None:
        """End what still waits."""
        await self._scope.close()

    # -------------------------------------------------------------------------------- ways

    async def _unlock(self, access: LibraryAccess) -> OpenLibrary | None:
        state = access.state()
        unlocked = await self._by_keyring(access, state.slot_kinds)
        entered = None if unlocked is None else await self._open_or_ask(unlocked, access)
        while entered is None:
            unlocked = await self._ask(access)
            if unlocked is None:
                return None
            entered = await self._open_or_ask(unlocked, access)
        return entered

    async def _open(self, unlocked: UnlockedLibrary, access: LibraryAccess | None) -> OpenLibrary:
        mark("unlocked")
        await self._furnish()
        from mediadesk.app.open_library import OpenLibrary

        library = OpenLibrary(unlocked, access)
        await library.open()
        mark("library-open")
        if unlocked.from_copy:
            self._window.feedback.toast(tr(_FROM_COPY), "warning")
        return library

    async def _furnish(self) -> None:
        """Put the workspace behind the gate, where it is not there yet."""
        await page_imported()
        self._window.furnish()

    async def _open_or_ask(
        self, unlocked: UnlockedLibrary, access: LibraryAccess
    ) -> OpenLibrary | None:
        """Open; an older state than was seen here only after the user agreed. None: refused."""
        try:
            return await self._open(unlocked, access)
        except RolledBackError as error:
            if not await self._agrees_to_older(error):
                unlocked.keys.wipe()
                return None
        return await self._open(replace(unlocked, accept_older=True), access)

    async def _agrees_to_older(self, error: RolledBackError) -> bool:
        from mediadesk.ui.dialogs.older_library_dialog import OlderLibraryDialog

        answer = opened(OlderLibraryDialog(self._window, error.message))
        await self._first_of(answer)
        if not answer.done():
            answer.cancel()
            return False
        return answer.result() == QDialog.DialogCode.Accepted

    async def _by_keyring(
        self, access: LibraryAccess, slot_kinds: tuple[str, ...]
    ) -> UnlockedLibrary | None:
        if "keyring" not in slot_kinds:
            return None
        prefetch()
        try:
            return await access.unlock_by_keyring()
        except MediadeskError:
            # The unlock page opens next and takes the passphrase or the recovery key instead.
            return None

    async def _ask(
        self, access: LibraryAccess, *, reason: str = "", jobs_running: int = 0
    ) -> UnlockedLibrary | None:
        """The unlock page. None: the window closes, or another library was chosen."""
        name = self._name_of(access.path)
        model = UnlockViewModel(access, name=name, reason=reason, jobs_running=jobs_running)
        pane = UnlockPane(model)
        unlocked = _first(model.unlocked)
        other = self._scope.start(self._other_library(pane.other_library_wanted))
        self._window.show_gate(pane)
        mark("unlock-page")
        self._scope.start(self._furnish())
        try:
            await self._first_of(unlocked, other)
        finally:
            other.cancel()
            self._window.hide_gate()
            await model.close()
        return unlocked.result() if unlocked.done() else None

    async def _show_problem(self, error: MediadeskError) -> None:
        """What keeps the library closed; ends with another try or another library."""
        pane = ProblemPane(self.path, error)
        retry = _first(pane.retry_wanted)
        other = self._scope.start(self._other_library(pane.other_library_wanted))
        self._window.show_gate(pane)
        try:
            await self._first_of(retry, other)
        finally:
            other.cancel()
            self._window.hide_gate()

    async def _first_run(self) -> OpenLibrary | None:
        from mediadesk.services.sample_gallery import SampleGallery
        from mediadesk.ui.panes.first_run.pane import FirstRunPane
        from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel

        made: list[OpenLibrary] = []

        async def open_behind(unlocked: Any) -> ServiceSet:
            library = await self._open(unlocked, self._access(unlocked.path))
            self.path = unlocked.path
            made.append(library)
            return library.services

        model = FirstRunViewModel(self.path, self._access, open_behind, SampleGallery())
        pane = FirstRunPane(model)
        finished = _first(model.finished)
        other = self._scope.start(self._other_library(pane.other_library_wanted))
        self._window.show_gate(pane)
        try:
            await self._first_of(finished, other)
        finally:
            other.cancel()
            self._window.hide_gate()
            await model.close()
        if finished.done() and made:
            return made[-1]
        for library in made:
            await library.close()
        return None

    async def _other_library(self, wanted: SignalInstance) -> None:
        """Let the user choose a folder with a library; ends once there is one."""
        while True:
            await _first(wanted)
            dialog = QFileDialog(self._window, tr("Open a library"), str(self.path.parent))
            dialog.setObjectName("library-chooser")
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.finished.connect(dialog.deleteLater)
            chosen = _first(dialog.fileSelected)
            done = _first(dialog.finished)
            dialog.open()
            await asyncio.wait((chosen, done), return_when=asyncio.FIRST_COMPLETED)
            if not chosen.done():
                continue
            path = Path(str(chosen.result()))
            if self._access(path).exists():
                self.path = path
                return
            self._window.feedback.toast(
                tr("There is no mediadesk library in this folder."), "warning"
            )

    async def _end(self, library: OpenLibrary, janitor: asyncio.Task[None]) -> None:
        janitor.cancel()
        await library.close()

    async def _first_of(self, *others: asyncio.Future[Any]) -> None:
        quitting = self._scope.start(self._quitting.wait())
        try:
            await asyncio.wait((quitting, *others), return_when=asyncio.FIRST_COMPLETED)
        finally:
            quitting.cancel()


async def _close_when_idle(library: OpenLibrary) -> None:
    while (await library.services.generations.summary()).running:  # noqa: ASYNC110 - a count
        await asyncio.sleep(IDLE_POLL_S)
    await library.close()


def _first(signal: SignalInstance) -> asyncio.Future[Any]:
    """A future of the next emission (its first value, None without one)."""
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def settle(*values: object) -> None:
        if not future.done():
            future.set_result(values[0] if values else None)

    signal.connect(settle)
    return future
