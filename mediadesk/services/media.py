"""MediaService: thumbnails, posters, pixels and waveforms.

Worker processes decode what came from outside; this service hands them sealed media piece by
piece, keeps small pictures in the encrypted thumbnail store, and writes what was found out about
an asset to its row. Its methods may be awaited from any loop.
"""

from __future__ import annotations

import asyncio
import os
import stat
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from mediadesk.domain.errors import InvalidInputError, LibraryDamagedError, NotFoundError
from mediadesk.domain.events import AssetsChanged
from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.domain.ids import AssetId, UserId
from mediadesk.domain.sniff import AVI, PDF, WAV, sniff
from mediadesk.services.raw_picture import (
    MediaUnreadableError,
    RawPicture,
    picture_of_reply,
    picture_of_thumbnail,
)
from mediadesk.storage import assets as asset_queries
from mediadesk.storage.thumbnail_store import Thumbnail
from mediadesk.system.priority import give_way
from mediadesk.system.worker_client import ReadAt, WorkerError, WorkerProcesses, WorkerReply

if TYPE_CHECKING:
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.blob_reader import BlobReader
    from mediadesk.storage.library import Library

THUMBNAIL_SIDE = 256
STRIP_FRAMES, STRIP_HEIGHT = 12, 72
PEAK_COUNT = 600
PICTURE_TIMEOUT_S = 20.0
PLAYER_TIMEOUT_S = 45.0
IMAGE_LIMIT_BYTES = 256 << 20

P = ParamSpec("P")
T = TypeVar("T")
Peaks = tuple[tuple[float, float], ...]


