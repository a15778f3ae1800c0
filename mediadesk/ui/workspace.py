"""What the panes share: services, the current project, undo, and wishes to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.events import LibraryChangedElsewhere, MoneyChanged, ProjectsChanged
from mediadesk.ui.marks import Marks, why_not_comparable
from mediadesk.ui.over_budget import BudgetGate
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from mediadesk.domain.generation import Asset
    from mediadesk.domain.ids import AssetId, GenerationId, ProjectId
    from mediadesk.domain.projects import Project
    from mediadesk.ui.service_set import ServiceSet

SPENT_MS = 250
"""How long changes of what projects have spent are gathered: every job makes several."""


class Workspace(ViewModel):
    """The open library as the window sees it.

    ``project_changed`` carries the chosen project, ``projects_changed`` follows every change of the
    list. ``toast_wanted`` (text, level, offers undo) and the ``…_wanted`` signals are wishes that
    the main window grants.
    """

    project_changed = Signal(object)
    projects_changed = Signal()
    toast_wanted = Signal(str, str, bool)
    generation_wanted = Signal(object, object)
    reuse_wanted = Signal(object)
    inputs_wanted = Signal(object)
    page_wanted = Signal(str)
    move_wanted = Signal(object, bool)
    project_wanted = Signal(object)
    model_wanted = Signal(str, str, object)
    compare_wanted = Signal(object)
    results_compared = Signal(object)
    search_wanted = Signal(str)
    announced = Signal(str)
    full_view_changed = Signal(bool)

    def __init__(self, services: ServiceSet, *, prefers_sample: bool = False) -> None:
        super().__init__()
        self.services = services
        self.prefers_sample = prefers_sample
        self.undo = UndoStack()
        self.marks = Marks()
        self.budgets = BudgetGate(services, self)
        self.undo.failed.connect(self.failed)
        self.undo.undone.connect(
            lambda label: self.tell(tr("Undone: {label}.").format(label=label))
        )
        self.undo.redone.connect(
            lambda label: self.tell(tr("Done again: {label}.").format(label=label))
        )
        self.projects: tuple[Project, ...] = ()
        self.archived: tuple[Project, ...] = ()
        self._project: Project | None = None
        self._is_loading = False
        self._is_stale = False
        for kind in (ProjectsChanged, LibraryChangedElsewhere):
            self.subscribe(services.events, kind, lambda _event: self.refresh_projects())
        self._spent = Throttle(SPENT_MS, self)
        self._spent.fired.connect(self.refresh_projects)
        self.subscribe(services.events, MoneyChanged, lambda _event: self._spent.trigger())

    @property
    def project(self) -> Project:
        """The chosen project. Raises RuntimeError before ``open`` was awaited."""
        if self._project is None:
            raise RuntimeError("the workspace was not opened")
        return self._project

    async def open(self) -> None:
        """Load the projects and choose the one used last."""
        await self._load_projects()

    def choose_project(self, project_id: ProjectId) -> None:
        """Make a project the current one."""
        for project in (*self.projects, *self.archived):
            if project.id == project_id:
                self._set_project(project)
                return

    def refresh_projects(self) -> None:
        """Read the projects again; asking again while that runs reads once more."""
        if self._is_loading:
            self._is_stale = True
            return
        self.start(self._load_projects())

    def tell(self, text: str, level: str = "info", *, with_undo: bool = False) -> None:
        """Wish for a toast."""
        self.toast_wanted.emit(text, level, with_undo)

    def show_generation(self, generation_id: GenerationId, asset_id: AssetId | None = None) -> None:
        """Wish that the Create page shows a generation (and one of its results)."""
        self.generation_wanted.emit(generation_id, asset_id)

    def show_asset(self, asset: Asset) -> None:
        """Wish that the Create page shows one result."""
        if asset.generation_id is not None:
            self.show_generation(asset.generation_id, asset.id)

    def reuse(self, generation_id: GenerationId) -> None:
        """Wish that prompt, model and settings go back to the composer."""
        self.reuse_wanted.emit(generation_id)

    def use_as_inputs(self, asset_ids: Sequence[UUID]) -> None:
        """Wish that assets become inputs of the next run."""
        self.inputs_wanted.emit(tuple(asset_ids))

    def mark(self, assets: Sequence[Asset]) -> None:
        """Mark results for comparing, or take the marks away."""
        if assets:
            self.tell(self.marks.toggle(assets))

    def compare_marked(self) -> None:
        """Wish that the marked results are shown side by side; the marks go then."""
        if self.compare_results(self.marks.assets):
            self.marks.clear()

    def compare_results(self, assets: Sequence[Asset]) -> bool:
        """Wish that results are shown side by side; says why not where they cannot be."""
        why_not = why_not_comparable(assets)
        if why_not:
            self.tell(why_not, "warning")
            return False
        self.results_compared.emit(tuple(asset.id for asset in assets))
        return True

    async def close(self) -> None:
        """Stop everything that the workspace started."""
        await self.undo.close()
        await super().close()

    async def _load_projects(self) -> None:
        self._is_loading = True
        try:
            # The default project is made when it is first asked for.
            await self.services.projects.default()
            listed = await self.services.projects.list(include_archived=True)
        finally:
            self._is_loading = False
        self.projects = tuple(project for project in listed if not project.is_archived)
        self.archived = tuple(project for project in listed if project.is_archived)
        await self._keep_current()
        self.projects_changed.emit()
        if self._is_stale:
            self._is_stale = False
            self.refresh_projects()

    async def _keep_current(self) -> None:
        known = {project.id: project for project in (*self.projects, *self.archived)}
        current = self._project
        if current is not None and current.id in known:
            self._set_project(known[current.id])
            return
        default = await self.services.projects.default()
        self._set_project(known.get(default.id, default))

    def _set_project(self, project: Project) -> None:
        before = self._project
        self._project = project
        if before != project:
            self.project_changed.emit(project)
