"""The key hierarchy: one random library master key, and one derived key for each purpose."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mediadesk.domain.errors import LockedError

if TYPE_CHECKING:
    from uuid import UUID

KEY_BYTES = 32
FIRST_EPOCH = 1


def derive_key(secret: bytes | bytearray, *, salt: bytes, label: str) -> bytes:
    """HKDF-SHA256 (RFC 5869) of *secret*: 32 bytes for the purpose named by *label*."""
    hkdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=label.encode("ascii"))
    return hkdf.derive(bytes(secret))


class LibraryKeys:
    """The keys of one open library.

    Keys are derived when they are asked for. `wipe` overwrites the master key, after which every
    key raises `LockedError`. Copies that others still hold are theirs to drop: Python cannot
    overwrite them.
    """

    def __init__(self, library_id: UUID, master: bytes, *, epoch: int = FIRST_EPOCH) -> None:
        if len(master) != KEY_BYTES:
            raise ValueError("a master key has 32 bytes")
        self.library_id = library_id
        self.epoch = epoch
        self._master = bytearray(master)

    @classmethod
    def generate(cls, library_id: UUID) -> LibraryKeys:
        """Fresh random keys for a new library."""
        return cls(library_id, secrets.token_bytes(KEY_BYTES))

    def __repr__(self) -> str:
        return f"LibraryKeys({self.library_id}, epoch={self.epoch})"

    @property
    def master(self) -> bytes:
        """The master key itself, for wrapping it into a slot and for nothing else."""
        if not self._master:
            raise LockedError("The library is locked.", "Unlock it first.")
        return bytes(self._master)

    @property
    def database(self) -> bytes:
        """Raw SQLCipher key of library.db and its backups."""
        return self._derive("db")

    @property
    def thumbnails(self) -> bytes:
        """Raw SQLCipher key of thumbs.db."""
        return self._derive("thumbs")

    @property
    def blobs(self) -> bytes:
        """Parent of the file keys of all blobs of this epoch."""
        return self._derive("blob")

    @property
    def content_id(self) -> bytes:
        """Key of the HMAC that names blobs."""
        return self._derive("content-id")

    @property
    def seal(self) -> bytes:
        """Parent of the record keys that seal API keys."""
        return self._derive("seal")

    @property
    def chain(self) -> bytes:
        """Key of the event chain's MACs."""
        return self._derive("chain")

    @property
    def backup(self) -> bytes:
        """Key of backup manifests."""
        return self._derive("backup")

    def wipe(self) -> None:
        """Overwrite and drop the master key."""
        for index in range(len(self._master)):
            self._master[index] = 0
        self._master = bytearray()

    def _derive(self, purpose: str) -> bytes:
        return derive_key(
            self.master,
            salt=self.library_id.bytes,
            label=f"mediadesk/{purpose}/{self.epoch}",
        )
