"""LedgerService: the ledger in pages, as a file, and what may be added to it afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.events import GenerationChanged, MoneyChanged, ProjectsChanged
from mediadesk.domain.ids import AttemptId, GenerationId
from mediadesk.domain.ledger import LedgerPage, LedgerQuery, LedgerTotals
from mediadesk.domain.usage_import import DayComparison, UsageComparison, UsageMapping
from mediadesk.services import ledger_changes, ledger_export
from mediadesk.services.usage_days import compare_days
from mediadesk.services.usage_import import (
    compare_usage,
    read_usage,
    usage_columns,
    write_corrections,
    zone_of,
)
from mediadesk.storage import attempts, ledger_rows
from mediadesk.storage.driver import typed_os_error
from mediadesk.system.files import FileLayer, write_all_at

if TYPE_CHECKING:
    from mediadesk.domain.ids import ProviderName
    from mediadesk.services.engine_store import EngineStore
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Transaction
    from mediadesk.system.workers import WorkerPool

_T = TypeVar("_T")
_PAGE = 2_000
LARGEST_USAGE_FILE = 64 * 1024 * 1024


class LedgerService:
    """Every amount as it was entered."""

    def __init__(
        self, store: EngineStore, database: Database, bus: EventBus, pool: WorkerPool
    ) -> None:
        self._store = store
        self._database = database
        self._bus = bus
        self._pool = pool

    async def page(
        self, query: LedgerQuery, before: int | None = None, limit: int = 100
    ) -> LedgerPage:
        """The newest entries; ``before`` is the ``next_row`` of the page before."""
        return await self._database.read_raw(
            lambda c: ledger_rows.page(c, self._store.user, query, before, limit)
        )

    async def totals(self, query: LedgerQuery) -> LedgerTotals:
        """Sums over every entry that fits."""
        return await self._database.read_raw(
            lambda c: ledger_rows.totals(c, self._store.user, query)
        )

    async def text(self, query: LedgerQuery, *, as_json: bool = False) -> AsyncIterator[str]:
        """The entries that fit as CSV or JSON, newest first, in parts."""
        yield '{"entries": [\n' if as_json else ledger_export.csv_head()
        before: int | None = None
        is_first = True
        while True:
            found = await self.page(query, before, _PAGE)
            if as_json:
                yield ledger_export.json_items(found.entries, is_first=is_first)
            else:
                yield ledger_export.csv_lines(found.entries)
            before, is_first = found.next_row, False
            if before is None:
                break
        if as_json:
            yield "\n]}\n"

    async def export(self, query: LedgerQuery, path: Path) -> None:
        """Write the entries that fit to a new file: JSON where it is named so, else CSV.

        Raises ``UsageError`` where the file is there already, ``StorageError``.
        """
        files = FileLayer()
        try:
            descriptor = await self._pool.run(files.create, path)
        except FileExistsError:
            raise UsageError(f"{path} is there already.", "Name another file.") from None
        except OSError as error:
            raise typed_os_error(error, path) from error
        offset = 0
        try:
            async for part in self.text(query, as_json=path.suffix.lower() == ".json"):
                offset = await self._pool.run(
                    write_all_at, files, descriptor, part.encode(), offset
                )
            await self._pool.run(files.sync, descriptor)
        except OSError as error:
            await self._pool.run(files.unlink, path)
            raise typed_os_error(error, path) from error
        finally:
            await self._pool.run(files.close, descriptor)

    async def attempt_of(self, item_id: UUID) -> AttemptId:
        """The call that is meant by its own id, or by that of a run that made just one.

        Raises ``NotFoundError``, and ``UsageError`` where a run made several.
        """
        found = await self._database.read_raw(
            lambda c: attempts.named(c, self._store.user, item_id)
        )
        if not found:
            raise NotFoundError(f"There is no run {item_id}.", "See “mediadesk list” for ids.")
        if len(found) > 1:
            ids = ", ".join(map(str, found))
            raise UsageError(f"{item_id} made several calls.", f"Name one of them: {ids}.")
        return found[0]

    async def generation_of(self, attempt_id: AttemptId) -> GenerationId:
        """The generation that made a call. Raises ``NotFoundError``."""
        return (await self._job(attempt_id)).generation_id

    async def correct(self, attempt_id: AttemptId, to_micro: int, note: str = "") -> int:
        """Say what a call really cost; returns the difference that was entered, in micro-USD.

        Raises ``UsageError`` where the call goes on or has to be settled first.
        """
        if to_micro < 0:
            raise UsageError("A call cannot cost less than nothing.", "Give an amount like 0.04.")
        return await self._change(
            attempt_id, lambda c: ledger_changes.correct(c, self._store, attempt_id, to_micro, note)
        )

    async def refund(self, attempt_id: AttemptId, amount_micro: int, note: str = "") -> None:
        """Enter what the provider gave back. Raises ``UsageError`` above what the call cost."""
        await self._change(
            attempt_id,
            lambda c: ledger_changes.refund(c, self._store, attempt_id, amount_micro, note),
        )

    async def columns(self, path: Path) -> tuple[str, ...]:
        """The columns of a usage file, to map them. Raises ``UsageError``."""
        return await self._pool.run(usage_columns, path, LARGEST_USAGE_FILE)

    async def compare(
        self, provider: ProviderName, path: Path, mapping: UsageMapping
    ) -> UsageComparison:
        """Set a provider's usage file beside the ledger. Changes nothing.

        Raises ``UsageError`` for a file or column that cannot be read, naming line and word.
        """
        rows = await self._pool.run(read_usage, path, mapping, LARGEST_USAGE_FILE)
        return await self._database.read_raw(
            lambda c: compare_usage(c, self._store.user, provider, rows)
        )

    async def compare_days(
        self, provider: ProviderName, path: Path, mapping: UsageMapping
    ) -> DayComparison:
        """Set a provider's sums of days (and models) beside those of the ledger.

        Raises ``UsageError`` for a file, column or zone that cannot be read, naming line and word.
        """
        if mapping.time is None:
            raise UsageError("The column of the days is not named.", "Map time=….")
        rows = await self._pool.run(read_usage, path, mapping, LARGEST_USAGE_FILE)
        return await self._database.read_raw(
            lambda c: compare_days(c, self._store.user, provider, rows, zone_of(mapping))
        )

    async def apply(self, comparison: UsageComparison) -> int:
        """Enter what the file says about the calls that differ; returns how many were changed.

        All of them at once; calls whose cost was not known are settled by the bill.
        """
        count = await self._database.write(
            lambda c: write_corrections(c, self._store, comparison.differing)
        )
        self._tell()
        return count

    async def _change(self, attempt_id: AttemptId, work: Callable[[Transaction], _T]) -> _T:
        done = await self._database.write(work)
        job = await self._job(attempt_id)
        self._bus.publish(GenerationChanged(job.generation_id, job.project_id))
        self._tell()
        return done

    async def _job(self, attempt_id: AttemptId) -> AttemptJob:
        user = self._store.user
        return await self._database.read_raw(
            lambda c: attempts.load_job(c, user, attempts.attempt_row(c, user, attempt_id)[0])
        )

    def _tell(self) -> None:
        self._bus.publish(MoneyChanged())
        self._bus.publish(ProjectsChanged())
