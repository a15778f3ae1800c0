"""What protects the program from its workers: time, memory, crashes, and reads that fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mediadesk.system.worker_client import (
    WorkerError,
    WorkerProcesses,
    worker_command,
    worker_environment,
)
from mediadesk.system.worker_pipe import PipeClosedError, read_message, write_message

Encoded = Callable[..., bytes]
THUMBNAIL = {"do": "thumbnail", "side": 16}
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def children() -> set[int]:
    while True:
        try:
            tasks = Path("/proc/self/task").iterdir()
            return {int(pid) for task in tasks for pid in (task / "children").read_text().split()}
        except FileNotFoundError:
            continue  # a thread of another test ended meanwhile, and its list with it


def test_a_slow_worker_is_ended_and_replaced(film: bytes, encoded: Encoded) -> None:
    workers = WorkerProcesses("picture", 1)

    def slow(offset: int, size: int) -> bytes:
        time.sleep(1.0)
        return film[offset : offset + size]

    request = {"do": "thumbnail", "side": 16, "film": True, "size": len(film)}
    with pytest.raises(WorkerError) as caught:
        workers.call(request, source=slow, timeout_s=0.3)
    assert caught.value.kind == "timeout"
    assert workers.call(THUMBNAIL, encoded("PNG")).body
    workers.close()


@on_linux
def test_a_crash_is_told_and_the_next_call_works(film: bytes, encoded: Encoded) -> None:
    before = children()
    workers = WorkerProcesses("picture", 1)

    def crash(offset: int, size: int) -> bytes:
        for pid in children() - before:
            os.kill(pid, signal.SIGSEGV)
        return b""

    request = {"do": "thumbnail", "side": 16, "film": True, "size": len(film)}
    with pytest.raises(WorkerError) as caught:
        workers.call(request, source=crash)
    assert caught.value.kind == "crashed"
    assert workers.call(THUMBNAIL, encoded("PNG")).body
    workers.close()
    assert children() == before


def test_a_read_that_fails_reaches_the_caller(film: bytes, encoded: Encoded) -> None:
    workers = WorkerProcesses("picture", 1)

    def damaged(offset: int, size: int) -> bytes:
        raise LookupError("a chunk was changed")

    request = {"do": "thumbnail", "side": 16, "film": True, "size": len(film)}
    with pytest.raises(LookupError):
        workers.call(request, source=damaged)
    assert workers.call(THUMBNAIL, encoded("PNG")).body
    workers.close()


@on_linux
def test_workers_are_confined(encoded: Encoded) -> None:
    before = children()
    workers = WorkerProcesses("picture", 1)
    workers.call(THUMBNAIL, encoded("PNG"))
    (pid,) = children() - before
    limits = Path(f"/proc/{pid}/limits").read_text()
    variables = Path(f"/proc/{pid}/environ").read_bytes()
    workers.close()
    values = {line[:26].strip(): line[26:47].strip() for line in limits.splitlines()}
    assert values["Max address space"] == str(1 << 30)
    assert values["Max core file size"] == "0"
    assert values["Max file size"] == "0"
    assert int(values["Max cpu time"]) <= 30
    assert b"DISPLAY" not in variables
    assert b"DBUS" not in variables


def test_workers_are_shared_by_threads(encoded: Encoded) -> None:
    workers = WorkerProcesses("picture", 2)
    data, bodies = encoded("PNG"), []
    threads = [
        threading.Thread(target=lambda: bodies.append(workers.call(THUMBNAIL, data).body))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    workers.close()
    assert len(bodies) == 8
    assert len(set(bodies)) == 1
    with pytest.raises(WorkerError):
        workers.call(THUMBNAIL, data)


def start(name: str) -> subprocess.Popen[bytes]:
    command, folder = worker_command(name)
    return subprocess.Popen(
        command, cwd=folder, env=worker_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_a_worker_ends_when_the_program_does() -> None:
    with start("picture") as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        write_message(worker.stdin, {"do": "capabilities"})
        assert "PNG" in read_message(worker.stdout)[0]["formats"]
        worker.stdin.close()
        assert worker.wait(10) == 0


def test_an_unknown_worker_is_refused() -> None:
    with start("nonsense") as worker:
        assert worker.wait(10) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\5",
        b"\xff" * 12,
        b"\0\0\0\4" + b"\0" * 8 + b"nope",
        b"\0\0\0\2" + b"\0" * 8 + b"[]",
    ],
)
def test_messages_that_are_none_are_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "message"
    path.write_bytes(data)
    with path.open("rb") as stream, pytest.raises(PipeClosedError):
        read_message(stream)
