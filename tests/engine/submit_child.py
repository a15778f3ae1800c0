"""A process that only submits: prints how many of its runs the caps let through."""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from pathlib import Path

from mediadesk.bootstrap import open_services
from mediadesk.domain.errors import CapRefusedError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.vault.keys import LibraryKeys
from tests.fakes.scripted_provider import Script, scripted


async def main() -> None:
    orders = json.loads(sys.stdin.read())
    keys = LibraryKeys(uuid.UUID(orders["library_id"]), bytes.fromhex(orders["master"]))
    unlocked = UnlockedLibrary(Path(orders["path"]), keys, "shared", is_throwaway=True)
    passed = 0
    async with open_services(
        unlocked, run_jobs=False, environment={}, adapters=scripted(Script())
    ) as services:
        project = await services.projects.default()
        for number in range(orders["count"]):
            request = GenerationRequest(
                GenerationType.IMAGE, ProviderName("scripted"), "image", f"{number}", project.id
            )
            try:
                await services.generations.submit(request)
                passed += 1
            except CapRefusedError:
                continue
    print(passed)


if __name__ == "__main__":
    asyncio.run(main())
