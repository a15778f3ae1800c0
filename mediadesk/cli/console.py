"""What the command line prints: results on standard output, everything else on standard error.

Text that came from outside loses what could steer a terminal. With ``--json`` standard output
carries exactly one document.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence

from mediadesk.domain.errors import UsageError

# Control characters other than line feed and tab, and marks that reorder text.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

CLEAR_LINE = "\r\x1b[K"
"""Takes a progress line away."""


def printable(text: str) -> str:
    """``text`` without control characters and without marks that reorder it."""
    return _STEERING.sub("", text)


def one_line(text: str, length: int) -> str:
    """``text`` on one line of at most ``length`` characters."""
    flat = " ".join(printable(text).split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"


def say(message: str) -> None:
    """A message for the person, on standard error."""
    print(printable(message), file=sys.stderr, flush=True)


def write(text: str) -> None:
    """A result for the person or a pipe, on standard output; steering characters only in pipes."""
    sys.stdout.write(printable(text) if sys.stdout.isatty() else text)
    sys.stdout.flush()


def write_line(text: str) -> None:
    """A result on a line of its own."""
    write(f"{text}\n")


def write_json(document: object) -> None:
    """The one JSON document of a command."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
    sys.stdout.flush()


def write_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A plain table with aligned columns; the last column is not padded."""
    lines = [list(headings), *([printable(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        write_line("  ".join(cells).rstrip())


def write_facts(facts: Mapping[str, object]) -> None:
    """Names and values, one line each; what is None or empty is left out."""
    shown = {name: str(value) for name, value in facts.items() if value not in (None, "")}
    width = max(map(len, shown), default=0)
    for name, value in shown.items():
        write_line(f"{name.ljust(width)}  {value}")


def size_text(size_bytes: int) -> str:
    """“12 B”, “3.4 kB”, “1.2 GB”: powers of a thousand."""
    value, unit = float(size_bytes), "B"
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if value < 1000 or unit == "TB":
            break
        value /= 1000
    return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"


def confirm(question: str, *, is_agreed: bool) -> bool:
    """Ask before something that matters. Raises ``UsageError`` where nobody can answer."""
    if is_agreed:
        return True
    if not sys.stdin.isatty():
        raise UsageError(question, "Add --yes to go on.")
    say(f"{question} [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")
