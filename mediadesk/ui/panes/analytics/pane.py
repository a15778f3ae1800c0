"""The Analytics page: range and project, figures, charts, lists, and what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.statistics import StatsBy
from mediadesk.ui.panes.analytics.budget_card import BudgetCard
from mediadesk.ui.panes.analytics.key_figures import KeyFigures
from mediadesk.ui.panes.analytics.ledger_page import LedgerPage
from mediadesk.ui.panes.analytics.ledger_view_model import LedgerViewModel
from mediadesk.ui.panes.analytics.list_cards import ModelsCard, ProjectsCard, ReliabilityCard
from mediadesk.ui.panes.analytics.list_view import ListView
from mediadesk.ui.panes.analytics.parts import ChartCard, TableTwin
from mediadesk.ui.panes.analytics.range_dialog import RangeDialog
from mediadesk.ui.panes.analytics.spend_card import SpendCard
from mediadesk.ui.panes.analytics.view_model import AnalyticsViewModel
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mediadesk.domain.generation import Generation
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.panes.analytics.overview import Overview
    from mediadesk.ui.workspace import Workspace

CHART_HEIGHT = 300


class AnalyticsPane(QWidget):
    """Arranges the cards; the view model reads the figures. ``shown``: all cards show them."""

    shown = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        describe(self, name="analytics-pane", accessible="Analytics")
        set_style(self, surface="window")
        self.view_model = AnalyticsViewModel(workspace, self)
        self._workspace = workspace
        self._overview: Overview | None = None
        self._spans = SegmentedControl(
            [
                Segment("7", "7 days"),
                Segment("30", "30 days"),
                Segment("month", "This month"),
                Segment("year", "This year"),
                Segment("custom", "Custom"),
            ],
            value="month",
            label="Range",
            name="analytics-span",
        )
        self._projects = QComboBox()
        describe(self._projects, name="analytics-project", accessible="Project")
        self._figures = KeyFigures()
        self._spend = SpendCard()
        self._budget = BudgetCard()
        self._models = ModelsCard()
        self._lists = (self._models, ProjectsCard(), ReliabilityCard())
        self._waiting: list[Callable[[Overview], None]] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._show_next)
        self._grid = QGridLayout()
        self._stack = QStackedWidget()
        self._list = ListView()
        self.ledger_model = LedgerViewModel(workspace, self)
        self._ledger = LedgerPage(self.ledger_model)
        self._build()
        self._connect()
        self._fill_projects()

    # -------------------------------------------------------------------------------- window

    def activate(self) -> None:
        """The page came to the front."""
        self._stack.setCurrentIndex(0)
        self._spans.setFocus()

    def fit(self, width_class: str, is_low: bool) -> None:
        """Narrow windows show the cards below one another."""
        lower: tuple[ChartCard, ...] = (self._budget, *self._lists)
        for card in (self._spend, *lower):
            self._grid.removeWidget(card)
        wide = 6
        if width_class == "narrow":
            self._grid.addWidget(self._spend, 0, 0, 1, wide)
            for number, card in enumerate(lower):
                self._grid.addWidget(card, 1 + number // 2, 3 * (number % 2), 1, 3)
        else:
            self._grid.addWidget(self._spend, 0, 0, 1, 4)
            self._grid.addWidget(self._budget, 0, 4, 1, 2)
            for number, card in enumerate(lower[1:]):
                self._grid.addWidget(card, 1, 2 * number, 1, 2)

    def show_place(self, place: str) -> None:
        """One place only: the figures."""

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self._head, self._stack]

    async def close_pane(self) -> None:
        """End what the page started."""
        await self.ledger_model.close()
        await self.view_model.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what happens."""
        super().showEvent(event)
        self.view_model.set_shown(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.view_model.set_shown(False)

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(16, 10, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._spans)
        row.addStretch(1)
        row.addWidget(self._projects)
        ledger = Button("Ledger", icon="receipt", name="show-ledger")
        ledger.clicked.connect(self._show_ledger)
        row.addWidget(ledger)
        self._spend.setMinimumHeight(theme().px(CHART_HEIGHT))
        self._budget.setMinimumHeight(theme().px(CHART_HEIGHT))
        self._grid.setSpacing(12)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
        content = QWidget()
        content.setProperty("bare", True)
        column_ = QVBoxLayout(content)
        column_.setContentsMargins(16, 12, 16, 16)
        column_.setSpacing(12)
        column_.addWidget(self._figures)
        column_.addLayout(self._grid)
        column_.addStretch(1)
        scroll = QScrollArea()
        describe(scroll, name="analytics-scroll", accessible="Figures and charts")
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(scroll, 1)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._ledger)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.fit("normal", False)

    def _connect(self) -> None:
        model, workspace = self.view_model, self._workspace
        model.failed.connect(lambda text: workspace.tell(text, "error"))
        self.ledger_model.failed.connect(lambda text: workspace.tell(text, "error"))
        self._ledger.back_wanted.connect(lambda: self._stack.setCurrentIndex(0))
        model.changed.connect(self._show)
        model.runs_changed.connect(self._show_runs)
        workspace.projects_changed.connect(self._fill_projects)
        self._spans.value_changed.connect(self._on_span)
        self._projects.activated.connect(
            lambda index: model.set_project(self._projects.itemData(index))
        )
        self._spend.by_changed.connect(lambda value: model.set_by(StatsBy(value)))
        self._models.by_changed.connect(model.set_models_by)
        self._figures.runs_wanted.connect(model.show_runs)
        self._budget.budget_wanted.connect(lambda: workspace.page_wanted.emit("settings/budgets"))
        cards: tuple[ChartCard, ...] = (self._spend, self._budget, *self._lists)
        for card in cards:
            card.table_wanted.connect(self._show_twin)
            card.runs_wanted.connect(model.show_runs)
        self._list.back_wanted.connect(lambda: self._stack.setCurrentIndex(0))
        self._list.more_wanted.connect(model.show_more_runs)
        self._list.runs_wanted.connect(model.show_runs)
        self._list.run_opened.connect(model.open_run)

    def _fill_projects(self) -> None:
        chosen = self._projects.currentData()
        self._projects.clear()
        self._projects.addItem("All projects", None)
        for project in self.view_model.projects():
            self._projects.addItem(project.name, project.id)
        self._projects.setCurrentIndex(max(0, self._projects.findData(chosen)))

    # -------------------------------------------------------------------------------- wishes

    def _on_span(self, name: str) -> None:
        if name != "custom":
            self.view_model.set_span(name)
            return
        if self._overview is None:
            return
        span = self._overview.span
        dialog = RangeDialog(self, span.first, span.last)
        dialog.chosen.connect(self._on_own_span)
        dialog.rejected.connect(lambda: self._spans.set_value(span.name))
        dialog.open()

    def _on_own_span(self, first: date, last: date) -> None:
        self.view_model.set_own_span(first, last)

    def _show(self, overview: Overview) -> None:
        # Each card in a turn of its own: together they would keep keys and pointer waiting.
        self._overview = overview
        parts = (self._spend, self._budget, *self._lists, self._figures)
        self._waiting = [part.show_overview for part in parts]
        self._turn.start()

    def _show_next(self) -> None:
        if self._overview is not None:
            self._waiting.pop(0)(self._overview)
        if self._waiting:
            self._turn.start()
        else:
            self.shown.emit()

    def _show_ledger(self) -> None:
        if self._overview is not None:
            self.ledger_model.show_range(self._overview.query)
            self._stack.setCurrentWidget(self._ledger)

    def _show_twin(self, twin: TableTwin) -> None:
        self._list.show_twin(twin)
        self._stack.setCurrentWidget(self._list)

    def _show_runs(self, title: str, runs: tuple[Generation, ...], count: int) -> None:
        projects = [self.view_model.project_name(run) for run in runs]
        self._list.show_runs(title, runs, count, projects)
        self._stack.setCurrentWidget(self._list)


def make_analytics_pane(context: PaneContext) -> AnalyticsPane:
    """Build the page."""
    return AnalyticsPane(context.workspace)
