"""The anchor: how far the event chain had come when this library was last open.

A sealed copy lies beside the database and, where there is one, another in the keyring, which a
rolled-back folder cannot take along. A library that ends before its anchor, or tells another story
at that place, is older than what was seen here: the user is asked, and the anchor is never
overwritten silently.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import threading
import time
from typing import TYPE_CHECKING, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mediadesk.domain.errors import RolledBackError
from mediadesk.storage.driver import typed_os_error
from mediadesk.storage.events import ChainHead, EventChain
from mediadesk.system.files import FileLayer, write_atomically

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

FILE_NAME = "anchor"
MIN_INTERVAL_S = 60.0
_AAD = b"mediadesk/anchor/1"
_NONCE_BYTES = 12
_MAX_BYTES = 4096


class AnchorCopy(Protocol):
    """A second place for the anchor. Calls may take long; `save` tells whether it was kept."""

    def load(self) -> str | None: ...

    def save(self, text: str) -> bool: ...


class AnchorKeeper:
    """Writes and checks the anchors of one library. Safe for threads."""

    def __init__(
        self,
        library_dir: Path,
        chain_key: bytes,
        *,
        copy: AnchorCopy | None = None,
        files: FileLayer | None = None,
    ) -> None:
        self._path = library_dir / FILE_NAME
        self._copy = copy
        self._files = files or FileLayer()
        self._lock = threading.Lock()
        self._saved_at = float("-inf")
        key = HKDF(algorithm=SHA256(), length=32, salt=None, info=_AAD).derive(chain_key)
        self._cipher = AESGCM(key)

    def exists(self) -> bool:
        """Whether the copy beside the database is there."""
        return self._path.exists()

    def check(self, connection: sqlite3.Connection, chain: EventChain) -> None:
        """Compare the chain with the anchor beside the database.

        Raises:
            RolledBackError: the chain ends before it or differs, or the anchor is gone or changed.
        """
        sidecar = self._load_sidecar()
        if sidecar is None:
            if chain.head(connection).event_id:
                raise _rolled_back("its anchor file is missing or was changed")
            return
        _compare(connection, chain, sidecar)

    def check_copy(self, connection: sqlite3.Connection, chain: EventChain) -> None:
        """Compare the chain with the copy in the keyring, which may take long to answer.

        Raises:
            RolledBackError: the chain ends before it or differs.
        """
        text = self._copy.load() if self._copy else None
        if text is None:
            return
        try:
            anchor = self._open(base64.b64decode(text, validate=True))
        except binascii.Error:
            anchor = None
        # An unreadable copy proves nothing: the keyring also keeps leftovers of other versions.
        if anchor is not None:
            _compare(connection, chain, anchor)

    def save(self, head: ChainHead, *, with_copy: bool = True) -> None:
        """Move the anchor to *head*, an end of the chain that is committed; never back.

        Raises:
            StorageError: the earlier anchor is still there.
        """
        with self._lock:
            current = self._load_sidecar()
            # Equal heads are left alone: a process that only reads never waits for the keyring.
            if current is None or current.event_id < head.event_id:
                self._write(head, with_copy=with_copy)

    def save_if_due(self, head: ChainHead) -> bool:
        """`save` at most once a minute; tells whether it was done."""
        if time.monotonic() - self._saved_at < MIN_INTERVAL_S:
            return False
        self.save(head)
        return True

    def accept(self, head: ChainHead) -> None:
        """Take *head* as the new truth after the user agreed to go on with an older library."""
        with self._lock:
            self._write(head, with_copy=True)

    def _write(self, head: ChainHead, *, with_copy: bool) -> None:
        sealed = self._seal(head)
        try:
            write_atomically(self._path, sealed, self._files)
        except OSError as error:
            raise typed_os_error(error, self._path) from error
        if with_copy and self._copy:
            self._copy.save(base64.b64encode(sealed).decode())
        self._saved_at = time.monotonic()

    def _load_sidecar(self) -> ChainHead | None:
        try:
            descriptor = self._files.open(self._path)
        except OSError:
            return None
        try:
            return self._open(self._files.read_at(descriptor, _MAX_BYTES, 0))
        except OSError:
            return None
        finally:
            self._files.close(descriptor)

    def _seal(self, head: ChainHead) -> bytes:
        plain = json.dumps({"event_id": head.event_id, "mac": head.mac.hex()}).encode()
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, _AAD)

    def _open(self, sealed: bytes) -> ChainHead | None:
        try:
            plain = self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _AAD)
            document = json.loads(plain)
            return ChainHead(int(document["event_id"]), bytes.fromhex(document["mac"]))
        except (InvalidTag, ValueError, KeyError, TypeError):
            return None


def _compare(connection: sqlite3.Connection, chain: EventChain, anchor: ChainHead) -> None:
    mac = chain.mac_at(connection, anchor.event_id)
    if mac is None:
        raise _rolled_back("it ends before the last change seen here")
    if not hmac.compare_digest(mac, anchor.mac):
        raise _rolled_back("its history differs from the one seen here")


def _rolled_back(reason: str) -> RolledBackError:
    return RolledBackError(
        f"This library is not the one that was last open on this computer: {reason}.",
        "If you restored a backup, confirm to go on with it; otherwise look for the newer copy.",
    )
