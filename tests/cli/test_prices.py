"""Prices from the command line: shown, set by hand, taken back, told when they are old or over."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.command_line import CommandLine

NAMED = ("openai", "gpt-6-luna")
ASKED = ("--type", "text", "--provider", "openai", "--param", "max_completion_tokens=1000")


@pytest.fixture
def keyed(cli: CommandLine) -> CommandLine:
    """A command line with a key of OpenAI's."""
    cli.run_here("keys", "add", "openai", stdin=b"sk-0123456789abcdef\n").checked()
    return cli


def listed(cli: CommandLine) -> list[str]:
    """The lines of the list of OpenAI's text prices."""
    words = ("prices", "list", "--provider", "openai", "--type", "text")
    return cli.run_here(*words).checked().text.splitlines()


def estimate(cli: CommandLine, *more: str) -> dict[str, Any]:
    found: dict[str, Any] = (
        cli.run_here("estimate", "Hello", *ASKED, *more, "--json").checked().document
    )
    return found


def test_a_price_is_shown_set_and_taken_back(keyed: CommandLine) -> None:
    cli = keyed
    (shown,) = (line for line in listed(cli) if " gpt-6-luna " in line)
    assert "$0.10/input-1m, $0.01/cached-1m, $0.50/output-1m" in shown
    assert "litellm" in shown
    assert "2026-11-22" in shown
    before = estimate(cli)
    assert before["prices_as_of"] == "2026-11-22"

    cli.run_here("prices", "set", *NAMED, "input-1m", "1").checked()
    set_to = cli.run_here("prices", "set", *NAMED, "output-1m", "100", "--json").checked().document
    assert set_to["prices_source"] == "set by you"
    assert {
        price["unit"]: price["micro_usd"] for price in set_to["prices"] if not price["when"]
    } == {
        "input-1m": 1_000_000,
        "output-1m": 100_000_000,
        "cached-1m": 10_000,
        "cache-write-1m": 125_000,
    }
    after = estimate(cli)
    assert after["upper_micro_usd"] - before["upper_micro_usd"] > 1_000 * 99
    assert after["prices_source"] == "set by you"
    (own,) = cli.run_here("prices", "list", "--own", "--json").checked().document["prices"]
    assert own == set_to

    cli.run_here("prices", "clear", *NAMED).checked()
    assert estimate(cli) == before
    assert cli.run_here("prices", "list", "--own", "--json").checked().document == {"prices": []}


def test_a_free_model_and_one_that_nobody_lists(keyed: CommandLine) -> None:
    comet = ("--model", "gpt-9-comet", "--max-cost", "1")
    assert estimate(keyed, *comet)["upper_micro_usd"] is None
    keyed.run_here("prices", "set", "openai", "gpt-9-comet", "free").checked()
    assert estimate(keyed, *comet)["is_free"]
    (own,) = keyed.run_here("prices", "list", "--own", "--json").checked().document["prices"]
    assert (own["provider"], own["model"], own["is_free"]) == ("openai", "gpt-9-comet", True)
    words = ("prices", "list", "--own", "--provider", "gemini", "--json")
    assert keyed.run_here(*words).checked().document == {"prices": []}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("clear", *NAMED), "You set no price for gpt-6-luna."),
        (("set", *NAMED, "free", "1"), "a free model none"),
        (("set", *NAMED, "input-1m"), "A rate needs an amount"),
        (("set", *NAMED, "token", "1"), "mediadesk prices set --help"),
        (("set", *NAMED, "input-1m", "cheap"), "“cheap” is not an amount"),
        (("set", *NAMED, "input-1m", "-1"), "“-1” is not an amount"),
        (("set", *NAMED, "output-1m", "0"), "“free”"),
        (("set", *NAMED, "output-1m", "999999999999"), "too large"),
        (("set", "openai", "whisper-1", "input-1m", "1"), "OpenAI has no model “whisper-1”"),
        (("list", "--provider", "nobody"), "There is no provider “nobody”."),
    ],
)
def test_bad_prices_change_nothing_and_are_told(
    cli: CommandLine, words: tuple[str, ...], told: str
) -> None:
    refused = cli.run_here("prices", *words)
    assert refused.code == 2
    assert told in refused.err
    assert cli.run_here("prices", "list", "--own", "--json").checked().document == {"prices": []}


def test_a_model_that_ended_is_refused_by_the_name_of_its_successor(keyed: CommandLine) -> None:
    options = ("--type", "image", "--provider", "openai", "--model", "dall-e-3")
    refused = keyed.run_here("generate", "A fox", *options, "--max-cost", "1")
    assert refused.code == 2
    assert "OpenAI no longer serves dall-e-3; nothing was sent. Use gpt-image-2.6-flare." in (
        refused.err
    )


def test_the_list_names_what_ends_and_what_replaces_it(cli: CommandLine) -> None:
    models = cli.run_here("models", "--provider", "gemini", "--type", "image").checked().text
    (line,) = (row for row in models.splitlines() if " gemini-2.5-flash-image " in row)
    assert "use gemini-nano-banana-2.1" in line


def test_the_doctor_says_how_old_the_prices_are(cli: CommandLine) -> None:
    checks = cli.run_here("doctor", "--json").document["checks"]
    (prices,) = (check for check in checks if check["name"] == "prices")
    assert prices["detail"].startswith("models and prices as of 2026-11-22")
    assert prices["state"] in ("ok", "notice")  # by the day on which this runs
