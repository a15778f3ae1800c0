"""The process that gets killed: moves a library and ends itself at the n-th write."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import uuid
from pathlib import Path

from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.services.library_move import LibraryMover
from mediadesk.system.files import FileLayer
from mediadesk.vault.keys import LibraryKeys


class DeadlyFiles(FileLayer):
    """Writes, until its time has come."""

    def __init__(self, writes: int) -> None:
        self.writes = writes

    def write_at(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
        written = super().write_at(descriptor, data, offset)
        self.writes -= 1
        if self.writes == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return written


def main() -> None:
    orders = json.load(sys.stdin)
    keys = LibraryKeys(uuid.UUID(orders["library_id"]), bytes.fromhex(orders["master"]))
    unlocked = UnlockedLibrary(Path(orders["path"]), keys, "Studio")
    mover = LibraryMover(unlocked, Path(orders["target"]), files=DeadlyFiles(orders["writes"]))
    asyncio.run(mover.move(delete_old=True, progress=lambda _done, _total: None))


if __name__ == "__main__":
    main()
