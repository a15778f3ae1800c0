"""A list over the whole page with a way back: a chart as a table, or the runs behind a figure."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.generation import Generation
from mediadesk.domain.statistics import StatsQuery
from mediadesk.ui.panes.analytics.parts import TableTwin
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.data_table import Column, DataTable
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.words import TYPE_LABELS, first_line, marked_cost, moment, status_words

RUN_COLUMNS = (
    Column(QT_TR_NOOP("When")),
    Column(QT_TR_NOOP("Type")),
    Column(QT_TR_NOOP("Prompt"), is_wide=True),
    Column(QT_TR_NOOP("Model")),
    Column(QT_TR_NOOP("Project")),
    Column(QT_TR_NOOP("State")),
    Column(QT_TR_NOOP("Cost"), is_number=True),
)


class ListView(QWidget):
    """``back_wanted``; ``runs_wanted`` (title, query) and ``run_opened`` (id) from a row."""

    back_wanted = Signal()
    more_wanted = Signal()
    runs_wanted = Signal(str, object)
    run_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("analytics-list")
        set_style(self, surface="window")
        self._queries: tuple[StatsQuery | None, ...] = ()
        self._runs: tuple[Generation, ...] = ()
        self._title = ElideLabel("", "scope")
        self._count = role_label("", "muted")
        self.table = DataTable(tr("List"), name="analytics-table")
        self.table.row_opened.connect(self._on_opened)
        self._more = Button(tr("Show more"), name="runs-more")
        self._more.clicked.connect(self.more_wanted)
        back = Button(tr("Back to Analytics"), icon="arrow-left", name="analytics-back")
        back.clicked.connect(self.back_wanted)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._more)

    def show_twin(self, twin: TableTwin) -> None:
        """Show a chart as a table; a row opens its runs."""
        self._queries, self._runs = twin.queries, ()
        self._show(twin.title, tr("%Ln row(s)", n=len(twin.rows)))
        self.table.show_rows(twin.columns, twin.rows)
        self._more.hide()

    def show_runs(
        self, title: str, runs: tuple[Generation, ...], count: int, projects: list[str]
    ) -> None:
        """Show runs; a row opens one on the Create page."""
        self._queries, self._runs = (), runs
        self._show(title, tr("%Ln run(s)", n=count))
        self.table.show_rows(
            RUN_COLUMNS,
            [_cells(run, project) for run, project in zip(runs, projects, strict=True)],
        )
        self._more.setVisible(count > len(runs))

    def _show(self, title: str, count: str) -> None:
        self._title.setText(title)
        self._count.setText(count)
        self.table.setAccessibleName(title)
        self.table.setFocus()

    def _on_opened(self, row: int) -> None:
        if self._runs:
            self.run_opened.emit(self._runs[row].id)
        elif self._queries and self._queries[row] is not None:
            self.runs_wanted.emit(self.table.row_words(row)[0], self._queries[row])


def _cells(run: Generation, project: str) -> tuple[str, ...]:
    return (
        moment(run.created_at),
        tr(TYPE_LABELS[run.type]),
        first_line(run.prompt),
        run.model,
        project,
        status_words(run)[0],
        marked_cost(run),
    )
