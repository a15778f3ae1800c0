"""The command line as a person uses it: real processes with a home and a library of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "correct horse battery staple 17"
TIMEOUT_S = 90.0


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    def checked(self, code: int = 0) -> Outcome:
        """This outcome, after checking the exit code; a traceback is never right."""
        assert self.code == code, f"exit code {self.code}: {self.err}"
        assert "Traceback" not in self.err
        return self


@dataclass
class CommandLine:
    """Runs ``python -m mediadesk`` on one library, unlocked by a passphrase file."""

    base: Path
    environment: dict[str, str] = field(default_factory=dict)
    prefix: Sequence[str] = ()

    @property
    def library(self) -> Path:
        return self.base / "library"

    @property
    def passphrase_file(self) -> Path:
        return self.base / "passphrase"

    def prepare(self) -> None:
        for name in ("home", "data", "config", "cache", "state", "runtime"):
            (self.base / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.passphrase_file.write_text(f"{PASSPHRASE}\n")
        self.passphrase_file.chmod(0o600)

    def variables(self) -> dict[str, str]:
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("MEDIADESK_", "XDG_", "DBUS"))
        }
        return kept | {
            "HOME": str(self.base / "home"),
            "XDG_DATA_HOME": str(self.base / "data"),
            "XDG_CONFIG_HOME": str(self.base / "config"),
            "XDG_CACHE_HOME": str(self.base / "cache"),
            "XDG_STATE_HOME": str(self.base / "state"),
            "XDG_RUNTIME_DIR": str(self.base / "runtime"),
            "MEDIADESK_LIBRARY": str(self.library),
            "MEDIADESK_PASSPHRASE_FILE": str(self.passphrase_file),
            **self.environment,
        }

    def command(self, *arguments: str | Path) -> list[str]:
        words = [str(argument) for argument in arguments]
        return [*self.prefix, sys.executable, "-m", "mediadesk", "--no-keyring", *words]

    def start(self, *arguments: str | Path, **how: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(*arguments),
            cwd=ROOT,
            env=self.variables(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **how,
        )

    def run(
        self,
        *arguments: str | Path,
        stdin: bytes | None = None,
        environment: Mapping[str, str] | None = None,
        timeout: float = TIMEOUT_S,
    ) -> Outcome:
        done = subprocess.run(
            self.command(*arguments),
            cwd=ROOT,
            env=self.variables() | dict(environment or {}),
            input=stdin if stdin is not None else b"",
            capture_output=True,
            timeout=timeout,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr.decode())

    def files(self) -> dict[str, bytes]:
        """Every file of the library by its relative path."""
        found = sorted(path for path in self.library.rglob("*") if path.is_file())
        return {str(path.relative_to(self.library)): path.read_bytes() for path in found}
