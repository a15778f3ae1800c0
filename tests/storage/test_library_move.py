"""Moving a library: whole at its new place, or untouched at the old one."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mediadesk.domain.errors import DiskFullError, LibraryBusyError, StorageError, UsageError
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.services.library_move import LibraryMover, MovedLibrary
from mediadesk.storage.driver import connect, translated
from mediadesk.storage.library import create_library, open_library
from mediadesk.storage.library_copy import staging_of
from mediadesk.storage.owners import Owners
from mediadesk.system.chosen_library import known_libraries, library_to_open, remember_library
from mediadesk.system.files import FileLayer
from tests.fakes.faulty_files import FaultyFiles
from tests.storage.libraries import KEYS, add_asset, kinds

ROOT = Path(__file__).resolve().parents[2]
PICTURES = 6


@pytest.fixture(autouse=True)
def own_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("MEDIADESK_LIBRARY", raising=False)


@pytest.fixture
def filled(folder: Path) -> Path:
    """A closed library with pictures of 300 kB."""
    library = create_library(folder, KEYS)
    for number in range(PICTURES):
        add_asset(library, os.urandom(300_000) + bytes([number]))
    library.ballast.ensure()
    library.close()
    remember_library(folder)
    return folder


def mover_of(source: Path, target: Path, files: FileLayer | None = None) -> LibraryMover:
    return LibraryMover(UnlockedLibrary(source, KEYS, "Studio"), target, files=files)


def move(
    source: Path, target: Path, *, delete_old: bool = False, files: FileLayer | None = None
) -> MovedLibrary:
    mover = mover_of(source, target, files)
    moved = asyncio.run(mover.move(delete_old=delete_old, progress=lambda _done, _total: None))
    assert moved is not None
    return moved


def content(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def assert_sound(folder: Path) -> None:
    with closing(open_library(folder, KEYS)) as library:
        assert kinds(library) == set()
        assert len(list(library.media.names())) == PICTURES


def test_every_file_arrives_and_the_old_library_stays(filled: Path, tmp_path: Path) -> None:
    before, target = content(filled), tmp_path / "far" / "studio"
    seen: list[tuple[int, int]] = []
    mover = mover_of(filled, target)
    moved = asyncio.run(mover.move(delete_old=False, progress=lambda *at: seen.append(at)))
    assert moved is not None
    assert moved.library.path == target
    assert seen[-1][0] == seen[-1][1] > PICTURES * 300_000
    assert not staging_of(target).exists()
    assert_sound(target)
    after = content(filled)
    assert {n: after[n] for n in before if "library.db" not in n} == {
        n: before[n] for n in before if "library.db" not in n
    }
    assert known_libraries() == (target,)
    assert library_to_open() == target


def test_the_old_library_is_deleted_only_when_asked(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "studio"
    target.mkdir()
    moved = move(filled, target, delete_old=True)
    assert moved.is_old_deleted
    assert not filled.exists()
    assert_sound(target)


@pytest.mark.parametrize("writes", [1, 3, PICTURES + 1])
def test_killed_in_the_middle_it_goes_on(filled: Path, tmp_path: Path, writes: int) -> None:
    target = tmp_path / "studio"
    orders = {
        "path": str(filled), "target": str(target), "writes": writes,
        "library_id": str(KEYS.library_id), "master": KEYS.master.hex(),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.move_child"],
        input=json.dumps(orders).encode(), cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert not target.exists(), "what was cut short must not look like a library"
    assert library_to_open() == filled
    assert_sound(filled)
    move(filled, target, delete_old=True)
    assert_sound(target)
    assert not staging_of(target).exists()


def test_a_disk_that_fills_up_keeps_what_was_copied(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "studio"
    with pytest.raises(DiskFullError):
        move(filled, target, delete_old=True, files=FaultyFiles(free=1_000_000))
    assert_sound(filled)
    kept = [p for p in staging_of(target).rglob("*") if p.is_file() and p.suffix != ".tmp"]
    assert kept
    counting = FaultyFiles()
    move(filled, target, files=counting)
    assert counting.calls.count("create") < PICTURES + 3, "what was there already was used"
    assert_sound(target)


def test_too_little_space_is_told_before_anything_is_copied(filled: Path, tmp_path: Path) -> None:
    class SmallDisk(FileLayer):
        def free_bytes(self, _folder: Path) -> int:
            return 1_000_000

    with pytest.raises(DiskFullError, match="too little free space"):
        move(filled, tmp_path / "studio", files=SmallDisk())
    assert content(staging_of(tmp_path / "studio")) == {}


def test_a_file_that_reads_back_differently_stops_the_move(filled: Path, tmp_path: Path) -> None:
    class Forgetful(FileLayer):
        def write_at(self, descriptor: int, data: bytes | memoryview, offset: int) -> int:
            return super().write_at(descriptor, bytes(len(data)), offset)

    with pytest.raises(StorageError, match="does not read as it was written"):
        move(filled, tmp_path / "studio", delete_old=True, files=Forgetful())
    assert not (tmp_path / "studio").exists()
    assert_sound(filled)


def test_what_was_damaged_in_an_interrupted_copy_is_copied_again(
    filled: Path, tmp_path: Path
) -> None:
    target = tmp_path / "studio"
    with pytest.raises(DiskFullError):
        move(filled, target, files=FaultyFiles(free=1_000_000))
    blob = max(staging_of(target).rglob("*"), key=lambda path: path.stat().st_size)
    blob.write_bytes(bytes(blob.stat().st_size))
    (staging_of(target) / "stranger").write_bytes(b"x")
    move(filled, target)
    assert_sound(target)
    assert not (target / "stranger").exists()


def test_stopped_and_abandoned_it_leaves_nothing(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "studio"
    mover = mover_of(filled, target)
    moved = asyncio.run(mover.move(delete_old=True, progress=lambda _d, _t: mover.stop()))
    assert moved is None
    assert asyncio.run(mover.abandon())
    assert not asyncio.run(mover.abandon())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config", "library"]
    assert_sound(filled)


def test_a_library_in_use_is_not_moved(filled: Path, tmp_path: Path) -> None:
    lock = Owners(filled).acquire()
    with pytest.raises(LibraryBusyError, match="runs jobs"):
        move(filled, tmp_path / "studio")
    lock.release()
    with closing(connect(filled / "library.db", KEYS.database)) as writer:
        refused: list[bool] = []

        def write_meanwhile(_done: int, _total: int) -> None:
            if not refused:
                writer.execute("PRAGMA busy_timeout = 1")
                with pytest.raises(LibraryBusyError), translated(filled):
                    writer.execute("BEGIN IMMEDIATE")
                refused.append(True)

        mover = mover_of(filled, tmp_path / "studio")
        assert asyncio.run(mover.move(delete_old=False, progress=write_meanwhile))
    assert refused


def test_places_that_cannot_take_a_library(filled: Path, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter").write_text("mine")
    file = tmp_path / "file"
    file.write_text("mine")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    for target in (full, file, link, filled, filled / "inside", tmp_path):
        with pytest.raises(UsageError):
            move(filled, target, delete_old=True)
    assert (full / "letter").read_text() == "mine"
    assert_sound(filled)


def test_a_link_in_the_library_is_named_and_not_followed(filled: Path, tmp_path: Path) -> None:
    (filled / "more").symlink_to(tmp_path)
    with pytest.raises(StorageError, match="more"):
        move(filled, tmp_path / "studio", delete_old=True)
    assert_sound(filled)
