"""What is said about a run that is over: whether its answer is whole, and what it cost."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

ASK = ("generate", "Hello", "--type", "text", "--provider", "openai-compatible", "--model", "tiny")


@pytest.fixture
def simulator(cli: CommandLine) -> Iterator[Simulator]:
    """A free endpoint on this computer."""
    with Simulator() as running:
        add = ("keys", "add", "openai-compatible", "--no-key")
        cli.run_here(*add, "--base-url", running.base_url).checked()
        yield running


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_place_that_takes_no_file_is_refused_before_anything_is_sent(
    cli: CommandLine, simulator: Simulator
) -> None:
    """It was found out after the result was paid for."""
    done = cli.run_here(*ASK, "--output", "/proc/x.txt").checked(10)
    assert "/proc" in done.err
    assert cli.run_here("list", "--json").checked().document["generations"] == []


def test_a_result_that_cannot_be_copied_is_named(
    cli: CommandLine, simulator: Simulator, tmp_path: Path
) -> None:
    """The copy fails, the result is kept."""
    taken = tmp_path / "answer.txt"
    taken.write_text("mine")
    done = cli.run_here(*ASK, "--output", f"{taken}/")
    run = cli.run_here("list", "--json").document["generations"][0]
    assert (done.code, taken.read_text()) == (10, "mine")
    assert f"in the library all the same: {run['assets'][0]['id']}" in done.err


def test_a_provider_is_found_under_each_of_its_names(
    cli: CommandLine, simulator: Simulator
) -> None:
    """The alias of a provider listed no runs, and summed up no money."""
    cli.run_here(*ASK).checked()

    def told(*command: str, name: str) -> Any:
        return cli.run_here(*command, "--provider", name, "--json").checked().document

    for command in (("list",), ("search", "Hello"), ("stats",), ("ledger", "list")):
        known = told(*command, name="openai-compatible")
        assert told(*command, name="compatible") == known
        assert known.get("generations") != []
        assert known.get("entries") != []


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"fault": "cut_after_headers"}, "Broke off before its end"),
        ({"finish_reason": "length"}, "Cut at the token limit"),
        ({"finish_reason": "tired"}, "Ended by the provider with “tired”"),
        ({}, ""),
    ],
)
def test_an_answer_that_is_not_whole_is_called_so(
    cli: CommandLine, simulator: Simulator, plan: dict[str, Any], words: str
) -> None:
    """Half an answer of a free server was shown as “Completed”, like a whole one."""
    simulator.plan("/chat/completions", **plan)
    done = cli.run_here(*ASK).checked()
    assert "Completed" in done.err
    run = cli.run_here("list", "--json").document["generations"][0]["id"]
    shown = cli.run_here("show", run).checked().text
    assert words in done.err
    assert words in shown
    assert ("Ending" in shown) is bool(words)


@pytest.mark.parametrize(
    ("type", "path", "plan"),
    [
        (
            "text",
            "/chat/completions",
            {"fault": "stream_error", "code": "rate_limit_exceeded", "chunks": 0},
        ),
        ("image", "/files/0", {"fault": "rate_limit", "count": -1}),
    ],
)
def test_a_limit_after_the_call_was_taken_does_not_repeat_it(
    cli: CommandLine, simulator: Simulator, type: str, path: str, plan: dict[str, Any]
) -> None:
    """What may have been charged was sent once more by itself."""
    simulator.plan("/images/generations", as_url=True, count=-1)
    simulator.plan(path, **plan)
    ask = ("generate", "Hello", "--provider", "openai-compatible", "--model", "tiny")
    parameter = "response_format=url" if type == "image" else "seed=1"
    cli.run_here(*ask, "--type", type, "--param", parameter).checked(7)
    run = cli.run_here("list", "--json").checked().document["generations"][0]
    assert (run["status"], run["error"]["kind"]) == ("uncertain", "rate_limit")
    assert [entry["method"] for entry in simulator.requests].count("POST") == 1


def test_what_was_not_charged_is_not_of_unknown_price(cli: CommandLine) -> None:
    """A run that was settled as not charged said “Price not known”."""
    failing = ("--type", "image", "--provider", "sample", "--param", "simulate_failure=timeout")
    run = cli.run_here("generate", "hills", *failing, "--json").checked(7).document["id"]
    assert "not known" in cli.run_here("show", run).checked().text
    settled = cli.run_here("jobs", "settle", run, "--not-charged").checked().text
    for words in (settled, cli.run_here("show", run).checked().text):
        assert "not charged" in words
        assert "not known" not in words
