"""The sealed media files of a library: incoming parts, whole blobs, and what to do with strays.

A file becomes a blob in this order: sealed bytes in ``incoming/`` → fsync → rename to its name
under ``blobs/`` → fsync of the folder. Only then may a row refer to it. Nothing here deletes on
its own account; blobs that no row wants are moved or deleted by whoever knows the rows, inside a
write transaction. Whoever writes a row asks inside its own transaction whether the file is there.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from mediadesk.domain.errors import DiskFullError, LibraryDamagedError, NotFoundError
from mediadesk.storage.blob_reader import BlobReader
from mediadesk.storage.blob_writer import BlobWriter
from mediadesk.storage.driver import typed_os_error
from mediadesk.system.files import FileLayer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mediadesk.storage.blobs import BlobInfo, BlobKeys, BlobMetadata

_NAME = re.compile(r"[0-9a-f]{64}")
_PART = re.compile(r"([0-9a-f]{32})-(\d+)(?:\.\d+)?\.part")


@dataclass(frozen=True)
class StoredBlob:
    """A blob that is durably in its place.

    Where the library already held the same bytes, ``redundant_part`` is the new file, kept until
    `MediaStore.settle`: after a crash its metadata still tells which attempt it answered.
    """

    info: BlobInfo
    redundant_part: Path | None = None

    @property
    def name(self) -> str:
        """The blob's name."""
        return self.info.name


@dataclass(frozen=True)
class IncomingPart:
    """A file in ``incoming/``; ``info`` is None unless the file is whole."""

    path: Path
    attempt_id: UUID
    index: int
    info: BlobInfo | None


