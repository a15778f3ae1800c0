"""StoredItemService: what stays at the providers, and how it is deleted there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.events import AccountsChanged
from mediadesk.domain.ids import AccountId, RemoteItemId, UserId
from mediadesk.storage import api_keys, remote_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.remote import StoredItem
    from mediadesk.services.connections import Connections
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable
    from mediadesk.system.clock import Clock
    from mediadesk.system.io_thread import IoThread

DELETE_TIMEOUT_S = 60.0
# the class below has a method named ``list``
StoredItems = list["StoredItem"]


@dataclass(frozen=True, slots=True)
class Deletion:
    """How deleting one item went; ``problem`` is empty where it is gone."""

    item: StoredItem
    problem: str = ""


class StoredItemService:
    """Lists what calls left at the providers and deletes it by the provider's own call."""

    def __init__(
        self,
        user: UserId,
        database: Database,
        io: IoThread,
        connections: Connections,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._user = user
        self._database = database
        self._io = io
        self._connections = connections
        self._bus = bus
        self._clock = clock

    async def list(self, account_id: AccountId | None = None) -> StoredItems:
        """Everything, or what lies under one account; newest first. What expired is left out."""
        now = self._clock.now_ms()
        return await self._database.read_raw(
            lambda c: remote_items.stored_items(c, self._user, now, account_id)
        )

    async def delete(self, ids: Sequence[RemoteItemId]) -> tuple[Deletion, ...]:
        """Delete at the provider, one after the other; what failed stays listed.

        Raises ``NotFoundError`` for an id that is not known, before anything is deleted.
        """
        now = self._clock.now_ms()

        def read(connection: Readable) -> StoredItems:
            return [remote_items.stored_item(connection, self._user, now, one) for one in ids]

        done = [await self._delete(item) for item in await self._database.read_raw(read)]
        self._bus.publish(AccountsChanged())
        return tuple(done)

    async def _delete(self, stored: StoredItem) -> Deletion:
        try:
            await self._io.run(self._forget(stored))
        except MediadeskError as error:
            return Deletion(stored, error.sentence())
        account_id, item = stored.account_id, stored.item
        await self._database.write(lambda c: remote_items.drop_items(c, account_id, [item]))
        return Deletion(stored)

    async def _forget(self, stored: StoredItem) -> None:
        if not stored.item.can_delete:
            ends = stored.item.expires_at is not None
            step = "It goes by itself." if ends else "Ask the provider to delete it."
            raise UsageError("The provider has no call that deletes this.", step)
        account = await self._database.read_raw(
            lambda c: api_keys.get_account(c, self._user, stored.account_id)
        )
        made, _ = await self._connections.connect(account.provider, account.id)
        try:
            async with asyncio.timeout(DELETE_TIMEOUT_S):
                await made.forget(stored.item)
        except TimeoutError:
            raise ProviderError(
                ProviderErrorKind.TIMEOUT, "The provider did not answer in time.", "Try again."
            ) from None
