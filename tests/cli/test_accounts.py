"""Accounts on the command line: shared keys, credit, rate limits, what stays at the providers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

KEY = b"AIza-test-0123456789abcd\n"
VIDEO = ("generate", "A cat", "--type", "video", "--provider", "gemini", "--max-cost", "9")


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


def add(cli: CommandLine, simulator: Simulator, provider: str, *more: str, key: bytes = KEY) -> Any:
    url = ("--base-url", simulator.root_url)
    return cli.run_here("keys", "add", provider, *url, *more, stdin=key).checked()


def listed(cli: CommandLine, provider: str) -> dict[str, Any]:
    (key,) = cli.run_here("keys", "list", provider, "--json").checked().document["keys"]
    assert isinstance(key, dict)
    return key


def test_one_key_for_gemini_and_nano_banana(cli: CommandLine, simulator: Simulator) -> None:
    add(cli, simulator, "gemini", "--name", "Studio")
    add(cli, simulator, "nano-banana", "--uses", "gemini/Studio", key=b"")
    user = listed(cli, "nano-banana")
    assert (user["masked_key"], user["uses"]["name"]) == ("••••abcd", "Studio")
    assert [one["provider"] for one in listed(cli, "gemini")["used_by"]] == ["nano-banana"]
    cli.run_here("keys", "test", "nano-banana").checked()
    sent = simulator.requests[-1]["headers"]["x-goog-api-key"]
    assert sent == KEY.decode().strip()
    refusal = cli.run_here("keys", "remove", "gemini").checked(2)
    assert "nano-banana “Default”" in refusal.err
    rotated = cli.run_here("keys", "rotate", "gemini", stdin=b"AIza-new-0123456789wxyz\n")
    assert "also used by nano-banana" in rotated.checked().err + rotated.text
    assert listed(cli, "nano-banana")["masked_key"] == "••••wxyz"
    cli.run_here("keys", "remove", "gemini", "--with-users").checked()
    assert cli.run_here("keys", "list", "--json").document["keys"] == []


def test_a_key_of_another_service_cannot_be_used(cli: CommandLine, simulator: Simulator) -> None:
    add(cli, simulator, "gemini")
    refusal = cli.run_here("keys", "add", "openai", "--uses", "gemini").checked(2)
    assert "not one for OpenAI" in refusal.err
    cli.run_here("keys", "add", "veo3", "--uses", "openai").checked(8)


def test_the_key_says_whose_it_is(cli: CommandLine) -> None:
    added = cli.run_here("keys", "add", "--json", stdin=b"sk-ant-0123456789abcdef\n").checked()
    assert added.document["provider"] == "anthropic"
    assert "does not say" in cli.run_here("keys", "add", stdin=b"zzz-0123456789\n").checked(2).err


def test_a_key_that_is_off_is_kept_and_not_used(cli: CommandLine, simulator: Simulator) -> None:
    add(cli, simulator, "gemini", "--name", "One")
    add(cli, simulator, "gemini", "--name", "Two")
    cli.run_here("keys", "edit", "gemini", "--name", "One", "--off", "--rename", "First").checked()
    keys = cli.run_here("keys", "list", "gemini", "--json").checked().document["keys"]
    states = {key["name"]: (key["is_active"], key["is_default"]) for key in keys}
    assert states == {"First": (False, False), "Two": (True, True)}
    cli.run_here("keys", "edit", "gemini", "--name", "First", "--default").checked(2)
    cli.run_here("keys", "edit", "gemini", "--name", "Two", "--off").checked()
    assert "needs an API key" in cli.run_here(*VIDEO).err
    cli.run_here("keys", "edit", "gemini", "--name", "First", "--on", "--default").checked()
    cli.run_here("keys", "test", "gemini", "--name", "First").checked()
    cli.run_here("keys", "edit", "gemini", "--name", "First").checked(2)


def test_extra_headers_go_to_their_endpoint_alone(cli: CommandLine, simulator: Simulator) -> None:
    def headers(path: str) -> dict[str, str]:
        sent = [one for one in simulator.requests if one["path"].endswith(path)]
        return {name: value for name, value in sent[-1]["headers"].items() if name[:2] == "x-"}

    def edit(lines: bytes, *more: str) -> Any:
        return cli.run_here("keys", "edit", "compatible", "--headers-file", "-", *more, stdin=lines)

    url, lines = ("--base-url", simulator.base_url), b"X-Org: blue\n\nx-gate: gate-0123456789\n"
    add = ("keys", "add", "openai-compatible", *url, "--no-key", "--headers-file", "-")
    added = cli.run_here(*add, "--json", stdin=lines).checked()
    assert (added.document["headers"], "gate-01" in added.text) == (["X-Org", "x-gate"], False)
    ask = ("generate", "A cat", "--provider", "openai-compatible", "--model", "tiny")
    simulator.plan("/images/generations", as_url=True)
    cli.run_here(*ask, "--type", "image").checked()
    assert headers("/images/generations") == {"x-org": "blue", "x-gate": "gate-0123456789"}
    assert headers("/files/0") == {}
    with Simulator() as elsewhere:
        place = f"{elsewhere.base_url}/models"
        simulator.plan("/models", fault="redirect", location=place, count=-1)
        cli.run_here("keys", "test", "openai-compatible").checked(3)
        assert elsewhere.requests == []
    edit("X-Org: green\nx-gate: ••••\n".encode(), "--rename", "Mine").checked()
    cli.run_here(*ask, "--type", "text").checked()
    assert headers("/chat/completions") == {"x-org": "green", "x-gate": "gate-0123456789"}
    for wrong in (b"Authorization: Bearer x", b"Host: b", b"transfer-encoding: chunked", b"a b: c"):
        assert "header" in edit(wrong).checked(2).err
    assert edit(b"").checked().code == 0
    assert listed(cli, "openai-compatible")["headers"] == []
    refused = cli.run_here("keys", "add", "gemini", "--headers-file", "-", "--key-file", "no")
    assert refused.code == 2


def test_what_stays_is_listed_and_deleted(cli: CommandLine, simulator: Simulator) -> None:
    add(cli, simulator, "gemini")
    simulator.plan("/interactions", polls=0)
    made = cli.run_here(*VIDEO, "--json").checked().document
    stored = cli.run_here("keys", "stored", "list", "--json").checked().document["stored"]
    assert {(one["kind"], one["generation_id"]) for one in stored} == {
        ("job", made["id"]),
        ("file", made["id"]),
    }
    assert listed(cli, "gemini")["stored_count"] == 2
    job = next(one["id"] for one in stored if one["kind"] == "job")
    simulator.plan("/v1/interactions/v1_job1", "wrong_key")
    kept = cli.run_here("keys", "stored", "delete", job).checked(3)
    assert "stays" in kept.err
    cli.run_here("keys", "stored", "delete").checked(2)
    gone = cli.run_here("keys", "stored", "delete", "--all", "--provider", "gemini", "--json")
    assert len(gone.checked().document["deleted"]) == 2
    paths = [entry["path"] for entry in simulator.requests if entry["method"] == "DELETE"]
    assert sorted(paths[1:]) == ["/v1/files/result1", "/v1/interactions/v1_job1"]
    assert cli.run_here("keys", "stored", "list", "--json").document["stored"] == []
    cli.run_here("keys", "stored", "delete", job).checked(8)


def test_credit_and_rate_limits_are_remembered(cli: CommandLine, simulator: Simulator) -> None:
    """The limits are those of the last reply, and outlive the process that heard them."""
    url = ("--base-url", f"{simulator.root_url}/api/v1")
    cli.run_here("keys", "add", "openrouter", *url, stdin=b"sk-or-v1-0123456789\n").checked()
    before = listed(cli, "openrouter")
    assert (before["credit_micro_usd"], before["rate_limits"]) == (None, [])
    cli.run_here("keys", "test", "openrouter").checked()
    tested = listed(cli, "openrouter")
    assert tested["credit_micro_usd"] > 0
    assert tested["credit_at"] == tested["checked_at"]
    told = {"x-ratelimit-limit": "20", "x-ratelimit-remaining": "7"}
    simulator.plan("/chat/completions", headers=told)
    asked = ("generate", "Hello", "--type", "text", "--provider", "openrouter")
    cli.run_here(*asked).checked()
    (limit,) = listed(cli, "openrouter")["rate_limits"]
    assert (limit["name"], limit["remaining"], limit["limit"]) == ("requests", 7, 20)
