"""What the Compare page knows: the request, its models with prices, the runs, the pick."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.comparisons import FEWEST_MODELS, MOST_MODELS, ModelSet
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import (
    AssetsChanged,
    ComparisonChanged,
    GenerationChanged,
    GenerationFinished,
    TextStreamed,
)
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.domain.routes import FallbackLink
from mediadesk.ui.over_budget import Wish
from mediadesk.ui.panes.compare.candidates import Candidate, candidates
from mediadesk.ui.panes.compare.cells import (
    WINNER_TAG,
    Board,
    Cell,
    Difference,
    board_of,
    board_of_results,
    differences,
)
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Asset, GenerationRequest
    from mediadesk.domain.ids import AssetId, AttemptId, ComparisonId, GenerationId
    from mediadesk.ui.workspace import Workspace

QUOTE_DELAY_MS = 150
PICTURE_SIDE = 2048


class CompareViewModel(ViewModel):
    """``refused`` says in a sentence why a set cannot be run; pictures and texts come by run."""

    request_changed = Signal()
    models_changed = Signal()
    quote_changed = Signal(object)
    sets_changed = Signal(object)
    refused = Signal(str)
    comparison_changed = Signal(object)
    picture_ready = Signal(object, object)
    text_ready = Signal(object, str)
    text_streamed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._request: GenerationRequest | None = None
        self._models: list[FallbackLink] = []
        self._id: ComparisonId | None = None
        self._results: tuple[AssetId, ...] = ()
        self._shown: Board | None = None
        self._loaded: set[object] = set()
        self._order: dict[UUID, int] = {}
        self._is_running = False
        self.hides_names = False
        self._debounce = Debouncer(QUOTE_DELAY_MS, self)
        self._debounce.fired.connect(lambda: self.start(self._quote()))
        events = self._services.events
        self.subscribe(events, GenerationChanged, lambda event: self._follow(event.generation_id))
        self.subscribe(events, GenerationFinished, lambda event: self._follow(event.generation_id))
        self.subscribe(events, AssetsChanged, lambda _event: self._refresh())
        self.subscribe(events, ComparisonChanged, lambda _event: self._refresh())
        self.subscribe(events, TextStreamed, self._on_streamed)

    # -------------------------------------------------------------------------------- reading

    @property
    def request(self) -> GenerationRequest | None:
        """What is asked of every model."""
        return self._request

    @property
    def models(self) -> tuple[FallbackLink, ...]:
        """The chosen models in their order."""
        return tuple(self._models)

    @property
    def board(self) -> Board | None:
        """The comparison that is shown."""
        return self._shown

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its cells in the order of the panes: shuffled while names are hidden."""
        if self._shown is None:
            return ()
        if not self.hides_names or self._shown.picked is not None:
            return self._shown.cells
        return tuple(sorted(self._shown.cells, key=lambda cell: self._order[cell.key]))

    def differences(self) -> tuple[Difference, ...]:
        """What is not the same in all cells."""
        return differences(self.cells, self._model_of)

    @property
    def are_names_hidden(self) -> bool:
        """Whether models, costs and times are kept back: until there is a pick."""
        return self.hides_names and self._shown is not None and self._shown.picked is None

    def candidates(self) -> list[Candidate]:
        """Every model that makes the kind; providers that can be used now come first."""
        if self._request is None:
            return []
        return candidates(self._services.models, self._request.type)

    def names(self, cell: Generation) -> tuple[str, str, str, str]:
        """Model, provider, the two letters and the provider's id."""
        catalogue = self._services.models
        info = next((one for one in catalogue.providers() if one.name == cell.provider), None)
        model = self._model_of(cell)
        label = cell.model if model is None else model.label
        if info is None:
            return label, cell.provider, cell.provider[:2], str(cell.provider_id)
        return label, info.label, info.short_label, str(info.provider_id)

    # -------------------------------------------------------------------------------- wishes

    def text_so_far(self, attempt_id: AttemptId) -> str:
        """What a running attempt has written."""
        return self._services.generations.streamed_text(attempt_id)

    def prepare(self, request: GenerationRequest) -> None:
        """Begin a comparison of ``request``; its own model is the first, others stay chosen.

        Where there are no others, the set that was saved or used last is chosen.
        """
        is_same_kind = self._request is not None and self._request.type is request.type
        self._request = request
        self._id, self._results, self._shown = None, (), None
        first = FallbackLink(request.provider, request.model, request.account_id)
        others = [link for link in self._models if link.name != first.name] if is_same_kind else []
        self._models = [first, *others][:MOST_MODELS]
        self.request_changed.emit()
        self.comparison_changed.emit(None)
        self._models_changed()
        self.start(self._offer_sets(request.type))

    def toggle(self, link: FallbackLink) -> None:
        """Take a model in, or out."""
        known = next((one for one in self._models if one.name == link.name), None)
        if known is not None:
            self._models.remove(known)
        elif len(self._models) < MOST_MODELS:
            self._models.append(link)
        else:
            self.refused.emit(
                tr("At most {most_models} models can be compared.").format(most_models=MOST_MODELS)
            )
        self._models_changed()

    def use_set(self, wanted: ModelSet) -> None:
        """Choose the models of a saved set; it is the one that is offered next time."""
        self._choose(wanted)
        self.start(self._keep_first(wanted))

    def choose_none(self) -> None:
        """Let no model take part."""
        self._models = []
        self._models_changed()

    def save_set(self, name: str) -> None:
        """Save the chosen models under a name."""
        if self._request is not None:
            self.start(self._save_set(ModelSet(name, self._request.type, self.models)))

    def forget_set(self, wanted: ModelSet) -> None:
        """Delete a saved set."""
        self.start(self._forget_set(wanted))

    def run(self) -> None:
        """Start the comparison; ``comparison_changed`` or ``refused`` follows."""
        if self._request is None or self._is_running:
            return
        if len(self._models) < FEWEST_MODELS:
            self.refused.emit(
                tr("Choose at least {fewest_models} models.").format(fewest_models=FEWEST_MODELS)
            )
            return
        self._is_running = True
        self.start(self._run(self._request))

    def show_latest(self) -> None:
        """Show the comparison made last where nothing else is shown."""
        if self._request is None and self._id is None and not self._results:
            self.start(self._show_latest())

    def show(self, comparison_id: ComparisonId) -> None:
        """Show a comparison."""
        self._begin(comparison_id, ())

    def show_results(self, asset_ids: tuple[AssetId, ...]) -> None:
        """Show results that are in the library already."""
        self._begin(None, asset_ids)

    def pick(self, cell: Cell) -> None:
        """Make a result the winner; the winner again takes the pick back. Nothing: no winner."""
        if self._shown is not None and (cell.asset is not None or self._shown.picked == cell.key):
            winner = None if self._shown.picked == cell.key else cell
            self.start(self._pick(self._shown, winner))

    def pick_at(self, index: int) -> None:
        """Make the result in the pane with this number (from 0) the winner."""
        if index < len(self.cells):
            self.pick(self.cells[index])

    def rate(self, cell: Cell | None, stars: int) -> None:
        """Give a result 0 to 5 stars."""
        if cell is not None and cell.asset is not None:
            self.start(self._rate(cell.asset, stars))

    def set_hides_names(self, on: bool) -> None:
        """Keep models, costs and times back, and shuffle, until there is a pick."""
        self.hides_names = on
        if on:
            self._shuffle()
        self.comparison_changed.emit(self._shown)

    # -------------------------------------------------------------------------------- work

    def _shuffle(self) -> None:
        places = list(range(len(self._order)))
        random.shuffle(places)
        self._order = dict(zip(self._order, places, strict=True))

    def _choose(self, wanted: ModelSet) -> None:
        self._models = list(wanted.models)
        self._models_changed()

    def _models_changed(self) -> None:
        self.models_changed.emit()
        self._debounce.trigger()

    def _begin(self, comparison_id: ComparisonId | None, results: tuple[AssetId, ...]) -> None:
        self._id, self._results = comparison_id, results
        self._loaded.clear()
        self._order.clear()
        self._refresh()

    def _model_of(self, run: Generation) -> ModelSpec | None:
        try:
            return self._services.models.spec(run.provider, run.model, run.type)
        except MediadeskError:
            return None

    def _follow(self, generation_id: GenerationId) -> None:
        if self._shows(generation_id):
            self._refresh()

    def _shows(self, generation_id: GenerationId) -> bool:
        cells = () if self._shown is None else self._shown.cells
        return any(cell.run.id == generation_id for cell in cells)

    def _refresh(self) -> None:
        if self._id is not None or self._results:
            self.start(self._reload(self._id, self._results))

    def _on_streamed(self, event: TextStreamed) -> None:
        if self._id is not None and self._shows(event.generation_id):
            self.text_streamed.emit(event)

    async def _quote(self) -> None:
        if self._request is None:
            return
        models = self.models
        quote = await self._services.comparisons.quote(self._request, models)
        if models == self.models:
            self.quote_changed.emit(quote)

    async def _run(self, request: GenerationRequest) -> None:
        try:
            start, models = self._services.comparisons.start, self.models
            wish = Wish(
                lambda once: start(request, models, over_cap_once=once), run_count=len(models)
            )
            made = await self._workspace.budgets.send(wish)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        else:
            self.show(made)
        finally:
            self._is_running = False

    async def _show_latest(self) -> None:
        found = await self._services.comparisons.latest()
        if found is not None and self._id is None and not self._results:
            self.show(found)

    async def _offer_sets(self, kind: GenerationType) -> None:
        before = self.models
        sets = await self._load_sets(kind)
        if sets and len(before) == 1 and self.models == before:
            self._choose(sets[0])

    async def _load_sets(self, kind: GenerationType) -> list[ModelSet]:
        sets = await self._services.comparisons.model_sets(kind)
        self.sets_changed.emit(sets)
        return sets

    async def _keep_first(self, wanted: ModelSet) -> None:
        await self._services.comparisons.save_models(wanted)
        await self._load_sets(wanted.type)

    async def _forget_set(self, wanted: ModelSet) -> None:
        await self._services.comparisons.forget_models(wanted.type, wanted.name)
        await self._load_sets(wanted.type)

    async def _save_set(self, wanted: ModelSet) -> None:
        try:
            await self._services.comparisons.save_models(wanted)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        await self._load_sets(wanted.type)
        self._workspace.tell(tr("Saved the models as “{name}”.").format(name=wanted.name.strip()))

    async def _reload(self, id: ComparisonId | None, results: tuple[AssetId, ...]) -> None:
        if id is not None:
            found = board_of(await self._services.comparisons.get(id))
        else:
            found = board_of_results([await self._result(asset_id) for asset_id in results])
        if (self._id, self._results) != (id, results) or found == self._shown:
            return
        self._shown = found
        if not self._order:
            self._order = {cell.key: at for at, cell in enumerate(found.cells)}
            self._shuffle()
        self.comparison_changed.emit(found)
        for cell in found.cells:
            self._load(cell)

    async def _result(self, asset_id: AssetId) -> tuple[Generation, Asset]:
        asset = await self._services.assets.get(asset_id)
        assert asset.generation_id is not None  # only results are marked
        return await self._services.generations.get(asset.generation_id), asset

    async def _pick(self, board: Board, winner: Cell | None) -> None:
        """Keep the winner, and tag it so that the library finds it."""
        if board.comparison_id is not None:
            run = None if winner is None else winner.run.id
            await self._services.comparisons.pick(board.comparison_id, run)
        assets = self._services.assets
        made = [cell.asset for cell in board.cells if cell.asset is not None]
        others = [a.id for a in made if WINNER_TAG in a.tags]
        if others:
            await assets.remove_tags(others, [WINNER_TAG])
        if winner is not None and winner.asset is not None:
            await assets.add_tags([winner.asset.id], [WINNER_TAG])

    async def _rate(self, asset: Asset, stars: int) -> None:
        assets = self._services.assets
        step = UndoStep(
            tr("rating"),
            lambda: assets.set_rating((asset.id,), asset.rating),
            lambda: assets.set_rating((asset.id,), stars),
        )
        await step.redo()
        self._workspace.undo.push(step)

    def _load(self, cell: Cell) -> None:
        if cell.asset is not None and cell.key not in self._loaded:
            self._loaded.add(cell.key)
            self.start(self._load_result(cell.key, cell.asset))

    async def _load_result(self, key: UUID, asset: Asset) -> None:
        try:
            if asset.type is GenerationType.TEXT:
                self.text_ready.emit(key, await self._services.assets.text(asset.id))
            elif asset.type in (GenerationType.IMAGE, GenerationType.VIDEO):
                picture = await self._services.media.picture(asset.id, PICTURE_SIDE)
                self.picture_ready.emit(key, picture)
        except MediadeskError as error:
            self.failed.emit(tr_sentence(error.sentence()))
