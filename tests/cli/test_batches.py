"""Many runs by one command, and presets."""

from __future__ import annotations

import json

from tests.fakes.command_line import CommandLine

IMAGE = ("--type", "image", "--provider", "sample", "--param", "size=small")


def test_a_batch_is_priced_made_and_found_by_its_name(cli: CommandLine) -> None:
    prompts = cli.base / "prompts.txt"
    prompts.write_text("a hut\n\na mill\n")
    words = ("--batch", str(prompts), *IMAGE, "--grid", "aspect_ratio=1:1,4:3", "--json")
    priced = cli.run("estimate", *words).checked().document
    assert priced["run_count"] == len(priced["runs"]) == 4
    assert priced["upper_micro_usd"] == 0
    made = cli.run("generate", *words).checked().document
    assert [run["status"] for run in made["generations"]] == ["completed"] * 4
    found = cli.run("list", "--batch", made["batch"], "--json").checked().document
    assert {run["id"] for run in found["generations"]} == {run["id"] for run in made["generations"]}
    cli.run("list", "--batch", "nope").checked(8)


def test_a_preset_makes_a_run_and_words_stand_before_it(cli: CommandLine) -> None:
    made = cli.run("generate", "a hut", *IMAGE, "--json").checked().document
    cli.run("presets", "save", "Huts", made["id"]).checked()
    cli.run("presets", "save", "huts", made["id"]).checked(2)
    again = cli.run("generate", "--preset", "huts", "--json").checked().document
    assert (again["prompt"], again["parameters"]["size"]) == ("a hut", "small")
    other = (
        cli.run("generate", "a mill", "--preset", "huts", "--param", "size=1k", "--json")
        .checked()
        .document
    )
    assert (other["prompt"], other["parameters"]["size"]) == ("a mill", "1k")
    cli.run("presets", "rename", "Huts", "Houses").checked()
    listed = cli.run("presets", "list", "--json").checked().document
    assert [one["name"] for one in listed["presets"]] == ["Houses"]
    cli.run("presets", "delete", "houses").checked()
    assert json.loads(cli.run("presets", "list", "--json").checked().out) == {"presets": []}


def test_a_budget_refuses_a_batch_and_lets_it_through_once(cli: CommandLine) -> None:
    cli.run_here("prices", "set", "sample", "sample-image", "image", "0.04").checked()
    cli.run_here("budgets", "set", "overall", "--monthly", "0.10").checked()
    words = ("generate", "a hut", *IMAGE, "--grid", "aspect_ratio=1:1,4:3,3:4", "--json")
    refused = cli.run_here(*words).checked(4)
    left = "$0.10 of $0.10 is left, together they may cost $0.12"
    assert f"refused these 3 runs: {left}" in refused.err
    kept = cli.run_here("list", "--json").checked().document["generations"]
    assert kept == []
    assert "Add --yes" in cli.run_here(*words, "--over-cap-once").checked(2).err
    made = cli.run_here(*words, "--over-cap-once", "--yes").checked()
    assert len(made.document["generations"]) == 3
    held = cli.run_here("ledger", "list", "--kind", "hold", "--json").checked().document
    assert sorted(str(entry["mark"]) for entry in held["entries"]) == ["None", "None", "over_cap"]


def test_a_budget_refuses_a_script_in_parts_and_a_retry_alike(cli: CommandLine) -> None:
    cli.run_here("prices", "set", "sample", "sample-voice", "character-1m", "10").checked()
    cli.run_here("budgets", "set", "overall", "--monthly", "0.01").checked()
    voice = ("--type", "audio", "--provider", "sample", "--model", "sample-voice", "--split")
    words = ("generate", "The harbour is quiet now. " * 160, *voice, "--json")
    assert "refused these 2 runs" in cli.run_here(*words).checked(4).err
    made = cli.run_here(*words, "--over-cap-once", "--yes").checked().document
    assert len(made["results"]) == 1

    cli.run_here("budgets", "set", "overall", "--per-job", "0.001").checked()
    failing = ("--param", "simulate_failure=blocked", "--over-cap-once", "--yes", "--json")
    one = ("generate", "Quiet now. " * 20, *voice[:-1])
    failed = cli.run_here(*one, *failing).checked(3).document
    assert "refused this run" in cli.run_here("jobs", "retry", failed["id"]).checked(4).err
    cli.run_here("jobs", "retry", failed["id"], "--over-cap-once").checked(2)
    again = cli.run_here("jobs", "retry", failed["id"], "--over-cap-once", "--yes", "--json")
    assert [call["state"] for call in again.checked().document["attempts"]] == ["failed", "queued"]
    assert "passed by a one-time exception" in again.err
