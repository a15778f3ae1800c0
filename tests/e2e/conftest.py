"""A library made once by the real command, copied for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.command_line import CommandLine


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """Tests that change the library take ``cli``."""
    return CommandLine.create(tmp_path_factory.mktemp("original"))


@pytest.fixture
def cli(empty_library: CommandLine, tmp_path: Path) -> CommandLine:
    """A command line with a fresh, empty library of its own."""
    return empty_library.copy_to(tmp_path)
