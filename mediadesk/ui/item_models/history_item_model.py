"""Generations of a query as a list: newest state of each, with progress while they run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import Asset, Generation, GenerationStatus, GenerationType
from mediadesk.domain.ids import GenerationId, ProviderName
from mediadesk.domain.route_view import made_with
from mediadesk.ui.item_models.windowed import PAGE_ROWS, WindowedListModel
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.media_cell import CellRole
from mediadesk.ui.words import (
    clock,
    cost_words,
    failure_title,
    first_line,
    marked_cost,
    moment,
    noun,
    plain_snippet,
    status_words,
)

if TYPE_CHECKING:
    from mediadesk.domain.events import AttemptProgressed
    from mediadesk.domain.queries import HistoryRow
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.service_set import ServiceSet

ACTIVE = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)


class HistoryItemModel(WindowedListModel["HistoryRow"]):
    """Rows are generations; roles are those of ``media_cell``."""

    def __init__(
        self, services: ServiceSet, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._thumbnails = thumbnails
        self._labels: dict[tuple[ProviderName, str, GenerationType], str] = {}
        self._progress: dict[GenerationId, dict[UUID, float | None]] = {}
        self._places: dict[GenerationId, int] = {}
        self._placed_at = -1
        thumbnails.loaded.connect(self._on_thumbnail)

    def generation(self, position: int) -> Generation | None:
        """The generation at a position, if it is loaded."""
        row = self.item(position)
        return None if row is None else row.generation

    def position_of(self, generation_id: GenerationId) -> int | None:
        """Where a loaded generation stands."""
        if self._placed_at != self.moves:
            self._placed_at = self.moves
            self._places = {row.generation.id: position for position, row in self.loaded()}
        return self._places.get(generation_id)

    def generations_of(self, asset_ids: Collection[UUID]) -> list[GenerationId]:
        """Loaded generations that made any of these results."""
        wanted = set(asset_ids)
        return [
            row.generation.id
            for _, row in self.loaded()
            if any(asset.id in wanted for asset in row.generation.assets)
        ]

    def show_first(self, rows: Sequence[HistoryRow]) -> None:
        """Show the first rows at once, before all ids are known."""
        if rows:
            self.reset([row.row_id for row in rows])
            self.put_page(0, list(rows))

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show the whole list; rows that are loaded stay."""
        if list(ids) == list(self.ids):
            return
        known = {row.row_id: row for _, row in self.loaded()}
        added = len(ids) - len(self.ids)
        grew = 0 < added <= PAGE_ROWS and list(ids[added:]) == list(self.ids)
        if grew and self.ids:
            self.insert_first(ids, added)
        else:
            self.reset(ids)
        for number in range((min(len(ids), PAGE_ROWS * 2) + PAGE_ROWS - 1) // PAGE_ROWS):
            page = ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
            if all(row_id in known for row_id in page):
                self.put_page(number, [known[row_id] for row_id in page])

    def row_ids_of(self, generation_ids: Collection[GenerationId]) -> list[int]:
        """Row numbers of those that are loaded."""
        return [row.row_id for _, row in self.loaded() if row.generation.id in generation_ids]

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show newer states of loaded rows."""
        newer = {row.row_id: row for row in rows}
        for position, row in self.loaded():
            if row.row_id in newer:
                self.replace_row(position, newer[row.row_id])

    def show_progress(self, event: AttemptProgressed) -> None:
        """Show progress of an attempt in its card."""
        self._progress.setdefault(event.generation_id, {})[event.attempt_id] = event.fraction
        position = self.position_of(event.generation_id)
        if position is not None:
            self.touch(position)

    def forget_progress(self, generation_id: GenerationId) -> None:
        """A generation ended."""
        self._progress.pop(generation_id, None)

    async def load_rows(self, ids: Sequence[int]) -> list[HistoryRow]:
        """Rows for ids, in that order."""
        return await self._services.history.rows(ids)

    def row_data(self, row: HistoryRow, role: int) -> Any:
        """What a role shows of a generation."""
        generation = row.generation
        if role == CellRole.PICTURE:
            return self._picture(generation)
        if role == CellRole.PROGRESS:
            return self._fraction(generation)
        if role == CellRole.RING_TEXT:
            return self._ring_text(generation)
        if role == CellRole.PEAKS:
            sound = _shown(generation)
            is_sound = sound is not None and sound.type is GenerationType.AUDIO
            return self._thumbnails.peaks(sound.id) if sound is not None and is_sound else None
        if role == CellRole.CAPTION:
            return self._model_label(generation)
        plain = _PLAIN.get(role)
        return None if plain is None else plain(generation)

    def _model_label(self, generation: Generation) -> str:
        """The model as the catalogue calls it; its id where it is not offered any more."""
        made = made_with(generation)
        key = (made.provider, made.model, generation.type)
        if key not in self._labels:
            try:
                self._labels[key] = self._services.models.spec(*key).label
            except MediadeskError:
                self._labels[key] = made.model
        return self._labels[key]

    def _picture(self, generation: Generation) -> Any:
        asset = _shown(generation)
        if asset is None or asset.type in (GenerationType.TEXT, GenerationType.AUDIO):
            return None
        return self._thumbnails.pixmap(asset.id)

    def _fraction(self, generation: Generation) -> float | None:
        if generation.status not in ACTIVE:
            return None
        done = len(generation.assets)
        known = [share for share in self._progress.get(generation.id, {}).values() if share]
        total = max(1, generation.result_count)
        return min(1.0, (done + sum(known)) / total) if done or known else None

    def _ring_text(self, generation: Generation) -> str:
        if generation.status not in ACTIVE:
            return ""
        if generation.result_count > 1:
            return f"{len(generation.assets)}/{generation.result_count}"
        fraction = self._fraction(generation)
        return "" if fraction is None else f"{fraction:.0%}"

    def _on_thumbnail(self, asset_id: UUID) -> None:
        for position, row in self.loaded():
            if any(asset.id == asset_id for asset in row.generation.assets):
                self.touch(position)


def spoken(generation: Generation) -> str:
    """A whole sentence for assistive technology."""
    status, _, _ = status_words(generation)
    return (
        f"{first_line(generation.prompt, 80)}, {noun(generation.type)}, "
        f"{made_with(generation).model}, {status}, {marked_cost(generation)}"
    )


def _shown(generation: Generation) -> Asset | None:
    return next((asset for asset in generation.assets if not asset.is_deleted), None)


def _state(generation: Generation) -> str:
    if generation.status is GenerationStatus.PARTIAL:
        return "done"
    if generation.status is GenerationStatus.COMPLETED:
        return "done"
    return generation.status.value


def _reason(generation: Generation) -> str:
    if generation.status in (GenerationStatus.FAILED, GenerationStatus.CANCELLED):
        kind = next((a.error_kind for a in generation.attempts if a.error_kind), None)
        return failure_title(kind or generation.error_kind) if kind else ""
    waiting = next((tr_sentence(a.wait_reason) for a in generation.attempts if a.wait_reason), None)
    return waiting or ""


def _snippet(generation: Generation) -> str:
    if generation.type is not GenerationType.TEXT:
        return ""
    asset = _shown(generation)
    if asset is not None:
        return plain_snippet(asset.text_preview or "")
    if generation.status not in ACTIVE:
        return ""
    return plain_snippet(next((a.partial_text for a in generation.attempts if a.partial_text), ""))


def _badge(generation: Generation) -> str:
    if generation.type is GenerationType.TEXT and generation.output_tokens is not None:
        return tr("{output_tokens} tokens").format(output_tokens=generation.output_tokens)
    if generation.status in ACTIVE:  # its ring says how many
        return ""
    return str(generation.result_count) if generation.result_count > 1 else ""


def _length(generation: Generation) -> str:
    asset = _shown(generation)
    return clock(asset.duration_ms) if asset is not None and asset.duration_ms else ""


def _asset_ids(generation: Generation) -> list[str]:
    return [str(asset.id) for asset in generation.assets if not asset.is_deleted]


def _tooltip(generation: Generation) -> str:
    return f"{first_line(generation.prompt, 120)}\n{moment(generation.created_at)}"


_PLAIN: dict[int, Callable[[Generation], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda g: first_line(g.prompt, 60),
    int(Qt.ItemDataRole.AccessibleTextRole): spoken,
    int(Qt.ItemDataRole.ToolTipRole): _tooltip,
    CellRole.KIND: lambda g: g.type.value,
    CellRole.STATE: _state,
    CellRole.REASON: _reason,
    CellRole.SNIPPET: _snippet,
    CellRole.BADGE: _badge,
    CellRole.LENGTH: _length,
    CellRole.CAPTION_RIGHT: cost_words,
    CellRole.FAVOURITE: lambda g: any(a.is_favourite for a in g.assets if not a.is_deleted),
    CellRole.ASSET_IDS: _asset_ids,
}
