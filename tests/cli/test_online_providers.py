"""OpenRouter, fal and Veo as people use them: keys, live lists, every kind, files that open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediadesk.domain.sniff import MP3, MP4, PNG, WAV, MediaType, sniff
from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

KEY = b"sk-or-v1-0123456789abcdef\n"


@pytest.fixture
def simulator(cli: CommandLine) -> Iterator[Simulator]:
    """A server for all three, and a key for each."""
    with Simulator() as running:
        bases = {"openrouter": f"{running.root_url}/api/v1"}
        for name in ("openrouter", "fal", "veo3"):
            url = bases.get(name, running.root_url)
            cli.run_here("keys", "add", name, "--base-url", url, stdin=KEY).checked()
        yield running


@pytest.mark.parametrize(
    ("provider", "kind", "more", "media"),
    [
        ("openrouter", "image", (), PNG),
        ("openrouter", "audio", (), MP3),
        ("fal", "image", (), PNG),
        ("fal", "audio", (), WAV),
        ("fal", "video", ("--param", "duration=4"), MP4),
    ],
)
def test_each_kind_becomes_a_file(
    cli: CommandLine,
    simulator: Simulator,
    tmp_path: Path,
    provider: str,
    kind: str,
    more: tuple[str, ...],
    media: MediaType,
) -> None:
    for path in ("/fal-ai/flux/schnell", "/fal-ai/veo3.1/lite", "/fal-ai/kokoro/american-english"):
        simulator.plan(path, polls=0)
    target = tmp_path / "result.bin"
    options = ("--type", kind, "--provider", provider, "--max-cost", "9", "--output", target)
    cli.run_here("generate", "A red cube", *options, *more).checked()
    assert sniff(target.read_bytes()) is media


def test_a_live_list_is_kept_with_forms_and_prices(cli: CommandLine, simulator: Simulator) -> None:
    """The second command knows from the cache what the first one read."""
    cli.run_here("models", "--provider", "fal", "--refresh").checked()
    cli.run_here("models", "--provider", "openrouter", "--refresh").checked()
    count = len(simulator.requests)
    listed = cli.run_here("models", "--provider", "fal", "--json").checked().document["models"]
    assert "acme/painter" in {model["id"] for model in listed}
    estimate = cli.run_here(
        *("estimate", "Hello", "--type", "image", "--provider", "fal", "--json"),
        *("--model", "fal-ai/flux/dev"),
    )
    assert estimate.checked().document["upper_micro_usd"] == 30_000
    text = cli.run_here(
        *("estimate", "Hello", "--type", "text", "--provider", "openrouter", "--json"),
        *("--model", "anthropic/claude-sonnet-5.5", "--param", "top_k=3"),
    )
    assert text.checked().document["upper_micro_usd"] > 0
    assert len(simulator.requests) == count


def test_the_reported_cost_is_what_is_charged(cli: CommandLine, simulator: Simulator) -> None:
    made = cli.run_here(
        *("generate", "Hello", "--type", "text", "--provider", "openrouter", "--json")
    )
    assert made.checked().document["cost"]["charged_micro_usd"] == 3_210


def test_a_key_of_another_service_is_refused_before_anything_is_sent(
    cli: CommandLine, simulator: Simulator
) -> None:
    count = len(simulator.requests)
    outcome = cli.run_here(
        *("generate", "A cat", "--type", "video", "--provider", "veo3"),
        *("--model", "fal-ai/veo3.1", "--max-cost", "9"),
    )
    assert outcome.code != 0
    assert "made by fal" in outcome.err
    assert len(simulator.requests) == count


def test_offline_a_command_says_that_nothing_was_sent(cli: CommandLine) -> None:
    cli.run_here("keys", "add", "openai", stdin=b"sk-0123456789abcdef\n").checked()
    cli.run_here("settings", "set", "network.offline", "true").checked()
    words = ("--type", "text", "--provider", "openai", "--model", "gpt-4o-mini")
    refused = cli.run_here("generate", "x", *words).checked(3)
    assert "works offline" in refused.err
