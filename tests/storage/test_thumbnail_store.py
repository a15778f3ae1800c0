"""Thumbnails are private, and may be lost without harm."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from mediadesk.storage.library import Library
from mediadesk.storage.thumbnail_store import Thumbnail, ThumbnailStore
from tests.storage.libraries import (
    KEYS,
)


def test_thumbnails_come_back_and_may_be_lost(library: Library, folder: Path) -> None:
    picture = Thumbnail(4, 3, b"canary" * 100)
    assert library.thumbnails.get("a", "grid") is None
    library.thumbnails.put("a", "grid", Thumbnail(1, 1, b"old"))
    library.thumbnails.put("a", "grid", picture)
    library.thumbnails.put("a", "screen", Thumbnail(40, 30, b"large"))
    assert library.thumbnails.get("a", "grid") == picture
    assert all(b"canary" not in path.read_bytes() for path in folder.glob("thumbs.db*"))
    library.thumbnails.delete("a")
    assert library.thumbnails.get("a", "screen") is None


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0" + bytes(5000), None])
def test_damaged_thumbnails_are_started_afresh(tmp_path: Path, damage: bytes | None) -> None:
    with closing(ThumbnailStore(tmp_path, KEYS.thumbnails)) as store:
        for number in range(50):
            store.put(str(number), "grid", Thumbnail(4, 3, os.urandom(5000)))
    path = tmp_path / "thumbs.db"
    if damage is None:
        content = path.read_bytes()
        path.write_bytes(content[:4096] + os.urandom(len(content) - 4096))
    else:
        path.write_bytes(damage)
    with closing(ThumbnailStore(tmp_path, KEYS.thumbnails)) as store:
        assert store.get("7", "grid") is None
        store.put("7", "grid", Thumbnail(4, 3, b"new"))
        assert store.get("7", "grid") == Thumbnail(4, 3, b"new")