class IncomingBlob:
    """A result that is being received. End it with `finish` or `discard`."""

    def __init__(self, store: MediaStore, writer: BlobWriter) -> None:
        self._store = store
        self._writer = writer

    @property
    def size_bytes(self) -> int:
        """The bytes received so far."""
        return self._writer.size_bytes

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Take more of the content (see `BlobWriter.write`)."""
        self._writer.write(data)

    def finish(self, metadata: BlobMetadata) -> StoredBlob:
        """Seal, sync and move the file to its place; when this returns it survives a power cut."""
        info = self._writer.finish(metadata)
        return self._store._place(self._writer.path, info)

    def close(self) -> None:
        """Stop here and keep the part file, which cannot be resumed but tells what had come."""
        self._writer.close()

    def discard(self) -> None:
        """Stop here and delete the part file."""
        self._writer.discard()


class MediaStore:
    """All media of one library. Safe for threads; every call may wait for the disk."""

    def __init__(
        self,
        library_dir: Path,
        keys: BlobKeys,
        *,
        make_room: Callable[[], bool] = lambda: False,
        files: FileLayer | None = None,
    ) -> None:
        self.blobs_dir = library_dir / "blobs"
        self.incoming_dir = library_dir / "incoming"
        self.quarantine_dir = library_dir / "quarantine"
        self._keys = keys
        self._make_room = make_room
        self._files = files or FileLayer()
        self._placing = threading.Lock()

    def prepare(self) -> None:
        """Create the folders.

        Raises:
            StorageError: the system refused.
        """
        for folder in (self.blobs_dir, self.incoming_dir):
            self._make_folder(folder)

    def begin(self, attempt_id: UUID, index: int) -> IncomingBlob:
        """Start to receive result *index* of an attempt, always into a new file.

        Raises:
            DiskFullError, StorageError: nothing can be received.
        """
        stem = f"{attempt_id.hex}-{index}"
        path = self.incoming_dir / f"{stem}.part"
        again = 1
        while path.exists():
            again += 1
            path = self.incoming_dir / f"{stem}.{again}.part"
        writer = BlobWriter(path, self._keys, files=self._files, make_room=self._make_room)
        return IncomingBlob(self, writer)

    def open(self, name: str) -> BlobReader:
        """Open a blob for reading.

        Raises:
            NotFoundError: the library has no file of that name.
            LibraryDamagedError: the file is not the blob of that name.
        """
        try:
            reader = BlobReader(self.path(name), self._keys, files=self._files)
        except FileNotFoundError:
            raise NotFoundError(
                "The media file is missing from the library.", "Restore it from a backup."
            ) from None
        if reader.info.name != name:
            reader.close()
            raise LibraryDamagedError(
                "A media file lies under the name of another one.", "Restore a backup."
            )
        return reader

    def has(self, name: str) -> bool:
        """Whether a file of that name exists (not whether it is whole)."""
        return self.path(name).is_file()

    def path(self, name: str) -> Path:
        """Where the blob *name* lies."""
        if not _NAME.fullmatch(name):
            raise ValueError("not a blob name")
        return self.blobs_dir / name[:2] / name[2:4] / name

    def names(self) -> Iterator[str]:
        """The names of all blobs, in order."""
        for outer in _folders(self.blobs_dir):
            for inner in _folders(outer):
                yield from sorted(
                    path.name for path in inner.iterdir() if _NAME.fullmatch(path.name)
                )

    def orphans(self, is_known: Callable[[str], bool]) -> Iterator[BlobInfo]:
        """Whole blobs that no row knows, to be adopted; damaged ones are left out."""
        for name in self.names():
            if not is_known(name):
                try:
                    with self.open(name) as reader:
                        info = reader.info
                except (LibraryDamagedError, NotFoundError):
                    continue
                yield info

    def incoming(self) -> Iterator[IncomingPart]:
        """The files in ``incoming/``. Those of a running attempt are being written right now."""
        if not self.incoming_dir.is_dir():
            return
        for path in sorted(self.incoming_dir.iterdir()):
            if match := _PART.fullmatch(path.name):
                info = self._info_of(path)
                yield IncomingPart(path, UUID(match[1]), int(match[2]), info)

    def adopt(self, part: IncomingPart) -> StoredBlob:
        """Move a whole part to its place, after checking every byte of it.

        Raises:
            LibraryDamagedError: the part is not whole.
        """
        try:
            with BlobReader(part.path, self._keys, files=self._files) as reader:
                info = reader.verify()
        except FileNotFoundError:
            raise NotFoundError("The incoming file is gone.") from None
        return self._place(part.path, info)

    def bring_back(self, name: str, attempt_id: UUID) -> bool:
        """Make sure that a result which gets its row has its file; False where there is none.

        Whoever emptied the trash meanwhile may have deleted the file that the result was found to
        be a second copy of: then the second copy takes its place.
        """
        if self.has(name):
            return True
        for part in self.incoming():
            if part.attempt_id == attempt_id and part.info is not None and part.info.name == name:
                self.adopt(part)
                return True
        return False

    def maker(self, name: str) -> UUID | None:
        """The attempt whose file lies under *name*; None: of no attempt, missing or damaged."""
        try:
            with self.open(name) as reader:
                return reader.info.metadata.attempt_id
        except (LibraryDamagedError, NotFoundError):
            return None

    def settle(self, stored: StoredBlob) -> None:
        """Delete the second copy of *stored*, once the transaction with its row is committed."""
        if stored.redundant_part is not None:
            self.delete_part(stored.redundant_part)

    def delete_part(self, path: Path) -> None:
        """Delete a file of ``incoming/`` that is not needed any more."""
        if path.parent != self.incoming_dir:
            raise ValueError("not an incoming file")
        self._unlink(path)

    def delete(self, name: str) -> None:
        """Delete a blob to which no row refers any more; a missing one is not an error."""
        self._unlink(self.path(name))

    def _place(self, part: Path, info: BlobInfo) -> StoredBlob:
        target = self.path(info.name)
        with self._placing:
            if target.exists():
                if self._holds(target, info):
                    return StoredBlob(info, redundant_part=part)
                self._set_aside(target)
            try:
                self._move(part, target)
            except DiskFullError:
                # Even a name takes space: the move is whole or did not happen.
                if not part.exists() or not self._make_room():
                    raise
                self._move(part, target)
            return StoredBlob(info)

    def _holds(self, path: Path, info: BlobInfo) -> bool:
        """Whether the file really has these bytes: damage must not swallow a fresh good copy."""
        try:
            with BlobReader(path, self._keys, files=self._files) as reader:
                found = reader.verify()
        except (FileNotFoundError, LibraryDamagedError):
            return False
        return (found.name, found.digest) == (info.name, info.digest)

    def _info_of(self, path: Path) -> BlobInfo | None:
        try:
            with BlobReader(path, self._keys, files=self._files) as reader:
                return reader.info
        except (FileNotFoundError, LibraryDamagedError):
            return None

    def _set_aside(self, path: Path) -> Path:
        target = self.quarantine_dir / path.name
        again = 1
        while target.exists():
            again += 1
            target = self.quarantine_dir / f"{path.name}.{again}"
        self._move(path, target)
        return target

    def _move(self, source: Path, target: Path) -> None:
        """Rename durably. The name left behind in the source folder need not be: if it comes back
        after a power cut, it is found to be a second copy."""
        try:
            made = self._files.make_folder_unsynced(target.parent)
            self._files.replace(source, target)
            for folder in (target.parent, *(path.parent for path in reversed(made))):
                self._files.sync_folder(folder)
        except OSError as error:
            raise typed_os_error(error, target) from error

    def _make_folder(self, folder: Path) -> None:
        try:
            self._files.make_folder(folder)
        except OSError as error:
            raise typed_os_error(error, folder) from error

    def _unlink(self, path: Path) -> None:
        try:
            self._files.unlink(path)
        except OSError as error:
            raise typed_os_error(error, path) from error


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return sorted(path for path in parent.iterdir() if path.is_dir() and len(path.name) == 2)
