"""The settings as a page of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.ui.panes.settings.pane import SettingsPane

if TYPE_CHECKING:
    from mediadesk.ui.pane_registry import PaneContext


class SettingsPage(SettingsPane):
    """The settings pane with what the window asks of every page."""

    def activate(self) -> None:
        """Nothing to refresh: its pages follow events."""

    def fit(self, width_class: str, is_low: bool) -> None:
        """One layout for every width."""

    def show_place(self, place: str) -> None:
        """Turn to a page of the settings: “settings/keys”, “settings/keys/openai”."""
        _, _, rest = place.partition("/")
        page, _, provider = rest.partition("/")
        if page:
            self.show_page(page, provider=provider)

    async def close_pane(self) -> None:
        """Stop what the pages still do."""
        await self.close_models()


def make_settings_page(context: PaneContext) -> SettingsPage:
    """Build the page; its lock button is a wish to the window."""
    workspace = context.workspace
    page = SettingsPage(
        workspace.services,
        context.preferences,
        context.thumbnails,
        access=context.access,
        library=context.library if context.access is not None else None,
    )
    page.failed.connect(lambda text: workspace.tell(text, "error"))
    page.move_wanted.connect(workspace.move_wanted)
    page.lock_wanted.connect(lambda: workspace.page_wanted.emit("lock"))
    return page
