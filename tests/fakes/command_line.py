"""The command line as a person uses it: real processes with a home and a library of their own."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mediadesk.cli.main import main
from mediadesk.system.logs import set_up_logging

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
    """Runs ``python -m mediadesk`` on one library.

    Its recovery code unlocks it, the quickest way in: a passphrase takes its time on purpose.
    """

    base: Path
    environment: dict[str, str] = field(default_factory=dict)
    prefix: Sequence[str] = ()
    by_passphrase: bool = False

    @classmethod
    def create(cls, base: Path) -> CommandLine:
        """A command line with a new library, made by the real command."""
        line = cls(base, by_passphrase=True)
        line.prepare()
        line.run("library", "create", "--recovery-code-file", line.code_file).checked()
        return cls(base)

    def copy_to(self, base: Path) -> CommandLine:
        """A command line with a copy of this library."""
        line = CommandLine(base)
        line.prepare()
        shutil.copytree(self.library, line.library)
        shutil.copy(self.code_file, line.code_file)
        return line

    @property
    def library(self) -> Path:
        return self.base / "library"

    @property
    def passphrase_file(self) -> Path:
        return self.base / "passphrase"

    @property
    def code_file(self) -> Path:
        return self.base / "recovery-code"

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
            **(
                {"MEDIADESK_PASSPHRASE_FILE": str(self.passphrase_file)}
                if self.by_passphrase
                else {}
            ),
            **self.environment,
        }

    def command(self, *arguments: str | Path) -> list[str]:
        options = ["--no-keyring"]
        if not self.by_passphrase:
            options += ["--recovery-code-from", str(self.code_file)]
        words = [str(argument) for argument in arguments]
        return [*self.prefix, sys.executable, "-m", "mediadesk", *options, *words]

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

    def run_here(self, *arguments: str | Path, stdin: bytes = b"") -> Outcome:
        """The same in this process, which saves the imports, for long tables of cases."""
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name not in self.variables()]:
                patch.delenv(name)
            for name, value in self.variables().items():
                patch.setenv(name, value)
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            patch.setattr("sys.stdout", out)
            patch.setattr("sys.stderr", err)
            try:
                code = main(self.command(*arguments)[len(self.prefix) + 3 :])
            except SystemExit as end:
                code = int(end.code or 0)
            finally:
                set_up_logging()
        out.flush()
        return Outcome(code, out.buffer.getvalue(), err.getvalue())

    def files(self) -> dict[str, bytes]:
        """Every file of the library by its relative path."""
        found = sorted(path for path in self.library.rglob("*") if path.is_file())
        return {str(path.relative_to(self.library)): path.read_bytes() for path in found}
