"""The error tree. An expected failure is a sentence and a next step; anything else is a bug.

MediadeskError                    exit code
├── UsageError                    2   wrong provider, model, parameter, type, range, file
│   ├── InvalidParameterError         names the parameter
│   └── InvalidInputError             names the input file or role
├── ProviderError                 3   one ``ProviderErrorKind`` per meaning
├── CapRefusedError               4   names the cap and what is left
├── LockedError                   5
│   └── WrongPassphraseError
├── LibraryDamagedError           6
│   ├── KeySlotsDamagedError
│   ├── RolledBackError               older than the last state opened here
│   └── ForeignLibraryError           not a mediadesk library, or somebody else's
├── NotFoundError                 8
├── LibraryBusyError              9
└── EnvironmentProblemError      10   this machine lacks something
    ├── LibraryTooNewError
    └── StorageError                  I/O error
        ├── DiskFullError
        └── ReadOnlyError
"""

from __future__ import annotations

from enum import StrEnum


class MediadeskError(Exception):
    """An expected failure: ``message`` says what happened, ``next_step`` what the user can do."""

    exit_code = 1

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def sentence(self) -> str:
        """Message and next step as one line."""
        return f"{self.message} {self.next_step}".strip()


class UsageError(MediadeskError):
    """The request cannot be meant: a wrong name, value, type or file."""

    exit_code = 2


class InvalidParameterError(UsageError):
    """A parameter is unknown or its value is out of type or range."""

    def __init__(self, parameter: str, message: str, next_step: str = "") -> None:
        super().__init__(message, next_step)
        self.parameter = parameter


class InvalidInputError(UsageError):
    """An input file is missing, broken, too large or in a role that the model does not take."""


class CapRefusedError(MediadeskError):
    """A cap refused a job before anything was sent. Amounts in micro-USD.

    ``may_pass``: whether the user may let it pass this once.
    """

    exit_code = 4

    def __init__(
        self,
        message: str,
        next_step: str,
        *,
        cap: str,
        limit_micro: int,
        free_micro: int,
        wanted_micro: int | None,
        may_pass: bool = True,
    ) -> None:
        super().__init__(message, next_step)
        self.cap = cap
        self.may_pass = may_pass
        self.limit_micro = limit_micro
        self.free_micro = free_micro
        self.wanted_micro = wanted_micro


class LockedError(MediadeskError):
    """The library is locked and nothing given opens it."""

    exit_code = 5


class WrongPassphraseError(LockedError):
    """The passphrase or recovery code does not open any slot."""


class LibraryDamagedError(MediadeskError):
    """A file of the library is not what was written."""

    exit_code = 6


class KeySlotsDamagedError(LibraryDamagedError):
    """keyslots.json and its copy are unreadable."""


class RolledBackError(LibraryDamagedError):
    """The library ends before the last state that was opened on this computer."""


class ForeignLibraryError(LibraryDamagedError):
    """The folder is not a mediadesk library, or belongs to somebody else."""


class NotFoundError(MediadeskError):
    """No such id, project, key or library."""

    exit_code = 8


class LibraryBusyError(MediadeskError):
    """Another process keeps the library busy."""

    exit_code = 9


class EnvironmentProblemError(MediadeskError):
    """This machine lacks something that mediadesk needs."""

    exit_code = 10


class LibraryTooNewError(EnvironmentProblemError):
    """The library was written by a newer mediadesk."""


class StorageError(EnvironmentProblemError):
    """Reading or writing the library failed."""


class DiskFullError(StorageError):
    """No space is left for the library."""


class ReadOnlyError(StorageError):
    """The library folder cannot be written."""


class ProviderErrorKind(StrEnum):
    """One value per meaning; adapters translate every provider's answer into one of these."""

    AUTH = "auth"
    PERMISSION = "permission"
    CREDIT = "credit"
    RATE_LIMIT = "rate_limit"
    BLOCKED = "blocked"
    BAD_REQUEST = "bad_request"
    NOT_FOUND = "not_found"
    RETIRED = "retired"
    TOO_LARGE = "too_large"
    OVERLOADED = "overloaded"
    TIMEOUT = "timeout"
    SERVER = "server"
    NETWORK = "network"
    MALFORMED = "malformed"
    INTERRUPTED = "interrupted"
    EXPIRED = "expired"


class Billed(StrEnum):
    """What is known about money after an attempt ended without a normal result."""

    FREE = "free"
    CHARGED = "charged"
    UNKNOWN = "unknown"


class ProviderError(MediadeskError):
    """A provider refused, failed or could not be reached.

    ``sent`` is False only where it is certain that no byte of the request left this machine
    (name look-up, connect, TLS). ``provider_answered`` is True where the body was the provider's
    own error document rather than a proxy's page. ``retry_after_s`` is in seconds. The message
    never holds a key.
    """

    exit_code = 3

    def __init__(
        self,
        kind: ProviderErrorKind,
        message: str,
        next_step: str = "",
        *,
        status: int | None = None,
        provider_code: str | None = None,
        parameter: str | None = None,
        request_id: str | None = None,
        retry_after_s: float | None = None,
        billed: Billed = Billed.UNKNOWN,
        sent: bool = True,
        provider_answered: bool = False,
    ) -> None:
        super().__init__(message, next_step)
        self.kind = kind
        self.status = status
        self.provider_code = provider_code
        self.parameter = parameter
        self.request_id = request_id
        self.retry_after_s = retry_after_s
        self.billed = billed
        self.sent = sent
        self.provider_answered = provider_answered
