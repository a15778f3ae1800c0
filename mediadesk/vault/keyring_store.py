"""Secrets in the operating system's keyring, from an explicit list of trusted backends.

The keyring library's own choice is not used: it can be turned by an environment variable to a
backend that stores plain text or swallows secrets. What was written is read back and compared.
Calls can block on a prompt, so each runs in a thread of its own with a time limit.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import sys
import threading
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeVar

from mediadesk.vault.errors import KeyringUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SERVICE = "mediadesk"
DEFAULT_TIMEOUT_S = 30.0

_T = TypeVar("_T")

_NO_BACKEND = "This computer has no keyring that can be trusted."

_TRUSTED: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "linux": (
        ("secret-service", "keyring.backends.SecretService", "Keyring"),
        ("kwallet", "keyring.backends.kwallet", "DBusKeyring"),
    ),
    "darwin": (("macos-keychain", "keyring.backends.macOS", "Keyring"),),
    "win32": (("windows-credentials", "keyring.backends.Windows", "WinVaultKeyring"),),
}


class KeyringBackend(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def keyring_is_disabled(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether ``MEDIADESK_NO_KEYRING`` asks to leave the keyring alone."""
    return environment.get("MEDIADESK_NO_KEYRING", "") not in ("", "0")


def find_backends() -> dict[str, KeyringBackend]:
    """The trusted backends that work on this machine, by name, the most fitting first.

    May block on the session bus.
    """
    found: list[tuple[float, str, KeyringBackend]] = []
    platform = "linux" if sys.platform.startswith(("linux", "freebsd")) else sys.platform
    for name, module, class_name in _TRUSTED.get(platform, ()):
        # Each backend raises its own kind of error where it does not work.
        with contextlib.suppress(Exception):
            backend_class = getattr(import_module(module), class_name)
            found.append((float(backend_class.priority), name, backend_class()))
    found.sort(key=lambda entry: -entry[0])
    return {name: backend for _, name, backend in found}


class KeyringStore:
    """Named secrets of one library in the keyring of the operating system."""

    def __init__(
        self,
        *,
        disabled: bool = False,
        timeout_s: float = DEFAULT_TIMEOUT_S,
        finder: Callable[[], dict[str, KeyringBackend]] = find_backends,
    ) -> None:
        self._disabled = disabled or keyring_is_disabled()
        self._timeout_s = timeout_s
        self._finder = finder
        self._backends: dict[str, KeyringBackend] | None = None

    def backend_names(self) -> tuple[str, ...]:
        """The names of the usable backends, best first; empty where there is none."""
        try:
            return tuple(self._find())
        except KeyringUnavailableError:
            return ()

    def store(self, name: str, secret: str) -> str:
        """Keep *secret* under *name* and return the name of the backend that holds it.

        Raises:
            KeyringUnavailableError: no backend, a refused prompt, or the secret read back differs.
        """
        failure = ""
        for backend_name, backend in self._find().items():
            try:
                if self._call(partial(_write_and_compare, backend, name, secret)):
                    return backend_name
                failure = "The system keyring did not keep the secret."
            except KeyringUnavailableError as error:
                failure = error.message
        raise _unavailable(failure or _NO_BACKEND)

    def load(self, name: str, preferred: str | None = None) -> str | None:
        """The secret under *name*, or None where no backend has it.

        Looks in the backend *preferred* first, then in the others.

        Raises:
            KeyringUnavailableError: no backend answered at all.
        """
        backends = self._find()
        if not backends:
            raise _unavailable(_NO_BACKEND)
        order = sorted(backends, key=lambda backend_name: backend_name != preferred)
        failure: KeyringUnavailableError | None = None
        answered = False
        for backend_name in order:
            backend = backends[backend_name]
            try:
                secret = self._call(partial(backend.get_password, SERVICE, name))
            except KeyringUnavailableError as error:
                failure = error
                continue
            answered = True
            if secret is not None:
                return secret
        if failure and not answered:
            raise failure
        return None

    def delete(self, name: str) -> None:
        """Remove the secret under *name* wherever it is; a missing one is not an error."""
        with contextlib.suppress(KeyringUnavailableError):
            for backend in self._find().values():
                with contextlib.suppress(KeyringUnavailableError):
                    self._call(partial(backend.delete_password, SERVICE, name))

    def _find(self) -> dict[str, KeyringBackend]:
        if self._disabled:
            raise _unavailable("The system keyring is turned off.")
        if self._backends is None:
            self._backends = self._call(self._finder)
        return self._backends

    def _call(self, work: Callable[[], _T]) -> _T:
        """Run *work* in a daemon thread: a prompt that nobody answers must not hold the program."""
        results: list[_T] = []
        failures: list[str] = []

        def run() -> None:
            try:
                results.append(work())
            # Backends raise whatever their bus, wallet or system library raises.
            except Exception as error:  # noqa: BLE001
                failures.append(type(error).__name__)

        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._timeout_s)
        if results:
            return results[0]
        if failures:
            raise _unavailable(f"The system keyring refused ({failures[0]}).")
        raise _unavailable(f"The system keyring did not answer within {self._timeout_s:g} s.")


def _write_and_compare(backend: KeyringBackend, name: str, secret: str) -> bool:
    backend.set_password(SERVICE, name, secret)
    kept = backend.get_password(SERVICE, name)
    return kept is not None and hmac.compare_digest(kept.encode(), secret.encode())


def _unavailable(message: str) -> KeyringUnavailableError:
    return KeyringUnavailableError(message, "Use a passphrase instead.")
