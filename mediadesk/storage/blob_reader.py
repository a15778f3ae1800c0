"""Read one sealed media file at any place."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from mediadesk.storage.blobs import BlobInfo, BlobKeys, blob_name, from_document
from mediadesk.storage.crypto import CHUNK_BYTES, HEADER_BYTES, TAIL, Layout, SealedFile, damaged
from mediadesk.storage.driver import typed_os_error
from mediadesk.system.files import FileLayer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CACHED_CHUNKS = 8


class BlobReader:
    """Reads a sealed file at any place, opening only the chunks it touches. Safe for threads."""

    def __init__(self, path: Path, keys: BlobKeys, *, files: FileLayer | None = None) -> None:
        """Open the file and prove its beginning, its end and its length.

        Raises:
            FileNotFoundError: there is no such file.
            LibraryDamagedError: it is not a whole sealed file of this library.
            StorageError: the system refused to read it.
        """
        self._path = path
        self._files = files or FileLayer()
        self._content_id = keys.content_id
        self._lock = threading.Lock()
        self._cache: OrderedDict[int, bytes] = OrderedDict()
        try:
            self._descriptor: int | None = self._files.open(path)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise typed_os_error(error, path) from error
        try:
            self._read_frame(keys)
        except BaseException:
            self.close()
            raise

    def _read_frame(self, keys: BlobKeys) -> None:
        file_bytes = self._file_bytes()
        self._sealed = SealedFile.from_header(keys.blobs, keys.epoch, self._pread(HEADER_BYTES, 0))
        if file_bytes < HEADER_BYTES + TAIL.size:
            raise damaged("it was cut off")
        (footer_bytes,) = TAIL.unpack(self._pread(TAIL.size, file_bytes - TAIL.size))
        self._layout = Layout.of(file_bytes, footer_bytes)
        footer = self._pread(footer_bytes, self._layout.chunks_end)
        document = self._sealed.open_footer(self._layout.chunk_count, footer)
        self.info = from_document(document)
        """Name, length, digest and metadata as they were sealed."""
        if self.info.size_bytes != self._layout.plain_bytes:
            raise damaged("its length is not what was written")
        self._chunk(self._layout.chunk_count - 1)

    @property
    def size_bytes(self) -> int:
        """Length of the content in bytes."""
        return self._layout.plain_bytes

    def read_at(self, offset: int, size: int) -> bytes:
        """All bytes from *offset* on, up to *size* of them; fewer only at the end.

        Raises:
            LibraryDamagedError: a chunk in this range was changed.
        """
        if offset < 0 or size < 0:
            raise ValueError("offset and size must not be negative")
        end = min(offset + size, self.size_bytes)
        parts = []
        while offset < end:
            index, start = divmod(offset, CHUNK_BYTES)
            part = self._chunk(index)[start : start + end - offset]
            parts.append(part)
            offset += len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def read_all(self) -> bytes:
        """The whole content. For media of bounded size only."""
        return self.read_at(0, self.size_bytes)

    def chunks(self) -> Iterator[bytes]:
        """The content from the beginning, in pieces of up to 64 KiB."""
        for index in range(self._layout.chunk_count):
            if plain := self._open_chunk(index):
                yield plain

    def verify(self) -> BlobInfo:
        """Read everything and compare length, digest and name with what was sealed.

        Raises:
            LibraryDamagedError: something differs.
        """
        digest = hashlib.sha256()
        for plain in self.chunks():
            digest.update(plain)
        name = blob_name(self._content_id, digest.digest())
        if (digest.digest(), name) != (self.info.digest, self.info.name):
            raise damaged("its content does not match its digest")
        return self.info

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._lock:
            descriptor, self._descriptor = self._descriptor, None
            self._cache.clear()
        if descriptor is not None:
            self._files.close(descriptor)

    def __enter__(self) -> BlobReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _chunk(self, index: int) -> bytes:
        with self._lock:
            if (cached := self._cache.get(index)) is not None:
                self._cache.move_to_end(index)
                return cached
        plain = self._open_chunk(index)
        with self._lock:
            self._cache[index] = plain
            while len(self._cache) > _CACHED_CHUNKS:
                self._cache.popitem(last=False)
        return plain

    def _open_chunk(self, index: int) -> bytes:
        offset, length = self._layout.chunk_at(index)
        is_last = index == self._layout.chunk_count - 1
        return self._sealed.open_chunk(index, self._pread(length, offset), is_last=is_last)

    def _pread(self, size: int, offset: int) -> bytes:
        parts = []
        with self._lock:
            if self._descriptor is None:
                raise ValueError("the blob is closed")
            try:
                while size:
                    part = self._files.read_at(self._descriptor, size, offset)
                    if not part:
                        raise damaged("it was cut off")
                    parts.append(part)
                    size -= len(part)
                    offset += len(part)
            except OSError as error:
                raise typed_os_error(error, self._path) from error
        return b"".join(parts)

    def _file_bytes(self) -> int:
        assert self._descriptor is not None
        try:
            return self._files.size(self._descriptor)
        except OSError as error:
            raise typed_os_error(error, self._path) from error
