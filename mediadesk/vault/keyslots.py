"""The slot file: the library's master key, wrapped once for each way of opening it.

``keyslots.json`` and its copy ``keyslots.json.bak`` hold no secret. A checksum tells a damaged
file from one that merely does not open. Every value is checked before any work is done with it,
since a hostile file could otherwise ask for gigabytes of memory.
"""

from __future__ import annotations

import binascii
import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mediadesk.domain.errors import (
    KeySlotsDamagedError,
    LibraryTooNewError,
    NotFoundError,
    ReadOnlyError,
    StorageError,
)
from mediadesk.system.files import FileLayer, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "keyslots.json"
COPY_NAME = "keyslots.json.bak"
FORMAT = 1

MAX_FILE_BYTES = 64 * 1024
MAX_SLOTS = 16
SALT_BYTES = 64
NONCE_BYTES = 12
WRAPPED_BYTES = 32 + 16
MIN_LOG2_N, MAX_LOG2_N = 15, 20
SCRYPT_R = 8
MAX_SCRYPT_P = 4


class SlotKind(StrEnum):
    """How a slot is opened."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    KEYRING_AND_PASSPHRASE = "keyring+passphrase"
    RECOVERY = "recovery"

    @property
    def uses_passphrase(self) -> bool:
        """Whether a passphrase takes part in opening the slot."""
        return self in (SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE)

    @property
    def uses_keyring(self) -> bool:
        """Whether a secret from the keyring takes part in opening the slot."""
        return self in (SlotKind.KEYRING, SlotKind.KEYRING_AND_PASSPHRASE)


@dataclass(frozen=True)
class ScryptParameters:
    """Work factors of scrypt (RFC 7914): memory is 128 * r * 2^log2_n bytes."""

    log2_n: int
    p: int = 1
    r: int = SCRYPT_R


@dataclass(frozen=True)
class Slot:
    """One wrapped copy of the master key."""

    slot_id: UUID
    kind: SlotKind
    scrypt: ScryptParameters | None
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)
    epoch: int
    made_at: str
    """UTC, ISO 8601."""
    backend: str | None = None
    """The keyring backend that held the secret when the slot was made."""

    def associated_data(self, library_id: UUID) -> bytes:
        """What is authenticated beside the wrapped key."""
        kdf = json.dumps(_kdf_document(self.scrypt), sort_keys=True, separators=(",", ":"))
        fields = (str(library_id), str(self.slot_id), self.kind.value, kdf, str(self.epoch))
        return "|".join(("mediadesk/slot/1", *fields)).encode()


@dataclass(frozen=True)
class SlotFile:
    """The checked content of a slot file."""

    library_id: UUID
    slots: tuple[Slot, ...]

    def of_kind(self, *kinds: SlotKind) -> tuple[Slot, ...]:
        """The slots of these kinds, in file order."""
        return tuple(slot for slot in self.slots if slot.kind in kinds)


@dataclass(frozen=True)
class LoadedSlots:
    """A slot file as found on disk; ``from_copy`` tells that the first file was unusable."""

    content: SlotFile
    from_copy: bool = False
    copy_differs: bool = False


def exists(library_dir: Path) -> bool:
    """Whether the folder holds a slot file or its copy."""
    return any((library_dir / name).exists() for name in (FILE_NAME, COPY_NAME))


def load(library_dir: Path, files: FileLayer | None = None) -> LoadedSlots:
    """Read the slot file, or its copy where the first is damaged. Changes nothing.

    Raises:
        NotFoundError: there is neither.
        KeySlotsDamagedError: neither can be used.
        LibraryTooNewError: a newer version wrote it.
        StorageError: the system refused to read it.
    """
    files = files or FileLayer()
    if not exists(library_dir):
        raise NotFoundError(
            f"There is no library in {library_dir}.", "Create one, or name another folder."
        )
    problems: list[KeySlotsDamagedError] = []
    found: list[SlotFile | None] = []
    for name in (FILE_NAME, COPY_NAME):
        try:
            found.append(decode(_read(library_dir / name, files)))
        except KeySlotsDamagedError as error:
            problems.append(error)
            found.append(None)
    first, copy = found
    if first is not None:
        return LoadedSlots(first, copy_differs=copy != first)
    if copy is not None:
        return LoadedSlots(copy, from_copy=True, copy_differs=True)
    raise problems[0]


def save(library_dir: Path, content: SlotFile, files: FileLayer | None = None) -> None:
    """Replace the slot file, then its copy; a crash leaves each whole.

    Raises:
        StorageError: the system refused; the file that opens the library is still there.
    """
    data = encode(content)
    try:
        for name in (FILE_NAME, COPY_NAME):
            write_atomically(library_dir / name, data, files)
    except PermissionError as error:
        raise ReadOnlyError(
            f"{library_dir} cannot be written.", "Check the folder's permissions."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The key slots could not be written ({error.strerror}).",
            "Check the disk and try again.",
        ) from error


def encode(content: SlotFile) -> bytes:
    """The file's bytes, checksum included."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "library_id": str(content.library_id),
        "slots": [_slot_document(slot) for slot in content.slots],
    }
    document["sha256"] = _checksum(document)
    return json.dumps(document, indent=2).encode() + b"\n"


