"""Sample pictures: a prompt and a seed become a composed scene."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from mediadesk.providers.sample.media.canvas import (
    curve,
    grain,
    scaled,
    shaded,
    soft_light,
)
from mediadesk.providers.sample.media.motifs.catalogue import paint_motif
from mediadesk.providers.sample.media.palette import from_swatches
from mediadesk.providers.sample.media.restyle import restyled, swatches_of
from mediadesk.providers.sample.media.scene import Stage
from mediadesk.providers.sample.media.words import Reading, read_prompt

MIN_SIDE = 256
MAX_SIDE = 2048
PREVIEW_SIDE = 256
MIN_PREVIEW_SIDE = 64


@dataclass(frozen=True)
class ImageOptions:
    """Sides in pixels, 256 to 2048; strength 0..1 is how far an input picture is changed."""

    width: int = 1024
    height: int = 1024
    style: str = "auto"
    texture: float = 0.5
    strength: float = 0.5
    file_format: str = "png"


def render_image(
    prompt: str, seed: int, options: ImageOptions | None = None, inputs: Sequence[bytes] = ()
) -> bytes:
    """The encoded picture for a prompt; ``inputs`` are encoded pictures to start from.

    Raises:
        ValueError: A side, the format or an input picture cannot be used.
    """
    options = options or ImageOptions()
    return encode(draw_image(prompt, seed, options, inputs), options.file_format)


def render_with_preview(
    prompt: str,
    seed: int,
    options: ImageOptions,
    inputs: Sequence[bytes],
    preview: Callable[[bytes], None],
) -> bytes:
    """As ``render_image``, with a small rough JPEG of the same scene first."""
    longest = max(options.width, options.height)
    share = PREVIEW_SIDE / longest
    if share < 1 and min(options.width, options.height) * share >= MIN_PREVIEW_SIDE:
        size = (round(options.width * share), round(options.height * share))
        rough = replace(options, width=size[0], height=size[1], file_format="jpeg")
        preview(encode(_drawn(prompt, seed, rough, inputs), "jpeg"))
    return render_image(prompt, seed, options, inputs)


def draw_image(
    prompt: str, seed: int, options: ImageOptions, inputs: Sequence[bytes] = ()
) -> Image.Image:
    """The picture before encoding, finished with light fall-off and grain."""
    for side in (options.width, options.height):
        if not MIN_SIDE <= side <= MAX_SIDE:
            raise ValueError(f"Picture sides go from {MIN_SIDE} to {MAX_SIDE} pixels, not {side}.")
    return _drawn(prompt, seed, options, inputs)


def draw_small(prompt: str, seed: int, options: ImageOptions) -> Image.Image:
    """As ``draw_image``, for thumbnails: any side is taken."""
    return _drawn(prompt, seed, options, ())


def _drawn(prompt: str, seed: int, options: ImageOptions, inputs: Sequence[bytes]) -> Image.Image:
    size = (options.width, options.height)
    reading = read_prompt(prompt, seed, options.style)
    if inputs:
        swatches = swatches_of(inputs[0])
        reading = repaletted(reading, swatches, 1.0 - 0.6 * options.strength)
    stage = Stage(size, float(min(size)), reading)
    paint_motif(stage)
    picture = stage.flattened()
    for data in inputs:
        picture = restyled(data, picture, reading, options.strength)
    return finished(picture, reading, options.texture)


def repaletted(reading: Reading, swatches: Sequence[tuple[int, int, int]], share: float) -> Reading:
    """The same reading painted with the colours of a picture."""
    return Reading(
        reading.words,
        reading.motif,
        from_swatches(reading.palette, swatches, share),
        reading.count,
        reading.scale,
        reading.focus,
        reading.light_from,
        reading.rng,
    )


def finished(picture: Image.Image, reading: Reading, texture: float) -> Image.Image:
    """Edges a little darker, colours a little fuller, and grain."""
    edge = curve(Image.radial_gradient("L"), lambda v: max(0.0, v - 0.55) ** 1.5)
    edge = edge.resize(picture.size, Image.Resampling.BILINEAR)
    picture = shaded(picture, reading.palette.ink, scaled(edge, 0.55))
    return soft_light(picture, grain(picture.size, reading.rng.fork("grain")), 0.30 * texture)


def encode(picture: Image.Image, file_format: str) -> bytes:
    """PNG, JPEG or WebP bytes."""
    stream = io.BytesIO()
    if file_format == "png":
        picture.save(stream, "PNG", compress_level=4)
    elif file_format == "jpeg":
        picture.save(stream, "JPEG", quality=92, subsampling=0)
    elif file_format == "webp":
        picture.save(stream, "WEBP", quality=90, method=3)
    else:
        raise ValueError(f"Unknown picture format {file_format!r}; use png, jpeg or webp.")
    return stream.getvalue()
