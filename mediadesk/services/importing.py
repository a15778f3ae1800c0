"""Taking a file into the library: read once, recognised by its bytes, sealed. Blocking."""

from __future__ import annotations

import itertools
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.domain.errors import InvalidInputError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import AssetId, new_uuid7
from mediadesk.domain.sniff import PDF, SNIFF_LENGTH, sniff
from mediadesk.storage.asset_changes import NewAsset
from mediadesk.storage.blobs import BlobMetadata

if TYPE_CHECKING:
    from mediadesk.storage.media_store import MediaStore

LARGEST_BYTES = 2 * 1024 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024
_LARGEST_TEXT_BYTES = 16 * 1024 * 1024
_LONGEST_NAME = 200


def seal_file(media: MediaStore, source: Path | bytes, file_name: str, origin: str) -> NewAsset:
    """Seal ``source`` and return the row that it needs.

    Raises ``InvalidInputError`` for a file that is missing, empty, too large or of no known type.
    """
    pieces = _pieces(source, file_name)
    first = next(pieces, b"")
    if not first:
        raise InvalidInputError(f"“{file_name}” is empty.", "Choose another file.")
    found = sniff(first[:SNIFF_LENGTH])
    if found is None:
        raise InvalidInputError(
            f"“{file_name}” is not a type that mediadesk knows.",
            "Use PNG, JPEG, WebP, GIF, AVIF, MP4, WebM, MP3, WAV, OGG, FLAC, PDF or plain text.",
        )
    is_text = found.type is GenerationType.TEXT and found is not PDF
    asset_id = AssetId(new_uuid7())
    incoming = media.begin(asset_id, 0)
    text = bytearray()
    try:
        for piece in itertools.chain((first,), pieces):
            incoming.write(piece)
            if is_text and len(text) < _LARGEST_TEXT_BYTES:
                text += piece
        stored = incoming.finish(BlobMetadata(mime=found.mime, asset_id=asset_id))
    except BaseException:
        incoming.discard()
        raise
    media.settle(stored)
    return NewAsset(
        asset_id=asset_id,
        type=found.type,
        origin=origin,
        mime=found.mime,
        extension=found.extension,
        blob_name=stored.info.name,
        size_bytes=stored.info.size_bytes,
        digest=stored.info.digest,
        text=text.decode("utf-8", "replace") if is_text else None,
        file_name=Path(file_name).name[:_LONGEST_NAME],
    )


def _pieces(source: Path | bytes, file_name: str) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    size = 0
    try:
        # A pipe would be waited for, and a device never ends.
        if not stat.S_ISREG(source.stat().st_mode):
            raise InvalidInputError(f"“{source}” is not a file.", "Choose another file.")
        with source.open("rb") as file:
            while piece := file.read(_PIECE_BYTES):
                size += len(piece)
                if size > LARGEST_BYTES:
                    raise InvalidInputError(f"“{file_name}” is larger than 2 GB.", "")
                yield piece
    except FileNotFoundError:
        raise InvalidInputError(f"There is no file “{source}”.", "Check the path.") from None
    except OSError as error:
        raise InvalidInputError(
            f"“{source}” cannot be read ({error.strerror}).", "Choose another file."
        ) from None
