"""Lists under the charts: models, projects with their budgets, and how well providers worked."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import Project
from mediadesk.domain.statistics import StatsQuery, StatsRow
from mediadesk.services.models import ProviderInfo
from mediadesk.ui.panes.analytics.overview import ModelRow, Overview
from mediadesk.ui.panes.analytics.parts import (
    ChartCard,
    RowButton,
    TableTwin,
    column_of,
    number_label,
    rate_words,
    spent_words,
)
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.widgets.range_chart import RangeChart
from mediadesk.ui.widgets.spark_line import SparkLine
from mediadesk.ui.words import counted, duration

MEDIAN, SLOW = 0.5, 0.95
POOR_RATE = 0.95


class _ListCard(ChartCard):
    """A card of rows that can be opened."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, name)
        self._overview: Overview | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_overview(self, overview: Overview) -> None:
        """Show the rows again."""
        self._overview = overview
        clear_layout(self._rows)
        rows = self._made(overview)
        for row in rows:
            self._rows.addWidget(line())
            self._rows.addWidget(row)
        if not rows:
            self._rows.addWidget(role_label("Nothing to show for this range.", "muted"))

    def _made(self, overview: Overview) -> list[QWidget]:
        raise AssertionError(f"{type(self).__name__} makes no rows of {overview.span.name}")

    def _opening(self, row: RowButton, title: str, query: StatsQuery) -> RowButton:
        row.clicked.connect(lambda: self.runs_wanted.emit(title, query))
        return row


class ModelsCard(_ListCard):
    """The dearest models, each with its course over the range."""

    def __init__(self) -> None:
        super().__init__("Models by cost", "models-card")

    def twin(self) -> TableTwin:
        """A row for each model."""
        found = [one.row for one in self._overview.models] if self._overview else []
        columns = (
            Column("Model", is_wide=True),
            Column("Results", is_number=True),
            Column("Spent", is_number=True),
            Column("Per kept result", is_number=True),
        )
        rows = tuple(
            (
                row.label,
                f"{row.figures.result_count:,}",
                spent_words(row.figures),
                _per_kept(row),
            )
            for row in found
        )
        return TableTwin(self.title.text(), columns, rows, tuple(row.query for row in found))

    def _made(self, overview: Overview) -> list[QWidget]:
        dearest = max((one.row.figures.spent_micro for one in overview.models), default=0)
        return [self._row(one, dearest) for one in overview.models]

    def _row(self, one: ModelRow, dearest: int) -> QWidget:
        figures = one.row.figures
        results = counted(figures.result_count, "result")
        spoken = f"{one.row.label}: {spent_words(figures)}, {results}"
        row = RowButton(spoken, f"model-{one.row.key}")
        if one.provider is not None:
            row.row.addWidget(_tile(one.provider))
        bar = BudgetBar(height=3, name="model-share")
        bar.set_shares(BudgetShares(spent=figures.spent_micro, limit=dearest + 1, warn_at=2))
        row.row.addLayout(column_of(ElideLabel(one.row.label), bar), 1)
        spark = SparkLine(name="model-course")
        spark.set_values(one.values)
        row.row.addWidget(spark)
        row.row.addWidget(number_label(results, "muted", theme().px(64)))
        row.row.addWidget(number_label(spent_words(figures), width=theme().px(56)))
        return self._opening(row, one.row.label, one.row.query)


