"""Bauhaus tiles, marbled paint, and a poster sun over striped waves."""

from __future__ import annotations

import math

from PIL import Image, ImageChops, ImageDraw

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    curve,
    flat,
    gradient,
    noise,
    polygon,
    shapes,
    soft_light,
    strokes,
    toned,
    warped,
)
from mediadesk.providers.sample.media.colour import RGB, mix
from mediadesk.providers.sample.media.motifs.common import circle, with_texture
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Painted, Stage


def paper(stage: Stage, colour: RGB) -> None:
    """A sheet with fibres and uneven tone."""
    stage.add(with_texture(stage, flat(stage.size, colour), "paper", 0.22))


def tiles(stage: Stage) -> None:
    """A grid of quarter discs, arches, stripes and triangles in a few flat colours."""
    p, rng, reading = stage.palette, stage.rng("tiles"), stage.reading
    across = max(3, min(9, reading.count or round(rng.integer(4, 6) / reading.scale)))
    side = math.ceil(stage.unit / across)
    columns, rows = math.ceil(stage.width / side), math.ceil(stage.height / side)
    inks = (p.accent, p.second, p.mid, p.near, p.far, p.paper, mix(p.accent, p.paper, 0.5))
    board = Image.new("RGB", (columns * side, rows * side))
    cells = []
    for row in range(rows):
        for column in range(columns):
            ground, ink, extra = rng.shuffled(inks)[:3]
            tile = _tile(rng, side, ground, ink, extra)
            board.paste(tile, (column * side, row * side))
            cells.append((column * side, row * side, tile, rng.uniform(0.2, 4.0), rng.chance(0.35)))
    fibre = with_texture(stage, flat(stage.size, (128, 128, 128)), "fibre", 0.35).getchannel(0)

    def paint(seconds: float) -> Painted:
        whole = board.copy()
        for x, y, tile, start, turns in cells:
            share = min(1.0, max(0.0, (seconds - start) / 1.1))
            if turns and share > 0:
                eased = share * share * (3 - 2 * share)
                ground = tile.getpixel((1, 1))
                fill = ground if isinstance(ground, tuple) else None
                turned = tile.rotate(-90 * eased, Image.Resampling.BICUBIC, fillcolor=fill)
                whole.paste(turned, (x, y))
        return soft_light(whole.crop((0, 0, *stage.size)), fibre, 0.8), None

    stage.add_moving(paint)


