"""What a worker process may use of this machine."""

from __future__ import annotations

import math
import os
import sys
import time

GIB = 1 << 30
_NICENESS = 10


def confine(address_space: int) -> None:
    """Cap memory (bytes of address space), forbid core dumps and files; where the system can."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":  # macOS accepts the limit and ignores it
        resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))


def give_way() -> None:
    """Let the window, and whatever else somebody is waiting for, have the processor first."""
    if sys.platform != "win32":
        lowest = max(_NICENESS, os.getpriority(os.PRIO_PROCESS, 0))
        os.setpriority(os.PRIO_PROCESS, 0, lowest)


def allow_cpu_seconds(seconds: int) -> None:
    """From now on this process may compute for ``seconds`` more; then the system ends it."""
    if sys.platform == "win32":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + seconds, hard))
