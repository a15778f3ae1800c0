"""What the stage shows: one generation, one of its results, and what is still on its way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.events import (
    AssetsChanged,
    AttemptProgressed,
    GenerationChanged,
    GenerationFinished,
    PreviewArrived,
    TextStreamed,
)
from mediadesk.domain.generation import (
    IN_FLIGHT,
    Asset,
    Attempt,
    AttemptState,
    Generation,
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.ids import AssetId, AttemptId, GenerationId
from mediadesk.ui.item_deeds import ItemDeeds
from mediadesk.ui.over_budget import Wish
from mediadesk.ui.panes.create.catalogue_words import model_of, provider_label_of
from mediadesk.ui.panes.create.result_loader import ResultLoader
from mediadesk.ui.panes.create.settling import Settling
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.export import ExportMode
    from mediadesk.ui.workspace import Workspace

PREVIEW_SIDE = 1024


class StageViewModel(ViewModel):
    """One generation at a time; ``loader`` brings what its shown result is made of."""

    generation_changed = Signal(object)
    asset_changed = Signal(object)
    text_streamed = Signal(object)
    preview_ready = Signal(object, object)
    progressed = Signal(object)
    copied = Signal(str)
    marked = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._deeds = ItemDeeds(workspace, self)
        self._deeds.failed.connect(self.failed)
        self.settling = Settling(workspace, self.start)
        self._services = workspace.services
        self.loader = ResultLoader(workspace.services, self)
        self.loader.failed.connect(self.failed)
        self._generation: Generation | None = None
        self._asset_id: AssetId | None = None
        self._wanted: GenerationId | None = None
        self._is_chosen = False
        self.progress: dict[AttemptId, AttemptProgressed] = {}
        workspace.marks.changed.connect(self.marked)
        events = self._services.events
        self.subscribe(events, GenerationChanged, self._on_generation_changed)
        self.subscribe(events, GenerationFinished, self._on_generation_finished)
        self.subscribe(events, AttemptProgressed, self._on_progressed)
        self.subscribe(events, TextStreamed, self._on_streamed)
        self.subscribe(events, PreviewArrived, self._on_preview)
        self.subscribe(events, AssetsChanged, self._on_assets_changed)

    # -------------------------------------------------------------------------------- reading

    @property
    def generation(self) -> Generation | None:
        """The generation that is shown."""
        return self._generation

    @property
    def assets(self) -> tuple[Asset, ...]:
        """Its results that are not in the trash."""
        if self._generation is None:
            return ()
        return tuple(asset for asset in self._generation.assets if not asset.is_deleted)

    @property
    def asset(self) -> Asset | None:
        """The result that is shown; None while none arrived."""
        return next((a for a in self.assets if a.id == self._asset_id), None)

    @property
    def index(self) -> int:
        """Position of the shown result, 0-based; -1 without one."""
        ids = [asset.id for asset in self.assets]
        return ids.index(self._asset_id) if self._asset_id in ids else -1

    @property
    def is_chosen(self) -> bool:
        """Whether the user picked the shown result, rather than the run as a whole."""
        return self._is_chosen and self.asset is not None

    def model(self) -> ModelSpec | None:
        """The model that made it, with the words of its settings; None where it is unknown."""
        return model_of(self._services.models, self._generation)

    def provider_label(self) -> str:
        """What the provider calls itself; "" where it is unknown."""
        return provider_label_of(self._services.models, self._generation)

    def failed_attempt(self) -> Attempt | None:
        """The first attempt that failed."""
        ends = (AttemptState.FAILED, AttemptState.EXPIRED)
        attempts = self._generation.attempts if self._generation is not None else ()
        return next((a for a in attempts if a.state in ends), None)

    def streaming_attempt(self) -> Attempt | None:
        """The text attempt that is being written now."""
        generation = self._generation
        if generation is None or generation.type is not GenerationType.TEXT:
            return None
        return next((a for a in generation.attempts if a.state in IN_FLIGHT), None)

    def text_so_far(self, attempt_id: AttemptId) -> str:
        """What a running attempt has written."""
        return self._services.generations.streamed_text(attempt_id)

    # -------------------------------------------------------------------------------- wishes

    def show(self, generation_id: GenerationId, asset_id: AssetId | None = None) -> None:
        """Show a generation, and one of its results."""
        self._wanted = generation_id
        self._is_chosen = asset_id is not None
        self.start(self._show(generation_id, asset_id))

    def clear(self) -> None:
        """Show nothing."""
        self._wanted = None
        self._generation = None
        self._asset_id = None
        self.generation_changed.emit(None)
        self._show_asset()

    def step(self, by: int) -> None:
        """Show the next or previous result."""
        assets = self.assets
        if assets:
            self.choose(assets[max(0, min(len(assets) - 1, self.index + by))].id)

    def choose(self, asset_id: AssetId) -> None:
        """Show one of the results."""
        self._is_chosen = True
        self._asset_id = asset_id
        self._show_asset()

    def toggle_favourite(self) -> None:
        """Add the shown result to the favourites, or take it out."""
        asset = self.asset
        if asset is not None:
            self._deeds.set_favourite((asset,), not asset.is_favourite)

    def rate(self, rating: int) -> None:
        """Give the shown result 0 to 5 stars."""
        asset = self.asset
        if asset is not None:
            self._deeds.rate((asset,), rating)

    def mark(self) -> None:
        """Mark the shown result for comparing, or take its mark away."""
        if self.asset is not None:
            self._workspace.mark((self.asset,))

    @property
    def is_marked(self) -> bool:
        """Whether the shown result is marked for comparing."""
        return self.asset is not None and self.asset in self._workspace.marks

    def delete(self) -> None:
        """Move the shown result to the trash; with its last result a generation goes as a whole."""
        generation, asset = self._generation, self.asset
        if asset is not None and len(self.assets) > 1:
            self._deeds.delete((asset,))
        elif generation is not None and generation.status is not GenerationStatus.RUNNING:
            self.start(self._delete_generation(generation))

    def cancel(self) -> None:
        """Cancel what still waits or runs."""
        if self._generation is not None:
            self.start(self._services.generations.cancel(self._generation.id))

    def retry(self, *, without_parameter: str | None = None) -> None:
        """Run the same request again, as a new generation."""
        if self._generation is not None:
            self.start(self._retry(self._generation.id, without_parameter))

    def reuse(self) -> None:
        """Bring the recipe back to the composer."""
        if self._generation is not None:
            self._workspace.reuse(self._generation.id)

    def use_as_input(self) -> None:
        """Make the shown result an input of the next run."""
        if self.asset is not None:
            self._workspace.use_as_inputs((self.asset.id,))

    def use_as_project_picture(self) -> None:
        """Show the result as the picture of its project."""
        asset = self.asset
        if asset is not None:
            self.start(self._services.projects.edit(asset.project_id, thumbnail_asset_id=asset.id))

    def suggested_name(self) -> str:
        """File name for saving the shown result."""
        generation, asset = self._generation, self.asset
        if generation is None or asset is None:
            return ""
        return self._services.export.suggested_name(asset, generation.prompt)

    def save(self, target: Path, mode: ExportMode) -> None:
        """Write the shown result as a file outside the library."""
        if self.asset is not None:
            self._deeds.save(self.asset, target, mode)

    def tag(self, adding: list[str], removing: list[str]) -> None:
        """Give the shown result tags, and take tags from it."""
        if self.asset is not None:
            self._deeds.tag((self.asset,), adding, removing)

    def with_known_tags(self, action: Callable[[list[str]], object]) -> None:
        """Read the tags that there are, and do something with them."""
        self.start(self._with_known_tags(action))

    async def _with_known_tags(self, action: Callable[[list[str]], object]) -> None:
        action([name for name, _ in (await self._services.browse.facets()).tags])

    def copy_prompt(self) -> None:
        """Ask for the prompt on the clipboard."""
        if self._generation is not None:
            self.copied.emit(self._generation.prompt)

    def copy_id(self) -> None:
        """Ask for the id on the clipboard, for the command line."""
        shown = self.asset or self._generation
        if shown is not None:
            self.copied.emit(str(shown.id))

    async def close(self) -> None:
        """Stop loading, too."""
        await self.loader.close()
        await self._deeds.close()
        await super().close()

    # -------------------------------------------------------------------------------- events

    def _on_generation_changed(self, event: GenerationChanged) -> None:
        if event.generation_id == self._wanted:
            self.start(self._reload())

    def _on_generation_finished(self, event: GenerationFinished) -> None:
        if event.generation_id == self._wanted:
            self.start(self._reload())

    def _on_assets_changed(self, event: AssetsChanged) -> None:
        if any(asset.id in event.asset_ids for asset in self._all_assets()):
            self.start(self._reload())

    def _on_progressed(self, event: AttemptProgressed) -> None:
        if event.generation_id == self._wanted:
            self.progress[event.attempt_id] = event
            self.progressed.emit(event)

    def _on_streamed(self, event: TextStreamed) -> None:
        if event.generation_id == self._wanted and self.asset is None:
            self.text_streamed.emit(event)

    def _on_preview(self, event: PreviewArrived) -> None:
        if event.generation_id == self._wanted:
            self.start(self._decode_preview(event))

    def _all_assets(self) -> tuple[Asset, ...]:
        return self._generation.assets if self._generation is not None else ()

    # -------------------------------------------------------------------------------- work

    async def _show(self, generation_id: GenerationId, asset_id: AssetId | None) -> None:
        generation = await self._services.generations.get(generation_id)
        if self._wanted != generation_id:
            return
        if self._generation is None or self._generation.id != generation_id:
            self.progress.clear()
        self._take(generation)
        if asset_id is not None:
            self._asset_id = asset_id
        self._keep_an_asset()
        self.generation_changed.emit(generation)
        self._show_asset()

    async def _reload(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        generation = await self._services.generations.get(wanted)
        if self._wanted != wanted or generation == self._generation:
            return
        if generation.is_deleted:
            self.clear()
            return
        before, at = self.asset, self.index
        self._take(generation)
        self._keep_an_asset()
        if self.asset is None and before is not None and self.assets:
            self._asset_id = self.assets[min(at, len(self.assets) - 1)].id
        self.generation_changed.emit(generation)
        if self.asset != before:
            self._show_asset()

    def _take(self, generation: Generation) -> None:
        if self._generation is not None and generation.id != self._generation.id:
            self._asset_id = None
        self._generation = generation

    def _keep_an_asset(self) -> None:
        if not self.is_chosen:
            self._asset_id = self.assets[0].id if self.assets else None

    def _show_asset(self) -> None:
        self.asset_changed.emit(self.asset)
        self.loader.show(self.asset)

    async def _decode_preview(self, event: PreviewArrived) -> None:
        picture = await self._services.media.decode(event.image, PREVIEW_SIDE)
        if event.generation_id == self._wanted:
            self.preview_ready.emit(event.attempt_id, picture)

    async def _delete_generation(self, generation: Generation) -> None:
        generations = self._services.generations

        async def delete() -> None:
            self.clear()
            await generations.delete(generation.id)

        async def restore() -> None:
            await generations.restore(generation.id)
            self.show(generation.id)

        await delete()
        self._workspace.undo.push(UndoStep(tr("delete"), restore, delete))
        self._workspace.tell(tr("Moved to Recently deleted"), with_undo=True)

    async def _retry(self, generation_id: GenerationId, without: str | None) -> None:
        retry = self._services.generations.retry
        wish = Wish(
            lambda once: retry(generation_id, without_parameter=without, over_cap_once=once)
        )
        self.show(await self._workspace.budgets.send(wish))
