"""What stays at a provider under one account, and its deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.ids import AccountId
    from mediadesk.domain.remote import StoredItem
    from mediadesk.ui.service_set import ServiceSet


class StoredViewModel(ViewModel):
    """``changed``: show ``items`` again. ``told``: a sentence about what could not be deleted."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, services: ServiceSet) -> None:
        super().__init__()
        self._services = services
        self._account_id: AccountId | None = None
        self.items: tuple[StoredItem, ...] = ()

    def load(self, account_id: AccountId) -> None:
        """Show another account."""
        self._account_id = account_id
        self.start(self._load())

    def delete(self, items: Sequence[StoredItem]) -> None:
        """Delete at the provider what can be deleted there."""
        self.start(self._delete([one for one in items if one.item.can_delete]))

    async def _load(self) -> None:
        self.items = tuple(await self._services.stored_items.list(self._account_id))
        self.changed.emit()

    async def _delete(self, items: Sequence[StoredItem]) -> None:
        try:
            done = await self._services.stored_items.delete([one.id for one in items])
            problems = [one.problem for one in done if one.problem]
        except MediadeskError as error:
            problems = [tr_sentence(error.sentence())]
        await self._load()
        self.told.emit(problems[0] if problems else "")
