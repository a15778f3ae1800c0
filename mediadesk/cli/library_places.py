"""``library move`` and ``library list``: where libraries lie."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.cli.console import CLEAR_LINE, say, size_text, write_json, write_line
from mediadesk.cli.session import library_access, unlock
from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.system.chosen_library import known_libraries, library_to_open

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from mediadesk.services.library_move import MovedLibrary


def add_actions(actions: _SubParsersAction[ArgumentParser]) -> None:
    """Add both to the actions of ``library``."""
    move = actions.add_parser("move", help="take the library to another folder")
    move.add_argument("target", metavar="DEST", type=Path, help="a new or empty folder")
    move.add_argument(
        "--delete-old",
        action="store_true",
        help="delete the old folder once every file is compared",
    )
    move.add_argument(
        "--abandon", action="store_true", help="delete what an interrupted move to DEST left"
    )
    move.set_defaults(run=move_library)
    actions.add_parser("list", help="the libraries that were open here").set_defaults(
        run=list_libraries
    )


async def move_library(arguments: Namespace) -> int:
    """Copy, compare, switch, and delete the old one where that was asked for."""
    from mediadesk.services.library_move import LibraryMover

    target: Path = arguments.target.expanduser().absolute()
    if arguments.abandon and arguments.delete_old:
        raise UsageError("--abandon and --delete-old exclude each other.", "Leave one out.")
    unlocked = await unlock(arguments)
    mover = LibraryMover(unlocked, target)
    if arguments.abandon:
        if not await mover.abandon():
            raise NotFoundError(f"No interrupted move to {target} was found.", "Check the folder.")
        return _told(arguments, f"What was copied beside {target} is deleted.", unlocked.path)
    moved = await mover.move(delete_old=arguments.delete_old, progress=_show_progress)
    if sys.stderr.isatty():
        sys.stderr.write(CLEAR_LINE)
    if moved is None:  # nobody stops this one but the interrupt, which ends the command
        raise UsageError("The move was stopped.", "Move again; it goes on where it was.")
    _report(arguments, unlocked.path, moved)
    return 0


async def list_libraries(arguments: Namespace) -> int:
    """The folders of the libraries that are known, the one that is meant first."""
    current = library_access(arguments).path
    rows = [
        {"path": str(path), "is_current": path == current, "exists": access.exists()}
        for path in dict.fromkeys((current, *known_libraries()))
        if (access := library_access(Namespace(library=path)))
    ]
    if arguments.json:
        write_json({"libraries": rows})
        return 0
    for row in rows:
        note = "" if row["exists"] else "  (no library there)"
        write_line(f"{'*' if row['is_current'] else ' '} {row['path']}{note}")
    return 0


def _report(arguments: Namespace, old: Path, moved: MovedLibrary) -> None:
    if arguments.json:
        write_json(
            {
                "path": str(moved.library.path),
                "earlier_path": str(old),
                "is_earlier_deleted": moved.is_old_deleted,
                "is_noted": moved.is_noted,
                "file_count": moved.file_count,
                "size_bytes": moved.size_bytes,
            }
        )
    else:
        size = size_text(moved.size_bytes)
        say(f"Moved to {moved.library.path}: {moved.file_count} files compared, {size}.")
    if not moved.is_old_deleted:
        say(f"The old folder is still there: {old}. Delete it once you are content.")
    if not moved.is_noted:
        say("The settings folder cannot be written; the next start opens the old folder.")
    elif os.environ.get("MEDIADESK_LIBRARY") and library_to_open() != moved.library.path:
        say("MEDIADESK_LIBRARY still names another folder.")


def _told(arguments: Namespace, words: str, path: Path) -> int:
    if arguments.json:
        write_json({"path": str(path), "is_done": True})
    else:
        say(words)
    return 0


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"{CLEAR_LINE}{size_text(done)} of {size_text(total)}")
        sys.stderr.flush()
