"""What a process does first so that its memory, which holds keys, does not get onto the disk."""

from __future__ import annotations

import sys

_PR_SET_DUMPABLE = 4


def keep_memory_private() -> None:
    """No core dumps, and no other process of this user may read the memory (Linux).

    Inside a snap the second would break the desktop portals, so it is left out there.
    """
    if sys.platform == "win32":
        return
    import os
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux" and "SNAP" not in os.environ:
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
