"""What is known about one sealed media file, and its closing record."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mediadesk.domain.errors import LibraryDamagedError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class BlobKeys:
    """What sealing and naming media needs; ``epoch`` is the key epoch written into headers."""

    blobs: bytes = field(repr=False)
    content_id: bytes = field(repr=False)
    epoch: int = 1


@dataclass(frozen=True)
class BlobMetadata:
    """What is sealed with the bytes, so that a library can be rebuilt from its files alone."""

    mime: str
    asset_id: UUID | None = None
    attempt_id: UUID | None = None
    position: int = 0
    """Place of the result within its attempt, from 0."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Anything else as JSON, up to some 30 KiB."""


@dataclass(frozen=True)
class BlobInfo:
    """A whole blob: its name, what it holds, and the metadata sealed with it."""

    name: str
    size_bytes: int
    digest: bytes
    """SHA-256 of the plain bytes."""
    metadata: BlobMetadata


def blob_name(content_id_key: bytes, digest: bytes) -> str:
    """The name of content with this SHA-256: 64 hexadecimal digits.

    It finds equal content within the library and tells nothing to somebody who has the same
    picture but not the key. Keyed over the digest rather than the content, which is as good as
    the digest's collision resistance and saves a second pass over every byte.
    """
    return hmac.digest(content_id_key, digest, "sha256").hex()


def to_document(info: BlobInfo) -> dict[str, Any]:
    """The closing record of a sealed file, as JSON values."""
    metadata = info.metadata
    return {
        "v": 1,
        "name": info.name,
        "length": info.size_bytes,
        "sha256": info.digest.hex(),
        "mime": metadata.mime,
        "asset": str(metadata.asset_id) if metadata.asset_id else None,
        "attempt": str(metadata.attempt_id) if metadata.attempt_id else None,
        "position": metadata.position,
        "extra": dict(metadata.extra),
    }


def from_document(document: dict[str, Any]) -> BlobInfo:
    """Read a closing record.

    Raises:
        LibraryDamagedError: fields are missing or of the wrong kind.
    """
    try:
        metadata = BlobMetadata(
            mime=str(document["mime"]),
            asset_id=UUID(document["asset"]) if document["asset"] else None,
            attempt_id=UUID(document["attempt"]) if document["attempt"] else None,
            position=int(document["position"]),
            extra=dict(document["extra"]),
        )
        digest = bytes.fromhex(document["sha256"])
        return BlobInfo(str(document["name"]), int(document["length"]), digest, metadata)
    except (KeyError, TypeError, ValueError):
        raise LibraryDamagedError(
            "A media file is damaged: its closing record is not readable.",
            "Restore a backup of the library.",
        ) from None
