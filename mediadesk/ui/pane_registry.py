"""The pages of the window in one table. A page is one line here and one folder under ``panes``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Protocol

from mediadesk.ui.support.translation import QT_TR_NOOP

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.support.preferences import Preferences
    from mediadesk.ui.workspace import Workspace

Place = Literal["tab", "sidebar"]


@dataclass(frozen=True, slots=True)
class PaneContext:
    """What a page may be built from. ``access`` is None for a throw-away library."""

    workspace: Workspace
    thumbnails: ThumbnailLoader
    preferences: Preferences
    access: LibraryAccess | None
    library: UnlockedLibrary
    settings: QSettings
    pages: QWidget
    """What holds the pages; a page that is born in it need not be styled twice."""


class Pane(Protocol):
    """What every page offers to the window."""

    def activate(self) -> None:
        """The page came to the front."""

    def fit(self, width_class: str, is_low: bool) -> None:
        """Follow the layout table."""

    def show_place(self, place: str) -> None:
        """Show one of the places of the sidebar that this page knows."""

    async def close_pane(self) -> None:
        """End what the page started."""


@dataclass(frozen=True, slots=True)
class PaneSpec:
    """One page: where it is reached from and what builds it.

    ``factory`` names “module:function”, imported when the page is first shown; the function takes
    the ``PaneContext`` and returns a widget with the methods of ``window_session.Pane``.
    """

    name: str
    title: str
    place: Place
    factory: str

    def create(self, context: PaneContext) -> QWidget:
        """Build the page."""
        module, _, name = self.factory.partition(":")
        build: Any = getattr(import_module(module), name)
        pane: QWidget = build(context)
        return pane


PANES: tuple[PaneSpec, ...] = (
    PaneSpec(
        "create", QT_TR_NOOP("Create"), "tab", "mediadesk.ui.panes.create.pane:make_create_pane"
    ),
    PaneSpec(
        "library", QT_TR_NOOP("Library"), "tab", "mediadesk.ui.panes.library.pane:make_library_pane"
    ),
    PaneSpec(
        "analytics",
        QT_TR_NOOP("Analytics"),
        "tab",
        "mediadesk.ui.panes.analytics.pane:make_analytics_pane",
    ),
    PaneSpec(
        "compare",
        QT_TR_NOOP("Compare"),
        "sidebar",
        "mediadesk.ui.panes.compare.pane:make_compare_pane",
    ),
    PaneSpec(
        "activity",
        QT_TR_NOOP("Activity"),
        "sidebar",
        "mediadesk.ui.panes.activity.pane:make_activity_pane",
    ),
    PaneSpec(
        "settings",
        QT_TR_NOOP("Settings"),
        "sidebar",
        "mediadesk.ui.settings_page:make_settings_page",
    ),
)


def pane_spec(name: str) -> PaneSpec | None:
    """The page called ``name``, if there is one."""
    return next((spec for spec in PANES if spec.name == name), None)
