"""What an open library needs is imported while its owner still types the passphrase.

One thread imports it all, what the first page needs before what only jobs need. Whoever opens a
library waits for the first part, so that the Qt thread never imports it itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from functools import cache
from importlib import import_module

_PAGE = (
    "mediadesk.ui.sidebar",
    "mediadesk.ui.toolbar",
    "mediadesk.ui.feedback",
    "mediadesk.ui.menus",
    "mediadesk.vault.vault",
    "mediadesk.bootstrap",
    "mediadesk.ui.window_session",
    "mediadesk.ui.panes.create.pane",
    "mediadesk.services.library",
    "mediadesk.services.projects",
    "mediadesk.services.settings",
    "mediadesk.services.history",
    "mediadesk.services.assets",
    "mediadesk.services.media",
    "mediadesk.services.models",
    "mediadesk.services.connections",
    "mediadesk.services.engine",
    "mediadesk.services.engine_store",
    "mediadesk.services.generations",
)
_JOBS = (
    "PIL.JpegImagePlugin",  # loading it with the first thumbnail held the Qt thread up
    "mediadesk.services.generation_runner",
    "mediadesk.services.reconcile",
)


def prefetch() -> None:
    """Begin to import in a thread; a second call does nothing."""
    _begin()


async def page_imported() -> None:
    """Wait until what the first page needs is imported; begins if nobody did."""
    is_there = _begin()
    if not is_there.is_set():
        await asyncio.to_thread(is_there.wait)


@cache
def _begin() -> threading.Event:
    is_there = threading.Event()
    threading.Thread(target=_import_all, args=(is_there,), name="prefetch", daemon=True).start()
    return is_there


def _import_all(page_is_there: threading.Event) -> None:
    try:
        _import(_PAGE)
    finally:
        page_is_there.set()
    _import(_JOBS)


def _import(names: tuple[str, ...]) -> None:
    for name in names:
        # What cannot be imported is told where it is needed.
        with contextlib.suppress(ImportError):
            import_module(name)
