"""The sealed format of one media file: header, chunks, footer.

::

    header   magic 8 | version u16 | reserved u16 = 0 | key epoch u32 | chunk size u32 | salt 32
    chunk    AES-256-GCM of 64 KiB (the last one may be shorter), for each i = 0 … n-1
    footer   AES-256-GCM of the metadata (JSON), sealed as index n
    tail     length of the sealed footer, u32

Numbers are big-endian. The file key is HKDF-SHA256(blob key, file salt). A nonce is the 8-byte
index followed by a 4-byte flag: 0 for a chunk, 1 for the last chunk, 2 for the footer; this is the
STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption, 2015)
with one key per file, so no nonce repeats. The header is associated data of every chunk, header
and tail of the footer. An empty file has one empty last chunk.
"""

from __future__ import annotations

import json
import secrets
import struct
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mediadesk.domain.errors import LibraryDamagedError, LibraryTooNewError

MAGIC = b"MDSKBLOB"
VERSION = 1
CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
SALT_BYTES = 32
MAX_METADATA_BYTES = 32 * 1024

_HEADER = struct.Struct(">8sHHII32s")
_NONCE = struct.Struct(">QI")
TAIL = struct.Struct(">I")
HEADER_BYTES = _HEADER.size
FLAG_CHUNK, FLAG_LAST_CHUNK, FLAG_FOOTER = 0, 1, 2


def damaged(what: str) -> LibraryDamagedError:
    """The error for a media file that is not what was written."""
    return LibraryDamagedError(
        f"A media file is damaged: {what}.", "Run “mediadesk library verify”, or restore a backup."
    )


class SealedFile:
    """Seals and opens the parts of one file: its header and the key that its salt gives."""

    def __init__(self, blob_key: bytes, header: bytes) -> None:
        self.header = header
        salt = header[-SALT_BYTES:]
        key = HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"mediadesk/file/1")
        self._cipher = AESGCM(key.derive(blob_key))

    @classmethod
    def new(cls, blob_key: bytes, epoch: int) -> SealedFile:
        """A fresh file with a random salt."""
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(blob_key, _HEADER.pack(MAGIC, VERSION, 0, epoch, CHUNK_BYTES, salt))

    @classmethod
    def from_header(cls, blob_key: bytes, epoch: int, header: bytes) -> SealedFile:
        """The file with this header.

        Raises:
            LibraryDamagedError: not a header of ours, or of another key epoch.
            LibraryTooNewError: a later format.
        """
        if len(header) != HEADER_BYTES:
            raise damaged("it is too short")
        magic, version, reserved, found_epoch, chunk_bytes, _ = _HEADER.unpack(header)
        if magic != MAGIC:
            raise damaged("it does not begin like one")
        if version > VERSION:
            raise LibraryTooNewError(
                "A media file has a newer format.", "Install the newest mediadesk."
            )
        if (version, reserved, found_epoch, chunk_bytes) != (VERSION, 0, epoch, CHUNK_BYTES):
            raise damaged("its header is not valid")
        return cls(blob_key, header)

    def seal_chunk(self, index: int, plain: bytes, *, is_last: bool) -> bytes:
        """Seal chunk *index*; the caller never seals one index twice."""
        nonce = _NONCE.pack(index, FLAG_LAST_CHUNK if is_last else FLAG_CHUNK)
        return self._cipher.encrypt(nonce, plain, self.header)

    def open_chunk(self, index: int, sealed: bytes, *, is_last: bool) -> bytes:
        """Open chunk *index*.

        Raises:
            LibraryDamagedError: it was changed, moved, or is not the last where it should be.
        """
        nonce = _NONCE.pack(index, FLAG_LAST_CHUNK if is_last else FLAG_CHUNK)
        try:
            return self._cipher.decrypt(nonce, sealed, self.header)
        except InvalidTag:
            raise damaged("its content was changed") from None

    def seal_footer(self, chunk_count: int, metadata: dict[str, Any]) -> bytes:
        """Sealed metadata with its tail, ready to be appended after the last chunk."""
        plain = json.dumps(metadata, separators=(",", ":"), ensure_ascii=False).encode()
        if len(plain) > MAX_METADATA_BYTES:
            raise ValueError("blob metadata is too large")
        tail = TAIL.pack(len(plain) + TAG_BYTES)
        nonce = _NONCE.pack(chunk_count, FLAG_FOOTER)
        return self._cipher.encrypt(nonce, plain, self.header + tail) + tail

    def open_footer(self, chunk_count: int, sealed: bytes) -> dict[str, Any]:
        """The metadata; also proves that there are *chunk_count* chunks before the footer."""
        tail = TAIL.pack(len(sealed))
        nonce = _NONCE.pack(chunk_count, FLAG_FOOTER)
        try:
            plain = self._cipher.decrypt(nonce, sealed, self.header + tail)
            document = json.loads(plain)
        except (InvalidTag, ValueError):
            raise damaged("its closing record was changed or cut off") from None
        if not isinstance(document, dict):
            raise damaged("its closing record is not readable")
        return document


@dataclass(frozen=True)
class Layout:
    """Where the parts of a sealed file of a given length lie."""

    chunk_count: int
    chunks_end: int
    footer_bytes: int
    plain_bytes: int

    @classmethod
    def of(cls, file_bytes: int, footer_bytes: int) -> Layout:
        """Work out the parts.

        Raises:
            LibraryDamagedError: no sealed file has these lengths.
        """
        if not TAG_BYTES <= footer_bytes <= MAX_METADATA_BYTES + TAG_BYTES:
            raise damaged("its closing record is missing")
        chunks_end = file_bytes - TAIL.size - footer_bytes
        body = chunks_end - HEADER_BYTES
        count = -(-body // SEALED_CHUNK_BYTES)
        last = body - (count - 1) * SEALED_CHUNK_BYTES
        if count < 1 or last < TAG_BYTES or (last == TAG_BYTES and count > 1):
            raise damaged("it was cut off")
        return cls(count, chunks_end, footer_bytes, body - count * TAG_BYTES)

    def chunk_at(self, index: int) -> tuple[int, int]:
        """Offset and length of sealed chunk *index* in the file."""
        offset = HEADER_BYTES + index * SEALED_CHUNK_BYTES
        return offset, min(SEALED_CHUNK_BYTES, self.chunks_end - offset)
