"""Undo of what was done to the library: delete, archive, rename, favourite. Never spending."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance

from mediadesk.ui.support.view_model import ViewModel

MAX_STEPS = 100


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One thing done, with the way back and forth. ``label`` ends the words “Undo …”."""

    label: str
    undo: Callable[[], Awaitable[object]]
    redo: Callable[[], Awaitable[object]]


class UndoStack(ViewModel):
    """The last steps, newest first out. ``undone`` and ``redone`` carry the label."""

    changed = Signal()
    undone = Signal(str)
    redone = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._done: deque[UndoStep] = deque(maxlen=MAX_STEPS)
        self._undone: list[UndoStep] = []

    def push(self, step: UndoStep) -> None:
        """Remember a step that was just done."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    @property
    def last(self) -> UndoStep | None:
        """The step that ``undo`` takes back next."""
        return self._done[-1] if self._done else None

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back last."""
        return bool(self._undone)

    def can_undo(self, step: UndoStep) -> bool:
        """Whether a step was done and not taken back yet."""
        return step in self._done

    def undo(self, step: UndoStep | None = None) -> None:
        """Take the last step back, or a certain one."""
        step = step or self.last
        if step is None or step not in self._done:
            return
        self._done.remove(step)
        self._undone.append(step)
        self.changed.emit()
        self.start(self._run(step.undo, self.undone, step.label))

    def redo(self) -> None:
        """Do the last undone step again."""
        if not self._undone:
            return
        step = self._undone.pop()
        self._done.append(step)
        self.changed.emit()
        self.start(self._run(step.redo, self.redone, step.label))

    async def _run(
        self, action: Callable[[], Awaitable[object]], told: SignalInstance, label: str
    ) -> None:
        await action()
        told.emit(label)
