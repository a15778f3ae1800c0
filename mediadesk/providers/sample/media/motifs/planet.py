"""A banded planet in low light, with rings, moons and a nebula."""

from __future__ import annotations

import math

from PIL import Image, ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    curve,
    ellipse,
    gradient,
    lit,
    noise,
    placed,
    polygon,
    ring,
    scaled,
    toned,
    warped,
)
from mediadesk.providers.sample.media.colour import RGB, lighten, mix
from mediadesk.providers.sample.media.motifs.common import (
    stars,
)
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage


def planet(stage: Stage) -> None:
    """A banded planet in low light, rings before and behind it, moons and a nebula."""
    p, rng, reading = stage.palette, stage.rng("planet"), stage.reading
    deep = mix(p.ink, (3, 4, 14), 0.55)
    stage.add(gradient(stage.size, [(0, deep), (1.0, mix(deep, p.sky[0], 0.35))]))
    for index in range(2):
        cloud = noise(stage.size, rng.fork(f"nebula{index}"), (2, 2), 5)
        cloud = curve(cloud, lambda v: max(0.0, v - 0.45) ** 1.4 * 1.5)
        hue = mix((p.accent, p.second)[index], p.sky[1], 0.35)
        stage.add(hue, scaled(cloud, 0.6), depth=0.03, blend=Blend.SCREEN)
    stars(stage, 1.0, 700)
    centre = (stage.width * reading.focus, stage.height * rng.uniform(0.44, 0.56))
    radius = stage.unit * rng.uniform(0.22, 0.29) * reading.scale
    tilt = rng.choice((-1, 1)) * rng.uniform(0.16, 0.5)
    ringed = rng.chance(0.75) or "saturn" in reading.words
    if ringed:
        _rings(stage, rng.fork("rings"), centre, radius, tilt, front=False)
    _globe(stage, rng, centre, radius, tilt, (p.accent, p.second))
    if ringed:
        _rings(stage, rng.fork("rings"), centre, radius, tilt, front=True)
    for index in range(reading.count - 1 if reading.count else rng.integer(1, 3)):
        angle = rng.uniform(0, math.tau)
        away = radius * rng.uniform(1.7, 2.4)
        at = (centre[0] + away * math.cos(angle), centre[1] + away * 0.7 * math.sin(angle))
        tone = mix(p.far, p.paper, 0.4)
        _globe(
            stage,
            rng.fork(f"moon{index}"),
            at,
            radius * rng.uniform(0.06, 0.16),
            tilt,
            (tone, lighten(tone, -0.12)),
        )


def _globe(
    stage: Stage, rng: Rng, centre: Point, radius: float, tilt: float, tones: tuple[RGB, RGB]
) -> None:
    p = stage.palette
    side = max(8, round(radius * 2.2))
    wide = (side * 2, side)
    bands = Image.frombytes("L", (1, 26), rng.noise_bytes(26)).resize(
        wide, Image.Resampling.BICUBIC
    )
    bands = Image.blend(bands, noise(wide, rng.fork("storms"), (6, 20), 4), 0.35)
    a, b = rng.uniform(0, 6), rng.uniform(2, 4)
    bands = warped(
        bands, lambda u, v: (u, v + 0.018 * math.sin(u * 20 + a + 5 * math.sin(v * b * 6)))
    )
    ramp = (
        mix(tones[0], p.ink, 0.55),
        tones[0],
        mix(tones[0], p.paper, 0.5),
        tones[1],
        mix(tones[1], p.paper, 0.6),
    )
    surface = toned(bands, ramp)
    disc = ellipse((side, side), (side / 2, side / 2), (radius, radius))
    light = stage.reading.light_from
    spot = curve(Image.radial_gradient("L"), lambda v: max(0.03, 1.0 - (v * 1.3) ** 2.2))
    shade = placed(
        (side, side),
        spot,
        (side / 2 + light * radius * 0.5, side / 2 - radius * 0.36),
        (radius * 1.62, radius * 1.62),
    )
    shade = Image.merge("RGB", (shade, shade, shade))
    rim = ImageChops.subtract(
        disc,
        placed(
            (side, side),
            disc,
            (side / 2 - light * radius * 0.05, side / 2 + radius * 0.04),
            (side / 2, side / 2),
        ),
    )
    rim = scaled(ImageChops.multiply(blurred(rim, radius * 0.02), disc), 0.55)
    box = (round(centre[0] - side / 2), round(centre[1] - side / 2))
    colour, mask = Image.new("RGB", stage.size), Image.new("L", stage.size, 0)
    mask.paste(disc, box)

    def paint(seconds: float) -> Painted:
        left = (side * 0.25 + seconds * side * 0.03) % side
        face = surface.crop((round(left), 0, round(left) + side, side))
        face = _bulged(face, tilt)
        face = lit(ImageChops.multiply(face, shade), mix(p.sun, tones[1], 0.4), rim)
        colour.paste(face, box)
        return colour, mask

    stage.add_moving(paint, depth=0.3)


def _bulged(face: Image.Image, tilt: float) -> Image.Image:
    """A flat map seen as the near half of a ball, its axis tilted."""
    cos, sin = math.cos(tilt), math.sin(tilt)

    def look(u: float, v: float) -> Point:
        x, y = (u - 0.5) * 2.2, (v - 0.5) * 2.2
        x, y = x * cos + y * sin, y * cos - x * sin
        far = min(0.999, math.hypot(x, y))
        grow = math.asin(far) / max(1e-6, far) / (math.pi / 2)
        return 0.5 + x * grow * 0.45, 0.5 + y * grow * 0.45

    return warped(face, look, 28)


def _rings(
    stage: Stage, rng: Rng, centre: Point, radius: float, tilt: float, *, front: bool
) -> None:
    p, flatness = stage.palette, rng.uniform(0.16, 0.3)
    half = _half_plane(stage, centre, tilt, front=front)
    for index in range(9):
        outer = radius * (1.28 + 0.105 * index + rng.uniform(0, 0.03))
        inner = outer - radius * rng.uniform(0.03, 0.1)
        strength = rng.uniform(0.25, 0.95)
        band = ImageChops.subtract(
            polygon(stage.size, ring(centre, (outer, outer * flatness), tilt)),
            polygon(stage.size, ring(centre, (inner, inner * flatness), tilt)),
        )
        tone = mix(mix(p.second, p.paper, 0.5), p.accent, rng.uniform(0, 0.6))
        shade = gradient(
            stage.size,
            [(0, tone), (0.5, mix(tone, p.ink, 0.15)), (1, mix(tone, p.ink, 0.6))],
            across=True,
        )
        if stage.reading.light_from > 0:
            shade = shade.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        stage.add(shade, scaled(ImageChops.multiply(band, half), strength), depth=0.3)


def _half_plane(stage: Stage, centre: Point, tilt: float, *, front: bool) -> Image.Image:
    far = math.hypot(*stage.size)
    way = math.pi / 2 + tilt if front else -math.pi / 2 + tilt
    along = (math.cos(tilt) * far, math.sin(tilt) * far)
    down = (math.cos(way) * far, math.sin(way) * far)
    outline = [
        (centre[0] - along[0], centre[1] - along[1]),
        (centre[0] + along[0], centre[1] + along[1]),
        (centre[0] + along[0] + down[0], centre[1] + along[1] + down[1]),
        (centre[0] - along[0] + down[0], centre[1] - along[1] + down[1]),
    ]
    return polygon(stage.size, outline, fine=1)
