"""From the shown shell to the closed library: event loop, session, lock, close."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mediadesk.app.gatekeeper import Gatekeeper
from mediadesk.app.move_wish import MoveWish
from mediadesk.app.window_loop import WindowLoop
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.ids import AssetId, GenerationId, parse_uuid
from mediadesk.services.library_access import LibraryAccess
from mediadesk.system.chosen_library import remember_library
from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.perf import mark
from mediadesk.ui.single_instance import InstanceServer, ask_to_raise
from mediadesk.ui.support.garbage import keep_what_is_there, let_go_of_everything
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.dialog import opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from mediadesk.app.open_library import OpenLibrary
    from mediadesk.services.library_access import UnlockedLibrary
    from mediadesk.services.workplace import Workplace
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.support.preferences import Preferences
    from mediadesk.ui.window_session import WindowSession
    from mediadesk.vault.keyring_store import KeyringBackend

Driver = Callable[["MainWindow", "WindowSession"], Awaitable[None]]

_log = logging.getLogger(__name__)


def run(
    app: QApplication,
    window: MainWindow,
    preferences: Preferences,
    library: Path,
    *,
    is_sample: bool,
    use_keyring: bool,
    view: str | None,
    headless: bool,
) -> int:
    """Run the event loop until the window is closed. Returns the exit code."""
    loop = WindowLoop(app)
    asyncio.set_event_loop(loop)
    loop.set_exception_handler(_on_loop_error)
    folder: Path | None = None
    exists = LibraryAccess(library, use_keyring=use_keyring).exists()
    if is_sample or (headless and not exists):
        folder = Path(tempfile.mkdtemp(prefix="mediadesk-sample-"))
    driver: Driver | None = None
    if headless:
        from mediadesk.app.headless import drive

        driver = drive
    try:
        with loop:
            life = WindowLife(window, preferences, library, use_keyring=use_keyring, view=view)
            return int(loop.run_until_complete(life.run(driver, throwaway=folder)))
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


class WindowLife:
    """Opens the library as often as it is unlocked, until the window is closed."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        library: Path,
        *,
        use_keyring: bool,
        view: str | None,
        find_keyrings: Callable[[], dict[str, KeyringBackend]] | None = None,
    ) -> None:
        self._window = window
        self._preferences = preferences
        self._library = library
        self._view = view
        self._quit = asyncio.Event()
        self._lock = asyncio.Event()
        self._lock_reason = ""
        self._next: Path | MoveWish | None = None
        self._server: InstanceServer | None = None
        self._back_to: Workplace | None = None
        access_to = partial(LibraryAccess, use_keyring=use_keyring, find_keyrings=find_keyrings)
        self._gate = Gatekeeper(
            window,
            library,
            access_to=access_to,
            name_of=preferences.library_name,
            quitting=self._quit,
        )
        self._session: WindowSession | None = None
        self._scope = TaskScope(self._on_error)
        self._is_asking = False

    @property
    def session(self) -> WindowSession | None:
        """The open library in the window; None while it is locked or not open yet."""
        return self._session

    async def run(self, driver: Driver | None = None, *, throwaway: Path | None = None) -> int:
        """Live until closed; a ``driver`` works the window by events, then the life ends."""
        window = self._window
        window.close_wanted.connect(self.ask_to_close)
        with contextlib.suppress(NotImplementedError, RuntimeError):
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self._quit.set)
        if throwaway is None:
            self._listen()
        try:
            await self._libraries(driver, throwaway)
        except MediadeskError as error:
            sys.stderr.write(f"mediadesk: {error.sentence()}\n")
            return error.exit_code
        finally:
            if self._server is not None:
                self._server.close()
            await self._scope.close()
            await self._gate.close()
            window.let_go()
        return 0

    def _on_error(self, error: BaseException) -> None:
        from mediadesk.ui.support.faults import sentence_for

        self._is_asking = False
        self._window.feedback.toast(sentence_for(error), "error")

    def ask_to_close(self) -> None:
        """Close, after a question where jobs are running."""
        if not self._is_asking:
            self._is_asking = True
            self._scope.start(self._close())

    async def _libraries(self, driver: Driver | None, throwaway: Path | None) -> None:
        library: OpenLibrary | None
        if throwaway is not None:
            library = await self._gate.enter_throwaway(throwaway / "library")
        else:
            library = await self._gate.enter()
        while library is not None:
            try:
                await self._use(library, driver)
            except BaseException:
                await library.close()
                raise
            if driver is not None or self._quit.is_set():
                await library.close()
                return
            self._lock.clear()
            locked = library.unlocked.path
            wish, self._next = self._next, None
            if isinstance(wish, MoveWish):
                library = await self._move(library, wish)
            elif wish is not None:
                library = await self._switch(library, wish)
            else:
                library = await self._gate.wait_locked(library, reason=self._lock_reason)
            is_same = isinstance(wish, MoveWish)
            if library is not None and library.unlocked.path != locked and not is_same:
                self._back_to = None  # another library was opened instead

    def _listen(self) -> None:
        """Come to the front when the library is opened again elsewhere."""
        if self._server is not None:
            self._server.close()
        self._server = InstanceServer(self._library)
        self._server.raise_wanted.connect(self._window.raise_now)

    async def _switch(self, library: OpenLibrary, to: Path) -> OpenLibrary | None:
        """Close one library and open another; both stay known."""
        await library.close()
        await self._remember(library.unlocked.path)
        self._window.hide_gate()
        self._gate.path = to
        return await self._gate.enter()

    async def _move(self, library: OpenLibrary, wish: MoveWish) -> OpenLibrary | None:
        from mediadesk.app.mover import move_in_window

        unlocked = await move_in_window(self._window, library, wish, self._quit)
        if self._quit.is_set():
            unlocked.keys.wipe()
            return None
        return await self._gate.open_again(unlocked)

    def _on_move(self, library: UnlockedLibrary, target: Path, deletes_old: bool) -> None:
        if self._session is not None and not self._is_asking:
            self._is_asking = True
            self._scope.start(self._leave_to_move(library, MoveWish(target, deletes_old)))

    async def _leave_to_move(self, library: UnlockedLibrary, wish: MoveWish) -> None:
        """Move the library, after the question that closing would ask."""
        from mediadesk.services.library_move import LibraryMover

        try:
            await LibraryMover(library, wish.target).check()
            if await self._may_leave(can_stay=False):
                self._next = wish
                self._on_lock("")
        finally:
            self._is_asking = False

    def _on_library(self, path: Path) -> None:
        if self._session is not None and not self._is_asking:
            self._is_asking = True
            self._scope.start(self._leave_for(path))

    async def _leave_for(self, path: Path) -> None:
        """Go to another library, after the question that closing would ask."""
        try:
            if await asyncio.to_thread(ask_to_raise, path):
                return  # another window shows it, and is in front now
            if await asyncio.to_thread(lambda: path.exists() and not self._gate.is_library(path)):
                words = tr("There is no mediadesk library in this folder.")
                self._window.feedback.toast(words, "warning")
                return
            if await self._may_leave(can_stay=False):
                self._next = path
                self._on_lock("")
        finally:
            self._is_asking = False

    async def _may_leave(self, *, can_stay: bool) -> bool:
        """Whether what runs may be left; asks where something does.

        ``can_stay`` offers the tray, where there is one, as a third way.
        """
        session = self._session
        if session is None:
            return True
        report = await session.services.generations.closing_report()
        if not (report.resumable or report.lost):
            return True
        from mediadesk.ui.dialogs.close_dialog import CloseDialog

        has_tray = can_stay and session.away.tray.is_there
        if not self._window.isVisible():
            self._window.raise_now()  # asked for from the tray
        dialog = CloseDialog(self._window, report.resumable, report.lost, has_tray=has_tray)
        answer = await opened(dialog)
        if answer == CloseDialog.STAY:
            self._window.hide()
        return answer == CloseDialog.CLOSE

    async def _remember(self, path: Path) -> None:
        """Open this library next time, from the command line too."""
        try:
            await asyncio.to_thread(remember_library, path)
        except OSError:
            self._window.feedback.toast(
                tr(
                    "The settings folder cannot be written; the next start opens the earlier "
                    "library."
                ),
                "error",
            )

    async def _use(self, library: OpenLibrary, driver: Driver | None) -> None:
        """Work with an open library until it is locked or the window closes."""
        from mediadesk.ui.window_session import WindowSession  # was imported by ``prefetch``

        session = WindowSession(
            self._window,
            library.services,
            self._preferences,
            unlocked=library.unlocked,
            access=library.access,
        )
        session.lock_wanted.connect(self._on_lock)
        session.library_wanted.connect(self._on_library)
        session.workspace.move_wanted.connect(partial(self._on_move, library.unlocked))
        session.quit_wanted.connect(self.ask_to_close)
        if library.access is not None and library.unlocked.path != self._library:
            self._library = library.unlocked.path
            self._listen()
            await self._remember(self._library)
        try:
            await session.open(self._back_to)
            if library.access is not None:
                self._preferences.set_library_name(library.unlocked.path, session.name)
            self._session = session
            mark("ready")
            library.begin_jobs()
            keep_what_is_there()
            await self._open_view(session)
            if driver is not None:
                await driver(self._window, session)
            else:
                await self._until_lock_or_quit()
        finally:
            self._session = None
            await session.close()
            let_go_of_everything()

    def _on_lock(self, reason: str) -> None:
        """Hide everything now; what takes longer follows."""
        if self._session is not None and not self._lock.is_set():
            self._lock_reason = reason
            self._back_to = self._session.whereabouts()
            self._gate.cover()
            self._lock.set()

    async def _until_lock_or_quit(self) -> None:
        waits = [self._scope.start(event.wait()) for event in (self._quit, self._lock)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def _open_view(self, session: WindowSession) -> None:
        if self._view is None:
            return
        text, self._view = self._view, None
        mark("view-open")
        try:
            wanted = parse_uuid(text)
        except MediadeskError as error:
            session.workspace.tell(error.sentence(), "error")
            return
        try:
            asset = await session.services.assets.get(AssetId(wanted))
        except MediadeskError:
            session.workspace.show_generation(GenerationId(wanted))
        else:
            session.workspace.show_asset(asset)

    async def _close(self) -> None:
        try:
            if await self._may_leave(can_stay=True):
                self._quit.set()
        finally:
            self._is_asking = False


def _on_loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    from mediadesk.ui.support.faults import place_of

    error = context.get("exception")
    where = "" if error is None else place_of(error)
    _log.error("%s: %s", context.get("message", "error in the event loop"), where)
