"""Errors that only the vault raises; the shared ones are in `mediadesk.domain.errors`."""

from __future__ import annotations

from mediadesk.domain.errors import EnvironmentProblemError, LockedError, UsageError


class KeyringUnavailableError(EnvironmentProblemError):
    """No trusted keyring of the operating system can be used, or it did not keep the secret."""


class KeyringSlotError(LockedError):
    """The keyring cannot open this library; a passphrase or the recovery code may."""


class RecoveryCodeError(UsageError):
    """The typed recovery code cannot be right. ``groups`` are the wrong ones, counted from 1."""

    def __init__(self, message: str, next_step: str = "", *, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message, next_step)
        self.groups = groups


class WeakPassphraseError(UsageError):
    """The new passphrase is too short."""


class LastSlotError(UsageError):
    """Removing this slot would leave no way to open the library."""


class SealBrokenError(LockedError):
    """A sealed API key does not open: it was changed or belongs to another record."""
