"""A skyline at dusk, its windows lit, its lights in the river."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    flat,
    gradient,
    polygon,
    scaled,
    shapes,
)
from mediadesk.providers.sample.media.colour import lighten, mix
from mediadesk.providers.sample.media.motifs.common import mist, sky, stars, sun, water
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage

Tower = tuple[float, float, float]


def city(stage: Stage) -> None:
    """Three rows of towers, haze between them, windows that go on and off, a river in front."""
    p, rng, reading = stage.palette, stage.rng("city"), stage.reading
    river = rng.chance(0.65)
    ground = rng.uniform(0.68, 0.76) if river else 0.98
    sky(stage, ground, 0.6)
    if p.is_dark:
        stars(stage, 0.5, 160)
    at = (stage.width * (1 - reading.focus), stage.height * rng.uniform(0.18, 0.42))
    sun(stage, at, stage.unit * rng.uniform(0.05, 0.09), 0.6)
    rows = 4 if river else 5
    for index in range(rows):
        share = index / (rows - 1)
        tall = (0.42 - 0.2 * share) * reading.scale
        base = ground if river else 0.8 + 0.2 * share
        towers = _towers(stage, rng.fork(index), share, tall, base)
        colour = mix(mix(p.sky[2], p.far, 0.7), mix(p.near, p.ink, 0.5), share**0.7)
        run = gradient(
            stage.size,
            [
                (0, lighten(colour, -0.02)),
                (base - tall, colour),
                (base, mix(colour, p.sky[2], 0.3)),
            ],
        )
        outlines = [o for tower in towers for o in _outline(stage, rng, tower, base, share)]
        stage.add(run, shapes(stage.size, outlines, fine=2), depth=0.1 + 0.5 * share)
        if share > 0.2:
            _windows(stage, rng.fork(f"windows{index}"), towers, base, share)
        if index < rows - 1:
            mist(stage, f"haze{index}", base - 0.02, 0.16, 0.35, 0.1 + 0.4 * share)
    if river:
        water(stage, ground, p.ink, 0.3)
        _bank(stage, rng)


def _towers(stage: Stage, rng: Rng, share: float, tall: float, base: float) -> list[Tower]:
    towers = []
    x = -0.03 * stage.width
    while x < stage.width:
        wide = stage.unit * rng.uniform(0.05, 0.12) * (0.75 + 0.5 * share) * stage.reading.scale
        middle = 1.0 - 0.5 * abs((x / stage.width) - stage.reading.focus)
        high = stage.height * tall * middle * rng.uniform(0.4, 1.1)
        towers.append((x, wide, min(high, stage.height * (base - 0.08))))
        x += wide * rng.uniform(0.95, 1.25)
    return towers


def _outline(stage: Stage, rng: Rng, tower: Tower, base: float, share: float) -> list[list[Point]]:
    x, wide, high = tower
    foot, top = stage.height * base + 2, stage.height * base - high
    kind = rng.integer(0, 6)
    body = [(x, foot), (x, top), (x + wide, top), (x + wide, foot)]
    middle = x + wide / 2
    extra: list[list[Point]] = []
    if kind == 0:
        body = [(x, foot), (x, top + wide * 0.4), (x + wide, top), (x + wide, foot)]
    elif kind == 1:
        step = wide * 0.18
        extra.append(
            [
                (x + step, top + 1),
                (x + step, top - wide * 0.3),
                (x + wide - step, top - wide * 0.3),
                (x + wide - step, top + 1),
            ]
        )
        extra.append([(middle - 1, top), (middle, top - wide * 1.1), (middle + 1, top)])
    elif kind == 2:
        extra.append(
            [(x + wide * 0.2, top + 1), (middle, top - wide * 0.8), (x + wide * 0.8, top + 1)]
        )
    elif kind == 3 and share > 0.4:
        extra.append(
            [
                (x + wide * 0.15, top + 1),
                (x + wide * 0.15, top - wide * 0.16),
                (x + wide * 0.5, top - wide * 0.16),
                (x + wide * 0.5, top + 1),
            ]
        )
    return [body, *extra]


def _windows(stage: Stage, rng: Rng, towers: list[Tower], base: float, share: float) -> None:
    p = stage.palette
    steady, blinking = Image.new("L", stage.size, 0), Image.new("L", stage.size, 0)
    pens = ImageDraw.Draw(steady), ImageDraw.Draw(blinking)
    pane = max(1.6, stage.unit * (0.0035 + 0.0035 * share))
    for x, wide, high in towers:
        columns = max(1, int((wide - pane) / (pane * 2.1)))
        rows = int(high / (pane * 2.8))
        crowd = rng.uniform(0.12, 0.6)
        for row in range(1, rows):
            busy = rng.chance(0.75)
            for column in range(columns):
                if not (busy and rng.chance(crowd)):
                    continue
                left = x + pane * 0.8 + column * pane * 2.1
                top = stage.height * base - high + row * pane * 2.8
                pen = pens[1] if rng.chance(0.12) else pens[0]
                pen.rectangle(
                    (left, top, left + pane, top + pane * 1.4), fill=rng.integer(120, 255)
                )
    warm, cool = mix(p.sun, p.second, 0.35), mix(p.second, p.accent, 0.4)
    light = gradient(stage.size, [(0, cool), (0.6, warm), (1.01, warm)])
    stage.add(light, steady, depth=0.1 + 0.5 * share)
    halo = scaled(blurred(steady, stage.unit * 0.008), 0.9)
    stage.add(light, halo, depth=0.1 + 0.5 * share, blend=Blend.SCREEN)

    def paint(seconds: float) -> Painted:
        return light, scaled(blinking, 0.55 + 0.45 * math.sin(seconds * 2.6 + share * 9))

    stage.add_moving(paint, depth=0.1 + 0.5 * share)


def _bank(stage: Stage, rng: Rng) -> None:
    p = stage.palette
    top = stage.height * 0.95
    rail = [
        (-9.0, top),
        (stage.width + 9.0, top),
        (stage.width + 9.0, stage.height + 9.0),
        (-9.0, stage.height + 9.0),
    ]
    outlines = [rail]
    lamps = []
    gap = stage.width / rng.integer(3, 5)
    for index in range(6):
        x = gap * (index + 0.4)
        tall, thin = stage.unit * 0.12, stage.unit * 0.003
        outlines.append(
            [(x - thin, top), (x - thin, top - tall), (x + thin, top - tall), (x + thin, top)]
        )
        lamps.append((x, top - tall))
    stage.add(mix(p.ink, p.near, 0.2), shapes(stage.size, outlines), depth=1.0)
    bulbs = shapes(
        stage.size,
        [
            [
                (x + stage.unit * 0.009 * math.cos(a), y + stage.unit * 0.009 * math.sin(a))
                for a in (math.tau * i / 20 for i in range(20))
            ]
            for x, y in lamps
        ],
    )
    warm = flat(stage.size, mix(p.sun, p.second, 0.3))
    stage.add(warm, blurred(bulbs, stage.unit * 0.02), depth=1.0, blend=Blend.SCREEN)
    stage.add(warm, bulbs, depth=1.0)
    stage.add(warm, scaled(polygon(stage.size, rail), 0.03), depth=1.0)
