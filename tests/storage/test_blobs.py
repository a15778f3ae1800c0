"""Sealed media: every byte comes back from every place, and nothing that was changed does."""

import hashlib
import os
import random
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediadesk.domain.errors import (
    DiskFullError,
    LibraryDamagedError,
    LibraryTooNewError,
    MediadeskError,
    StorageError,
)
from mediadesk.storage.blob_reader import BlobReader
from mediadesk.storage.blob_writer import BlobWriter
from mediadesk.storage.blobs import BlobInfo, BlobKeys, BlobMetadata
from mediadesk.storage.crypto import CHUNK_BYTES, HEADER_BYTES, SEALED_CHUNK_BYTES, SealedFile
from mediadesk.system.files import FileLayer
from tests.fakes.faulty_files import FaultyFiles

KEYS = BlobKeys(blobs=bytes(range(32)), content_id=bytes(range(32, 64)))
METADATA = BlobMetadata(
    mime="video/x-msvideo",
    asset_id=UUID(int=7),
    attempt_id=UUID(int=8),
    position=3,
    extra={"finish": "complete", "note": "ü"},
)
SIZES = [0, 1, 15, 16, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_001]


def content_of(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def write(
    path: Path,
    content: bytes,
    files: FileLayer | None = None,
    make_room: Callable[[], bool] = lambda: False,
    piece: int = 10_000,
    keys: BlobKeys = KEYS,
) -> BlobInfo:
    writer = BlobWriter(path, keys, files=files or FileLayer(), make_room=make_room)
    for start in range(0, len(content), piece):
        writer.write(content[start : start + piece])
    return writer.finish(METADATA)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "result.part"


@pytest.mark.parametrize("size", SIZES)
def test_content_and_metadata_come_back(path: Path, size: int) -> None:
    content = content_of(size)
    written = write(path, content)
    with BlobReader(path, KEYS) as reader:
        assert reader.size_bytes == size
        assert reader.read_all() == content
        assert b"".join(reader.chunks()) == content
        assert reader.info == reader.verify() == written
        assert reader.info.metadata == METADATA
        assert reader.info.digest == hashlib.sha256(content).digest()
    assert path.stat().st_mode & 0o777 == 0o600


@settings(max_examples=40, deadline=None)
@given(
    pieces=st.lists(st.integers(0, 150_000), max_size=5),
    reads=st.lists(st.tuples(st.integers(0, 400_000), st.integers(0, 200_000)), max_size=8),
)
def test_any_pieces_in_any_place_out(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[int], reads: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("blob") / "result.part"
    content = content_of(sum(pieces))
    writer = BlobWriter(path, KEYS, files=FileLayer(), make_room=lambda: False)
    start = 0
    for piece in pieces:
        writer.write(memoryview(content)[start : start + piece])
        start += piece
    writer.finish(METADATA)
    with BlobReader(path, KEYS) as reader:
        for offset, size in reads:
            assert reader.read_at(offset, size) == content[offset : offset + size]


def test_equal_content_has_one_name_and_different_files(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, b"the same picture") for name in ("a", "b"))
    assert one.name == other.name
    assert (tmp_path / "a").read_bytes() != (tmp_path / "b").read_bytes()
    elsewhere = BlobKeys(KEYS.blobs, bytes(32))
    assert write(tmp_path / "c", b"the same picture", keys=elsewhere).name != one.name
    assert one.name != hashlib.sha256(b"the same picture").hexdigest()


def test_nothing_of_the_content_or_metadata_is_readable(path: Path) -> None:
    write(path, b"canary-in-the-coal-mine " * 20_000)
    sealed = path.read_bytes()
    for word in (b"canary", b"video/x", b"complete", b'"mime"', str(UUID(int=8)).encode()):
        assert word not in sealed


def accepts(path: Path) -> bool:
    try:
        with BlobReader(path, KEYS) as reader:
            reader.verify()
    except (LibraryDamagedError, LibraryTooNewError):
        return False
    return True


def refuse(path: Path, sealed: bytes | bytearray, what: str) -> None:
    path.write_bytes(sealed)
    assert not accepts(path), f"accepted after {what}"


def test_every_header_bit_is_covered(path: Path) -> None:
    write(path, content_of(100))
    whole = path.read_bytes()
    for bit in range(HEADER_BYTES * 8):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        refuse(path, changed, f"header bit {bit}")


def test_every_bit_of_the_end_is_covered(path: Path) -> None:
    write(path, content_of(100))
    whole = path.read_bytes()
    for bit in range(HEADER_BYTES * 8, len(whole) * 8):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        refuse(path, changed, f"bit {bit}")


def test_changed_bits_anywhere_are_noticed(path: Path) -> None:
    write(path, content_of(3 * CHUNK_BYTES + 500))
    whole = path.read_bytes()
    chance = random.Random(1)
    for _ in range(60):
        changed = bytearray(whole)
        place = chance.randrange(len(whole))
        changed[place] ^= 1 << chance.randrange(8)
        refuse(path, changed, f"a bit of byte {place}")


def test_cut_or_lengthened_files_are_noticed(path: Path) -> None:
    write(path, content_of(2 * CHUNK_BYTES + 500))
    whole = path.read_bytes()
    borders = [0, 1, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + SEALED_CHUNK_BYTES]
    borders += [HEADER_BYTES + 2 * SEALED_CHUNK_BYTES, len(whole) - 1, len(whole) - 4]
    for end in [*borders, *random.Random(2).sample(range(len(whole)), 30)]:
        refuse(path, whole[:end], f"a cut at {end}")
    for extra in (b"\0", whole[-4:], whole, whole[HEADER_BYTES:], bytes(SEALED_CHUNK_BYTES)):
        refuse(path, whole + extra, f"{len(extra)} more bytes")


def test_moved_chunks_are_noticed(path: Path, tmp_path: Path) -> None:
    write(path, content_of(3 * CHUNK_BYTES))
    write(tmp_path / "other", content_of(3 * CHUNK_BYTES + 1)[: 3 * CHUNK_BYTES])
    whole, other = path.read_bytes(), (tmp_path / "other").read_bytes()
    header, body = whole[:HEADER_BYTES], whole[HEADER_BYTES:]
    first, second, third = (
        body[i * SEALED_CHUNK_BYTES : (i + 1) * SEALED_CHUNK_BYTES] for i in range(3)
    )
    end = body[3 * SEALED_CHUNK_BYTES :]
    for what, parts in {
        "swapped": (header, second, first, third, end),
        "repeated": (header, first, first, second, third, end),
        "left out": (header, first, third, end),
        "last left out": (header, first, second, end),
        "no footer": (header, first, second, third),
        "chunk of another file": (
            header,
            other[HEADER_BYTES : HEADER_BYTES + SEALED_CHUNK_BYTES],
            second,
            third,
            end,
        ),
        "header of another file": (other[:HEADER_BYTES], body),
        "end of another file": (
            header,
            first,
            second,
            third,
            other[HEADER_BYTES + 3 * SEALED_CHUNK_BYTES :],
        ),
    }.items():
        refuse(path, b"".join(parts), what)


def test_a_footer_that_lies_about_the_length_is_noticed(path: Path) -> None:
    """Whoever holds the keys could write one; the reader still must not trust it."""
    sealed = SealedFile.new(KEYS.blobs, KEYS.epoch)
    chunk = sealed.seal_chunk(0, b"twelve bytes", is_last=True)
    document = {"name": "0" * 64, "length": 11, "sha256": "", "mime": "", "asset": None}
    document |= {"attempt": None, "position": 0, "extra": {}}
    refuse(path, sealed.header + chunk + sealed.seal_footer(1, document), "a wrong length")
    refuse(path, sealed.header + chunk + sealed.seal_footer(1, {"length": 12}), "missing fields")
    empty = sealed.seal_chunk(1, b"", is_last=True)
    full = sealed.seal_chunk(0, bytes(CHUNK_BYTES), is_last=False)
    document["length"] = CHUNK_BYTES
    refuse(path, sealed.header + full + empty + sealed.seal_footer(2, document), "an empty end")


def test_keys_of_another_library_or_epoch_open_nothing(path: Path) -> None:
    write(path, b"content")
    for keys in (
        BlobKeys(os.urandom(32), KEYS.content_id),
        BlobKeys(KEYS.blobs, KEYS.content_id, epoch=2),
    ):
        with pytest.raises(LibraryDamagedError):
            BlobReader(path, keys)


def test_short_writes_lose_nothing(path: Path) -> None:
    content = content_of(2 * CHUNK_BYTES + 10)
    write(path, content, FaultyFiles(largest_write=777))
    with BlobReader(path, KEYS) as reader:
        assert reader.read_all() == content


@pytest.mark.parametrize("free", [0, 10, HEADER_BYTES, 70_000, 131_200, 131_400])
def test_a_full_disk_is_said_and_leaves_nothing_that_looks_whole(path: Path, free: int) -> None:
    with pytest.raises(DiskFullError):
        write(path, content_of(2 * CHUNK_BYTES), FaultyFiles(free=free))
    with pytest.raises(LibraryDamagedError):
        BlobReader(path, KEYS)


@pytest.mark.parametrize("free", [0, 10, HEADER_BYTES, 70_000, 131_200])
def test_space_given_back_in_time_lands_the_result(path: Path, free: int) -> None:
    files = FaultyFiles(free=free)

    def make_room() -> bool:
        files.free = None
        return True

    content = content_of(2 * CHUNK_BYTES)
    write(path, content, files, make_room)
    with BlobReader(path, KEYS) as reader:
        assert reader.read_all() == content


@pytest.mark.parametrize("fault", ["create", "write_at", "sync"])
def test_a_broken_disk_is_said(path: Path, fault: str) -> None:
    with pytest.raises(StorageError):
        write(path, content_of(100_000), FaultyFiles(broken=frozenset({fault})))


def test_a_failed_sync_is_never_tried_again(path: Path) -> None:
    files = FaultyFiles(broken=frozenset({"sync"}))
    with pytest.raises(StorageError):
        write(path, b"content", files)
    assert files.calls.count("sync") == 1


def test_a_broken_disk_while_reading_is_said(path: Path) -> None:
    write(path, content_of(100_000))
    files = FaultyFiles()
    with BlobReader(path, KEYS, files=files) as reader:
        files.broken = frozenset({"read_at"})
        with pytest.raises(StorageError):
            reader.read_at(0, 10)


def test_a_link_is_neither_written_nor_read_through(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    write(target, b"content")
    path.symlink_to(target)
    with pytest.raises(MediadeskError):
        BlobReader(path, KEYS)
    with pytest.raises(StorageError):
        write(path, b"other")
    with BlobReader(target, KEYS) as reader:
        assert reader.read_all() == b"content"
