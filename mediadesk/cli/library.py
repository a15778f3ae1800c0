"""``library create|info|verify|passphrase|recovery-code|keyring|move|list``."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.cli import library_places
from mediadesk.cli.console import CLEAR_LINE, say, size_text, write_facts, write_json, write_line
from mediadesk.cli.documents import time_text
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.secrets_input import ask_new_passphrase, given_passphrase, read_secret
from mediadesk.cli.session import library_access, open_session, unlock
from mediadesk.domain.errors import UsageError
from mediadesk.system.files import write_atomically

if TYPE_CHECKING:
    from mediadesk.services.library_access import LibraryAccess

_EXIT_DAMAGED = 6


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``library``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    create = actions.add_parser("create", help="make a new library")
    create.add_argument("--name", metavar="N", default="Library")
    create.set_defaults(run=create_library)
    actions.add_parser("info", help="what the library holds").set_defaults(run=show_info)
    verify = actions.add_parser("verify", help="check that everything is as it was written")
    verify.add_argument("--deep", action="store_true", help="read every media file")
    verify.add_argument(
        "--subset", metavar="n/t", type=_subset, help="read the n-th of t parts of the media"
    )
    verify.set_defaults(run=verify_library)
    passphrase = actions.add_parser("passphrase", help="set a new passphrase")
    passphrase.add_argument(
        "--new-passphrase-file", metavar="F", help="read it from a file; - is standard input"
    )
    passphrase.set_defaults(run=change_passphrase)
    code = actions.add_parser("recovery-code", help="replace the recovery code by a new one")
    code.set_defaults(run=new_recovery_code)
    keyring = actions.add_parser("keyring", help="unlock by the system keyring, or stop doing so")
    keyring.add_argument("state", choices=("on", "off"))
    keyring.set_defaults(run=set_keyring)
    library_places.add_actions(actions)
    for command in (create, code):
        command.add_argument(
            "--recovery-code-file",
            metavar="F",
            type=Path,
            help="write the recovery code to a new file instead of showing it",
        )
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def create_library(arguments: Namespace) -> int:
    """Make a library and show its recovery code once."""
    access = library_access(arguments)
    state = access.state()
    if state.exists:
        raise UsageError(
            f"There is a library at {state.path} already.", "Open it, or choose another folder."
        )
    _check_code_file(arguments)
    passphrase = given_passphrase(arguments)
    use_keyring = await _has_keyring(access, arguments)
    if passphrase is None and not use_keyring:
        if not sys.stdin.isatty():
            raise UsageError(
                "No system keyring is available, so the library needs a passphrase.",
                "Use --passphrase-file F, or run the command in a terminal.",
            )
        passphrase = ask_new_passphrase()
    unlocked, code = await access.create(
        name=arguments.name, passphrase=passphrase, use_keyring=use_keyring
    )
    _hand_over(code, arguments)
    ways = [w for w, there in (("keyring", use_keyring), ("passphrase", passphrase)) if there]
    if arguments.json:
        write_json(
            {
                "path": str(unlocked.path),
                "name": unlocked.name,
                "unlocked_by": ways,
                "recovery_code_file": _text(arguments.recovery_code_file),
            }
        )
    else:
        say(f"Created: {unlocked.path}, unlocked by {' or '.join(ways)}.")
    return 0


async def show_info(arguments: Namespace) -> int:
    """Print what the library holds."""
    async with open_session(arguments) as services:
        info = await services.library.info()
    if arguments.json:
        write_json(
            {
                "path": str(info.path),
                "name": info.name,
                "library_id": str(info.library_id),
                "schema": info.schema,
                "asset_count": info.asset_count,
                "generation_count": info.generation_count,
                "blob_bytes": info.blob_bytes,
                "free_bytes": info.free_bytes,
                "created_at": time_text(info.created_at),
                "slot_kinds": list(info.slot_kinds),
            }
        )
        return 0
    write_facts(
        {
            "Library": info.name,
            "Folder": info.path,
            "Id": info.library_id,
            "Made": time_text(info.created_at),
            "Runs": info.generation_count,
            "Items": info.asset_count,
            "Media": size_text(info.blob_bytes),
            "Free on disk": size_text(info.free_bytes),
            "Unlocked by": ", ".join(info.slot_kinds),
            "Schema": info.schema,
        }
    )
    return 0


async def verify_library(arguments: Namespace) -> int:
    """Check the library; exit code 6 where something is damaged."""
    is_deep = arguments.deep or arguments.subset is not None
    async with open_session(arguments) as services:
        report = await services.library.verify(
            deep=is_deep, subset=arguments.subset, progress=_show_progress
        )
    if sys.stderr.isatty():
        sys.stderr.write(CLEAR_LINE)
    if arguments.json:
        write_json(
            {
                "is_sound": report.is_sound,
                "blob_count": report.blob_count,
                "blobs_read": report.blobs_read,
                "bytes_read": report.bytes_read,
                "event_count": report.event_count,
                "findings": [
                    {
                        "kind": finding.kind.value,
                        "is_damage": finding.kind.is_damage,
                        "subject": finding.subject,
                        "message": finding.message,
                    }
                    for finding in report.findings
                ],
            }
        )
    else:
        for finding in report.findings:
            write_line(f"{finding.kind.value}: {finding.message} {finding.subject}".rstrip())
        outcome = "Everything is sound" if report.is_sound else "The library is damaged"
        read = f"{report.blobs_read} of {report.blob_count} media files read"
        say(f"{outcome}: {read}, {report.event_count} recorded changes.")
        if not report.is_sound:
            say("Restore a backup; nothing was changed.")
    return 0 if report.is_sound else _EXIT_DAMAGED


def _show_progress(done: int, total: int) -> bool:
    if sys.stderr.isatty():
        sys.stderr.write(f"{CLEAR_LINE}{done} of {total} media files")
        sys.stderr.flush()
    return True


async def change_passphrase(arguments: Namespace) -> int:
    """Set a new passphrase."""
    unlocked = await unlock(arguments)
    source = arguments.new_passphrase_file
    new = read_secret(source, "passphrase") if source else ask_new_passphrase()
    await library_access(arguments).change_passphrase(unlocked, new)
    return _done(arguments, unlocked.path, "The new passphrase opens the library from now on.")


async def new_recovery_code(arguments: Namespace) -> int:
    """Replace the recovery code."""
    _check_code_file(arguments)
    unlocked = await unlock(arguments)
    code = await library_access(arguments).new_recovery_code(unlocked)
    _hand_over(code, arguments)
    return _done(arguments, unlocked.path, "The earlier recovery code opens nothing any more.")


async def set_keyring(arguments: Namespace) -> int:
    """Unlock by the system keyring from now on, or stop doing so."""
    unlocked = await unlock(arguments)
    enabled = arguments.state == "on"
    await library_access(arguments).set_keyring(unlocked, enabled)
    words = "opens the library from now on" if enabled else "is not used any more"
    return _done(arguments, unlocked.path, f"The system keyring {words}.")


async def _has_keyring(access: LibraryAccess, arguments: Namespace) -> bool:
    if getattr(arguments, "no_keyring", False):
        return False
    return await access.keyring_available() is not None


def _check_code_file(arguments: Namespace) -> None:
    """Refuse a file that exists or cannot be made before the code is made."""
    path: Path | None = arguments.recovery_code_file
    if path is None:
        return
    if path.exists() or not path.parent.is_dir():
        reason = "exists already" if path.exists() else "lies in a folder that does not exist"
        raise UsageError(f"{path} {reason}.", "Choose another --recovery-code-file.")


def _hand_over(code: str, arguments: Namespace) -> None:
    path: Path | None = arguments.recovery_code_file
    if path is not None:
        write_atomically(path.absolute(), f"{code}\n".encode())
        say(f"The recovery code is in {path}. Keep it apart from this computer.")
        return
    say("Recovery code, shown only once. Write it down and keep it apart from this computer:")
    say(f"\n    {code}\n")


def _done(arguments: Namespace, path: Path, words: str) -> int:
    if arguments.json:
        write_json({"path": str(path), "is_done": True})
    else:
        say(words)
    return 0


def _subset(text: str) -> tuple[int, int]:
    part, slash, total = text.partition("/")
    if slash and part.isdigit() and total.isdigit() and 1 <= int(part) <= int(total):
        return int(part), int(total)
    raise argparse.ArgumentTypeError(f"“{text}” is not n/t, such as 1/7")


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
