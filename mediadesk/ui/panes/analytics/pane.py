"""The Analytics page: range and project, figures, charts, lists, and what is behind them."""

from __future__ import annotations

import time
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
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
from mediadesk.ui.panes.analytics.ledger_page import LedgerPage, ask_for_file
from mediadesk.ui.panes.analytics.ledger_view_model import LedgerViewModel
from mediadesk.ui.panes.analytics.list_cards import ModelsCard, ProjectsCard, ReliabilityCard
from mediadesk.ui.panes.analytics.list_view import ListView
from mediadesk.ui.panes.analytics.parts import ChartCard, TableTwin
from mediadesk.ui.panes.analytics.range_dialog import RangeDialog
from mediadesk.ui.panes.analytics.spend_card import SpendCard
from mediadesk.ui.panes.analytics.view_model import AnalyticsViewModel
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mediadesk.domain.generation import Generation
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.panes.analytics.overview import Overview
    from mediadesk.ui.workspace import Workspace

CHARTS = 2
CHART_HEIGHT = 300
PLACES = ((0, 0, 1, 4), (0, 4, 1, 2), (1, 0, 1, 2), (1, 2, 1, 2), (1, 4, 1, 2))
NARROW_PLACES = ((0, 0, 1, 6), (1, 0, 1, 3), (1, 3, 1, 3), (2, 0, 1, 3), (2, 3, 1, 3))
"""Row, column and spans of each card: the two charts, then models, projects, reliability."""
SLICE_S = 0.004
"""How long the cards may be filled before Qt looks at keys and pointer again."""


