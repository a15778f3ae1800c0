"""A disk without room: refused before anything is sent, and the library is as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.fakes.command_line import ROOT, CommandLine

SCRIPT = """
set -e
mount -t tmpfs -o size=36m,mode=700 tmpfs "$LIBRARY"
cp -a "$ORIGINAL/." "$LIBRARY"
code=0
mediadesk generate x --type image --provider sample --json || code=$?
mediadesk list --json
exit $code
"""


def can_mount() -> bool:
    probe = ["unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="only root can make a small disk")
def test_a_full_disk_is_told_before_anything_is_sent(cli: CommandLine) -> None:
    original = cli.base / "original"
    cli.library.rename(original)
    cli.library.mkdir()
    words = " ".join(f"'{word}'" for word in cli.command())
    script = f'mediadesk() {{ {words} "$@"; }}\n{SCRIPT}'
    variables = cli.variables() | {"LIBRARY": str(cli.library), "ORIGINAL": str(original)}
    done = subprocess.run(
        ["unshare", "-m", "bash", "-c", script],
        cwd=ROOT, env=variables, stdin=subprocess.DEVNULL,
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 10, done.stderr.decode()
    assert "nothing was sent" in done.stderr.decode()
    assert json.loads(done.stdout) == {"generations": []}
