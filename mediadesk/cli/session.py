"""Unlocking a library and opening its services for one command."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.cli.secrets_input import ask_passphrase, given_passphrase, read_secret
from mediadesk.domain.errors import NotFoundError
from mediadesk.system.chosen_library import library_to_open

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.services.library_access import LibraryAccess, UnlockedLibrary


def library_access(arguments: Namespace) -> LibraryAccess:
    """The library that the command means, still locked."""
    from mediadesk.services.library_access import LibraryAccess

    path: Path | None = getattr(arguments, "library", None)
    path = (path or library_to_open()).expanduser().absolute()
    return LibraryAccess(path, use_keyring=not getattr(arguments, "no_keyring", False))


async def unlock(arguments: Namespace) -> UnlockedLibrary:
    """Unlock by what was given, else the keyring, else a prompt.

    Raises ``NotFoundError`` without a library, ``LockedError`` where nothing opens it.
    """
    access = library_access(arguments)
    state = access.state()
    if not state.exists:
        raise NotFoundError(
            f"There is no library at {state.path}.",
            "Create one with “mediadesk library create”, or name another with --library.",
        )
    if source := getattr(arguments, "recovery_code_from", None):
        return await access.unlock_by_recovery_code(read_secret(source, "recovery code"))
    passphrase = given_passphrase(arguments)
    if passphrase is None and "keyring" in state.slot_kinds:
        unlocked = await access.unlock_by_keyring()
        if unlocked is not None:
            return unlocked
    return await access.unlock(passphrase if passphrase is not None else ask_passphrase())


@asynccontextmanager
async def open_session(arguments: Namespace, *, run_jobs: bool = False) -> AsyncIterator[Services]:
    """The services of the unlocked library, closed at the end."""
    unlocked = await unlock(arguments)
    if getattr(arguments, "accept_older", False):
        unlocked = replace(unlocked, accept_older=True)
    from mediadesk.bootstrap import open_services

    async with open_services(unlocked, run_jobs=run_jobs) as services:
        yield services
