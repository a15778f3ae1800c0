"""The ledger in pages, its sums, and what may be added to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.ledger import EntryKind, LedgerEntry, LedgerQuery, LedgerTotals
from mediadesk.domain.money import parse_usd
from mediadesk.domain.statistics import StatsQuery
from mediadesk.domain.usage_import import DayComparison, UsageComparison, UsageMapping
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.ids import GenerationId, ProviderName
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.workspace import Workspace

ROWS_AT_ONCE = 200
SPENDING = frozenset(kind for kind in EntryKind if kind.is_spending)


class LedgerViewModel(ViewModel):
    """``changed``: show ``entries`` and ``totals`` again; ``refused`` says why a change failed.

    ``columns_read`` carries the columns of a usage file; ``compared`` what the file differs in,
    call by call or day by day.
    """

    changed = Signal()
    done = Signal()
    refused = Signal(str)
    columns_read = Signal(object)
    compared = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._query = LedgerQuery(kinds=SPENDING)
        self._next: int | None = None
        self._comparison: UsageComparison | None = None
        self.entries: tuple[LedgerEntry, ...] = ()
        self.totals = LedgerTotals(0, 0, 0, 0)

    @property
    def has_more(self) -> bool:
        """Whether there are older entries."""
        return self._next is not None

    def providers(self) -> list[ProviderInfo]:
        """Providers to choose from."""
        return self._services.models.providers()

    def show_range(self, query: StatsQuery) -> None:
        """List the entries of a range and project of the page."""
        self._query = replace(
            self._query,
            first_day=query.first_day,
            last_day=query.last_day,
            project_id=query.project_id,
        )
        self.load()

    def set_kind(self, kind: str) -> None:
        """List one kind of entry: “spending”, “all”, or the name of a kind."""
        named = {"all": None, "spending": SPENDING}
        kinds = named[kind] if kind in named else frozenset({EntryKind(kind)})
        self._query = replace(self._query, kinds=kinds)
        self.load()

    def set_provider(self, provider: ProviderName | None) -> None:
        """List the entries of one provider; None lists all."""
        self._query = replace(self._query, provider=provider)
        self.load()

    def load(self) -> None:
        """Read the newest entries."""
        self.start(self._load())

    def load_more(self) -> None:
        """Read older entries too."""
        self.start(self._load_more())

    def open(self, generation_id: GenerationId) -> None:
        """Show the run of an entry."""
        self._workspace.show_generation(generation_id)

    def correct(self, entry: LedgerEntry, amount: str, note: str) -> None:
        """Say what the call of an entry really cost. ``done`` or ``refused`` follows."""
        self.start(self._change(entry, amount, note, is_refund=False))

    def refund(self, entry: LedgerEntry, amount: str, note: str) -> None:
        """Enter what was given back for the call of an entry. ``done`` or ``refused`` follows."""
        self.start(self._change(entry, amount, note, is_refund=True))

    def export(self, path: Path) -> None:
        """Write what is listed as CSV or JSON, by the name of the file."""
        self.start(self._export(self._query, path))

    def export_range(self, query: StatsQuery, path: Path) -> None:
        """Write every entry of a range and project, holds included."""
        asked = LedgerQuery(query.first_day, query.last_day, query.project_id)
        self.start(self._export(asked, path))

    def read_columns(self, path: Path) -> None:
        """Read the names of the columns of a usage file."""
        self.start(self._read_columns(path))

    def compare(self, provider: ProviderName, path: Path, mapping: UsageMapping) -> None:
        """Set a usage file beside the ledger. ``compared`` or ``refused`` follows."""
        self.start(self._compare(provider, path, mapping))

    def compare_days(self, provider: ProviderName, path: Path, mapping: UsageMapping) -> None:
        """Set the sums of a usage file beside the ledger. ``compared`` or ``refused`` follows."""
        self.start(self._compare_days(provider, path, mapping))

    def zones(self) -> list[str]:
        """Time zones that the days of a file may be in."""
        own = str(self._services.settings.get("money.time_zone"))
        return ["UTC", own] if own and own != "UTC" else ["UTC"]

    def apply(self) -> None:
        """Enter what the file says about the calls that differ."""
        if self._comparison is not None:
            self.start(self._apply(self._comparison))

    # -------------------------------------------------------------------------------- inside

    async def _load(self) -> None:
        page = await self._services.ledger.page(self._query, None, ROWS_AT_ONCE)
        self.totals = await self._services.ledger.totals(self._query)
        self.entries, self._next = page.entries, page.next_row
        self.changed.emit()

    async def _load_more(self) -> None:
        page = await self._services.ledger.page(self._query, self._next, ROWS_AT_ONCE)
        self.entries, self._next = (*self.entries, *page.entries), page.next_row
        self.changed.emit()

    async def _change(self, entry: LedgerEntry, amount: str, note: str, *, is_refund: bool) -> None:
        if entry.attempt_id is None:
            self.refused.emit(tr("This entry belongs to no call."))
            return
        ledger = self._services.ledger
        try:
            micro = parse_usd(amount)
            if is_refund:
                await ledger.refund(entry.attempt_id, micro, note)
            else:
                await ledger.correct(entry.attempt_id, micro, note)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        self.done.emit()
        self._workspace.tell(tr("Entered in the ledger."), "ok")
        await self._load()

    async def _export(self, query: LedgerQuery, path: Path) -> None:
        await self._services.ledger.export(query, path)
        self._workspace.tell(tr("Saved {name}. It is not encrypted.").format(name=path.name), "ok")

    async def _read_columns(self, path: Path) -> None:
        try:
            self.columns_read.emit(await self._services.ledger.columns(path))
        except MediadeskError as error:
            self.failed.emit(tr_sentence(error.sentence()))

    async def _compare(self, provider: ProviderName, path: Path, mapping: UsageMapping) -> None:
        try:
            self._comparison = await self._services.ledger.compare(provider, path, mapping)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        else:
            self.compared.emit(self._comparison)

    async def _compare_days(
        self, provider: ProviderName, path: Path, mapping: UsageMapping
    ) -> None:
        self._comparison = None
        try:
            found: DayComparison = await self._services.ledger.compare_days(provider, path, mapping)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        else:
            self.compared.emit(found)

    async def _apply(self, comparison: UsageComparison) -> None:
        try:
            count = await self._services.ledger.apply(comparison)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        self.done.emit()
        self._workspace.tell(
            tr("{count} calls corrected from the file.").format(count=number(count)), "ok"
        )
        await self._load()