def decode(data: bytes) -> SlotFile:
    """Check and read the file's bytes.

    Raises:
        KeySlotsDamagedError: not JSON, wrong checksum, or a value out of its range.
        LibraryTooNewError: whole, but of a newer format.
    """
    try:
        document = json.loads(data)
        checksum = document.pop("sha256")
        if checksum != _checksum(document):
            raise _damaged("its checksum does not match")
        if document["format"] != FORMAT:
            raise LibraryTooNewError(
                "The library was made by a newer mediadesk.", "Install the newest version."
            )
        slots = document["slots"]
        if not isinstance(slots, list) or not 1 <= len(slots) <= MAX_SLOTS:
            raise _damaged("it has no usable number of slots")
        return SlotFile(UUID(document["library_id"]), tuple(_read_slot(slot) for slot in slots))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged("it cannot be read") from None


def _read(path: Path, files: FileLayer) -> bytes:
    try:
        descriptor = files.open(path)
    except FileNotFoundError:
        raise _damaged("it is missing") from None
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read ({error.strerror}).", "Check its permissions."
        ) from error
    try:
        data = files.read_at(descriptor, MAX_FILE_BYTES + 1, 0)
    except OSError as error:
        raise StorageError(f"{path} cannot be read ({error.strerror}).") from error
    finally:
        files.close(descriptor)
    if len(data) > MAX_FILE_BYTES:
        raise _damaged("it is too large")
    return data


def _slot_document(slot: Slot) -> dict[str, Any]:
    return {
        "id": str(slot.slot_id),
        "kind": slot.kind.value,
        "kdf": _kdf_document(slot.scrypt),
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
        "epoch": slot.epoch,
        "made_at": slot.made_at,
        "backend": slot.backend,
    }


def _read_slot(document: dict[str, Any]) -> Slot:
    kind = SlotKind(document["kind"])
    backend = document["backend"]
    if not (backend is None or isinstance(backend, str)) or not isinstance(
        document["made_at"], str
    ):
        raise _damaged("a slot is not readable")
    return Slot(
        slot_id=UUID(document["id"]),
        kind=kind,
        scrypt=_read_kdf(document["kdf"], kind),
        salt=_read_bytes(document["salt"], SALT_BYTES),
        nonce=_read_bytes(document["nonce"], NONCE_BYTES),
        wrapped=_read_bytes(document["wrapped"], WRAPPED_BYTES),
        epoch=_read_int(document["epoch"], 1, 2**32 - 1),
        made_at=document["made_at"],
        backend=backend,
    )


def _kdf_document(scrypt: ScryptParameters | None) -> dict[str, Any]:
    if scrypt is None:
        return {"name": "hkdf-sha256"}
    return {"name": "scrypt", "log2_n": scrypt.log2_n, "r": scrypt.r, "p": scrypt.p}


def _read_kdf(document: dict[str, Any], kind: SlotKind) -> ScryptParameters | None:
    if not kind.uses_passphrase:
        if document != {"name": "hkdf-sha256"}:
            raise _damaged("a slot names a key derivation that its kind does not have")
        return None
    if document["name"] != "scrypt":
        raise _damaged("a slot names an unknown key derivation")
    return ScryptParameters(
        log2_n=_read_int(document["log2_n"], MIN_LOG2_N, MAX_LOG2_N),
        r=_read_int(document["r"], SCRYPT_R, SCRYPT_R),
        p=_read_int(document["p"], 1, MAX_SCRYPT_P),
    )


def _read_int(value: object, lowest: int, highest: int) -> int:
    if type(value) is not int or not lowest <= value <= highest:
        raise _damaged("a slot asks for work factors outside the allowed range")
    return value


def _read_bytes(value: str, length: int) -> bytes:
    data = binascii.unhexlify(value)
    if len(data) != length:
        raise _damaged("a slot has a value of the wrong length")
    return data


def _checksum(document: dict[str, Any]) -> str:
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _damaged(reason: str) -> KeySlotsDamagedError:
    return KeySlotsDamagedError(
        f"The key slot file {FILE_NAME} is damaged: {reason}.",
        f"Put back {FILE_NAME} from a backup of the library.",
    )
