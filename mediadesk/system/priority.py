"""Threads that let the window's thread have the processor first.

All threads of a program are equal to the system: where every processor is busy, the thread that
answers clicks waits its turn behind the threads that store and send. Linux gives each thread a
priority of its own; elsewhere threads stay as they are.
"""

from __future__ import annotations

import os
import sys
import threading

THREAD_NICENESS = 5
_wanted = threading.Event()


def put_window_first() -> None:
    """From now on, threads that call ``give_way`` come after the one that shows the window."""
    _wanted.set()


def give_way() -> None:
    """Lower the calling thread; nothing where no window is to be put first."""
    if sys.platform == "linux" and _wanted.is_set():
        thread = threading.get_native_id()
        niceness = os.getpriority(os.PRIO_PROCESS, thread)
        os.setpriority(os.PRIO_PROCESS, thread, max(niceness, THREAD_NICENESS))
