"""Every kind of every provider by the command line, with one server for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mediadesk.domain.sniff import sniff
from tests.fakes.command_line import CommandLine
from tests.simulator import Simulator

KEYS = {
    "openai": "sk-0123456789abcdef",
    "openai-compatible": "sk-0123456789abcdef",
    "anthropic": "sk-ant-0123456789abcdef",
    "gemini": "AIza0123456789abcdef",
    "nano-banana": "AIza0123456789abcdef",
    "veo3": "AIza0123456789abcdef",
    "openrouter": "sk-or-v1-0123456789abcdef",
    "fal": "0123:456789abcdef",
}
PATHS = {"openai": "/v1", "openai-compatible": "/v1", "openrouter": "/api/v1"}
AT_A_TIME = 3


@dataclass(frozen=True)
class Made:
    """What one command made."""

    document: dict[str, Any]
    data: bytes


RUNS: tuple[tuple[str, str, str], ...] = (
    *(("openai", kind, "") for kind in ("text", "image", "audio")),
    ("openai-compatible", "text", "llama"),
    ("openai-compatible", "image", "z-image"),
    ("openai-compatible", "audio", "kokoro"),
    ("anthropic", "text", ""),
    *(("gemini", kind, "") for kind in ("text", "image", "audio", "video")),
    ("gemini", "audio", "lyria-3.5"),
    ("nano-banana", "image", ""),
    ("veo3", "video", ""),
    *(("openrouter", kind, "") for kind in ("text", "image", "audio", "video")),
    *(("fal", kind, "") for kind in ("image", "audio", "video")),
)


def make_quick(simulator: Simulator) -> None:
    """Let jobs be done when they are first looked at: clients wait seconds between two looks."""
    simulator.plan("/interactions", count=-1, method="POST", polls=0, at_once=True)
    for path in ("/videos", "flux/schnell", "veo3.1/lite", "kokoro/american-english"):
        simulator.plan(path, count=-1, method="POST", polls=0)


@pytest.fixture(scope="module")
def line(
    empty_library: CommandLine, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CommandLine]:
    """A library with a key for every provider, all of them at one server."""
    cli = empty_library.copy_to(tmp_path_factory.mktemp("providers"))
    with Simulator() as simulator:
        make_quick(simulator)
        for name, key in KEYS.items():
            url = simulator.root_url + PATHS.get(name, "")
            words = ("keys", "add", name, "--base-url", url)
            cli.run_here(*words, stdin=f"{key}\n".encode()).checked()
        yield cli


@pytest.fixture(scope="module", params=["here", pytest.param("real", marks=pytest.mark.full)])
def made(line: CommandLine, request: pytest.FixtureRequest) -> dict[tuple[str, str, str], Made]:
    """A command for each kind of each provider; in the long suite each in a process of its own."""
    is_real = request.param == "real"
    call = line.run if is_real else line.run_here

    def make(run: tuple[str, str, str]) -> Made:
        provider, kind, model = run
        target = line.base / ("-".join((*run, request.param)).replace("/", "-") + ".bin")
        words = ["generate", "A red cube", "--provider", provider, "--type", kind]
        words += ["--json", "--max-cost", "9", "--output", str(target)]
        words += ["--model", model] if model else []
        done = call(*words).checked()
        return Made(json.loads(done.out), target.read_bytes())

    with ThreadPoolExecutor(AT_A_TIME if is_real else 1) as pool:
        return dict(zip(RUNS, pool.map(make, RUNS), strict=True))


@pytest.mark.parametrize("run", RUNS, ids="-".join)
def test_every_kind_completes_and_opens(
    made: dict[tuple[str, str, str], Made], run: tuple[str, str, str], tmp_path: Path
) -> None:
    """What the viewers show is decoded by worker processes, of which the library tells the size."""
    _, kind, _ = run
    found = made[run]
    assert found.document["status"] == "completed"
    (asset,) = found.document["assets"]
    assert asset["size_bytes"] == len(found.data)
    if kind == "text":
        assert found.data.decode().strip()
        return
    media = sniff(found.data)
    assert media is not None
    assert asset["mime"] == media.mime
    if kind in ("image", "video"):
        assert asset["width"]
        assert asset["height"]
    if kind in ("audio", "video"):
        assert asset["duration_ms"]
