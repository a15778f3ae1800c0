"""One open library in the window: pages, sidebar, actions. Ends with lock or close."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mediadesk.domain.events import CameBack, Notice
from mediadesk.services.workplace import Workplace
from mediadesk.system.chosen_library import known_libraries
from mediadesk.ui.action_table import action_spec
from mediadesk.ui.auto_lock import AutoLock
from mediadesk.ui.away.away import Away
from mediadesk.ui.budget_questions import BudgetQuestions
from mediadesk.ui.dialogs.project_dialog import ProjectDialog
from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
from mediadesk.ui.left_workplace import leave, workplace_of
from mediadesk.ui.library_menu import LibraryMenu
from mediadesk.ui.pane_registry import Pane, PaneContext, pane_spec
from mediadesk.ui.sidebar_view_model import SidebarViewModel
from mediadesk.ui.support.present import tell_by
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.undo_toasts import UndoToasts
from mediadesk.ui.window_actions import WindowActions
from mediadesk.ui.words import came_back_words
from mediadesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.domain.projects import Project
    from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.service_set import ServiceSet
    from mediadesk.ui.support.preferences import Preferences

_SCOPES = {
    "all": "all-media",
    "search": "all-media",
    "favourites": "favourites",
    "trash": "trash",
    "analytics": "page-analytics",
    "activity": "activity",
    "settings": "settings",
}
"""The action whose words and icon name a place of the sidebar."""


class WindowSession(QObject):
    """Builds the pages on demand and grants the wishes of panes and sidebar.

    ``lock_wanted`` carries the reason, for the page that asks for the passphrase.
    """

    lock_wanted = Signal(str)
    library_wanted = Signal(object)
    quit_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        services: ServiceSet,
        preferences: Preferences,
        *,
        unlocked: UnlockedLibrary,
        access: LibraryAccess | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.services = services
        tell_by(services.clock)
        self.workspace = Workspace(services, prefers_sample=unlocked.is_throwaway)
        self.thumbnails = ThumbnailLoader(services)
        self._context = PaneContext(
            self.workspace,
            self.thumbnails,
            preferences,
            access,
            unlocked,
            window.settings,
            window.pages,
        )
        self._sidebar = SidebarViewModel(self.workspace)
        self._undo_toasts = UndoToasts(self.workspace.undo, window.feedback)
        self.away = Away(window, services, preferences)
        self.away.tray.quit_wanted.connect(self.quit_wanted)
        self._pages: dict[str, QWidget] = {}
        self._page = ""
        self._place = ""
        self.name = str(services.settings.get("library.name")) or unlocked.name
        self._libraries = LibraryMenu(window, unlocked.path)
        self._libraries.chosen.connect(self.library_wanted)
        self._auto_lock = None if access is None else AutoLock(window, preferences)
        if self._auto_lock is not None:
            self._auto_lock.lock_wanted.connect(self.lock_wanted)
        BudgetQuestions(self.workspace.budgets, window, self)
        self._connect()
        self._actions = WindowActions(self, window, self._context)

    async def open(self, back_to: Workplace | None = None) -> None:
        """Load what the first page needs, and show it, or what was shown before a lock."""
        await self.workspace.open()
        back_to = back_to or await workplace_of(self.services)
        if back_to is not None:
            self.workspace.choose_project(back_to.project_id)
        window = self._window
        window.sidebar.attach(self.thumbnails)
        can_switch = self._context.access is not None
        window.sidebar.set_library(self.name, can_switch=can_switch)
        window.sidebar.set_open(True)
        window.sidebar.set_available("lock", self._context.access is not None)
        self._show_projects()
        self.show_page("create")
        self._sidebar.refresh()
        if back_to is not None:
            if back_to.create is not None:
                self.page("create").remember(back_to.create)  # type: ignore[attr-defined]
            self.show_page(back_to.page or "create", back_to.place)

    def whereabouts(self) -> Workplace:
        """What is shown now. Raises RuntimeError before ``open`` was awaited."""
        create: Any = self._pages.get("create")
        memory = None if create is None else create.memory()
        return Workplace(self._page, self._place, self.workspace.project.id, memory)

    def page(self, name: str) -> QWidget:
        """A page, built when first asked for. Raises KeyError for an unknown name."""
        if name not in self._pages:
            spec = pane_spec(name)
            if spec is None:
                raise KeyError(name)
            page = spec.create(self._context)
            self._pages[name] = page
            if hasattr(page, "panel_changed"):
                page.panel_changed.connect(partial(self._on_panel_changed, name))
            self._pane(page).fit(self._window.width_class, self._window.is_low)
        return self._pages[name]

    def show_page(self, name: str, place: str = "") -> None:
        """Bring a page to the front, maybe at one of its places."""
        page = self.page(name)
        if "create" in self._pages:
            self._pages["create"].full_view.set_on(False)  # type: ignore[attr-defined]  # its own
        # No project is chosen while the figures of all of them are shown.
        place = place or ("analytics" if name == "analytics" else "")
        self._page, self._place = name, place
        self._window.show_page(page)
        self._window.toolbar.set_page(name)
        self._window.toolbar.set_tools(getattr(page, "tools", None))
        pane = self._pane(page)
        pane.show_place(place)
        pane.activate()
        self._window.sidebar.set_place(place.partition("/")[0])
        if not place:
            self._window.sidebar.select_project(self.workspace.project)
        self._show_scope(place)
        self._actions.tell_facts()

    async def close(self) -> None:
        """End every page and forget what they showed."""
        if self._auto_lock is not None:
            self._auto_lock.stop()
        if self._page and not self._context.library.is_throwaway:
            await leave(self.services, self.whereabouts())
        await self._actions.close()
        self._window.toolbar.set_tools(None)  # pages end theirs
        for page in self._pages.values():
            await self._pane(page).close_pane()
        self._pages.clear()
        await self._sidebar.close()
        await self.away.close()
        await self.thumbnails.close()
        await self.workspace.close()
        window = self._window
        for signal, slot in self._window_slots():
            signal.disconnect(slot)
        window.sidebar.set_open(False)
        window.toolbar.set_scope("", has_menu=False)
        window.toolbar.set_page("")
        window.toolbar.set_picture(None)
        window.clear_pages()

    # -------------------------------------------------------------------------------- wiring

    def _window_slots(self) -> list[tuple[Any, Any]]:
        window = self._window
        return [
            (window.toolbar.page_chosen, self.show_page),
            (window.toolbar.panel_toggled, self._on_panel),
            (window.toolbar.import_wanted, self._on_import),
            (window.toolbar.menu_wanted, self._on_scope_menu),
            (window.sidebar.place_chosen, self.go_to),
            (window.sidebar.library_menu_wanted, self._offer_libraries),
            (window.sidebar.project_chosen, self._on_project),
            (window.sidebar.project_menu_wanted, self._on_project_menu),
            (window.sidebar.new_project_wanted, self.create_project),
            (window.toolbar.offline_bar.try_wanted, self._sidebar.go_online),
            (window.resized, self._on_resized),
        ]

    def _connect(self) -> None:
        for signal, slot in self._window_slots():
            signal.connect(slot)
        workspace = self.workspace
        workspace.projects_changed.connect(self._show_projects)
        workspace.project_changed.connect(self._on_project_changed)
        workspace.toast_wanted.connect(self._on_toast)
        to_create = (workspace.generation_wanted, workspace.reuse_wanted, workspace.inputs_wanted)
        for wish in (*to_create, workspace.model_wanted):
            wish.connect(lambda *_about: self.show_page("create"))
        workspace.page_wanted.connect(self.go_to)
        workspace.project_wanted.connect(self._on_project)
        workspace.search_wanted.connect(self._on_search)
        workspace.compare_wanted.connect(self._on_compare)
        workspace.results_compared.connect(self._on_results_compared)
        workspace.full_view_changed.connect(self._window.set_full_view)
        workspace.announced.connect(self._window.feedback.announce)
        for source in (workspace, self._sidebar, self.thumbnails, self.away):
            source.failed.connect(self._on_failed)
        self._sidebar.state_changed.connect(self._window.sidebar.show_state)
        self._sidebar.state_changed.connect(self._window.toolbar.offline_bar.show_state)
        self._sidebar.state_changed.connect(lambda state: self.away.show_jobs(state.jobs))
        self.thumbnails.loaded.connect(self._on_thumbnail)
        workspace.subscribe(self.services.events, Notice, self._on_notice)
        workspace.subscribe(self.services.events, CameBack, self._on_came_back)

    # -------------------------------------------------------------------------------- wishes

    def _pane(self, page: QWidget) -> Pane:
        return cast(Pane, page)

    @property
    def shown_page(self) -> QWidget | None:
        """The page in front."""
        return self._pages.get(self._page)

    def _on_search(self, text: str) -> None:
        self.show_page("library", "search")
        self._pages["library"].search_for(text)  # type: ignore[attr-defined]  # the Library's own

    def _on_compare(self, request: object) -> None:
        self.show_page("compare")
        self._pages["compare"].compare(request)  # type: ignore[attr-defined]  # the page's own

    def _on_results_compared(self, asset_ids: object) -> None:
        self.show_page("compare")
        self._pages["compare"].compare_results(asset_ids)  # type: ignore[attr-defined]  # the page's own

    def go_to(self, place: str) -> None:
        """Show one of the places of the sidebar, or a page of the settings."""
        if place == "palette":
            self._actions.open_palette()
        elif place == "new-library":
            self._libraries.choose_new()
        elif place == "open-library":
            self._libraries.choose_other()
        elif place == "switch-library":
            self._offer_libraries()
        elif place == "lock":
            if self._context.access is not None:
                self.lock_wanted.emit(tr("Locked"))
        elif place.startswith("settings"):
            self.show_page("settings", place)
        elif place in ("analytics", "activity"):
            self.show_page(place, place)
        elif place in ("create", "compare"):
            self.show_page(place)
        else:
            self.show_page("library", place)

    def _offer_libraries(self) -> None:
        if self._context.access is not None:
            self.workspace.start(self._open_library_menu())

    async def _open_library_menu(self) -> None:
        known = await asyncio.to_thread(known_libraries)
        names = {self._context.library.path: self.name}
        self._libraries.open_at(self._window.sidebar.library_button, known, names)

    def _on_project(self, project: Project) -> None:
        self.workspace.choose_project(project.id)
        self.show_page(self._page if self._page in ("create", "library") else "create")

    def _on_project_changed(self, _project: object) -> None:
        if not self._place:
            self._window.sidebar.select_project(self.workspace.project)
        self._show_scope(self._place)

    def _show_projects(self) -> None:
        workspace = self.workspace
        self._window.sidebar.show_projects(workspace.projects, workspace.archived)
        if not self._place:
            self._window.sidebar.select_project(workspace.project)
        self._show_scope(self._place)

    def _show_scope(self, place: str) -> None:
        toolbar, project = self._window.toolbar, self.workspace.project
        action = _SCOPES.get(place.partition("/")[0])
        if action is None:
            toolbar.set_scope(project.name, has_menu=not place)
        else:
            spec = action_spec(action)
            toolbar.set_scope(tr(spec.text), has_menu=False, icon=spec.icon)
        picture = None if place else project.thumbnail_asset_id
        toolbar.set_picture(None if picture is None else self.thumbnails.pixmap(picture))

    def _on_thumbnail(self, asset_id: UUID) -> None:
        if asset_id == self.workspace.project.thumbnail_asset_id:
            self._window.toolbar.set_picture(self.thumbnails.pixmap(asset_id))

    def _on_scope_menu(self, _anchor: object) -> None:
        self._window.toolbar.open_menu(self._menu_for(self.workspace.project))

    def _on_project_menu(self, project: Project, at: QPoint) -> None:
        self._menu_for(project).popup(at)

    def _menu_for(self, project: Project) -> QMenu:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        edit = partial(self._edit_project, project)
        menu.addAction(tr("Rename and describe…")).triggered.connect(lambda: edit())
        archive = menu.addAction(
            tr("Take out of the archive") if project.is_archived else tr("Archive")
        )
        archive.triggered.connect(
            lambda: self._sidebar.archive_project(project, not project.is_archived)
        )
        archive.setEnabled(not project.is_default)
        menu.addSeparator()
        delete = menu.addAction(tr("Delete project"))
        delete.triggered.connect(lambda: self._sidebar.delete_project(project))
        delete.setEnabled(not project.is_default)
        return menu

    def create_project(self) -> None:
        """Ask for the name of a new project."""
        dialog = ProjectDialog(self._window)
        dialog.submitted.connect(self._sidebar.create_project)
        dialog.open()

    def rename_project(self) -> None:
        """Ask for another name of the project that has the focus, else of the chosen one."""
        focused = self._window.sidebar.focused_project()
        self._edit_project(focused or self.workspace.project)

    def _edit_project(self, project: Project) -> None:
        dialog = ProjectDialog(self._window, name=project.name, description=project.description)
        dialog.submitted.connect(partial(self._sidebar.edit_project, project))
        dialog.open()

    def _on_panel(self, panel: str, on: bool) -> None:
        page: Any = self.shown_page
        if hasattr(page, "set_panel"):
            page.set_panel(panel, on)

    def _on_panel_changed(self, name: str, panel: str, on: bool) -> None:
        if name == self._page:
            self._window.toolbar.set_panel(panel, on)

    def _on_import(self) -> None:
        self._pages["library"].ask_files()  # type: ignore[attr-defined]  # the Library's own

    def toggle_panel(self, panel: str) -> None:
        """Turn a panel of the shown page over."""
        page: Any = self.shown_page
        if hasattr(page, "toggle_panel"):
            page.toggle_panel(panel)

    def _on_resized(self) -> None:
        for page in self._pages.values():
            self._pane(page).fit(self._window.width_class, self._window.is_low)

    def _on_toast(self, text: str, level: str, with_undo: bool) -> None:
        if with_undo:
            self._undo_toasts.show(text)
        else:
            self._window.feedback.toast(text, level)

    def _on_failed(self, text: str) -> None:
        self._window.feedback.toast(text, "error")

    def _on_came_back(self, event: CameBack) -> None:
        show = partial(self.go_to, "activity")
        self._window.feedback.news_toast(came_back_words(event), tr("Show"), show)

    def _on_notice(self, notice: Notice) -> None:
        text = tr_sentence(f"{notice.message} {notice.next_step}".strip())
        self._window.feedback.toast(text, notice.level)
