"""Picture from picture: the input is repainted, lit anew and woven into the scene."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageChops, ImageFilter, ImageOps, UnidentifiedImageError

from mediadesk.providers.sample.media.canvas import (
    blurred,
    curve,
    glow,
    lit,
    noise,
    scaled,
    soft_light,
    toned,
)
from mediadesk.providers.sample.media.colour import RGB, mix
from mediadesk.providers.sample.media.words import Reading

MAX_INPUT_PIXELS = 40_000_000


def opened(data: bytes) -> Image.Image:
    """An input picture, upright, as RGB.

    Raises:
        ValueError: The bytes are no picture, a broken one, or one with too many pixels.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data))
        if picture.width * picture.height > MAX_INPUT_PIXELS:
            raise ValueError("The input picture has more than 40 million pixels.")
        return ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("The input picture cannot be read.") from error


def swatches_of(data: bytes, count: int = 10) -> list[RGB]:
    """The main colours of a picture."""
    small = opened(data).resize((96, 96), Image.Resampling.BOX)
    reduced = small.quantize(count, Image.Quantize.MEDIANCUT)
    values = reduced.getpalette("RGB") or []
    return [
        (values[i], values[i + 1], values[i + 2]) for i in range(0, min(len(values), count * 3), 3)
    ]


def restyled(data: bytes, scene: Image.Image, reading: Reading, strength: float) -> Image.Image:
    """The input picture changed towards the prompt; 0 keeps it, 1 leaves its shapes and colours."""
    strength = min(1.0, max(0.0, strength))
    source = ImageOps.fit(opened(data), scene.size, Image.Resampling.LANCZOS)
    p, rng = reading.palette, reading.rng.fork("restyle")
    painted = _painted(source, strength)
    graded = toned(
        ImageOps.autocontrast(painted.convert("L"), cutoff=1),
        (p.ink, p.near, mix(p.mid, p.accent, 0.5), mix(p.far, p.second, 0.4), p.sky[2]),
    )
    painted = Image.blend(painted, graded, 0.55 * strength)
    centre = (scene.width * (0.5 + 0.4 * reading.light_from), scene.height * 0.1)
    light = glow(scene.size, centre, max(scene.size) * 0.9)
    painted = lit(painted, p.sun, scaled(light, 0.45 * strength))
    # Where the input is plain the scene shows through; where it has detail its shapes stay.
    edges = source.convert("L").filter(ImageFilter.FIND_EDGES)
    detail = curve(blurred(edges, min(scene.size) * 0.03), lambda v: min(1.0, v * 4.5))
    cloud = noise(scene.size, rng, (3, 3), 4)
    place = ImageChops.add(scaled(detail, 0.75), scaled(cloud, 0.5))
    keep = curve(place, lambda v: min(1.0, max(0.0, (v - strength * 1.15 + 0.35) * 2.0)))
    mixed = Image.composite(painted, scene, blurred(keep, min(scene.size) * 0.012))
    return soft_light(mixed, ImageOps.autocontrast(source.convert("L")), 0.5 * strength)


def _painted(source: Image.Image, strength: float) -> Image.Image:
    """Brush-like patches: the finer the less the picture is to change."""
    small = max(96, round(min(source.size) * (1.0 - 0.72 * strength)))
    share = small / min(source.size)
    little = source.resize(
        (max(1, round(source.width * share)), max(1, round(source.height * share))),
        Image.Resampling.BOX,
    )
    little = little.filter(ImageFilter.ModeFilter(5)).filter(ImageFilter.MedianFilter(3))
    broad = little.resize(source.size, Image.Resampling.BICUBIC)
    return Image.blend(
        source, broad.filter(ImageFilter.UnsharpMask(3, 90, 2)), min(1.0, strength * 1.6)
    )
