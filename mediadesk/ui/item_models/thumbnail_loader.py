"""Thumbnails as pixmaps: asked for while painting, decoded elsewhere, newest wish first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import AssetsChanged
from mediadesk.domain.ids import AssetId
from mediadesk.ui.support.image_pyramid import images_of
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.services.raw_picture import RawPicture
    from mediadesk.ui.service_set import ServiceSet

CACHE_COUNT = 400
Peaks = Sequence[tuple[float, float]]
AT_ONCE = 4
SIDE = 256


class ThumbnailLoader(ViewModel):
    """A bounded cache; ``loaded`` names the asset whose picture is there now."""

    loaded = Signal(object)

    def __init__(self, services: ServiceSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._cache: OrderedDict[UUID, QPixmap] = OrderedDict()
        self._none: set[UUID] = set()
        self._peaks: OrderedDict[UUID, Peaks | None] = OrderedDict()
        self._wishes: OrderedDict[UUID, None] = OrderedDict()
        self._running = 0
        self.subscribe(services.events, AssetsChanged, self._on_assets_changed)

    def pixmap(self, asset_id: UUID) -> QPixmap | None:
        """The thumbnail, or None while it is loaded (or where there is none)."""
        found = self._cache.get(asset_id)
        if found is not None:
            self._cache.move_to_end(asset_id)
            return found
        if asset_id not in self._none:
            self._wishes[asset_id] = None
            self._wishes.move_to_end(asset_id)
            if len(self._wishes) > CACHE_COUNT:
                self._wishes.popitem(last=False)
            self._work()
        return None

    def peaks(self, asset_id: UUID) -> Peaks | None:
        """The waveform of a sound, or None while it is loaded."""
        if asset_id not in self._peaks:
            self._peaks[asset_id] = None
            if len(self._peaks) > CACHE_COUNT:
                self._peaks.popitem(last=False)
            self.start(self._load_peaks(asset_id))
        return self._peaks[asset_id]

    async def close(self) -> None:
        """Stop loading."""
        self._wishes.clear()
        await super().close()

    def _work(self) -> None:
        while self._wishes and self._running < AT_ONCE:
            asset_id, _ = self._wishes.popitem(last=True)
            self._running += 1
            self.start(self._load(asset_id))

    async def _load_peaks(self, asset_id: UUID) -> None:
        try:
            self._peaks[asset_id] = await self._services.media.peaks(AssetId(asset_id))
        except MediadeskError:
            # Without a waveform the cell shows the icon of its kind.
            return
        self.loaded.emit(asset_id)

    async def _load(self, asset_id: UUID) -> None:
        try:
            picture = await self._services.media.thumbnail(AssetId(asset_id), SIDE)
        except MediadeskError:
            picture = None
        finally:
            self._running -= 1
        if picture is None:
            self._none.add(asset_id)
        else:
            self._keep(asset_id, picture)
        self._work()

    def _keep(self, asset_id: UUID, picture: RawPicture) -> None:
        self._cache[asset_id] = QPixmap.fromImage(images_of(picture)[0])
        if len(self._cache) > CACHE_COUNT:
            self._cache.popitem(last=False)
        self.loaded.emit(asset_id)

    def _on_assets_changed(self, event: AssetsChanged) -> None:
        self._none.difference_update(event.asset_ids)
