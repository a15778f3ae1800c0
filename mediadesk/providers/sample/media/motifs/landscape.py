"""Mountains in mist, dunes, and a forest in fog."""

from __future__ import annotations

import math

from PIL import Image, ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    fade,
    gradient,
    polygon,
    scaled,
    shapes,
    soft_light,
    strokes,
    warped,
)
from mediadesk.providers.sample.media.colour import lighten, mix
from mediadesk.providers.sample.media.motifs.common import (
    hill,
    mist,
    relief,
    ridge,
    sky,
    stars,
    sun,
    water,
)
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage


def mountains(stage: Stage) -> None:
    """Ranges behind each other, paler with distance, mist between them, perhaps a lake."""
    p, rng, reading = stage.palette, stage.rng("mountains"), stage.reading
    sky(stage, 0.75, rng.uniform(0.25, 0.7))
    if p.is_dark:
        stars(stage, 0.6, 260)
    radius = stage.unit * rng.uniform(0.05, 0.085) * reading.scale
    at = (stage.width * (1 - reading.focus), stage.height * rng.uniform(0.16, 0.34))
    sun(stage, at, radius, 0.75)
    lake = rng.chance(0.4)
    count = max(3, min(8, reading.count or rng.integer(4, 6)))
    top, bottom = (0.42, 0.6) if lake else (0.42, 0.92)
    for index in range(count):
        share = index / (count - 1)
        base = top + (bottom - top) * share
        colour = mix(mix(p.sky[2], p.far, 0.75), mix(p.mid, p.near, share), share**0.8)
        tall = stage.height * rng.uniform(0.09, 0.2) * (1.15 - 0.5 * share) * reading.scale
        outline = ridge(rng, stage.size, stage.height * base, tall, rng.uniform(0.45, 0.9))
        low = mix(colour, p.sky[2], 0.62 * (1 - share * 0.7))
        rock = relief(
            stage, f"rock{index}", colour, low, base - 0.08, base + 0.2, 0.35 + share * 0.5
        )
        stage.add(rock, polygon(stage.size, outline), depth=0.1 + 0.8 * share)
        if index < count - 1:
            mist(
                stage, f"mist{index}", base + 0.1, 0.12, 0.5 * (1 - share * 0.6), 0.1 + 0.7 * share
            )
    if lake:
        water(stage, 0.66, p.near, 0.3, calm=1.3)
        shore = hill(rng, stage.size, stage.height * 1.0, stage.height * 0.05, 1.6)
        stage.add(p.ink, polygon(stage.size, shore), depth=1.0)


def dunes(stage: Stage) -> None:
    """Sand in raking light: every crest has a bright side, a dark side and wind ripples."""
    p, rng, reading = stage.palette, stage.rng("dunes"), stage.reading
    sky(stage, 0.55, 0.3)
    sun(
        stage,
        (stage.width * (1 - reading.focus), stage.height * rng.uniform(0.14, 0.3)),
        stage.unit * rng.uniform(0.045, 0.08),
    )
    count = reading.count if reading.count and reading.count > 2 else rng.integer(4, 6)
    ripples = _ripples(stage, rng.fork("ripples"))
    for index in range(count):
        share = index / (count - 1)
        base = stage.height * (0.5 + 0.42 * share)
        lit_side = mix(mix(p.sky[2], p.far, 0.6), mix(p.far, p.mid, 0.45), share)
        dark_side = mix(mix(p.far, p.mid, 0.55), mix(p.mid, p.near, 0.6), share)
        _dune(stage, rng, base, share, (lit_side, dark_side), ripples)
    if reading.scale < 0.8 or rng.chance(0.35):
        _caravan(stage, rng)


def _dune(
    stage: Stage,
    rng: Rng,
    base: float,
    share: float,
    sides: tuple[tuple[int, int, int], tuple[int, int, int]],
    ripples: Image.Image,
) -> None:
    width, height = stage.size
    tall = height * rng.uniform(0.1, 0.17) * stage.reading.scale * (0.6 + 0.6 * share)
    peak = width * (stage.reading.focus + rng.uniform(-0.4, 0.4))
    spread = width * rng.uniform(0.32, 0.6)
    line: list[Point] = []
    for i in range(121):
        x = width * (i / 120 * 1.1 - 0.05)
        off = (x - peak) / spread
        y = (
            base
            - tall * math.exp(-(abs(off) ** 1.5) * 1.4)
            - tall * 0.16 * math.sin(off * 3 + share)
        )
        line.append((x, y))
    body = polygon(stage.size, [*line, (width * 1.06, height * 1.1), (-width * 0.06, height * 1.1)])
    crest = min(line, key=lambda point: point[1])
    side = stage.reading.light_from
    ground = soft_light(_run(stage, sides[0], base, tall), ripples, 0.25 + 0.45 * share)
    stage.add(ground, body, depth=0.15 + 0.75 * share)
    shadow = _shadow_side(stage, rng, line, crest, side, tall)
    dark = soft_light(_run(stage, sides[1], base, tall), ripples, 0.2 + 0.3 * share)
    stage.add(dark, ImageChops.multiply(shadow, body), depth=0.15 + 0.75 * share)


