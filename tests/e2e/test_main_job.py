"""A prompt becomes real media: one of each kind, exported, and judged by independent programs."""

from __future__ import annotations

import array
import io
import json
import math
import shutil
import subprocess
import sys
import wave
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.fakes.command_line import TIMEOUT_S, CommandLine

PROMPT = "A red lighthouse above a stormy sea at dusk, with three gulls"
RUNS = {
    "text": ("--type", "text", "--param", "delay_s=0"),
    "image": ("--type", "image", "--param", "aspect_ratio=16:9", "--param", "size=small"),
    "audio": ("--type", "audio", "--param", "duration=4", "--param", "delay_s=0"),
    "video": (
        *("--type", "video", "--param", "size=480x480", "--param", "duration=4"),
        *("--param", "frames_per_second=12", "--param", "delay_s=0"),
    ),
}
NO_SOCKETS = """
import runpy, socket, sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.bind"):
        raise OSError(f"the network was used: {event}")
sys.addaudithook(refuse)
sys.argv = ["mediadesk", *sys.argv[4:]]
runpy.run_module("mediadesk", run_name="__main__")
"""


def without_network() -> Sequence[str]:
    """What to put before a command so that it sees no network interface."""
    for prefix in (["unshare", "-n"], ["unshare", "-rn"]):
        command = [*prefix, "sh", "-c", "! ip route get 1.1.1.1 2>/dev/null"]
        if (
            shutil.which("unshare")
            and not subprocess.run(command, capture_output=True, check=False).returncode
        ):
            return prefix
    return [sys.executable, "-c", NO_SOCKETS]


def make_all(line: CommandLine) -> dict[str, dict[str, Any]]:
    """One generation of each kind at the same time, in four processes on one library."""
    target = line.base / "out"
    target.mkdir()
    options = ("--provider", "sample", "--json", "--output", f"{target}/")
    running = {
        kind: line.start("generate", PROMPT, *words, *options) for kind, words in RUNS.items()
    }
    documents = {}
    for kind, process in running.items():
        out, err = process.communicate(timeout=TIMEOUT_S)
        assert process.returncode == 0, err.decode()
        documents[kind] = json.loads(out)
    return documents


@pytest.fixture(
    scope="module", params=["without network", pytest.param("online", marks=pytest.mark.full)]
)
def made(
    request: pytest.FixtureRequest,
    empty_library: CommandLine,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, dict[str, Any]]:
    line = empty_library.copy_to(tmp_path_factory.mktemp("made"))
    line.prefix = () if request.param == "online" else without_network()
    return make_all(line)


def exported(document: dict[str, Any]) -> Path:
    assert document["status"] == "completed"
    assert document["cost"]["charged_micro_usd"] == 0
    (path,) = document["files"]
    (asset,) = document["assets"]
    data = Path(path).read_bytes()
    assert len(data) == asset["size_bytes"]
    return Path(path)


def test_text_is_about_the_prompt(made: dict[str, dict[str, Any]]) -> None:
    text = exported(made["text"]).read_text()
    assert len(text.split()) > 60
    assert "lighthouse" in text.lower()
    assert "simulat" in text.lower()


def test_pictures_have_the_asked_size(made: dict[str, dict[str, Any]]) -> None:
    path = exported(made["image"])
    image = Image.open(io.BytesIO(path.read_bytes()))
    (asset,) = made["image"]["assets"]
    assert image.format == "PNG"
    assert image.size == (asset["width"], asset["height"])
    assert abs(image.width / image.height - 16 / 9) < 0.02
    assert min(ImageStat.Stat(image.convert("RGB")).stddev) > 8


def test_sound_is_not_silent(made: dict[str, dict[str, Any]]) -> None:
    with wave.open(str(exported(made["audio"]))) as file:
        assert file.getsampwidth() == 2
        seconds = file.getnframes() / file.getframerate()
        channels = file.getnchannels()
        samples = array.array("h", file.readframes(file.getnframes()))
    loudness = math.sqrt(sum(value * value for value in samples[::7]) / len(samples[::7]))
    assert channels == 2
    assert abs(seconds - 4) < 0.2
    assert abs(made["audio"]["assets"][0]["duration_ms"] - seconds * 1000) < 2
    assert loudness > 300
    assert samples[0::2] != samples[1::2]


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is the judge")
def test_films_play_and_move(made: dict[str, dict[str, Any]]) -> None:
    path = exported(made["video"])
    probe = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(path)]
    found = json.loads(subprocess.run(probe, capture_output=True, check=True, timeout=60).stdout)
    streams = {stream["codec_type"]: stream for stream in found["streams"]}
    assert (streams["video"]["width"], streams["video"]["height"]) == (480, 480)
    assert float(found["format"]["duration"]) > 3
    assert "audio" in streams
    (asset,) = made["video"]["assets"]
    assert (asset["width"], asset["height"]) == (480, 480)
    assert abs(asset["duration_ms"] - 1000 * float(found["format"]["duration"])) < 100
    frames = [frame_at(path, seconds) for seconds in (0.2, 1.7, 3.2)]
    for one, other in combinations(frames, 2):
        difference = ImageStat.Stat(ImageChops.difference(one, other)).mean
        assert max(difference) > 1.0


def frame_at(path: Path, seconds: float) -> Image.Image:
    command = ["ffmpeg", "-v", "error", "-ss", str(seconds), "-i", str(path)]
    command += ["-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def test_inputs_lead_to_other_pictures(cli: CommandLine) -> None:
    source = cli.base / "source.png"
    Image.linear_gradient("L").resize((256, 256)).convert("RGB").save(source)
    options = (
        "--provider",
        "sample",
        "--type",
        "image",
        "--param",
        "size=small",
        "--param",
        "seed=5",
    )
    plain = cli.run("generate", "hills", *options, "--json").checked().document
    based = cli.run("generate", "hills", *options, "--input", source, "--json").checked().document
    assert [one["role"] for one in based["inputs"]] == ["reference"]
    assert plain["assets"][0]["sha256"] != based["assets"][0]["sha256"]
    again = cli.run("generate", "hills", *options, "--json").checked().document
    assert plain["assets"][0]["sha256"] == again["assets"][0]["sha256"]


WORDS = (
    "quiet amber copper violet glass paper river orchard engine marble winter desert velvet "
    "thunder lantern harbour falcon meadow circuit granite saffron glacier cactus violin "
    "anchor comet tulip bridge walnut monsoon beacon cobalt island canyon teapot nebula "
    "wheat pebble mirror raven "
).split()


@pytest.mark.full
def test_fifty_prompts_give_fifty_pictures(cli: CommandLine) -> None:
    """Every pair differs in what one sees, not only in its bytes."""
    pictures: dict[str, Image.Image] = {}
    for number in range(50):
        prompt = " ".join(WORDS[(number * step + step) % len(WORDS)] for step in (1, 3, 7))
        target = cli.base / f"{number}.png"
        cli.run(
            *("generate", f"{prompt} {number}", "--type", "image", "--provider", "sample"),
            *("--param", "size=small", "--output", target),
        ).checked()
        pictures[prompt] = (
            Image.open(io.BytesIO(target.read_bytes())).convert("RGB").resize((48, 48))
        )
    for (one, first), (other, second) in combinations(pictures.items(), 2):
        difference = ImageStat.Stat(ImageChops.difference(first, second)).mean
        assert sum(difference) > 6, f"“{one}” and “{other}” look alike"
