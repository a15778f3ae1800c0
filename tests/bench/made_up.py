"""Content for large libraries: prompts, texts and small pictures, the same for the same seed."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageDraw

_SUBJECTS = (
    *("harbour", "lighthouse", "orchard", "glacier", "tram", "violin", "teapot", "heron"),
    *("library", "meadow", "bridge", "market", "canyon", "observatory", "bakery", "fjord"),
    *("carousel", "vineyard", "monsoon", "aqueduct", "clockmaker", "tundra", "kiln", "reef"),
)
_QUALITIES = (
    *("quiet", "golden", "stormy", "ancient", "neon", "misty", "frosted", "crowded"),
    *("abandoned", "sunlit", "velvet", "rusted", "winding", "painted", "hollow", "bright"),
)
_SETTINGS = (
    *("at dawn", "in winter", "after rain", "at midnight", "in early spring", "under fog"),
    *("seen from above", "in soft light", "in long shadows", "on film", "in watercolour"),
)
_VERBS = ("waits", "turns", "fades", "glows", "listens", "opens", "drifts", "returns")
_STARTS = ("The", "A", "Another", "That", "Every")
PICTURE_SIZE = (384, 288)


def prompt(chance: random.Random) -> str:
    """A prompt of a few words, now and then with a number that occurs nowhere else."""
    quality = chance.choice(_QUALITIES)
    article = "an" if quality[0] in "aeiou" else "a"
    words = f"{article} {quality} {chance.choice(_SUBJECTS)} {chance.choice(_SETTINGS)}"
    return f"{words}, number {chance.randrange(10**9)}" if chance.random() < 0.2 else words


def text(chance: random.Random, sentences: int = 12) -> str:
    """A short answer in sentences."""
    made = (
        f"{chance.choice(_STARTS)} {chance.choice(_QUALITIES)} {chance.choice(_SUBJECTS)} "
        f"{chance.choice(_VERBS)} {chance.choice(_SETTINGS)}."
        for _ in range(sentences)
    )
    return " ".join(made)


def picture(chance: random.Random) -> bytes:
    """A JPEG with a sky, a ground and a few shapes."""
    width, height = PICTURE_SIZE
    image = Image.linear_gradient("L").resize(PICTURE_SIZE).convert("RGB")
    tint = Image.new("RGB", PICTURE_SIZE, _colour(chance))
    image = Image.blend(image, tint, 0.6)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, height * 2 // 3, width, height), fill=_colour(chance))
    for _ in range(12):
        x, y, side = chance.randrange(width), chance.randrange(height), chance.randrange(10, 90)
        pen.ellipse((x, y, x + side, y + side), fill=_colour(chance))
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", quality=85)
    return encoded.getvalue()


def heavy_png(size_bytes: int, seed: int = 0) -> bytes:
    """A 1024 × 1024 PNG of about ``size_bytes``: a gradient under as much grain as it takes."""
    chance = random.Random(seed)
    smooth = Image.linear_gradient("L").resize((1024, 1024)).convert("RGB")
    grain = Image.frombytes("RGB", (1024, 1024), chance.randbytes(1024 * 1024 * 3))
    low, high, best = 0.0, 1.0, b""
    for _ in range(7):
        share = (low + high) / 2
        encoded = io.BytesIO()
        Image.blend(smooth, grain, share).save(encoded, "PNG", compress_level=1)
        best = encoded.getvalue()
        low, high = (low, share) if len(best) > size_bytes else (share, high)
    return best


def large_picture(seed: int = 0) -> bytes:
    """A PNG of 3840 × 2160: a gradient under a little grain, as a painted picture weighs."""
    chance = random.Random(seed)
    smooth = Image.linear_gradient("L").resize((3840, 2160)).convert("RGB")
    grain = Image.frombytes("RGB", (960, 540), chance.randbytes(960 * 540 * 3))
    image = Image.blend(smooth, grain.resize((3840, 2160)), 0.08)
    encoded = io.BytesIO()
    image.save(encoded, "PNG", compress_level=1)
    return encoded.getvalue()


def variants(png: bytes, count: int) -> list[bytes]:
    """The same picture as different files: each with a comment of its own."""
    return [_with_comment(png, f"variant {number}") for number in range(count)]


def _with_comment(png: bytes, comment: str) -> bytes:
    import struct
    import zlib

    body = b"tEXt" + b"Comment\0" + comment.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:33] + chunk + png[33:]


def _colour(chance: random.Random) -> tuple[int, int, int]:
    return chance.randrange(40, 230), chance.randrange(40, 230), chance.randrange(40, 230)
