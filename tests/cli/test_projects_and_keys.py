"""Projects, keys, providers and models on the command line."""

from __future__ import annotations

import pytest

from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

KEY = "sk-test-6c1f00d5a7e9b2f4"


def test_the_life_of_a_project(cli: CommandLine) -> None:
    made = cli.run_here("projects", "create", "Reef", "--description", "blue", "--json").checked()
    project_id = made.document["id"]
    words = ("generate", "coral", "--type", "text", "--provider", "sample", "--param", "delay_s=0")
    cli.run_here(*words, "--project", "reef").checked()
    cli.run_here("projects", "edit", "Reef", "--name", "Coral reef").checked()
    cli.run_here("projects", "create", "Coral reef").checked(2)
    listed = cli.run_here("projects", "list", "--json").checked().document["projects"]
    (project,) = [found for found in listed if found["id"] == project_id]
    assert (project["name"], project["description"]) == ("Coral reef", "blue")
    assert project["item_count"] == 1
    cli.run_here("projects", "archive", "Coral reef").checked()
    assert "Coral reef" not in cli.run_here("projects", "list").text
    assert "Coral reef (archived)" in cli.run_here("projects", "list", "--archived").text
    cli.run_here("projects", "unarchive", project_id).checked()
    refusal = cli.run_here("projects", "delete", "Coral reef").checked(2)
    assert "--yes" in refusal.err
    cli.run_here("projects", "delete", "Coral reef", "--yes").checked()
    assert cli.run_here("search", "coral", "--json").document["generations"] == []
    cli.run_here("projects", "restore", project_id).checked()
    assert len(cli.run_here("search", "coral", "--json").document["generations"]) == 1


def test_the_life_of_a_key(cli: CommandLine) -> None:
    with Simulator() as simulator:
        key_file = cli.base / "key"
        key_file.write_text(f"{KEY}\n")
        options = ("--key-file", key_file, "--base-url", simulator.base_url)
        added = cli.run_here("keys", "add", "openai", *options, "--json").checked()
        assert added.document["masked_key"].endswith(KEY[-4:])
        cli.run_here(
            "keys", "add", "openai", "--name", "Spare", stdin=f"{KEY}9\n".encode()
        ).checked()
        assert "several" in cli.run_here("keys", "test", "openai").checked(2).err
        status = cli.run_here("keys", "test", "openai", "--name", "Default", "--json").checked()
        assert status.document["works"]
        listed = cli.run_here("keys", "list", "openai", "--json").checked()
        states = {key["name"]: key["check_status"] for key in listed.document["keys"]}
        assert states == {"Default": "works", "Spare": "unchecked"}
        cli.run_here("keys", "remove", "openai", "--name", "Spare").checked()
        rotated = cli.run_here("keys", "rotate", "openai", stdin=b"sk-new-key-0123456789ab\n")
        rotated.checked()
        cli.run_here("models", "--provider", "openai", "--refresh").checked()
        answer = cli.run_here(
            "generate", "hello", "--type", "text", "--provider", "openai"
        ).checked()
        assert answer.text.strip()
        assert len(simulator.submissions) == 1
        for outcome in (added, listed, rotated, answer):
            assert KEY not in outcome.text + outcome.err


def test_an_endpoint_without_a_key(cli: CommandLine) -> None:
    with Simulator() as simulator:
        cli.run_here("keys", "add", "openai-compatible", "--no-key").checked(2)
        url = ("--base-url", simulator.base_url)
        cli.run_here("keys", "add", "openai-compatible", "--no-key", *url).checked()
        cli.run_here("keys", "test", "openai-compatible").checked()


@pytest.mark.parametrize("url", ["http://example.com/v1", "ftp://localhost", "nonsense"])
def test_endpoints_that_are_not_safe_are_refused(cli: CommandLine, url: str) -> None:
    cli.run_here("keys", "add", "openai", "--base-url", url, stdin=b"sk-0123456789\n").checked(2)
    assert cli.run_here("keys", "list", "--json").document["keys"] == []


def test_providers_and_models(cli: CommandLine) -> None:
    providers = cli.run_here("providers", "--json").checked().document["providers"]
    by_name = {provider["name"]: provider for provider in providers}
    assert by_name["sample"]["is_offline"]
    assert by_name["openai"]["needs_key"]
    models = cli.run_here("models", "--provider", "sample", "--json").checked().document["models"]
    kinds = {kind for model in models for kind in model["types"]}
    assert kinds == {"text", "image", "video", "audio"}
    assert "openai" in cli.run_here("models", "--type", "image").checked().text


def test_the_doctor_looks_at_everything(cli: CommandLine) -> None:
    outcome = cli.run("doctor", "--json")
    checks = {check["name"]: check for check in outcome.document["checks"]}
    assert set(checks) == {
        *("system", "qt", "codecs", "pictures", "display", "keyring", "disk", "permissions"),
        *("prices", "library"),
    }
    assert outcome.code == (0 if outcome.document["is_well"] else 10)
    assert checks["pictures"]["state"] == "ok"
    assert str(cli.library) in checks["library"]["detail"]


def test_the_doctor_tells_of_a_damaged_library(cli: CommandLine) -> None:
    for path in cli.library.glob("keyslots.json*"):
        path.write_bytes(b"{}")
    outcome = cli.run("doctor").checked(10)
    assert "library: " in outcome.err


def test_an_answer_that_does_not_tell_its_cost_is_settled(cli: CommandLine) -> None:
    with Simulator() as simulator:
        url = ("--base-url", simulator.base_url)
        cli.run_here("keys", "add", "openai", *url, stdin=f"{KEY}\n".encode()).checked()
        simulator.plan("/chat/completions", usage=False)
        made = cli.run_here("generate", "hello", "--type", "text", "--provider", "openai", "--json")
        generation_id = made.checked().document["id"]
        assert f"jobs settle {generation_id}" in made.err
        listed = cli.run_here("jobs", "list", "--json").checked().document
        assert (listed["uncertain"], listed["held_micro_usd"] > 0) == (1, True)
        again = cli.run_here("jobs", "resume", "--json").checked(7)
        assert again.document["jobs"] == []
        settled = cli.run_here("jobs", "settle", generation_id, "--charged", "0.02", "--json")
        assert settled.checked().document["cost"]["charged_micro_usd"] == 20_000
        assert cli.run_here("jobs", "list", "--json").document["held_micro_usd"] == 0
        assert cli.run_here("library", "verify").checked().code == 0
