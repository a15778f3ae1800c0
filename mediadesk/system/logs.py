"""Log files that never hold a secret.

Records are structured events with ids and numbers. Should a secret still get into one (through a
library's message or a traceback), the filter removes it from the *formatted* text: by value for
every secret that is in use, and by pattern for anything that looks like a key.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG_NAME = "mediadesk.log"
LOG_FILES = 5
LOG_FILE_BYTES = 2_000_000
"""Five files of two megabytes: the log never takes more than ten megabytes."""

REDACTED = "[redacted]"
_SHORTEST_SECRET = 6

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"()\bsk-[A-Za-z0-9_\-]{8,}",
        r"()\bAIza[A-Za-z0-9_\-]{16,}",
        r"(?i)(\bbearer )[^\s'\",]+",
        r"(?i)(\bbasic )[A-Za-z0-9+/=]{8,}",
        r"(\bKey )[A-Za-z0-9_\-:]{8,}",
        r"(?i)([?&]key=)[^&\s'\"]+",
        r"(?i)(\bkey=)[^&\s'\"]{8,}",
        r"(?i)(\bapi[-_]?key[\"']?\s*[:=]\s*[\"']?)[^\s'\",]+",
        r"()x'[0-9a-fA-F]{64}'",
    )
)
"""What looks like a key. The first group is kept, the rest of the match is not."""


class SecretRegister:
    """The secrets that are in use right now, to be recognised by value. Safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[str, int] = {}

    def add(self, secret: str) -> None:
        """From now on *secret* is removed from logs. Very short values are ignored."""
        if len(secret) < _SHORTEST_SECRET:
            return
        with self._lock:
            self._counts[secret] = self._counts.get(secret, 0) + 1

    def discard(self, secret: str) -> None:
        """Forget one use of *secret*."""
        with self._lock:
            count = self._counts.get(secret, 0)
            if count > 1:
                self._counts[secret] = count - 1
            else:
                self._counts.pop(secret, None)

    def redact(self, text: str) -> str:
        """*text* without registered secrets and without anything that looks like a key."""
        with self._lock:
            # Longest first, so that a secret that begins another one leaves no tail behind.
            known = sorted(self._counts, key=len, reverse=True)
        for secret in known:
            text = text.replace(secret, REDACTED)
        for pattern in _PATTERNS:
            text = pattern.sub(rf"\1{REDACTED}", text)
        return text


live_secrets = SecretRegister()
"""The register of this process: whoever opens a key adds it here for as long as it lives."""


class RedactingFormatter(logging.Formatter):
    """Formats a record with its traceback, then removes secrets from the whole text."""

    def __init__(self, secrets: SecretRegister = live_secrets) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line (and traceback) for *record*, safe to be written."""
        return self._secrets.redact(super().format(record))


class _PrivateRotatingFileHandler(logging.handlers.RotatingFileHandler):
    """Rotated files that only the user can read."""

    def _open(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the base class's own type is private
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600))
        Path(self.baseFilename).chmod(0o600)
        return super()._open()


def set_up_logging(
    folder: Path | None = None, *, level: int = logging.INFO, to_stderr: bool = False
) -> None:
    """Send the program's log to rotated private files in *folder* and, if asked, to stderr.

    May be called again: earlier handlers of this function are replaced. If the folder cannot be
    written, the program goes on without a log file, since a log is never worth a failed start.
    """
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h.formatter, RedactingFormatter)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    for noisy in ("httpx", "httpcore", "httpx2", "httpcore2"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    for handler in _handlers(folder, to_stderr=to_stderr):
        handler.setFormatter(RedactingFormatter())
        root.addHandler(handler)


def _handlers(folder: Path | None, *, to_stderr: bool) -> Iterator[logging.Handler]:
    if to_stderr:
        yield logging.StreamHandler()
    if folder is None:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield _PrivateRotatingFileHandler(
            folder / LOG_NAME,
            maxBytes=LOG_FILE_BYTES,
            backupCount=LOG_FILES - 1,
            encoding="utf-8",
            delay=True,
        )
    except OSError as error:
        logging.getLogger(__name__).warning("log file unavailable: errno %s", error.errno)