class MediaService:
    """Decodes the media of one open library."""

    def __init__(self, library: Library, user: UserId, events: EventBus) -> None:
        self._library = library
        self._user = user
        self._events = events
        picture_count = max(1, min(4, (os.cpu_count() or 2) - 1))
        self._pictures = WorkerProcesses("picture", picture_count)
        self._player = WorkerProcesses("player", 1)
        self._threads = ThreadPoolExecutor(picture_count + 1, "media", give_way)
        self._lock = threading.Lock()
        self._measuring: dict[AssetId, Future[None]] = {}
        self._undecodable: set[str] = set()

    async def thumbnail(self, asset_id: AssetId, side: int = THUMBNAIL_SIDE) -> RawPicture | None:
        """Pixels at most ``side`` wide and high; None where there is nothing to show."""
        asset = await self._asset(asset_id)
        if needs_measuring(asset) and asset.blob_name not in self._undecodable:
            await self.measure(asset)  # the program ended before it could, or a backup was restored
        return await _pictured(await self._run(self._thumbnail, asset, side))

    async def strip(self, asset_id: AssetId) -> RawPicture | None:
        """``STRIP_FRAMES`` frames of a film side by side; None where there are none.

        Made once and kept sealed.
        """
        return await _pictured(await self._run(self._strip, await self._asset(asset_id)))

    async def picture(self, asset_id: AssetId, max_side: int | None = None) -> RawPicture:
        """The pixels of a picture, or of a film's poster, scaled down to ``max_side``.

        Raises ``MediaUnreadableError``, ``NotFoundError``, ``LibraryDamagedError``.
        """
        asset = await self._asset(asset_id)
        request = {"do": "pixels", "side": max_side}
        return picture_of_reply(await self._run(_readable, self._look, asset, request))

    async def decode(self, data: bytes, max_side: int | None = None) -> RawPicture:
        """The pixels of an encoded picture that is not in the library (a preview, a paste)."""
        request = {"do": "pixels", "side": max_side}
        return picture_of_reply(await self._run(_readable, self._decode_picture, data, request))

    async def check_input(self, source: Path | bytes, name: str = "") -> None:
        """Make sure that a picture decodes before it becomes an input; ``name`` is for bytes.

        Raises ``InvalidInputError`` that names it. Other types are not looked into.
        """
        try:
            if isinstance(source, bytes):
                await self._run(self._check_picture, source)
            else:
                await self._run(self._check_picture_file, source)
        except WorkerError as error:
            raise MediaUnreadableError(
                f"{name or source!s} cannot be used: {error}", "Choose another file."
            ) from None

    async def measured(self, asset: Asset) -> Asset:
        """An asset about to become an input, with the pages counted that its price rests on."""
        if asset.mime != PDF.mime or asset.pages or asset.blob_name in self._undecodable:
            return asset
        await self.measure(asset)
        return await self._asset(asset.id)

    async def pages_of(self, path: Path) -> int | None:
        """The pages of a PDF that is not in the library; None where they cannot be counted."""
        try:
            return await self._run(self._count_pages, path)
        except (WorkerError, OSError):
            return None

    async def upright(self, data: bytes) -> bytes:
        """A picture encoded again with its orientation applied. Raises ``MediaUnreadableError``."""
        reply = await self._run(_readable, self._decode_picture, data, {"do": "upright"})
        return reply.body

    async def peaks(self, asset_id: AssetId) -> Peaks:
        """Lowest and highest sample (−1 to 1) of up to 600 stretches; empty without sound."""
        stored = await self._library.database.read_raw(
            lambda connection: asset_queries.peaks_of(connection, self._user, asset_id)
        )
        if stored is not None:
            return unpack_peaks(stored)
        asset = await self._asset(asset_id)
        if asset.type is GenerationType.AUDIO:
            await self.measure(asset)
        stored = await self._library.database.read_raw(
            lambda connection: asset_queries.peaks_of(connection, self._user, asset_id)
        )
        return unpack_peaks(stored or b"")

    async def after_store(self, asset: Asset) -> None:
        """Measure a new asset; the engine calls this once the asset is safe."""
        await self.measure(asset)

    async def measure(self, asset: Asset) -> None:
        """Find out size, duration and waveform of an asset and keep a thumbnail of it.

        Waits for a measurement that is under way. What cannot be decoded stays as it is: whole,
        and without these facts.
        """
        with self._lock:
            future = self._measuring.get(asset.id)
            if future is None:
                future = self._threads.submit(self._measure, asset)
                self._measuring[asset.id] = future
                future.add_done_callback(lambda _: self._measuring.pop(asset.id, None))
        # Shielded: one caller that gives up must not stop the others.
        await asyncio.shield(asyncio.wrap_future(future))

    def close(self) -> None:
        """End the worker processes; calls in flight end as if the file were unreadable."""
        self._pictures.close()
        self._player.close()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Awaitable[T]:
        return asyncio.wrap_future(self._threads.submit(function, *args, **kwargs))

    async def _asset(self, asset_id: AssetId) -> Asset:
        return await self._library.database.read_raw(
            lambda connection: asset_queries.get_asset(connection, self._user, asset_id)
        )

    # What follows runs in the service's threads.

    def _measure(self, asset: Asset) -> None:
        facts = self._facts(asset)
        if not facts:
            return
        # Imported here: it brings SQLAlchemy, which reading commands do without.
        from mediadesk.storage.asset_changes import set_facts

        self._library.database.write_sync(
            lambda connection: set_facts(connection, self._user, asset.id, **facts)
        )
        self._events.publish(AssetsChanged((asset.id,)))

    def _thumbnail(self, asset: Asset, side: int) -> Thumbnail | None:
        kind = f"jpeg-{side}"
        found = self._library.thumbnails.get(asset.blob_name, kind)
        if found is not None or asset.blob_name in self._undecodable:
            return found
        if asset.type not in (GenerationType.IMAGE, GenerationType.VIDEO):
            return None
        try:
            reply = self._look(asset, {"do": "thumbnail", "side": side})
        except (WorkerError, LibraryDamagedError, NotFoundError):
            self._undecodable.add(asset.blob_name)
            return None
        made = Thumbnail(int(reply.facts["width"]), int(reply.facts["height"]), reply.body)
        self._library.thumbnails.put(asset.blob_name, kind, made)
        return made

    def _strip(self, asset: Asset) -> Thumbnail | None:
        kind = f"strip-{STRIP_FRAMES}"
        found = self._library.thumbnails.get(asset.blob_name, kind)
        if found is not None:
            return found
        if asset.type is not GenerationType.VIDEO or asset.blob_name in self._undecodable:
            return None
        request = {"do": "strip", "frames": STRIP_FRAMES, "height": STRIP_HEIGHT}
        try:
            reply = self._look(asset, request)
        except (WorkerError, LibraryDamagedError, NotFoundError):
            return None
        made = Thumbnail(int(reply.facts["width"]), int(reply.facts["height"]), reply.body)
        self._library.thumbnails.put(asset.blob_name, kind, made)
        return made

    def _facts(self, asset: Asset) -> dict[str, Any]:
        """Columns of the asset's row; empty where the file cannot be decoded."""
        try:
            if asset.type is GenerationType.AUDIO:
                return self._sound_facts(asset)
            if asset.type in (GenerationType.IMAGE, GenerationType.VIDEO):
                return self._picture_facts(asset)
            if asset.mime == PDF.mime:
                return self._paper_facts(asset)
        except (WorkerError, LibraryDamagedError, NotFoundError):
            self._undecodable.add(asset.blob_name)
        return {}

    def _picture_facts(self, asset: Asset) -> dict[str, Any]:
        reply = self._look(asset, {"do": "thumbnail", "side": THUMBNAIL_SIDE})
        width, height = int(reply.facts["width"]), int(reply.facts["height"])
        made = Thumbnail(width, height, reply.body)
        self._library.thumbnails.put(asset.blob_name, f"jpeg-{THUMBNAIL_SIDE}", made)
        facts: dict[str, Any] = {"width": width, "height": height}
        if duration_ms := reply.facts.get("duration_ms"):
            facts["duration_ms"] = int(duration_ms)
        return facts

    def _sound_facts(self, asset: Asset) -> dict[str, Any]:
        request = {"do": "sound", "peaks": PEAK_COUNT, "extension": asset.extension}
        with self._library.media.open(asset.blob_name) as reader:
            reply = self._either(request, reader, picture_first=asset.mime == WAV.mime)
        peaks = pack_peaks(reply.facts["peaks"])
        return {"duration_ms": int(reply.facts["duration_ms"]), "peaks": peaks}

    def _paper_facts(self, asset: Asset) -> dict[str, Any]:
        with self._library.media.open(asset.blob_name) as reader:
            return {"pages": self._pages(reader.read_at, reader.size_bytes)}

    def _count_pages(self, path: Path) -> int:
        with path.open("rb") as file:

            def read_at(offset: int, size: int) -> bytes:
                file.seek(offset)
                return file.read(size)

            return self._pages(read_at, os.fstat(file.fileno()).st_size)

    def _pages(self, read_at: ReadAt, size: int) -> int:
        request = {"do": "pages", "size": size}
        reply = self._pictures.call(request, source=read_at, timeout_s=PICTURE_TIMEOUT_S)
        return int(reply.facts["pages"])

    def _check_picture_file(self, path: Path) -> None:
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise InvalidInputError(f"{path} is not a file.", "Choose another file.")
            with path.open("rb") as file:
                data = file.read(IMAGE_LIMIT_BYTES + 1)
        except OSError as error:
            raise InvalidInputError(
                f"{path} cannot be read ({error.strerror}).", "Choose another file."
            ) from None
        self._check_picture(data)

    def _check_picture(self, data: bytes) -> None:
        found = sniff(data)
        if found is not None and found.type is GenerationType.IMAGE:
            self._decode_picture(data, {"do": "thumbnail", "side": 16})

    def _look(self, asset: Asset, request: dict[str, Any]) -> WorkerReply:
        """One request about what an asset looks like."""
        with self._library.media.open(asset.blob_name) as reader:
            if asset.type is GenerationType.IMAGE and reader.size_bytes <= IMAGE_LIMIT_BYTES:
                return self._decode_picture(reader.read_all(), request)
            if asset.type is GenerationType.VIDEO:
                film = request | {"film": True, "extension": asset.extension}
                return self._either(film, reader, picture_first=asset.mime == AVI.mime)
        raise WorkerError("unsupported", "There is no picture to show.")

    def _decode_picture(self, data: bytes, request: dict[str, Any]) -> WorkerReply:
        return self._pictures.call(request, data, timeout_s=PICTURE_TIMEOUT_S)

    def _either(
        self, request: dict[str, Any], reader: BlobReader, *, picture_first: bool
    ) -> WorkerReply:
        """The quick decoder where it knows the format, else the player."""
        request = request | {"size": reader.size_bytes}
        if picture_first:
            try:
                return self._pictures.call(
                    request, source=reader.read_at, timeout_s=PICTURE_TIMEOUT_S
                )
            except WorkerError as error:
                if error.kind != "unsupported":
                    raise
        return self._player.call(request, source=reader.read_at, timeout_s=PLAYER_TIMEOUT_S)


