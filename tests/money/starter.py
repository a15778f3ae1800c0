"""A process that submits one picture when told to go: ``python -m tests.money.starter``.

Reads orders as one line of JSON, says “ready”, waits for a second line, submits, waits for the end
and exits like the command line: 0, or 4 where a cap refused.
"""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from pathlib import Path

from mediadesk.bootstrap import open_services
from mediadesk.domain.errors import CapRefusedError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProjectId, ProviderName
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.vault.keys import LibraryKeys


async def main() -> int:
    """Follow the orders; a round for each further line that comes."""
    orders = json.loads(sys.stdin.readline())
    keys = LibraryKeys(uuid.UUID(orders["library_id"]), bytes.fromhex(orders["master"]))
    unlocked = UnlockedLibrary(Path(orders["path"]), keys, "shared", is_throwaway=True)
    environment = {"MEDIADESK_OPENAI_BASE_URL": orders["base_url"]}
    async with open_services(unlocked, environment=environment) as services:
        services.generations  # noqa: B018 - built before the race, not in it
        print("ready", flush=True)
        while (line := await asyncio.to_thread(sys.stdin.readline)).strip():
            request = GenerationRequest(
                GenerationType.IMAGE,
                ProviderName("openai"),
                "gpt-image-made-up",
                "a lighthouse",
                ProjectId(uuid.UUID(line.strip())),
                max_cost_micro=orders["hold_micro"],
            )
            code = 0
            try:
                made = await services.generations.submit(request)
                await services.generations.wait(made)
            except CapRefusedError as error:
                code = error.exit_code
            print(code, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
