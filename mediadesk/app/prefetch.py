"""What an open library needs is imported while its owner still types the passphrase."""

from __future__ import annotations

import contextlib
import threading
from importlib import import_module

_NEEDED_SOON = (
    "mediadesk.vault.vault",
    "mediadesk.storage.tables",
    "mediadesk.services.engine",
    "mediadesk.services.engine_store",
    "mediadesk.services.models",
    "mediadesk.services.connections",
    "mediadesk.services.generation_runner",
    "mediadesk.services.generations",
    "mediadesk.services.reconcile",
    "mediadesk.services.media",
    "mediadesk.providers.factory",
)


def prefetch() -> None:
    """Import in a thread; a second call finds nothing left to do."""
    threading.Thread(target=_import_all, name="prefetch", daemon=True).start()


def _import_all() -> None:
    for name in _NEEDED_SOON:
        # What cannot be imported is told where it is needed.
        with contextlib.suppress(ImportError):
            import_module(name)