def _run(stage: Stage, colour: tuple[int, int, int], base: float, tall: float) -> Image.Image:
    start, end = (base - tall) / stage.height, (base + tall * 2.5) / stage.height
    low = mix(colour, stage.palette.near, 0.22)
    return gradient(stage.size, [(0, lighten(colour, 0.03)), (start, colour), (end, low), (2, low)])


def _shadow_side(
    stage: Stage, rng: Rng, line: list[Point], crest: Point, side: float, tall: float
) -> Image.Image:
    """The slope turned from the sun, bounded by the crest line and a winding foot line."""
    reach = stage.width * 2.0
    bend = rng.uniform(0.5, 1.2)
    down: list[Point] = []
    for i in range(41):
        u = i / 40
        x = crest[0] + side * stage.width * 0.16 * math.sin(u * math.pi * bend) * (1 - u * 0.4)
        down.append((x, crest[1] + tall * 3.6 * u))
    away = [p for p in line if 0 <= (p[0] - crest[0]) * side * -1 <= reach]
    away.sort(key=lambda p: abs(p[0] - crest[0]))
    if len(away) < 2:
        return Image.new("L", stage.size, 0)
    far = away[-1]
    outline = [*away, (far[0], far[1] + tall * 3.6), *reversed(down)]
    mask = blurred(polygon(stage.size, outline), stage.unit * 0.0016)
    top, foot = crest[1] / stage.height, (crest[1] + tall * 3.0) / stage.height
    return ImageChops.multiply(mask, fade(stage.size, [(0, 1), (top, 1), (foot, 0.1), (2, 0.1)]))


def _ripples(stage: Stage, rng: Rng) -> Image.Image:
    """Fine wind lines, closer together in the distance and bent by the ground."""
    lines = Image.new("L", (1, stage.height), 128)
    values, phase = [], 0.0
    for y in range(stage.height):
        share = y / stage.height
        phase += 2.2 / (1.5 + 11 * max(0.0, share - 0.4) * stage.unit / 1000 * 4)
        values.append(round(128 + 52 * math.sin(phase)))
    lines.putdata(values)
    wide = lines.resize(stage.size)
    a, b = rng.uniform(0, 6), rng.uniform(2.0, 4.0)
    return warped(
        wide,
        lambda u, v: (u, v + 0.03 * math.sin(u * b * 2 + a) + 0.012 * math.sin(u * 17 + v * 9)),
        32,
    )


def _caravan(stage: Stage, rng: Rng) -> None:
    marks: list[list[Point]] = []
    x, y = stage.width * rng.uniform(0.25, 0.6), stage.height * rng.uniform(0.62, 0.7)
    tall = stage.unit * 0.026
    for index in range(rng.integer(2, 5)):
        px = x + index * tall * rng.uniform(0.9, 1.3)
        py = y + index * tall * 0.12
        marks.append([(px - tall * 0.12, py), (px, py - tall), (px + tall * 0.14, py)])
        marks.append([(px, py), (px + tall * 1.1, py + tall * 0.22), (px + tall * 0.2, py + 1)])
    stage.add(stage.palette.ink, shapes(stage.size, marks), depth=0.6)


def forest(stage: Stage) -> None:
    """Rows of firs that sink into fog, with shafts of light between them."""
    p, rng, reading = stage.palette, stage.rng("forest"), stage.reading
    sky(stage, 0.9, 0.35)
    light = (stage.width * reading.focus, stage.height * rng.uniform(0.12, 0.28))
    sun(stage, light, stage.unit * 0.06, 0.95)
    rows = rng.integer(4, 5)
    for index in range(rows):
        share = index / (rows - 1)
        colour = mix(mix(p.sky[2], p.far, 0.55), mix(p.mid, p.ink, 0.8), share**1.2)
        ground = 0.62 + 0.34 * share
        outlines = _firs(stage, rng, share, ground, index == rows - 1)
        low = mix(colour, p.sky[2], 0.5 * (1 - share))
        wood = relief(stage, f"wood{index}", colour, low, ground - 0.3, ground + 0.1, 0.5)
        stage.add(wood, shapes(stage.size, outlines, fine=2), depth=0.15 + 0.85 * share)
        if index < rows - 1:
            mist(stage, f"fog{index}", ground, 0.24, 0.78 - 0.3 * share, 0.15 + 0.6 * share)
        if index == rows - 2:
            _shafts(stage, rng, light)
    if {"deer", "stag", "elk"} & set(reading.words) or rng.chance(0.25):
        _deer(stage, rng)


