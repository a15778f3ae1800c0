"""The picture worker as the program uses it: a real process and real files, hostile ones too."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from mediadesk.system.worker_client import WorkerError, WorkerProcesses

Encoded = Callable[..., bytes]


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "GIF", "AVIF"])
def test_every_format_becomes_a_thumbnail(
    pictures: WorkerProcesses, encoded: Encoded, name: str
) -> None:
    reply = pictures.call({"do": "thumbnail", "side": 64}, encoded(name))
    shown = Image.open(io.BytesIO(reply.body))
    assert (reply.facts["width"], reply.facts["height"]) == (320, 200)
    assert (shown.format, shown.size) == ("JPEG", (64, 40))
    left, right = shown.getpixel((2, 20)), shown.getpixel((61, 20))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] < 40 < 200 < right[0]


@pytest.mark.parametrize("mode", ["RGBA", "L", "LA", "P", "1", "CMYK", "I;16"])
def test_every_kind_of_pixel_is_shown(pictures: WorkerProcesses, mode: str) -> None:
    output = io.BytesIO()
    source = Image.linear_gradient("L")
    if mode == "I;16":
        picture = Image.frombytes(
            "I;16", (256, 256), b"".join(bytes((0, v)) for v in source.tobytes())
        )
    else:
        picture = source.convert(mode)
    picture.save(output, "JPEG" if mode == "CMYK" else "PNG")
    reply = pictures.call({"do": "pixels", "side": None}, output.getvalue())
    top, bottom = reply.body[:3], reply.body[-4:-1]
    assert len(reply.body) == 256 * 256 * 4
    assert max(top) < 30
    assert min(bottom) > 220


def test_pixels_come_scaled_with_the_full_size(pictures: WorkerProcesses, encoded: Encoded) -> None:
    reply = pictures.call({"do": "pixels", "side": 100}, encoded("PNG"))
    assert reply.facts["levels"] == [[100, 63]]
    assert (reply.facts["full_width"], reply.facts["full_height"]) == (320, 200)
    assert len(reply.body) == 400 * 63


def test_pixels_come_in_halving_sizes_as_they_are_painted(pictures: WorkerProcesses) -> None:
    output = io.BytesIO()
    Image.new("RGBA", (1201, 640), (200, 100, 40, 127)).save(output, "PNG")
    reply = pictures.call({"do": "pixels", "side": None}, output.getvalue())
    assert reply.facts["levels"] == [[1201, 640], [601, 320], [301, 160]]
    assert reply.facts["has_alpha"]
    assert len(reply.body) == 4 * (1201 * 640 + 601 * 320 + 301 * 160)
    pixels = {bytes(reply.body[at : at + 4]) for at in range(0, len(reply.body), 4)}
    assert pixels == {bytes((20, 50, 100, 127))}  # blue, green, red, each multiplied by alpha


def test_pictures_that_lie_on_their_side_are_turned(
    pictures: WorkerProcesses, encoded: Encoded
) -> None:
    orientation = Image.Exif()
    orientation[0x0112] = 6  # to be turned clockwise: what was left is shown on top
    data = encoded("JPEG", exif=orientation.tobytes())
    reply = pictures.call({"do": "pixels", "side": None}, data)
    assert reply.facts["levels"] == [[200, 320]]
    assert (reply.facts["full_width"], reply.facts["full_height"]) == (200, 320)
    assert reply.body[2] < 40 < 200 < reply.body[-2]
    upright = Image.open(io.BytesIO(pictures.call({"do": "upright"}, data).body))
    assert upright.size == (200, 320)
    assert not upright.getexif()


def test_a_film_shows_its_first_frame_that_is_not_plain(
    pictures: WorkerProcesses, film: bytes, reader: Callable[[bytes], Callable[[int, int], bytes]]
) -> None:
    request = {"do": "thumbnail", "side": 256, "film": True, "size": len(film)}
    reply = pictures.call(request, source=reader(film))
    assert reply.facts == {"width": 160, "height": 90, "duration_ms": 2000}
    low, high = Image.open(io.BytesIO(reply.body)).convert("L").getextrema()
    assert (low, high) > (0, 200)


def bomb(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * ((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    pictures: WorkerProcesses,
) -> None:
    data = bomb(12_000, 12_000)
    assert len(data) < 40_000
    with pytest.raises(WorkerError, match="100 million pixels") as caught:
        pictures.call({"do": "thumbnail", "side": 64}, data)
    assert caught.value.kind == "too_large"


@pytest.mark.parametrize("cut", [0, 1, 20, 200, 0.5, 0.9])
@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_cut_files_are_broken_and_the_worker_goes_on(
    pictures: WorkerProcesses, encoded: Encoded, name: str, cut: float
) -> None:
    data = encoded(name, lossless=True) if name == "WEBP" else encoded(name)
    length = int(len(data) * cut) if 0 < cut < 1 else int(cut)
    with pytest.raises(WorkerError):
        pictures.call({"do": "pixels", "side": None}, data[: min(length, len(data) - 8)])
    assert pictures.call({"do": "thumbnail", "side": 8}, data).body


@pytest.mark.parametrize(
    "data",
    [b"<svg onload='x'/>", b"%PDF-1.7", b"\0" * 4096, b"BM" + b"\1" * 200, b"II*\0" + rb"\9" * 99],
)
def test_other_files_are_not_pictures(pictures: WorkerProcesses, data: bytes) -> None:
    with pytest.raises(WorkerError) as caught:
        pictures.call({"do": "thumbnail", "side": 64}, data)
    assert caught.value.kind == "broken"


@pytest.mark.parametrize(("bits", "channels"), [(8, 1), (16, 1), (16, 2), (24, 2), (32, 1)])
def test_sound_shows_where_it_is_loud(
    pictures: WorkerProcesses,
    tone: Callable[..., bytes],
    reader: Callable[[bytes], Callable[[int, int], bytes]],
    bits: int,
    channels: int,
) -> None:
    data = tone(bits, channels)
    request = {"do": "sound", "peaks": 10, "size": len(data)}
    facts = pictures.call(request, source=reader(data)).facts
    assert facts["duration_ms"] == 1000
    silent, loud = facts["peaks"][:5], facts["peaks"][5:]
    assert all(low == high == 0 for low, high in silent)
    assert all(-0.52 < low < -0.45 and 0.45 < high < 0.52 for low, high in loud)


def test_cut_and_foreign_sound_is_told_apart(
    pictures: WorkerProcesses,
    tone: Callable[..., bytes],
    reader: Callable[[bytes], Callable[[int, int], bytes]],
) -> None:
    data = tone()
    half = data[: len(data) // 2]
    request = {"do": "sound", "peaks": 10, "size": len(half)}
    assert pictures.call(request, source=reader(half)).facts["duration_ms"] in range(490, 501)
    for other, kind in ((data[:30], "broken"), (b"ID3" + data, "unsupported")):
        request = {"do": "sound", "peaks": 10, "size": len(other)}
        with pytest.raises(WorkerError) as caught:
            pictures.call(request, source=reader(other))
        assert caught.value.kind == kind
