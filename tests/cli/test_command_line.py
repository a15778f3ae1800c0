"""The front of the command line: routing, wrong words, help."""

from __future__ import annotations

import pytest

from mediadesk.cli.main import COMMANDS
from mediadesk.cli.routing import command_word
from tests.fakes.command_line import CommandLine


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], None),
        (["--sample"], None),
        (["--library", "list"], None),
        (["--library", "list", "--view", "show"], None),
        (["--library=x", "list"], "list"),
        (["--library", "list", "search", "delete"], "search"),
        (["--no-keyring", "doctor"], "doctor"),
        (["--help"], "--help"),
        (["--version"], "--version"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_the_first_word_decides_between_window_and_command(
    words: list[str], command: str | None
) -> None:
    assert command_word(words) == command


@pytest.mark.parametrize("command", [*COMMANDS, "projects create", "library create", "jobs settle"])
def test_every_command_explains_itself(
    command: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    line = CommandLine(tmp_path_factory.getbasetemp())
    outcome = line.run(*command.split(), "--help").checked()
    assert f"mediadesk {command}" in outcome.text


@pytest.mark.parametrize("group", ["jobs", "budgets", "ledger", "projects", "keys", "settings"])
def test_a_group_alone_shows_what_there_is(
    group: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """“mediadesk jobs” answered that an action is required."""
    outcome = CommandLine(tmp_path_factory.getbasetemp()).run(group)
    assert "There is no library" in outcome.err
