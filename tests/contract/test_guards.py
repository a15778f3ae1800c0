"""Each class of hostile answers has a guard, and a test that fails when the guard goes."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract import test_hostile, test_hostile_streams, test_suite
from tests.contract.guards import GUARDS, Guard
from tests.contract.hostile import CLASSES

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "hostile-answers.md"
BY_LOGS = "sent twice"
"""Held in every test of the folder, by the logs of the servers."""
TIMEOUT_S = 180


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def test_every_class_has_a_guard() -> None:
    for module in (test_hostile, test_hostile_streams, test_suite):
        assert module.__doc__
    assert {guard.against for guard in GUARDS} == set(CLASSES) | {BY_LOGS}


@pytest.mark.parametrize("guard", GUARDS, ids=str)
def test_a_guard_is_where_it_is_said_to_be(guard: Guard) -> None:
    assert (ROOT / "mediadesk" / guard.file).read_text().count(guard.old) == 1


def test_the_page_tells_them() -> None:
    rows = [cells(line) for line in PAGE.read_text().splitlines() if line.startswith("| ")]
    told = [(row[0], row[1], row[2].strip("`")) for row in rows if len(row) == 3]
    assert told[1:] == [(guard.against, guard.what, guard.file) for guard in GUARDS]
    counted = {row[0]: row[1] for row in rows if len(row) == 2 and row[1].isdigit()}
    assert counted == {name: str(max(counts.values())) for name, counts in CLASSES.items()}


def outcome(tree: Path, test: str) -> subprocess.CompletedProcess[str]:
    """Run one test of a copy of the project."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", test]
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command,
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project."""
    copy = tmp_path_factory.mktemp("guards")
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("mediadesk", "tests"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    (copy / "resources").symlink_to(ROOT / "resources")
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.mark.full
@pytest.mark.timeout(TIMEOUT_S * 2)
@pytest.mark.parametrize("guard", GUARDS, ids=str)
def test_without_the_guard_a_test_fails(guard: Guard, tree: Path) -> None:
    file = tree / "mediadesk" / guard.file
    whole = file.read_text()
    before = outcome(tree, guard.test)
    assert before.returncode == 0, before.stdout + before.stderr
    try:
        file.write_text(whole.replace(guard.old, guard.new))
        done = outcome(tree, guard.test)
    finally:
        file.write_text(whole)
    assert done.returncode == 1, done.stdout
    assert re.search(r"^(FAILED|ERROR) ", done.stdout, re.MULTILINE), done.stdout
