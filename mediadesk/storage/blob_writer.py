"""Write one sealed media file as a stream."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from mediadesk.domain.errors import DiskFullError
from mediadesk.storage.blobs import BlobInfo, BlobKeys, BlobMetadata, blob_name, to_document
from mediadesk.storage.crypto import CHUNK_BYTES, SealedFile
from mediadesk.storage.driver import typed_os_error
from mediadesk.system.priority import let_window_go_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mediadesk.system.files import FileLayer


class BlobWriter:
    """Seals bytes chunk by chunk into a part file while they arrive.

    *make_room* is called once when the disk is full. A chunk is sealed once: after a full disk the
    same sealed bytes are written again, never the plain bytes under the same index.
    """

    def __init__(
        self,
        path: Path,
        keys: BlobKeys,
        *,
        files: FileLayer,
        make_room: Callable[[], bool],
    ) -> None:
        self.path = path
        self._files = files
        self._make_room = make_room
        self._sealed = SealedFile.new(keys.blobs, keys.epoch)
        self._digest = hashlib.sha256()
        self._content_id = keys.content_id
        self._buffer = bytearray()
        self._next_index = 0
        self._offset = 0
        self._size = 0
        self._descriptor: int | None = self._create()
        self._write_file(self._sealed.header)

    @property
    def size_bytes(self) -> int:
        """The plain bytes taken so far."""
        return self._size

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Take more of the content.

        Raises:
            DiskFullError, StorageError: what was written so far stays in the part file.
        """
        view = memoryview(data)
        self._digest.update(view)
        self._size += len(view)
        self._buffer += view
        # The last full chunk is held back: only `finish` knows whether it is the last of all.
        while len(self._buffer) > CHUNK_BYTES:
            plain = bytes(self._buffer[:CHUNK_BYTES])
            del self._buffer[:CHUNK_BYTES]
            self._write_chunk(plain, is_last=False)

    def finish(self, metadata: BlobMetadata) -> BlobInfo:
        """Seal the rest and the metadata and return when all of it is on the disk.

        Raises:
            DiskFullError, StorageError: the part file is not whole; fetch the content again.
        """
        self._write_chunk(bytes(self._buffer), is_last=True)
        self._buffer.clear()
        digest = self._digest.digest()
        info = BlobInfo(blob_name(self._content_id, digest), self._size, digest, metadata)
        self._write_file(self._sealed.seal_footer(self._next_index, to_document(info)))
        descriptor = self._open_descriptor()
        try:
            # A failed sync may have lost what was written before it, so it is never tried again.
            self._files.sync(descriptor)
        except OSError as error:
            raise typed_os_error(error, self.path) from error
        finally:
            self.close()
        return info

    def close(self) -> None:
        """Close the part file and leave it where it is; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            self._files.close(descriptor)

    def discard(self) -> None:
        """Close and delete the part file: what was received is not wanted any more."""
        self.close()
        try:
            self._files.unlink(self.path)
        except OSError as error:
            raise typed_os_error(error, self.path) from error

    def _create(self) -> int:
        try:
            return self._files.create(self.path)
        except OSError as error:
            full = typed_os_error(error, self.path)
            if not isinstance(full, DiskFullError) or not self._make_room():
                raise full from error
        try:
            return self._files.create(self.path)
        except OSError as error:
            raise typed_os_error(error, self.path) from error

    def _write_chunk(self, plain: bytes, *, is_last: bool) -> None:
        let_window_go_on()
        sealed = self._sealed.seal_chunk(self._next_index, plain, is_last=is_last)
        self._next_index += 1
        self._write_file(sealed)

    def _write_file(self, data: bytes) -> None:
        descriptor = self._open_descriptor()
        view = memoryview(data)
        may_retry = True
        while view:
            try:
                written = self._files.write_at(descriptor, view, self._offset)
            except OSError as error:
                full = typed_os_error(error, self.path)
                if may_retry and isinstance(full, DiskFullError) and self._make_room():
                    may_retry = False
                    continue
                self.close()
                raise full from error
            self._offset += written
            view = view[written:]

    def _open_descriptor(self) -> int:
        if self._descriptor is None:
            raise ValueError("the part file is closed")
        return self._descriptor
