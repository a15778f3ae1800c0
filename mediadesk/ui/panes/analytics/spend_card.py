"""Spending over time: stacked bars, their legend with amounts, and the days to come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.money import format_usd
from mediadesk.domain.statistics import StatsBy
from mediadesk.ui.panes.analytics.overview import Group, Overview, Step
from mediadesk.ui.panes.analytics.parts import (
    ChartCard,
    RowButton,
    TableTwin,
    basis_words,
    number_label,
)
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.bar_chart import Bar, BarChart, BarPart
from mediadesk.ui.widgets.bar_tip import BarTip, Swatch, TipRow
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.words import counted, limit_words

MOST_TIP_ROWS = 4
LEGEND_WIDTH = 170
_TITLES = {
    StatsBy.DAY: "Spending per day",
    StatsBy.WEEK: "Spending per week",
    StatsBy.MONTH: "Spending per month",
}


class SpendCard(ChartCard):
    """``by_changed`` carries what the bars are to be told apart by."""

    by_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__("Spending per day", "spend-card")
        self._overview: Overview | None = None
        segments = [
            Segment(StatsBy.PROVIDER.value, "Provider"),
            Segment(StatsBy.MODEL.value, "Model"),
            Segment(StatsBy.PROJECT.value, "Project"),
            Segment(StatsBy.TYPE.value, "Kind"),
        ]
        by = SegmentedControl(segments, label="Tell apart by", name="spend-by")
        by.value_changed.connect(self.by_changed)
        self.head.insertWidget(1, by)
        self.chart = BarChart(limit_words, name="spend-chart")
        self.chart.setAccessibleName("Spending over time; arrow keys choose a bar, Enter opens it")
        self._tip = BarTip(self.chart)
        self.chart.pointed.connect(self._on_pointed)
        self.chart.opened.connect(self._on_opened)
        legend = QWidget()
        legend.setObjectName("spend-legend")
        legend.setFixedWidth(theme().px(LEGEND_WIDTH))
        self._legend = QVBoxLayout(legend)
        self._legend.setContentsMargins(0, 0, 0, 0)
        self._legend.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.chart, 1)
        row.addWidget(legend)
        self.body.addLayout(row, 1)

    def show_overview(self, overview: Overview) -> None:
        """Show bars and legend."""
        self._overview = overview
        spending = overview.spending
        self.title.setText(_TITLES[overview.span.step])
        bars = [_bar(step, spending.groups, number) for number, step in enumerate(spending.steps)]
        bars += [
            Bar(
                label,
                f"{label}: {format_usd(micro)} expected",
                (BarPart(micro, _EXPECTED_COLOR),),
                is_expected=True,
            )
            for label, micro in spending.expected
        ]
        self.chart.set_bars(bars)
        clear_layout(self._legend)
        for group in spending.groups:
            self._legend.addWidget(self._legend_row(group))
        if not spending.groups:
            self._legend.addWidget(role_label("Nothing was spent.", "muted", wrap=True))
        self._legend.addWidget(line())
        total = QHBoxLayout()
        total.addWidget(role_label("Total", "strong"), 1)
        total.addWidget(number_label(format_usd(overview.totals.spent_micro)))
        self._legend.addLayout(total)
        if basis := basis_words(overview.totals):
            self._legend.addWidget(role_label(basis, "muted", wrap=True))
        if overview.totals.unknown_count:
            words = f"{counted(overview.totals.unknown_count, 'call')} of unknown cost not included"
            self._legend.addWidget(role_label(words, "muted", wrap=True))
        self._legend.addStretch(1)

    def twin(self) -> TableTwin:
        """A row for each bar, a column for each colour."""
        overview = self._overview
        if overview is None:
            return super().twin()
        spending = overview.spending
        columns = (
            Column("When", is_wide=True),
            *(Column(group.label, is_number=True) for group in spending.groups),
            Column("Total", is_number=True),
            Column("Results", is_number=True),
        )
        rows = tuple(
            (
                step.title,
                *(format_usd(amount) for amount in step.amounts),
                format_usd(step.total),
                f"{step.result_count:,}",
            )
            for step in spending.steps
        )
        return TableTwin(
            self.title.text(), columns, rows, tuple(step.query for step in spending.steps)
        )

    def _legend_row(self, group: Group) -> QWidget:
        amount = format_usd(group.figures.spent_micro)
        row = RowButton(f"{group.label}: {amount}", f"legend-{group.key or 'more'}")
        row.row.addWidget(Swatch(group.color))
        row.row.addWidget(ElideLabel(group.label), 1)
        row.row.addWidget(number_label(amount))
        query = group.query
        if query is None:
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.unsetCursor()
        else:
            row.clicked.connect(lambda: self.runs_wanted.emit(group.label, query))
        return row

    def _on_pointed(self, index: int) -> None:
        overview = self._overview
        if overview is None or not 0 <= index < len(overview.spending.steps):
            self._tip.hide()
            return
        groups, step = overview.spending.groups, overview.spending.steps[index]
        present = [
            TipRow(group.color, group.label, format_usd(amount))
            for group, amount in zip(groups, step.amounts, strict=True)
            if amount
        ]
        more = [f"{len(present) - MOST_TIP_ROWS} more"] if len(present) > MOST_TIP_ROWS else []
        more.append(counted(step.result_count, "result"))
        self._tip.show_at(
            self.chart.bar_rect(index),
            step.title,
            format_usd(step.total),
            present[:MOST_TIP_ROWS],
            ", ".join(more),
        )

    def _on_opened(self, index: int) -> None:
        if self._overview is not None:
            step = self._overview.spending.steps[index]
            self.runs_wanted.emit(step.title, step.query)


_EXPECTED_COLOR = "border.control"


def _bar(step: Step, groups: tuple[Group, ...], number: int) -> Bar:
    parts = [
        BarPart(amount, group.color) for group, amount in zip(groups, step.amounts, strict=True)
    ]
    words = ", ".join(
        f"{group.label} {format_usd(amount)}"
        for group, amount in zip(groups, step.amounts, strict=True)
        if amount
    )
    results = counted(step.result_count, "result")
    spoken = f"{step.title}: {format_usd(step.total)}, {results}"
    label = step.label if number == 0 or not step.label.isdigit() or not int(step.label) % 5 else ""
    return Bar(label, f"{spoken}. {words}" if words else spoken, tuple(parts))
