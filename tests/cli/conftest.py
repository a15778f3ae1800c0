"""A library made once by the real command, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.fakes.command_line import CommandLine


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """Made by ``library create``; tests that change it take ``cli``."""
    line = CommandLine(tmp_path_factory.mktemp("original"))
    line.prepare()
    line.run("library", "create", "--name", "Test library").checked()
    return line


@pytest.fixture
def cli(empty_library: CommandLine, tmp_path: Path) -> CommandLine:
    """A command line with a fresh, empty library of its own."""
    line = CommandLine(tmp_path)
    line.prepare()
    shutil.copytree(empty_library.library, line.library, symlinks=True)
    return line
