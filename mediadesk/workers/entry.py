"""Names of the workers: ``mediadesk --worker NAME`` ends up here."""

from __future__ import annotations

from mediadesk.workers.limits import GIB, confine, give_way
from mediadesk.workers.serve import serve

PICTURE_CPU_SECONDS = 10
PLAYER_CPU_SECONDS = 30


def run_worker(name: str) -> int:
    """Serve as the worker ``name`` until the program closes the pipe; returns the exit code."""
    give_way()
    if name == "picture":
        confine(1 * GIB)
        from mediadesk.workers.picture import handle_picture

        return serve(handle_picture, cpu_seconds=PICTURE_CPU_SECONDS)
    if name == "player":
        # Qt and FFmpeg reserve far more address space than they use.
        confine(8 * GIB)
        from mediadesk.workers.player import handle_player

        return serve(handle_player, cpu_seconds=PLAYER_CPU_SECONDS)
    return 2
