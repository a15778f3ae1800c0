"""The base of view models: state and wishes as signals, coroutines owned by a scope.

No widget here and nothing that blocks: a view model awaits services and tells the widgets.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.support.faults import sentence_for

if TYPE_CHECKING:
    from mediadesk.domain.events import Event
    from mediadesk.services.event_bus import EventBus

_LATER_S = 0.02
_E = TypeVar("_E", bound="Event")


class ViewModel(QObject):
    """Owner of coroutines and subscriptions; ``failed`` carries one sentence for the user."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scope = TaskScope(self._on_error)
        self._unsubscribe: list[Callable[[], None]] = []
        self._is_closed = False
        self._waiting: deque[Coroutine[Any, Any, object]] = deque()
        self._loop: asyncio.AbstractEventLoop | None = _running_loop()

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or this view model closes; errors reach ``failed``.

        Where Qt handles an event while the loop rests, the coroutine starts once the loop goes on.
        """
        if self._is_closed:
            coroutine.close()
            return
        self._waiting.append(coroutine)
        if _running_loop() is not None:
            self._start_waiting()
        else:
            self._start_later()

    def subscribe(self, bus: EventBus, kind: type[_E], callback: Callable[[_E], None]) -> None:
        """Listen until this view model closes."""
        self._unsubscribe.append(bus.subscribe(kind, callback))

    async def close(self) -> None:
        """Stop listening and cancel what still runs."""
        self._is_closed = True
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._unsubscribe.clear()
        while self._waiting:
            self._waiting.popleft().close()
        await self._scope.close()

    def _start_later(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_later(_LATER_S, self._start_waiting)

    def _start_waiting(self) -> None:
        if _running_loop() is None:
            self._start_later()
            return
        while self._waiting and not self._is_closed:
            self._scope.start(self._waiting.popleft())

    def _on_error(self, error: BaseException) -> None:
        self.failed.emit(sentence_for(error))


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
