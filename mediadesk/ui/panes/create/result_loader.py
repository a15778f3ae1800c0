"""Loads what the stage shows of one result: pixels, text, sound or film, and its relatives."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.ui.service_set import ServiceSet

FIRST_PICTURE_SIDE = 2048
POSTER_SIDE = 1280


class ResultLoader(ViewModel):
    """Pictures come decoded; media come as readers of the sealed file. What arrives after another
    result was shown is dropped."""

    picture_ready = Signal(object)
    thumbnail_ready = Signal(object, object)
    media_ready = Signal(object, object)
    peaks_ready = Signal(object)
    strip_ready = Signal(object)
    text_ready = Signal(str)
    lineage_ready = Signal(object, object)

    def __init__(self, services: ServiceSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown_asset: Asset | None = None

    def show(self, asset: Asset | None) -> None:
        """Load a result; the same again loads only its relatives anew."""
        was_shown, self._shown_asset = self._shown_asset, asset
        if asset is None:
            return
        self.start(self._load_lineage(asset))
        if was_shown is not None and was_shown.id == asset.id:
            return
        if asset.type is GenerationType.IMAGE:
            self.start(self._load_thumbnail(asset))
            self.start(self._load_picture(asset, FIRST_PICTURE_SIDE))
        elif asset.type is GenerationType.TEXT:
            self.start(self._load_text(asset))
        else:
            self.start(self._load_media(asset))
            if asset.type is GenerationType.VIDEO:
                self.start(self._load_poster(asset))
                self.start(self._load_strip(asset))

    def load_full_picture(self) -> None:
        """Decode the shown picture in full size."""
        if self._shown_asset is not None and self._shown_asset.type is GenerationType.IMAGE:
            self.start(self._load_picture(self._shown_asset, None))

    def _is_shown(self, asset: Asset) -> bool:
        return self._shown_asset is not None and self._shown_asset.id == asset.id

    async def _load_thumbnail(self, asset: Asset) -> None:
        picture = await self._services.media.thumbnail(asset.id)
        if picture is not None and self._is_shown(asset):
            self.thumbnail_ready.emit(asset, picture)

    async def _load_picture(self, asset: Asset, max_side: int | None) -> None:
        picture = await self._services.media.picture(asset.id, max_side)
        if self._is_shown(asset):
            self.picture_ready.emit(picture)

    async def _load_poster(self, asset: Asset) -> None:
        with contextlib.suppress(MediadeskError):  # the film plays without one
            await self._load_picture(asset, POSTER_SIDE)

    async def _load_strip(self, asset: Asset) -> None:
        strip = await self._services.media.strip(asset.id)
        if strip is not None and self._is_shown(asset):
            self.strip_ready.emit(strip)

    async def _load_text(self, asset: Asset) -> None:
        text = await self._services.assets.text(asset.id)
        if self._is_shown(asset):
            self.text_ready.emit(text)

    async def _load_media(self, asset: Asset) -> None:
        reader = await self._services.assets.open(asset.id)
        if not self._is_shown(asset):
            reader.close()
            return
        self.media_ready.emit(asset, reader)
        if asset.type is GenerationType.AUDIO:
            peaks = await self._services.media.peaks(asset.id)
            if self._is_shown(asset):
                self.peaks_ready.emit(peaks)

    async def _load_lineage(self, asset: Asset) -> None:
        parents = await self._services.assets.parents_of(asset.id)
        children = await self._services.assets.children_of(asset.id)
        if self._is_shown(asset):
            self.lineage_ready.emit(tuple(parents), tuple(children))
