"""A sealed blob as the rest of the program reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mediadesk.storage.blob_reader import BlobReader


class BlobMediaReader:
    """Implements ``MediaReader`` on a blob: only the chunks that are touched are decrypted."""

    def __init__(self, reader: BlobReader) -> None:
        self._reader = reader

    @property
    def size(self) -> int:
        """How many plain bytes there are."""
        return self._reader.size_bytes

    def read_at(self, offset: int, size: int) -> bytes:
        """Up to ``size`` bytes at ``offset``."""
        return self._reader.read_at(offset, size)

    def close(self) -> None:
        """Close the file."""
        self._reader.close()
