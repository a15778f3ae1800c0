"""EventBus: services publish from any thread, subscribers hear it on the loop that opened it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any, TypeVar

from mediadesk.domain.events import Event

E = TypeVar("E", bound=Event)
_log = logging.getLogger(__name__)


class EventBus:
    """Delivers events by type (subclasses included), in the order in which they were published."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._subscribers: dict[type[Event], list[Callable[[Any], None]]] = {}

    def subscribe(self, event_type: type[E], callback: Callable[[E], None]) -> Callable[[], None]:
        """Call ``callback`` for each event of this type; returns what ends the subscription."""
        subscribers = self._subscribers.setdefault(event_type, [])
        subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in subscribers:
                subscribers.remove(callback)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell all subscribers soon, on their own loop. Never blocks; may be called anywhere."""
        # A loop that has ended has no subscribers left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._deliver, event)

    def _deliver(self, event: Event) -> None:
        for event_type in type(event).__mro__:
            for callback in tuple(self._subscribers.get(event_type, ())):
                try:
                    callback(event)
                except Exception:  # noqa: BLE001 - one broken subscriber must not silence the rest
                    _log.exception("a subscriber of %s failed", type(event).__name__)
