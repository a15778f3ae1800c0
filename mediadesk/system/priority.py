"""Threads that let the window's thread have the processor first.

All threads of a program are equal to the system: where every processor is busy, the thread that
answers clicks waits its turn behind the threads that store and send. Linux gives each thread a
priority of its own; elsewhere threads stay as they are. Inside one interpreter threads take turns
whatever their priority, so what can be done in pieces waits between them while the window works.
"""

from __future__ import annotations

import os
import sys
import threading

THREAD_NICENESS = 5
LONGEST_WAIT_S = 0.008
"""How long ``let_window_go_on`` waits at most: what goes on in the window may go on for long."""

_wanted = threading.Event()
_rests = threading.Event()
_rests.set()


def put_window_first() -> None:
    """From now on, threads that call ``give_way`` come after the one that shows the window."""
    _wanted.set()


def give_way() -> None:
    """Lower the calling thread; nothing where no window is to be put first."""
    if sys.platform == "linux" and _wanted.is_set():
        thread = threading.get_native_id()
        window = os.getpriority(os.PRIO_PROCESS, os.getpid())
        niceness = os.getpriority(os.PRIO_PROCESS, thread)
        os.setpriority(os.PRIO_PROCESS, thread, max(niceness, window + THREAD_NICENESS))


def window_works() -> None:
    """The window's thread has begun to work through what came."""
    _rests.clear()


def window_rests() -> None:
    """The window's thread has painted what it did, and waits for the next event."""
    _rests.set()


def does_window_work() -> bool:
    """Whether the window's thread is at work on what came."""
    return not _rests.is_set()


def let_window_go_on() -> None:
    """Wait a moment while the window's thread works; called between two pieces of other work.

    The window's thread asks for its turn anew after each call into Qt: beside a few busy threads
    it would get a third of its time.
    """
    if does_window_work():
        _rests.wait(LONGEST_WAIT_S)
