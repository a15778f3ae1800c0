"""What the page about spending knows: the range, the project, and the figures for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.events import GenerationFinished, LibraryChangedElsewhere, MoneyChanged
from mediadesk.domain.projects import Cap, CapPeriod, CapScope
from mediadesk.domain.queries import HistoryRow
from mediadesk.domain.statistics import Figures, SeriesPoint, StatsBy, StatsQuery, StatsRow
from mediadesk.services.stats import generations_behind
from mediadesk.ui.panes.analytics.overview import (
    BY_COST,
    BY_RESULTS,
    ModelRow,
    Overview,
    spending_of,
)
from mediadesk.ui.panes.analytics.spans import Span, own_span, span_of
from mediadesk.ui.support.debounce import Throttle
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from datetime import date

    from mediadesk.domain.generation import Generation
    from mediadesk.domain.ids import GenerationId, ProjectId
    from mediadesk.domain.projects import Project
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.workspace import Workspace

REFRESH_MS = 1_000
RUNS_AT_ONCE = 200
MOST_ROWS = 7
_SERIES = {"nano-banana": "s.nano", "veo3": "s.veo"}
_COLORED = ("openai", "anthropic", "gemini", "openrouter", "fal")


class AnalyticsViewModel(ViewModel):
    """``changed`` carries an ``Overview``; ``runs_changed`` a title, runs, and how many there are.

    Figures are read again while the page is shown and money moves.
    """

    changed = Signal(object)
    runs_changed = Signal(str, object, int)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._name = "month"
        self._own: Span | None = None
        self._project_id: ProjectId | None = None
        self._by = StatsBy.PROVIDER
        self._models_by = BY_COST
        self._is_shown = False
        self._is_loading = False
        self._is_stale = False
        self._runs: tuple[str, StatsQuery, int] = ("", StatsQuery(), RUNS_AT_ONCE)
        self._again = Throttle(REFRESH_MS, self)
        self._again.fired.connect(self.load)
        for kind in (MoneyChanged, GenerationFinished, LibraryChangedElsewhere):
            self.subscribe(self._services.events, kind, lambda _event: self._again.trigger())

    # -------------------------------------------------------------------------------- wishes

    def set_shown(self, is_shown: bool) -> None:
        """Follow what happens only while somebody looks."""
        self._is_shown = is_shown
        if is_shown:
            self.load()

    def projects(self) -> tuple[Project, ...]:
        """Projects to choose from."""
        return (*self._workspace.projects, *self._workspace.archived)

    def set_span(self, name: str) -> None:
        """Choose a range by its name: “7”, “30”, “month”, “year”."""
        self._name, self._own = name, None
        self.load()

    def set_own_span(self, first: date, last: date) -> None:
        """Choose any range."""
        self._own = own_span(first, last)
        self.load()

    def set_project(self, project_id: ProjectId | None) -> None:
        """Count one project only; None counts all."""
        self._project_id = project_id
        self.load()

    def set_by(self, by: StatsBy) -> None:
        """Tell the bars apart by something else."""
        self._by = by
        self.load()

    def set_models_by(self, by: str) -> None:
        """List the models by “cost” or by “results”."""
        self._models_by = by
        self.load()

    def load(self) -> None:
        """Read the figures; asking again while that runs reads once more."""
        if not self._is_shown:
            return
        if self._is_loading:
            self._is_stale = True
        else:
            self._is_loading = True
            self.start(self._load())

    def show_runs(self, title: str, query: StatsQuery) -> None:
        """List the runs that a figure counts."""
        self._runs = (title, query, RUNS_AT_ONCE)
        self.start(self._load_runs())

    def show_more_runs(self) -> None:
        """List more of them."""
        title, query, limit = self._runs
        self._runs = (title, query, limit + RUNS_AT_ONCE)
        self.start(self._load_runs())

    def open_run(self, generation_id: GenerationId) -> None:
        """Show a run on the Create page."""
        self._workspace.show_generation(generation_id)

    def project_name(self, generation: Generation) -> str:
        """The name of a run's project."""
        found = (p.name for p in self.projects() if p.id == generation.project_id)
        return next(found, "")

    # -------------------------------------------------------------------------------- inside

    async def _load(self) -> None:
        try:
            self.changed.emit(await self._overview())
        finally:
            self._is_loading = False
        if self._is_stale:
            self._is_stale = False
            self.load()

    async def _overview(self) -> Overview:
        stats = self._services.stats
        today = await stats.today()
        span = self._own or span_of(self._name, today)
        query = StatsQuery(span.first, span.last, self._project_id)
        whole = await stats.statistics(query, self._by)
        points = await stats.series(query, span.step, self._by)
        course = await stats.course(await self._cap())
        return Overview(
            span=span,
            today=today,
            query=query,
            totals=whole.totals,
            before=await self._before(span),
            course=course,
            by=self._by,
            spending=spending_of(
                span,
                query,
                self._labelled(whole.rows),
                points,
                course if self._project_id is None else None,
                self._colors(),
            ),
            models=await self._models(query, span),
            models_by=self._models_by,
            providers=tuple(
                (row, self._info(row.key))
                for row in (await stats.statistics(query, StatsBy.PROVIDER)).rows
            ),
            projects=await self._dearest_projects(),
            failure=await stats.common_failure(query),
        )

    async def _before(self, span: Span) -> Figures:
        first, last = span.before
        query = StatsQuery(first, last, self._project_id)
        return (await self._services.stats.statistics(query)).totals

    async def _cap(self) -> Cap | None:
        """The budget that the page follows: the project's where one is chosen, else the month's."""
        caps = [one for one in await self._services.money.caps() if one.period is not CapPeriod.JOB]
        if self._project_id is not None:
            own = [one for one in caps if one.project_id == self._project_id]
            return own[0] if own else None
        months = [
            one for one in caps if one.scope is CapScope.OVERALL and one.period is CapPeriod.MONTH
        ]
        return months[0] if months else None

    async def _models(self, query: StatsQuery, span: Span) -> tuple[ModelRow, ...]:
        stats = self._services.stats
        rows = list((await stats.statistics(query, StatsBy.MODEL)).rows)
        if self._models_by == BY_RESULTS:
            rows.sort(key=lambda row: -row.figures.result_count)
        points = await stats.series(query, span.step, StatsBy.MODEL)
        listed = {model.id: model for model in self._services.models.models()}
        infos = {info.provider_id: info for info in self._services.models.providers()}
        found = []
        for row in rows[:MOST_ROWS]:
            model = listed.get(row.key)
            label, kind, info = row.label, None, None
            if model is not None:
                label, kind = model.label, model.types[0]
                info = infos.get(model.provider_id)
            found.append(ModelRow(row, label, kind, info, _values(row.key, points)))
        return tuple(found)

    async def _dearest_projects(self) -> tuple[Project, ...]:
        listed = await self._services.projects.list(include_archived=True)
        found = [p for p in listed if p.spent_micro or p.budget is not None]
        if self._project_id is not None:
            found = [project for project in found if project.id == self._project_id]
        return tuple(sorted(found, key=lambda project: -project.spent_micro)[:MOST_ROWS])

    def _labelled(self, rows: tuple[StatsRow, ...]) -> tuple[StatsRow, ...]:
        if self._by is not StatsBy.PROVIDER:
            return rows
        infos = [self._info(row.key) for row in rows]
        return tuple(
            StatsRow(row.key, info.label if info else row.label, row.figures, row.query)
            for row, info in zip(rows, infos, strict=True)
        )

    def _info(self, name: str) -> ProviderInfo | None:
        found = (one for one in self._services.models.providers() if one.name == name)
        return next(found, None)

    def _colors(self) -> dict[str, str]:
        if self._by is not StatsBy.PROVIDER:
            return {}
        colors = {}
        for info in self._services.models.providers():
            known = _SERIES.get(info.provider_id)
            if known or info.provider_id in _COLORED:
                colors[str(info.name)] = known or f"s.{info.provider_id}"
        return colors

    async def _load_runs(self) -> None:
        title, query, limit = self._runs
        history = self._services.history
        ids = await history.row_ids(generations_behind(query))
        rows: list[HistoryRow] = await history.rows(list(ids[:limit]))
        self.runs_changed.emit(title, tuple(row.generation for row in rows), len(ids))


def _values(key: str, points: list[SeriesPoint]) -> tuple[int, ...]:
    return tuple(point.figures.spent_micro for point in points if point.key == key)
