"""How a library gets open: throw-away, keyring, passphrase, first run, after a lock."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from mediadesk.app.open_library import OpenLibrary
from mediadesk.domain.errors import MediadeskError
from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.panes.first_run.pane import FirstRunPane
from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel
from mediadesk.ui.panes.unlock.pane import UnlockPane
from mediadesk.ui.panes.unlock.view_model import UnlockViewModel
from mediadesk.ui.perf import mark

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.service_set import ServiceSet

IDLE_POLL_S = 0.5


class Gatekeeper:
    """Shows first run or unlock over the window until a library is open, or the window closes."""

    def __init__(
        self, window: MainWindow, library: Path, *, use_keyring: bool, quitting: asyncio.Event
    ) -> None:
        self._window = window
        self._path = library
        self._use_keyring = use_keyring
        self._quitting = quitting
        self._scope = TaskScope()

    async def enter_throwaway(self, path: Path) -> OpenLibrary:
        """Open a library that is removed at the end; its key is only in memory."""
        unlocked = await LibraryAccess.create_throwaway(path)
        return await self._open(unlocked, None)

    async def enter(self) -> OpenLibrary | None:
        """Open the library; None when the window closes first."""
        while not self._quitting.is_set():
            access = self._access(self._path)
            state = access.state()
            if not state.exists:
                entered = await self._first_run()
            else:
                unlocked = await self._by_keyring(access, state.slot_kinds)
                entered = None if unlocked is None else await self._open(unlocked, access)
                if entered is None:
                    entered = await self._by_hand(access)
            if entered is not None:
                return entered
        return None

    async def wait_locked(self, library: OpenLibrary) -> OpenLibrary | None:
        """Locked: jobs under way go on, then the keys go. Returns the library when unlocked."""
        access = library.access
        if access is None:
            return library
        summary = await library.services.generations.summary()
        janitor = self._scope.start(_close_when_idle(library))
        unlocked = await self._ask(access, jobs_running=summary.running)
        if unlocked is None:
            janitor.cancel()
            await library.close()
            return None if self._quitting.is_set() else await self.enter()
        if library.is_open:
            janitor.cancel()
            return library
        await library.close()
        return await self._open(unlocked, access)

    async def close(self) -> None:
        """End what still waits."""
        await self._scope.close()

    # -------------------------------------------------------------------------------- ways

    def _access(self, path: Path) -> LibraryAccess:
        return LibraryAccess(path, use_keyring=self._use_keyring)

    async def _open(self, unlocked: UnlockedLibrary, access: LibraryAccess | None) -> OpenLibrary:
        mark("unlocked")
        library = OpenLibrary(unlocked, access)
        await library.open()
        mark("library-open")
        return library

    async def _by_keyring(
        self, access: LibraryAccess, slot_kinds: tuple[str, ...]
    ) -> UnlockedLibrary | None:
        if "keyring" not in slot_kinds or not self._use_keyring:
            return None
        try:
            return await access.unlock_by_keyring()
        except MediadeskError:
            # The unlock page opens next and takes the passphrase or the recovery key instead.
            return None

    async def _by_hand(self, access: LibraryAccess) -> OpenLibrary | None:
        reason = ""
        while True:
            unlocked = await self._ask(access, reason=reason)
            if unlocked is None:
                return None
            try:
                return await self._open(unlocked, access)
            except MediadeskError as error:
                reason = error.sentence()

    async def _ask(
        self, access: LibraryAccess, *, reason: str = "", jobs_running: int = 0
    ) -> UnlockedLibrary | None:
        """The unlock page. None: the window closes, or another library was chosen."""
        model = UnlockViewModel(access, reason=reason, jobs_running=jobs_running)
        pane = UnlockPane(model)
        unlocked = _first(model.unlocked)
        other = self._scope.start(self._other_library(pane.other_library_wanted))
        self._window.show_gate(pane)
        mark("unlock-page")
        try:
            await self._first_of(unlocked, other)
        finally:
            other.cancel()
            self._window.hide_gate()
            await model.close()
        return unlocked.result() if unlocked.done() else None

    async def _first_run(self) -> OpenLibrary | None:
        made: list[OpenLibrary] = []

        async def open_behind(unlocked: Any) -> ServiceSet:
            library = await self._open(unlocked, self._access(unlocked.path))
            self._path = unlocked.path
            made.append(library)
            return library.services

        model = FirstRunViewModel(self._path, self._access, open_behind)
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
            dialog = QFileDialog(self._window, "Open a library", str(self._path.parent))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            chosen = _first(dialog.fileSelected)
            dialog.open()
            path = Path(str(await chosen))
            if self._access(path).state().exists:
                self._path = path
                return
            self._window.feedback.toast("There is no mediadesk library in this folder.", "warning")

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
