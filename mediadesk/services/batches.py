"""Many runs at once: priced first, queued all or none, found again by the name of their batch."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.domain.batches import (
    LARGEST_FILE_BYTES,
    Batch,
    BatchQuote,
    RunQuote,
    read_prompts,
)
from mediadesk.domain.errors import MediadeskError, UsageError
from mediadesk.domain.events import SavedViewsChanged
from mediadesk.domain.queries import AssetQuery
from mediadesk.services.query_codec import to_document
from mediadesk.storage import batches, saved_views
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import GenerationId
    from mediadesk.services.engine import Engine
    from mediadesk.services.generations import GenerationService
    from mediadesk.storage.rows import Readable, Transaction


class BatchService:
    """Batches. Each is a saved view of the library too, so that its results are found there."""

    def __init__(self, engine: Engine, generations: GenerationService) -> None:
        self._engine = engine
        self._generations = generations

    async def quote(self, requests: Sequence[GenerationRequest]) -> BatchQuote:
        """What each run may cost, and which of them cannot be run."""
        return BatchQuote(tuple([await self._quote(request) for request in requests]))

    async def start(
        self,
        requests: Sequence[GenerationRequest],
        *,
        over_cap_once: bool = False,
        is_script: bool = False,
    ) -> Batch:
        """Queue all runs, or none where one cannot be run or a cap refuses their sum.

        ``is_script``: the results are parts of one sound.

        Raises what ``GenerationService.submit`` raises; nothing was sent then.
        """
        engine = self._engine
        made: list[Batch] = []

        def keep(connection: Transaction, ids: Sequence[GenerationId]) -> None:
            now = engine.clock.now_ms()
            name = self._free_name(connection, now, len(ids))
            batch_id = batches.add_batch(
                connection, engine.user, name, ids, now, is_script=is_script
            )
            query = to_document(AssetQuery(batch=batch_id))
            saved_views.put_view(connection, engine.user, None, name, query, now)
            made.append(Batch(batch_id, name, from_ms(now), tuple(ids)))

        await self._generations.submit_all(requests, over_cap_once=over_cap_once, also=keep)
        engine.bus.publish(SavedViewsChanged())
        return made[-1]

    async def find(self, name: str) -> Batch:
        """The newest batch of this name. Raises ``NotFoundError``."""
        engine = self._engine
        return await engine.database.read_raw(lambda c: batches.find(c, engine.user, name))

    async def read_file(self, path: Path) -> list[str]:
        """The prompts in a file: the lines of a text, or a column of a table in CSV.

        Raises ``UsageError`` where it cannot be read, is too large, or is no text.
        """
        return await asyncio.to_thread(_read_file, path)

    async def _quote(self, request: GenerationRequest) -> RunQuote:
        try:
            found = await self._generations.estimate(request)
            await self._generations.check(request)
        except MediadeskError as error:
            return RunQuote(request, None, None, error.sentence())
        return RunQuote(request, found.expected_micro, found.upper_micro)

    def _free_name(self, connection: Readable, now_ms: int, count: int) -> str:
        """“Batch 2026-11-30 21:05, 12 runs”; a number follows where that is taken."""
        user = self._engine.user
        name = f"Batch {from_ms(now_ms).astimezone():%Y-%m-%d %H:%M}, {count} runs"
        wanted, number = name, 1
        while batches.has_name(connection, user, wanted) or saved_views.has_view(
            connection, user, wanted
        ):
            number += 1
            wanted = f"{name} ({number})"
        return wanted


def _read_file(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise UsageError(
            f"The list of prompts {path} cannot be read ({error.strerror}).", "Check the path."
        ) from None
    if len(data) > LARGEST_FILE_BYTES:
        raise UsageError(f"The list of prompts {path.name} is larger than 4 MiB.", "Split it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path.name} is not UTF-8 text.", "Save it as UTF-8.") from None
    found = read_prompts(text, is_table=path.suffix.lower() == ".csv")
    if not found:
        raise UsageError(f"{path.name} holds no prompt.", "Give one prompt to a line.")
    return found
