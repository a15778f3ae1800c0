"""What is left of the budget, day by day, and where the month is likely to end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediadesk.domain.money import format_usd
from mediadesk.domain.statistics import BudgetCourse, StatsQuery
from mediadesk.ui.panes.analytics.overview import Overview
from mediadesk.ui.panes.analytics.parts import ChartCard, TableTwin
from mediadesk.ui.panes.analytics.spans import short_day
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.burn_down_chart import BurnDown, BurnDownChart
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.chip import Chip
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import limit_words


class BudgetCard(ChartCard):
    """The burn-down of the budget, or an offer to set one. ``budget_wanted``: open the settings."""

    budget_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Budget left"), "budget-card", parent)
        self._overview: Overview | None = None
        self._chip = Chip("", "ok")
        self.head.insertWidget(1, self._chip)
        self.chart = BurnDownChart(limit_words, name="budget-chart")
        self.chart.setAccessibleName(tr("What is left of the budget"))
        self._words = role_label("", "muted", wrap=True)
        self._set = Button(tr("Set a monthly budget"), name="set-budget")
        self._set.clicked.connect(self.budget_wanted)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._words)
        self.body.addWidget(self._set)

    def steps(self, overview: Overview) -> Iterator[None]:
        """Show the course of the budget."""
        self._overview = overview
        course = overview.course
        use = course.use
        self.chart.setVisible(use is not None)
        self._set.setVisible(use is None)
        self._chip.setVisible(use is not None)
        self._words.setText(course_words(course))
        if use is None:
            self.title.setText(tr("Budget"))
            self.chart.set_course(None)
            self.body.setStretchFactor(self._words, 1)
            yield
            return
        self.body.setStretchFactor(self._words, 0)
        self.title.setText(tr("Left of the {label}").format(label=tr_sentence(use.cap.label)))
        if use.over_micro:
            self._chip.set_status(tr("Used up"), "err")
        elif course.runs_out_on is not None:
            self._chip.set_status(tr("Runs out"), "warn", "triangle-alert")
        else:
            self._chip.set_status(tr("Inside budget"), "ok")
        self.chart.set_course(_burn_down(course, use.cap.limit_micro))
        yield

    def twin(self) -> TableTwin:
        """A row for each day."""
        if self._overview is None:
            return super().twin()
        course = self._overview.course
        limit = course.use.cap.limit_micro if course.use is not None else None
        columns = [
            Column(tr("Day"), is_wide=True),
            Column(tr("Spent"), is_number=True),
            Column(tr("In all"), is_number=True),
        ]
        if limit is not None:
            columns.append(Column("Left", is_number=True))
        rows = []
        for one in course.days:
            cells = [short_day(one.day), format_usd(one.spent_micro), format_usd(one.total_micro)]
            if limit is not None:
                cells.append(format_usd(limit - one.total_micro))
            rows.append(tuple(cells))
        project = self._overview.query.project_id
        queries = tuple(StatsQuery(one.day, one.day, project) for one in course.days)
        return TableTwin(self.title.text(), tuple(columns), tuple(rows), queries)


def course_words(course: BudgetCourse) -> str:
    """The forecast as a sentence: “$57.90 expected by 30 Nov 2026 ($53.00 to $63.00).”"""
    words = ""
    forecast = course.forecast
    if forecast is not None:
        words = tr("{amount} expected by {short_day} ({amount2} to {amount3}).").format(
            amount=format_usd(forecast.expected_micro),
            short_day=short_day(course.last_day),
            amount2=format_usd(forecast.low_micro),
            amount3=format_usd(forecast.high_micro),
        )
    if course.runs_out_on is not None:
        words += tr(" At this pace it is used up on {short_day}.").format(
            short_day=short_day(course.runs_out_on)
        )
    return words.strip()


def _burn_down(course: BudgetCourse, limit: int) -> BurnDown:
    forecast = course.forecast
    left = tuple(limit - one.total_micro for one in course.days)
    days = (course.last_day - course.first_day).days + 1
    spoken = f"{tr('{amount} left').format(amount=format_usd(left[-1]))}. {course_words(course)}"
    if forecast is None:
        return BurnDown(limit, left, days, words=spoken)
    return BurnDown(
        limit,
        left,
        days,
        low=limit - forecast.high_micro,
        expected=limit - forecast.expected_micro,
        high=limit - forecast.low_micro,
        words=spoken,
    )
