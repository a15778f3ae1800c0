"""docs/cli.md against reality: every JSON example has the fields that the command prints."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.command_line import ROOT, CommandLine
from tests.simulator import Simulator

EXAMPLE = re.compile(r"```console\n\$ mediadesk ([^\n]+)\n```\n```json\n(.+?)\n```", re.DOTALL)
EXAMPLES = EXAMPLE.findall((ROOT / "docs" / "cli.md").read_text(encoding="utf-8"))
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
OPEN_ENDED = frozenset({"parameters", "extra", "when", "notes"})


def shape(value: Any) -> Any:
    """The fields of a document at all depths, without their values."""
    if isinstance(value, dict):
        return {name: None if name in OPEN_ENDED else shape(part) for name, part in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value and isinstance(value[0], dict) else "list"
    return None


def agree(documented: Any, real: Any) -> bool:
    """Whether both have the same fields; lists and nulls may be filled in one of them alone."""
    if isinstance(documented, dict) and isinstance(real, dict):
        return documented.keys() == real.keys() and all(
            agree(part, real[name]) for name, part in documented.items()
        )
    if isinstance(documented, list) and isinstance(real, list):
        return agree(documented[0], real[0])
    return not (isinstance(documented, dict) and real == "list")


@pytest.fixture(scope="module")
def filled(empty_library: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """A library with a picture, an unknown outcome and a key."""
    cli = empty_library.copy_to(tmp_path_factory.mktemp("documented"))
    words = ("--type", "image", "--provider", "sample", "--param", "size=small")
    unknown = ("--param", "simulate_failure=timeout")
    cli.run_here("generate", "x", *words, *unknown).checked(7)
    cli.run_here("generate", "y", *words).checked()
    cli.run_here("keys", "add", "openai", stdin=b"sk-0123456789abcdef\n").checked()
    (cli.base / "new").write_text("a new long passphrase 77\n")
    return cli


def test_every_command_has_an_example() -> None:
    from mediadesk.cli.main import COMMANDS

    shown = {example.split()[0] for example, _ in EXAMPLES}
    assert shown == set(COMMANDS) - {"search"}


@pytest.mark.parametrize(("command", "document"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_examples_have_the_real_fields(
    filled: CommandLine, tmp_path: Path, command: str, document: str
) -> None:
    words = shlex.split(command)
    if words[:2] == ["library", "create"]:
        line = CommandLine(tmp_path, by_passphrase=True)
        line.prepare()
        outcome = line.run_here(
            "library", "create", "--recovery-code-file", tmp_path / "code", "--json"
        )
    else:
        latest = filled.run_here("list", "--json", "--limit", "1").document["generations"][0]
        words = [latest["assets"][0]["id"] if ID.fullmatch(word) else word for word in words]
        words = [str(tmp_path / word) if word.endswith(".png") else word for word in words]
        words = [str(filled.base / word) if word == "new" else word for word in words]
        words = [str(tmp_path / word) if word == "elsewhere" else word for word in words]
        if words[:2] == ["trash", "empty"]:  # what it erases, other examples need
            filled = filled.copy_to(tmp_path)
        with Simulator() as simulator:
            filled.environment = {"MEDIADESK_OPENAI_BASE_URL": simulator.base_url}
            outcome = filled.run_here(*words)
    assert outcome.code in (0, 10), outcome.err
    documented, real = shape(json.loads(document)), shape(outcome.document)
    assert agree(documented, real), f"documented {documented}, printed {real}"
