"""What a killed process leaves in ``incoming/`` goes a day later, unless somebody needs it."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from typing import TYPE_CHECKING

from mediadesk.domain.ids import new_uuid7

if TYPE_CHECKING:
    from pathlib import Path

    from mediadesk.services.library_access import UnlockedLibrary
    from tests.engine.conftest import OpenDesk

LONG_AGO_S = 25 * 60 * 60


def left(place: Path, name: str, data: bytes | Path, *, age_s: float = LONG_AGO_S) -> Path:
    """A part file that was touched last so long ago."""
    path = place / name
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        shutil.copyfile(data, path)
    moment = time.time() - age_s
    os.utime(path, (moment, moment))
    return path


async def until_gone(*paths: Path) -> None:
    async with asyncio.timeout(20):
        while any(path.exists() for path in paths):  # noqa: ASYNC110 - files tell nobody
            await asyncio.sleep(0.01)


async def test_old_halves_and_second_copies_go_and_what_is_needed_stays(
    unlocked: UnlockedLibrary, open_desk: OpenDesk
) -> None:
    async with open_desk() as desk:
        made = await desk.make("image")
    place = unlocked.path / "incoming"
    blob = next(path for path in (unlocked.path / "blobs").rglob("*") if path.is_file())
    gone = [
        left(place, f"{new_uuid7().hex}-0.part", b"half an import"),
        left(place, f"{made.attempts[-1].id.hex}-0.part", blob),
    ]
    kept = [left(place, f"{new_uuid7().hex}-0.part", b"being imported", age_s=60)]
    async with open_desk():
        await until_gone(*gone)
    assert all(path.exists() for path in kept)


async def test_a_whole_result_without_its_blob_stays(
    unlocked: UnlockedLibrary, open_desk: OpenDesk
) -> None:
    async with open_desk() as desk:
        made = await desk.make("image")
    place = unlocked.path / "incoming"
    blob = next(path for path in (unlocked.path / "blobs").rglob("*") if path.is_file())
    only_one = left(place, f"{made.attempts[-1].id.hex}-0.part", blob)
    half = left(place, f"{new_uuid7().hex}-0.part", b"half")
    blob.unlink()
    async with open_desk():
        await until_gone(half)
    assert only_one.exists()
