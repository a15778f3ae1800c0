"""Rows of the lists under the charts. Each is made once and shows one thing after the other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import CapPeriod, CapUse, Project
from mediadesk.domain.statistics import CommonFailure, StatsQuery, StatsRow
from mediadesk.services.models import ProviderInfo
from mediadesk.ui.panes.analytics.overview import ModelRow
from mediadesk.ui.panes.analytics.parts import (
    MARK,
    RowButton,
    column_of,
    number_label,
    rate_words,
    spent_words,
)
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.budget_bar import LEVEL_MARKS, BudgetBar, BudgetShares, shares_of
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.project_picture import ProjectPicture
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.widgets.range_chart import RangeChart
from mediadesk.ui.widgets.spark_line import SparkLine
from mediadesk.ui.words import duration, failure_title, limit_words, noun

MEDIAN, SLOW = 0.5, 0.95
POOR_RATE = 0.95
WIDE_LIMIT = 92
WIDE_RATE = 52
SMALL_MARK = 12
PICTURE = 30
FEWEST_ALIKE = 2


class ModelLine(RowButton):
    """A model: its provider, its share of the most, its course, results and cost."""

    def __init__(self) -> None:
        super().__init__()
        self._tile = ProviderTile("", "", size=20)
        self._name = ElideLabel("")
        self._bar = BudgetBar(height=3, name="model-share", is_accent=True)
        self._spark = SparkLine(name="model-course")
        self._results = number_label("", "muted", theme().px(64))
        self._spent = number_label(width=theme().px(56))
        self.row.addWidget(self._tile)
        self.row.addLayout(column_of(self._name, self._bar), 1)
        for part in (self._spark, self._results, self._spent):
            self.row.addWidget(part)

    def show_model(self, one: ModelRow, weight: int, most: int) -> None:
        """Show a model; its bar is as long as ``weight`` of ``most``."""
        figures = one.row.figures
        results = _made_words(figures.result_count, one.kind)
        spoken = f"{one.label}: {spent_words(figures)}, {results}"
        self.set_meaning(f"model-{one.row.key}", one.label, spoken, one.row.query)
        _show_tile(self._tile, one.provider)
        self._name.setText(one.label)
        self._bar.set_shares(BudgetShares(spent=weight, limit=most + 1, warn_at=2))
        self._spark.set_values(one.values)
        self._results.setText(results)
        self._spent.setText(spent_words(figures))


class ProjectLine(RowButton):
    """A project: what it spent, of how much, and the bar of its budget."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ElideLabel("")
        self._spent = number_label()
        self._of = number_label("", "muted", theme().px(WIDE_LIMIT))
        amounts = QHBoxLayout()
        amounts.addWidget(self._name, 1)
        amounts.addWidget(self._spent)
        amounts.addWidget(self._of)
        self._bar = BudgetBar(name="project-bar", is_accent=True)
        self._mark = QLabel()
        self._share = number_label()
        self._used = QWidget(self)
        used = QHBoxLayout(self._used)
        used.setContentsMargins(0, 0, 0, 0)
        used.setSpacing(6)
        used.addWidget(self._bar, 1)
        used.addWidget(self._mark)
        used.addWidget(self._share)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(amounts)
        column.addWidget(self._used)
        self.picture = ProjectPicture(side=PICTURE)
        self.row.addWidget(self.picture)
        self.row.addLayout(column, 1)

    def show_project(self, project: Project) -> None:
        """Show a project."""
        use = project.budget
        spent = format_usd(project.spent_micro if use is None else use.spent_micro)
        of = tr("no budget") if use is None else tr("of {limit}").format(limit=limit_of(use))
        words = [f"{spent} {of}"]
        if use is not None:
            words.append(tr("{amount} held").format(amount=format_usd(use.held_micro)))
            words.append(tr("{amount} left").format(amount=format_usd(left_of(use))))
            self._show_use(use)
        spoken, query = f"{project.name}: {', '.join(words)}", StatsQuery(project_id=project.id)
        self.set_meaning(f"project-{project.id}", project.name, spoken, query)
        self.setToolTip(", ".join(words))
        self._name.setText(project.name)
        self._spent.setText(spent)
        self._of.setText(of)
        self._used.setVisible(use is not None)

    def _show_use(self, use: CapUse) -> None:
        limit = use.cap.limit_micro
        shares = shares_of(use)
        self._bar.set_shares(shares)
        tone, icon = LEVEL_MARKS[shares.level]
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.setPixmap(icon_pixmap(icon, tone, theme().px(SMALL_MARK)))
        role = {"fine": "muted", "warn": "warning", "full": "error"}[shares.level]
        set_style(self._share, role=role)
        self._share.setText(f"{100 * use.spent_micro // max(1, limit)}%")


