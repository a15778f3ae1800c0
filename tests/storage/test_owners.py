"""Who is working is known even after a kill."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from mediadesk.domain.errors import (
    StorageError,
)
from mediadesk.storage.library import Library, create_library
from tests.storage.libraries import (
    KEYS,
)


def test_an_owner_is_alive_until_it_lets_go(library: Library) -> None:
    lock = library.owners.acquire()
    assert library.owners.is_alive(lock.owner_id)
    lock.release()
    lock.release()
    assert not library.owners.is_alive(lock.owner_id)
    assert not library.owners.is_alive("../library")
    assert list(library.owners.left_behind()) == []


OWNER = """
    import os, sys, time
    from pathlib import Path
    from mediadesk.storage.owners import Owners

    lock = Owners(Path(sys.argv[1])).acquire()
    os.write(1, f"{lock.owner_id}\\n".encode())
    sys.stdin.read()
"""


def test_a_killed_owner_is_noticed(library: Library, folder: Path) -> None:
    mine = library.owners.acquire()
    other = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(OWNER), str(folder)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    owner_id = other.stdout.readline().decode().strip()
    assert library.owners.is_alive(owner_id)
    library.owners.forget(owner_id)
    assert library.owners.is_alive(owner_id)
    other.kill()
    other.wait()
    other.stdout.close()
    other.stdin.close()
    assert not library.owners.is_alive(owner_id)
    assert list(library.owners.left_behind()) == [owner_id]
    library.owners.forget(owner_id)
    assert list(library.owners.left_behind()) == []
    assert library.owners.is_alive(mine.owner_id)
    mine.release()


def test_an_owner_without_a_writable_folder_is_said(tmp_path: Path) -> None:
    library = create_library(tmp_path / "library", KEYS)
    (tmp_path / "library" / "owners").write_text("in the way")
    with pytest.raises(StorageError):
        library.owners.acquire()
    library.close()
