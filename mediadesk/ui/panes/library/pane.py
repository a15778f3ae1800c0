"""The library: items as a grid or a list, filters, dates, details, a bar for the selection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.queries import LibraryItem
from mediadesk.ui.action_table import LIBRARY_ACTIONS
from mediadesk.ui.actions import ActionSet
from mediadesk.ui.item_models.asset_table_model import AssetTableModel
from mediadesk.ui.panes.library.details import LibraryDetails
from mediadesk.ui.panes.library.filter_bar import FilterBar
from mediadesk.ui.panes.library.filters import count_words
from mediadesk.ui.panes.library.grid import LibraryGrid, stacked
from mediadesk.ui.panes.library.list_view import LibraryListView
from mediadesk.ui.panes.library.no_match import NoMatch
from mediadesk.ui.panes.library.places import CULLING, EMPTY
from mediadesk.ui.panes.library.quick_look import QuickLook
from mediadesk.ui.panes.library.scrubber import DateScrubber
from mediadesk.ui.panes.library.selection_bar import SelectionBar
from mediadesk.ui.panes.library.status_row import USUAL, StatusRow
from mediadesk.ui.panes.library.summary import day, size_and_cost
from mediadesk.ui.panes.library.view_model import LibraryViewModel
from mediadesk.ui.panes.library.wishes import ItemWishes
from mediadesk.ui.perf import mark
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.empty_state import EmptyState
from mediadesk.ui.widgets.labels import line

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.workspace import Workspace

MOST_SUMMED = 2000
"""Of how many selected items the details are told; reading more would take too long."""
DETAILS_MS = 120
SEEN_AT = 24
"""Pixels from the corner of the items; what lies there is the first that is seen."""


class LibraryPane(QWidget):
    """Arranges filters, items, details and selection bar; the view model does the work.

    ``panel_changed`` (panel, shown) follows what is shown.
    """

    panel_changed = Signal(str, bool)

    def __init__(
        self,
        workspace: Workspace,
        thumbnails: ThumbnailLoader,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        describe(self, name="library-pane", accessible=tr("Library"))
        set_style(self, surface="window")
        self._workspace = workspace
        self._settings = settings
        self.view_model = LibraryViewModel(workspace, thumbnails, self)
        self._filters = FilterBar(self.view_model)
        self._status = StatusRow()
        self.grid = LibraryGrid(USUAL)
        self.grid.set_list_model(self.view_model.model)
        self.list = LibraryListView(AssetTableModel(self.view_model.model, self), settings)
        self.view: LibraryGrid | LibraryListView = self.grid
        self._empty = EmptyState(*map(tr, EMPTY[""]), icon="images", name="library-empty")
        self._no_match = NoMatch()
        self._no_match.cleared.connect(self._filters.clear)
        self._no_match.removed.connect(self._filters.drop)
        self._stack, self._area = stacked()
        self._scrubber = DateScrubber()
        self._quick = QuickLook(self._area)
        self._details = LibraryDetails(thumbnails, self.view_model.model.model_label)
        self._width_class, self._is_dated = "usual", False
        self._bar = SelectionBar()
        self._wishes = ItemWishes(self, self.view_model, workspace, self._bar)
        self._soon = Debouncer(DETAILS_MS, self)
        self._soon.fired.connect(self._read_selection)
        self._rows = QVBoxLayout()
        self._build()
        self._connect(workspace)
        self._connect_keys()
        self._show_view(str(settings.value("library/view", "grid")))

    # -------------------------------------------------------------------------------- window

    def activate(self) -> None:
        """The page came to the front."""
        self._show_details()
        if self.view_model.place == "search":
            self._filters.search.setFocus()
            self._filters.search.selectAll()
        else:
            self.view.setFocus()

    def fit(self, width_class: str, is_low: bool) -> None:
        """Narrow windows have no room for chips."""
        self._width_class = width_class
        narrow = width_class == "narrow"
        self._filters.set_narrow(narrow)
        self._status.set_narrow(narrow)
        self._arrange_rows()
        self._bar.set_narrow(narrow)
        self.list.set_narrow(narrow)
        self._show_details()

    def show_place(self, place: str) -> None:
        """Show the project's items, all, favourites, the trash or a saved view."""
        self.view_model.show_place(place)

    def search_for(self, text: str) -> None:
        """Search for these words at once."""
        self._filters.search.setText(text)
        self.view_model.search(text)

    def set_panel(self, panel: str, on: bool) -> None:
        """Show or hide the details; remembered for this view in windows of this width."""
        if panel == "details":
            self._settings.setValue(self._details_key(), on)
            self._show_details()

    def toggle_panel(self, panel: str) -> None:
        """Turn a panel over."""
        self.set_panel(panel, not self._wants_details())

    def ask_files(self) -> None:
        """Ask which files to take in."""
        self._wishes.ask_files()

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self._filters, self._stack, self._details]

    async def close_pane(self) -> None:
        """End what the page started."""
        await self.view_model.close()

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        for page in (self.grid.frame_, self.list, self._empty, self._no_match):
            self._stack.addWidget(page)
        items = QHBoxLayout()
        items.setContentsMargins(0, 0, 0, 0)
        items.setSpacing(0)
        items.addWidget(self._area, 1)
        items.addWidget(self._scrubber)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(items, 1)
        left.addWidget(self._bar)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left, 1)
        self._edge = line("v")
        body.addWidget(self._edge)
        body.addWidget(self._details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rows.setSpacing(0)
        for part in (self._filters, self._status):
            self._rows.addWidget(part)
        layout.addLayout(self._rows)
        layout.addWidget(line())
        layout.addLayout(body, 1)

    def _page_of(self, view: QWidget) -> QWidget:
        return self.grid.frame_ if view is self.grid else view

    def _connect(self, workspace: Workspace) -> None:
        view_model = self.view_model
        view_model.failed.connect(lambda text: workspace.tell(text, "error"))
        view_model.listed.connect(self._on_listed)
        view_model.model.dataChanged.connect(self._on_arrived)
        view_model.suggested.connect(self._no_match.show_suggestions)
        view_model.place_changed.connect(self._on_place)
        view_model.query_changed.connect(self._on_query)
        self._filters.save_wanted.connect(self._wishes.ask_view_name)
        self._status.order_wanted.connect(view_model.sort)
        self.list.sort_wanted.connect(view_model.sort)
        self._status.view_wanted.connect(self._show_view)
        self._status.size_wanted.connect(self.grid.set_width)
        self._status.empty_wanted.connect(self._wishes.ask_to_empty)
        self.grid.action_triggered.connect(self._on_action)
        for view in (self.grid, self.list):
            view.row_activated.connect(self._open)
            view.quick_look_requested.connect(self._look)
            view.selection_rows_changed.connect(self._on_selection)
            view.menu_requested.connect(self._on_menu)
            view.verticalScrollBar().valueChanged.connect(lambda _value: self._on_scrolled())
        self._quick.step_wanted.connect(self._look_on)
        self._quick.open_wanted.connect(lambda: self._open(self.view.current_row()))
        self._quick.closed.connect(lambda: self.view.setFocus())
        view_model.looked.connect(self._quick.show_content)
        self._scrubber.row_wanted.connect(self._scroll_to)
        self._bar.wanted.connect(self._run)
        self._bar.cleared.connect(self._clear)
        self._details.rated.connect(lambda stars: self._run(f"rate-{stars}"))
        self._details.tags_wanted.connect(partial(self._run, "tag"))
        self._details.compare_wanted.connect(partial(self._run, "compare"))
        self._details.closed.connect(partial(self.set_panel, "details", False))

    def _connect_keys(self) -> None:
        wishes = ("favourite", "input", "delete", "export", "tag", "move")
        self.action_sets = (ActionSet(self._area, LIBRARY_ACTIONS),)
        self.action_sets[0].set_handlers(
            {f"library-{wish}": partial(self._run, wish) for wish in wishes}
            | {f"library-{wish}": partial(self._cull, wish) for wish in CULLING}
            | {
                "library-clear": self._clear,
                "library-view": self._turn_view,
                "library-larger": lambda: self._status.step_size(1),
                "library-smaller": lambda: self._status.step_size(-1),
            }
        )

    def _arrange_rows(self) -> None:
        """In a narrow window filters and order share a row, if there is room for both."""
        parts = (self._filters, self._status)
        has_room = sum(part.sizeHint().width() for part in parts) <= self.width()
        shares = self._width_class == "narrow" and has_room
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if shares else ways.TopToBottom)
        self._status.set_beside(shares)

    # -------------------------------------------------------------------------------- showing

    def _on_listed(self, count: int) -> None:
        mark("search-painted")
        view_model = self.view_model
        self._status.show_count(*count_words(count, view_model.total, view_model.is_filtered))
        self._status.set_can_empty(bool(count))
        self._scrubber.show_times(view_model.times, is_ascending=view_model.query.is_ascending)
        title, text = map(tr, EMPTY.get(view_model.place, EMPTY["all"]))
        self._empty.set_texts(title, text)
        had_focus = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        nothing = self._no_match if view_model.is_filtered else self._empty
        self._stack.setCurrentWidget(self._page_of(self.view) if count else nothing)
        self._show_details()
        if had_focus:
            (self.view if count else self._filters.search).setFocus()
        self._on_selection()
        self._on_scrolled()

    def _on_place(self, place: str) -> None:
        self._bar.set_place(place)
        self._status.set_place(place)
        self._arrange_rows()

    def _on_query(self) -> None:
        query, search = self.view_model.query, self._filters.search
        self._status.show_order(query.order, query.is_ascending)
        self._arrange_rows()
        self.list.show_order(query.order, query.is_ascending)
        if not search.hasFocus() and search.text().strip() != query.text:
            search.setText(query.text)

    def _show_view(self, name: str) -> None:
        wanted = self.list if name == "list" else self.grid
        if wanted is not self.view:
            row, chosen = self.view.current_row(), self.view.selected_count()
            rows = self.view.selected_rows() if chosen <= MOST_SUMMED else []
            self.view = wanted
            wanted.set_current_row(row)
            for number in rows:
                wanted.select_range(number, number, keep=True)
        self._settings.setValue("library/view", "list" if wanted is self.list else "grid")
        self._status.show_view("list" if wanted is self.list else "grid")
        if self.view_model.model.rowCount():
            self._stack.setCurrentWidget(self._page_of(wanted))
        self._show_details()
        self._on_selection()

    def _turn_view(self) -> None:
        self._show_view("grid" if self.view is self.list else "list")
        self.view.setFocus()

    def _show_details(self) -> None:
        has_items, shown = bool(self.view_model.model.rowCount()), self._wants_details()
        has_dates = has_items and self.view is self.grid and self._scrubber.has_dates
        self._scrubber.setVisible(has_dates)
        self.grid.show_scroll_bar(not has_dates)
        self._details.setVisible(shown and has_items)
        self._edge.setVisible(shown and has_items)
        self.panel_changed.emit("details", shown)

    def _details_key(self) -> str:
        view = "grid" if self.view is self.grid else "list"
        return f"library/details/{view}/{self._width_class}"

    def _wants_details(self) -> bool:
        is_usual = self.view is self.grid and self._width_class != "narrow"
        return str(self._settings.value(self._details_key(), is_usual)).lower() == "true"

    def _on_selection(self) -> None:
        count = self.view.selected_count()
        self._bar.show_count(count)
        self.action_sets[0].set_facts(["items"] if count else [])
        self._soon.trigger()

    def _read_selection(self) -> None:
        if not self.view.selected_count():
            self._details.show_items(())
        elif self.view.selected_count() <= MOST_SUMMED:
            self.view_model.with_rows(self.view.selected_rows(), self._on_read)

    def _on_read(self, items: list[LibraryItem]) -> None:
        self._details.show_items(items)
        self._bar.show_facts(size_and_cost(items))

    def _on_scrolled(self) -> None:
        at = self.view.indexAt(QPoint(SEEN_AT, SEEN_AT))
        row = at.row() * (self.grid.columns() if self.view is self.grid else 1)
        item = self.view_model.model.item(row) if at.isValid() else None
        if at.isValid():
            self._scrubber.show_row(row)
        self._is_dated = item is not None
        self._status.show_date(day(item.asset.created_at) if item is not None else "")

    def _on_arrived(self) -> None:
        if not self._is_dated:
            self._on_scrolled()

    def _scroll_to(self, row: int) -> None:
        view, across = self.view, self.grid.columns() if self.view is self.grid else 1
        index = view.model().index(row // across, 0)
        view.scrollTo(index, view.ScrollHint.PositionAtTop)

    # -------------------------------------------------------------------------------- wishes

    def _open(self, row: int) -> None:
        item = self.view_model.model.item(row)
        if item is not None and self.view_model.place != "trash":
            mark("view-open")
            self.view_model.open(item.asset)

    def _look(self, row: int) -> None:
        """Show an item large, over the list."""
        item = self.view_model.model.item(row)
        if item is not None:
            self._quick.show_item(item)
            self.view_model.look(item)

    def _look_on(self, step: int) -> None:
        row = self.view.current_row() + step
        if 0 <= row < self.view.row_count():
            self.view.set_current_row(row)
            self._look(row)

    def _on_action(self, name: str, row: int) -> None:
        item = self.view_model.model.item(row)
        if item is not None:
            self._wishes.grant(name, [item])

    def _run(self, name: str) -> None:
        self.view_model.with_rows(self.view.selected_rows(), partial(self._wishes.grant, name))

    def _cull(self, name: str) -> None:
        """Judge what is selected; one alone gives way to the next."""
        rows = self.view.selected_rows()
        self._run(name)
        if len(rows) == 1 and rows[0] + 1 < self.view.row_count():
            self.view.set_current_row(rows[0] + 1)

    def _clear(self) -> None:
        self.view.selectionModel().clearSelection()

    def _on_menu(self, row: int, at: QPoint) -> None:
        rows = self.view.selected_rows()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if len(rows) == 1 and self.view_model.place != "trash":
            menu.addAction(tr("Open")).triggered.connect(lambda: self._open(row))
        for text, name in self._bar.entries():
            menu.addAction(text).triggered.connect(lambda _on=False, wish=name: self._run(wish))
        menu.popup(at)


def make_library_pane(context: PaneContext) -> LibraryPane:
    """Build the page."""
    return LibraryPane(context.workspace, context.thumbnails, context.settings, context.pages)
