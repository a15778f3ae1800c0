"""Sample films: a scene painted larger than the frame, filmed by a moving camera, with music."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageOps

from mediadesk.providers.sample.media.avi import avi_bytes
from mediadesk.providers.sample.media.canvas import (
    Point,
    curve,
    flat,
    glow,
    scaled,
    shaded,
    shapes,
    warped,
)
from mediadesk.providers.sample.media.colour import mix
from mediadesk.providers.sample.media.film import Camera, filmed, joined
from mediadesk.providers.sample.media.image import repaletted
from mediadesk.providers.sample.media.motifs.catalogue import paint_motif
from mediadesk.providers.sample.media.motifs.common import circle
from mediadesk.providers.sample.media.music import compose
from mediadesk.providers.sample.media.restyle import opened, swatches_of
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage
from mediadesk.providers.sample.media.synth import RATE, pcm_bytes
from mediadesk.providers.sample.media.words import Reading, read_prompt

MIN_SECONDS = 4
MAX_SECONDS = 8
MIN_SIDE = 128
MAX_SIDE = 1280
_MARGIN = 0.09

Progress = Callable[[float, "bytes | None"], None]


@dataclass(frozen=True)
class VideoOptions:
    """Even sides in pixels, length in seconds, frames a second, motif, sound on or off."""

    width: int = 640
    height: int = 360
    seconds: float = 5.0
    fps: int = 24
    style: str = "auto"
    motion: float = 1.0
    has_sound: bool = True


def render_video(
    prompt: str,
    seed: int,
    options: VideoOptions | None = None,
    inputs: Sequence[bytes] = (),
    progress: Progress | None = None,
) -> bytes:
    """A Motion-JPEG AVI; ``progress`` gets the share done and now and then a JPEG preview.

    Raises:
        ValueError: A size, the length or an input picture cannot be used.
    """
    options = options or VideoOptions()
    count = round(options.seconds * options.fps)
    frames: list[bytes] = []
    for frame in film_frames(prompt, seed, options, inputs):
        frames.append(frame)
        if progress is not None:
            is_shown = len(frames) % options.fps == 1
            progress(len(frames) / (count + 8), frame if is_shown else None)
    sound = _sound(prompt, seed, options)
    return avi_bytes(frames, (options.width, options.height), options.fps, sound, RATE)


def film_frames(
    prompt: str, seed: int, options: VideoOptions, inputs: Sequence[bytes] = ()
) -> Iterator[bytes]:
    """The film's pictures as JPEG, one after the other. Raises as ``render_video``."""
    _check(options)
    reading = read_prompt(prompt, seed, options.style)
    frame = (options.width, options.height)
    stage, camera = _staged(reading, frame, options, inputs)
    layers = joined(stage.layers)
    edge = curve(Image.radial_gradient("L"), lambda v: max(0.0, v - 0.55) ** 1.5 * 0.5)
    edge = edge.resize(frame, Image.Resampling.BILINEAR)
    for number in range(round(options.seconds * options.fps)):
        picture = filmed(layers, camera, number / options.fps)
        yield _jpeg(shaded(picture, reading.palette.ink, edge))


def _check(options: VideoOptions) -> None:
    if not MIN_SECONDS <= options.seconds <= MAX_SECONDS:
        raise ValueError(f"A sample film lasts {MIN_SECONDS} to {MAX_SECONDS} seconds.")
    for side in (options.width, options.height):
        if not MIN_SIDE <= side <= MAX_SIDE or side % 2:
            raise ValueError(f"Film sides are even and go from {MIN_SIDE} to {MAX_SIDE} pixels.")
    if not 8 <= options.fps <= 30:
        raise ValueError("A sample film has 8 to 30 frames a second.")


def _sound(prompt: str, seed: int, options: VideoOptions) -> bytes:
    if not options.has_sound:
        return bytes(4 * round(options.seconds * RATE))
    return pcm_bytes(compose(prompt, seed, options.seconds))


def _staged(
    reading: Reading, frame: tuple[int, int], options: VideoOptions, inputs: Sequence[bytes]
) -> tuple[Stage, Camera]:
    margin = (frame[0] * _MARGIN, frame[1] * _MARGIN)
    size = (frame[0] + 2 * math.ceil(margin[0]), frame[1] + 2 * math.ceil(margin[1]))
    if inputs:
        reading = repaletted(reading, swatches_of(inputs[0]), 0.7)
    stage = Stage(size, float(min(size)), reading, is_film=True)
    if inputs:
        _picture_layers(stage, inputs[0])
    else:
        paint_motif(stage)
    rng = reading.rng.fork("camera")
    camera = Camera(
        frame,
        margin,
        rng.choice((-1.0, 1.0)) * options.motion,
        rng.uniform(-0.6, 0.6) * options.motion,
        rng.choice((-0.1, 0.1, 0.14)) * min(1.0, options.motion),
        options.seconds,
    )
    return stage, camera


def _picture_layers(stage: Stage, data: bytes) -> None:
    """An input picture set in motion: it breathes in depth, light crosses it, dust floats."""
    p, rng = stage.palette, stage.rng("motion")
    picture = ImageOps.fit(opened(data), stage.size, Image.Resampling.LANCZOS)
    sway, phase = rng.choice((-1.0, 1.0)), rng.uniform(0, 6)

    def breathe(seconds: float) -> Painted:
        def look(u: float, v: float) -> Point:
            # The lower and the middle part count as near: they move more than the rest.
            near = 0.35 * v + 0.65 * math.exp(-((u - 0.5) ** 2 + (v - 0.6) ** 2) * 7)
            beat = math.sin(seconds * 0.9) * sway
            ripple = 0.002 * math.sin(v * 22 + seconds * 2 + phase)
            return 0.5 + (u - 0.5) * (1 - 0.03 * near) + 0.016 * near * beat + ripple, v

        return warped(picture, look, 20), None

    stage.add_moving(breathe, depth=0.25)
    light = flat(stage.size, mix(p.sun, p.second, 0.15))

    def sweep(seconds: float) -> Painted:
        at = (stage.width * (-0.2 + 0.24 * seconds), stage.height * 0.2)
        return light, scaled(glow(stage.size, at, stage.unit * 0.95), 0.4)

    stage.add_moving(sweep, depth=0.3, blend=Blend.SCREEN)
    specks = [(rng.uniform(), rng.uniform(), rng.uniform(0.002, 0.006)) for _ in range(40)]

    def dust(seconds: float) -> Painted:
        outlines = []
        for index, (u, v, size) in enumerate(specks):
            x = (u + 0.014 * seconds * (1 + index % 3)) % 1.0
            y = (v - 0.02 * seconds + 0.01 * math.sin(seconds * 2 + index)) % 1.0
            outlines.append(circle((x * stage.width, y * stage.height), size * stage.unit, 14))
        return light, scaled(shapes(stage.size, outlines, fine=2), 0.5)

    stage.add_moving(dust, depth=0.9, blend=Blend.SCREEN)


def _jpeg(picture: Image.Image) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=86)
    return stream.getvalue()
