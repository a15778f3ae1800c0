"""What a project without results offers to begin with: files, or the settings of another one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.item_deeds import ItemDeeds
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.projects import Project
    from mediadesk.ui.workspace import Workspace


class StartViewModel(ViewModel):
    """``settings_found`` carries the request whose model and settings the form should take;
    ``sources_changed``: read ``sources`` again."""

    settings_found = Signal(object)
    sources_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._deeds = ItemDeeds(workspace, self)
        self._deeds.failed.connect(self.failed)
        workspace.projects_changed.connect(self.sources_changed)
        workspace.project_changed.connect(lambda _project: self.sources_changed.emit())

    def sources(self) -> tuple[Project, ...]:
        """The projects whose settings can be taken: those with anything in them."""
        here = self._workspace.project.id
        return tuple(one for one in self._workspace.projects if one.item_count and one.id != here)

    @property
    def is_first(self) -> bool:
        """Whether nothing was made in the project that is open."""
        return self._workspace.project.item_count == 0

    def take_in(self, files: Sequence[Path]) -> None:
        """Take files into the project that is open; can be undone."""
        self._deeds.take_in(files, self._workspace.project.id)

    def copy_settings(self, project: Project) -> None:
        """Find the newest run of a project."""
        self.start(self._find(project))

    async def close(self) -> None:
        """Stop what is still done."""
        await self._deeds.close()
        await super().close()

    async def _find(self, project: Project) -> None:
        rows = await self._services.history.first_page(HistoryQuery(project_id=project.id), 1)
        if not rows:
            self._workspace.tell(tr("{name} has no runs yet.").format(name=project.name))
            return
        run = rows[0].generation
        self.settings_found.emit(await self._services.generations.request_of(run.id))
        self._workspace.tell(tr("Settings of {name} copied.").format(name=project.name))
