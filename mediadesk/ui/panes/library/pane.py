"""The library: a grid of assets with search, kinds, the trash, and a bar for the selection."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.ui.panes.library.selection_bar import SelectionBar
from mediadesk.ui.panes.library.view_model import LibraryViewModel
from mediadesk.ui.perf import mark, mark_once
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.empty_state import EmptyState
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.media_cell import CellAction
from mediadesk.ui.widgets.search_field import SearchField
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.words import TYPE_ICONS, TYPE_LABELS, counted

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.workspace import Workspace

SEARCH_WIDTH = 320
_ACTIONS = (
    CellAction("favourite", "heart", "Favourite"),
    CellAction("input", "corner-up-left", "Use as input"),
    CellAction("delete", "trash-2", "Delete"),
)
_EMPTY = {
    "": ("Nothing in this project yet", "Results you make on the Create page appear here."),
    "all": ("Your library is empty", "Results you make on the Create page appear here."),
    "search": ("Your library is empty", "Results you make on the Create page appear here."),
    "favourites": ("No favourites yet", "Press F on a result to find it here again."),
    "trash": ("Nothing was deleted", "Deleted results wait here and can be restored."),
}


class _Grid(CellView):
    """The grid; tells when rows are on screen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.row_count():
            mark_once("grid-painted")


class LibraryPane(QWidget):
    """Arranges field, filters, grid and selection bar; the view model does the work."""

    def __init__(self, workspace: Workspace, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        describe(self, name="library-pane", accessible="Library")
        set_style(self, surface="window")
        self.view_model = LibraryViewModel(workspace, thumbnails, self)
        self._search = SearchField("Search prompts, texts, tags and notes", name="library-search")
        self._types = SegmentedControl(
            [Segment("", "All")]
            + [Segment(k.value, TYPE_LABELS[k], TYPE_ICONS[k]) for k in GenerationType],
            label="Kind",
            name="library-type",
        )
        self._count = role_label("", "muted")
        self.grid = _Grid("Library", actions=_ACTIONS, name="library-grid")
        self.grid.set_list_model(self.view_model.model)
        self._empty = EmptyState(*_EMPTY[""], icon="images", name="library-empty")
        self._stack = QStackedWidget()
        self._bar = SelectionBar()
        self._build()
        self._connect(workspace)

    # -------------------------------------------------------------------------------- window

    def activate(self) -> None:
        """The page came to the front."""
        if self.view_model.place == "search":
            self._search.setFocus()
            self._search.selectAll()
        else:
            self.grid.setFocus()

    def fit(self, width_class: str, is_low: bool) -> None:
        """Narrow windows get a narrower search field."""
        narrow = width_class == "narrow"
        self._search.setFixedWidth(theme().px(220 if narrow else SEARCH_WIDTH))

    def show_place(self, place: str) -> None:
        """Show the project's assets, all, favourites or the trash."""
        self.view_model.show_place(place)

    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self._head, self._stack]

    async def close_pane(self) -> None:
        """End what the page started."""
        await self.view_model.close()

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._search)
        row.addWidget(self._types)
        row.addStretch(1)
        row.addWidget(self._count)
        body = QHBoxLayout()
        body.setContentsMargins(16, 0, 4, 0)
        body.addWidget(self._stack)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addLayout(body, 1)
        layout.addWidget(self._bar)

    def _connect(self, workspace: Workspace) -> None:
        view_model = self.view_model
        view_model.failed.connect(lambda text: workspace.tell(text, "error"))
        view_model.listed.connect(self._on_listed)
        view_model.place_changed.connect(self._bar.set_place)
        self._search.searched.connect(view_model.search)
        self._types.value_changed.connect(
            lambda value: view_model.set_type(GenerationType(value) if value else None)
        )
        self.grid.row_activated.connect(self._open)
        self.grid.quick_look_requested.connect(self._open)
        self.grid.selection_rows_changed.connect(self._on_selection)
        self.grid.menu_requested.connect(self._on_menu)
        self.grid.action_triggered.connect(self._on_action)
        self._bar.wanted.connect(self._run)
        for keys, wish in (("F", "favourite"), ("U", "input"), ("Del", "delete")):
            shortcut = QShortcut(QKeySequence(keys), self.grid)
            shortcut.activated.connect(partial(self._run, wish))
        export = QShortcut(QKeySequence("Ctrl+E"), self.grid)
        export.activated.connect(partial(self._run, "export"))
        clear = QShortcut(QKeySequence("Escape"), self.grid)
        clear.activated.connect(self.grid.selectionModel().clearSelection)

    # -------------------------------------------------------------------------------- showing

    def _on_listed(self, count: int) -> None:
        mark("search-painted")
        self._count.setText(counted(count, "item"))
        title, text = _EMPTY[self.view_model.place]
        if self.view_model.is_filtered:
            title, text = "Nothing fits", "Try fewer words, or another kind."
        self._empty.set_texts(title, text)
        had_focus = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentWidget(self.grid if count else self._empty)
        if had_focus:
            (self.grid if count else self._search).setFocus()
        self._on_selection()

    def _on_selection(self) -> None:
        self._bar.show_count(self.grid.selected_count())

    # -------------------------------------------------------------------------------- wishes

    def _open(self, row: int) -> None:
        asset = self.view_model.model.item(row)
        if asset is not None and self.view_model.place != "trash":
            mark("view-open")
            self.view_model.open(asset)

    def _on_action(self, name: str, row: int) -> None:
        asset = self.view_model.model.item(row)
        if asset is not None:
            self._do(name, [asset])

    def _run(self, name: str) -> None:
        self.view_model.with_rows(self.grid.selected_rows(), partial(self._do, name))

    def _do(self, name: str, assets: list[Asset]) -> None:
        view_model = self.view_model
        if view_model.place == "trash" and name != "restore":
            return
        if name == "favourite":
            view_model.set_favourite(assets, not all(asset.is_favourite for asset in assets))
        elif name == "input":
            view_model.use_as_inputs(assets)
        elif name == "delete":
            view_model.delete(assets)
        elif name == "restore":
            view_model.restore(assets)
        elif name == "export":
            self._export(assets)
        elif name == "move":
            self._move_menu(assets).popup(self._bar.mapToGlobal(self._bar.rect().topLeft()))

    def _export(self, assets: list[Asset]) -> None:
        dialog = QFileDialog(self.window(), "Save in folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.view_model.export(assets, Path(folder)))
        dialog.open()

    def _move_menu(self, assets: list[Asset]) -> QMenu:
        menu = QMenu("Move to", self)
        menu.aboutToHide.connect(menu.deleteLater)
        for project in self.view_model.projects():
            action = menu.addAction(project.name.replace("&", "&&"))
            action.triggered.connect(partial(self.view_model.move, assets, project.id))
        return menu

    def _on_menu(self, row: int, at: QPoint) -> None:
        rows = self.grid.selected_rows()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, name in self._bar.entries():
            menu.addAction(text).triggered.connect(partial(self._run, name))
        if len(rows) == 1 and self.view_model.place != "trash":
            first = menu.actions()[0]
            opening = menu.addAction("Open")
            opening.triggered.connect(partial(self._open, row))
            menu.insertAction(first, opening)
        menu.popup(at)


def make_library_pane(context: PaneContext) -> LibraryPane:
    """Build the page."""
    return LibraryPane(context.workspace, context.thumbnails)
