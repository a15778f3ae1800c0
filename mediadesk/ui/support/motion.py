"""Whether things may move. Reduce motion makes every duration zero."""

from __future__ import annotations

import os

_reduced = os.environ.get("MEDIADESK_NO_ANIMATION") == "1"


def is_motion_reduced() -> bool:
    """Return whether animations are off (setting, or ``MEDIADESK_NO_ANIMATION=1``)."""
    return _reduced


def set_motion_reduced(reduced: bool) -> None:
    """Turn animations off or on; the environment variable always wins."""
    global _reduced
    _reduced = reduced or os.environ.get("MEDIADESK_NO_ANIMATION") == "1"


def duration(milliseconds: int) -> int:
    """Return the duration to animate for: as asked, or 0 with reduced motion."""
    return 0 if _reduced else milliseconds
