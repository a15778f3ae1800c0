"""Assets of a query as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.ui.item_models.windowed import WindowedListModel
from mediadesk.ui.widgets.media_cell import CellRole
from mediadesk.ui.words import TYPE_LABELS, asset_facts, clock, first_line, moment, plain_snippet

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.service_set import ServiceSet


class AssetItemModel(WindowedListModel[Asset]):
    """Rows are assets; roles are those of ``media_cell``."""

    def __init__(
        self, services: ServiceSet, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._thumbnails = thumbnails
        thumbnails.loaded.connect(self._on_thumbnail)

    async def load_rows(self, ids: Sequence[int]) -> list[Asset]:
        """Rows for ids, in that order."""
        return await self._services.assets.rows(ids)

    def row_data(self, row: Asset, role: int) -> Any:
        """What a role shows of an asset."""
        if role == CellRole.PICTURE:
            has_picture = row.type in (GenerationType.IMAGE, GenerationType.VIDEO)
            return self._thumbnails.pixmap(row.id) if has_picture else None
        if role == CellRole.PEAKS:
            is_sound = row.type is GenerationType.AUDIO
            return self._thumbnails.peaks(row.id) if is_sound else None
        plain = _PLAIN.get(role)
        return None if plain is None else plain(row)

    def positions_of(self, asset_ids: Sequence[UUID]) -> list[int]:
        """Where loaded assets stand."""
        wanted = set(asset_ids)
        return [position for position, row in self.loaded() if row.id in wanted]

    def _on_thumbnail(self, asset_id: UUID) -> None:
        for position in self.positions_of([asset_id]):
            self.touch(position)


def _title(asset: Asset) -> str:
    if asset.file_name:
        return asset.file_name
    if asset.text_preview:
        return first_line(plain_snippet(asset.text_preview), 40)
    if asset.width and asset.height:
        return f"{asset.width} × {asset.height}"
    return f"{TYPE_LABELS[asset.type]}, {asset.extension.upper()}"


def _spoken(asset: Asset) -> str:
    stars = f", {asset.rating} stars" if asset.rating else ""
    favourite = ", favourite" if asset.is_favourite else ""
    return f"{_title(asset)}, {asset.type.value}, {moment(asset.created_at)}{stars}{favourite}"


_PLAIN: dict[int, Callable[[Asset], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): _title,
    int(Qt.ItemDataRole.AccessibleTextRole): _spoken,
    int(Qt.ItemDataRole.ToolTipRole): lambda a: f"{asset_facts(a)}\n{moment(a.created_at)}",
    CellRole.KIND: lambda a: a.type.value,
    CellRole.STATE: lambda a: "failed" if a.is_damaged else "done",
    CellRole.REASON: lambda a: "Damaged file" if a.is_damaged else "",
    CellRole.SNIPPET: lambda a: plain_snippet(a.text_preview or ""),
    CellRole.LENGTH: lambda a: clock(a.duration_ms) if a.duration_ms else "",
    CellRole.CAPTION: _title,
    CellRole.CAPTION_RIGHT: lambda a: moment(a.created_at),
    CellRole.FAVOURITE: lambda a: a.is_favourite,
    CellRole.ASSET_IDS: lambda a: [str(a.id)],
}
