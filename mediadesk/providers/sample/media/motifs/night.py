"""Aurora over a lake, and a lighthouse with its beam."""

from __future__ import annotations

import math

from PIL import Image, ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    curve,
    fade,
    flat,
    glow,
    gradient,
    polygon,
    scaled,
    shaded,
    shapes,
    warped,
)
from mediadesk.providers.sample.media.colour import lighten, mix, turn
from mediadesk.providers.sample.media.motifs.common import (
    hill,
    relief,
    ridge,
    sky,
    stars,
    sun,
    water,
)
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage


def aurora(stage: Stage) -> None:
    """Waving curtains of light over hills and their mirror image in still water."""
    p, rng, reading = stage.palette, stage.rng("aurora"), stage.reading
    horizon = rng.uniform(0.6, 0.72)
    dark = [mix(colour, (2, 4, 18), 0.45) for colour in p.sky]
    stage.add(gradient(stage.size, [(0, dark[0]), (horizon * 0.6, dark[1]), (horizon, dark[2])]))
    stars(stage, horizon, 420)
    count = max(2, min(5, reading.count or rng.integer(2, 4)))
    for index in range(count):
        _curtain(stage, rng.fork(index), horizon, index)
    for index in range(2):
        tall = stage.height * rng.uniform(0.05, 0.1) * reading.scale
        outline = ridge(rng, stage.size, stage.height * (horizon - 0.03), tall, 0.4)
        colour = mix(mix(p.far, p.sky[2], 0.2), p.ink, 0.45 + 0.4 * index)
        stage.add(colour, polygon(stage.size, outline), depth=0.15 + 0.1 * index)
    water(stage, horizon, p.ink, 0.22, calm=1.5)
    shore = _firs_on_shore(stage, rng)
    stage.add(p.ink, shore, depth=0.95)


def _curtain(stage: Stage, rng: Rng, horizon: float, index: int) -> None:
    p = stage.palette
    base = horizon * rng.uniform(0.55, 0.9) - 0.04 * index
    tall = rng.uniform(0.35, 0.6)
    strip = Image.frombytes("L", (90, 1), rng.noise_bytes(90)).resize((360, 1))
    fine = Image.frombytes("L", (360, 1), rng.noise_bytes(360))
    strip = Image.blend(strip, fine, 0.25)
    rays = curve(strip.resize(stage.size, Image.Resampling.BICUBIC), lambda v: 0.25 + 0.75 * v)
    top = max(0.0, base - tall)
    envelope = fade(
        stage.size,
        [
            (0, 0),
            (top, 0.0),
            (base - tall * 0.35, 0.35),
            (base - 0.03, 1.0),
            (base, 0.0),
            (1.01, 0),
        ],
    )
    ends = fade(stage.size, [(0.0, 0.3), (rng.uniform(0.2, 0.8), 1.0), (1.0, 0.25)], across=True)
    body = ImageChops.multiply(ImageChops.multiply(rays, envelope), ends)
    green, violet = lighten(p.accent, 0.06), turn(p.second, 0)
    colour = gradient(
        stage.size,
        [
            (0, violet),
            (top, violet),
            (base - tall * 0.4, mix(green, violet, 0.4)),
            (base - 0.06, green),
            (1.01, green),
        ],
    )
    freq, offset, high = rng.uniform(0.8, 1.6), rng.uniform(0, math.tau), rng.uniform(0.05, 0.1)
    speed = rng.choice((-0.5, 0.5))

    def paint(seconds: float) -> Painted:
        def bend(u: float, v: float) -> Point:
            turn_at = math.tau * freq * u + offset + seconds * speed
            shift = high * math.sin(turn_at) + high * 0.45 * math.sin(turn_at * 2.3 + 1)
            return u + 0.02 * math.sin(turn_at * 1.7), v + shift

        return colour, scaled(warped(body, bend, 22), 0.95)

    stage.add_moving(paint, depth=0.03, blend=Blend.SCREEN)


def _firs_on_shore(stage: Stage, rng: Rng) -> Image.Image:
    outline = hill(rng, stage.size, stage.height * 0.965, stage.height * 0.03, 1.3)
    outlines = [outline]
    side = 0.0 if stage.reading.focus > 0.5 else 0.72
    for _ in range(rng.integer(6, 11)):
        x = stage.width * (side + rng.uniform(0.0, 0.28))
        tall = stage.height * rng.uniform(0.1, 0.26) * stage.reading.scale
        foot = stage.height * 0.985
        tree: list[Point] = [(x, foot - tall)]
        for side_of in (1, -1):
            line = []
            for tier in range(8):
                u = (tier + 1) / 8
                span = tall * 0.17 * u
                line.append((x + side_of * span, foot - tall + tall * u + span * 0.15))
                line.append((x + side_of * span * 0.45, foot - tall + tall * u))
            tree += line if side_of == 1 else list(reversed(line))
        outlines.append(tree)
    return shapes(stage.size, outlines)


