"""Keyring backends for tests: one that works, and ones that fail the way real ones do."""

from __future__ import annotations

import threading


class MemoryKeyring:
    """Keeps secrets in memory, as a working keyring keeps them elsewhere."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


class SwallowingKeyring(MemoryKeyring):
    """Takes every secret and keeps none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class LockedKeyring(MemoryKeyring):
    """Refuses everything, as a keyring whose prompt was dismissed."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(f"locked: {service}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"locked: {service} {password}")


class SilentKeyring(MemoryKeyring):
    """Never answers, as one that waits for a prompt on another screen."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(20)
        return None
