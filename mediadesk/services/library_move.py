"""LibraryMover: a closed library goes to another folder, and not a byte of it is lost."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.domain.errors import StorageError
from mediadesk.system.chosen_library import remember_move

if TYPE_CHECKING:
    from mediadesk.services.library_access import UnlockedLibrary
    from mediadesk.system.files import FileLayer


@dataclass(frozen=True, slots=True)
class MovedLibrary:
    """``library`` is the moved one with the same keys. ``is_noted``: it is opened from now on."""

    library: UnlockedLibrary
    file_count: int
    size_bytes: int
    is_old_deleted: bool
    is_noted: bool


class LibraryMover:
    """Moves the library to ``target``: copied, compared, switched to, and only then deleted.

    Until the switch the old library is as it was. Close its services first; nobody can write to it
    meanwhile. A move that failed or was killed goes on when the same move is asked for again.
    """

    def __init__(
        self, unlocked: UnlockedLibrary, target: Path, *, files: FileLayer | None = None
    ) -> None:
        self._unlocked = unlocked
        self.target = target.absolute()
        self._files = files
        self._stop = threading.Event()

    async def check(self) -> None:
        """Refuse a folder that cannot take the library. Raises ``UsageError``."""
        from mediadesk.storage.library_copy import check_target

        await asyncio.to_thread(check_target, self._unlocked.path, self.target)

    async def move(
        self, *, delete_old: bool, progress: Callable[[int, int], None]
    ) -> MovedLibrary | None:
        """Move; None where `stop` was called.

        ``progress`` is told (bytes done, bytes in all) in a worker thread. The old library stays
        where the settings folder cannot be written, because the next start would look for it.

        Raises:
            UsageError, LibraryBusyError, StorageError, LibraryDamagedError: the old library is
                untouched, and what was copied waits for the next try, or for `abandon`.
        """
        await self.check()
        try:
            return await asyncio.to_thread(self._move, delete_old, progress)
        finally:
            self._stop.set()  # a cancelled task must not leave its thread copying

    def stop(self) -> None:
        """Give the move up; too late once everything was copied."""
        self._stop.set()

    async def abandon(self) -> bool:
        """Delete what an interrupted move left; False where there is nothing."""
        from mediadesk.storage.library_copy import remove, staging_of

        staging = staging_of(self.target)
        if not staging.is_dir():
            return False
        await asyncio.to_thread(remove, staging)
        return True

    def _move(self, delete_old: bool, progress: Callable[[int, int], None]) -> MovedLibrary | None:
        from mediadesk.storage import library_copy

        def tell(done: int, total: int) -> bool:
            progress(done, total)
            return not self._stop.is_set()

        old, keys = self._unlocked.path, self._unlocked.keys
        copy = library_copy.LibraryCopy(old, self.target, keys, progress=tell, files=self._files)
        try:
            with library_copy.held_still(old, keys) as connection:
                count, size = copy.make(connection)
                is_noted = self._note(old)
                may_delete = delete_old and is_noted
                if may_delete:
                    library_copy.retire(old)
        except library_copy.StoppedError:
            return None
        if may_delete:
            try:
                library_copy.remove(old)
            except StorageError:
                may_delete = False  # what is left of it opens nothing; whoever asked is told
        moved = replace(self._unlocked, path=self.target)
        return MovedLibrary(moved, count, size, is_old_deleted=may_delete, is_noted=is_noted)

    def _note(self, old: Path) -> bool:
        try:
            remember_move(old, self.target)
        except OSError:
            return False
        return True
