"""Worker processes: start them, ask them, and end them when they take too long.

Whatever a worker decodes is untrusted, so a worker may crash, hang or lie; the program sees a
``WorkerError`` and goes on. Workers stay warm between calls and end when their input closes, so
none outlives the program. All calls block: make them from a thread.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from mediadesk.system.worker_pipe import Head, PipeClosedError, read_message, write_message

ReadAt = Callable[[int, int], bytes]
"""Reads up to so many bytes at an offset; fewer only at the end."""

CALLS_PER_PROCESS = 500
"""A worker is replaced after so many calls, so that what a library leaks stays small."""

_READ_LIMIT = 8 << 20
_PIPE_BYTES = 1 << 20
_KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")


class WorkerError(Exception):
    """A worker could not do what was asked. ``kind``: ``unsupported``, ``broken``, ``too_large``,
    ``timeout`` or ``crashed``; the message is one sentence for people."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class WorkerReply:
    """What a worker answered: facts, and raw bytes (pixels or an encoded picture)."""

    facts: Head
    body: bytes


def worker_command(name: str) -> tuple[list[str], Path]:
    """Command line of the worker ``name`` and the folder it starts in."""
    package_parent = Path(__file__).resolve().parents[2]
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", name], Path(sys.executable).parent
    # -E and -s: nothing from the user's environment or home decides which code a worker runs.
    return [sys.executable, "-E", "-s", "-m", "mediadesk", "--worker", name], package_parent


def worker_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The few variables a worker gets: no display, no session bus, nothing of the user's."""
    kept = {name: environment[name] for name in _KEPT_VARIABLES if name in environment}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}


class _Process:
    """One running worker; used by one thread at a time."""

    def __init__(self, name: str) -> None:
        command, folder = worker_command(name)
        self._child = subprocess.Popen(
            command,
            cwd=folder,
            env=worker_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl+C in a terminal is the program's to handle. No session of its own: Linux shares
            # the processor between sessions, where a worker's low priority would count for nothing.
            process_group=0,
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._to: IO[bytes] = self._child.stdin
        self._from: IO[bytes] = self._child.stdout
        _widen(self._to, self._from)
        self.calls = 0

    def call(
        self, head: Mapping[str, object], body: bytes, source: ReadAt | None, timeout_s: float
    ) -> WorkerReply:
        """Send one request and answer the worker's reads until it replies."""
        self.calls += 1
        expired = threading.Event()
        watchdog = threading.Timer(timeout_s, self._expire, (expired,))
        watchdog.daemon = True
        watchdog.start()
        try:
            answer, data = self._converse(head, body, source)
        except (OSError, PipeClosedError, ValueError) as error:
            self.close()
            if expired.is_set():
                raise WorkerError("timeout", "Decoding took too long and was stopped.") from None
            raise WorkerError("crashed", "The file made its decoder fail.") from error
        except BaseException:
            self.close()  # it still waits for the bytes that could not be read
            raise
        finally:
            watchdog.cancel()
        if "error" in answer:
            raise WorkerError(str(answer["error"]), str(answer.get("message", ""))[:300])
        return WorkerReply(answer, data)

    def _converse(
        self, head: Mapping[str, object], body: bytes, source: ReadAt | None
    ) -> tuple[Head, bytes]:
        write_message(self._to, head, body)
        while True:
            answer, data = read_message(self._from)
            if "read" not in answer:
                return answer, data
            write_message(self._to, {}, _read_for(answer, source))

    def _expire(self, expired: threading.Event) -> None:
        expired.set()
        self._child.kill()

    @property
    def is_alive(self) -> bool:
        return self._child.poll() is None

    def close(self) -> None:
        """End the process and reap it."""
        self._child.kill()
        self._child.wait()
        for stream in (self._to, self._from):
            with contextlib.suppress(OSError):  # unsent bytes of a dead worker
                stream.close()


class WorkerProcesses:
    """Up to ``size`` processes of one worker, started when needed and kept warm."""

    def __init__(self, name: str, size: int) -> None:
        self._name = name
        self._free = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()
        self._is_closed = False

    def call(
        self,
        head: Mapping[str, object],
        body: bytes = b"",
        *,
        source: ReadAt | None = None,
        timeout_s: float = 20.0,
    ) -> WorkerReply:
        """Ask one worker; waits for a free one.

        Raises ``WorkerError``, and whatever ``source`` raises.
        """
        with self._free:
            process = self._take()
            try:
                return process.call(head, body, source, timeout_s)
            finally:
                self._put_back(process)

    def close(self) -> None:
        """End all workers; calls in flight fail with ``WorkerError``."""
        with self._lock:
            self._is_closed = True
            processes: Sequence[_Process] = [*self._idle, *self._busy]
            self._idle.clear()
        for process in processes:
            process.close()

    def _take(self) -> _Process:
        with self._lock:
            if self._is_closed:
                raise WorkerError("crashed", "The library is closing.")
            process = self._warm() or self._started()
            self._busy.add(process)
            return process

    def _warm(self) -> _Process | None:
        while self._idle:
            process = self._idle.pop()
            if process.is_alive:
                return process
            process.close()
        return None

    def _started(self) -> _Process:
        try:
            return _Process(self._name)
        except OSError as error:
            raise WorkerError("crashed", f"No decoder could be started: {error}.") from None

    def _put_back(self, process: _Process) -> None:
        with self._lock:
            self._busy.discard(process)
            keep = not self._is_closed and process.is_alive and process.calls < CALLS_PER_PROCESS
            if keep:
                self._idle.append(process)
        if not keep:
            process.close()


def _widen(*pipes: IO[bytes]) -> None:
    """Let more bytes wait in a pipe: a large picture then wakes this process less often."""
    if sys.platform == "linux":
        import fcntl

        for pipe in pipes:
            with contextlib.suppress(OSError):  # the system's limit for all pipes of a user
                fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _read_for(answer: Head, source: ReadAt | None) -> bytes:
    match answer["read"]:
        case [int(offset), int(size)] if source is not None and offset >= 0 <= size <= _READ_LIMIT:
            return source(offset, size)
    raise PipeClosedError("a read that cannot be meant")
