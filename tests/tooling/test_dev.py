"""dev.py as people start it, in a project of its own with locks that ask for nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MESSAGE = "hello from the project"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project with a space"
    (folder / "packaging" / "locks").mkdir(parents=True)
    shutil.copy(ROOT / "dev.py", folder)
    for level in ("runtime", "dev", "sdk"):
        (folder / "packaging" / "locks" / f"{level}.txt").write_text("# nothing\n")
    (folder / "mediadesk").mkdir()
    main = f"import sys\nprint({MESSAGE!r}, *sys.argv[1:])\nsys.exit(7)\n"
    (folder / "mediadesk" / "__main__.py").write_text(main)
    return folder


def dev(project: Path, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(project / "dev.py"), *words]
    settings = {**os.environ, "PATH": path or os.environ["PATH"]}
    settings.pop("DISPLAY", None)
    settings.pop("WAYLAND_DISPLAY", None)
    return subprocess.run(
        command, cwd=project.parent, env=settings, capture_output=True, text=True, check=False
    )


def test_run_sets_up_once_and_hands_everything_over(project: Path) -> None:
    first = dev(project, "--no-system-packages", "run", "list", "--json", "two words")
    assert first.stdout == f"{MESSAGE} list --json two words\n", first.stderr
    assert first.returncode == 7
    assert "installing the locked packages" in first.stderr

    second = dev(project, "run", "--no-system-packages", "list")
    assert second.stdout == f"{MESSAGE} list\n", second.stderr
    assert second.stderr == "", "the second start found something to do"

    lock = project / "packaging" / "locks" / "runtime.txt"
    lock.write_text("# still nothing, but another lock\n")
    third = dev(project, "run", "--no-system-packages", "list")
    assert "installing the locked packages" in third.stderr
    assert third.returncode == 7

    opened = dev(project, "--no-system-packages", "run", "--sample")
    assert opened.stdout == f"{MESSAGE} --sample\n"
    assert opened.stderr == "", "without a display it is the app that says so"


@pytest.mark.full
def test_a_broken_or_moved_environment_is_made_anew(project: Path) -> None:
    assert dev(project, "--no-system-packages", "setup").returncode == 0
    (project / ".venv" / "bin" / "python").unlink()
    again = dev(project, "--no-system-packages", "run", "list")
    assert again.stdout == f"{MESSAGE} list\n", again.stderr

    moved = project.rename(project.with_name("elsewhere"))
    there = dev(moved, "--no-system-packages", "run", "list")
    assert "making the virtual environment" in there.stderr
    assert there.stdout == f"{MESSAGE} list\n"


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has apt")
def test_what_the_system_lacks_is_installed_or_named_in_one_line(project: Path) -> None:
    programs = project.parent / "programs"
    programs.mkdir()
    (programs / "env").symlink_to("/usr/bin/env")
    for name, text in {
        "apt-get": f'echo "$@" >> "{programs}/log"',
        "apt-cache": "echo known",
    }.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)

    result = dev(project, "setup", path=str(programs))

    line = "install -y --no-install-recommends dbus-daemon ffmpeg xauth xdotool xvfb"
    assert f"To install, type: sudo apt-get {line}" in result.stderr
    assert result.returncode == 0, "programs that only tests need must not stop anybody"
    log = programs / "log"
    tried = log.read_text().splitlines() if log.exists() else []
    assert tried == ([line] if os.geteuid() == 0 else [])


def test_a_missing_lock_is_named(project: Path) -> None:
    lock = project / "packaging" / "locks" / "runtime.txt"
    lock.unlink()
    result = dev(project, "--no-system-packages", "run")
    assert result.returncode == 10
    assert str(lock) in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("words", [["fly"], ["check", "everything"], []])
def test_unknown_words_are_refused(project: Path, words: list[str]) -> None:
    result = dev(project, "--no-system-packages", *words)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert not (project / ".venv").exists()
