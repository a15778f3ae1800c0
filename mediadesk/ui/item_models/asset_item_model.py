"""Items of the library as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import format_usd
from mediadesk.domain.queries import LibraryItem
from mediadesk.ui.item_models.windowed import WindowedListModel
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.media_cell import CellRole
from mediadesk.ui.words import (
    TYPE_LABELS,
    asset_facts,
    clock,
    first_line,
    moment,
    noun,
    plain_snippet,
)

if TYPE_CHECKING:
    from mediadesk.domain.ids import ProviderName
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.service_set import ServiceSet


class AssetItemModel(WindowedListModel[LibraryItem]):
    """Rows are items; roles are those of ``media_cell``."""

    def __init__(
        self, services: ServiceSet, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._thumbnails = thumbnails
        self._labels: dict[tuple[ProviderName, str, GenerationType], str] = {}
        self._tiles: dict[ProviderName, tuple[str, str]] = {}
        self._places: dict[UUID, int] = {}
        self._placed_at = -1
        thumbnails.loaded.connect(self._on_thumbnail)

    async def load_rows(self, ids: Sequence[int]) -> list[LibraryItem]:
        """Rows for ids, in that order."""
        return await self._services.browse.items(ids)

    def row_data(self, row: LibraryItem, role: int) -> Any:
        """What a role shows of an item."""
        asset = row.asset
        if role == CellRole.PICTURE:
            has_picture = asset.type in (GenerationType.IMAGE, GenerationType.VIDEO)
            return self._thumbnails.pixmap(asset.id) if has_picture else None
        if role == CellRole.PEAKS:
            is_sound = asset.type is GenerationType.AUDIO
            return self._thumbnails.peaks(asset.id) if is_sound else None
        plain = _PLAIN.get(role)
        return None if plain is None else plain(row)

    def model_label(self, item: LibraryItem) -> str:
        """What the catalogue calls the model of an item; its id where it is gone from there."""
        if item.provider is None:
            return item.model
        key = (item.provider, item.model, item.asset.type)
        if key not in self._labels:
            try:
                self._labels[key] = self._services.models.spec(*key).label
            except MediadeskError:
                self._labels[key] = item.model
        return self._labels[key]

    def provider_tile(self, item: LibraryItem) -> tuple[str, str] | None:
        """Letters and identifier of the provider that made an item, None for what was imported."""
        if item.provider is None:
            return None
        if item.provider not in self._tiles:
            infos = {info.name: info for info in self._services.models.providers()}
            info = infos.get(item.provider)
            letters = str(item.provider)[:2].title() if info is None else info.short_label
            known = str(item.provider) if info is None else str(info.provider_id)
            self._tiles[item.provider] = (letters, known)
        return self._tiles[item.provider]

    def positions_of(self, asset_ids: Sequence[UUID]) -> list[int]:
        """Where loaded items stand."""
        if self._placed_at != self.moves:
            self._placed_at = self.moves
            self._places = {row.asset.id: position for position, row in self.loaded()}
        return sorted(self._places[id] for id in asset_ids if id in self._places)

    def _on_thumbnail(self, asset_id: UUID) -> None:
        for position in self.positions_of([asset_id]):
            self.touch(position)


def title_of(item: LibraryItem, length: int = 60) -> str:
    """What an item is called: the beginning of its prompt, the name of a file, its measures."""
    asset = item.asset
    if item.prompt.strip():
        return first_line(item.prompt, length)
    if asset.file_name:
        return asset.file_name
    if asset.text_preview:
        return first_line(plain_snippet(asset.text_preview), length)
    if asset.width and asset.height:
        return f"{asset.width} × {asset.height}"
    return f"{tr(TYPE_LABELS[asset.type])}, {asset.extension.upper()}"


def cost_of(item: LibraryItem) -> str:
    """“$0.04”, “Free”, “Not known”; empty for what was imported."""
    if item.cost_micro is None:
        return "" if item.provider is None else tr("Not known")
    return format_usd(item.cost_micro) if item.cost_micro else tr("Free")


def cost_of_all(items: Sequence[LibraryItem]) -> str:
    """“$3.69”, “$3.69 and 2 not known”; empty where none of them was made here."""
    made = [item.cost_micro for item in items if item.provider is not None]
    known = [micro for micro in made if micro is not None]
    unknown = len(made) - len(known)
    if not made:
        return ""
    if not known:
        return tr("Not known")
    words = format_usd(sum(known)) if sum(known) else tr("Free")
    if not unknown:
        return words
    return tr("{amount} and {count} not known").format(amount=words, count=unknown)


def spoken(item: LibraryItem) -> str:
    """An item in a sentence for assistive technology."""
    asset = item.asset
    stars = f", {tr('%Ln star(s)', n=asset.rating)}" if asset.rating else ""
    favourite = tr(", favourite") if asset.is_favourite else ""
    made = moment(asset.created_at)
    return f"{title_of(item)}, {noun(asset.type)}, {made}{stars}{favourite}"


def _tip(item: LibraryItem) -> str:
    made = f"{item.model}, " if item.model else ""
    return (
        f"{title_of(item, 120)}\n{made}{asset_facts(item.asset)}\n{moment(item.asset.created_at)}"
    )


_PLAIN: dict[int, Callable[[LibraryItem], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): title_of,
    int(Qt.ItemDataRole.AccessibleTextRole): spoken,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    CellRole.KIND: lambda i: i.asset.type.value,
    CellRole.STATE: lambda i: "failed" if i.asset.is_damaged else "done",
    CellRole.REASON: lambda i: tr("Damaged file") if i.asset.is_damaged else "",
    CellRole.SNIPPET: lambda i: plain_snippet(i.asset.text_preview or ""),
    CellRole.LENGTH: lambda i: clock(i.asset.duration_ms) if i.asset.duration_ms else "",
    CellRole.CAPTION: title_of,
    CellRole.FAVOURITE: lambda i: i.asset.is_favourite,
    CellRole.ASSET_IDS: lambda i: [str(i.asset.id)],
}
