"""Files are replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from mediadesk.system.files import FileLayer, remove_leftovers, write_atomically
from tests.fakes.faulty_files import FaultyFiles


def test_content_is_replaced_privately(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    write_atomically(path, b"new", FaultyFiles(largest_write=1))
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("fault", ["create", "write_at", "sync", "replace"])
def test_a_failure_leaves_the_old_content(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="error"):
        write_atomically(path, b"new", FaultyFiles(broken=frozenset({fault})))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_synced_after_the_rename_but_the_folder(tmp_path: Path) -> None:
    files = FaultyFiles()
    write_atomically(tmp_path / "file", b"new", files)
    assert files.calls == ["create", "write_at", "sync", "replace", "sync_folder"]


def test_folders_are_made_with_their_parents_and_private(tmp_path: Path) -> None:
    FileLayer().make_folder(tmp_path / "a" / "b")
    FileLayer().make_folder(tmp_path / "a" / "b")
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b")} == {0o700}


def test_what_a_kill_left_behind_is_removed_after_a_while(tmp_path: Path) -> None:
    names = [".anchor.0123456789abcdef.tmp", ".anchor.fedcba9876543210.tmp", ".mine.tmp", "a.tmp"]
    for name in names:
        (tmp_path / name).write_bytes(b"half")
    for name in names[1:]:
        os.utime(tmp_path / name, (0, 0))
    remove_leftovers(tmp_path)
    remove_leftovers(tmp_path / "nowhere")
    assert {path.name for path in tmp_path.iterdir()} == {names[0], *names[2:]}
