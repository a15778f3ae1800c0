"""The player worker: what only Qt's FFmpeg decodes, without a display and without a file."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from mediadesk.system.worker_client import WorkerError, WorkerProcesses

Reader = Callable[[bytes], Callable[[int, int], bytes]]
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg makes the files")


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    folder = tmp_path_factory.mktemp("clips")

    def make(name: str, *options: str) -> bytes:
        path = folder / name
        if not path.exists():
            source = "testsrc=size=320x180:rate=12:duration=3"
            command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source]
            command += ["-f", "lavfi", "-i", "sine=frequency=440:duration=3", *options, str(path)]
            subprocess.run(command, check=True, timeout=60)
        return Path(path).read_bytes()

    return make


@needs_ffmpeg
@pytest.mark.parametrize("name", ["a.mp4", "a.webm"])
def test_a_film_gives_poster_size_and_duration(
    player: WorkerProcesses, clip: Callable[..., bytes], reader: Reader, name: str
) -> None:
    data = clip(name, "-pix_fmt", "yuv420p")
    request = {"do": "thumbnail", "side": 128, "extension": name[2:], "size": len(data)}
    reply = player.call(request, source=reader(data), timeout_s=45)
    assert (reply.facts["width"], reply.facts["height"]) == (320, 180)
    assert 2900 <= reply.facts["duration_ms"] <= 3200
    shown = Image.open(io.BytesIO(reply.body))
    assert shown.size == (128, 72)
    colours = shown.convert("RGB").getcolors(128 * 72)
    assert colours is not None
    assert len(colours) > 50


def test_a_film_gives_pixels(player: WorkerProcesses, film: bytes, reader: Reader) -> None:
    request = {"do": "pixels", "side": None, "extension": "avi", "size": len(film)}
    reply = player.call(request, source=reader(film), timeout_s=45)
    assert (reply.facts["levels"], reply.facts["has_alpha"]) == ([[160, 90]], False)
    assert len(reply.body) == 160 * 90 * 4
    assert len(set(reply.body[:640])) > 1


@needs_ffmpeg
@pytest.mark.parametrize("name", ["a.mp3", "a.ogg", "a.flac", "a.m4a"])
def test_sound_gives_duration_and_peaks(
    player: WorkerProcesses, clip: Callable[..., bytes], reader: Reader, name: str
) -> None:
    data = clip(name, "-vn")
    request = {"do": "sound", "peaks": 100, "extension": name[2:], "size": len(data)}
    facts = player.call(request, source=reader(data), timeout_s=45).facts
    assert 2900 <= facts["duration_ms"] <= 3200
    assert len(facts["peaks"]) == 100
    low, high = facts["peaks"][50]
    assert -0.2 < low < -0.05
    assert 0.05 < high < 0.2


@pytest.mark.parametrize("operation", ["thumbnail", "pixels", "sound"])
def test_rubbish_is_refused_and_the_worker_goes_on(
    player: WorkerProcesses, film: bytes, reader: Reader, operation: str
) -> None:
    data = b"not a film at all " * 1000
    request = {"do": operation, "side": 64, "peaks": 9, "extension": "mp4", "size": len(data)}
    with pytest.raises(WorkerError):
        player.call(request, source=reader(data), timeout_s=45)
    request = {"do": "thumbnail", "side": 64, "extension": "avi", "size": len(film)}
    assert player.call(request, source=reader(film), timeout_s=45).body


def test_the_machine_is_described(player: WorkerProcesses) -> None:
    facts = player.call({"do": "capabilities"}).facts
    assert facts["qt"].startswith("6.")
    assert facts["codecs"]["VP9"] is True
    assert isinstance(facts["window_problem"], str)
