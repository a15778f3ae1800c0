"""The library that was chosen in the window is the one that is meant without a name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mediadesk.system.chosen_library import (
    MOST_KNOWN,
    known_libraries,
    library_to_open,
    remember_library,
)
from mediadesk.system.paths import config_dir, default_library_dir


@pytest.mark.parametrize(
    "name", ["pictures", "Bilder für Zoë, 2026", os.fsdecode(b"odd \xff name")]
)
def test_the_last_choice_is_meant_while_it_is_there(tmp_path: Path, name: str) -> None:
    home = {"HOME": str(tmp_path)}
    chosen = tmp_path / name
    remember_library(chosen, home)
    assert library_to_open(home) == default_library_dir(home), "it is not there"
    chosen.mkdir()
    assert library_to_open(home) == chosen
    assert library_to_open(home | {"MEDIADESK_LIBRARY": "/mnt/big"}) == Path("/mnt/big")
    assert (config_dir(home) / "library").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"relative\n", b"/tmp/\0\n"])
def test_a_damaged_note_is_no_choice(tmp_path: Path, content: bytes) -> None:
    home = {"HOME": str(tmp_path)}
    config_dir(home).mkdir(parents=True)
    (config_dir(home) / "library").write_bytes(content)
    assert library_to_open(home) == default_library_dir(home)


def test_the_libraries_that_were_open_stay_known_while_they_are_there(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path)}
    one, two, gone = (tmp_path / name for name in ("one", "two", "gone"))
    for path in (one, gone, two, one):
        path.mkdir(exist_ok=True)
        remember_library(path, home)
    gone.rmdir()
    assert known_libraries(home) == (one, two)
    for number in range(MOST_KNOWN + 3):
        remember_library(tmp_path / str(number), home)
    kept = (config_dir(home) / "library").read_bytes().splitlines()
    assert len(kept) == MOST_KNOWN
