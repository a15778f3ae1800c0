"""The queue from the command line: each command is a process of its own."""

from __future__ import annotations

from tests.fakes.command_line import CommandLine

VIDEO = ("--type", "video", "--provider", "sample", "--no-wait", "--json")


def queued(cli: CommandLine, prompt: str) -> str:
    outcome = cli.run_here("generate", prompt, *VIDEO).checked()
    assert "jobs unpause" in outcome.err
    assert outcome.document["status"] == "queued"
    return str(outcome.document["id"])


def test_pausing_moving_and_going_on(cli: CommandLine) -> None:
    assert cli.run_here("jobs", "pause", "--json").checked().document["is_paused"] is True
    first, second = queued(cli, "first"), queued(cli, "second")
    moved = cli.run_here("jobs", "move", second, "before", first, "--json").checked()
    assert moved.document["status"] == "queued"
    cli.run_here("jobs", "move", first, "before").checked(2)
    cli.run_here("jobs", "move", first, "top", second).checked(2)
    listed = cli.run_here("jobs", "list", "--json").checked().document
    assert (listed["is_paused"], listed["waiting"]) == (True, 2)
    stopped = cli.run_here("jobs", "cancel", queued(cli, "third")).checked()
    assert "Nothing was sent yet: cancelling costs nothing." in stopped.err
    cli.run("jobs", "unpause").checked()
    ended = cli.run("jobs", "resume", "--json").checked().document["jobs"]
    assert {one["status"] for one in ended} == {"completed"}


def test_only_what_failed_is_made_again(cli: CommandLine) -> None:
    failing = ("--param", "simulate_failure=blocked")
    words = ("--type", "image", "--provider", "sample", "--param", "size=small", "--json")
    failed = cli.run_here("generate", "x", *words, *failing).checked(3).document
    again = cli.run_here("jobs", "retry", failed["id"], "--json").checked().document
    assert [one["state"] for one in again["attempts"]] == ["failed", "queued"]
    made = cli.run_here("generate", "y", *words).checked().document
    assert "No call" in cli.run_here("jobs", "retry", made["id"]).checked(2).err
