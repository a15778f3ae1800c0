"""What the actions of the window do while a library is open, and where they are offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from mediadesk.ui.action_table import GROUPS
from mediadesk.ui.dialogs.about_dialog import AboutDialog
from mediadesk.ui.keymap import keymap
from mediadesk.ui.panes.palette.rows import PaletteRow
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.theme import MAX_SCALE, MIN_SCALE, theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.ui.actions import ActionSet
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.pane_registry import PaneContext
    from mediadesk.ui.panes.palette.popup import Palette

TEXT_STEP = 0.1
_PLACES = {
    "page-analytics": "analytics",
    "activity": "activity",
    "all-media": "all",
    "favourites": "favourites",
    "trash": "trash",
    "search": "search",
    "settings": "settings",
    "api-keys": "settings/keys",
    "shortcuts": "settings/shortcuts",
    "lock": "lock",
    "switch-library": "switch-library",
    "new-library": "new-library",
    "open-library": "open-library",
}


_OVER_THE_PROJECT = ("compare-pane", "settings-pane")


class WindowHost(Protocol):
    """What the actions reach of the session."""

    @property
    def quit_wanted(self) -> SignalInstance:
        """Asks for the end."""

    @property
    def shown_page(self) -> QWidget | None:
        """The page in front."""

    def show_page(self, name: str, place: str = "") -> None:
        """Bring a page to the front."""

    def go_to(self, place: str) -> None:
        """Show one of the places of the sidebar."""

    def rename_project(self) -> None:
        """Ask for another name of a project."""

    def create_project(self) -> None:
        """Ask for the name of a new project."""

    def toggle_panel(self, panel: str) -> None:
        """Turn a panel of the shown page over."""


class WindowActions(QObject):
    """Handlers, facts, menus and palette of one open library."""

    def __init__(self, host: WindowHost, window: MainWindow, context: PaneContext) -> None:
        super().__init__(window)
        self._host, self._window, self._context = host, window, context
        self._palette: Palette | None = None
        self._palette_model: Any = None
        window.actions_.set_handlers(self._handlers())
        window.menus_wanted.connect(self._fill_menus)
        context.workspace.undo.changed.connect(self.tell_facts)
        self.tell_facts()

    def tell_facts(self) -> None:
        """Say what is there now, for actions that need it."""
        undo = self._context.workspace.undo
        page = self._host.shown_page
        facts = {
            "undo": undo.last is not None,
            "redo": undo.can_redo,
            "lock": self._context.access is not None,
            "details": hasattr(page, "toggle_panel"),
            "create": page is not None and page.objectName() == "create-pane",
        }
        self._window.actions_.set_facts(name for name, is_so in facts.items() if is_so)

    def open_palette(self, typed: str = "") -> None:
        """Show the palette, maybe narrowed to a group by its sign."""
        if self._palette is None:
            from mediadesk.ui.panes.palette.popup import Palette
            from mediadesk.ui.panes.palette.view_model import PaletteViewModel

            context = self._context
            self._palette_model = PaletteViewModel(context.workspace, self._commands, self)
            self._palette_model.failed.connect(lambda text: context.workspace.tell(text, "error"))
            self._palette = Palette(self._window, self._palette_model, context.thumbnails)
        self._palette.open_with(typed)

    async def close(self) -> None:
        """Switch everything off, and forget what the palette listed."""
        window = self._window
        window.actions_.set_handlers({})
        window.menus_wanted.disconnect(self._fill_menus)
        if self._palette is not None:
            await self._palette_model.close()
            self._palette.dismiss()
            self._palette.deleteLater()
        self.deleteLater()

    # -------------------------------------------------------------------------------- offering

    def _sets(self) -> Iterable[ActionSet]:
        page = self._host.shown_page
        return (self._window.actions_, *getattr(page, "action_sets", ()))

    def _commands(self) -> list[PaletteRow]:
        """Everything that can be done now, but opening the palette."""
        hint = keymap().hint
        return [
            PaletteRow(
                "Commands",
                tr(spec.text),
                tr(spec.group),
                partial(actions.run, spec.name),
                spec.icon,
                hint(spec.name),
                f"{tr(spec.text)} {spec.text}".lower(),
            )
            for actions in self._sets()
            for spec in actions.listed()
            if spec.name != "palette"
        ]

    def _fill_menus(self, menus: dict[str, QMenu]) -> None:
        """Offer in each menu what can be done now."""
        for group in GROUPS:
            menu = menus[group]
            menu.clear()
            for actions in self._sets():
                for spec in actions.listed():
                    if spec.group == group:
                        run = partial(actions.run, spec.name)
                        self._offer(menu, tr(spec.text), spec.icon, run)
                        menu.actions()[-1].setShortcut(keymap().hint(spec.name))
            menu.menuAction().setVisible(bool(menu.actions()))

    def _offer(self, menu: QMenu, text: str, icon: str, run: Callable[[], object]) -> None:
        action: QAction = menu.addAction(text)
        if icon:
            set_icon(action, icon)
        # The key works without the menu already; here it is only shown.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: run())

    # -------------------------------------------------------------------------------- doing

    def _handlers(self) -> dict[str, Callable[[], object]]:
        host, window, workspace = self._host, self._window, self._context.workspace
        handlers: dict[str, Callable[[], object]] = {
            "palette": self.open_palette,
            "switch-project": partial(self.open_palette, "/"),
            "page-create": partial(host.show_page, "create"),
            "page-library": partial(host.show_page, "library"),
            "new-project": host.create_project,
            "rename-project": host.rename_project,
            "quit": host.quit_wanted.emit,
            "undo": lambda: workspace.undo.undo(),
            "redo": workspace.undo.redo,
            "toggle-sidebar": window.toggle_sidebar,
            "toggle-details": partial(host.toggle_panel, "details"),
            "toggle-history": partial(host.toggle_panel, "history"),
            "next-region": partial(self._move_region, 1),
            "previous-region": partial(self._move_region, -1),
            "close-page": self._close_page,
            "full-screen": window.toggle_full_screen,
            "text-larger": lambda: self._scale_text(theme().scale + TEXT_STEP),
            "text-smaller": lambda: self._scale_text(theme().scale - TEXT_STEP),
            "text-normal": lambda: self._scale_text(1.0),
            "compare-marked": workspace.compare_marked,
            "about": lambda: AboutDialog(window).open(),
        }
        for name, place in _PLACES.items():
            handlers[name] = partial(host.go_to, place)
        return handlers

    def _close_page(self) -> None:
        """Leave a page that stands in the place of a project's own."""
        page = self._host.shown_page
        if page is not None and page.objectName() in _OVER_THE_PROJECT:
            self._host.show_page("create")

    def _scale_text(self, scale: float) -> None:
        self._context.preferences.set_text_scale(round(min(MAX_SCALE, max(MIN_SCALE, scale)), 2))

    def _move_region(self, step: int) -> None:
        """Go on to the next part of the window."""
        page = self._host.shown_page
        regions: list[QWidget] = [self._window.sidebar, self._window.toolbar]
        if page is not None:
            regions += page.regions() if hasattr(page, "regions") else [page]
        focus = QApplication.focusWidget()
        at = next(
            (i for i, r in enumerate(regions) if focus is not None and r.isAncestorOf(focus)), 0
        )
        region = regions[(at + step) % len(regions)]
        target = region.nextInFocusChain()
        while target is not None and target is not region:
            if region.isAncestorOf(target) and target.isVisible() and target.focusPolicy():
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
            target = target.nextInFocusChain()
