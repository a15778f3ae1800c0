"""The base of view models: state and wishes as signals, coroutines owned by a scope.

No widget here and nothing that blocks: a view model awaits services and tells the widgets.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import Event
from mediadesk.system.task_scope import TaskScope

if TYPE_CHECKING:
    from mediadesk.services.event_bus import EventBus

_log = logging.getLogger(__name__)
_E = TypeVar("_E", bound=Event)


class ViewModel(QObject):
    """Owner of coroutines and subscriptions; ``failed`` carries one sentence for the user."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scope = TaskScope()
        self._unsubscribe: list[Callable[[], None]] = []
        self._is_closed = False

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or this view model closes; errors reach ``failed``."""
        if self._is_closed:
            coroutine.close()
            return
        self._scope.start(self._guarded(coroutine))

    def subscribe(self, bus: EventBus, kind: type[_E], callback: Callable[[_E], None]) -> None:
        """Listen until this view model closes."""
        self._unsubscribe.append(bus.subscribe(kind, callback))

    async def close(self) -> None:
        """Stop listening and cancel what still runs."""
        self._is_closed = True
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._unsubscribe.clear()
        await self._scope.close()

    async def _guarded(self, coroutine: Coroutine[Any, Any, object]) -> None:
        try:
            await coroutine
        except asyncio.CancelledError:
            raise
        except MediadeskError as error:
            self.failed.emit(error.sentence())
