"""The copy of the library's anchor in the keyring, out of reach of a rolled-back folder."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from mediadesk.vault.errors import KeyringUnavailableError

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.vault.keyring_store import KeyringStore


class KeyringAnchor:
    """Keeps a small text in the keyring, where rolling back the library's files cannot reach."""

    def __init__(self, keyring: KeyringStore, library_id: UUID) -> None:
        self._keyring = keyring
        self._name = f"{library_id}/anchor"

    def load(self) -> str | None:
        """The text kept last, or None where there is none or no keyring answers."""
        with contextlib.suppress(KeyringUnavailableError):
            return self._keyring.load(self._name)
        return None

    def save(self, text: str) -> bool:
        """Keep *text*; False where no keyring takes it."""
        with contextlib.suppress(KeyringUnavailableError):
            self._keyring.store(self._name, text)
            return True
        return False
