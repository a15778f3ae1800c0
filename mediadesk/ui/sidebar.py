"""The sidebar: where one is. Library, search, media, projects; settings and lock; what runs now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.action_table import action_spec
from mediadesk.ui.keymap import keymap
from mediadesk.ui.sidebar_projects import (
    RAIL_ROW_HEIGHT,
    ROW_HEIGHT,
    ProjectDelegate,
    ProjectListModel,
)
from mediadesk.ui.sidebar_status import StatusBlock
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.app_mark import MarkButton
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.library_button import LibraryButton
from mediadesk.ui.widgets.nav_row import NavRow

if TYPE_CHECKING:
    from mediadesk.domain.projects import Project
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.sidebar_view_model import SidebarState

WIDTH = 232
WIDE_WIDTH = 248
RAIL = 56

ROWS_FIRST = 100


class Sidebar(QWidget):
    """Places as rows. ``place_chosen`` names one of them (all, favourites, trash, settings …)."""

    place_chosen = Signal(str)
    project_chosen = Signal(object)
    project_menu_wanted = Signal(object, QPoint)
    new_project_wanted = Signal()
    collapse_wanted = Signal()
    library_menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="sidebar", accessible=tr("Sidebar"))
        set_style(self, surface="sidebar")
        self._is_rail = False
        self._shown_archive = False
        self._name = LibraryButton()
        self._name.clicked.connect(self.library_menu_wanted)
        self._mark = MarkButton(24)
        self._mark.clicked.connect(self.library_menu_wanted)
        self._collapse = IconButton("panel-left-close", tr("Fold the sidebar"))
        keymap().follow("toggle-sidebar", self._collapse, self._collapse.set_shortcut)
        self._collapse.clicked.connect(self.collapse_wanted)
        self._rows: dict[str, NavRow] = {}
        self._model: ProjectListModel | None = None
        self._archived_model: ProjectListModel | None = None
        self._projects = self._project_view("projects", tr("Projects"))
        self._archive = self._project_view("archived-projects", tr("Archived projects"))
        self._archive.hide()
        self._projects_head, self._rail_line = QWidget(), line()
        self._column = QVBoxLayout()
        self._wide_only: list[QWidget] = [self._name, self._collapse]
        self._status = StatusBlock()
        self._build()
        self.set_rail(False)

    def attach(self, thumbnails: ThumbnailLoader) -> None:
        """Give the project lists their item models once a library is open."""
        self._model = ProjectListModel(thumbnails, self)
        self._archived_model = ProjectListModel(thumbnails, self)
        self._projects.setModel(self._model)
        self._archive.setModel(self._archived_model)

    def set_library(self, name: str, *, can_switch: bool) -> None:
        """Name the library."""
        self._name.show_library(name, can_switch=can_switch)
        self._tell_mark()

    @property
    def library_button(self) -> QWidget:
        """Where the menu of libraries belongs: the name, or the mark while only that is shown."""
        return self._mark if self._is_rail else self._name

    def set_open(self, is_open: bool) -> None:
        """Without an open library only the mark is shown."""
        for row in self._rows.values():
            row.setVisible(is_open)
        self._archive_row.setVisible(False)
        if not is_open:
            self.set_library("mediadesk", can_switch=False)
        self._projects.setVisible(is_open)
        self._projects_head.setVisible(is_open)
        self._status.setVisible(is_open)
        if not is_open:
            self._archive.hide()
            self.show_projects((), ())

    def set_available(self, place: str, available: bool) -> None:
        """Hide a place that this build does not have."""
        self._rows[place].setVisible(available)

    def set_place(self, place: str) -> None:
        """Mark where one is; "" for a project."""
        for name, row in self._rows.items():
            row.setChecked(name == place)
        if place:
            self._projects.clearSelection()
            self._archive.clearSelection()

    def show_projects(self, projects: tuple[Project, ...], archived: tuple[Project, ...]) -> None:
        """List the projects."""
        if self._model is None or self._archived_model is None:
            return
        self._model.show(projects)
        self._archived_model.show(archived)
        self._archive_row.setVisible(bool(archived))
        self._archive_row.set_count(str(len(archived)))
        self._archive.setVisible(bool(archived) and self._shown_archive)
        self._fit_lists()

    def select_project(self, project: Project) -> None:
        """Mark the current project."""
        for view, model in (
            (self._projects, self._model),
            (self._archive, self._archived_model),
        ):
            row = model.row_of(project.id) if model is not None else -1
            if model is not None and row >= 0:
                view.setCurrentIndex(model.index(row, 0))
            else:
                view.clearSelection()

    def show_state(self, state: SidebarState) -> None:
        """Show counts and the status block."""
        self._rows["all"].set_count(number(state.assets.all))
        self._rows["favourites"].set_count(number(state.assets.favourites))
        self._rows["trash"].set_count(number(state.assets.deleted) if state.assets.deleted else "")
        jobs = state.jobs
        open_words = (
            tr("{uncertain} to settle").format(uncertain=jobs.uncertain) if jobs.uncertain else ""
        )
        words = tr("{running} running").format(running=jobs.running) if jobs.running else open_words
        self._rows["activity"].set_count(
            words, is_live=bool(jobs.running), figure=number(jobs.running)
        )
        self._status.show_state(state)

    @property
    def is_rail(self) -> bool:
        """Whether only icons are shown."""
        return self._is_rail

    def set_rail(self, rail: bool) -> None:
        """Fold to icons, or unfold."""
        is_other, self._is_rail = rail != self._is_rail, rail
        for row in (*self._rows.values(), self._archive_row):
            row.set_rail(rail)
        for widget in self._wide_only:
            widget.setVisible(not rail)
        if is_other:
            self._place_projects(rail)
        self._status.set_rail(rail)
        policy = Qt.ScrollBarPolicy
        for view in (self._projects, self._archive):  # a bar would cover half of the pictures
            view.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if rail else policy.ScrollBarAsNeeded
            )
        self._tell_mark()
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """Take the width of the window's width class."""
        width = RAIL if self._is_rail else WIDE_WIDTH if wide else WIDTH
        self.setFixedWidth(theme().px(width))

    def _place_projects(self, rail: bool) -> None:
        """Folded, a line stands for the title, and what adds a project comes after them."""
        for view in (self._projects, self._archive):
            delegate = view.itemDelegate()
            if isinstance(delegate, ProjectDelegate):
                delegate.is_rail = rail
            view.doItemsLayout()
        self._fit_lists()
        self._rail_line.setVisible(rail)
        self._column.removeWidget(self._projects_head)
        place = self._column.indexOf(self._projects) + (1 if rail else 0)
        self._column.insertWidget(place, self._projects_head)
        head = self._projects_head.layout()
        if head is not None:
            head.setContentsMargins(8, 4 if rail else 0, 8 if rail else 4, 2)

    def _tell_mark(self) -> None:
        """Folded, the mark stands for the name and can be pressed like it."""
        words = self._name.accessibleName() if self._is_rail and self._name.isEnabled() else ""
        self._mark.offer(words)

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        layout = self._column
        layout.setContentsMargins(8, 10, 8, 6)
        layout.setSpacing(0)
        outer.addLayout(layout, 1)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 3, 0)
        head.setSpacing(2)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        head.addWidget(self._collapse)
        layout.addLayout(head)
        layout.addSpacing(9)
        layout.addWidget(self._row("palette", "palette", is_field=True))
        layout.addSpacing(9)
        for place, action in (
            ("all", "all-media"),
            ("favourites", "favourites"),
            ("activity", "activity"),
        ):
            layout.addWidget(self._row(place, action))
        layout.addSpacing(14)
        self._rail_line.hide()
        layout.addWidget(self._rail_line)
        layout.addWidget(self._head_of_projects())
        # as high as its rows, as long as there is room
        layout.addWidget(self._projects, ROWS_FIRST)
        self._archive_row = NavRow("archive", tr("Archived"), name="nav-archived")
        self._archive_row.set_end_icon("chevron-right")
        self._archive_row.clicked.connect(self._toggle_archive)
        layout.addWidget(self._archive_row)
        layout.addWidget(self._archive, ROWS_FIRST)
        layout.addStretch(1)
        for place, action in (
            ("trash", "trash"),
            ("analytics", "page-analytics"),
            ("settings", "settings"),
            ("lock", "lock"),
        ):
            layout.addWidget(self._row(place, action))
        outer.addWidget(self._status)
        self._status.clicked.connect(lambda: self.place_chosen.emit("activity"))

    def _row(self, place: str, action: str, *, is_field: bool = False) -> NavRow:
        spec = action_spec(action)
        row = NavRow(spec.icon, tr(spec.text), name=f"nav-{place}", is_field=is_field)
        keymap().follow(action, row, row.set_shortcut)
        row.clicked.connect(lambda: self.place_chosen.emit(place))
        if place == "lock":
            row.setCheckable(False)
            row.show_keys()
        self._rows[place] = row
        return row

    def _head_of_projects(self) -> QWidget:
        head = self._projects_head
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 0, 4, 2)
        title = role_label(tr("Projects"), "muted")
        row.addWidget(title)
        row.addStretch(1)
        add = IconButton("plus", tr("New project"), size="small", name="new-project", icon_size=18)
        keymap().follow("new-project", add, add.set_shortcut)
        add.clicked.connect(self.new_project_wanted)
        row.addWidget(add)
        self._wide_only.append(title)
        return head

    def _project_view(self, name: str, label: str) -> QListView:
        view = QListView()
        describe(view, name=name, accessible=label)
        view.setItemDelegate(ProjectDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        view.setMinimumHeight(0)
        view.clicked.connect(self._on_project)
        view.activated.connect(self._on_project)
        view.customContextMenuRequested.connect(lambda at: self._on_menu(view, at))
        return view

    def _fit_lists(self) -> None:
        for view, model in (
            (self._projects, self._model),
            (self._archive, self._archived_model),
        ):
            rows = model.rowCount() if model is not None else 0
            height = theme().px(RAIL_ROW_HEIGHT if self._is_rail else ROW_HEIGHT)
            view.setMaximumHeight(rows * height + 4)
            view.setMinimumHeight(min(rows, 3) * height)

    def _toggle_archive(self) -> None:
        self._shown_archive = not self._shown_archive
        self._archive.setVisible(self._shown_archive)
        self._archive_row.set_end_icon("chevron-down" if self._shown_archive else "chevron-right")
        self._archive_row.setChecked(False)

    def focused_project(self) -> Project | None:
        """The project whose row has the focus, if one has."""
        views = (self._projects, self._archive)
        view = next((view for view in views if view.hasFocus()), None)
        model = view.model() if view is not None else None
        if view is None or not isinstance(model, ProjectListModel):
            return None
        return model.project(view.currentIndex().row())

    def _on_project(self, index: QModelIndex) -> None:
        model = index.model()
        project = model.project(index.row()) if isinstance(model, ProjectListModel) else None
        if project is not None:
            self.project_chosen.emit(project)

    def _on_menu(self, view: QListView, at: QPoint) -> None:
        index = view.indexAt(at)
        model = index.model()
        project = model.project(index.row()) if isinstance(model, ProjectListModel) else None
        if project is not None:
            self.project_menu_wanted.emit(project, view.viewport().mapToGlobal(at))
