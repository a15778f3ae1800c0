"""What the composer knows: kind, model, prompt, inputs, settings, count, estimate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import (
    CapRefusedError,
    InvalidInputError,
    InvalidParameterError,
    MediadeskError,
)
from mediadesk.domain.events import AccountsChanged, ModelsChanged, MoneyChanged
from mediadesk.domain.generation import (
    Asset,
    Generation,
    GenerationRequest,
    GenerationType,
    InputRef,
    JsonValue,
)
from mediadesk.domain.ids import AssetId, GenerationId, ProviderName
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.panes.create.composer_inputs import ComposerInput, ComposerInputs
from mediadesk.ui.panes.create.cost_preview import cost_preview
from mediadesk.ui.panes.create.fallback_view_model import FallbackViewModel
from mediadesk.ui.panes.create.model_choice import ModelChoice
from mediadesk.ui.panes.create.over_budget import OverBudgetViewModel
from mediadesk.ui.panes.create.prompt_history import PromptHistory
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.parameters import ParameterValue
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.workspace import Workspace

ESTIMATE_DELAY_MS = 150
RECENT_PROMPTS = 64


class ComposerViewModel(ViewModel):
    """The next request. ``field_error`` names the field: prompt, model, inputs, cap, parameter."""

    type_changed = Signal(object)
    model_changed = Signal(object)
    inputs_changed = Signal()
    prompt_replaced = Signal(str)
    values_replaced = Signal()
    count_changed = Signal(int)
    parent_changed = Signal(object)
    ceiling_changed = Signal(object)
    estimate_changed = Signal(object)
    can_submit_changed = Signal(bool)
    field_error = Signal(str, str)
    errors_cleared = Signal()
    submitted = Signal(object)
    cap_refused = Signal(object, object)
    key_wanted = Signal(str)
    lists_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._type = GenerationType.IMAGE
        self._choice = ModelChoice(self._services.models, workspace.prefers_sample)
        self._values: dict[str, ParameterValue] = {}
        self._extra: dict[str, JsonValue] = {}
        self._inputs = ComposerInputs()
        self._prompt = ""
        self._count = 1
        self._parent: Generation | None = None
        self._ceiling: int | None = None
        self._is_submitting = False
        self.history = PromptHistory()
        self._debounce = Debouncer(ESTIMATE_DELAY_MS, self)
        self.fallback = FallbackViewModel(self, workspace)
        self.over_budget = OverBudgetViewModel(self, workspace)
        self.fallback.edited.connect(self._debounce.trigger)
        self._debounce.fired.connect(lambda: self.start(self._show_estimate()))
        workspace.project_changed.connect(lambda _project: self._debounce.trigger())
        self._debounce.trigger()
        self.start(self._load_prompts())
        self.start(self._services.models.prepare())
        self.subscribe(self._services.events, MoneyChanged, lambda _e: self._debounce.trigger())
        for kind in (AccountsChanged, ModelsChanged):
            self.subscribe(self._services.events, kind, lambda _event: self._reload_model())

    # -------------------------------------------------------------------------------- reading

    @property
    def type(self) -> GenerationType:
        """The kind that the form makes."""
        return self._type

    @property
    def provider(self) -> ProviderName:
        """The provider of the chosen model."""
        return self._choice.of(self._type)[0]

    @property
    def model(self) -> ModelSpec:
        """The chosen model."""
        return self._choice.of(self._type)[1]

    @property
    def prompt(self) -> str:
        """The prompt as typed."""
        return self._prompt

    @property
    def count(self) -> int:
        """How many results a run makes."""
        return self._count

    @property
    def inputs(self) -> tuple[ComposerInput, ...]:
        """The inputs in the order they were added."""
        return self._inputs.items

    @property
    def values(self) -> Mapping[str, ParameterValue]:
        """Settings that the chosen model knows; others are kept aside."""
        names = {spec.name for spec in self.model.parameters}
        return {name: value for name, value in self._values.items() if name in names}

    @property
    def unused_count(self) -> int:
        """How many changed settings the chosen model does not know."""
        return len(self._values) - len(self.values)

    def providers(self) -> list[ProviderInfo]:
        """Providers that make the chosen kind: those that can be used now come first."""
        fitting = [p for p in self._services.models.providers() if self._type in p.types]
        return sorted(fitting, key=lambda info: (not info.has_account, not info.is_offline))

    def unlisted(self, provider: ProviderName, model_id: str) -> ModelSpec | None:
        """A model that nobody listed, as its provider would use it; None where it cannot."""
        try:
            return self._services.models.spec(provider, model_id, self._type)
        except MediadeskError:
            return None

    def provider_info(self, name: ProviderName) -> ProviderInfo | None:
        """What is known about a provider."""
        return next((p for p in self._services.models.providers() if p.name == name), None)

    def models_of(self, provider: ProviderName) -> list[ModelSpec]:
        """Models of a provider that make the chosen kind."""
        return self._services.models.models(self._type, provider)

    def today(self) -> date:
        """The day that decides which models have ended."""
        return self._services.models.today()

    def can_submit(self) -> bool:
        """Whether the form could be handed over."""
        return bool(self._prompt.strip()) and not self._is_submitting

    def request(self, *, count: int | None = None) -> GenerationRequest:
        """The form as a request."""
        provider, model = self._choice.of(self._type)
        return GenerationRequest(
            type=self._type,
            provider=provider,
            model=model.id,
            prompt=self._prompt.strip(),
            project_id=self._workspace.project.id,
            parameters=dict(self.values),
            extra=dict(self._extra),
            inputs=tuple(
                InputRef(item.asset.id, item.role) for item in self._inputs.usable_by(model)
            ),
            result_count=count or self._count,
            parent_id=self._parent.id if self._parent is not None else None,
            max_cost_micro=self._ceiling,
            fallback=self.fallback.own,
        )

    # -------------------------------------------------------------------------------- wishes

    def set_type(self, kind: GenerationType) -> None:
        """Make another kind; its model and settings come back as they were."""
        if kind is self._type:
            return
        self._type = kind
        if kind is not GenerationType.TEXT:
            self._set_parent(None)
        self.type_changed.emit(kind)
        self._after_model_change()

    def choose_model(self, provider: ProviderName, model_id: str) -> None:
        """Use a model, listed or typed. A name that cannot be meant becomes a field error."""
        try:
            spec = self._services.models.spec(provider, model_id, self._type)
        except MediadeskError as error:
            self.field_error.emit("model", error.sentence())
            return
        self._choice.set(self._type, provider, spec)
        self._after_model_change()

    def set_prompt(self, text: str) -> None:
        """The user typed."""
        if text == self._prompt:
            return
        self._prompt = text
        self.can_submit_changed.emit(self.can_submit())
        self.errors_cleared.emit()
        self._debounce.trigger()

    def set_values(self, values: Mapping[str, ParameterValue]) -> None:
        """The settings of the chosen model as the form has them now."""
        for spec in self.model.parameters:
            self._values.pop(spec.name, None)
        self._values.update(values)
        self.errors_cleared.emit()
        self._debounce.trigger()

    def set_count(self, count: int) -> None:
        """How many results to make."""
        count = max(1, min(count, self.model.maximum_results))
        if count != self._count:
            self._count = count
            self.count_changed.emit(count)
        self._debounce.trigger()

    def set_ceiling(self, micro: int | None) -> None:
        """Limit what the next run may cost (micro-USD)."""
        self._ceiling = micro
        self.errors_cleared.emit()
        self.ceiling_changed.emit(micro)

    def recall(self, step: int) -> None:
        """Go through earlier prompts: -1 older, +1 newer."""
        text = self.history.move(step, self._prompt)
        if text is not None:
            self._replace_prompt(text)

    def add_files(self, paths: list[Path]) -> None:
        """Take files as inputs."""
        for path in paths:
            self.start(self._import(path, path.name))

    def add_picture(self, data: bytes, name: str = "pasted.png") -> None:
        """Take a pasted picture (encoded) as an input."""
        self.start(self._import(data, name))

    def add_assets(self, asset_ids: tuple[AssetId, ...]) -> None:
        """Take results of the library as inputs."""
        self.start(self._add_assets(asset_ids))

    def set_role(self, index: int, role: str) -> None:
        """Give an input another role."""
        self._inputs.set_role(index, role)
        self.inputs_changed.emit()
        self._debounce.trigger()

    def remove_input(self, index: int) -> None:
        """Take an input out of the form; it stays in the library."""
        self._inputs.remove(index)
        self.errors_cleared.emit()
        self.inputs_changed.emit()
        self._debounce.trigger()

    def submit(self, *, only_one: bool = False) -> None:
        """Hand the form over. Returns at once; ``submitted`` or ``field_error`` follows."""
        if not self._prompt.strip():
            self.field_error.emit("prompt", "Write a prompt first.")
            return
        if self._is_submitting:
            return
        self._is_submitting = True
        self.can_submit_changed.emit(False)
        self.errors_cleared.emit()
        self.start(self._submit(self.request(count=1 if only_one else None)))

    def reuse(self, generation_id: GenerationId) -> None:
        """Bring prompt, model, settings and inputs of an earlier generation back."""
        self.start(self._reuse(generation_id))

    def restore(self, request: GenerationRequest) -> None:
        """Fill the form as it was when ``request`` was taken from it."""
        self.start(self._restore(request))

    def continue_text(self, generation: Generation) -> None:
        """Go on with a text: the next prompt is its next turn."""
        self.set_type(GenerationType.TEXT)
        self._set_parent(generation)
        self.choose_model(generation.provider, generation.model)
        self._replace_prompt("")

    def stop_continuing(self) -> None:
        """The next prompt begins a new text."""
        self._set_parent(None)

    # -------------------------------------------------------------------------------- inside

    def _reload_model(self) -> None:
        """Follow a refreshed list without changing the choice."""
        self._choice.refresh()
        self._after_model_change()

    def _after_model_change(self) -> None:
        self.errors_cleared.emit()
        self.model_changed.emit(self.model)
        self.inputs_changed.emit()
        self.set_count(self._count)

    def _set_parent(self, generation: Generation | None) -> None:
        if generation != self._parent:
            self._parent = generation
            self.parent_changed.emit(generation)
            self._debounce.trigger()

    def _replace_prompt(self, text: str) -> None:
        self.set_prompt(text)
        self.prompt_replaced.emit(text)

    async def _load_prompts(self) -> None:
        """Prompts of earlier sessions, for Alt+Up and the list of recent ones."""
        rows = await self._services.history.first_page(HistoryQuery(), RECENT_PROMPTS)
        self.history.extend_older([row.generation.prompt for row in reversed(rows)])

    async def _show_estimate(self) -> None:
        self.estimate_changed.emit(await cost_preview(self._services, self.request()))

    async def _import(self, source: Path | bytes, name: str) -> None:
        try:
            await self._services.media.check_input(source, name)
            asset = await self._services.assets.import_input(
                source, file_name=name, project_id=self._workspace.project.id
            )
        except MediadeskError as error:
            self.field_error.emit("inputs", error.sentence())
            return
        self._add_asset(asset)

    async def _add_assets(self, asset_ids: tuple[AssetId, ...]) -> None:
        for asset_id in asset_ids:
            self._add_asset(await self._services.assets.get(asset_id))

    def _add_asset(self, asset: Asset) -> None:
        refusal = self._inputs.add(self.model, asset)
        if refusal:
            self.field_error.emit("inputs", refusal)
            return
        self.errors_cleared.emit()
        self.inputs_changed.emit()
        self._debounce.trigger()

    async def _submit(self, request: GenerationRequest) -> None:
        try:
            generation_id = await self._services.generations.submit(request)
        except InvalidParameterError as error:
            self.field_error.emit(f"parameter:{error.parameter}", error.sentence())
        except InvalidInputError as error:
            self.field_error.emit("inputs", error.sentence())
        except CapRefusedError as error:
            self.cap_refused.emit(request, error)
        except MediadeskError as error:
            self.field_error.emit("run", error.sentence())
        else:
            self.history.add(request.prompt)
            self._set_parent(None)
            self.submitted.emit(generation_id)
        finally:
            self._is_submitting = False
            self.can_submit_changed.emit(self.can_submit())

    async def _reuse(self, generation_id: GenerationId) -> None:
        await self._fill(await self._services.generations.request_of(generation_id))

    async def _restore(self, request: GenerationRequest) -> None:
        await self._fill(request)
        if request.parent_id is not None:
            self._set_parent(await self._services.generations.get(request.parent_id))

    async def _fill(self, request: GenerationRequest) -> None:
        self._type = request.type
        self.fallback.restore(request.type, request.fallback)
        self.type_changed.emit(request.type)
        self.choose_model(request.provider, request.model)
        self._set_parent(None)
        self._values.update(request.parameters)
        self._extra = dict(request.extra)
        get = self._services.assets.get
        self._inputs.replace(
            [ComposerInput(await get(item.asset_id), item.role) for item in request.inputs]
        )
        self._replace_prompt(request.prompt)
        self.set_count(request.result_count)
        self.values_replaced.emit()
        self.inputs_changed.emit()
