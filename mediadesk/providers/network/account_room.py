"""The network room as one account sees it: somebody hears what each reply says in its headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mediadesk.providers.network.endpoint import Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply

HeaderListener = Callable[[Mapping[str, str]], None]


class AccountRoom(HttpRoom):
    """Shares connections and limits with the room that it is made from."""

    def __init__(self, room: HttpRoom, listener: HeaderListener) -> None:
        vars(self).update(vars(room))
        self._listener = listener

    async def _check(self, reply: Reply, endpoint: Endpoint, *, follows: bool) -> None:
        if endpoint.secret_headers:  # a result's host says nothing about the account
            self._listener(reply.headers)
        await super()._check(reply, endpoint, follows=follows)
