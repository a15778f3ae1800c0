"""What works on this machine: Qt, codecs, keyring, disk, library. Unlocks nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mediadesk.domain.errors import MediadeskError
from mediadesk.providers.tables.model_table import all_tables
from mediadesk.providers.tables.table_reading import TableError
from mediadesk.services.price_book import USUAL_NOTICE_DAYS
from mediadesk.system.diagnostics import (
    Check,
    CheckState,
    check_disk,
    check_display,
    check_permissions,
    check_system,
)
from mediadesk.system.worker_client import WorkerError, WorkerProcesses
from mediadesk.system.workers import WorkerPool

if TYPE_CHECKING:
    from mediadesk.services.library_access import LibraryAccess

WORKER_TIMEOUT_S = 30.0
_REINSTALL = "Run “python3 dev.py setup”, or install mediadesk again."
_ESSENTIAL_CODECS = frozenset({"H.264", "VP9", "AAC", "MP3", "Motion-JPEG"})


async def examine(access: LibraryAccess) -> tuple[Check, ...]:
    """Look at everything; takes a second or two."""
    threads = WorkerPool(2, name="doctor")
    try:
        player = threads.run(_ask, "player")
        pictures = threads.run(_ask, "picture")
        keyring = await _check_keyring(access)
        path = access.path
        return (
            check_system(),
            *_check_qt(await player),
            _check_pictures(await pictures),
            check_display(),
            keyring,
            check_disk(path),
            check_permissions(path),
            _check_library(access),
            await threads.run(_check_prices),
        )
    finally:
        threads.close()


def _ask(name: str) -> Mapping[str, Any] | WorkerError:
    """What a worker says about itself; also proves that workers start here."""
    workers = WorkerProcesses(name, 1)
    try:
        return workers.call({"do": "capabilities"}, timeout_s=WORKER_TIMEOUT_S).facts
    except WorkerError as error:
        return error
    finally:
        workers.close()


def _check_qt(found: Mapping[str, Any] | WorkerError) -> tuple[Check, ...]:
    if isinstance(found, WorkerError):
        return (Check("qt", CheckState.PROBLEM, "Qt cannot be loaded", _REINSTALL),)
    version = f"Qt {found.get('qt')}, PySide6 {found.get('pyside')}"
    if problem := found.get("window_problem"):
        step = "Install the named system library, or run “python3 dev.py setup”."
        qt = Check("qt", CheckState.PROBLEM, f"{version}; no window can open: {problem}", step)
    else:
        qt = Check("qt", CheckState.OK, version)
    codecs: Mapping[str, bool] = found.get("codecs", {})
    missing = sorted(name for name, there in codecs.items() if not there)
    if not codecs:
        return qt, Check("codecs", CheckState.NOTICE, "FFmpeg was not found beside Qt")
    detail = "plays " + ", ".join(name for name, there in codecs.items() if there)
    if missing:
        detail += f"; does not play {', '.join(missing)}"
    is_short = bool(_ESSENTIAL_CODECS & set(missing))
    return qt, Check("codecs", CheckState.PROBLEM if is_short else CheckState.OK, detail)


def _check_pictures(found: Mapping[str, Any] | WorkerError) -> Check:
    if isinstance(found, WorkerError):
        detail = "pictures cannot be decoded: no worker process starts"
        return Check("pictures", CheckState.PROBLEM, detail, _REINSTALL)
    return Check("pictures", CheckState.OK, f"shows {', '.join(found.get('formats', ()))}")


async def _check_keyring(access: LibraryAccess) -> Check:
    backend = await access.keyring_available()
    if backend is None:
        detail = "no system keyring: the library is unlocked by its passphrase"
        return Check("keyring", CheckState.NOTICE, detail)
    return Check("keyring", CheckState.OK, backend)


def _check_prices() -> Check:
    """Whether the shipped tables of models can be read, and how old the oldest is."""
    try:
        oldest = min(table.read_on for table in all_tables())
    except (TableError, OSError) as error:
        return Check("prices", CheckState.PROBLEM, str(error), _REINSTALL)
    days = (datetime.now(UTC).date() - oldest).days
    detail = f"models and prices as of {oldest.isoformat()}"
    if days <= USUAL_NOTICE_DAYS:
        return Check("prices", CheckState.OK, detail)
    step = "Install a newer mediadesk, or set prices with “mediadesk prices set”."
    return Check("prices", CheckState.NOTICE, f"{detail}, {days} days ago", step)


def _check_library(access: LibraryAccess) -> Check:
    try:
        state = access.state()
    except MediadeskError as error:
        return Check("library", CheckState.PROBLEM, error.message, error.next_step)
    if not state.exists:
        step = "Create one with “mediadesk library create”."
        return Check("library", CheckState.NOTICE, f"none at {state.path}", step)
    ways = ", ".join(state.slot_kinds)
    return Check("library", CheckState.OK, f"{state.name} at {state.path}, unlocked by {ways}")
