"""The way of a result from its first byte to its place, and what is found after a crash."""

import subprocess
import sys
import textwrap
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from mediadesk.domain.errors import DiskFullError, LibraryDamagedError, NotFoundError, StorageError
from mediadesk.storage.ballast import Ballast
from mediadesk.storage.blobs import BlobKeys, BlobMetadata
from mediadesk.storage.media_store import MediaStore, StoredBlob
from tests.fakes.faulty_files import FaultyFiles

KEYS = BlobKeys(blobs=bytes(range(32)), content_id=bytes(range(32, 64)))
ATTEMPT = UUID(int=42)


def new_store(folder: Path, files: FaultyFiles | None = None) -> MediaStore:
    store = MediaStore(folder, KEYS, files=files)
    store.prepare()
    return store


@pytest.fixture
def store(tmp_path: Path) -> MediaStore:
    return new_store(tmp_path)


def put(store: MediaStore, content: bytes, attempt: UUID = ATTEMPT, index: int = 0) -> StoredBlob:
    incoming = store.begin(attempt, index)
    incoming.write(content)
    return incoming.finish(BlobMetadata("image/png", attempt_id=attempt, position=index))


def test_a_result_lands_in_its_place(store: MediaStore) -> None:
    stored = put(store, b"picture")
    path = store.path(stored.name)
    assert path.relative_to(store.blobs_dir).parts[:2] == (stored.name[:2], stored.name[2:4])
    assert list(store.names()) == [stored.name]
    assert list(store.incoming()) == []
    with store.open(stored.name) as reader:
        assert reader.read_all() == b"picture"
        assert reader.info.metadata.attempt_id == ATTEMPT


def test_the_order_of_writes(tmp_path: Path) -> None:
    files = FaultyFiles()
    store = new_store(tmp_path, files)
    files.calls.clear()
    put(store, b"picture")
    order = [call for call in files.calls if call in ("sync", "replace", "sync_folder")]
    assert order[0] == "sync"
    assert order[order.index("replace") + 1] == "sync_folder"
    assert "write_at" not in files.calls[files.calls.index("replace") :]


def test_equal_bytes_share_a_blob_and_the_second_file_waits_for_the_row(store: MediaStore) -> None:
    first = put(store, b"picture")
    second = put(store, b"picture", uuid4())
    assert (second.name, first.redundant_part) == (first.name, None)
    (waiting,) = store.incoming()
    assert waiting.path == second.redundant_part
    assert waiting.info == second.info
    store.settle(second)
    store.settle(first)
    assert list(store.incoming()) == []
    assert list(store.names()) == [first.name]


def test_damage_does_not_swallow_a_fresh_copy(store: MediaStore) -> None:
    stored = put(store, b"picture" * 20_000)
    sealed = bytearray(store.path(stored.name).read_bytes())
    sealed[1000] ^= 1
    store.path(stored.name).write_bytes(sealed)
    again = put(store, b"picture" * 20_000, uuid4())
    assert again.redundant_part is None
    with store.open(again.name) as reader:
        reader.verify()
    (kept,) = store.quarantine_dir.iterdir()
    assert kept.read_bytes() == sealed


def test_a_refetch_is_a_new_file(store: MediaStore) -> None:
    first = store.begin(ATTEMPT, 0)
    first.write(b"half of")
    first.close()
    put(store, b"all of it")
    parts = list(store.incoming())
    assert [(part.attempt_id, part.index, part.info) for part in parts] == [(ATTEMPT, 0, None)]
    with pytest.raises(LibraryDamagedError):
        store.adopt(parts[0])
    store.delete_part(parts[0].path)
    assert list(store.incoming()) == []


def test_a_whole_file_without_a_row_is_found_and_adopted(store: MediaStore) -> None:
    known = put(store, b"known")
    orphan = put(store, b"orphan", index=5)
    assert list(store.orphans({known.name}.__contains__)) == [orphan.info]
    path = store.incoming_dir / f"{ATTEMPT.hex}-5.part"
    store.path(orphan.name).rename(path)
    (part,) = store.incoming()
    assert part.info == orphan.info
    assert store.adopt(part) == orphan
    assert store.has(orphan.name)


