"""ExportService: results leave the library as files, as they are, marked or clean.

An export never overwrites: a name that is taken gets “-2”, “-3” and so on. The original bytes are
the default, so that provenance data of the provider survives.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.generation import Asset, Generation, GenerationType
from mediadesk.domain.ids import AssetId, GenerationId, UserId
from mediadesk.domain.sniff import JPEG
from mediadesk.services import export_names
from mediadesk.services.media_metadata import (
    CLEANERS,
    MARKERS,
    NotWellFormedError,
    jpeg_orientation,
)
from mediadesk.services.recipe_xmp import recipe_packet
from mediadesk.storage import assets as asset_queries
from mediadesk.storage import generations as generation_queries
from mediadesk.storage.driver import typed_os_error
from mediadesk.system.workers import WorkerPool

if TYPE_CHECKING:
    from mediadesk.services.media import MediaService
    from mediadesk.storage.library import Library

_MAXIMUM_NUMBER = 10_000
_CREATE_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class ExportMode(StrEnum):
    """What happens to metadata on the way out."""

    ORIGINAL = "original"
    """The bytes as the provider delivered them."""
    MARKED = "marked"
    """With XMP that tells that an AI made it, and the recipe."""
    CLEAN = "clean"
    """Without any text, EXIF or XMP."""


class ExportService:
    """Copies media of one open library into the file system. Await it from any loop."""

    def __init__(self, library: Library, user: UserId, media: MediaService) -> None:
        self._library = library
        self._user = user
        self._media = media
        self._threads = WorkerPool(1, name="export")

    async def export(
        self, ids: Sequence[UUID], to: Path, mode: ExportMode = ExportMode.ORIGINAL
    ) -> list[Path]:
        """Write the assets, or all results of the generations, named by ``ids``; returns the files.

        ``to`` is a folder (names are made up) or the file to write. A text prompt, a name or a
        folder never leads outside ``to``.

        Raises ``NotFoundError`` for an unknown id, ``UsageError`` for a folder that is not there or
        a type that cannot be marked or cleaned, ``StorageError``; files written before stay.
        """
        chosen = await self._chosen(ids)
        is_folder = await self._threads.run(_check_target, to)
        for asset, generation in chosen:
            _check_mode(asset, generation, mode)
        written: list[Path] = []
        for asset, generation in chosen:
            prompt = generation.prompt if generation is not None else ""
            path = to / self.suggested_name(asset, prompt) if is_folder else to
            written.extend(await self._export_one(asset, generation, path, mode))
        return written

    def suggested_name(self, asset: Asset, prompt: str = "") -> str:
        """A safe file name for an asset, from its prompt where it is given."""
        return export_names.suggested_name(asset, prompt)

    def close(self) -> None:
        """Wait for the file that is being written."""
        self._threads.close()

    async def _chosen(self, ids: Sequence[UUID]) -> list[tuple[Asset, Generation | None]]:
        """Assets with the generation each came from, every asset once, in the order asked for."""
        found: dict[AssetId, tuple[Asset, Generation | None]] = {}
        for item_id in ids:
            generation = await self._generation(GenerationId(item_id))
            if generation is None:
                asset = await self._asset(AssetId(item_id))
                if asset.generation_id is not None:
                    generation = await self._generation(asset.generation_id)
                found.setdefault(asset.id, (asset, generation))
                continue
            results = [asset for asset in generation.assets if not asset.is_deleted]
            if not results:
                raise NotFoundError(f"The run {item_id} has no results.", "See “mediadesk show”.")
            for asset in results:
                found.setdefault(asset.id, (asset, generation))
        return list(found.values())

    async def _asset(self, asset_id: AssetId) -> Asset:
        return await self._library.database.read_raw(
            lambda connection: asset_queries.get_asset(connection, self._user, asset_id)
        )

    async def _generation(self, generation_id: GenerationId) -> Generation | None:
        with contextlib.suppress(NotFoundError):
            return await self._library.database.read_raw(
                lambda connection: generation_queries.get_generation(
                    connection, self._user, generation_id
                )
            )
        return None

    async def _export_one(
        self, asset: Asset, generation: Generation | None, to: Path, mode: ExportMode
    ) -> list[Path]:
        if mode is ExportMode.ORIGINAL:
            return [await self._threads.run(self._write_original, asset, to)]
        data = await self._threads.run(self._read, asset)
        try:
            if mode is ExportMode.CLEAN:
                if asset.mime == JPEG.mime and jpeg_orientation(data) != 1:
                    data = await self._media.upright(data)
                clean = data if asset.type is GenerationType.TEXT else CLEANERS[asset.mime](data)
                return [await self._threads.run(_write_new, to, [clean])]
            assert generation is not None
            return await self._threads.run(
                _write_marked, asset, recipe_packet(generation), data, to
            )
        except NotWellFormedError:
            raise UsageError(
                f"The file of {asset.id} is damaged, so its metadata cannot be changed.",
                "Export it without --marked and --clean.",
            ) from None

    def _read(self, asset: Asset) -> bytes:
        with self._library.media.open(asset.blob_name) as reader:
            return reader.read_all()

    def _write_original(self, asset: Asset, to: Path) -> Path:
        with self._library.media.open(asset.blob_name) as reader:
            return _write_new(to, reader.chunks())


def _check_target(to: Path) -> bool:
    """Whether ``to`` is a folder. Raises ``UsageError`` where neither it nor its parent is one."""
    if to.is_dir():
        return True
    if not to.parent.is_dir():
        raise UsageError(f"There is no folder {to.parent}.", "Create it, or choose another.")
    return False


def _check_mode(asset: Asset, generation: Generation | None, mode: ExportMode) -> None:
    if mode is ExportMode.MARKED and generation is None:
        raise UsageError(
            f"{asset.id} was not made here, so there is no recipe to mark it with.",
            "Export it without --marked.",
        )
    can_be_cleaned = asset.type is GenerationType.TEXT or asset.mime in CLEANERS
    if mode is ExportMode.CLEAN and not can_be_cleaned:
        raise UsageError(
            f"Metadata of {asset.mime} files cannot be removed ({asset.id}).",
            "Export it without --clean.",
        )


def _write_marked(asset: Asset, packet: bytes, data: bytes, to: Path) -> list[Path]:
    """The file with its packet inside, or, for other types, with the packet in a file beside it."""
    if (mark := MARKERS.get(asset.mime)) is not None:
        return [_write_new(to, [mark(data, packet)])]
    path = _write_new(to, [data])
    return [path, _write_new(path.with_name(f"{path.name}.xmp"), [packet])]


def _write_new(path: Path, chunks: Iterable[bytes]) -> Path:
    """Write a file that did not exist, numbered where the name is taken. Never follows a link."""
    try:
        target, descriptor = _create(path)
    except OSError as error:
        raise typed_os_error(error, path.parent) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        target.unlink(missing_ok=True)  # a part of a file must not look like the whole
        if isinstance(error, OSError):
            raise typed_os_error(error, target) from error
        raise
    return target


def _create(path: Path) -> tuple[Path, int]:
    for number in range(1, _MAXIMUM_NUMBER):
        target = export_names.numbered(path, number)
        with contextlib.suppress(FileExistsError):
            return target, os.open(target, _CREATE_FLAGS, 0o666)
    raise FileExistsError(f"{path} and all numbered names are taken")