class AnalyticsPane(QWidget):
    """Arranges the cards; the view model reads the figures. ``shown``: all cards show them."""

    shown = Signal()

    def __init__(
        self, workspace: Workspace, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        describe(self, name="analytics-pane", accessible=tr("Analytics"))
        set_style(self, surface="window")
        self.view_model = AnalyticsViewModel(workspace, self)
        self._workspace = workspace
        self._overview: Overview | None = None
        # Parents first: a tree that moves to another parent is styled anew, widget by widget.
        self._stack = QStackedWidget(self)
        self._page = QWidget(self._stack)
        self._head = QWidget(self._page)
        self._scroll = QScrollArea(self._page)
        self._content = QWidget(self._scroll)
        self._spans = SegmentedControl(
            [
                Segment("7", tr("7 days")),
                Segment("30", tr("30 days")),
                Segment("month", tr("This month")),
                Segment("year", tr("This year")),
                Segment("custom", tr("Custom")),
            ],
            value="month",
            label=tr("Range"),
            name="analytics-span",
            parent=self._head,
        )
        self._projects = QComboBox(self._head)
        describe(self._projects, name="analytics-project", accessible=tr("Project"))
        self._cards: list[ChartCard] = []
        self._is_narrow = False
        self._making = self._make_parts()
        self._steps = self._making
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._show_next)
        self._grid = QGridLayout()
        self._list: ListView | None = None
        self.ledger_model = LedgerViewModel(workspace, self)
        self._ledger = LedgerPage(self.ledger_model, self._stack)
        self._ledger_making = self._ledger.make()
        self._build()
        self._connect()
        self._fill_projects()
        self._turn.start()

    # -------------------------------------------------------------------------------- window

    def activate(self) -> None:
        """The page came to the front."""
        self._stack.setCurrentIndex(0)
        self._spans.setFocus()

    def fit(self, width_class: str, is_low: bool) -> None:
        """Narrow windows show the cards below one another."""
        if self._is_narrow != (width_class == "narrow"):
            self._is_narrow = width_class == "narrow"
            for card in self._cards:
                self._grid.removeWidget(card)
            for number, card in enumerate(self._cards):
                self._place(number, card)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for one row above the figures, there are two."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        sides = self._head_row.contentsMargins().left() * 2 + self._head_row.spacing()
        wanted = self._spans.sizeHint().width() + self._head_end.sizeHint().width() + sides
        way = QBoxLayout.Direction
        has_room = wanted <= self.width()
        self._head_row.setDirection(way.LeftToRight if has_room else way.TopToBottom)

    def _build(self) -> None:
        head = self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._head)
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(12)
        head.addWidget(self._spans)
        row = self._head_end = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._projects)
        head.addLayout(row, 1)
        self._grid.setSpacing(12)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
        self._content.setProperty("bare", True)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(12)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        describe(self._scroll, name="analytics-scroll", accessible=tr("Figures and charts"))
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._scroll, 1)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._ledger)
        self._ledger.back_wanted.connect(lambda: self._stack.setCurrentIndex(0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _make_parts(self) -> Iterator[None]:
        """Make the buttons and the cards, one at each step."""
        yield from self._make_buttons()
        self._figures = KeyFigures(self._content)
        self._figures.runs_wanted.connect(self.view_model.show_runs)
        self._column.insertWidget(0, self._figures)
        yield from self._figures.make()
        projects = partial(ProjectsCard, thumbnails=self._thumbnails)
        for make in (SpendCard, BudgetCard, ModelsCard, projects, ReliabilityCard):
            card = make(self._content)
            card.table_wanted.connect(self._show_twin)
            card.runs_wanted.connect(self.view_model.show_runs)
            if isinstance(card, SpendCard):
                card.by_changed.connect(lambda value: self.view_model.set_by(StatsBy(value)))
            if isinstance(card, ModelsCard):
                card.by_changed.connect(self.view_model.set_models_by)
            if isinstance(card, BudgetCard):
                card.budget_wanted.connect(
                    lambda: self._workspace.page_wanted.emit("settings/budgets")
                )
            self._place(len(self._cards), card)
            self._cards.append(card)
            yield

    def _make_buttons(self) -> Iterator[None]:
        export = Button(
            tr("Export CSV"), icon="download", name="analytics-export", parent=self._head
        )
        export.setToolTip(tr("Every amount of this range, line by line"))
        export.clicked.connect(self._export)
        self._head_end.addWidget(export)
        yield
        ledger = Button(tr("Ledger"), icon="receipt", name="show-ledger", parent=self._head)
        ledger.clicked.connect(self._show_ledger)
        self._head_end.addWidget(ledger)
        yield
        for button in (export, ledger):
            button.show()  # Qt would in a later turn, and leave them out of the width until then
        self._fit_head()

    def _place(self, number: int, card: ChartCard) -> None:
        if number < CHARTS:
            card.setMinimumHeight(theme().px(CHART_HEIGHT))
        self._grid.addWidget(card, *(NARROW_PLACES if self._is_narrow else PLACES)[number])
        card.show()

    def _connect(self) -> None:
        model, workspace = self.view_model, self._workspace
        model.failed.connect(lambda text: workspace.tell(text, "error"))
        self.ledger_model.failed.connect(lambda text: workspace.tell(text, "error"))
        model.changed.connect(self._show)
        model.runs_changed.connect(self._show_runs)
        workspace.projects_changed.connect(self._fill_projects)
        self._spans.value_changed.connect(self._on_span)
        self._projects.activated.connect(
            lambda index: model.set_project(self._projects.itemData(index))
        )

    def _fill_projects(self) -> None:
        chosen = self._projects.currentData()
        self._projects.clear()
        self._projects.addItem(tr("All projects"), None)
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
        # In turns: together the cards would keep keys and pointer waiting.
        self._overview = overview
        self._steps = chain(self._making, self._show_parts(overview), self._ledger_making)
        self._turn.start()

    def _show_parts(self, overview: Overview) -> Iterator[None]:
        for card in self._cards:
            yield from card.steps(overview)
        yield from self._figures.steps(overview)
        self.shown.emit()

    def _show_next(self) -> None:
        enough = time.monotonic() + SLICE_S
        for _ in self._steps:
            if time.monotonic() >= enough:
                self._turn.start()
                return

    def _list_page(self) -> ListView:
        """The page of a table or of runs, made when it is first asked for."""
        if self._list is None:
            self._list = ListView()
            self._list.back_wanted.connect(lambda: self._stack.setCurrentIndex(0))
            self._list.more_wanted.connect(self.view_model.show_more_runs)
            self._list.runs_wanted.connect(self.view_model.show_runs)
            self._list.run_opened.connect(self.view_model.open_run)
            self._stack.addWidget(self._list)
        return self._list

    def _show_ledger(self) -> None:
        if self._overview is not None:
            list(self._ledger_making)  # the rest, where it is asked for before it is ready
            self._stack.setCurrentWidget(self._ledger)
            self.ledger_model.show_range(self._overview.query)

    def _export(self) -> None:
        if (overview := self._overview) is not None:
            ask_for_file(self, lambda path: self.ledger_model.export_range(overview.query, path))

    def _show_twin(self, twin: TableTwin) -> None:
        self._list_page().show_twin(twin)
        self._stack.setCurrentWidget(self._list_page())

    def _show_runs(self, title: str, runs: tuple[Generation, ...], count: int) -> None:
        projects = [self.view_model.project_name(run) for run in runs]
        self._list_page().show_runs(title, runs, count, projects)
        self._stack.setCurrentWidget(self._list_page())


def make_analytics_pane(context: PaneContext) -> AnalyticsPane:
    """Build the page."""
    return AnalyticsPane(context.workspace, context.thumbnails, context.pages)
