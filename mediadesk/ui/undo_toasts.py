"""The toasts that offer Undo: each belongs to one step, and goes when that is taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mediadesk.ui.feedback import Feedback
    from mediadesk.ui.undo import UndoStack, UndoStep
    from mediadesk.ui.widgets.toast import Toast


class UndoToasts:
    """Says what was done. Listens to the stack, so that no toast offers what is undone already."""

    def __init__(self, undo: UndoStack, feedback: Feedback) -> None:
        self._undo = undo
        self._feedback = feedback
        self._open: dict[UndoStep, Toast] = {}
        undo.changed.connect(self._close_stale)

    def show(self, text: str) -> None:
        """Offer to take the last step back."""
        step = self._undo.last
        if step is None:
            self._feedback.toast(text)
            return
        toast = self._feedback.undo_toast(text, partial(self._undo.undo, step))
        self._open[step] = toast
        toast.closed.connect(partial(self._open.pop, step, None))

    def _close_stale(self) -> None:
        for step, toast in tuple(self._open.items()):
            if not self._undo.can_undo(step):
                toast.close_now()
