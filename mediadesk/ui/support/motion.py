"""Whether things may move. Reduced motion makes every duration zero."""

from __future__ import annotations

import os

_is_off = os.environ.get("MEDIADESK_NO_ANIMATION") == "1"
_chosen: bool | None = None
_system = False


def is_motion_reduced() -> bool:
    """Return whether animations are off: by ``MEDIADESK_NO_ANIMATION=1``, by the setting, or,
    where that follows the system, by the system."""
    return _is_off or (_system if _chosen is None else _chosen)


def set_motion_reduced(reduced: bool | None) -> None:
    """Turn animations off or on; None: as the system says."""
    global _chosen
    _chosen = reduced


def set_system_motion_reduced(reduced: bool) -> None:
    """What the system says."""
    global _system
    _system = reduced


def duration(milliseconds: int) -> int:
    """Return the duration to animate for: as asked, or 0 with reduced motion."""
    return 0 if is_motion_reduced() else milliseconds