def _firs(stage: Stage, rng: Rng, share: float, ground: float, front: bool) -> list[list[Point]]:
    tall = stage.height * (0.2 + 0.42 * share) * stage.reading.scale
    gap = stage.width * (0.035 + 0.1 * share)
    floor = hill(rng, stage.size, stage.height * ground, stage.height * 0.03, 1.4)
    outlines = [floor]
    x = -gap
    while x < stage.width + gap:
        near_focus = abs(x / stage.width - stage.reading.focus) < 0.2
        if not (front and near_focus and not rng.chance(0.08)):
            size = tall * rng.uniform(0.55, 1.15)
            outlines.append(_fir(rng, (x, stage.height * (ground + 0.035)), size))
        x += gap * rng.uniform(0.45, 1.5)
    return outlines


def _fir(rng: Rng, foot: Point, tall: float) -> list[Point]:
    """One fir as a ragged outline of drooping boughs."""
    tiers = rng.integer(9, 14)
    left: list[Point] = []
    right: list[Point] = []
    wide = tall * rng.uniform(0.16, 0.23)
    for tier in range(tiers):
        u = (tier + 1) / tiers
        y = foot[1] - tall + tall * 0.93 * u
        span = wide * u**0.85
        for side, points in ((-1, left), (1, right)):
            out = span * rng.uniform(0.72, 1.12)
            points.append((foot[0] + side * out, y + span * 0.18))
            points.append((foot[0] + side * span * 0.42, y - tall * 0.006))
    trunk = tall * 0.016
    base = [(foot[0] + trunk, foot[1]), (foot[0] - trunk, foot[1])]
    return [(foot[0], foot[1] - tall), *right, *base, *reversed(left)]


def _shafts(stage: Stage, rng: Rng, light: Point) -> None:
    beams: list[list[Point]] = []
    for _ in range(rng.integer(4, 7)):
        angle = math.pi / 2 + rng.around(0.0, 0.75)
        spread, far = rng.uniform(0.015, 0.05), stage.height * 1.5
        ends = [
            (light[0] + far * math.cos(angle + s), light[1] + far * math.sin(angle + s))
            for s in (-spread, spread)
        ]
        beams.append([light, *ends])
    mask = blurred(shapes(stage.size, beams, fine=1), stage.unit * 0.012)
    reach = fade(stage.size, [(0.0, 1.0), (0.3, 0.9), (0.95, 0.0), (1.01, 0.0)])
    mask = scaled(ImageChops.multiply(mask, reach), 0.5)

    def paint(seconds: float) -> Painted:
        return colour, scaled(mask, 0.8 + 0.2 * math.sin(seconds * 1.3))

    colour = Image.new("RGB", stage.size, mix(stage.palette.sun, stage.palette.sky[2], 0.3))
    stage.add_moving(paint, depth=0.4, blend=Blend.SCREEN)


def _deer(stage: Stage, rng: Rng) -> None:
    s = stage.unit * 0.13 * stage.reading.scale
    x, y = stage.width * (stage.reading.focus + 0.02), stage.height * 0.93
    flip = stage.reading.light_from
    body = [
        (-0.5, -0.55),
        (-0.42, -0.72),
        (0.1, -0.7),
        (0.3, -0.86),
        (0.36, -1.06),
        (0.5, -1.1),
        (0.62, -1.0),
        (0.6, -0.95),
        (0.46, -0.94),
        (0.4, -0.72),
        (0.34, -0.5),
        (0.32, 0.0),
        (0.28, 0.0),
        (0.25, -0.42),
        (0.16, -0.45),
        (0.18, 0.0),
        (0.14, 0.0),
        (0.08, -0.44),
        (-0.3, -0.46),
        (-0.3, 0.0),
        (-0.34, 0.0),
        (-0.37, -0.38),
        (-0.44, -0.3),
        (-0.42, 0.0),
        (-0.46, 0.0),
        (-0.5, -0.35),
    ]
    points = [(x + flip * px * s, y + py * s) for px, py in body]
    horns = []
    for lean in (-0.12, 0.1):
        beam = [(0.42, -1.08), (0.42 + lean, -1.3), (0.46 + lean * 1.4, -1.5)]
        tine = [(0.42 + lean, -1.3), (0.56 + lean, -1.42)]
        horns += [beam, tine]
    lines = [([(x + flip * a * s, y + b * s) for a, b in line], s * 0.028) for line in horns]
    mask = ImageChops.lighter(polygon(stage.size, points), strokes(stage.size, lines))
    stage.add(mix(stage.palette.ink, stage.palette.near, 0.35), mask, depth=0.85)
    rng.uniform()
