"""Quotas: what the last replies told about rate limits, for each account."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from mediadesk.domain.remote import Quota
from mediadesk.providers.network.rate_limits import read_rate_limits
from mediadesk.storage import api_keys
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from mediadesk.domain.ids import AccountId
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Transaction
    from mediadesk.system.clock import Clock


class Quotas:
    """Kept in memory; written beside the next use of the account, and at the end."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._latest: dict[AccountId, Quota] = {}
        self._unwritten: set[AccountId] = set()
        self._lock = threading.Lock()

    def listener(self, account_id: AccountId) -> Callable[[Mapping[str, str]], None]:
        """What the network room tells the headers of this account's replies to."""

        def note(headers: Mapping[str, str]) -> None:
            now = from_ms(self._clock.now_ms())
            if limits := read_rate_limits(headers, now):
                with self._lock:
                    self._latest[account_id] = Quota(limits, now)
                    self._unwritten.add(account_id)

        return note

    def latest(self, account_id: AccountId) -> Quota | None:
        """What was told last in this process. Any thread."""
        return self._latest.get(account_id)

    def take(self, account_id: AccountId) -> Quota | None:
        """What has to be written; the caller writes it."""
        with self._lock:
            if account_id not in self._unwritten:
                return None
            self._unwritten.discard(account_id)
            return self._latest[account_id]

    async def save(self, database: Database) -> None:
        """Write what no use of its account wrote."""
        with self._lock:
            found = {account_id: self._latest[account_id] for account_id in self._unwritten}
            self._unwritten.clear()

        def work(connection: Transaction) -> None:
            for account_id, quota in found.items():
                api_keys.keep_quota(connection, account_id, quota)

        if found:
            await database.write(work)

    def drop(self, account_id: AccountId) -> None:
        """Forget what was told under a key that is gone."""
        with self._lock:
            self._latest.pop(account_id, None)
            self._unwritten.discard(account_id)
