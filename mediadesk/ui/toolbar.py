"""The one toolbar row: whose things these are, what is done with them, which panels are shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from mediadesk.ui.keymap import keymap
from mediadesk.ui.offline_bar import OfflineBar
from mediadesk.ui.support.icons import icon_pixmap, set_icon
from mediadesk.ui.support.painting import draw_cover
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.labels import role_label

HEIGHT = 48
RADIUS = 5


class Toolbar(QWidget):
    """``page_chosen`` carries a pane name; ``panel_toggled`` (panel, on)."""

    page_chosen = Signal(str)
    panel_toggled = Signal(str, bool)
    import_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="toolbar", accessible=tr("Toolbar"))
        set_style(self, surface="window")
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("Picture of the project"))
        self._pixmap: QPixmap | None = None
        self._icon = ""
        self._tools: QWidget | None = None
        self._tool_row = QHBoxLayout()
        self._scope = Button("", kind="quiet", name="scope", tooltip=tr("Project menu"))
        set_style(self._scope, kind="scope")
        # The arrow belongs behind the name.
        self._scope.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_icon(self._scope, "chevron-down", "text.secondary", 14)
        self._scope.clicked.connect(lambda: self.menu_wanted.emit(self._scope))
        self._place = role_label("", "scope")
        self._place.setIndent(theme().px(9))
        self._tabs: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._tab_row = QHBoxLayout()
        self._tab_row.setSpacing(25)
        self._history = IconButton(
            "panel-bottom",
            tr("Show the history"),
            checkable=True,
            name="show-history",
        )
        self._import = Button(tr("Import"), kind="quiet", icon="import", name="library-import")
        self._details = IconButton(
            "panel-right", tr("Show details"), checkable=True, name="show-details"
        )
        for button, action in (
            (self._history, "toggle-history"),
            (self._details, "toggle-details"),
        ):
            keymap().follow(action, button, button.set_shortcut)
        self.offline_bar = OfflineBar()
        self._build()
        theme().changed.connect(self._refresh)
        self._refresh()

    def add_tab(self, name: str, title: str) -> None:
        """Add a page to the tabs."""
        tab = Button(title, kind="tab", name=f"tab-{name}")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.clicked.connect(lambda: self.page_chosen.emit(name))
        self._tabs[name] = tab
        self._group.addButton(tab)
        self._tab_row.addWidget(tab)

    def set_page(self, name: str) -> None:
        """Mark the page that is shown; "" where none of the tabs is."""
        shown = "create" if name == "compare" else name  # comparing is a part of creating
        self._group.setExclusive(False)
        for key, tab in self._tabs.items():
            tab.setChecked(key == shown)
            tab.setVisible(name != "settings")  # they belong to projects
        self._group.setExclusive(True)
        self._history.setVisible(name == "create")
        self._details.setVisible(name in ("create", "library"))
        self._import.setVisible(name == "library")

    def set_scope(self, title: str, *, has_menu: bool = True, icon: str = "") -> None:
        """Name the project or place; a place has an icon, a project a picture."""
        self._icon = icon
        self._scope.setText(title)
        self._scope.setAccessibleName(tr("{title}, project menu").format(title=title))
        self._place.setText(title)
        # A place is no project: nothing to open.
        self._scope.setVisible(has_menu)
        self._picture.setVisible(has_menu or bool(icon))
        self._place.setVisible(not has_menu)

    def set_picture(self, pixmap: QPixmap | None) -> None:
        """Show the project's picture."""
        self._pixmap = pixmap
        self._refresh()

    def set_tools(self, tools: QWidget | None) -> None:
        """Show what the page puts at the end of the row; the page keeps it."""
        if self._tools is not None and self._tools is not tools:
            self._tools.hide()
        self._tools = tools
        if tools is not None:
            if self._tool_row.indexOf(tools) < 0:
                self._tool_row.addWidget(tools, 1)
            tools.show()

    def set_panel(self, panel: str, on: bool) -> None:
        """Mark a panel as shown or hidden."""
        {"history": self._history, "details": self._details}[panel].setChecked(on)

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu under the scope name."""
        menu.popup(self._scope.mapToGlobal(self._scope.rect().bottomLeft()))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(1)
        row.addWidget(self._picture)
        row.addWidget(self._scope)
        row.addWidget(self._place)
        row.addSpacing(28)
        row.addLayout(self._tab_row)
        row.addStretch(1)
        row.addLayout(self._tool_row)
        row.addWidget(self._import)
        self._import.clicked.connect(self.import_wanted)
        panels = QHBoxLayout()
        panels.setSpacing(2)
        panels.addWidget(self._history)
        panels.addWidget(self._details)
        row.addLayout(panels)
        self._history.clicked.connect(lambda on: self.panel_toggled.emit("history", on))
        self._details.clicked.connect(lambda on: self.panel_toggled.emit("details", on))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._strip = QWidget()
        set_style(self._strip, surface="strip")  # its line runs under that of the chosen tab
        self._strip.setLayout(row)
        layout.addWidget(self._strip)
        layout.addWidget(self.offline_bar)

    def _refresh(self) -> None:
        self._strip.setFixedHeight(theme().px(HEIGHT))
        side = theme().px(16 if self._icon else 24)
        self._picture.setFixedSize(QSize(side, side))
        pixmap = self._pixmap
        if self._icon:
            self._picture.setPixmap(icon_pixmap(self._icon, "text.secondary", side))
        elif pixmap is None:
            self._picture.setPixmap(icon_pixmap("folder", "text.secondary", theme().px(18)))
        else:
            dpr = self.devicePixelRatioF()
            cover = QPixmap(round(side * dpr), round(side * dpr))
            cover.setDevicePixelRatio(dpr)
            cover.fill(Qt.GlobalColor.transparent)
            painter = QPainter(cover)
            draw_cover(painter, QRectF(0, 0, side, side), pixmap, RADIUS)
            painter.end()
            self._picture.setPixmap(cover)
