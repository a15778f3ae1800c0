"""A road through the desert."""

from __future__ import annotations

from PIL import Image

from mediadesk.providers.sample.media.canvas import (
    Point,
    curve,
    gradient,
    noise,
    polygon,
    shapes,
    soft_light,
)
from mediadesk.providers.sample.media.colour import mix
from mediadesk.providers.sample.media.motifs.common import (
    relief,
    sky,
    stars,
    sun,
)
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Painted, Stage


def road(stage: Stage) -> None:
    """A straight road to the horizon, table mountains, dashes that run towards the viewer."""
    p, rng, reading = stage.palette, stage.rng("road"), stage.reading
    horizon = rng.uniform(0.46, 0.56)
    vanish = (stage.width * reading.focus, stage.height * horizon)
    sky(stage, horizon, 0.65)
    if p.is_dark:
        stars(stage, horizon * 0.8, 220)
    sun(stage, (vanish[0], vanish[1] - stage.unit * 0.1), stage.unit * rng.uniform(0.07, 0.12))
    for index in range(3):
        share = index / 2
        colour = mix(mix(p.sky[2], p.far, 0.7), p.mid, share)
        rock = relief(stage, f"mesa{index}", colour, mix(colour, p.sky[2], 0.3), 0.3, horizon, 0.6)
        outline = _mesas(stage, rng, vanish[1], 0.1 + 0.03 * index)
        stage.add(rock, polygon(stage.size, outline), depth=0.08 + 0.12 * share)
    ground = relief(
        stage, "ground", mix(p.far, p.mid, 0.5), mix(p.mid, p.near, 0.55), horizon, 1, 0.9
    )
    bush = noise(stage.size, rng.fork("bush"), (24, 60), 3)
    ground = soft_light(ground, curve(bush, lambda v: 0.5 - max(0.0, v - 0.62) * 1.4), 1.0)
    box = [(0, vanish[1]), (stage.width, vanish[1]), (stage.width, stage.height), (0, stage.height)]
    stage.add(ground, polygon(stage.size, box, fine=1), depth=0.2)
    _tarmac(stage, vanish)


def _mesas(stage: Stage, rng: Rng, base: float, tall: float) -> list[Point]:
    points: list[Point] = [(-9.0, stage.height * 1.1), (-9.0, base)]
    x, high = -0.02 * stage.width, stage.height * tall * stage.reading.scale
    while x < stage.width:
        flat_top, rise = stage.width * rng.uniform(0.05, 0.16), high * rng.uniform(0.35, 1.0)
        slope = rise * rng.uniform(0.25, 0.5)
        points += [(x, base), (x + slope, base - rise * 0.6), (x + slope * 1.2, base - rise)]
        points += [(x + slope * 1.2 + flat_top, base - rise * rng.uniform(0.9, 1.0))]
        x += slope * 2.4 + flat_top
        points += [(x - slope, base - rise * 0.55), (x, base)]
        x += stage.width * rng.uniform(0.02, 0.25)
    return [*points, (x + 9, base), (x + 9, stage.height * 1.1)]


def _tarmac(stage: Stage, vanish: Point) -> None:
    p, (width, height) = stage.palette, stage.size
    half = stage.width * 0.34 * stage.reading.scale
    foot = width * 0.5 + (width * 0.5 - vanish[0]) * 0.25

    def across(offset: float, depth: float) -> Point:
        """A point on the road: offset -1..1 from the middle, depth 0 (horizon)..1 (viewer)."""
        y = vanish[1] + (height * 1.04 - vanish[1]) * depth
        return vanish[0] + (foot - vanish[0]) * depth + offset * half * depth, y

    edge = [across(-1, 0.004), across(1, 0.004), across(1, 1), across(-1, 1)]
    top = mix(p.near, p.sky[2], 0.35)
    run = gradient(stage.size, [(0, top), (vanish[1] / height, top), (1, mix(p.near, p.ink, 0.4))])
    fine = noise(stage.size, stage.rng("tarmac"), (90, 90), 2)
    stage.add(soft_light(run, fine, 0.5), polygon(stage.size, edge), depth=0.2)
    sides = [
        [across(s * 0.93, 0.004), across(s * 0.95, 0.004), across(s * 0.95, 1), across(s * 0.93, 1)]
        for s in (-1, 1)
    ]
    stage.add(mix(p.paper, p.near, 0.15), shapes(stage.size, sides), depth=0.2)
    paint_colour = Image.new("RGB", stage.size, p.second)

    def paint(seconds: float) -> Painted:
        dashes = []
        for index in range(14):
            far = 1.0 / (0.45 + (index - (seconds * 1.6) % 1.0) * 0.9 + 0.9)
            close = 1.0 / (0.45 + (index - (seconds * 1.6) % 1.0) * 0.9 + 0.45)
            dashes.append(
                [
                    across(-0.025, far),
                    across(0.025, far),
                    across(0.025, close),
                    across(-0.025, close),
                ]
            )
        return paint_colour, shapes(stage.size, dashes, fine=2)

    stage.add_moving(paint, depth=0.2)
