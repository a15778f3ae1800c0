"""The history of one project: filter, counts, the long list, and following what changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.events import (
    AssetsChanged,
    AttemptProgressed,
    GenerationChanged,
    GenerationFinished,
    LibraryChangedElsewhere,
)
from mediadesk.domain.generation import Generation, GenerationStatus
from mediadesk.domain.ids import GenerationId
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.item_models.history_item_model import HistoryItemModel
from mediadesk.ui.perf import mark, mark_once
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.workspace import Workspace

FILTERS: dict[str, frozenset[GenerationStatus]] = {
    "running": frozenset({GenerationStatus.QUEUED, GenerationStatus.RUNNING}),
    "failed": frozenset({GenerationStatus.FAILED, GenerationStatus.PARTIAL}),
}
FIRST_PAGE = 64
REFRESH_MS = 120


class HistoryViewModel(ViewModel):
    """``counts_changed`` carries the counts; ``filter_changed`` the name of the filter."""

    counts_changed = Signal(object)
    filter_changed = Signal(str)
    order_changed = Signal(bool)
    listed = Signal()

    def __init__(
        self, workspace: Workspace, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self.model = HistoryItemModel(self._services, thumbnails, self)
        self.model.tasks.failed.connect(self.failed)
        self._filter = "all"
        self._newest_first = True
        self._list_again = Throttle(REFRESH_MS, self)
        self._list_again.fired.connect(self.refresh)
        self._due: set[GenerationId] = set()
        self._read_again = Throttle(REFRESH_MS, self)
        self._read_again.fired.connect(lambda: self.start(self._reload_due()))
        self._is_listing = False
        self._is_stale = False
        workspace.project_changed.connect(self._on_project)
        self._project_id = workspace.project.id
        events = self._services.events
        self.subscribe(events, GenerationChanged, self._on_changed)
        self.subscribe(events, GenerationFinished, self._on_finished)
        self.subscribe(events, AttemptProgressed, self.model.show_progress)
        self.subscribe(events, AssetsChanged, self._on_assets)
        self.subscribe(events, LibraryChangedElsewhere, lambda _e: self._list_again.trigger())

    @property
    def filter(self) -> str:
        """The filter in force."""
        return self._filter

    @property
    def newest_first(self) -> bool:
        """The order of the list."""
        return self._newest_first

    def query(self) -> HistoryQuery:
        """What is listed."""
        return HistoryQuery(
            project_id=self._workspace.project.id,
            status=FILTERS.get(self._filter),
            favourites=self._filter == "favourites",
            to_settle=self._filter == "to_settle",
            newest_first=self._newest_first,
        )

    def set_filter(self, name: str) -> None:
        """List only some."""
        if name == self._filter:
            return
        self._filter = name
        self.filter_changed.emit(name)
        self.refresh()

    def set_newest_first(self, newest_first: bool) -> None:
        """Choose the order."""
        self._newest_first = newest_first
        self.order_changed.emit(newest_first)
        self.refresh()

    def refresh(self) -> None:
        """List again; asking again while that runs lists once more."""
        if self._is_listing:
            self._is_stale = True
            return
        self.start(self._list())

    def delete(self, generations: list[Generation]) -> None:
        """Move generations with their results to the trash."""
        if generations:
            self.start(self._delete(tuple(g.id for g in generations)))

    def cancel(self, generation_id: GenerationId) -> None:
        """Cancel what still waits or runs."""
        self.start(self._services.generations.cancel(generation_id))

    async def close(self) -> None:
        """Stop listing."""
        await self.model.tasks.close()
        await super().close()

    # -------------------------------------------------------------------------------- events

    def _on_project(self, _project: object) -> None:
        project_id = self._workspace.project.id
        if project_id != self._project_id:
            self._project_id = project_id
            self.refresh()

    def _on_changed(self, event: GenerationChanged) -> None:
        if event.is_new or self._filter != "all":
            self._list_again.trigger()
            return
        self._reload_soon([event.generation_id])

    def _on_finished(self, event: GenerationFinished) -> None:
        mark("job-done")
        self.model.forget_progress(event.generation_id)
        self._list_again.trigger()
        self._reload_soon([event.generation_id])

    def _on_assets(self, event: AssetsChanged) -> None:
        self._reload_soon(self.model.generations_of(event.asset_ids))
        self._list_again.trigger()

    def _reload_soon(self, generation_ids: Iterable[GenerationId]) -> None:
        """Read generations again, gathered: a job tells of every step it takes."""
        self._due.update(generation_ids)
        if self._due:
            self._read_again.trigger()

    # -------------------------------------------------------------------------------- work

    async def _list(self) -> None:
        self._is_listing = True
        try:
            query = self.query()
            if not self.model.ids:
                rows = await self._services.history.first_page(query, FIRST_PAGE)
                mark_once("first-row")
                self.model.show_first(rows)
            ids = await self._services.history.row_ids(query)
            self.model.show_ids(ids)
            counts = await self._services.history.counts(
                replace(query, status=None, favourites=False, to_settle=False)
            )
            self.counts_changed.emit(counts)
        finally:
            self._is_listing = False
        self.listed.emit()
        if self._is_stale:
            self._is_stale = False
            self._list_again.trigger()

    async def _reload_due(self) -> None:
        due, self._due = self._due, set()
        row_ids = self.model.row_ids_of(due)
        if not row_ids:
            return
        rows = await self._services.history.rows(row_ids)
        before = {row.row_id: row.generation.status for _, row in self.model.loaded()}
        self.model.show_rows(rows)
        if any(before.get(row.row_id) is not row.generation.status for row in rows):
            self._list_again.trigger()  # the numbers beside the filters are others now

    async def _delete(self, ids: tuple[GenerationId, ...]) -> None:
        generations = self._services.generations

        async def delete() -> None:
            for generation_id in ids:
                await generations.delete(generation_id)

        async def restore() -> None:
            for generation_id in ids:
                await generations.restore(generation_id)

        await delete()
        self._workspace.undo.push(UndoStep(tr("delete"), restore, delete))
        words = (
            tr("Moved to Recently deleted")
            if len(ids) == 1
            else tr("Deleted {count} runs.").format(count=len(ids))
        )
        self._workspace.tell(words, with_undo=True)
        self._list_again.trigger()
