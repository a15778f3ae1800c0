"""Spending over time: stacked bars, their legend with amounts, and the days to come."""

from __future__ import annotations

from collections.abc import Iterator

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
    spent_words,
)
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr
from mediadesk.ui.widgets.bar_chart import Bar, BarChart, BarPart
from mediadesk.ui.widgets.bar_tip import BarTip, Swatch, TipRow
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.words import limit_words

MOST_TIP_ROWS = 4
LEGEND_WIDTH = 170
_TITLES = {
    StatsBy.DAY: QT_TR_NOOP("Spending per day"),
    StatsBy.WEEK: QT_TR_NOOP("Spending per week"),
    StatsBy.MONTH: QT_TR_NOOP("Spending per month"),
}


class _LegendRow(RowButton):
    """A colour, what it stands for, and its amount. ``rest_wanted``: all the others were opened."""

    rest_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_rest = False
        self.clicked.connect(self._open_rest)
        self._swatch, self._label, self._amount = Swatch(), ElideLabel(""), number_label()
        self.row.addWidget(self._swatch)
        self.row.addWidget(self._label, 1)
        self.row.addWidget(self._amount)

    def show_group(self, group: Group) -> None:
        """Show a group."""
        amount = format_usd(group.figures.spent_micro)
        spoken = f"{group.label}: {amount}"
        self.set_meaning(f"legend-{group.key or 'more'}", group.label, spoken, group.query)
        self._is_rest = group.query is None
        if self._is_rest:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._swatch.set_color(group.color)
        self._label.setText(group.label)
        self._amount.setText(amount)
        self.show()

    def _open_rest(self) -> None:
        if self._is_rest:
            self.rest_wanted.emit()


class SpendCard(ChartCard):
    """``by_changed`` carries what the bars are to be told apart by."""

    by_changed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Spending per day"), "spend-card", parent)
        self._overview: Overview | None = None
        segments = [
            Segment(StatsBy.PROVIDER.value, tr("Provider")),
            Segment(StatsBy.MODEL.value, tr("Model")),
            Segment(StatsBy.PROJECT.value, tr("Project")),
            Segment(StatsBy.TYPE.value, tr("Type")),
        ]
        by = SegmentedControl(segments, label=tr("Tell apart by"), name="spend-by")
        by.value_changed.connect(self.by_changed)
        self.head.insertWidget(1, by)
        self.chart = BarChart(limit_words, name="spend-chart")
        self.chart.setAccessibleName(
            tr("Spending over time; arrow keys choose a bar, Enter opens it")
        )
        self._tip = BarTip(self.chart)
        self.chart.pointed.connect(self._on_pointed)
        self.chart.opened.connect(self._on_opened)
        legend = QWidget()
        legend.setObjectName("spend-legend")
        legend.setFixedWidth(theme().px(LEGEND_WIDTH))
        self._legend = QVBoxLayout(legend)
        self._legend.setContentsMargins(0, 0, 0, 0)
        self._legend.setSpacing(2)
        self._make_legend()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.chart, 1)
        row.addWidget(legend)
        self.body.addLayout(row, 1)

    def steps(self, overview: Overview) -> Iterator[None]:
        """Show bars, then the legend."""
        self._overview = overview
        spending = overview.spending
        self.title.setText(tr(_TITLES[overview.span.step]))
        bars = [_bar(step, spending.groups, number) for number, step in enumerate(spending.steps)]
        bars += [
            Bar(
                label,
                tr("{label}: {amount} expected").format(label=label, amount=format_usd(micro)),
                (BarPart(micro, _EXPECTED_COLOR),),
                is_expected=True,
            )
            for label, micro in spending.expected
        ]
        self.chart.set_bars(bars)
        yield
        yield from self._legend_steps(overview)

    def twin(self) -> TableTwin:
        """A row for each bar, a column for each colour."""
        overview = self._overview
        if overview is None:
            return super().twin()
        spending = overview.spending
        columns = (
            Column(tr("When"), is_wide=True),
            *(Column(group.label, is_number=True) for group in spending.groups),
            Column(tr("Total"), is_number=True),
            Column(tr("Results"), is_number=True),
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

    def _make_legend(self) -> None:
        self._rows: list[_LegendRow] = []
        self._groups = QVBoxLayout()
        self._groups.setSpacing(2)
        self._none = role_label(tr("Nothing was spent."), "muted", wrap=True)
        self._total = number_label()
        self._basis = role_label("", "muted", wrap=True)
        self._unknown = role_label("", "muted", wrap=True)
        self._legend.addLayout(self._groups)
        self._legend.addWidget(self._none)
        self._legend.addWidget(line())
        total = QHBoxLayout()
        total.addWidget(role_label(tr("Total"), "strong"), 1)
        total.addWidget(self._total)
        self._legend.addLayout(total)
        self._legend.addWidget(self._basis)
        self._legend.addWidget(self._unknown)
        self._legend.addStretch(1)

    def _others(self) -> TableTwin:
        """What the last row of the legend stands for."""
        found = self._overview.spending.others if self._overview else ()
        columns = (
            Column(tr("Name"), is_wide=True),
            Column(tr("Results"), is_number=True),
            Column(tr("Spent"), is_number=True),
        )
        rows = tuple(
            (row.label, number(row.figures.result_count), spent_words(row.figures)) for row in found
        )
        title = tr("{count} more").format(count=len(found))
        return TableTwin(title, columns, rows, tuple(row.query for row in found))

    def _legend_steps(self, overview: Overview) -> Iterator[None]:
        groups, unknown = overview.spending.groups, overview.totals.unknown_count
        for index, group in enumerate(groups):
            if index == len(self._rows):
                row = _LegendRow()
                row.opened.connect(self.runs_wanted)
                row.rest_wanted.connect(lambda: self.table_wanted.emit(self._others()))
                self._groups.addWidget(row)
                self._rows.append(row)
            self._rows[index].show_group(group)
            yield
        for row in self._rows[len(groups) :]:
            row.put_away()
        self._none.setVisible(not groups)
        self._total.setText(spent_words(overview.totals))
        self._basis.setText(basis_words(overview.totals))
        self._basis.setVisible(bool(self._basis.text()))
        self._unknown.setVisible(bool(unknown))
        calls = tr("%Ln call(s)", n=unknown)
        self._unknown.setText(tr("{calls} of unknown cost not included").format(calls=calls))

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
        more = (
            [tr("{count} more").format(count=len(present) - MOST_TIP_ROWS)]
            if len(present) > MOST_TIP_ROWS
            else []
        )
        more.append(tr("%Ln result(s)", n=step.result_count))
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
    results = tr("%Ln result(s)", n=step.result_count)
    spoken = f"{step.title}: {format_usd(step.total)}, {results}"
    label = step.label if number == 0 or not step.label.isdigit() or not int(step.label) % 5 else ""
    return Bar(label, f"{spoken}. {words}" if words else spoken, tuple(parts))
