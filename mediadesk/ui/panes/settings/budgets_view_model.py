"""What the page of budgets knows: every limit with its use, and how money is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import LibraryChangedElsewhere, MoneyChanged, ProjectsChanged
from mediadesk.domain.money import parse_usd
from mediadesk.domain.projects import NOTICE_PERCENT, CapPeriod, CapScope, CapUse
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.ids import AssetId, ProjectId, ProviderName
    from mediadesk.domain.statistics import BudgetCourse
    from mediadesk.ui.service_set import ServiceSet

TIME_ZONE = "money.time_zone"
NEVER_OVER = "money.never_over"
NOTICE_DAYS = "prices.notice_after_days"
REFRESH_MS = 300
_OVERALL = (
    (CapPeriod.MONTH, QT_TR_NOOP("Each month")),
    (CapPeriod.TOTAL, QT_TR_NOOP("In total")),
)


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A limit that is set or could be. ``use`` None: there is none. ``name`` is its widget's.

    ``month`` is set for that of all spending in a month, which the page begins with.
    """

    name: str
    label: str
    scope: CapScope
    period: CapPeriod
    use: CapUse | None = None
    project_id: ProjectId | None = None
    provider: ProviderName | None = None
    month: BudgetCourse | None = None
    picture: AssetId | None = None
    """That of the project; what is no project has none."""


@dataclass(frozen=True, slots=True)
class BudgetWish:
    """A limit as typed, and how it is to act."""

    text: str
    period: CapPeriod
    is_notice_only: bool
    notice_percent: int


class BudgetsViewModel(ViewModel):
    """``changed``: show the rows again; ``refused`` (row name, sentence) why one was not set."""

    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services
        self.overall: tuple[BudgetRow, ...] = ()
        self.one_run = BudgetRow(
            "budget-overall-job", tr("One run"), CapScope.OVERALL, CapPeriod.JOB
        )
        self.projects: tuple[BudgetRow, ...] = ()
        self.providers: tuple[BudgetRow, ...] = ()
        self._again = Throttle(REFRESH_MS, self)
        self._again.fired.connect(self.load)
        for kind in (MoneyChanged, ProjectsChanged, LibraryChangedElsewhere):
            self.subscribe(services.events, kind, lambda _event: self._again.trigger())

    @property
    def is_never_over(self) -> bool:
        """Whether no run may pass a budget, not even once when asked."""
        return self._services.settings.get(NEVER_OVER) is True

    @property
    def time_zone(self) -> str:
        """The zone whose days and months count; empty: that of this computer."""
        return str(self._services.settings.get(TIME_ZONE))

    @property
    def notice_days(self) -> str:
        """After how many days a price that was read is told to be old."""
        return str(self._services.settings.get(NOTICE_DAYS))

    def load(self) -> None:
        """Read limits and their use."""
        self.start(self._load())

    def set_limit(self, row: BudgetRow, wish: BudgetWish) -> None:
        """Set a limit as typed; nothing typed removes it."""
        self.start(self._set_limit(row, wish))

    def set_one_run(self, text: str) -> None:
        """Set from which amount on a single run is asked about; nothing typed: from none."""
        use = self.one_run.use
        is_notice_only = use is not None and use.cap.is_notice_only
        wish = BudgetWish(text, CapPeriod.JOB, is_notice_only, NOTICE_PERCENT)
        self.set_limit(self.one_run, wish)

    def set_setting(self, name: str, value: str | bool) -> None:
        """Keep how money is counted; ``refused`` names the setting where it cannot be."""
        kept = value.strip() if isinstance(value, str) else value
        self.start(self._set_setting(name, kept))

    async def _load(self) -> None:
        uses = await self._services.money.uses()
        projects = [one for one in await self._services.projects.list() if not one.is_archived]
        month = _of(uses, CapPeriod.MONTH)
        self.one_run = replace(self.one_run, use=_of(uses, CapPeriod.JOB))
        course = None if month is None else await self._services.stats.course(month.cap)
        self.overall = tuple(
            BudgetRow(
                f"budget-overall-{period.value}",
                tr(label),
                CapScope.OVERALL,
                period,
                _of(uses, period),
                month=course if period is CapPeriod.MONTH else None,
            )
            for period, label in _OVERALL
        )
        self.projects = tuple(
            row
            for one in projects
            for row in _rows(
                f"budget-project-{one.id}",
                one.name,
                CapScope.PROJECT,
                [use for use in uses if use.cap.project_id == one.id],
                project_id=one.id,
                picture=one.thumbnail_asset_id,
            )
        )
        self.providers = tuple(
            row
            for info in self._services.models.providers()
            if info.has_account and not info.is_offline
            for row in _rows(
                f"budget-provider-{info.name}",
                info.label,
                CapScope.PROVIDER,
                [use for use in uses if use.cap.provider == info.name],
                provider=info.name,
            )
        )
        self.changed.emit()

    async def _set_limit(self, row: BudgetRow, wish: BudgetWish) -> None:
        money, text = self._services.money, wish.text.strip()
        try:
            limit = parse_usd(text) if text else None
            if row.use is not None and (limit is None or wish.period is not row.use.cap.period):
                await money.clear_cap(
                    row.scope,
                    row.use.cap.period,
                    project_id=row.project_id,
                    provider=row.provider,
                )
            if limit is not None:
                await money.set_cap(
                    row.scope,
                    wish.period,
                    limit,
                    project_id=row.project_id,
                    provider=row.provider,
                    is_notice_only=wish.is_notice_only,
                    notice_percent=wish.notice_percent,
                )
        except MediadeskError as error:
            self.refused.emit(row.name, tr_sentence(error.sentence()))

    async def _set_setting(self, name: str, value: str | bool) -> None:
        try:
            await self._services.settings.set(name, value)
        except MediadeskError as error:
            self.refused.emit(name, tr_sentence(error.sentence()))
        else:
            await self._load()


def _of(uses: list[CapUse], period: CapPeriod) -> CapUse | None:
    found = (u for u in uses if u.cap.scope is CapScope.OVERALL and u.cap.period is period)
    return next(found, None)


def _rows(
    name: str,
    label: str,
    scope: CapScope,
    uses: list[CapUse],
    *,
    project_id: ProjectId | None = None,
    provider: ProviderName | None = None,
    picture: AssetId | None = None,
) -> list[BudgetRow]:
    """A row for each limit that is set, or an empty one."""
    if not uses:
        usual = CapPeriod.TOTAL if scope is CapScope.PROJECT else CapPeriod.MONTH
        return [BudgetRow(name, label, scope, usual, None, project_id, provider, None, picture)]
    return [
        BudgetRow(
            f"{name}-{use.cap.period.value}" if number else name,
            label,
            scope,
            use.cap.period,
            use,
            project_id,
            provider,
            None,
            picture,
        )
        for number, use in enumerate(uses)
    ]
