"""The list of calls that are compared with the official clients is whole and true."""

import re
from pathlib import Path

import pytest

from tests.contract.canonical import CAPTURES
from tests.contract.differences import ANY, DIFFERENCES, GENERAL, compare
from tests.contract.wire_plan import ELSEWHERE, ROWS, Row

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "docs" / "wire-tests.md"


def exists(place: str) -> bool:
    """Whether a test stands where the list says."""
    file, _, name = place.partition("::")
    source = (FOLDER / f"{file}.py").read_text()
    return re.search(rf"^(async )?def {name}\(", source, re.MULTILINE) is not None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.provider} {row.operation}")
def test_both_tests_of_a_row_exist(row: Row) -> None:
    assert exists(row.recorded)
    assert row.live.startswith("none: ") or exists(row.live)
    for name in row.captures:
        assert (CAPTURES / f"{row.provider}_{name}.json").is_file()


def test_every_recorded_call_is_in_the_list() -> None:
    listed = {f"{row.provider}_{name}" for row in ROWS for name in row.captures}
    listed |= {f"{provider}_{name}" for name, provider in ELSEWHERE.items()}
    assert {file.stem for file in CAPTURES.glob("*.json")} == listed


def test_every_difference_is_held_by_a_comparison() -> None:
    sources = "".join(file.read_text() for file in FOLDER.glob("test_*.py"))
    used = set(re.findall(r'compare\(\s*"(\w+)",\s*"(\w+)"', sources))
    by_name = {(row.provider, name) for row in ROWS for name in row.captures}
    assert {(one.provider, one.call) for one in DIFFERENCES} <= used | by_name


def test_an_unlisted_difference_is_seen() -> None:
    """The comparison itself can fail: in both directions."""
    one = {"method": "GET", "path": "/", "query": {"limit": "1000"}, "headers": {}, "body": None}
    other = {**one, "query": {"limit": "100"}}
    compare("anthropic", "models_list", one, other)
    with pytest.raises(AssertionError, match=r"query\.limit"):
        compare("anthropic", "another", one, other)
    with pytest.raises(AssertionError, match=r"query\.limit"):
        compare("anthropic", "models_list", one, one)


def test_the_page_tells_rows_and_differences() -> None:
    page = PAGE.read_text()
    for row in ROWS:
        assert page_row(row) in page
    for one in DIFFERENCES:
        assert f"| {one.provider} | {one.call} | `{one.part}` | {one.reason} |" in page
        assert one.reason
        assert one.ours != one.theirs or one.ours == ANY
    assert page.count("\n| ") == len(ROWS) + len(DIFFERENCES) + 2
    assert all(f"- {provider}: {words}" in page for provider, words in GENERAL.items())


def page_row(row: Row) -> str:
    """A row as the page shows it."""
    live = row.live if row.live.startswith("none") else f"`{row.live}`"
    return f"| {row.provider} | {row.operation} | {row.official} | `{row.recorded}` | {live} |"
