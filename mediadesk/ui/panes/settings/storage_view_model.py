"""What the storage page knows: sizes, the trash, the reserve, and a check that may run long."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.events import AssetsChanged
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.words import file_size

if TYPE_CHECKING:
    from mediadesk.domain.queries import TrashContents
    from mediadesk.services.library import LibraryInfo, LibrarySizes, VerifyReport
    from mediadesk.ui.service_set import ServiceSet

QUIET_MS = 1000
"""How long changes of items are gathered before the sizes are added up again."""
_TELL_EVERY = 50


class StorageViewModel(ViewModel):
    """``loaded``: read the fields again. ``checked`` carries a report or None where it was stopped.

    ``progressed`` (done, total) follows a check.
    """

    loaded = Signal()
    progressed = Signal(int, int)
    checked = Signal(object)
    told = Signal(str)

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services
        self.info: LibraryInfo | None = None
        self.sizes: LibrarySizes | None = None
        self.trash: TrashContents | None = None
        self.is_reserve_whole = True
        self.is_checking = False
        self._stop = threading.Event()
        self._again = Debouncer(QUIET_MS, self)
        self._again.fired.connect(self.load)
        self.subscribe(services.events, AssetsChanged, lambda _event: self._on_assets())

    def load(self) -> None:
        """Add everything up anew."""
        self.start(self._load())

    def empty_trash(self) -> None:
        """Erase what lies in the trash for good. Ask first."""
        self.start(self._empty_trash())

    def clear_thumbnails(self) -> None:
        """Forget the thumbnails; they are made again when needed."""
        self.start(self._clear_thumbnails())

    def restore_reserve(self) -> None:
        """Take the space again that is kept for results on a full disk."""
        self.start(self._restore_reserve())

    def check(self) -> None:
        """Read every file and compare it with its fingerprint."""
        if not self.is_checking:
            self.is_checking = True
            self._stop.clear()
            self.start(self._check())

    def stop_check(self) -> None:
        """Give the check up."""
        self._stop.set()

    async def close(self) -> None:
        """Stop a check that runs, too."""
        self._stop.set()
        await super().close()

    # -------------------------------------------------------------------------------- inside

    def _on_assets(self) -> None:
        if self.sizes is not None:
            self._again.trigger()

    async def _load(self) -> None:
        services = self._services
        self.info = await services.library.info()
        self.sizes = await services.library.sizes()
        self.trash = await services.trash.contents()
        self.is_reserve_whole = await services.library.is_reserve_whole()
        self.loaded.emit()

    async def _empty_trash(self) -> None:
        erased = await self._services.trash.empty()
        words = tr("Erased for good: {items}, {size}.")
        items = tr("%Ln item(s)", n=erased.items)
        self.told.emit(words.format(items=items, size=file_size(erased.size_bytes)))
        await self._load()

    async def _clear_thumbnails(self) -> None:
        await self._services.library.clear_thumbnails()
        self.told.emit(tr("The thumbnails were cleared. Each is made again when it is shown."))
        await self._load()

    async def _restore_reserve(self) -> None:
        if not await self._services.library.restore_reserve():
            self.failed.emit(tr("There is too little free space for the reserve. Free some first."))
        await self._load()

    async def _check(self) -> None:
        loop, stop = asyncio.get_running_loop(), self._stop

        def progress(done: int, total: int) -> bool:
            if done % _TELL_EVERY == 0:
                loop.call_soon_threadsafe(self.progressed.emit, done, total)
            return not stop.is_set()

        report: VerifyReport | None = None
        try:
            found = await self._services.library.verify(deep=True, progress=progress)
            report = None if stop.is_set() else found
        finally:
            self.is_checking = False
            self.checked.emit(report)