class ProjectsCard(_ListCard):
    """Projects with what they spent in all, and what they may."""

    def __init__(self) -> None:
        super().__init__("Projects and budgets", "projects-card")
        self.head.insertWidget(1, role_label("all time", "muted"))

    def twin(self) -> TableTwin:
        """A row for each project."""
        found = self._overview.projects if self._overview else ()
        columns = (
            Column("Project", is_wide=True),
            Column("Spent", is_number=True),
            Column("Held", is_number=True),
            Column("Budget", is_number=True),
        )
        rows = tuple(
            (
                project.name,
                format_usd(project.spent_micro),
                format_usd(project.held_micro),
                "none" if project.budget_micro is None else format_usd(project.budget_micro),
            )
            for project in found
        )
        queries = tuple(StatsQuery(project_id=project.id) for project in found)
        return TableTwin(self.title.text(), columns, rows, queries)

    def _made(self, overview: Overview) -> list[QWidget]:
        return [self._row(project) for project in overview.projects]

    def _row(self, project: Project) -> QWidget:
        limit = project.budget_micro
        spent = format_usd(project.spent_micro)
        of = "no budget" if limit is None else f"of {format_usd(limit)}"
        row = RowButton(f"{project.name}: {spent} {of}", f"project-{project.id}")
        bar = BudgetBar(name="project-bar")
        shares = BudgetShares(spent=project.spent_micro, held=project.held_micro, limit=limit or 0)
        bar.set_shares(shares)
        bar.setVisible(limit is not None)
        row.row.addLayout(column_of(ElideLabel(project.name), bar), 1)
        row.row.addWidget(number_label(spent))
        row.row.addWidget(number_label(of, "muted", theme().px(72)))
        return self._opening(row, project.name, StatsQuery(project_id=project.id))


class ReliabilityCard(_ListCard):
    """How often providers succeeded, and how long they took."""

    def __init__(self) -> None:
        super().__init__("Reliability and time", "reliability-card")
        self.head.insertWidget(1, role_label("dot: median, mark: slowest 5%", "caption"))

    def twin(self) -> TableTwin:
        """A row for each provider."""
        found = self._overview.providers if self._overview else ()
        columns = (
            Column("Provider", is_wide=True),
            Column("Calls", is_number=True),
            Column("Succeeded", is_number=True),
            Column("Failed", is_number=True),
            Column("Rate", is_number=True),
            Column("Median", is_number=True),
            Column("95% within", is_number=True),
        )
        rows = tuple(
            (
                _name(row, info),
                f"{row.figures.attempt_count:,}",
                f"{row.figures.success_count:,}",
                f"{row.figures.failure_count:,}",
                rate_words(row.figures),
                _time(row, MEDIAN),
                _time(row, SLOW),
            )
            for row, info in found
        )
        return TableTwin(self.title.text(), columns, rows, tuple(row.query for row, _info in found))

    def _made(self, overview: Overview) -> list[QWidget]:
        longest = max(
            (row.figures.latency_ms(SLOW) or 0 for row, _info in overview.providers), default=0
        )
        return [self._row(row, info, longest) for row, info in overview.providers]

    def _row(self, found: StatsRow, info: ProviderInfo | None, longest: int) -> QWidget:
        name, rate = _name(found, info), found.figures.success_rate
        times = f"median {_time(found, MEDIAN)}, 95% within {_time(found, SLOW)}"
        row = RowButton(
            f"{name}: {rate_words(found.figures)} succeeded, {times}", f"provider-{found.key}"
        )
        if info is not None:
            row.row.addWidget(_tile(info))
        row.row.addWidget(ElideLabel(name), 2)
        is_poor = rate is not None and rate < POOR_RATE
        row.row.addWidget(
            number_label(rate_words(found.figures), "warning" if is_poor else "", theme().px(52))
        )
        chart = RangeChart(name="latency")
        chart.set_range(
            found.figures.latency_ms(MEDIAN), found.figures.latency_ms(SLOW), longest, times
        )
        row.row.addWidget(chart, 3)
        return self._opening(row, name, found.query)


def _tile(info: ProviderInfo) -> ProviderTile:
    return ProviderTile(info.short_label, series_color_name(info.provider_id), size=20)


def _name(row: StatsRow, info: ProviderInfo | None) -> str:
    return row.label if info is None else info.label


def _time(row: StatsRow, share: float) -> str:
    latency = row.figures.latency_ms(share)
    return "–" if latency is None else duration(latency)


def _per_kept(row: StatsRow) -> str:
    micro = row.figures.cost_per_kept_micro
    return "–" if micro is None else format_usd(micro)
