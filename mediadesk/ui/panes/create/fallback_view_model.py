"""The fallback chain of the next run: the project's, unless the form has one of its own."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.money import format_usd
from mediadesk.domain.route_view import LinkEstimate
from mediadesk.domain.routes import Chain, FallbackLink, check_chain
from mediadesk.ui.panes.create.model_picker_view_model import ModelPickerViewModel
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import GenerationType
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.panes.create.cost_preview import EstimateState
    from mediadesk.ui.workspace import Workspace


class Form(Protocol):
    """What the chain asks of the form that it belongs to."""

    @property
    def type(self) -> GenerationType:
        """The kind that it makes."""

    @property
    def provider(self) -> ProviderName:
        """The provider of the chosen model."""

    @property
    def model(self) -> ModelSpec:
        """The chosen model."""

    def provider_info(self, name: ProviderName) -> ProviderInfo | None:
        """What is known about a provider."""

    def models_of(self, provider: ProviderName) -> list[ModelSpec]:
        """Models of a provider that make the kind."""

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or the form closes."""


class FallbackViewModel(QObject):
    """One chain for each kind. ``changed``: the chain or what it may cost; ``refused``: a sentence.

    ``edited`` follows what the user did, so that the estimate is made anew.
    """

    changed = Signal()
    edited = Signal()
    refused = Signal(str)

    def __init__(self, composer: Form, workspace: Workspace) -> None:
        super().__init__()
        self._composer = composer
        self._workspace = workspace
        self.picker = ModelPickerViewModel(workspace.services)
        self._own: dict[GenerationType, Chain] = {}
        self._estimates: dict[FallbackLink, LinkEstimate] = {}
        self.edited.connect(self.changed)
        workspace.projects_changed.connect(self.changed)
        workspace.project_changed.connect(lambda _project: self.changed.emit())

    @property
    def own(self) -> Chain | None:
        """The chain that the form gives to the run; None = the project's."""
        return self._own.get(self._composer.type)

    @property
    def links(self) -> Chain:
        """The chain that the run would have."""
        if self.own is not None:
            return self.own
        first = (self._composer.provider, self._composer.model.id)
        chain = self._workspace.project.fallback.get(self._composer.type, ())
        return tuple(link for link in chain if (link.provider, link.model) != first)

    def label(self, link: FallbackLink) -> str:
        """“fal, FLUX.1 schnell”."""
        info = self._composer.provider_info(link.provider)
        models = self._composer.models_of(link.provider) if info is not None else []
        names = [model.label for model in models if model.id == link.model]
        return f"{info.label if info else link.provider}, {(names or [link.model])[0]}"

    def words(self, link: FallbackLink) -> tuple[str, bool]:
        """What a run may cost with a link, or why it would be passed over; True = the latter."""
        found = self._estimates.get(link)
        if found is None:
            return "", False
        if found.problem or found.estimate is None:
            return found.problem, True
        upper = found.estimate.upper_micro
        cost = (
            tr("Free")
            if found.estimate.is_free
            else tr("At most {amount}").format(amount=format_usd(upper))
        )
        left_out = ", ".join(name.replace("_", " ") for name in found.dropped)
        return tr("{cost}, without {left_out}").format(
            cost=cost, left_out=left_out
        ) if left_out else cost, False

    def add(self, provider: str, model: str) -> None:
        """Go on with one more model, after those that are there."""
        link = FallbackLink(ProviderName(provider), model)
        chain = (*self.links, link)
        try:
            check_chain(FallbackLink(self._composer.provider, self._composer.model.id), chain)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        self._set(chain)

    def remove(self, index: int) -> None:
        """Do without one of the models."""
        links = self.links
        self._set(links[:index] + links[index + 1 :])

    def restore(self, kind: GenerationType, chain: Chain | None) -> None:
        """Take the chain of an earlier run."""
        self._own.pop(kind, None)
        if chain is not None:
            self._own[kind] = chain
        self.edited.emit()

    def use_projects(self) -> None:
        """Go by the project's chain again."""
        self.restore(self._composer.type, None)

    def keep(self) -> None:
        """Make the chain the project's."""
        self._composer.start(self._keep(self._composer.type, self.links))

    async def _keep(self, kind: GenerationType, links: Chain) -> None:
        projects = self._workspace.services.projects
        project = await projects.get(self._workspace.project.id)
        await projects.set_fallback(project.id, {**project.fallback, kind: links})
        if self._own.get(kind) == links:
            del self._own[kind]
        self._workspace.tell(tr("The fallback chain is kept for {name}.").format(name=project.name))
        self.changed.emit()

    def _set(self, chain: Chain) -> None:
        self._own[self._composer.type] = chain
        self.edited.emit()

    def show_estimate(self, state: EstimateState) -> None:
        """Tell with each model what the run may cost."""
        self._estimates = {one.model: one for one in state.links}
        self.changed.emit()
