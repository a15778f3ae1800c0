"""Tells other threads while the Qt thread is at work on something that takes a part of a frame."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QTimer

from mediadesk.system.priority import window_rests, window_works


def tell_at_work() -> None:
    """From now until what follows is laid out and painted, work that can wait lets Qt go first."""
    window_works()
    _rest().start()  # comes after what is posted: laying out and painting


@cache
def _rest() -> QTimer:
    timer = QTimer(singleShot=True, interval=0)
    timer.timeout.connect(window_rests)
    return timer
