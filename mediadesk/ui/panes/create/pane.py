"""The Create page: composer beside stage and details, above the history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.domain.ids import AssetId, GenerationId, ProviderName
from mediadesk.services.workplace import CreateMemory
from mediadesk.ui.panes.create.composer import Composer
from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel
from mediadesk.ui.panes.create.details import DetailsPanel
from mediadesk.ui.panes.create.full_view import FullView
from mediadesk.ui.panes.create.history_strip import HistoryStrip
from mediadesk.ui.panes.create.history_view_model import HistoryViewModel
from mediadesk.ui.panes.create.model_lists import ModelLists
from mediadesk.ui.panes.create.page_actions import PageActions
from mediadesk.ui.panes.create.result_questions import ResultQuestions
from mediadesk.ui.panes.create.splitters import PartSizes, Seat, Splitter
from mediadesk.ui.panes.create.stage import Stage
from mediadesk.ui.panes.create.stage_starts import StageStarts
from mediadesk.ui.panes.create.stage_view_model import StageViewModel
from mediadesk.ui.panes.create.start_view_model import StartViewModel
from mediadesk.ui.perf import mark
from mediadesk.ui.support.ahead import Ahead
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.support.view_model import ViewModel
    from mediadesk.ui.workspace import Workspace

COMPOSER = {"narrow": 340, "normal": 368, "wide": 408}
DETAILS = {"narrow": 276, "normal": 276, "wide": 308}
COMPOSER_LIMITS = (320, 520)
DETAILS_LIMITS = (240, 420)
HISTORY = {"narrow": 184, "normal": 184, "wide": 184}
HISTORY_LIMITS = (150, 420)
HISTORY_SLIM = 44
STAGE_MINIMUM = 360
COMPOSER_SHARE = 0.48  # of the page at most, however large the text is
TYPE_KEY = "create/type"
HISTORY_VIEW_KEY = "create/history-view"


class CreatePane(QWidget):
    """``panel_changed`` (panel, shown) follows what is shown."""

    panel_changed = Signal(str, bool)

    def __init__(
        self,
        workspace: Workspace,
        thumbnails: ThumbnailLoader,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        describe(self, name="create-pane", accessible=tr("Create"))
        self._workspace = workspace
        self._settings = settings
        self.composer_model = ComposerViewModel(workspace, self)
        self._use_last_type()
        self.stage_model = StageViewModel(workspace, self)
        self.history_model = HistoryViewModel(workspace, thumbnails, self)
        self._model_lists = ModelLists(workspace, self)
        self.start_model = StartViewModel(workspace, self)
        # Parents first: a tree that moves to another parent is styled anew, widget by widget.
        self._columns = Splitter(Qt.Orientation.Horizontal, tr("Composer and stage"), self)
        self.composer = Composer(self.composer_model, thumbnails, self._columns)
        self._right = Splitter(Qt.Orientation.Vertical, tr("Stage and history"), self._columns)
        self._stage_row = Splitter(Qt.Orientation.Horizontal, tr("Stage and details"), self._right)
        self.stage = Stage(self.stage_model, thumbnails, self._stage_row)
        self._seat = Seat(self._stage_row)
        self.details = DetailsPanel(thumbnails, self)
        self.history = HistoryStrip(self.history_model, self._right)
        self.questions = ResultQuestions(self, self.stage_model)
        self.full_view = FullView(self.stage, self.stage_model, (self.composer, self.history))
        self._class = "normal"
        self._is_low, self._scale = False, 1.0
        self._is_laid_out = False
        self._sizes = PartSizes(settings)
        self._arrange()
        self._connect()
        prompt = self.composer.prompt_edit
        StageStarts(self, self.stage.canvas.start, self.start_model, self.composer_model, prompt)
        self._actions = PageActions(self, self, workspace)
        self.stage.wanted.connect(self._actions.run)
        self.composer.wanted.connect(self._actions.run)
        self.action_sets = self._actions.sets
        self.history_model.refresh()
        Ahead(self, (*self.stage.parts_ahead(), self.composer.make_picker))

    # -------------------------------------------------------------------------------- window

    def activate(self) -> None:
        """The page came to the front."""
        self._tell_panels()
        if self.stage_model.generation is None:
            self.composer.prompt_edit.setFocus()

    def fit(self, width_class: str, is_low: bool) -> None:
        """Follow the layout table."""
        now = (width_class, is_low, theme().scale)
        if self._is_laid_out and now == (self._class, self._is_low, self._scale):
            self._place_details()
            return
        self._class, self._is_low, self._scale = now
        self._is_laid_out = True
        self._apply_layout()

    def show_place(self, place: str) -> None:
        """No places inside."""

    def memory(self) -> CreateMemory:
        """What the page shows, to be shown again after a lock."""
        shown, asset = self.stage_model.generation, self.stage_model.asset
        return CreateMemory(
            self.composer_model.request(),
            self.composer_model.raw,
            None if shown is None else shown.id,
            None if asset is None else asset.id,
        )

    def remember(self, memory: CreateMemory) -> None:
        """Show what was shown."""
        self.composer_model.restore(memory.request, memory.raw)
        self.composer_model.set_ceiling(memory.request.max_cost_micro)
        if memory.generation_id is not None:
            self.stage_model.show(memory.generation_id, memory.asset_id)

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        parts = [self.composer, self.stage, self.details, self.history]
        return [part for part in parts if part.isVisible()]

    async def close_pane(self) -> None:
        """End what the page started."""
        self.stage.release()
        for model in self._view_models():
            await model.close()

    # -------------------------------------------------------------------------------- panels

    def set_panel(self, panel: str, on: bool) -> None:
        """Show or hide details or the tall history; remembered for windows of this width."""
        self._settings.setValue(self._panel_key(panel), on)
        self._apply_panel(panel, on)
        self._tell_panels()

    def toggle_panel(self, panel: str) -> None:
        """Turn a panel over."""
        self.set_panel(panel, not self.is_panel_shown(panel))

    def is_panel_shown(self, panel: str) -> bool:
        """Whether details are open, or the history is tall."""
        return not self.details.isHidden() if panel == "details" else not self.history.is_slim

    def _panel_key(self, panel: str) -> str:
        return f"create/{panel}/{self._class}"

    def _wants_panel(self, panel: str) -> bool:
        chosen = self._settings.value(self._panel_key(panel))
        if chosen is not None:
            return str(chosen).lower() == "true"
        generation = self.stage_model.generation
        kind = generation.type if generation is not None else self.composer_model.type
        if panel == "details":
            return self._class != "narrow" and kind is not GenerationType.VIDEO
        if self._is_low or self._class == "narrow":
            return False
        return self._class == "wide" or kind is GenerationType.IMAGE

    def _apply_panels(self) -> None:
        for panel in ("details", "history"):
            self._apply_panel(panel, self._wants_panel(panel))
        self._tell_panels()

    def _apply_panel(self, panel: str, on: bool) -> None:
        if panel == "details":
            has_room = not self.full_view.is_on and self.stage_model.generation is not None
            self.details.setVisible(on and has_room)
            self._seat.setVisible(on and has_room and self._class != "narrow")
            self._place_details()
            return
        self.history.set_slim(not on)
        slim = theme().px(HISTORY_SLIM)
        low, high = (theme().px(limit) for limit in HISTORY_LIMITS)
        self.history.setMinimumHeight(slim if not on else low)
        self.history.setMaximumHeight(slim if not on else high)
        height = self._right.height()
        wanted = self._size_of("history", HISTORY) if on else slim
        if self._right.sizes()[-1] != wanted:
            self._right.setSizes([max(1, height - wanted), wanted])

    def _tell_panels(self) -> None:
        for panel in ("details", "history"):
            self.panel_changed.emit(panel, self.is_panel_shown(panel))

    # -------------------------------------------------------------------------------- layout

    def _arrange(self) -> None:
        for splitter, stretches in ((self._columns, 1), (self._stage_row, 0), (self._right, 0)):
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(stretches, 1)
        for part, (splitter, _place) in self._parts().items():
            splitter.splitterMoved.connect(partial(self._keep_size, part))
            splitter.on_reset = partial(self._reset_size, part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)
        self._seat.on_moved = self._place_details
        self.details.raise_()

    def _parts(self) -> dict[str, tuple[Splitter, int]]:
        """The parts that can be given a size, each with its divider and its place there."""
        return {
            "composer": (self._columns, 0),
            "history": (self._right, 1),
            "details": (self._stage_row, 1),
        }

    def _keep_size(self, part: str, *_moved: int) -> None:
        splitter, place = self._parts()[part]
        self._sizes.keep(part, self._class, splitter.sizes()[place])

    def _reset_size(self, part: str) -> None:
        self._sizes.forget(part, self._class)
        self._apply_layout()

    def _size_of(self, part: str, usual: dict[str, int]) -> int:
        return self._sizes.of(part, self._class, theme().px(usual[self._class]))

    def _apply_layout(self) -> None:
        self.composer.setMaximumWidth(theme().px(COMPOSER_LIMITS[1]))
        self._set_minimums()
        composer = self._size_of("composer", COMPOSER)
        self._columns.setSizes([composer, max(1, self.width() - composer)])
        self._seat_details()
        self._apply_panels()

    def _set_minimums(self) -> None:
        """With large text in a small window composer and stage share what there is."""
        composer = min(theme().px(COMPOSER_LIMITS[0]), round(self.width() * COMPOSER_SHARE))
        self.composer.setMinimumWidth(composer)
        rest = max(1, self.width() - composer - self._columns.handleWidth())
        self.stage.setMinimumWidth(min(theme().px(STAGE_MINIMUM), rest))

    def _seat_details(self) -> None:
        """In a narrow window details lie over the stage's edge, else beside it."""
        width = self._size_of("details", DETAILS)
        if self._class != "narrow":
            low, high = DETAILS_LIMITS
            self._seat.setMinimumWidth(theme().px(low))
            self._seat.setMaximumWidth(theme().px(high))
            self._stage_row.setSizes([max(1, self._stage_row.width() - width), width])

    def _place_details(self) -> None:
        if self.details.isHidden():
            return
        if self._class == "narrow":
            width = theme().px(DETAILS["narrow"])
            height = self._stage_row.height()
            self.details.setGeometry(self.width() - width, 0, width, height or self.height())
        else:
            self.details.setGeometry(QRect(self._seat.mapTo(self, QPoint()), self._seat.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the details at the edge."""
        super().resizeEvent(event)
        self._set_minimums()
        self._place_details()

    # -------------------------------------------------------------------------------- wiring

    def _use_last_type(self) -> None:
        kind = str(self._settings.value(TYPE_KEY, ""))
        if kind in {known.value for known in GenerationType}:
            self.composer_model.set_type(GenerationType(kind))

    def _view_models(self) -> tuple[ViewModel, ...]:
        form = self.composer_model
        pickers = form.picker, form.fallback.picker
        own = self.stage_model, self.history_model, self._model_lists, self.start_model
        return form, *own, *pickers

    def _connect(self) -> None:
        workspace = self._workspace
        for model in self._view_models():
            model.failed.connect(lambda text: workspace.tell(text, "error"))
        self.composer_model.submitted.connect(self._on_submitted)
        self.composer_model.lists_wanted.connect(self._model_lists.refresh)
        self.composer_model.key_wanted.connect(
            lambda name: workspace.page_wanted.emit(f"settings/keys/{name}")
        )
        self.composer_model.type_changed.connect(self.stage.show_type)
        self.composer_model.type_changed.connect(
            lambda kind: self._settings.setValue(TYPE_KEY, kind.value)
        )
        self.stage.show_type(self.composer_model.type)
        self.full_view.changed.connect(lambda _on: self._apply_panels())
        self.full_view.changed.connect(workspace.full_view_changed)
        self.stage_model.generation_changed.connect(self._on_generation)
        self.stage_model.asset_changed.connect(lambda _asset: self._show_details())
        self.stage_model.loader.lineage_ready.connect(self.details.show_lineage)
        self.stage_model.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        self.stage.strip.more_wanted.connect(self._one_more)
        self.details.closed.connect(partial(self.set_panel, "details", False))
        self.details.rated.connect(self.stage_model.rate)
        self.details.tags_wanted.connect(self.questions.ask_tags)
        self.details.asset_wanted.connect(workspace.show_asset)
        self.history.generation_chosen.connect(self.stage_model.show)
        self.history.action_wanted.connect(self._on_history_action)
        self.history.slim_wanted.connect(lambda slim: self.set_panel("history", not slim))
        self.history.show_view(str(self._settings.value(HISTORY_VIEW_KEY, "grid")))
        self.history.view_wanted.connect(self._show_history_as)
        workspace.project_changed.connect(self._on_project)
        workspace.generation_wanted.connect(self.stage_model.show)
        workspace.reuse_wanted.connect(self._on_reuse)
        workspace.inputs_wanted.connect(self._on_inputs)
        workspace.model_wanted.connect(self._on_model)
        self._project_id = workspace.project.id

    # -------------------------------------------------------------------------------- wishes

    def continue_text(self) -> None:
        """Go on with the shown text: the next prompt is its next turn."""
        generation = self.stage_model.generation
        if generation is not None and generation.type is GenerationType.TEXT:
            self.composer_model.continue_text(generation)
            self.composer.prompt_edit.setFocus()

    def _one_more(self) -> None:
        """The settings of the shown run for one result; what it costs is seen before it starts."""
        generation = self.stage_model.generation
        if generation is not None:
            self.composer_model.reuse(generation.id, count=1)
            self.composer.generate_button.setFocus()

    def _on_submitted(self, generation_id: GenerationId) -> None:
        mark("job-submitted")
        self.stage_model.show(generation_id)
        self.full_view.set_on(False)
        self._workspace.announced.emit(tr("Started."))

    def _on_generation(self, generation: Generation | None) -> None:
        self._show_details()
        self.history.select(generation.id if generation is not None else None)
        self._apply_panels()

    def _show_details(self) -> None:
        stage = self.stage_model
        provider = stage.provider_label()
        self.details.show_state(stage.generation, stage.asset, stage.model(), provider)

    def _on_project(self, _project: object) -> None:
        project_id = self._workspace.project.id
        if project_id != self._project_id:
            self._project_id = project_id
            self.stage_model.clear()

    def _on_reuse(self, generation_id: GenerationId) -> None:
        self.composer_model.reuse(generation_id)
        self.composer.prompt_edit.setFocus()

    def _on_model(self, provider: str, model_id: str, kind: GenerationType) -> None:
        self.composer.choose_type(kind)
        self.composer_model.choose_model(ProviderName(provider), model_id)

    def _on_inputs(self, asset_ids: tuple[AssetId, ...]) -> None:
        self.composer_model.inputs.add_assets(asset_ids)

    def _show_history_as(self, view: str) -> None:
        self._settings.setValue(HISTORY_VIEW_KEY, view)
        self.history.show_view(view)

    def _on_history_action(self, wish: str, generations: list[Generation]) -> None:
        if wish == "delete":
            shown = self.stage_model.generation
            self.history_model.delete(generations)
            if shown is not None and shown.id in [g.id for g in generations]:
                self.stage_model.clear()
        elif wish == "remix" and generations:
            self._workspace.reuse(generations[0].id)
        elif wish == "cancel":
            for generation in generations:
                self.history_model.cancel(generation.id)


def make_create_pane(context: PaneContext) -> CreatePane:
    """Build the page."""
    return CreatePane(context.workspace, context.thumbnails, context.settings, context.pages)
