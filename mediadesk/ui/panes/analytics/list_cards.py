"""Lists under the charts: models, projects with their budgets, and how well providers worked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import CapPeriod, CapUse, Project
from mediadesk.domain.statistics import StatsQuery, StatsRow
from mediadesk.services.models import ProviderInfo
from mediadesk.ui.panes.analytics.overview import BY_COST, BY_RESULTS, ModelRow, Overview
from mediadesk.ui.panes.analytics.parts import (
    ChartCard,
    RowButton,
    TableTwin,
    column_of,
    number_label,
    rate_words,
    spent_words,
)
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.budget_bar import LEVEL_MARKS, BudgetBar, BudgetShares
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.widgets.range_chart import RangeChart
from mediadesk.ui.widgets.spark_line import SparkLine
from mediadesk.ui.words import counted, duration, limit_words, noun

MEDIAN, SLOW = 0.5, 0.95
POOR_RATE = 0.95
WIDE_LIMIT = 92
WIDE_RATE = 52
MARK = 14


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
    """The models used most, by cost or by results; ``by_changed`` carries which."""

    by_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Most used models"), "models-card")
        box = QComboBox()
        describe(box, name="models-by", accessible=tr("Most used models in the order of"))
        box.addItem(tr("By cost"), BY_COST)
        box.addItem(tr("By results"), BY_RESULTS)
        box.activated.connect(lambda index: self.by_changed.emit(box.itemData(index)))
        self.head.insertWidget(1, box)

    def twin(self) -> TableTwin:
        """A row for each model."""
        found = self._overview.models if self._overview else ()
        columns = (
            Column("Model", is_wide=True),
            Column("Results", is_number=True),
            Column("Spent", is_number=True),
            Column("Per kept result", is_number=True),
        )
        rows = tuple(
            (
                one.label,
                f"{one.row.figures.result_count:,}",
                spent_words(one.row.figures),
                _per_kept(one.row),
            )
            for one in found
        )
        queries = tuple(one.row.query for one in found)
        return TableTwin(self.title.text(), columns, rows, queries)

    def _made(self, overview: Overview) -> list[QWidget]:
        most = max((_weight(one, overview.models_by) for one in overview.models), default=0)
        return [self._row(one, _weight(one, overview.models_by), most) for one in overview.models]

    def _row(self, one: ModelRow, weight: int, most: int) -> QWidget:
        figures = one.row.figures
        results = _made_words(figures.result_count, one.kind)
        spoken = f"{one.label}: {spent_words(figures)}, {results}"
        row = RowButton(spoken, f"model-{one.row.key}")
        if one.provider is not None:
            row.row.addWidget(_tile(one.provider))
        bar = BudgetBar(height=3, name="model-share", is_accent=True)
        bar.set_shares(BudgetShares(spent=weight, limit=most + 1, warn_at=2))
        row.row.addLayout(column_of(ElideLabel(one.label), bar), 1)
        spark = SparkLine(name="model-course")
        spark.set_values(one.values)
        row.row.addWidget(spark)
        row.row.addWidget(number_label(results, "muted", theme().px(64)))
        row.row.addWidget(number_label(spent_words(figures), width=theme().px(56)))
        return self._opening(row, one.label, one.row.query)


class ProjectsCard(_ListCard):
    """Projects with what they spent in all, and what they may."""

    def __init__(self) -> None:
        super().__init__("Projects and budgets", "projects-card")
        self.head.insertWidget(1, role_label(tr("all time, or this month"), "muted"))

    def twin(self) -> TableTwin:
        """A row for each project."""
        found = self._overview.projects if self._overview else ()
        columns = (
            Column("Project", is_wide=True),
            Column("Spent", is_number=True),
            Column("Held", is_number=True),
            Column("Budget", is_number=True),
            Column(tr("Left"), is_number=True),
        )
        rows = tuple(
            (
                project.name,
                format_usd(project.spent_micro),
                format_usd(project.held_micro),
                tr("none") if project.budget is None else _limit(project.budget),
                "" if project.budget is None else format_usd(_left(project.budget)),
            )
            for project in found
        )
        queries = tuple(StatsQuery(project_id=project.id) for project in found)
        return TableTwin(self.title.text(), columns, rows, queries)

    def _made(self, overview: Overview) -> list[QWidget]:
        return [self._row(project) for project in overview.projects]

    def _row(self, project: Project) -> QWidget:
        use = project.budget
        spent = format_usd(project.spent_micro if use is None else use.spent_micro)
        of = tr("no budget") if use is None else tr("of {limit}").format(limit=_limit(use))
        words = [f"{spent} {of}"]
        if use is not None:
            words.append(tr("{amount} held").format(amount=format_usd(use.held_micro)))
            words.append(tr("{amount} left").format(amount=format_usd(_left(use))))
        row = RowButton(f"{project.name}: {', '.join(words)}", f"project-{project.id}")
        row.setToolTip(", ".join(words))
        amounts = QHBoxLayout()
        amounts.addWidget(ElideLabel(project.name), 1)
        amounts.addWidget(number_label(spent))
        amounts.addWidget(number_label(of, "muted", theme().px(WIDE_LIMIT)))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(amounts)
        if use is not None:
            column.addLayout(_used(use))
        row.row.addLayout(column, 1)
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
        rows = [self._row(row, info, longest) for row, info in overview.providers]
        return [*rows, _axis(longest)] if longest else rows

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
        mark = QLabel()
        mark.setFixedWidth(theme().px(MARK))
        if is_poor:
            mark.setPixmap(icon_pixmap("triangle-alert", "warn.text", theme().px(MARK)))
        row.row.addWidget(mark)
        row.row.addWidget(
            number_label(
                rate_words(found.figures), "warning" if is_poor else "", theme().px(WIDE_RATE)
            )
        )
        chart = RangeChart(name="latency")
        chart.set_range(
            found.figures.latency_ms(MEDIAN), found.figures.latency_ms(SLOW), longest, times
        )
        row.row.addWidget(chart, 3)
        return self._opening(row, name, found.query)


def _made_words(count: int, kind: GenerationType | None) -> str:
    """“1 video”, “132 images”; “results” where the model is not listed any more."""
    if kind is None:
        return counted(count, "result")
    return noun(kind, count) if count != 1 else f"1 {noun(kind)}"


def _axis(longest: int) -> QWidget:
    """The scale of the times, under the lines of the rows."""
    axis = QWidget()
    row = QHBoxLayout(axis)
    row.setContentsMargins(0, 5, 0, 0)
    row.setSpacing(10)
    for width in (20, 0, MARK, WIDE_RATE):
        space = QWidget()
        space.setFixedWidth(theme().px(width)) if width else space.setMinimumWidth(0)
        row.addWidget(space, 0 if width else 2)
    scale = QHBoxLayout()
    for number, ms in enumerate((0, longest // 2, longest)):
        if number:
            scale.addStretch(1)
        scale.addWidget(role_label(duration(ms), "caption"))
    row.addLayout(scale, 3)
    return axis


def _weight(one: ModelRow, by: str) -> int:
    figures = one.row.figures
    return figures.result_count if by == BY_RESULTS else figures.spent_micro


def _limit(use: CapUse) -> str:
    """“$15”, “$10 a month”."""
    words = limit_words(use.cap.limit_micro)
    is_monthly = use.cap.period is CapPeriod.MONTH
    return tr("{limit} a month").format(limit=words) if is_monthly else words


def _left(use: CapUse) -> int:
    return max(0, use.cap.limit_micro - use.used_micro)


def _used(use: CapUse) -> QHBoxLayout:
    """The bar of a budget, and how much of it is spent."""
    shares = BudgetShares(spent=use.spent_micro, held=use.held_micro, limit=use.cap.limit_micro)
    bar = BudgetBar(name="project-bar", is_accent=True)
    bar.set_shares(shares)
    tone, icon = LEVEL_MARKS[shares.level]
    layout = QHBoxLayout()
    layout.setSpacing(6)
    layout.addWidget(bar, 1)
    if icon:
        mark = QLabel()
        mark.setPixmap(icon_pixmap(icon, tone, theme().px(12)))
        layout.addWidget(mark)
    share = 100 * use.spent_micro // max(1, use.cap.limit_micro)
    role = {"fine": "muted", "warn": "warning", "full": "error"}[shares.level]
    layout.addWidget(number_label(f"{share}%", role))
    return layout


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
