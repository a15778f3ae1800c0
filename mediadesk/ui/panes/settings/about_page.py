"""About: version, library facts, where things lie."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk import __version__
from mediadesk.ui.panes.settings.rows import SettingsPage
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.widgets.card import clear_layout

if TYPE_CHECKING:
    from mediadesk.services.library import LibraryInfo
    from mediadesk.ui.service_set import ServiceSet


class AboutViewModel(ViewModel):
    """Reads the facts of the library once."""

    loaded = Signal(object)

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services

    def load(self) -> None:
        """Ask for the facts."""
        self.start(self._load())

    async def _load(self) -> None:
        self.loaded.emit(await self._services.library.info())


_MAY_BREAK = "\u200b"
"""A space without width: a line may end there."""


class AboutPage(SettingsPage):
    """Facts in rows."""

    def __init__(self, view_model: AboutViewModel) -> None:
        super().__init__(tr("About"), f"mediadesk {__version__}")
        view_model.loaded.connect(self._show)
        view_model.load()
        self._group = self.add_group(tr("This library"))

    def _show(self, info: LibraryInfo) -> None:
        clear_layout(self._group.body)
        facts = (
            (tr("Name"), info.name),
            (tr("Folder"), str(info.path).replace(os.sep, f"{os.sep}{_MAY_BREAK}")),
            (tr("Items"), number(info.asset_count)),
            (tr("Generations"), number(info.generation_count)),
            (
                tr("Results on disk"),
                tr("{blob_bytes:,.1f} MB").format(blob_bytes=info.blob_bytes / 1_000_000),
            ),
            (
                tr("Free on this disk"),
                tr("{free_bytes:,.1f} GB").format(free_bytes=info.free_bytes / 1_000_000_000),
            ),
        )
        for label, value in facts:
            self._group.add_row(label, value, None)
