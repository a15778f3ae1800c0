"""Asks providers which models they offer: when a key came, or when the user wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import AccountsChanged
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.workspace import Workspace


class ModelLists(ViewModel):
    """Keeps the lists of models fresh; the catalogue tells everyone when one has come."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._models = workspace.services.models
        self._counts = {info.name: info.account_count for info in self._models.providers()}
        self.subscribe(workspace.services.events, AccountsChanged, lambda _e: self._on_accounts())

    def refresh(self) -> None:
        """Ask every provider that has an account."""
        for info in self._models.providers():
            if info.has_account:
                self.start(self._refresh(info))

    def _on_accounts(self) -> None:
        for info in self._models.providers():
            if info.account_count > self._counts.get(info.name, 0):
                self.start(self._refresh(info))
            self._counts[info.name] = info.account_count

    async def _refresh(self, info: ProviderInfo) -> None:
        try:
            await self._models.refresh(info.name)
        except (MediadeskError, TimeoutError) as error:
            reason = (
                tr_sentence(error.sentence())
                if isinstance(error, MediadeskError)
                else tr("No answer.")
            )
            self._workspace.tell(
                tr("{label}: the models could not be listed. {reason}").format(
                    label=info.label, reason=reason
                ),
                "warning",
            )
