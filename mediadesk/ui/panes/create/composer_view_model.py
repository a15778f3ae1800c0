"""What the composer knows: kind, model, prompt, inputs, settings, count, estimate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
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
    Generation,
    GenerationRequest,
    GenerationType,
)
from mediadesk.domain.ids import GenerationId, ProviderName
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.over_budget import FormWish
from mediadesk.ui.panes.create import raw_parameters
from mediadesk.ui.panes.create.batch_view_model import BatchViewModel
from mediadesk.ui.panes.create.cost_preview import NOT_KNOWN, cost_preview
from mediadesk.ui.panes.create.fallback_view_model import FallbackViewModel
from mediadesk.ui.panes.create.improve_view_model import ImproveViewModel
from mediadesk.ui.panes.create.inputs_view_model import InputsViewModel
from mediadesk.ui.panes.create.model_choice import ModelChoice
from mediadesk.ui.panes.create.model_picker_view_model import ModelPickerViewModel
from mediadesk.ui.panes.create.presets_view_model import PresetsViewModel
from mediadesk.ui.panes.create.prompt_history import PromptHistory
from mediadesk.ui.panes.create.scripts_view_model import ScriptsViewModel
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
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
    key_wanted = Signal(str)
    lists_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._type = GenerationType.IMAGE
        self._choice = ModelChoice(self._services.models, workspace.prefers_sample)
        self._values: dict[str, ParameterValue] = {}
        self._raw = raw_parameters.RawParameters()
        self._prompt = ""
        self._count = 1
        self._parent: Generation | None = None
        self._ceiling: int | None = None
        self._is_submitting = False
        self.history = PromptHistory()
        self._debounce = Debouncer(ESTIMATE_DELAY_MS, self)
        self.fallback = FallbackViewModel(self, workspace)
        self.inputs = InputsViewModel(self, workspace)
        self.presets = PresetsViewModel(self, workspace)
        self.scripts = ScriptsViewModel(workspace, self)
        self.picker = ModelPickerViewModel(self._services, self)
        self.fallback.edited.connect(self._debounce.trigger)
        self.inputs.edited.connect(self._on_edited)
        self.inputs.refused.connect(lambda text: self.field_error.emit("inputs", text))
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
    def values(self) -> Mapping[str, ParameterValue]:
        """Settings that the chosen model knows; others are kept aside."""
        names = {spec.name for spec in self.model.parameters}
        return {name: value for name, value in self._values.items() if name in names}

    @property
    def raw(self) -> str:
        """The raw parameters as typed."""
        return self._raw.text

    @property
    def form_values(self) -> Mapping[str, ParameterValue]:
        """The settings as the form shows them, the raw ones among them."""
        return {**self.values, **self._raw.values()}

    @property
    def unused_count(self) -> int:
        """How many changed settings the chosen model does not know."""
        return len(self._values) - len(self.values)

    def provider_info(self, name: ProviderName) -> ProviderInfo | None:
        """What is known about a provider."""
        return next((p for p in self._services.models.providers() if p.name == name), None)

    def models_of(self, provider: ProviderName) -> list[ModelSpec]:
        """Models of a provider that make the chosen kind."""
        return self._services.models.models(self._type, provider)

    def can_submit(self) -> bool:
        """Whether the form could be handed over."""
        return bool(self._prompt.strip()) and not self._is_submitting

    def request(self, *, count: int | None = None) -> GenerationRequest:
        """The form as a request; without raw parameters where those are no JSON."""
        provider, model = self._choice.of(self._type)
        return GenerationRequest(
            type=self._type,
            provider=provider,
            model=model.id,
            prompt=self._prompt.strip(),
            project_id=self._workspace.project.id,
            parameters=dict(self.values),
            extra=self._raw.read(),
            inputs=self.inputs.refs(),
            result_count=count or self._count,
            parent_id=self._parent.id if self._parent is not None else None,
            max_cost_micro=self._ceiling,
            fallback=self.fallback.own,
        )

    def checked_request(
        self, *, count: int | None = None, needs_prompt: bool = True
    ) -> GenerationRequest | None:
        """The form as a request; None where it cannot be one, which ``field_error`` tells."""
        if needs_prompt and not self._prompt.strip():
            self.field_error.emit("prompt", tr("Write a prompt first."))
            return None
        problem = self._raw.problem()
        if problem is not None:
            self.field_error.emit(f"parameter:{problem.parameter}", tr_sentence(problem.sentence()))
            return None
        return self.request(count=count)

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
            self.field_error.emit("model", tr_sentence(error.sentence()))
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
        """The settings of the chosen model, and raw ones, as the form has them now."""
        for spec in self.model.parameters:
            self._values.pop(spec.name, None)
        self._values.update(raw_parameters.without_raw(values))
        self._raw.text = str(values.get(raw_parameters.NAME, ""))
        self._on_edited()

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

    def submit(self, *, only_one: bool = False) -> None:
        """Hand the form over. Returns at once; ``submitted`` or ``field_error`` follows."""
        request = self.checked_request(count=1 if only_one else None)
        if request is None or self._is_submitting:
            return
        self._is_submitting = True
        self.can_submit_changed.emit(False)
        self.errors_cleared.emit()
        self.start(self._submit(request))

    def reuse(self, generation_id: GenerationId, *, count: int = 0) -> None:
        """Bring prompt, model, settings and inputs of a generation back, maybe another count."""
        self.start(self._reuse(generation_id, count))

    def restore(self, request: GenerationRequest, raw: str) -> None:
        """Fill the form as it was when ``request`` and its raw parameters were taken from it."""
        self.start(self._restore(request, raw))

    def apply(self, request: GenerationRequest) -> None:
        """Fill the form, but keep its inputs."""
        self._fill(request)

    def batch(self) -> BatchViewModel | None:
        """Many runs of the form; None where it cannot be run as it is, which is told."""
        request = self.checked_request(needs_prompt=False)
        if request is None:
            return None
        made = BatchViewModel(self, self._workspace, request, self.model.parameters)
        made.changed.connect(partial(self._take_change, request))
        return made

    def improve(self) -> ImproveViewModel | None:
        """What rewrites the prompt; None where there is none yet, which is told."""
        request = self.checked_request()
        return None if request is None else ImproveViewModel(self, self._workspace)

    def continue_text(self, generation: Generation) -> None:
        """Go on with a text: the next prompt is its next turn."""
        self.set_type(GenerationType.TEXT)
        self._set_parent(generation)
        self.choose_model(generation.provider, generation.model)
        self._replace_prompt("")

    def stop_continuing(self) -> None:
        """The next prompt begins a new text."""
        self._set_parent(None)

    async def close(self) -> None:
        """Stop listening and cancel what still runs."""
        await self.scripts.close()
        await super().close()

    # -------------------------------------------------------------------------------- inside

    def _on_edited(self) -> None:
        self.errors_cleared.emit()
        self._debounce.trigger()

    def _reload_model(self) -> None:
        """Follow a refreshed list without changing the choice."""
        self._choice.refresh()
        self._after_model_change()

    def _after_model_change(self) -> None:
        self.errors_cleared.emit()
        self.model_changed.emit(self.model)
        self.inputs.changed.emit()
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
        is_whole = self._raw.problem() is None
        request = self.request()
        parts = self.scripts.parts(request)
        state = await cost_preview(self._services, request, parts) if is_whole else NOT_KNOWN
        self.estimate_changed.emit(state)

    async def _send(self, request: GenerationRequest) -> GenerationId:
        take = partial(self._take_change, request)
        wish = FormWish(request, self.scripts.runs, self.scripts.queue, take)
        return await self._workspace.budgets.send(wish)

    def _take_change(self, asked: GenerationRequest, sent: GenerationRequest) -> None:
        """Show what is sent in place of what the form had."""
        self._values.update(sent.parameters)
        self.values_replaced.emit()
        is_same = sent.result_count == asked.result_count
        self.set_count(self._count if is_same else sent.result_count)

    async def _submit(self, request: GenerationRequest) -> None:
        try:
            generation_id = await self._send(request)
        except InvalidParameterError as error:
            self.field_error.emit(f"parameter:{error.parameter}", tr_sentence(error.sentence()))
        except InvalidInputError as error:
            self.field_error.emit("inputs", tr_sentence(error.sentence()))
        except CapRefusedError as error:
            self.field_error.emit("cap", tr_sentence(error.sentence()))
        except MediadeskError as error:
            self.field_error.emit("run", tr_sentence(error.sentence()))
        else:
            self.history.add(request.prompt)
            self._set_parent(None)
            self.submitted.emit(generation_id)
        finally:
            self._is_submitting = False
            self.can_submit_changed.emit(self.can_submit())

    async def _reuse(self, generation_id: GenerationId, count: int) -> None:
        request = await self._services.generations.request_of(generation_id)
        await self._fill_all(replace(request, result_count=count or request.result_count))

    async def _restore(self, request: GenerationRequest, raw: str) -> None:
        await self._fill_all(request)
        self._raw.text = raw
        self.values_replaced.emit()
        if request.parent_id is not None:
            self._set_parent(await self._services.generations.get(request.parent_id))

    async def _fill_all(self, request: GenerationRequest) -> None:
        self._fill(request)
        await self.inputs.fill(request.inputs)

    def _fill(self, request: GenerationRequest) -> None:
        self._type = request.type
        self.fallback.restore(request.type, request.fallback)
        self.type_changed.emit(request.type)
        self.choose_model(request.provider, request.model)
        self._set_parent(None)
        self._values.update(request.parameters)
        self._raw.text = raw_parameters.as_text(request.extra)
        self._replace_prompt(request.prompt)
        self.set_count(request.result_count)
        self.values_replaced.emit()
