"""Fallback chains over real providers' wires: one server, several keys, one result."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

IMAGE = ("--type", "image", "--provider", "openai", "--model", "gpt-image-2")
CHAIN = ("--fallback", "fal/fal-ai/flux/schnell@second", "--fallback", "sample/sample-image")


@pytest.fixture
def simulator(cli: CommandLine) -> Iterator[Simulator]:
    """A server for two providers, with a key for each."""
    cli.run_here("projects", "create", "Films").checked()
    with Simulator() as running:
        for name, url in (("openai", running.base_url), ("fal", running.root_url)):
            options = ("--name", "second", "--base-url", url)
            key = b"sk-or-v1-0123456789abcdef\n"
            cli.run_here("keys", "add", name, *options, stdin=key).checked()
        yield running


def test_a_chain_of_three_providers(cli: CommandLine, simulator: Simulator) -> None:
    simulator.plan("/images/generations", "wrong_key")
    simulator.plan("/fal-ai/flux/schnell", "no_credit")
    done = cli.run_here("generate", "A red cube", *IMAGE, *CHAIN, "--json").checked()
    assert "going on with fal/fal-ai/flux/schnell." in done.err
    assert "going on with sample/sample-image." in done.err
    made = done.document
    assert made["status"] == "completed"
    assert [stop["outcome"] for stop in made["route"]] == ["ended", "ended", "delivered"]
    assert [(one["link"], one["provider"], one["billed"]) for one in made["attempts"]] == [
        (0, "openai", "free"),
        (1, "fal", "free"),
        (2, "sample", "free"),
    ]
    shown = cli.run_here("show", made["id"]).checked().text
    assert "Route 3: sample/sample-image made the result" in shown
    held = cli.run_here("list", "--json").checked().document["generations"][0]["cost"]
    assert held["held_micro_usd"] == 0


def test_nothing_follows_an_unknown_outcome(cli: CommandLine, simulator: Simulator) -> None:
    simulator.plan("/images/generations", "server_error")
    done = cli.run_here("generate", "A red cube", *IMAGE, *CHAIN, "--json")
    made = done.checked(7).document
    assert [stop["outcome"] for stop in made["route"]] == ["ended", "not_used", "not_used"]
    assert len(made["attempts"]) == 1


def test_the_chain_of_a_project(cli: CommandLine, simulator: Simulator) -> None:
    project, films = ("projects", "set", "films"), ("--project", "Films")
    chosen = ("--fallback", "sample/sample-image", "--fallback", "sample/sample-text")
    done = cli.run_here(*project, *chosen, "--json").checked()
    chains = done.document["fallback"]
    assert {kind: [link["model"] for link in links] for kind, links in chains.items()} == {
        "image": ["sample-image"],
        "text": ["sample-text"],
    }
    estimate = cli.run_here("estimate", "A red cube", *IMAGE, *films).checked().text
    assert "sample/sample-image: free (without" not in estimate
    assert "sample/sample-image: free" in estimate
    simulator.plan("/images/generations", "wrong_key", 2)
    made = cli.run_here("generate", "A red cube", *IMAGE, *films, "--json").checked().document
    assert made["attempts"][1]["model"] == "sample-image"
    cli.run_here("generate", "A red cube", *IMAGE, *films, "--no-fallback").checked(3)
    done = cli.run_here(*project, "--no-fallback", "--json").checked()
    assert done.document["fallback"] == {}


def test_what_is_passed_over_is_told_with_its_reason(
    cli: CommandLine, simulator: Simulator
) -> None:
    simulator.plan("/images/generations", "wrong_key")
    chain = ("--fallback", "fal/acme/unknown", "--fallback", "sample/sample-image")
    done = cli.run_here("generate", "A red cube", *IMAGE, *chain).checked()
    assert "fal/acme/unknown passed over: The price of acme/unknown is not known" in done.err
    assert [one["path"] for one in simulator.requests] == ["/v1/images/generations"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--fallback", "sample"), 2, "names no model"),
        (("--fallback", "nobody/x"), 2, "nobody"),
        (("--fallback", "sample/sample-text"), 2, "makes text, not image"),
        (("--fallback", "fal/fal-ai/flux/schnell@third"), 8, "no key “third”"),
        (("--fallback", "openai/gpt-image-2"), 2, "twice"),
        (("--fallback", "sample/sample-image", "--no-fallback"), 2, "not allowed"),
    ],
)
def test_a_chain_that_cannot_be_meant(
    cli: CommandLine, simulator: Simulator, words: tuple[str, ...], code: int, says: str
) -> None:
    done = cli.run_here("generate", "A red cube", *IMAGE, *words).checked(code)
    assert says in done.err
    assert simulator.requests == []


def test_what_a_project_may_be_set_to(cli: CommandLine, simulator: Simulator) -> None:
    project = ("projects", "set", "films")
    assert "Nothing to set" in cli.run_here(*project).checked(2).err
    done = cli.run_here(*project, "--fallback", "fal/acme/unknown").checked(2)
    assert "lists no model" in done.err
    chain = ("--fallback", "sample/sample-text")
    done = cli.run_here(
        "generate", "x", "--type", "text", "--provider", "sample", "--no-wait", *chain
    )
    assert "cannot be picked up" in done.checked(2).err
