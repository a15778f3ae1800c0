"""The window: sidebar, toolbar, one page at a time, and the gate in front of a locked library.

It only arranges. Everything that needs an open library comes with ``WindowSession``. What is
imported at the top is what the first paint of the empty frame needs; ``furnish`` brings the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.perf import mark_once
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.ui.actions import ActionSet
    from mediadesk.ui.feedback import Feedback
    from mediadesk.ui.sidebar import Sidebar
    from mediadesk.ui.toolbar import Toolbar

MINIMUM = (960, 620)
START = (1440, 900)
NARROW_BELOW = 1200
WIDE_FROM = 1680
LOW_BELOW = 760
_WORKSPACE = 0
"""The place below the gate."""

WidthClass = Literal["narrow", "normal", "wide"]


def width_class(width: int) -> WidthClass:
    """The column of the layout table that a window width falls into."""
    if width < NARROW_BELOW:
        return "narrow"
    return "wide" if width >= WIDE_FROM else "normal"


class MainWindow(QMainWindow):
    """``close_wanted`` asks for an orderly close; the window goes when ``let_go`` was called."""

    close_wanted = Signal()
    resized = Signal()
    painted = Signal()
    menus_wanted = Signal(object)

    sidebar: Sidebar
    toolbar: Toolbar
    actions_: ActionSet

    def __init__(self, settings: QSettings, *, is_furnished: bool = True) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle("mediadesk")
        self.setMinimumSize(*MINIMUM)
        self.settings = settings
        self._is_furnished = False
        self._may_close = False
        self._class: WidthClass | None = None
        self._gate: QWidget | None = None
        self._restore_size()
        self._gate_stack = QStackedWidget()
        self._gate_stack.addWidget(QWidget())
        self.setCentralWidget(self._gate_stack)
        if is_furnished:
            self.furnish()

    @property
    def feedback(self) -> Feedback:
        """Where something is told; a window that has to tell something is furnished for it."""
        self.furnish()
        return self._feedback

    def furnish(self) -> None:
        """Put sidebar, toolbar and pages into the empty frame, behind a gate; once."""
        if self._is_furnished:
            return
        from mediadesk.ui.action_table import WINDOW_ACTIONS
        from mediadesk.ui.actions import ActionSet
        from mediadesk.ui.feedback import Feedback
        from mediadesk.ui.keymap import keymap
        from mediadesk.ui.menus import Menus
        from mediadesk.ui.pane_registry import PANES
        from mediadesk.ui.sidebar import Sidebar
        from mediadesk.ui.toolbar import Toolbar

        keymap().use(self.settings)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.sidebar = Sidebar()
        self.toolbar = Toolbar()
        for spec in PANES:
            if spec.place == "tab":
                self.toolbar.add_tab(spec.name, tr(spec.title))
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        self._blank = QWidget()
        set_style(self._blank, surface="window")
        self.pages.addWidget(self._blank)
        self._fill_frame(self._arranged())
        self._feedback = Feedback(self, self.pages)
        self.actions_ = ActionSet(self, WINDOW_ACTIONS)
        self._menus = Menus(self)
        self._menus.wanted.connect(self.menus_wanted)
        self.sidebar.collapse_wanted.connect(self.toggle_sidebar)
        self.sidebar.set_open(False)
        self.toolbar.set_scope("", has_menu=False)
        self.toolbar.set_page("")
        theme().changed.connect(self._on_theme_changed)
        self._is_furnished = True
        self._lay_out(force=True)

    # -------------------------------------------------------------------------------- pages

    @property
    def width_class(self) -> WidthClass:
        """The layout column for the width as it is; larger text leaves less room."""
        return width_class(round(self.width() / theme().scale))

    @property
    def is_low(self) -> bool:
        """Whether the window is too low for the tall history."""
        return self.height() < theme().px(LOW_BELOW)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def show_gate(self, gate: QWidget) -> None:
        """Put a page over everything: first run, unlock."""
        self.hide_gate()
        self._gate = gate
        self._gate_stack.addWidget(gate)
        self._gate_stack.setCurrentWidget(gate)
        gate.setFocus()

    def hide_gate(self) -> None:
        """Take the gate away."""
        gate = self._gate
        self._gate = None
        if gate is not None:
            self._gate_stack.setCurrentIndex(_WORKSPACE)
            self._gate_stack.removeWidget(gate)
            gate.deleteLater()

    def clear_pages(self) -> None:
        """Drop every page: nothing of a library stays painted."""
        self.pages.setCurrentWidget(self._blank)
        while self.pages.count() > 1:
            page = self.pages.widget(1)
            if page is not None:
                self.pages.removeWidget(page)
                page.deleteLater()

    def toggle_sidebar(self) -> None:
        """Fold or unfold the sidebar, for windows of this width from now on."""
        rail = not self.sidebar.is_rail
        self.settings.setValue(f"sidebar-rail/{self.width_class}", rail)
        self._lay_out(force=True)

    def set_full_view(self, on: bool) -> None:
        """Leave the page alone in the window, or show what is around it."""
        for part in (self.sidebar, self._edge, self.toolbar):
            part.setVisible(not on)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def raise_now(self) -> None:
        """Come to the front: another start of the program asked for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def let_go(self) -> None:
        """Everything is closed: the window may go."""
        self._may_close = True
        self.settings.setValue("geometry", self.saveGeometry())
        self.close()

    # -------------------------------------------------------------------------------- layout

    def _fill_frame(self, workspace: QWidget) -> None:
        empty = self._gate_stack.widget(_WORKSPACE)
        self._gate_stack.insertWidget(_WORKSPACE, workspace)
        if empty is not None:
            self._gate_stack.removeWidget(empty)
            empty.deleteLater()

    def _arranged(self) -> QWidget:
        from mediadesk.ui.widgets.labels import line

        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.toolbar)
        right.addWidget(self.pages, 1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        self._edge = line("v")
        row.addWidget(self._edge)
        row.addLayout(right, 1)
        return page

    def _restore_size(self) -> None:
        geometry = self.settings.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            screen = self.screen().availableGeometry()
            self.resize(min(START[0], screen.width()), min(START[1], screen.height()))

    def _on_theme_changed(self) -> None:
        self._lay_out(force=True)
        self.resized.emit()

    def _lay_out(self, *, force: bool = False) -> None:
        kind = self.width_class
        if not self._is_furnished or (kind == self._class and not force):
            return
        self._class = kind
        chosen = self.settings.value(f"sidebar-rail/{kind}")
        rail = kind == "narrow" if chosen is None else str(chosen).lower() == "true"
        self.sidebar.set_rail(rail)
        self.sidebar.set_wide(kind == "wide")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the layout table."""
        super().resizeEvent(event)
        self._lay_out()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice what Alt is held with."""
        super().keyPressEvent(event)
        if self._is_furnished:
            self._menus.take(event, is_press=True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt alone: the menu bar."""
        super().keyReleaseEvent(event)
        if self._is_furnished:
            self._menus.take(event, is_press=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first: jobs may be running."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the shell is there."""
        super().paintEvent(event)
        mark_once("shown")
        self.painted.emit()
