"""A throw-away library with a scripted provider, and helpers that every engine test needs."""

from __future__ import annotations

import asyncio
import shutil
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.generation import AttemptState, Generation, GenerationRequest, GenerationType
from mediadesk.domain.ids import ProjectId, ProviderName
from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
from mediadesk.storage.rows import fetch_all
from mediadesk.system.clock import Clock
from tests.fakes.scripted_provider import Script, scripted

OpenDesk = Callable[..., AbstractAsyncContextManager["Desk"]]


@dataclass
class Desk:
    """Open services with the script of their provider."""

    services: Services
    script: Script
    project_id: ProjectId

    def request(
        self, model: str = "image", prompt: str = "a lighthouse", **more: Any
    ) -> GenerationRequest:
        """A request to the scripted provider."""
        kinds = {
            "text": GenerationType.TEXT,
            "free-text": GenerationType.TEXT,
            "video": GenerationType.VIDEO,
            "voice": GenerationType.AUDIO,
        }
        kind = kinds.get(model, GenerationType.IMAGE)
        request = GenerationRequest(kind, ProviderName("scripted"), model, prompt, self.project_id)
        return replace(request, **more)

    async def make(self, model: str = "image", **more: Any) -> Generation:
        """Submit and wait for the end."""
        generation_id = await self.services.generations.submit(self.request(model, **more))
        return await self.services.generations.wait(generation_id)

    async def until(self, generation: Any, *states: AttemptState) -> Generation:
        """Wait until every attempt is in one of ``states``."""
        return await self.services.generations._wait_until(generation, lambda s: s in states)

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Rows straight from the encrypted database."""
        return self.services._store.database.read_raw_sync(lambda c: fetch_all(c, sql, values))

    def held(self) -> int:
        """What is held over all."""
        sql = """SELECT COALESCE(SUM(amount_micro), 0) FROM ledger_entries
         WHERE kind IN ('hold', 'release')"""
        return int(self.rows(sql)[0][0])


@pytest.fixture(scope="session")
def fresh_library(tmp_path_factory: pytest.TempPathFactory) -> UnlockedLibrary:
    """An empty library, made once; tests work on copies of it."""
    path = tmp_path_factory.mktemp("fresh") / "library"
    return asyncio.run(LibraryAccess.create_throwaway(path))


@pytest.fixture
def unlocked(tmp_path: Path, fresh_library: UnlockedLibrary) -> UnlockedLibrary:
    """A library of the test's own, whose keys it can hand to another process."""
    path = tmp_path / "library"
    shutil.copytree(fresh_library.path, path)
    return replace(fresh_library, path=path)


@pytest.fixture
def open_desk(unlocked: UnlockedLibrary) -> OpenDesk:
    """Opens the library with a script; may be called again after it was closed."""

    @asynccontextmanager
    async def opened(script: Script | None = None, **attributes: object) -> AsyncIterator[Desk]:
        script = script or Script()
        run_jobs = bool(attributes.pop("run_jobs", True))
        clock = cast("Clock | None", attributes.pop("clock", None))
        adapters = scripted(script, **attributes)
        async with open_services(
            unlocked, environment={}, adapters=adapters, run_jobs=run_jobs, clock=clock
        ) as services:
            project = await services.projects.default()
            yield Desk(services, script, project.id)

    return opened


@pytest.fixture
async def desk(open_desk: OpenDesk) -> AsyncIterator[Desk]:
    async with open_desk() as opened:
        yield opened


@pytest.fixture
def some_id() -> uuid.UUID:
    return uuid.uuid4()
