"""The journeys of a new user by real mouse and keys: how many it takes, and what comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.command_line import PASSPHRASE, CommandLine

pytest.importorskip("jeepney", reason="AT-SPI is a matter of Linux")

from tests.journeys.person import Person, at_the_window
from tests.simulator import Simulator

NEEDED = ("Xvfb", "xdotool", "dbus-daemon", "/usr/libexec/at-spi-bus-launcher")
KEY = "sk-proj-0123456789abcdef"

pytestmark = [
    pytest.mark.full,
    pytest.mark.timeout(400),
    pytest.mark.skipif(
        not all(shutil.which(name) for name in NEEDED),
        reason="needs the packages xvfb, xdotool, dbus-daemon and at-spi2-core",
    ),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    return CommandLine.create(tmp_path_factory.mktemp("made"))


@pytest.fixture
def cli(made: CommandLine, tmp_path: Path) -> CommandLine:
    return made.copy_to(tmp_path)


@pytest.fixture
def person(cli: CommandLine) -> Iterator[Person]:
    """Somebody whose library is open."""
    with at_the_window(cli) as somebody:
        unlock(somebody)
        yield somebody


def unlock(person: Person) -> None:
    """Open the library; what follows is counted."""
    person.has_focus("text", "Passphrase")
    person.type(PASSPHRASE)
    person.press("Return")
    person.has_focus("text", "Prompt")
    person.begin()


def runs(cli: CommandLine) -> list[dict[str, Any]]:
    return list(cli.run("list", "--json").checked().document["generations"])


def test_first_run_takes_two_clicks_and_a_passphrase(tmp_path: Path) -> None:
    cli = CommandLine(tmp_path)
    cli.prepare()
    with at_the_window(cli) as person:
        person.has_focus("text", "Passphrase")
        person.type(PASSPHRASE)
        person.press("Tab")
        person.has_focus("text", "Type it once more")
        person.type(PASSPHRASE)
        person.click("push button", "Create library")
        person.click("push button", "Do this later")
        person.has_focus("text", "Prompt")
        assert (person.clicks, person.keys, person.texts) == (2, 1, 2)
        person.type("Waves at dusk")
        person.can_use("push button", "Generate image, Free")
    cli.by_passphrase = True
    assert runs(cli) == []


def test_the_first_key_takes_three_clicks_and_a_paste(person: Person, cli: CommandLine) -> None:
    with Simulator() as simulator:
        person.click("page tab", "Settings")
        person.click("push button", "Add key: OpenAI")
        person.has_focus("text", "Key")
        person.type(KEY)
        with person.uncounted():
            person.click("text", "Base URL")
            person.type(simulator.base_url)
        person.click("push button", "Test and save")
        person.sees("label", "••••cdef")
        assert (person.clicks, person.keys, person.texts) == (3, 0, 1)
        assert simulator.submissions == []
    keys = cli.run("keys", "list", "--json").checked().document["keys"]
    assert [(key["provider"], key["masked_key"][-4:]) for key in keys] == [("openai", KEY[-4:])]


def test_a_turn_of_a_picture_takes_one_chord_after_the_words(
    person: Person, cli: CommandLine
) -> None:
    for words, prompt in (("Red kite", "Red kite"), (" at dawn", "Red kite at dawn")):
        person.begin()
        person.type(words)
        person.can_use("push button", "Generate image, Free")
        person.press("ctrl+Return")
        person.sees("cell", f"{prompt}, image, sample-image, Done")
        person.has_focus("text", "Prompt")
        assert (person.clicks, person.keys, person.texts) == (0, 1, 1)
    assert {run["prompt"] for run in runs(cli)} == {"Red kite", "Red kite at dawn"}


def test_an_old_picture_is_found_by_a_chord_and_words(cli: CommandLine) -> None:
    for prompt in ("A lighthouse in fog", "A bowl of plums"):
        cli.run("generate", prompt, "--type", "image").checked()
    with at_the_window(cli) as person:
        unlock(person)
        person.press("ctrl+f")
        person.has_focus("text", "Search prompts")
        person.type("lighthouse")
        person.sees("label", "of 2 items")
        person.sees("cell", "A lighthouse in fog")
        assert (person.clicks, person.keys, person.texts) == (0, 1, 1)


def test_a_monthly_budget_takes_three_clicks_and_a_number(person: Person, cli: CommandLine) -> None:
    person.click("page tab", "Settings")
    person.click("list item", "Budgets")
    person.click("text", "Budget in US dollars: Each month")
    person.type("25")
    person.press("Return")
    person.can_use("check box", "Stop at the limit: Each month")
    assert (person.clicks, person.keys, person.texts) == (3, 1, 1)
    assert b"25" in cli.run("budgets", "list").checked().out


def test_comparing_four_models_takes_five_clicks_and_a_prompt(cli: CommandLine) -> None:
    with Simulator() as simulator:
        address = ("--base-url", simulator.base_url)
        cli.run("keys", "add", "openai", *address, stdin=f"{KEY}\n".encode()).checked()
        with at_the_window(cli) as person:
            unlock(person)
            person.type("A red cube")
            person.click("push button", "Compare models")
            for model in ("GPT Image 2.6 Sunburst", "GPT Image 2  ", "Sample image"):
                person.click("list item", model)
            person.click("push button", "Compare 4 models")
            person.sees("label", "4 of 4 finished")
            assert (person.clicks, person.keys, person.texts) == (5, 0, 1)
            person.click("push button", "Back to Create")
            person.has_focus("text", "Prompt")
            person.begin()
            person.press("ctrl+a")
            person.type("A blue cone")
            person.click("push button", "Compare models")
            person.click("push button", "Compare 4 models")
            person.sees("label", "4 of 4 finished")
            assert (person.clicks, person.keys, person.texts) == (2, 1, 1), "the same models"
        assert len(simulator.submissions) == 6
    assert [run["status"] for run in runs(cli)] == ["completed"] * 8


def test_a_long_video_goes_on_after_a_restart_without_a_click(cli: CommandLine) -> None:
    small = ("--param", "duration=4", "--param", "frames_per_second=12", "--param", "delay_s=15")
    cli.run("generate", "Waves", "--type", "video", *small, "--no-wait").checked()
    with at_the_window(cli) as person:
        unlock(person)
        person.sees("label", "1 job was picked up at its provider, not sent twice.")
        person.sees("cell", "Waves, video, sample-video, Done")
        assert (person.clicks, person.keys, person.texts) == (0, 0, 0)
    assert [run["status"] for run in runs(cli)] == ["completed"]
