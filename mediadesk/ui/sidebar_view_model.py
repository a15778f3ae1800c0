"""What the sidebar counts: media, favourites, running jobs, money of the month."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.events import (
    AssetsChanged,
    AttemptProgressed,
    GenerationChanged,
    GenerationFinished,
    LibraryChangedElsewhere,
    MoneyChanged,
    QueueChanged,
    SettingsChanged,
)
from mediadesk.services.own_limits import OFFLINE
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from mediadesk.domain.projects import Project
    from mediadesk.services.assets import AssetCounts
    from mediadesk.services.job_summary import JobsSummary
    from mediadesk.ui.workspace import Workspace

REFRESH_MS = 250
Way = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class SidebarState:
    """Counts as they are now."""

    assets: AssetCounts
    jobs: JobsSummary
    is_offline: bool = False
    """Nothing may leave this computer, as the user wants it."""


class SidebarViewModel(ViewModel):
    """Keeps the counts fresh (gathered, four times a second) and edits projects."""

    state_changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._throttle = Throttle(REFRESH_MS, self)
        self._throttle.fired.connect(self.refresh)
        for kind in (
            AssetsChanged,
            GenerationChanged,
            GenerationFinished,
            MoneyChanged,
            LibraryChangedElsewhere,
            QueueChanged,
            AttemptProgressed,
            SettingsChanged,
        ):
            self.subscribe(self._services.events, kind, lambda _event: self._throttle.trigger())

    def refresh(self) -> None:
        """Count again."""
        self.start(self._load())

    def go_online(self) -> None:
        """Ask the providers again, and try what reached nobody."""
        self.start(self._go_online())

    def create_project(self, name: str, description: str) -> None:
        """Add a project and make it the current one."""
        self.start(self._create(name, description))

    def edit_project(self, project: Project, name: str, description: str) -> None:
        """Rename or describe a project."""
        self.start(self._edit(project, name, description))

    def archive_project(self, project: Project, archived: bool) -> None:
        """Put a project away, or take it out again."""
        self.start(self._archive(project, archived))

    def delete_project(self, project: Project) -> None:
        """Move a project with everything in it to the trash."""
        self.start(self._delete(project))

    async def _load(self) -> None:
        assets = await self._services.assets.counts()
        jobs = await self._services.generations.summary()
        is_offline = bool(self._services.settings.get(OFFLINE))
        self.state_changed.emit(SidebarState(assets, jobs, is_offline))

    async def _go_online(self) -> None:
        if self._services.settings.get(OFFLINE):
            await self._services.settings.set(OFFLINE, False)
        await self._services.generations.queue.try_unreached()

    async def _create(self, name: str, description: str) -> None:
        project = await self._services.projects.create(name, description)
        await self._workspace.open()
        self._workspace.choose_project(project.id)

    async def _edit(self, project: Project, name: str, description: str) -> None:
        projects = self._services.projects
        await projects.edit(project.id, name=name, description=description)
        self._remember(
            tr("rename"),
            lambda: projects.edit(project.id, name=project.name, description=project.description),
            lambda: projects.edit(project.id, name=name, description=description),
        )

    async def _archive(self, project: Project, archived: bool) -> None:
        projects = self._services.projects
        await projects.archive(project.id, archived)
        self._remember(
            tr("archive") if archived else tr("take out of the archive"),
            lambda: projects.archive(project.id, not archived),
            lambda: projects.archive(project.id, archived),
        )
        words = tr("Archived") if archived else tr("Taken out of the archive")
        self._workspace.tell(f"{words}: {project.name}.", with_undo=True)

    async def _delete(self, project: Project) -> None:
        projects = self._services.projects
        await projects.delete(project.id)
        self._remember(
            tr("delete project"),
            lambda: projects.restore(project.id),
            lambda: projects.delete(project.id),
        )
        self._workspace.tell(
            tr("Deleted {name} and what is in it.").format(name=project.name), with_undo=True
        )

    def _remember(self, label: str, undo: Way, redo: Way) -> None:
        self._workspace.undo.push(UndoStep(label, undo, redo))
