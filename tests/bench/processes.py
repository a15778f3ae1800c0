"""Starting the app (or a reference) in a home of its own, and reading its ``@perf`` lines."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
_FOLDERS = {
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}
_KILL_AFTER_S = 10.0


class BenchError(Exception):
    """A measurement could not be taken; the text says why."""


def private_environment(folder: Path, **more: str) -> dict[str, str]:
    """An environment whose home is ``folder``: nothing of the user's is read or written."""
    dropped = ("MEDIADESK_", "DBUS_SESSION_BUS_ADDRESS", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    for variable, name in _FOLDERS.items():
        path = folder / name
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept[variable] = str(path)
    return kept | {"MEDIADESK_PERF": "1", "QT_LOGGING_RULES": "*.debug=false"} | more


@dataclass(slots=True)
class Marks:
    """The moments that a process printed: seconds since just before it was started."""

    started_ns: int
    seconds: dict[str, float] = field(default_factory=dict)
    other_lines: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Read one line of its standard error."""
        words = line.split()
        if len(words) == 3 and words[0] == "@perf" and words[2].isdigit():
            self.seconds.setdefault(words[1], (int(words[2]) - self.started_ns) / 1e9)
        elif line.strip():
            self.other_lines.append(line.rstrip())


class Running:
    """A process whose marks are read as they come. Leaving the block ends it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.marks = Marks(time.monotonic_ns())
        self._news = threading.Condition()
        self._is_over = False
        self.process = subprocess.Popen(
            [*command],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, name="marks", daemon=True)
        self._reader.start()

    def wait_for(self, mark: str, timeout_s: float) -> float:
        """Seconds from the start to ``mark``. Raises ``BenchError`` where it does not come."""
        deadline = time.monotonic() + timeout_s
        with self._news:
            while mark not in self.marks.seconds:
                left = deadline - time.monotonic()
                if self._is_over or left <= 0:
                    said = " | ".join(self.marks.other_lines[-5:]) or "nothing"
                    raise BenchError(f"no “{mark}” within {timeout_s:g} s; it said: {said}")
                self._news.wait(left)
            return self.marks.seconds[mark]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        end(self.process)
        self._reader.join(_KILL_AFTER_S)

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._news:
                self.marks.take(line)
                self._news.notify_all()
        with self._news:
            self._is_over = True
            self._news.notify_all()


def end(process: subprocess.Popen[str]) -> None:
    """Ask a process to end, and end it where it does not."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_KILL_AFTER_S)
    if process.poll() is None:
        process.kill()
        process.wait(_KILL_AFTER_S)


def timed_run(command: Sequence[str], environment: Mapping[str, str], timeout_s: float) -> float:
    """Seconds that a command takes from start to exit. Raises ``BenchError`` where it fails."""
    started = time.monotonic()
    done = subprocess.run(
        [*command],
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    seconds = time.monotonic() - started
    if done.returncode != 0:
        raise BenchError(f"{command[-1]} ended with {done.returncode}: {done.stderr.strip()}")
    return seconds


def finished(
    module_and_words: Sequence[str], environment: Mapping[str, str], timeout_s: float = 90.0
) -> str:
    """Run a module to its end; what it printed. Raises ``BenchError`` where it fails."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", *module_and_words],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise BenchError(f"{module_and_words[0]} took more than {timeout_s:g} s") from None
    if done.returncode != 0:
        raise BenchError(
            f"{module_and_words[0]} ended with {done.returncode}: {done.stderr[-2000:]}"
        )
    return done.stdout


@contextlib.contextmanager
def simulator(environment: Mapping[str, str]) -> Iterator[str]:
    """The provider simulator in a process of its own; yields its address (with /v1).

    It stands for a machine elsewhere, so it gives way to what is measured here.
    """
    gives_way = ["nice", "-n", "10"] if shutil.which("nice") else []
    process = subprocess.Popen(
        [*gives_way, sys.executable, "-m", "tests.simulator"],
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        end(process)
