"""Where secrets come from: files, descriptors, standard input or a prompt; never an argument."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from mediadesk.domain.errors import LockedError, UsageError

SECRET_LIMIT = 4096
LINES_LIMIT = 64 * 1024
_STANDARD_INPUT = "-"


def read_secret(source: str, what: str) -> str:
    """First line of the file ``source``, or of standard input for “-”. Raises ``UsageError``."""
    try:
        if source == _STANDARD_INPUT:
            data = sys.stdin.buffer.readline(SECRET_LIMIT + 1)
        else:
            with Path(source).expanduser().open("rb") as file:
                data = file.readline(SECRET_LIMIT + 1)
    except OSError as error:
        raise _unreadable(source, what, error) from None
    return _decoded(data, what)


def read_lines(source: str, what: str) -> str:
    """All of the file ``source``, or of standard input for “-”. Raises ``UsageError``."""
    try:
        if source == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(LINES_LIMIT + 1)
        else:
            with Path(source).expanduser().open("rb") as file:
                data = file.read(LINES_LIMIT + 1)
        text = data.decode()
    except OSError as error:
        raise _unreadable(source, what, error) from None
    except UnicodeDecodeError:
        raise UsageError(f"The {what} is not UTF-8 text.", "Save the file as UTF-8.") from None
    if len(data) > LINES_LIMIT:
        raise UsageError(f"The {what} is too long.", "Shorten it.")
    return text


def given_passphrase(arguments: Namespace) -> str | None:
    """The passphrase from the sources named on the command line or in the environment."""
    descriptor = getattr(arguments, "passphrase_fd", None)
    if descriptor is not None:
        return _read_descriptor(descriptor)
    source = getattr(arguments, "passphrase_file", None)
    source = source or os.environ.get("MEDIADESK_PASSPHRASE_FILE")
    return read_secret(source, "passphrase") if source else None


def ask_passphrase(prompt: str = "Passphrase: ") -> str:
    """Ask in the terminal. Raises ``LockedError`` where there is none."""
    if not sys.stdin.isatty():
        raise LockedError(
            "The library is locked and no passphrase was given.",
            "Use --passphrase-file F or --recovery-code-from F, or run the command in a terminal.",
        )
    from getpass import getpass

    return getpass(prompt)


def ask_new_passphrase() -> str:
    """Ask twice for a new passphrase. Raises ``UsageError`` where both differ."""
    first = ask_passphrase("New passphrase: ")
    if first != ask_passphrase("The same again: "):
        raise UsageError("The two passphrases differ.", "Type the same passphrase twice.")
    return first


def read_key(arguments: Namespace) -> str:
    """An API key from ``--key-file``, standard input or a prompt."""
    if arguments.key_file:
        return read_secret(arguments.key_file, "key")
    if not sys.stdin.isatty():
        return read_secret(_STANDARD_INPUT, "key")
    from getpass import getpass

    return getpass("API key: ").strip()


def _unreadable(source: str, what: str, error: OSError) -> UsageError:
    return UsageError(
        f"The file with the {what} cannot be read: {source} ({error.strerror}).",
        "Check the path and its permissions.",
    )


def _read_descriptor(descriptor: int) -> str:
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return _decoded(file.readline(SECRET_LIMIT + 1), "passphrase")
    except OSError as error:
        raise UsageError(
            f"File descriptor {descriptor} cannot be read ({error.strerror}).",
            "Open it before the command starts.",
        ) from None


def _decoded(data: bytes, what: str) -> str:
    try:
        text = data.decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise UsageError(f"The {what} is not UTF-8 text.", "Save the file as UTF-8.") from None
    if not text or len(data) > SECRET_LIMIT:
        raise UsageError(f"The {what} is empty or too long.", "Put it on the first line.")
    return text
