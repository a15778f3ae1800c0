"""Moving the open library: its services end, a page shows how far it is, and it opens again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.services.library_move import LibraryMover
from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.panes.unlock.move_pane import MovePane
from mediadesk.ui.support.faults import sentence_for
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.app.move_wish import MoveWish
    from mediadesk.app.open_library import OpenLibrary
    from mediadesk.services.library_access import UnlockedLibrary
    from mediadesk.services.library_move import MovedLibrary
    from mediadesk.ui.main_window import MainWindow

_STEPS = 500


async def move_in_window(
    window: MainWindow, library: OpenLibrary, wish: MoveWish, quitting: asyncio.Event
) -> UnlockedLibrary:
    """Move the library while a page tells of it; the library at its new place, or at the old.

    Ends the services; the keys stay. Closing the window stops the move, the next try goes on.
    """
    await library.end_services()
    mover = LibraryMover(library.unlocked, wish.target)
    pane = MovePane(wish.target)
    pane.stop_wanted.connect(mover.stop)
    window.show_gate(pane)
    scope = TaskScope(lambda error: window.feedback.toast(sentence_for(error), "error"))
    progress = _teller(pane.show_progress)
    moving = scope.start(mover.move(delete_old=wish.deletes_old, progress=progress))
    leaving = scope.start(quitting.wait())
    moved: MovedLibrary | None = None
    try:
        await asyncio.wait((moving, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not moving.done():
            mover.stop()
            await asyncio.wait((moving,))
        if moving.exception() is None:
            moved = moving.result()
            if moved is None and not quitting.is_set():
                await mover.abandon()
    finally:
        await scope.close()
    if moved is None:
        return replace(library.unlocked, from_copy=False)
    window.feedback.toast(_told(moved, library.unlocked.path), "info")
    return replace(moved.library, from_copy=False)


def _told(moved: MovedLibrary, old: Path) -> str:
    words = tr("The library lies in {folder} now.").format(folder=moved.library.path)
    if moved.is_old_deleted:
        return words
    rest = tr("The old folder is still there: {folder}.").format(folder=old)
    return f"{words} {rest}"


def _teller(show: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Tell the window now and then, from the thread that copies."""
    loop, told = asyncio.get_running_loop(), [-1]

    def tell(done: int, total: int) -> None:
        step = done * _STEPS // max(total, 1)
        if step != told[0]:
            told[0] = step
            loop.call_soon_threadsafe(show, done, total)

    return tell
