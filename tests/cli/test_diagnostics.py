"""What the doctor sees on a machine, and what keeps a process's memory private."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mediadesk.system.diagnostics import (
    CheckState,
    check_disk,
    check_display,
    check_permissions,
)
from tests.fakes.command_line import ROOT

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="X11, Wayland and /proc")


@pytest.mark.parametrize(
    ("mode", "state"),
    [(0o700, CheckState.OK), (0o750, CheckState.NOTICE), (0o770, CheckState.PROBLEM)],
)
def test_permissions_of_the_library_folder(tmp_path: Path, mode: int, state: CheckState) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    folder.chmod(mode)
    assert check_permissions(folder).state is state


def test_a_folder_that_is_not_there_yet_is_judged_by_its_parent(tmp_path: Path) -> None:
    folder = tmp_path / "some" / "where"
    assert check_permissions(folder).state is CheckState.OK
    assert "GB free" in check_disk(folder).detail


@on_linux
def test_the_display() -> None:
    assert check_display({}).state is CheckState.NOTICE
    assert check_display({"DISPLAY": ":3"}).detail == "DISPLAY=:3"
    assert check_display({"WAYLAND_DISPLAY": "wayland-0"}).state is CheckState.OK


MEMORY = """
import contextlib, ctypes, io, resource
from mediadesk.__main__ import main
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
    main(["--version"])
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@on_linux
def test_a_process_that_may_hold_keys_keeps_its_memory_private() -> None:
    """No core file, and PR_GET_DUMPABLE (3) says no."""
    command = [sys.executable, "-c", MEMORY]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=30)
    assert done.stdout.split() == [b"0", b"0"]
