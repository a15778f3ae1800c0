"""A file layer with a disk that fills up or breaks, in place of the operating system's."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from mediadesk.system.files import FileLayer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class FaultyFiles(FileLayer):
    """Real files, until a fault is due.

    ``free`` bytes can be written before the disk is full (None = no limit); ``give_back`` returns
    space for a file that is deleted, as a real disk would. ``broken`` names the methods that fail
    with an I/O error. ``largest_write`` makes every write a short one.
    """

    def __init__(
        self,
        *,
        free: int | None = None,
        broken: frozenset[str] = frozenset(),
        largest_write: int | None = None,
        give_back: bool = True,
    ) -> None:
        self.free = free
        self.broken = broken
        self.largest_write = largest_write
        self.give_back = give_back
        self.calls: list[str] = []
        self.before: Callable[[str], None] = lambda _name: None

    def _enter(self, name: str) -> None:
        self.calls.append(name)
        self.before(name)
        if name in self.broken:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def create(self, path: Path) -> int:
        self._enter("create")
        return super().create(path)

    def open(self, path: Path) -> int:
        self._enter("open")
        return super().open(path)

    def write_at(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
        self._enter("write_at")
        view = memoryview(data)
        if self.largest_write is not None:
            view = view[: self.largest_write]
        if self.free is not None:
            if not self.free:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            view = view[: self.free]
        written = super().write_at(descriptor, view, offset)
        if self.free is not None:
            self.free -= written
        return written

    def read_at(self, descriptor: int, size: int, offset: int) -> bytes:
        self._enter("read_at")
        return super().read_at(descriptor, size, offset)

    def sync(self, descriptor: int) -> None:
        self._enter("sync")
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._enter("replace")
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._enter("sync_folder")
        super().sync_folder(folder)

    def unlink(self, path: Path) -> None:
        self._enter("unlink")
        if self.free is not None and self.give_back and path.exists():
            self.free += path.stat().st_size
        super().unlink(path)