def _tile(rng: Rng, side: int, ground: RGB, ink: RGB, extra: RGB) -> Image.Image:
    fine = 3
    s = side * fine
    tile = Image.new("RGB", (s, s), ground)
    draw = ImageDraw.Draw(tile)
    kind = rng.integer(0, 8)
    if kind == 0:
        draw.pieslice((-s, -s, s, s), 0, 90, fill=ink)
    elif kind == 1:
        draw.pieslice((-s, -s, s, s), 0, 90, fill=ink)
        draw.pieslice((-s // 2, -s // 2, s // 2, s // 2), 0, 90, fill=extra)
    elif kind == 2:
        draw.pieslice((0, -s // 2, s, s // 2), 0, 180, fill=ink)
        draw.pieslice((0, 0, s, s), 0, 180, fill=extra)
    elif kind == 3:
        draw.polygon([(0, 0), (s, 0), (0, s)], fill=ink)
    elif kind == 4:
        draw.ellipse((s * 0.14, s * 0.14, s * 0.86, s * 0.86), fill=ink)
        draw.pieslice((s * 0.14, s * 0.14, s * 0.86, s * 0.86), 90, 270, fill=extra)
    elif kind == 5:
        for index in range(4):
            draw.rectangle((0, s * index / 4, s, s * (index + 0.5) / 4), fill=ink)
    elif kind == 6:
        for index, tone in enumerate((ink, extra, ground, ink)):
            r = s * (1 - index * 0.25)
            draw.pieslice((-r, s - r, r, s + r), 270, 360, fill=tone)
    elif kind == 7:
        draw.pieslice((0, 0, 2 * s, 2 * s), 180, 270, fill=ink)
        draw.pieslice((-s, -s, s, s), 0, 90, fill=extra)
    else:
        draw.polygon([(s / 2, 0), (s, s / 2), (s / 2, s), (0, s / 2)], fill=ink)
        draw.ellipse((s * 0.36, s * 0.36, s * 0.64, s * 0.64), fill=extra)
    tile = tile.rotate(90 * rng.integer(0, 3))
    return tile.reduce(fine)


def marble(stage: Stage) -> None:
    """Poured paint: bands of colour, folded over and over, with light on the folds."""
    p, rng, reading = stage.palette, stage.rng("marble"), stage.reading
    cells = max(2, round(rng.integer(2, 4) / reading.scale))
    base = noise(stage.size, rng.fork("base"), (cells, cells), 5)
    folds = [
        (rng.uniform(0.6, 1.7), rng.uniform(0, math.tau), rng.uniform(-0.6, 0.6)) for _ in range(6)
    ]
    order = rng.shuffled((p.accent, p.paper, p.near, p.second, p.sky[0], p.mid, p.sky[2]))
    stops = [order[0], order[1], order[2], order[3], order[1], order[4], order[5], order[0]]
    beat = rng.uniform(1.3, 2.4)
    soft = curve(base, lambda v: 0.5 + 0.5 * math.sin(v * math.tau * beat + 1))
    strength = rng.uniform(0.075, 0.12)

    def folded(grey: Image.Image, seconds: float) -> Image.Image:
        for step in range(3):
            f1, o1, w1 = folds[step * 2]
            f2, o2, w2 = folds[step * 2 + 1]
            k = strength * (0.9**step)

            def fold(
                u: float, v: float, k: float = k, q: tuple[float, ...] = (f1, o1, w1, f2, o2, w2)
            ) -> Point:
                a = math.tau * (q[0] * v + 0.35 * u) + q[1] + q[2] * seconds
                b = math.tau * (q[3] * u - 0.25 * v) + q[4] + q[5] * seconds
                return (0.07 + 0.86 * u + k * math.sin(a), 0.07 + 0.86 * v + k * math.sin(b))

            grey = warped(grey, fold, 26)
        return grey

    def paint(seconds: float) -> Painted:
        grey = folded(soft, seconds)
        colour = toned(grey, stops)
        near = grey.resize((grey.width // 2, grey.height // 2))
        shift = max(1, round(stage.unit * 0.003))
        edge = ImageChops.subtract(near, ImageChops.offset(near, shift, shift), 0.25, 128)
        return soft_light(colour, blurred(edge, 1.0).resize(grey.size), 0.8), None

    stage.add_moving(paint)


def retro_sun(stage: Stage) -> None:
    """A poster sun cut by stripes, above rolling bands of sea or land."""
    p, rng, reading = stage.palette, stage.rng("retro"), stage.reading
    paper(stage, mix(p.paper, p.sky[2], rng.uniform(0.2, 0.6)))
    if p.is_dark:
        stage.add(
            with_texture(stage, gradient(stage.size, [(0, p.sky[0]), (0.7, p.sky[1])]), "dark", 0.2)
        )
    at = (stage.width * reading.focus, stage.height * rng.uniform(0.36, 0.46))
    radius = stage.unit * rng.uniform(0.24, 0.3) * reading.scale
    disc = polygon(stage.size, circle(at, radius))
    gaps = []
    y, thick = at[1] + radius * rng.uniform(-0.1, 0.15), radius * 0.03
    while y < at[1] + radius:
        gaps.append(
            [
                (at[0] - radius, y),
                (at[0] + radius, y),
                (at[0] + radius, y + thick),
                (at[0] - radius, y + thick),
            ]
        )
        y += radius * 0.17
        thick *= 1.35
    disc = ImageChops.subtract(disc, shapes(stage.size, gaps))
    low = (at[1] + radius) / stage.height
    run = gradient(
        stage.size,
        [
            (0, p.second),
            (low - 0.45, mix(p.second, p.accent, 0.4)),
            (low, p.accent),
            (1.01, p.accent),
        ],
    )
    stage.add(with_texture(stage, run, "disc", 0.25), disc, depth=0.05)
    bands = rng.integer(4, 7)
    tones = (
        p.second,
        p.accent,
        mix(p.accent, p.near, 0.5),
        p.mid,
        p.near,
        mix(p.near, p.ink, 0.6),
        p.ink,
    )
    for index in range(bands):
        _band(stage, rng.fork(index), index / (bands - 1), tones[index % len(tones)])
    if rng.chance(0.6) or {"bird", "birds", "seagull"} & set(reading.words):
        _birds(stage, rng)


def _band(stage: Stage, rng: Rng, share: float, tone: RGB) -> None:
    base = stage.height * (0.6 + 0.36 * share)
    tall = stage.height * rng.uniform(0.02, 0.055)
    waves, phase, speed = rng.uniform(0.6, 1.8), rng.uniform(0, 6), rng.choice((-0.7, 0.7, 0.9))
    colour = with_texture(stage, flat(stage.size, tone), "band", 0.25)

    def paint(seconds: float) -> Painted:
        line = [
            (
                stage.width * i / 80,
                base - tall * math.sin(math.tau * waves * i / 80 + phase + speed * seconds),
            )
            for i in range(81)
        ]
        outline = [*line, (stage.width + 1.0, stage.height + 1.0), (0.0, stage.height + 1.0)]
        return colour, polygon(stage.size, outline, fine=2)

    stage.add_moving(paint, depth=0.1 + 0.5 * share)


def _birds(stage: Stage, rng: Rng) -> None:
    lines = []
    for _ in range(rng.integer(2, 6)):
        x, y = stage.width * rng.uniform(0.1, 0.9), stage.height * rng.uniform(0.08, 0.3)
        span = stage.unit * rng.uniform(0.02, 0.04)
        for side in (-1, 1):
            wing = [
                (x, y),
                (x + side * span * 0.5, y - span * 0.42),
                (x + side * span, y - span * 0.1),
            ]
            lines.append((wing, span * 0.1))
    stage.add(stage.palette.ink, strokes(stage.size, lines), depth=0.1, drift=0.012)
