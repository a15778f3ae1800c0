"""Options that several commands share."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mediadesk.system.command_parser import Parser as Parser

TYPES = ("text", "image", "video", "audio")
STATUSES = ("queued", "running", "uncertain", "completed", "partial", "failed", "cancelled")


def add_library_options(parser: argparse.ArgumentParser) -> None:
    """Which library, and how it is unlocked. Absent options leave no attribute."""
    group = parser.add_argument_group("library")
    absent: dict[str, Any] = {"default": argparse.SUPPRESS}
    group.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        help="library folder (or MEDIADESK_LIBRARY)",
        **absent,
    )
    group.add_argument(
        "--no-keyring", action="store_true", help="leave the system keyring alone", **absent
    )
    group.add_argument(
        "--passphrase-file",
        metavar="F",
        help="read the passphrase from a file (or MEDIADESK_PASSPHRASE_FILE); - is standard input",
        **absent,
    )
    group.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        help="read the passphrase from an open file descriptor",
        **absent,
    )
    group.add_argument(
        "--recovery-code-from",
        metavar="F",
        help="unlock with the recovery code in a file; - is standard input",
        **absent,
    )
    group.add_argument(
        "--accept-older",
        action="store_true",
        help="open a library that is older than when it was last open on this computer",
        **absent,
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def add_query_options(parser: argparse.ArgumentParser) -> None:
    """The filters of ``list`` and ``search``."""
    parser.add_argument("--project", metavar="NAME")
    parser.add_argument("--type", choices=TYPES)
    parser.add_argument("--provider", metavar="P")
    parser.add_argument("--model", metavar="M")
    parser.add_argument("--status", choices=STATUSES)
    parser.add_argument("--tag", metavar="T")
    parser.add_argument("--batch", metavar="NAME", help="only runs that were queued together")
    parser.add_argument("--picked", action="store_true", help="only runs that won a comparison")
    parser.add_argument(
        "--since",
        metavar="WHEN",
        type=moment,
        help="a date (2026-11-23), or an age such as 7d, 12h",
    )
    parser.add_argument("--deleted", action="store_true", help="what lies in the trash instead")
    parser.add_argument("--limit", metavar="N", type=positive, default=20, help="default: 20")


def positive(text: str) -> int:
    """A whole number from 1."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1")
    return number


def moment(text: str) -> datetime:
    """A date, a date with time, or an age; in UTC."""
    unit = {"d": 86_400, "h": 3_600, "m": 60}.get(text[-1:])
    if unit and text[:-1].isdigit() and len(text) <= 7:
        return datetime.now(UTC) - timedelta(seconds=int(text[:-1]) * unit)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” is neither a date such as 2026-11-23 nor an age such as 7d"
        ) from None
    return found.astimezone(UTC)
