"""Python's cycle collector on the Qt thread only.

Left alone it runs in whichever thread allocates, and may there delete a Qt object that belongs to
the Qt thread: a warning about timers at best, a crash at worst.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1_000
AFTER_DELETIONS_MS = 250
OLDEST = 2
GROWTH, LEAST_GROWTH = 1.25, 20_000
"""A collection of the oldest generation walks through all of it, for as long as several frames: it
waits, as Python's own does, until that has grown by a quarter, and by so many objects at least."""


class QtThreadGarbage(QObject):
    """Turns automatic collection off for good and collects on the thread it lives in, as often as
    Python's own thresholds ask."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._old_count = 0
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        for generation, (count, threshold) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > threshold and (generation < OLDEST or self._has_grown()):
                gc.collect(generation)
                if generation == OLDEST:
                    self._old_count = len(gc.get_objects(OLDEST))
                return

    def _has_grown(self) -> bool:
        enough = max(self._old_count * GROWTH, self._old_count + LEAST_GROWTH)
        return len(gc.get_objects(OLDEST)) > enough


def keep_what_is_there() -> None:
    """Spare everything that lives now from collections, which would walk through all of it for as
    long as several frames. It is meant to live until ``let_go_of_everything``."""
    gc.freeze()


def let_go_of_everything() -> None:
    """Collect what was spared, too, once Qt has deleted what it was asked to: nothing of a locked
    library stays."""
    gc.unfreeze()
    QTimer.singleShot(AFTER_DELETIONS_MS, gc.collect)
