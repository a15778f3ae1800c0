"""The renderers as a process: one request in, frames out, problems told as a sentence."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from mediadesk.providers.sample.media.frames import HEADER
from mediadesk.providers.sample.media.image import ImageOptions, render_image

MODULE = "mediadesk.providers.sample.media.render_process"


def ask(request: dict[str, Any], inputs: bytes = b"") -> list[tuple[bytes, bytes]]:
    """The frames that a render process answers with."""
    done = subprocess.run(
        [sys.executable, "-m", MODULE],
        input=json.dumps(request).encode() + b"\n" + inputs,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    return list(frames(done.stdout))


def frames(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        letter, size = HEADER.unpack_from(data, at)
        at += HEADER.size
        yield letter, data[at : at + size]
        at += size


def request(kind: str, **options: Any) -> dict[str, Any]:
    return {"kind": kind, "prompt": "a harbour", "seed": 4, "options": options, "inputs": []}


def test_a_picture_comes_with_a_preview_and_is_the_same_as_here() -> None:
    (preview, result) = ask(request("image", width=512, height=384))
    assert preview[0] == b"V"
    assert Image.open(io.BytesIO(preview[1])).size == (256, 192)
    assert result == (b"R", render_image("a harbour", 4, ImageOptions(512, 384)))


def test_a_film_tells_its_progress() -> None:
    answer = ask(request("video", width=160, height=128, fps=8, seconds=4, has_sound=False))
    shares = [float(payload) for letter, payload in answer if letter == b"P"]
    assert shares == sorted(shares)
    assert len(shares) == 32
    assert answer[-1][0] == b"R"
    assert answer[-1][1][:4] == b"RIFF"


@pytest.mark.parametrize("kind", ["music", "voice"])
def test_sound_is_a_wav(kind: str) -> None:
    options = {"seconds": 3} if kind == "music" else {}
    assert ask(request(kind, **options))[-1][1][:4] == b"RIFF"


def test_input_pictures_follow_the_request() -> None:
    stream = io.BytesIO()
    Image.new("RGB", (64, 64), "#20a060").save(stream, "PNG")
    data = stream.getvalue()
    asked = request("image", width=256, height=256) | {"inputs": [len(data)]}
    assert ask(asked, data)[-1] == (
        b"R",
        render_image("a harbour", 4, ImageOptions(256, 256), [data]),
    )


@pytest.mark.parametrize(
    ("asked", "inputs", "told"),
    [
        (request("opera"), b"", "opera"),
        (request("image", width=8), b"", "256 to 2048"),
        (request("image") | {"inputs": [3]}, b"abc", "cannot be read"),
        (request("image") | {"inputs": [3]}, b"a", "ended early"),
        ({}, b"", "inputs"),
    ],
)
def test_problems_are_told(asked: dict[str, Any], inputs: bytes, told: str) -> None:
    ((letter, message),) = ask(asked, inputs)
    assert letter == b"E"
    assert told in message.decode()