def test_a_discarded_result_leaves_nothing(store: MediaStore) -> None:
    incoming = store.begin(ATTEMPT, 0)
    incoming.write(b"unwanted" * 100_000)
    incoming.discard()
    assert list(store.incoming_dir.iterdir()) == []


def test_missing_and_misplaced_files_are_said(store: MediaStore) -> None:
    one, other = put(store, b"one"), put(store, b"other")
    store.path(one.name).write_bytes(store.path(other.name).read_bytes())
    with pytest.raises(LibraryDamagedError, match="another"):
        store.open(one.name)
    store.delete(one.name)
    store.delete(one.name)
    with pytest.raises(NotFoundError):
        store.open(one.name)
    assert list(store.names()) == [other.name]


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "/"])
def test_only_names_of_blobs_become_paths(store: MediaStore, name: str) -> None:
    with pytest.raises(ValueError, match="not a blob name"):
        store.path(name)


@pytest.mark.parametrize("fault", ["create", "write_at", "sync", "replace", "sync_folder"])
def test_a_broken_disk_at_any_step_loses_no_earlier_blob(tmp_path: Path, fault: str) -> None:
    files = FaultyFiles()
    store = new_store(tmp_path, files)
    before = put(store, b"before")
    files.broken = frozenset({fault})
    with pytest.raises(StorageError):
        put(store, b"after")
    files.broken = frozenset()
    with store.open(before.name) as reader:
        assert reader.verify() == before.info
    after = put(store, b"after")
    with store.open(after.name) as reader:
        assert reader.verify() == after.info


def test_the_ballast_lands_a_result_on_a_full_disk(tmp_path: Path) -> None:
    files = FaultyFiles(free=1_000_000)
    ballast = Ballast(tmp_path, files=files, size_bytes=400_000)
    assert ballast.ensure()
    assert ballast.is_whole
    store = MediaStore(tmp_path, KEYS, make_room=ballast.release, files=files)
    store.prepare()
    files.free = 100_000
    stored = put(store, bytes(300_000))
    assert ballast.was_released
    assert not ballast.is_whole
    with store.open(stored.name) as reader:
        assert reader.read_all() == bytes(300_000)
    with pytest.raises(DiskFullError):
        put(store, bytes(900_000))
    assert not ballast.ensure()
    files.free = None
    assert ballast.ensure()
    assert not ballast.was_released


def test_the_ballast_takes_real_space(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path, size_bytes=2_000_000)
    assert not ballast.release()
    assert ballast.ensure()
    assert (tmp_path / "ballast").stat().st_blocks * 512 >= 2_000_000
    assert ballast.release()
    assert not (tmp_path / "ballast").exists()


WRITER = """
    import os, sys
    from pathlib import Path
    from uuid import UUID
    from mediadesk.storage.blobs import BlobKeys, BlobMetadata
    from mediadesk.storage.media_store import MediaStore

    keys = BlobKeys(blobs=bytes(range(32)), content_id=bytes(range(32, 64)))
    store = MediaStore(Path(sys.argv[1]), keys)
    store.prepare()
    number = 0
    while True:
        incoming = store.begin(UUID(int=number + 1), 0)
        for _ in range(20):
            incoming.write(number.to_bytes(4) * 4096)
        stored = incoming.finish(BlobMetadata("image/png", attempt_id=UUID(int=number + 1)))
        os.write(1, f"{stored.name}\\n".encode())
        number += 1
"""


def test_killed_while_writing_loses_no_finished_result(tmp_path: Path) -> None:
    for kill_after in range(1, 9):
        folder = tmp_path / str(kill_after)
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(folder)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        finished = [writer.stdout.readline().decode().strip() for _ in range(kill_after)]
        writer.kill()
        finished += [line.decode().strip() for line in writer.stdout if line.endswith(b"\n")]
        writer.stdout.close()
        writer.wait()
        store = new_store(folder)
        assert set(finished) <= set(store.names())
        for name in store.names():
            with store.open(name) as reader:
                reader.verify()
        assert len(list(store.incoming())) <= 1
