"""ProjectService: create, find, edit, archive, delete and restore projects."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.events import AssetsChanged, ProjectsChanged
from mediadesk.domain.ids import AssetId, ProjectId, UserId
from mediadesk.domain.projects import CapPeriod, Project
from mediadesk.domain.routes import Chain, check_chain
from mediadesk.services.cap_gate import cap_uses
from mediadesk.storage import projects
from mediadesk.storage.settings import local_day

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from mediadesk.domain.generation import GenerationType
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable, Transaction
    from mediadesk.system.clock import Clock

# the class below has a method named ``list``
Projects = list[Project]


class ProjectService:
    """The user's projects. There is always one: the default."""

    def __init__(
        self,
        user: UserId,
        database: Database,
        bus: EventBus,
        clock: Clock,
        cancel_jobs: Callable[[ProjectId], Awaitable[None]],
    ) -> None:
        self._cancel_jobs = cancel_jobs
        self._user = user
        self._database = database
        self._bus = bus
        self._clock = clock

    async def list(self, include_archived: bool = False) -> Projects:
        """Projects that are not deleted, the default one first."""

        def work(connection: Readable) -> Projects:
            found = projects.list_projects(
                connection, self._user, include_archived=include_archived
            )
            return self._with_budgets(connection, found)

        return await self._database.read_raw(work)

    async def get(self, id: ProjectId) -> Project:
        """One project, deleted or not. Raises ``NotFoundError``."""

        def work(connection: Readable) -> Project:
            found = projects.get_project(connection, self._user, id)
            return self._with_budgets(connection, [found])[0]

        return await self._database.read_raw(work)

    async def default(self) -> Project:
        """The project that takes what names none; made on first use."""
        found = await self._database.read_raw(lambda c: projects.default_project(c, self._user))
        if found is not None:
            return found
        now = self._clock.now_ms()

        def work(connection: Transaction) -> ProjectId:
            present = projects.default_project(connection, self._user)
            if present is not None:
                return present.id
            return projects.create_project(
                connection, self._user, projects.DEFAULT_NAME, "", now, is_default=True
            )

        return await self.get(await self._database.write(work))

    async def find(self, name_or_id: str) -> Project:
        """A project by its name (letter case ignored) or id.

        Raises ``NotFoundError``, and ``UsageError`` where a name fits several.
        """
        try:
            return await self.get(ProjectId(uuid.UUID(name_or_id.strip())))
        except ValueError:
            pass  # not an id, so a name
        found = await self._database.read_raw(
            lambda c: projects.find_projects(c, self._user, name_or_id.strip())
        )
        if not found:
            raise NotFoundError(
                f"There is no project “{name_or_id}”.",
                "See “mediadesk projects list”, or create it.",
            )
        if len(found) > 1:
            raise UsageError(f"Several projects are named “{name_or_id}”.", "Use its id.")
        return found[0]

    async def create(self, name: str, description: str = "") -> Project:
        """Add a project. Raises ``UsageError`` for a taken or empty name."""
        now = self._clock.now_ms()
        project_id = await self._database.write(
            lambda c: projects.create_project(c, self._user, name, description, now)
        )
        self._bus.publish(ProjectsChanged())
        return await self.get(project_id)

    async def edit(
        self,
        id: ProjectId,
        *,
        name: str | None = None,
        description: str | None = None,
        thumbnail_asset_id: AssetId | None = None,
    ) -> Project:
        """Change what is given."""
        now = self._clock.now_ms()
        await self._database.write(
            lambda c: projects.edit_project(
                c,
                self._user,
                id,
                now,
                name=name,
                description=description,
                thumbnail_asset_id=thumbnail_asset_id,
            )
        )
        self._bus.publish(ProjectsChanged())
        return await self.get(id)

    async def set_fallback(self, id: ProjectId, chains: Mapping[GenerationType, Chain]) -> Project:
        """Replace the fallback chains of a project's runs; those that are queued keep theirs.

        Raises ``UsageError`` where a chain is too long or names a model twice.
        """
        for chain in chains.values():
            check_chain(None, chain)
        now = self._clock.now_ms()
        await self._database.write(
            lambda c: projects.set_project_chains(c, self._user, id, chains, now)
        )
        self._bus.publish(ProjectsChanged())
        return await self.get(id)

    async def archive(self, id: ProjectId, archived: bool) -> None:
        """Put a project away, or take it out again."""
        now = self._clock.now_ms()
        await self._database.write(
            lambda c: projects.archive_project(c, self._user, id, archived, now)
        )
        self._bus.publish(ProjectsChanged())

    async def delete(self, id: ProjectId) -> None:
        """Hide a project with everything in it; ``restore`` brings all of it back.

        Its jobs end: those that wait at once and free, the others as far as the provider allows.
        """
        now = self._clock.now_ms()
        await self._database.write(lambda c: projects.delete_project(c, self._user, id, now))
        await self._cancel_jobs(id)
        self._tell_all()

    async def restore(self, id: ProjectId) -> None:
        """Bring back a deleted project with what was deleted together with it."""
        now = self._clock.now_ms()
        await self._database.write(lambda c: projects.restore_project(c, self._user, id, now))
        self._tell_all()

    def _with_budgets(self, connection: Readable, found: Projects) -> Projects:
        month = local_day(connection, self._clock, self._clock.now_ms())[:7]
        uses = [
            use
            for use in cap_uses(connection, self._user, month)
            if use.cap.project_id is not None and use.cap.period is not CapPeriod.JOB
        ]
        uses.sort(key=lambda use: use.used_micro / max(1, use.cap.limit_micro))
        budgets = {use.cap.project_id: use for use in uses}  # the last one is used up furthest
        return [replace(project, budget=budgets.get(project.id)) for project in found]

    def _tell_all(self) -> None:
        self._bus.publish(ProjectsChanged())
        self._bus.publish(AssetsChanged(()))
