"""One open library: its services live in a task of their own, so that any task may end them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mediadesk.bootstrap import open_services
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import Notice

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary


class OpenLibrary:
    """Opens the services of an unlocked library and closes them again.

    Jobs run from ``begin_jobs`` on: what the first page shows does not wait for them.
    """

    def __init__(self, unlocked: UnlockedLibrary, access: LibraryAccess | None) -> None:
        self.unlocked = unlocked
        self.access = access
        loop = asyncio.get_running_loop()
        self._closing: asyncio.Future[None] = loop.create_future()
        self._may_run: asyncio.Future[None] = loop.create_future()
        self._ready: asyncio.Future[Services] = loop.create_future()
        self._task: asyncio.Task[None] | None = None

    @property
    def services(self) -> Services:
        """The services. Raises InvalidStateError before ``open`` was awaited."""
        return self._ready.result()

    @property
    def is_open(self) -> bool:
        """Whether the services may be used."""
        return self._ready.done() and not self._closing.done()

    async def open(self) -> Services:
        """Open; an error of opening is raised here."""
        self._task = asyncio.get_running_loop().create_task(self._hold())
        await asyncio.wait((self._task, self._ready), return_when=asyncio.FIRST_COMPLETED)
        if self._task.done() and not self._ready.done():
            self._ready.cancel()
            await self._task
        return self._ready.result()

    def begin_jobs(self) -> None:
        """Run jobs from now on; a second call changes nothing."""
        _settle(self._may_run)

    async def end_services(self) -> None:
        """End the services; the keys can open the library again."""
        _settle(self._closing)
        _settle(self._may_run)
        if self._task is not None:
            await asyncio.shield(self._task)  # whoever gives up waiting does not end it

    async def close(self) -> None:
        """End the services, then overwrite the keys. Safe to await twice."""
        try:
            await self.end_services()
        finally:
            self.unlocked.keys.wipe()

    async def _hold(self) -> None:
        async with open_services(self.unlocked, run_jobs=False) as services:
            await services.warm_up()
            self._ready.set_result(services)
            await self._may_run
            if not self._closing.done():
                await _run_jobs(services)
            await self._closing


def _settle(wish: asyncio.Future[None]) -> None:
    if not wish.done():
        wish.set_result(None)


async def _run_jobs(services: Services) -> None:
    """Start them; where that fails the library stays open to look at."""
    try:
        await services.start_jobs()
    except MediadeskError as error:
        services.events.publish(Notice("error", f"Jobs wait. {error.message}", error.next_step))
