"""What the library lists: a place, a query, an order; and the views saved of it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.events import (
    AssetsChanged,
    GenerationFinished,
    LibraryChangedElsewhere,
    SavedViewsChanged,
)
from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.domain.ids import AssetId, SavedViewId
from mediadesk.domain.queries import (
    AssetOrder,
    AssetQuery,
    Facets,
    LibraryItem,
    SavedView,
    TrashContents,
)
from mediadesk.ui.item_deeds import ItemDeeds
from mediadesk.ui.item_models.asset_item_model import AssetItemModel
from mediadesk.ui.panes.library.filters import FILTERS, Sources, Suggestion, narrowing
from mediadesk.ui.perf import mark, mark_once
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from mediadesk.domain.projects import Project
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.workspace import Workspace

REFRESH_MS = 200
LOOK_SIDE = 2048
ROWS_AT_ONCE = 500
SEARCH = "search"
PLACES = ("", "all", "search", "favourites", "trash")


class LibraryViewModel(ViewModel):
    """``listed`` carries how many there are; ``place_changed`` the place.

    ``looked`` carries what an item looks like: pixels, a text, or peaks.
    ``suggested``: where nothing is found, what each filter less would find.
    ``query_changed`` follows every change of filters, order, and of what there is to filter by.
    """

    listed = Signal(int)
    place_changed = Signal(str)
    query_changed = Signal()
    suggested = Signal(object)
    looked = Signal(object)

    def __init__(
        self, workspace: Workspace, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self.model = AssetItemModel(self._services, thumbnails, self)
        self.model.tasks.failed.connect(self.failed)
        self.deeds = ItemDeeds(workspace, self)
        self.deeds.failed.connect(self.failed)
        self.query = AssetQuery()
        self.total = 0
        """How many items the place has without any filter."""
        self.times: array[int] = array("q")
        """When the listed items were made, in milliseconds, where they are listed by that."""
        self._facets = Facets()
        self._place = ""
        self.views: tuple[SavedView, ...] = ()
        self._looked_at: AssetId | None = None
        self._is_listing = False
        self._is_stale = False
        self._is_shown = False
        self._again = Throttle(REFRESH_MS, self)
        self._again.fired.connect(self.refresh)
        events = self._services.events
        for kind in (AssetsChanged, GenerationFinished, LibraryChangedElsewhere, SavedViewsChanged):
            self.subscribe(events, kind, lambda _event: self._again.trigger())
        workspace.project_changed.connect(self._on_project)

    @property
    def place(self) -> str:
        """Which assets: "" those of the project, all, search, favourites, trash."""
        return self._place

    @property
    def is_filtered(self) -> bool:
        """Whether words or a filter narrow the list."""
        return bool(self.query.text) or narrowing(self.query) > 0

    def projects(self) -> tuple[Project, ...]:
        """Projects that assets can be moved to."""
        return self._workspace.projects

    def sources(self) -> Sources:
        """What there is to filter by."""
        models = self._services.models
        labels = {provider.name: provider.label for provider in models.providers()}
        return Sources(
            self._facets,
            (*self._workspace.projects, *self._workspace.archived),
            lambda name: labels.get(name, name),  # type: ignore[call-overload]
        )

    def show_place(self, place: str) -> None:
        """List another place."""
        self._is_shown = True
        if place != self._place:
            self._place = place if place in PLACES else ""
            self.place_changed.emit(self._place)
            self.query_changed.emit()
        self.refresh()

    def show_view(self, view: SavedView) -> None:
        """Show what a saved view finds in the whole library now."""
        self._workspace.page_wanted.emit("all")
        self.query = view.query
        self.query_changed.emit()
        self.refresh()

    def delete_view(self, view: SavedView) -> None:
        """Forget a saved view; what it shows stays."""
        self.start(self._delete_view(view))

    def search(self, text: str) -> None:
        """List what has all these words."""
        if text.strip() != self.query.text:
            mark("search-start")
            self.change(text=text.strip())

    def change(self, **parts: Any) -> None:
        """Change parts of the query and list anew."""
        query = replace(self.query, **parts)
        if query != self.query:
            self.query = query
            self.query_changed.emit()
            self.refresh()

    def drop(self, name: str) -> None:
        """End one filter by its name, or the search."""
        self.change(**_without(name))

    def clear_filters(self) -> None:
        """List everything of the place; the order stays."""
        order, rises = self.query.order, self.query.is_ascending
        self.query = AssetQuery(order=order, is_ascending=rises)
        self.query_changed.emit()
        self.refresh()

    def sort(self, order: AssetOrder, is_ascending: bool = False) -> None:
        """List in another order."""
        self.change(order=order, is_ascending=is_ascending)

    def save_view(self, name: str) -> None:
        """Keep the filters as a view with a name."""
        self.start(self._save_view(name))

    def refresh(self) -> None:
        """List again; asking again while that runs lists once more."""
        if self._is_listing:
            self._is_stale = True
        elif self._is_shown:
            self.start(self._list())

    def with_rows(self, rows: Sequence[int], action: Callable[[list[LibraryItem]], None]) -> None:
        """Read the items in these rows of the list, shown or not, and do something with them."""
        ids = [self.model.ids[row] for row in rows if row < len(self.model.ids)]
        if ids:
            self.start(self._with_rows(ids, action))

    def with_trash(self, action: Callable[[TrashContents], None]) -> None:
        """Count what lies in the trash, and do something with that."""
        self.start(self._with_trash(action))

    def open(self, asset: Asset) -> None:
        """Show an asset on the Create page."""
        if asset.generation_id is None:
            self._workspace.use_as_inputs((asset.id,))
        else:
            self._workspace.show_asset(asset)

    def look(self, item: LibraryItem) -> None:
        """Read what an item looks like; ``looked`` follows."""
        self._looked_at = item.asset.id
        self.start(self._look(item.asset))

    def use_as_inputs(self, assets: Sequence[Asset]) -> None:
        """Make assets inputs of the next run."""
        self._workspace.use_as_inputs([asset.id for asset in assets])

    async def close(self) -> None:
        """Stop listing."""
        await self.model.tasks.close()
        await self.deeds.close()
        await super().close()

    # -------------------------------------------------------------------------------- inside

    def _of_place(self) -> AssetQuery:
        """What the place shows without a filter."""
        return AssetQuery(
            project_id=self._workspace.project.id if self._place == "" else None,
            favourites=self._place == "favourites",
            deleted=self._place == "trash",
        )

    def _whole_query(self) -> AssetQuery:
        base = self._of_place()
        return replace(
            self.query,
            project_id=base.project_id,
            favourites=base.favourites or self.query.favourites,
            deleted=base.deleted,
        )

    def _on_project(self, _project: object) -> None:
        if self._place == "":
            self.refresh()

    async def _delete_view(self, view: SavedView) -> None:
        browse = self._services.browse
        step = UndoStep(
            tr("delete view"),
            lambda: browse.save_view(view.name, view.query, view.id),
            lambda: browse.delete_view(view.id),
        )
        await step.redo()
        self._workspace.undo.push(step)
        self._workspace.tell(
            tr("Deleted the view {name}. Its items stay.").format(name=view.name), with_undo=True
        )

    async def _save_view(self, name: str) -> None:
        browse, query, known = self._services.browse, self._whole_query(), self.projects()
        if query.project_id is not None and query.project_id in {one.id for one in known}:
            query = replace(query, projects=query.projects | {query.project_id})
        made: SavedViewId = await browse.save_view(name, query)
        self._workspace.undo.push(
            UndoStep(
                tr("save view"),
                lambda: browse.delete_view(made),
                lambda: browse.save_view(name, query, made),
            )
        )
        self._workspace.tell(
            tr("Saved as {name}. It follows the library.").format(name=name), with_undo=True
        )

    async def _with_rows(self, ids: list[int], action: Callable[[list[LibraryItem]], None]) -> None:
        found: list[LibraryItem] = []
        for first in range(0, len(ids), ROWS_AT_ONCE):
            found += await self.model.load_rows(ids[first : first + ROWS_AT_ONCE])
        if found:
            action(found)

    async def _look(self, asset: Asset) -> None:
        found: object
        if asset.type is GenerationType.TEXT:
            found = await self._services.assets.text(asset.id)
        elif asset.type is GenerationType.AUDIO:
            found = await self._services.media.peaks(asset.id)
        else:
            found = await self._services.media.picture(asset.id, LOOK_SIDE)
        if self._looked_at == asset.id:
            self.looked.emit(found)

    async def _with_trash(self, action: Callable[[TrashContents], None]) -> None:
        action(await self._services.trash.contents())

    async def _list(self) -> None:
        self._is_listing = True
        browse, query = self._services.browse, self._whole_query()
        try:
            ids = await browse.row_ids(query)
            is_by_time = query.order is AssetOrder.CREATED
            self.times = await browse.timeline(query) if is_by_time else array("q")
            self.total = len(ids)
            if self.is_filtered:
                self.total = len(await browse.row_ids(self._of_place()))
        finally:
            self._is_listing = False
        mark_once("first-row")
        self.model.refresh(ids)
        self.listed.emit(len(ids))
        self.start(self._load_facets())
        if not ids and self.is_filtered:
            self.start(self._suggest())
        if self._is_stale:
            self._is_stale = False
            self._again.trigger()

    async def _suggest(self) -> None:
        """Count what would be found without each of the filters."""
        query, found = self.query, []
        choices = self.sources()
        words = [(SEARCH, tr("“{words}”").format(words=query.text))] if query.text else []
        words += [
            (spec.name, spec.words(query, spec.choices(choices)))
            for spec in FILTERS
            if spec.values(query)
        ]
        for name, text in words if len(words) > 1 else ():
            less = replace(self._whole_query(), **_without(name))
            count = len(await self._services.browse.row_ids(less))
            if count:
                found.append(Suggestion(name, text, count))
        if query == self.query:
            self.suggested.emit(tuple(found))

    async def _load_facets(self) -> None:
        facets = await self._services.browse.facets()
        views = tuple(await self._services.browse.saved_views())
        if (facets, views) != (self._facets, self.views):
            self._facets, self.views = facets, views
            self.query_changed.emit()


def _without(name: str) -> dict[str, Any]:
    """The part of the query that ends one filter, or the search."""
    if name == SEARCH:
        return {"text": ""}
    return next(spec for spec in FILTERS if spec.name == name).part([])
