"""The guards of the test run itself: each must stop the test that breaks it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

OFFENDERS = {
    "foreign network": (
        "import socket\ndef test_it():\n    socket.create_connection(('192.0.2.1', 80), 1)\n",
        "tests reach nothing but this machine",
    ),
    "name look-up": (
        "import socket\ndef test_it():\n    socket.getaddrinfo('example.org', 443)\n",
        "tests reach nothing but this machine",
    ),
    "thread left": (
        "import threading\ndef test_it():\n"
        "    threading.Thread(target=threading.Event().wait, args=(4,), name='stray').start()\n",
        "threads still running after the test: stray",
    ),
    "warning": (
        "import warnings\ndef test_it():\n    warnings.warn('old')\n",
        "UserWarning: old",
    ),
    "Qt warning": (
        "from PySide6.QtCore import qWarning\ndef test_it(qapp):\n    qWarning('odd')\n",
        "Qt messages with level WARNING or above emitted",
    ),
    "unknown mark": (
        "import pytest\n@pytest.mark.fulll\ndef test_it():\n    pass\n",
        "'fulll' not found in `markers`",
    ),
}


def run_tests(
    folder: Path, texts: dict[str, str], *options: str
) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir(exist_ok=True)
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    for name, text in texts.items():
        (folder / "tests" / f"test_{name.replace(' ', '_')}.py").write_text(text)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_every_guard_stops_its_offender(tmp_path: Path) -> None:
    texts = {name: text for name, (text, _) in OFFENDERS.items()}
    said = run_tests(tmp_path, texts, "--continue-on-collection-errors").stdout
    silent = [name for name, (_, reason) in OFFENDERS.items() if reason not in said]
    assert not silent, said


def test_loopback_is_reachable_and_home_is_private(tmp_path: Path) -> None:
    text = (
        "import pathlib, socket\n"
        "def test_it():\n"
        "    with socket.create_server(('127.0.0.1', 0)) as server:\n"
        "        socket.create_connection(server.getsockname()).close()\n"
        "    assert list(pathlib.Path.home().iterdir()) == []\n"
    )
    result = run_tests(tmp_path, {"home": text})
    assert result.returncode == 0, result.stdout


def test_long_suites_wait_for_full(tmp_path: Path) -> None:
    text = (
        "import pytest\n"
        "@pytest.mark.full\n"
        "def test_long():\n    assert False, 'the long suite ran'\n"
        "def test_short():\n    pass\n"
    )
    assert "1 passed, 1 deselected" in run_tests(tmp_path, {"long": text}).stdout
    assert "the long suite ran" in run_tests(tmp_path, {"long": text}, "--full").stdout


@pytest.mark.full
def test_a_hang_outside_python_ends_the_test_and_no_other(tmp_path: Path) -> None:
    """One test hears no signal, one stops every thread of its process."""
    deaf = "    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})\n"
    start = "import ctypes, signal\ndef test_it():\n"
    texts = {
        "deaf": f"{start}{deaf}    ctypes.CDLL(None).sleep(60)\n",
        "stuck": f"{start}    ctypes.PyDLL(None).sleep(60)\n",
        "sound": "def test_it():\n    pass\n",
    }
    limits = ["--timeout=2", "--override-ini=faulthandler_timeout=5"]
    said = run_tests(tmp_path, texts, "--numprocesses=2", "--dist=worksteal", *limits).stdout
    assert "2 failed, 1 passed" in said
    assert "crashed while running 'tests/test_deaf.py" in said
    assert "crashed while running 'tests/test_stuck.py" in said