def needs_measuring(asset: Asset) -> bool:
    """Whether facts are missing that such an asset should have."""
    if asset.type in (GenerationType.IMAGE, GenerationType.VIDEO):
        return asset.width is None
    if asset.mime == PDF.mime:
        return asset.pages is None
    return asset.type is GenerationType.AUDIO and asset.duration_ms is None


def pack_peaks(peaks: list[list[float]]) -> bytes:
    """Pairs of −1…1 as signed bytes, as the library keeps them."""
    flat = (max(-127, min(127, round(float(value) * 127))) for pair in peaks for value in pair)
    return bytes(value & 0xFF for value in flat)


def unpack_peaks(packed: bytes) -> Peaks:
    """The reverse of ``pack_peaks``."""
    values = [(byte - 256 if byte > 127 else byte) / 127 for byte in packed]
    return tuple(zip(values[0::2], values[1::2], strict=False))


def _readable(call: Callable[..., WorkerReply], *arguments: Any) -> WorkerReply:
    try:
        return call(*arguments)
    except WorkerError as error:
        raise MediaUnreadableError(
            str(error), "The file stays as it is; export it to open it elsewhere."
        ) from None


async def _pictured(found: Thumbnail | None) -> RawPicture | None:
    """Decoded in a thread of full priority: one that gives way keeps the interpreter longer."""
    return None if found is None else await asyncio.to_thread(picture_of_thumbnail, found)
