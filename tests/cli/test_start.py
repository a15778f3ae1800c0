"""What a command imports before it does its work: the start is measured, so it is guarded."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from mediadesk.system.chosen_library import remember_library
from tests.fakes.command_line import ROOT, CommandLine

HEAVY = ("PySide6", "qasync", "keyring", "sqlalchemy", "httpx", "PIL", "mediadesk.ui", "alembic")


def imported(cli: CommandLine, *arguments: str) -> set[str]:
    command = [sys.executable, "-X", "importtime", *cli.command(*arguments)[1:]]
    done = subprocess.run(
        command, cwd=ROOT, env=cli.variables(), capture_output=True, check=True, timeout=60
    )
    return set(re.findall(r"\|\s+([\w.]+)$", done.stderr.decode(), re.MULTILINE))


@pytest.mark.parametrize("arguments", [("list",), ("search", "hills"), ("library", "info")])
def test_reading_commands_import_nothing_heavy(
    cli: CommandLine, arguments: tuple[str, ...]
) -> None:
    modules = imported(cli, *arguments)
    assert "mediadesk.bootstrap" in modules
    heavy = sorted(name for name in modules if name.startswith(HEAVY))
    assert not heavy


def test_generate_never_reaches_qt(cli: CommandLine) -> None:
    words = ("generate", "x", "--type", "text", "--provider", "sample", "--param", "delay_s=0")
    modules = imported(cli, *words)
    assert not [name for name in modules if name.startswith(("PySide6", "qasync", "mediadesk.ui"))]


def test_without_a_name_the_library_of_the_window_is_meant(cli: CommandLine) -> None:
    """The window had been told to use another folder, and commands went on with the usual one."""
    line = CommandLine(cli.base, environment={"MEDIADESK_LIBRARY": ""})
    assert "There is no library" in line.run_here("list").checked(8).err
    remember_library(cli.library, line.variables())
    assert line.run_here("library", "info", "--json").document["path"] == str(cli.library)
