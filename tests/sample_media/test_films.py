"""Sample films: the right headers, moving pictures, sound, and an index that points at frames."""

import io
import json
import shutil
import struct
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from mediadesk.providers.sample.media.video import VideoOptions, film_frames, render_video
from mediadesk.providers.sample.media.words import MOTIF_WORDS

SIZE = (256, 144)
OPTIONS = VideoOptions(*SIZE, seconds=4.0, fps=10)


@pytest.fixture(scope="module")
def film() -> bytes:
    return render_video("a ship near the lighthouse", 3, OPTIONS)


def chunks(data: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    """Name, place and content of the chunks in a RIFF list."""
    at = 0
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        yield name, at, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def movi_of(film: bytes) -> bytes:
    return next(data for _, _, data in chunks(film[12:]) if data[:4] == b"movi")


def frames_of(film: bytes) -> list[Image.Image]:
    found = [data for name, _, data in chunks(movi_of(film)[4:]) if name == b"00dc"]
    return [Image.open(io.BytesIO(data)).convert("RGB") for data in found]


def change(one: Image.Image, other: Image.Image) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def test_headers_say_what_is_inside(film: bytes) -> None:
    assert film[:4] == b"RIFF"
    assert film[8:12] == b"AVI "
    assert struct.unpack_from("<I", film, 4)[0] == len(film) - 8
    main = struct.unpack("<14I", film[32:88])
    assert main[0] == 100_000, "microseconds a frame"
    assert main[4] == 40, "frames"
    assert main[8:10] == SIZE
    assert main[3] & 0x10, "has an index"


def test_the_film_moves_all_the_time(film: bytes) -> None:
    frames = frames_of(film)
    assert len(frames) == 40
    assert {frame.size for frame in frames} == {SIZE}
    steps = [change(a, b) for a, b in zip(frames[::4], frames[4::4], strict=False)]
    assert min(steps) > 0.4, steps
    assert change(frames[0], frames[-1]) > 2


def test_the_index_points_at_every_chunk(film: bytes) -> None:
    movi = movi_of(film)
    index = next(data for name, _, data in chunks(film[12:]) if name == b"idx1")
    entries = list(struct.iter_unpack("<4sIII", index))
    assert len(entries) == 80
    for name, _, offset, size in entries:
        assert struct.unpack_from("<4sI", movi, offset) == (name, size)


def test_there_is_stereo_sound_as_long_as_the_pictures(film: bytes) -> None:
    sound = b"".join(data for name, _, data in chunks(movi_of(film)[4:]) if name == b"01wb")
    assert len(sound) == 4 * 44_100 * 4
    samples = memoryview(sound).cast("h")
    assert max(samples) > 8_000
    assert any(left != right for left, right in zip(samples[::2], samples[1::2], strict=True))


def test_the_same_prompt_and_seed_give_the_same_bytes(film: bytes) -> None:
    assert render_video("a ship near the lighthouse", 3, OPTIONS) == film


def test_another_seed_gives_another_film(film: bytes) -> None:
    other = frames_of(render_video("a ship near the lighthouse", 4, OPTIONS))
    assert change(frames_of(film)[0], other[0]) > 4


@pytest.mark.parametrize("motif", MOTIF_WORDS)
def test_every_motif_can_be_filmed(motif: str) -> None:
    options = VideoOptions(160, 128, fps=8, style=motif)
    encoded = list(islice(film_frames("anything", 1, options), 9))
    frames = [Image.open(io.BytesIO(frame)).convert("RGB") for frame in encoded]
    assert {frame.size for frame in frames} == {(160, 128)}
    assert change(frames[0], frames[8]) > 0.4


def test_a_film_from_a_picture_shows_that_picture() -> None:
    image = Image.linear_gradient("L").resize((400, 300)).convert("RGB")
    image.paste("#d02010", (120, 60, 280, 240))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    options = VideoOptions(*SIZE, seconds=4.0, fps=8, has_sound=False)
    frames = frames_of(render_video("drift", 1, options, [stream.getvalue()]))
    red, _, blue = ImageStat.Stat(frames[0].crop((110, 50, 146, 94))).mean
    assert red > blue + 60
    assert change(frames[0], frames[16]) > 1.5


def test_progress_rises_and_brings_previews() -> None:
    told: list[float] = []
    previews: list[bytes] = []

    def progress(share: float, preview: bytes | None) -> None:
        told.append(share)
        if preview is not None:
            previews.append(preview)

    options = VideoOptions(160, 128, seconds=4.0, fps=8, has_sound=False)
    render_video("waves", 1, options, progress=progress)
    assert told == sorted(told)
    assert 0 < told[0] < 0.1
    assert told[-1] < 1
    assert [Image.open(io.BytesIO(preview)).size for preview in previews] == [(160, 128)] * 4


@pytest.mark.parametrize(
    "options",
    [
        VideoOptions(seconds=3),
        VideoOptions(seconds=9),
        VideoOptions(width=641),
        VideoOptions(height=64),
        VideoOptions(fps=60),
    ],
)
def test_options_out_of_range_are_refused(options: VideoOptions) -> None:
    with pytest.raises(ValueError, match=r"sample film|Film sides"):
        render_video("waves", 1, options)


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="needs ffprobe")
def test_ffprobe_agrees(film: bytes, tmp_path: Path) -> None:
    path = tmp_path / "film.avi"
    path.write_bytes(film)
    command = ["ffprobe", "-v", "error", "-of", "json", "-count_frames"]
    command += ["-show_streams", "-show_format", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    told = json.loads(done.stdout)
    picture, sound = told["streams"]
    assert (picture["codec_name"], picture["width"], picture["height"]) == ("mjpeg", *SIZE)
    assert picture["nb_read_frames"] == "40"
    assert (sound["codec_name"], sound["channels"], sound["sample_rate"]) == (
        "pcm_s16le",
        2,
        "44100",
    )
    assert float(told["format"]["duration"]) == pytest.approx(4.0, abs=0.05)
