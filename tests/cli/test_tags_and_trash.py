"""Tags, the trash and settings by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.command_line import CommandLine

QUICK = ("--provider", "sample", "--param", "delay_s=0")


@pytest.fixture
def cli(empty_library: CommandLine, tmp_path: Path) -> CommandLine:
    own = empty_library.copy_to(tmp_path)
    for prompt in ("a heron at dawn", "a heron at dusk"):
        own.run_here("generate", prompt, "--type", "text", *QUICK).checked()
    return own


def ids(cli: CommandLine, *options: str) -> list[str]:
    found = cli.run_here("list", *options, "--json").checked().document["generations"]
    return [run["id"] for run in found]


def test_tags_are_given_found_listed_and_taken(cli: CommandLine) -> None:
    dusk, dawn = ids(cli)
    said = cli.run_here("tag", dusk, "+Sea birds", "+keeper", "--json").checked().document
    assert said["assets"][0]["tags"] == ["keeper", "Sea birds"]
    cli.run_here("tag", dawn, "--add", "KEEPER").checked()
    assert cli.run_here("tag", "--json").checked().document == {
        "tags": [{"name": "keeper", "item_count": 2}, {"name": "Sea birds", "item_count": 1}]
    }
    assert ids(cli, "--tag", "sea BIRDS") == [dusk]
    assert ids(cli, "birds") == [dusk]
    cli.run_here("tag", dusk, "-sea birds", "+best").checked()
    assert ids(cli, "--tag", "Sea birds") == []
    assert ids(cli, "--tag", "best") == [dusk]


def test_wrong_tags_are_told_and_change_nothing(cli: CommandLine) -> None:
    dusk, _ = ids(cli)
    for words in (("+keeper",), (dusk,), (dusk, "+"), (dusk, "+" + "x" * 61), ("nonsense", "+a")):
        said = cli.run_here("tag", *words)
        assert said.code == 2
        assert len(said.err.strip().splitlines()) == 1
    assert cli.run_here("tag", "--json").checked().document == {"tags": []}


def test_emptying_erases_words_and_media_but_no_money(cli: CommandLine) -> None:
    dusk, dawn = ids(cli)
    cli.run_here("tag", dusk, "+gone").checked()
    before = cli.run_here("ledger", "list", "--json").checked().document
    media = cli.run_here("library", "info", "--json").document["blob_bytes"]
    cli.run_here("delete", dusk).checked()
    listed = cli.run_here("trash", "list", "--json").checked().document
    assert (listed["item_count"], listed["run_count"]) == (1, 1)
    assert [run["id"] for run in listed["generations"]] == [dusk]
    refused = cli.run_here("trash", "empty")
    assert refused.code == 2
    assert "--yes" in refused.err
    cli.run_here("trash", "empty", "--yes").checked()
    assert cli.run_here("trash", "list", "--json").document["generations"] == []
    assert ids(cli) == [dawn]
    assert cli.run_here("restore", dusk).code != 0
    assert cli.run_here("show", dusk, "--json").checked().document["prompt"] == ""
    assert cli.run_here("library", "info", "--json").document["blob_bytes"] < media
    assert cli.run_here("ledger", "list", "--json").document == before
    checked = cli.run_here("library", "verify", "--deep", "--json").checked().document
    assert checked["is_sound"]
    assert checked["findings"] == []
    assert "empty" in cli.run_here("trash", "empty").checked().err


def test_one_file_of_two_items_stays_until_both_are_erased(cli: CommandLine) -> None:
    cli.run_here("generate", "a heron at dusk", "--type", "text", "--param", "seed=3", *QUICK)
    cli.run_here("generate", "a heron at dusk", "--type", "text", "--param", "seed=3", *QUICK)
    twin, other, *_ = ids(cli)
    cli.run_here("delete", twin).checked()
    cli.run_here("trash", "empty", "--yes").checked()
    shown = cli.run_here("show", other, "--json").checked().document["assets"][0]
    cli.run_here("export", shown["id"], "--to", str(cli.base / "out.txt")).checked()
    assert cli.run_here("library", "verify", "--deep", "--json").checked().document["is_sound"]


def test_settings_are_shown_changed_and_checked(cli: CommandLine) -> None:
    everything = cli.run_here("settings", "get", "--json").checked().document["settings"]
    assert everything["network.system_proxy"] is False
    cli.run_here("settings", "set", "network.system_proxy", "on").checked()
    cli.run_here("settings", "set", "money.time_zone", "Europe/Oslo").checked()
    text = cli.run_here("settings", "get").checked().text
    assert "Europe/Oslo" in text
    assert "true" in text
    secret = cli.base / "proxy-password"
    secret.write_text("two words\n")
    cli.run_here("settings", "set", "network.proxy", "http://proxy.lan:3128").checked()
    named = ("settings", "set", "network.proxy_password", "--from-file", str(secret))
    assert "two words" not in cli.run_here(*named).checked().text
    assert "two words" not in cli.run_here("settings", "get").checked().text
    for words in (
        ("get", "no.such"),
        ("set", "network.system_proxy", "maybe"),
        ("set", "network.proxy_password", "shown to everybody"),
        ("set", "network.proxy"),
    ):
        assert cli.run_here("settings", *words).code == 2
