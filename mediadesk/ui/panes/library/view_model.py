"""What the library lists: place, words, kinds; and what can be done with the selection."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.events import AssetsChanged, GenerationFinished, LibraryChangedElsewhere
from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.domain.ids import AssetId, ProjectId
from mediadesk.domain.queries import AssetQuery
from mediadesk.ui.item_models.asset_item_model import AssetItemModel
from mediadesk.ui.perf import mark, mark_once
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from mediadesk.domain.projects import Project
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.workspace import Workspace

REFRESH_MS = 200
ROWS_AT_ONCE = 500
PLACES = ("", "all", "search", "favourites", "trash")


class LibraryViewModel(ViewModel):
    """``listed`` carries how many there are; ``place_changed`` the place."""

    listed = Signal(int)
    place_changed = Signal(str)

    def __init__(
        self, workspace: Workspace, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self.model = AssetItemModel(self._services, thumbnails, self)
        self.model.tasks.failed.connect(self.failed)
        self._place = ""
        self._text = ""
        self._type: GenerationType | None = None
        self._is_listing = False
        self._is_stale = False
        self._is_shown = False
        self._again = Throttle(REFRESH_MS, self)
        self._again.fired.connect(self.refresh)
        events = self._services.events
        self.subscribe(events, AssetsChanged, self._on_assets)
        self.subscribe(events, GenerationFinished, lambda _e: self._again.trigger())
        self.subscribe(events, LibraryChangedElsewhere, lambda _e: self._again.trigger())
        workspace.project_changed.connect(self._on_project)

    @property
    def place(self) -> str:
        """Which assets: "" those of the project, all, search, favourites, trash."""
        return self._place

    @property
    def is_filtered(self) -> bool:
        """Whether words or a kind narrow the list."""
        return bool(self._text) or self._type is not None

    def projects(self) -> tuple[Project, ...]:
        """Projects that assets can be moved to."""
        return self._workspace.projects

    def show_place(self, place: str) -> None:
        """List another place."""
        self._is_shown = True
        if place != self._place:
            self._place = place if place in PLACES else ""
            self.place_changed.emit(self._place)
        self.refresh()

    def search(self, text: str) -> None:
        """List what has all these words."""
        if text.strip() != self._text:
            self._text = text.strip()
            mark("search-start")
            self.refresh()

    def set_type(self, kind: GenerationType | None) -> None:
        """List one kind only; None lists all."""
        if kind is not self._type:
            self._type = kind
            self.refresh()

    def refresh(self) -> None:
        """List again; asking again while that runs lists once more."""
        if self._is_listing:
            self._is_stale = True
        elif self._is_shown:
            self.start(self._list())

    def with_rows(self, rows: Sequence[int], action: Callable[[list[Asset]], None]) -> None:
        """Read the assets in these rows of the list, shown or not, and do something with them."""
        ids = [self.model.ids[row] for row in rows if row < len(self.model.ids)]
        if ids:
            self.start(self._with_rows(ids, action))

    def open(self, asset: Asset) -> None:
        """Show an asset on the Create page."""
        if asset.generation_id is None:
            self._workspace.use_as_inputs((asset.id,))
        else:
            self._workspace.show_asset(asset)

    def use_as_inputs(self, assets: Sequence[Asset]) -> None:
        """Make assets inputs of the next run."""
        self._workspace.use_as_inputs([asset.id for asset in assets])

    def set_favourite(self, assets: Sequence[Asset], on: bool) -> None:
        """Add to the favourites, or take out."""
        ids = [asset.id for asset in assets if asset.is_favourite != on]
        service = self._services.assets
        self._do(
            "favourite",
            lambda: service.set_favourite(ids, on),
            lambda: service.set_favourite(ids, not on),
        )

    def delete(self, assets: Sequence[Asset]) -> None:
        """Move assets to the trash."""
        ids = [asset.id for asset in assets]
        service = self._services.assets
        words = "Moved to Recently deleted."
        if len(ids) > 1:
            words = f"{len(ids):,} items moved to Recently deleted."
        self._do("delete", lambda: service.delete(ids), lambda: service.restore(ids), words)

    def restore(self, assets: Sequence[Asset]) -> None:
        """Take assets out of the trash."""
        ids = [asset.id for asset in assets]
        service = self._services.assets
        self._do("restore", lambda: service.restore(ids), lambda: service.delete(ids), "Restored.")

    def move(self, assets: Sequence[Asset], project_id: ProjectId) -> None:
        """Move assets to another project."""
        before: dict[ProjectId, list[AssetId]] = {}
        for asset in assets:
            before.setdefault(asset.project_id, []).append(asset.id)
        ids = [asset.id for asset in assets]
        service = self._services.assets

        async def back() -> None:
            for project, moved in before.items():
                await service.move(moved, project)

        self._do("move", lambda: service.move(ids, project_id), back, "Moved.")

    def export(self, assets: Sequence[Asset], folder: Path) -> None:
        """Write assets as files outside the library."""
        self.start(self._export([asset.id for asset in assets], folder))

    async def close(self) -> None:
        """Stop listing."""
        await self.model.tasks.close()
        await super().close()

    # -------------------------------------------------------------------------------- inside

    def _query(self) -> AssetQuery:
        in_project = self._place == ""
        return AssetQuery(
            project_id=self._workspace.project.id if in_project else None,
            types=None if self._type is None else frozenset({self._type}),
            favourites=self._place == "favourites",
            text=self._text,
            deleted=self._place == "trash",
        )

    def _on_project(self, _project: object) -> None:
        if self._place == "":
            self.refresh()

    def _on_assets(self, _event: AssetsChanged) -> None:
        self._again.trigger()

    def _do(
        self,
        label: str,
        action: Callable[[], Awaitable[object]],
        back: Callable[[], Awaitable[object]],
        words: str = "",
    ) -> None:
        self.start(self._act(UndoStep(label, back, action), words))

    async def _act(self, step: UndoStep, words: str) -> None:
        await step.redo()
        self._workspace.undo.push(step)
        if words:
            self._workspace.tell(words, with_undo=True)
        self.refresh()

    async def _with_rows(self, ids: list[int], action: Callable[[list[Asset]], None]) -> None:
        found: list[Asset] = []
        for first in range(0, len(ids), ROWS_AT_ONCE):
            found += await self.model.load_rows(ids[first : first + ROWS_AT_ONCE])
        if found:
            action(found)

    async def _export(self, ids: list[AssetId], folder: Path) -> None:
        written = await self._services.export.export(ids, folder)
        count = len(written)
        files = "1 file" if count == 1 else f"{count:,} files"
        self._workspace.tell(f"Saved {files} in {folder.name}. They are not encrypted.", "ok")

    async def _list(self) -> None:
        self._is_listing = True
        try:
            ids = await self._services.assets.row_ids(self._query())
        finally:
            self._is_listing = False
        mark_once("first-row")
        self.model.refresh(ids)
        self.listed.emit(len(ids))
        if self._is_stale:
            self._is_stale = False
            self._again.trigger()
