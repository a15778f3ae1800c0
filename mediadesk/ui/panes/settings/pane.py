"""Settings: a list of pages at the left, the chosen page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.panes.settings.about_page import AboutPage, AboutViewModel
from mediadesk.ui.panes.settings.appearance_page import AppearancePage
from mediadesk.ui.panes.settings.budgets_page import BudgetsPage
from mediadesk.ui.panes.settings.budgets_view_model import BudgetsViewModel
from mediadesk.ui.panes.settings.keys_page import KeysPage
from mediadesk.ui.panes.settings.keys_view_model import KeysViewModel
from mediadesk.ui.panes.settings.network_page import NetworkPage
from mediadesk.ui.panes.settings.network_view_model import NetworkViewModel
from mediadesk.ui.panes.settings.own_prices_view_model import OwnPricesViewModel
from mediadesk.ui.panes.settings.page_mark import MARK_ROLE, MarkDelegate
from mediadesk.ui.panes.settings.privacy_page import PrivacyPage
from mediadesk.ui.panes.settings.privacy_view_model import PrivacyViewModel
from mediadesk.ui.panes.settings.shortcuts_page import ShortcutsPage
from mediadesk.ui.panes.settings.storage_page import StoragePage
from mediadesk.ui.panes.settings.storage_view_model import StorageViewModel
from mediadesk.ui.panes.settings.stored_view_model import StoredViewModel
from mediadesk.ui.support.icons import icon
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.service_set import ServiceSet
    from mediadesk.ui.support.preferences import Preferences

FIRST_WIDTH = 200
SEARCH_WIDTH = 220
PAGES = (
    ("keys", QT_TR_NOOP("API keys"), "key-round"),
    ("appearance", QT_TR_NOOP("Appearance"), "sun-moon"),
    ("privacy", QT_TR_NOOP("Privacy and lock"), "shield"),
    ("storage", QT_TR_NOOP("Storage"), "hard-drive"),
    ("network", QT_TR_NOOP("Network"), "globe"),
    ("budgets", QT_TR_NOOP("Budgets"), "wallet"),
    ("shortcuts", QT_TR_NOOP("Shortcuts"), "keyboard"),
    ("about", QT_TR_NOOP("About"), "info"),
)


class SettingsPane(QWidget):
    """Builds its view models from the services; ``access`` is None for a throw-away library."""

    lock_wanted = Signal()
    move_wanted = Signal(object, bool)
    failed = Signal(str)

    def __init__(
        self,
        services: ServiceSet,
        preferences: Preferences,
        thumbnails: ThumbnailLoader,
        *,
        access: LibraryAccess | None = None,
        library: UnlockedLibrary | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings-pane")
        self._keys_model = KeysViewModel(services)
        self._privacy_model = PrivacyViewModel(access, library)
        self._stored_model = StoredViewModel(services)
        self._network_model = NetworkViewModel(services)
        self._storage_model = StorageViewModel(services)
        self._budgets_model = BudgetsViewModel(services)
        self._prices_model = OwnPricesViewModel(services)
        self._about_model = AboutViewModel(services)
        self._models = (
            self._keys_model,
            self._stored_model,
            self._network_model,
            self._storage_model,
            self._budgets_model,
            self._prices_model,
            self._about_model,
        )
        for model in self._models:
            model.failed.connect(self.failed)
        self._keys = KeysPage(self._keys_model, self._stored_model)
        self._list = _page_list()
        self._keys_model.changed.connect(self._mark_keys)
        self._stack = QStackedWidget()
        for page in self._pages(preferences, thumbnails, can_move=access is not None):
            self._stack.addWidget(page)
        self._search = SearchField(tr("Search settings"), name="settings-search", parent=self)
        self._search.hide()  # the toolbar takes and shows it
        self._search.setFixedWidth(theme().px(SEARCH_WIDTH))
        self.tools: QWidget = self._search
        self._nothing = role_label(tr("No setting is called so."), "muted", wrap=True)
        self._nothing.hide()
        self._build()
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._list.setCurrentRow(0)
        self._search.searched.connect(self._find)
        theme().changed.connect(self._refresh_list)
        self._refresh_list()

    def _pages(
        self, preferences: Preferences, thumbnails: ThumbnailLoader, *, can_move: bool
    ) -> tuple[QWidget, ...]:
        """In the order of the list."""
        privacy = PrivacyPage(self._privacy_model, preferences)
        privacy.lock_wanted.connect(self.lock_wanted)
        network = NetworkPage(self._network_model)
        network.address_wanted.connect(lambda _provider: self.show_page("keys"))
        storage = StoragePage(self._storage_model, can_move=can_move)
        storage.move_wanted.connect(self.move_wanted)
        return (
            self._keys,
            AppearancePage(preferences),
            privacy,
            storage,
            network,
            BudgetsPage(self._budgets_model, self._prices_model, thumbnails),
            ShortcutsPage(),
            AboutPage(self._about_model),
        )

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 10, 8, 12)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        row.addWidget(side)
        row.addWidget(line("v"))
        row.addWidget(self._stack, 1)

    def show_page(self, name: str, *, provider: str = "") -> None:
        """Turn to a page by name; ``provider`` opens its key form."""
        names = [page[0] for page in PAGES]
        self._list.setCurrentRow(names.index(name))
        if provider:
            self._keys.open_form(provider)

    def _find(self, text: str) -> None:
        """List the pages that speak of it, turn to the first, and bring the words into view."""
        wanted = text.strip().casefold()
        found = [self._words_on(row, wanted) for row in range(self._stack.count())]
        fitting = [row for row, label in enumerate(found) if label is not None or not wanted]
        for row in range(self._list.count()):
            self._list.item(row).setHidden(row not in fitting)
        self._nothing.setVisible(not fitting)
        if not fitting or not wanted:
            return
        if self._list.currentRow() not in fitting:
            self._list.setCurrentRow(fitting[0])
        page, label = self._stack.currentWidget(), found[self._list.currentRow()]
        if isinstance(page, QScrollArea) and label is not None:
            page.ensureWidgetVisible(label, 0, theme().px(80))

    def _words_on(self, row: int, wanted: str) -> QLabel | None:
        """Where a page says something, the heading first."""
        page = self._stack.widget(row)
        labels = page.findChildren(QLabel) if page is not None else []
        return next((one for one in labels if wanted in one.text().casefold()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key pasted outside of a field goes to the form of its provider."""
        pasted = event.matches(QKeySequence.StandardKey.Paste)
        on_keys = self._stack.currentWidget() is self._keys
        if pasted and on_keys and self._keys.take_key(QGuiApplication.clipboard().text().strip()):
            return
        super().keyPressEvent(event)

    async def close_models(self) -> None:
        """Stop what the view models still do; what the toolbar took goes, too."""
        self.tools.deleteLater()
        for model in (*self._models, self._privacy_model):
            await model.close()

    def _mark_keys(self) -> None:
        """A sign beside the keys where a provider did not take one."""
        self._list.item(0).setData(MARK_ROLE, self._keys_model.refused)

    def _refresh_list(self) -> None:
        look, pages = theme(), self._list
        side = look.px(16)
        metrics = QFontMetrics(look.font())
        widest = max(metrics.horizontalAdvance(tr(label)) for _name, label, _icon in PAGES)
        pages.setFixedWidth(max(FIRST_WIDTH, widest + side + look.px(30)))
        pages.setIconSize(QSize(side, side))
        for index, (_name, _label, icon_name) in enumerate(PAGES):
            item = pages.item(index)
            item.setIcon(icon(icon_name, "text.secondary", side))
            item.setSizeHint(QSize(0, look.px(32)))


def _page_list() -> QListWidget:
    pages = QListWidget()
    pages.setObjectName("settings-pages")
    pages.setAccessibleName(tr("Settings pages"))
    set_style(pages, surface="window")
    pages.setItemDelegate(MarkDelegate(pages))
    for name, label, _icon in PAGES:
        item = QListWidgetItem(tr(label))
        item.setData(Qt.ItemDataRole.UserRole, name)
        pages.addItem(item)
    return pages
