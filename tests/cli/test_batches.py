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
