"""The history under the stage: filters with counts, and the runs as cards or as a slim row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.generation import Generation, GenerationStatus
from mediadesk.ui.panes.create.history_list import HistoryList
from mediadesk.ui.perf import mark_once
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button, CountButton, IconButton
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.media_cell import HISTORY, SLIM

if TYPE_CHECKING:
    from mediadesk.domain.ids import GenerationId
    from mediadesk.domain.queries import HistoryCounts
    from mediadesk.ui.panes.create.history_view_model import HistoryViewModel

FILTER_LABELS = {
    "all": QT_TR_NOOP("All"),
    "running": QT_TR_NOOP("Running"),
    "failed": QT_TR_NOOP("Failed"),
    "favourites": QT_TR_NOOP("Favourites"),
    "to_settle": QT_TR_NOOP("To settle"),
}
SLIM_HEIGHT = 36
ACTIVE = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)
_EMPTY = {
    "all": QT_TR_NOOP("Results and running jobs of this project appear here."),
    "running": QT_TR_NOOP("Nothing is running."),
    "failed": QT_TR_NOOP("Nothing has failed."),
    "favourites": QT_TR_NOOP("No favourites yet. Press F on a result."),
    "to_settle": QT_TR_NOOP("Nothing has to be settled."),
}


class _Cards(CellView):
    """The strip. ``row_chosen`` follows the user alone, not the list growing under the focus."""

    row_chosen = Signal(int)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.row_count():
            mark_once("grid-painted")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.current_row() >= 0:
            self.row_chosen.emit(self.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.current_row()
        super().keyPressEvent(event)
        if self.current_row() != before:
            self.row_chosen.emit(self.current_row())


class HistoryStrip(QWidget):
    """``generation_chosen`` shows a run; ``action_wanted`` (name, runs) from the context menu."""

    generation_chosen = Signal(object)
    action_wanted = Signal(str, object)
    slim_wanted = Signal(bool)
    view_wanted = Signal(str)

    def __init__(self, view_model: HistoryViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="history", accessible=tr("History"))
        set_style(self, surface="window")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._view_model = view_model
        self._is_slim = False
        self._is_arranged = False
        self._has_open = False
        self._selected: GenerationId | None = None
        self._filters: dict[str, CountButton] = {}
        self._order = Button(tr("Newest"), kind="quiet", size="small", name="history-order")
        self._order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its arrow comes last
        set_icon(self._order, "chevron-down", size=14)
        self._running = role_label("", "accent")
        self._fold = IconButton(
            "chevron-down",
            tr("Fold the history"),
            shortcut="Ctrl+H",
            name="fold-history",
        )
        self._empty = ElideLabel(tr(_EMPTY["all"]), "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view = _Cards(tr("History"), flow="strip", metrics=HISTORY, name="history-cards")
        self._view.set_list_model(view_model.model)
        self._list = HistoryList(view_model.model)
        self._list.hide()
        self._views = {
            "grid": IconButton(
                "layout-grid",
                tr("Show the history as cards"),
                checkable=True,
                name="history-grid",
            ),
            "list": IconButton(
                "list",
                tr("Show the history as a list"),
                checkable=True,
                name="history-as-list",
            ),
        }
        self._shown = "grid"
        self._outer = QVBoxLayout(self)
        self._head, self._slim_row = QHBoxLayout(), QHBoxLayout()
        self._gap = QWidget()
        self._build()
        self._connect()

    @property
    def is_slim(self) -> bool:
        """Whether only one low row is shown."""
        return self._is_slim

    @property
    def view(self) -> CellView:
        """The cards."""
        return self._view

    def set_slim(self, slim: bool) -> None:
        """Show a low row of small pictures, or cards."""
        if self._is_arranged and slim == self._is_slim:
            return  # asked at every step of a job: all cells would be painted anew
        self._is_slim, self._is_arranged = slim, True
        self._view.set_metrics(SLIM if slim else HISTORY)
        for button in (*self._filters.values(), self._order, *self._views.values()):
            button.setVisible(not slim)
        self._filters["to_settle"].setVisible(not slim and self._has_open)
        self._running.setVisible(slim)
        self._gap.setVisible(not slim)
        self._fold.set_icon_name("chevron-up" if slim else "chevron-down")
        self._fold.set_label(tr("Unfold the history") if slim else tr("Fold the history"))
        self._head.setContentsMargins(13, *((3, 8, 3) if slim else (6, 8, 5)))
        self._place_cards()
        self._show_stack()

    def show_view(self, view: str) -> None:
        """Show the runs as cards (“grid”) or as rows (“list”); the slim row has cards alone."""
        self._shown = view if view in self._views else "grid"
        for name, button in self._views.items():
            button.setChecked(name == self._shown)
        self._show_stack()
        self.select(self._selected)

    def select(self, generation_id: GenerationId | None) -> None:
        """Mark the run that is on the stage."""
        self._selected = generation_id
        if generation_id is None:
            self._view.selectionModel().clearSelection()
            self._list.selectionModel().clearSelection()
            return
        position = self._view_model.model.position_of(generation_id)
        for view in (self._view, self._list):
            if position is not None and view.selected_rows() != [position]:
                view.set_current_row(position)

    def step(self, by: int) -> None:
        """Show the next or previous run."""
        row = max(0, self._view.current_row()) + by
        if 0 <= row < self._view.row_count():
            self._view.set_current_row(row)
            self._on_chosen(row)

    def _build(self) -> None:
        head = self._head
        head.setSpacing(4)
        head.addWidget(role_label(tr("History"), "strong"))
        head.addSpacing(8)
        for name, label in FILTER_LABELS.items():
            button = CountButton(tr(label), name=f"history-{name}")
            button.clicked.connect(lambda _on=False, key=name: self._view_model.set_filter(key))
            self._filters[name] = button
            head.addWidget(button)
        self._filters["all"].setChecked(True)
        head.addLayout(self._slim_row, 1)
        head.addWidget(self._gap, 1)
        head.addWidget(self._running)
        head.addWidget(self._order)
        for view_button in self._views.values():
            head.addWidget(view_button)
        head.addWidget(self._fold)
        self._cards = QWidget(self)
        stack = QStackedLayout(self._cards)
        stack.addWidget(self._view)
        stack.addWidget(self._empty)
        stack.addWidget(self._list)
        self._stack = stack
        self._body = QHBoxLayout()
        self._body.setContentsMargins(8, 0, 0, 4)
        self._body.addWidget(self._cards)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        top = line()
        top.setFixedHeight(1)
        self._outer.addWidget(top)
        self._outer.addLayout(head)
        self._outer.addLayout(self._body, 1)
        self.set_slim(False)
        self.show_view("grid")

    def _place_cards(self) -> None:
        """The slim row stands in the head, the cards below it; their parent stays, for a tree that
        moves is styled anew."""
        target = self._slim_row if self._is_slim else self._body
        target.addWidget(self._cards, 1)
        self._cards.setMinimumHeight(theme().px(SLIM_HEIGHT) if self._is_slim else 0)
        self._cards.setMaximumHeight(theme().px(SLIM_HEIGHT) if self._is_slim else 16_777_215)
        self._outer.setStretch(1, 1 if self._is_slim else 0)

    def _connect(self) -> None:
        view_model = self._view_model
        view_model.counts_changed.connect(self._show_counts)
        view_model.filter_changed.connect(self._show_filter)
        view_model.order_changed.connect(
            lambda newest: self._order.setText(tr("Newest") if newest else tr("Oldest"))
        )
        view_model.listed.connect(self._on_listed)
        self._order.clicked.connect(
            lambda: view_model.set_newest_first(not view_model.newest_first)
        )
        self._fold.clicked.connect(lambda: self.slim_wanted.emit(not self._is_slim))
        view_model.model.dataChanged.connect(self._mark_again)
        self._view.row_chosen.connect(self._on_chosen)
        self._view.row_activated.connect(self._on_chosen)
        self._view.menu_requested.connect(self._on_menu)
        self._list.row_chosen.connect(self._on_chosen)
        self._list.menu_requested.connect(self._on_menu)
        for name, button in self._views.items():
            button.clicked.connect(lambda _on=False, view=name: self.view_wanted.emit(view))

    def _show_counts(self, counts: HistoryCounts) -> None:
        numbers = {
            "all": counts.all,
            "running": counts.running,
            "failed": counts.failed,
            "favourites": counts.favourites,
            "to_settle": counts.to_settle,
        }
        for name, count in numbers.items():
            self._filters[name].set_count(count)
        self._has_open = counts.to_settle > 0 or self._view_model.filter == "to_settle"
        self._filters["to_settle"].setVisible(self._has_open and not self._is_slim)
        self._running.setText(
            tr("{running} running").format(running=counts.running) if counts.running else ""
        )

    def _show_filter(self, name: str) -> None:
        for key, button in self._filters.items():
            button.setChecked(key == name)
        self._empty.setText(tr(_EMPTY[name]))

    def _on_listed(self) -> None:
        self._show_stack()
        self.select(self._selected)

    def _show_stack(self) -> None:
        """The runs in the chosen way, or why there are none."""
        is_list = self._shown == "list" and not self._is_slim
        part = self._list if is_list else self._view
        self._stack.setCurrentWidget(part if self._view.row_count() else self._empty)

    def _mark_again(self) -> None:
        """The run on the stage may only now be among the loaded rows."""
        if len(self._shown_view().selected_rows()) <= 1:
            self.select(self._selected)

    def _on_chosen(self, row: int) -> None:
        generation = self._view_model.model.generation(row)
        if generation is not None and generation.id != self._selected:
            self._selected = generation.id
            self.generation_chosen.emit(generation.id)

    def _shown_view(self) -> _Cards | HistoryList:
        return self._list if self._stack.currentWidget() is self._list else self._view

    def _chosen(self, row: int) -> list[Generation]:
        rows = self._shown_view().selected_rows()
        rows = rows if row in rows else [row]
        found = [self._view_model.model.generation(position) for position in rows]
        return [generation for generation in found if generation is not None]

    def _on_menu(self, row: int, at: QPoint) -> None:
        generations = self._chosen(row)
        if not generations:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        count = f" {len(generations)} runs" if len(generations) > 1 else ""
        entries = [(tr("Remix"), "remix")] if len(generations) == 1 else []
        if any(generation.status in ACTIVE for generation in generations):
            entries.append((tr("Cancel{count}").format(count=count), "cancel"))
        entries.append((tr("Delete{count}").format(count=count), "delete"))
        for text, name in entries:
            menu.addAction(text).triggered.connect(
                lambda _on=False, wish=name: self.action_wanted.emit(wish, generations)
            )
        menu.popup(at)
