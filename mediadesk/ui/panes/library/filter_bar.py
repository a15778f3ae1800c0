"""The line above the library: search, a chip for each filter, clear, and saving as a view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from mediadesk.ui.panes.library.filter_popup import FilterPopup
from mediadesk.ui.panes.library.filters import FILTERS, FilterSpec, narrowing
from mediadesk.ui.panes.library.view_model import SEARCH
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.labels import divider
from mediadesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from mediadesk.domain.queries import SavedView
    from mediadesk.ui.panes.library.view_model import LibraryViewModel

CLEAR_AREA = 24


class FilterChip(Button):
    """A filter: its words open the choices; where it is on, the cross (or Delete) ends it."""

    opened = Signal()
    cleared = Signal()

    def __init__(self, spec: FilterSpec) -> None:
        super().__init__(tr(spec.title), kind="chip", size="small", name=f"filter-{spec.name}")
        self.spec = spec
        self.is_wanted, self.is_useless = True, False
        self._is_on = False
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(self.opened)
        self.show_words(tr(spec.title), is_on=False)

    @property
    def is_on(self) -> bool:
        """Whether something is chosen."""
        return self._is_on

    def show_words(self, words: str, *, is_on: bool) -> None:
        """Say what is chosen."""
        self._is_on = is_on
        self.setText(words)
        state = f", {words}" if is_on else ""
        self.setAccessibleName(
            tr("Filter by {title}{state}").format(title=tr(self.spec.title), state=state)
        )
        set_style(self, state="on" if is_on else None)
        set_icon(
            self, "x" if is_on else "chevron-down", "accent.text" if is_on else "text.tertiary", 14
        )

    def show_open(self, *, is_open: bool) -> None:
        """Look pressed while the choices are shown."""
        if not self._is_on:
            set_style(self, state="open" if is_open else None)
            set_icon(self, "chevron-up" if is_open else "chevron-down", "text.tertiary", 14)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross at the end clears."""
        if self._is_on and event.position().x() > self.width() - theme().px(CLEAR_AREA):
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears."""
        if self._is_on and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
            return
        super().keyPressEvent(event)


class FilterBar(QWidget):
    """Shows the query of a view model and changes it. ``save_wanted``: keep it as a view."""

    save_wanted = Signal()

    def __init__(self, view_model: LibraryViewModel) -> None:
        super().__init__()
        describe(self, name="library-filters", accessible=tr("Search and filters"))
        self._view_model = view_model
        self.search = SearchField(
            tr("Search prompts, texts, tags and notes"), name="library-search"
        )
        self.search.searched.connect(view_model.search)
        self._chips = [FilterChip(spec) for spec in FILTERS]
        self._more = IconButton("plus", tr("More filters"), size="small", name="filters-more")
        self._more.clicked.connect(lambda: self._open_menu(self._more, left_out=True))
        self._all = Button(tr("Filters"), kind="chip", size="small", name="filters-menu")
        self._all.clicked.connect(lambda: self._open_menu(self._all))
        self._clear = Button(tr("Clear"), kind="link", size="small", name="filters-clear")
        self._clear.clicked.connect(self.clear)
        self._save = Button(tr("Save view"), size="small", icon="bookmark", name="save-view")
        self._save.clicked.connect(self.save_wanted)
        self._views = Button(tr("Views"), size="small", icon="bookmark", name="saved-views")
        self._views.clicked.connect(lambda: self._open_views())
        self._divider = divider()
        self._is_narrow = False
        self._build()
        for chip in self._chips:
            chip.opened.connect(partial(self._open, chip.spec, chip))
            chip.cleared.connect(partial(self._choose, chip.spec, []))
        view_model.query_changed.connect(self.refresh)
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """One button for all filters where there is no room for chips."""
        self._is_narrow = narrow
        # Chips that have no room are left out, so that they do not widen the window.
        across = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.search.setFixedWidth(theme().px(220 if narrow else 228))
        self.refresh()

    def clear(self) -> None:
        """End every filter and the search."""
        self.search.clear()
        self._view_model.clear_filters()

    def drop(self, name: str) -> None:
        """End the search or one filter."""
        if name == SEARCH:
            self.search.clear()
        self._view_model.drop(name)

    def refresh(self) -> None:
        """Show the query as it is now."""
        query = self._view_model.query
        sources = self._view_model.sources()
        for chip in self._chips:
            is_on = bool(chip.spec.values(query))
            words = (
                chip.spec.words(query, chip.spec.choices(sources)) if is_on else tr(chip.spec.title)
            )
            chip.show_words(words, is_on=is_on)
            is_project = chip.spec.name == "project"
            useless = is_project and self._view_model.place == ""
            is_rare = chip.spec.is_rare and not is_on
            chip.is_wanted = not (self._is_narrow or useless or is_rare)
            chip.is_useless = useless
        number = narrowing(query)
        self._all.setText(tr("Filters {number}").format(number=number) if number else tr("Filters"))
        set_style(self._all, state="on" if number else None)
        set_icon(self._all, "sliders-horizontal", "accent.text" if number else "text.secondary", 14)
        self._all.setVisible(self._is_narrow)
        self._more.setVisible(not self._is_narrow)
        self._divider.setVisible(not self._is_narrow)
        self._clear.setVisible(self._view_model.is_filtered)
        self._save.setVisible(self._view_model.is_filtered)
        self._views.setVisible(bool(self._view_model.views))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out chips that have no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What has no room, and is not on, is offered by the menu behind the others."""
        for chip in self._chips:
            chip.setVisible(chip.is_wanted)
        for chip in reversed(self._chips):
            if self._is_narrow or self._row.sizeHint().width() <= self.width():
                return
            if not chip.is_on:
                chip.hide()

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.search)
        row.addWidget(self._divider)
        for chip in self._chips:
            row.addWidget(chip)
        row.addWidget(self._more)
        row.addWidget(self._all)
        row.addStretch(1)
        row.addWidget(self._clear)
        row.addWidget(self._save)
        row.addWidget(self._views)

    def _open(self, spec: FilterSpec, anchor: QWidget) -> None:
        sources = self._view_model.sources()
        values = spec.values(self._view_model.query)
        popup = FilterPopup(spec, spec.choices(sources), values, self)
        popup.chosen.connect(partial(self._choose, spec))
        if isinstance(anchor, FilterChip):
            anchor.show_open(is_open=True)
            popup.closed.connect(partial(anchor.show_open, is_open=False))
        popup.open_at(anchor)

    def _choose(self, spec: FilterSpec, values: list[str]) -> None:
        self._view_model.change(**spec.part(values))

    def _open_menu(self, anchor: QWidget, *, left_out: bool = False) -> None:
        menu = QMenu(tr("Filters"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        for chip in self._chips:
            if chip.is_useless or (left_out and chip.isVisible()):
                continue
            action = menu.addAction(chip.text())
            action.setCheckable(True)
            action.setChecked(bool(chip.spec.values(self._view_model.query)))
            action.triggered.connect(lambda _on=False, spec=chip.spec: self._open(spec, anchor))
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _open_views(self) -> None:
        menu = QMenu(tr("Saved views"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        for view in self._view_model.views:
            action = menu.addAction(view.name.replace("&", "&&"))
            action.triggered.connect(partial(self._show_view, view))
        ending = menu.addMenu(tr("Delete a view"))
        for view in self._view_model.views:
            action = ending.addAction(view.name.replace("&", "&&"))
            action.triggered.connect(partial(self._delete_view, view))
        menu.popup(self._views.mapToGlobal(self._views.rect().bottomLeft()))

    def _show_view(self, view: SavedView, _on: bool = False) -> None:
        self._view_model.show_view(view)

    def _delete_view(self, view: SavedView, _on: bool = False) -> None:
        self._view_model.delete_view(view)