def lighthouse(stage: Stage) -> None:
    """A tower on a rock, its beam sweeping over a dark sea."""
    p, rng, reading = stage.palette, stage.rng("lighthouse"), stage.reading
    horizon = rng.uniform(0.64, 0.74)
    sky(stage, horizon, 0.7)
    if p.is_dark:
        stars(stage, horizon * 0.9, 260)
        moon = (stage.width * (1.0 - reading.focus) * 0.9, stage.height * rng.uniform(0.12, 0.25))
        sun(stage, moon, stage.unit * rng.uniform(0.03, 0.05), 0.45)
    else:
        at = (stage.width * (1.0 - reading.focus), stage.height * (horizon - 0.06))
        sun(stage, at, stage.unit * 0.06, 0.8)
    water(stage, horizon, mix(p.near, p.sky[1], 0.25), 0.5, calm=0.8)
    x = stage.width * (0.72 if reading.focus >= 0.5 else 0.28)
    tall = stage.height * 0.4 * reading.scale
    foot = stage.height * (horizon + 0.02)
    lamp = (x, foot - tall * 1.04)
    _beam(stage, rng, lamp)
    _rock(stage, rng, x, foot)
    _tower(stage, x, foot, tall)
    stage.add(
        mix(p.sun, p.second, 0.25),
        glow(stage.size, lamp, tall * 0.5),
        depth=0.4,
        blend=Blend.SCREEN,
    )


def _beam(stage: Stage, rng: Rng, lamp: Point) -> None:
    start = rng.uniform(0.1, 0.45)
    far = math.hypot(*stage.size) * 1.1
    colour = flat(stage.size, mix(stage.palette.sun, stage.palette.second, 0.2))
    reach = glow(stage.size, lamp, far * 0.8, power=0.9)

    def paint(seconds: float) -> Painted:
        outlines: list[list[Point]] = []
        sweep = start * math.cos(seconds * 0.55) + 0.08
        for base, width in ((math.pi + sweep, 0.055), (-sweep * 0.6, 0.045)):
            for spread in (width, width * 0.5):
                ends = [
                    (lamp[0] + far * math.cos(base + s), lamp[1] + far * math.sin(base + s))
                    for s in (-spread, spread)
                ]
                outlines.append([lamp, *ends])
        mask = shapes(stage.size, outlines, fine=1)
        mask = blurred(mask, stage.unit * 0.007)
        return colour, scaled(ImageChops.multiply(mask, reach), 0.85)

    stage.add_moving(paint, depth=0.4, blend=Blend.SCREEN)


def _rock(stage: Stage, rng: Rng, x: float, foot: float) -> None:
    p, width = stage.palette, stage.width
    line = []
    for index in range(81):
        u = index / 40 - 1
        away = abs(u) ** (1.7 if u * (x - width / 2) > 0 else 1.4)
        rough = rng.uniform(-1, 1) * stage.unit * 0.008
        line.append((x + u * width * 0.5, foot + away * stage.height * 0.42 + rough))
    outline = [*line, (line[-1][0], stage.height * 1.1), (line[0][0], stage.height * 1.1)]
    rock = relief(stage, "rock", mix(p.near, p.far, 0.35), p.ink, foot / stage.height, 0.92, 1.0)
    stage.add(rock, polygon(stage.size, outline), depth=0.42)
    front = ridge(rng, stage.size, stage.height * 1.0, stage.height * 0.035, 0.8)
    stage.add(mix(p.ink, (0, 0, 0), 0.3), polygon(stage.size, front), depth=1.0)


def _tower(stage: Stage, x: float, foot: float, tall: float) -> None:
    p = stage.palette
    low, high = tall * 0.115, tall * 0.075
    body = [
        (x - low, foot + tall * 0.05),
        (x - high, foot - tall * 0.92),
        (x + high, foot - tall * 0.92),
        (x + low, foot + tall * 0.05),
    ]
    bands = flat(stage.size, mix(p.paper, p.sky[1], 0.15))
    stripe = mix(p.accent, p.ink, 0.15)
    for index in (0, 2):
        y = foot - tall * (0.15 + 0.22 * index)
        box = [(x - low, y), (x + low, y), (x + low, y - tall * 0.2), (x - low, y - tall * 0.2)]
        bands.paste(stripe, (0, 0), polygon(stage.size, box))
    dark = fade(
        (round(low * 2) + 1, 1), [(0, 0.75), (0.35, 0.0), (0.6, 0.1), (1, 0.9)], across=True
    )
    shade = Image.new("L", stage.size, 0)
    shade.paste(dark.resize((dark.width, stage.height)), (round(x - low), 0))
    bands = shaded(bands, mix(p.ink, p.sky[0], 0.4), shade)
    stage.add(bands, polygon(stage.size, body), depth=0.42)
    top = foot - tall * 0.92
    gallery = [
        (x - high * 1.5, top),
        (x + high * 1.5, top),
        (x + high * 1.3, top + tall * 0.03),
        (x - high * 1.3, top + tall * 0.03),
    ]
    dome = closed_dome(x, top - tall * 0.15, high * 1.0, tall * 0.09)
    stage.add(p.ink, shapes(stage.size, [gallery, dome]), depth=0.42)
    room = [
        (x - high * 0.8, top),
        (x - high * 0.8, top - tall * 0.15),
        (x + high * 0.8, top - tall * 0.15),
        (x + high * 0.8, top),
    ]
    stage.add(mix(p.sun, p.second, 0.35), polygon(stage.size, room), depth=0.42)
    post = tall * 0.006
    posts = [
        [
            (x + o - post, top),
            (x + o + post, top),
            (x + o + post, top - tall * 0.15),
            (x + o - post, top - tall * 0.15),
        ]
        for o in (-high * 0.5, 0.0, high * 0.5)
    ]
    stage.add(p.ink, shapes(stage.size, posts), depth=0.42)


def closed_dome(x: float, y: float, half: float, tall: float) -> list[Point]:
    """A pointed cap over a width."""
    arc = [
        (x + half * math.cos(a), y - tall * math.sin(a))
        for a in (math.pi * i / 24 for i in range(25))
    ]
    return [(x + half, y), *arc[:12], (x, y - tall * 1.6), *arc[13:], (x - half, y)]