class ProviderLine(RowButton):
    """A provider: how often it succeeded, and how long it took."""

    def __init__(self) -> None:
        super().__init__()
        self._tile = ProviderTile("", "", size=20)
        self._name = ElideLabel("")
        self._mark = QLabel()
        self._mark.setFixedWidth(theme().px(MARK))
        self._rate = number_label("", "", theme().px(WIDE_RATE))
        self._chart = RangeChart(name="latency")
        self.row.addWidget(self._tile)
        self.row.addWidget(self._name, 2)
        self.row.addWidget(self._mark)
        self.row.addWidget(self._rate)
        self.row.addWidget(self._chart, 3)

    def show_provider(self, found: StatsRow, info: ProviderInfo | None, longest: int) -> None:
        """Show a provider; its times are drawn over an axis that ends at the longest."""
        name, rate = name_of(found, info), found.figures.success_rate
        times = tr("median {median}, 95% within {slow}").format(
            median=time_of(found, MEDIAN), slow=time_of(found, SLOW)
        )
        spoken = tr("{name}: {rate} succeeded, {times}").format(
            name=name, rate=rate_words(found.figures), times=times
        )
        self.set_meaning(f"provider-{found.key}", name, spoken, found.query)
        _show_tile(self._tile, info)
        self._name.setText(name)
        is_poor = rate is not None and rate < POOR_RATE
        self._mark.clear()
        if is_poor:
            self._mark.setPixmap(icon_pixmap("triangle-alert", "warn.text", theme().px(MARK)))
        set_style(self._rate, role="warning" if is_poor else "")
        self._rate.setText(rate_words(found.figures))
        self._chart.set_range(
            found.figures.latency_ms(MEDIAN), found.figures.latency_ms(SLOW), longest, times
        )


class FailureNote(RowButton):
    """“OpenAI: 11 calls failed for one reason: The key was refused”."""

    def __init__(self) -> None:
        super().__init__()
        self._words = role_label("", "muted", wrap=True)
        self.row.addWidget(IconLabel("triangle-alert", "warn.text", side=14))
        self.row.addWidget(self._words, 1)
        self.put_away()

    def show_failure(self, failure: CommonFailure | None, label: str) -> None:
        """Tell what failed most often; None, or a single call, tells nothing."""
        if failure is None or failure.count < FEWEST_ALIKE:
            self.put_away()
            return
        words = tr("{provider}: {count} calls failed for one reason: {reason}.").format(
            provider=label, count=f"{failure.count:,}", reason=failure_title(failure.kind)
        )
        self._words.setText(words)
        title = tr("Runs with {provider}").format(provider=label)
        self.set_meaning("failure-note", title, words, failure.query)
        self.show()


class TimeAxis(QWidget):
    """The scale of the times, under the lines of the rows."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 0)
        row.setSpacing(10)
        for width in (20, 0, MARK, WIDE_RATE):
            space = QWidget()
            space.setFixedWidth(theme().px(width)) if width else space.setMinimumWidth(0)
            row.addWidget(space, 0 if width else 2)
        self._marks = [role_label("", "caption") for _ in range(3)]
        scale = QHBoxLayout()
        for number, mark in enumerate(self._marks):
            if number:
                scale.addStretch(1)
            scale.addWidget(mark)
        row.addLayout(scale, 3)

    def show_longest(self, longest: int) -> None:
        """Show the scale up to ``longest`` milliseconds; hidden where nothing was measured."""
        self.setVisible(bool(longest))
        for mark, ms in zip(self._marks, (0, longest // 2, longest), strict=True):
            mark.setText(duration(ms))


def limit_of(use: CapUse) -> str:
    """“$15”, “$10 a month”."""
    words = limit_words(use.cap.limit_micro)
    is_monthly = use.cap.period is CapPeriod.MONTH
    return tr("{limit} a month").format(limit=words) if is_monthly else words


def left_of(use: CapUse) -> int:
    """What may still be spent, in micro-USD."""
    return max(0, use.cap.limit_micro - use.used_micro)


def name_of(row: StatsRow, info: ProviderInfo | None) -> str:
    """What a provider is called."""
    return row.label if info is None else info.label


def time_of(row: StatsRow, share: float) -> str:
    """Within which time this share of the calls was answered."""
    latency = row.figures.latency_ms(share)
    return "–" if latency is None else duration(latency)


def _made_words(count: int, kind: GenerationType | None) -> str:
    """“1 video”, “132 images”; “results” where the model is not listed any more."""
    if kind is None:
        return tr("%Ln result(s)", n=count)
    return noun(kind, count) if count != 1 else f"1 {noun(kind)}"


def _show_tile(tile: ProviderTile, info: ProviderInfo | None) -> None:
    tile.setVisible(info is not None)
    if info is not None:
        tile.set_provider(info.short_label, series_color_name(info.provider_id))
