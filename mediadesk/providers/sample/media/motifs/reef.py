"""Under water: shafts of light, a coral garden, a shoal and rising bubbles."""

from __future__ import annotations

import math

from PIL import Image, ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    curve,
    fade,
    flat,
    gradient,
    noise,
    polygon,
    ring,
    scaled,
    shapes,
    strokes,
    warped,
)
from mediadesk.providers.sample.media.colour import RGB, lighten, mix
from mediadesk.providers.sample.media.motifs.common import circle, hill, mist, relief
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage


def reef(stage: Stage) -> None:
    """Blue depth with light from above, corals in rows, fish that swim through."""
    p, rng, reading = stage.palette, stage.rng("reef"), stage.reading
    deep = mix(p.sky[0], p.ink, 0.35)
    stage.add(
        gradient(
            stage.size,
            [(0, mix(p.sky[1], p.sky[2], 0.45)), (0.3, p.sky[1]), (0.75, p.sky[0]), (1, deep)],
        )
    )
    _shafts(stage, rng)
    whale = bool({"whale", "dolphin", "shark", "orca"} & set(reading.words)) or rng.chance(0.25)
    if whale:
        _whale(stage, rng)
    for index in range(3):
        share = index / 2
        floor = 0.76 + 0.12 * share
        tone = mix(mix(p.sky[0], p.far, 0.35), p.ink, 0.25 + 0.45 * share)
        outline = hill(rng, stage.size, stage.height * floor, stage.height * 0.07, 1.5)
        rock = relief(
            stage,
            f"floor{index}",
            lighten(tone, 0.05),
            mix(tone, p.ink, 0.4),
            floor - 0.06,
            1.0,
            0.9,
        )
        _corals(stage, rng.fork(index), share, floor)
        stage.add(rock, polygon(stage.size, outline), depth=0.2 + 0.7 * share)
        if index < 2:
            mist(stage, f"blue{index}", floor, 0.2, 0.3, 0.2 + 0.4 * share)
    count = min(40, (reading.count or rng.integer(4, 9)) * (1 if reading.count else 3))
    for index in range(count):
        _fish(stage, rng.fork(f"fish{index}"), index)
    _bubbles(stage, rng)


def _shafts(stage: Stage, rng: Rng) -> None:
    p = stage.palette
    source = (stage.width * stage.reading.focus, -stage.height * 0.5)
    beams = []
    for _ in range(rng.integer(6, 10)):
        way = math.pi / 2 + rng.around(0, 0.55)
        ends = [
            (
                source[0] + 3 * stage.height * math.cos(way + s),
                source[1] + 3 * stage.height * math.sin(way + s),
            )
            for s in (-rng.uniform(0.01, 0.04), rng.uniform(0.01, 0.04))
        ]
        beams.append([source, *ends])
    mask = blurred(shapes(stage.size, beams, fine=1), stage.unit * 0.014)
    mask = ImageChops.multiply(
        mask, fade(stage.size, [(0, 0.85), (0.5, 0.4), (0.95, 0), (1.01, 0)])
    )
    web = curve(noise(stage.size, rng, (9, 7), 2), lambda v: max(0.0, 1 - abs(v - 0.5) * 9))
    web = ImageChops.multiply(web, fade(stage.size, [(0, 0.6), (0.22, 0.0), (1.01, 0)]))
    mask = ImageChops.lighter(mask, web)
    light = flat(stage.size, mix(p.sun, p.sky[2], 0.4))

    def paint(seconds: float) -> Painted:
        moved = warped(mask, lambda u, v: (u + 0.02 * math.sin(v * 5 + seconds * 1.4) * v, v), 14)
        return light, scaled(moved, 0.6)

    stage.add_moving(paint, depth=0.05, blend=Blend.SCREEN)


def _corals(stage: Stage, rng: Rng, share: float, floor: float) -> None:
    p = stage.palette
    tones = (p.accent, p.second, mix(p.accent, p.second, 0.5), mix(p.far, p.accent, 0.3), p.mid)
    for index in range(rng.integer(5, 8)):
        x = stage.width * (index + rng.uniform(0, 1)) / 7
        tall = stage.unit * rng.uniform(0.1, 0.22) * (0.6 + 0.7 * share) * stage.reading.scale
        foot = (x, stage.height * (floor + 0.05))
        tone = mix(mix(tones[rng.integer(0, 4)], p.sky[0], 0.62 - 0.5 * share), p.ink, 0.1)
        kind = rng.integer(0, 2)
        if kind == 0:
            lines = _branches(rng, foot, -math.pi / 2, tall, 5)
            stage.add(tone, strokes(stage.size, lines), depth=0.2 + 0.7 * share)
        elif kind == 1:
            _weed(stage, rng, foot, tall * 1.5, tone, 0.2 + 0.7 * share)
        else:
            _brain(stage, rng, foot, tall * 0.55, tone, 0.2 + 0.7 * share)


def _branches(
    rng: Rng, at: Point, way: float, long: float, left: int
) -> list[tuple[list[Point], float]]:
    step = long * 0.36
    end = (at[0] + step * math.cos(way), at[1] + step * math.sin(way))
    lines = [([at, end], long * 0.085)]
    if left:
        for turn in (rng.uniform(-0.7, -0.2), rng.uniform(0.2, 0.7)):
            lines += _branches(rng, end, way + turn, long * rng.uniform(0.72, 0.88), left - 1)
    return lines


def _weed(stage: Stage, rng: Rng, foot: Point, tall: float, tone: RGB, depth: float) -> None:
    blades = [(rng.uniform(-0.3, 0.3), rng.uniform(0.6, 1.0), rng.uniform(0, 6)) for _ in range(6)]
    colour = flat(stage.size, tone)

    def paint(seconds: float) -> Painted:
        lines = []
        for lean, high, phase in blades:
            line = [
                (
                    foot[0]
                    + tall * (lean * u + 0.07 * math.sin(u * 7 + phase + seconds * 1.8) * u),
                    foot[1] - tall * high * u,
                )
                for u in (i / 14 for i in range(15))
            ]
            lines.append((line, tall * 0.03))
        return colour, strokes(stage.size, lines, fine=2)

    stage.add_moving(paint, depth=depth)


def _brain(stage: Stage, rng: Rng, foot: Point, size: float, tone: RGB, depth: float) -> None:
    dome = [
        (foot[0] + size * math.cos(a), foot[1] - size * math.sin(a))
        for a in (math.pi * i / 40 for i in range(41))
    ]
    mask = polygon(stage.size, dome)
    folds = curve(noise(stage.size, rng, (40, 40), 2), lambda v: max(0.0, 1 - abs(v - 0.5) * 8))
    high = (foot[1] - size) / stage.height
    run = gradient(
        stage.size,
        [
            (0, lighten(tone, 0.1)),
            (high, lighten(tone, 0.1)),
            (foot[1] / stage.height, lighten(tone, -0.16)),
            (2, tone),
        ],
    )
    stage.add(run, mask, depth=depth)
    stage.add(lighten(tone, -0.14), scaled(ImageChops.multiply(folds, mask), 0.6), depth=depth)


def _fish(stage: Stage, rng: Rng, index: int) -> None:
    p = stage.palette
    size = stage.unit * rng.uniform(0.018, 0.05) * stage.reading.scale
    x = stage.width * (stage.reading.focus + rng.around(0, 0.42))
    y = stage.height * rng.uniform(0.22, 0.72)
    flip, speed = stage.reading.light_from, rng.uniform(0.03, 0.07) * stage.width
    haze = 0.25 - size / stage.unit
    tone = mix((p.accent, p.second, p.paper, p.sun)[index % 4], p.sky[0], haze)
    phase = rng.uniform(0, 6)
    side = round(size * 4)
    colour = Image.new("RGB", stage.size)

    def paint(seconds: float) -> Painted:
        wag = 0.35 * math.sin(seconds * 9 + phase)
        bob = size * 0.4 * math.sin(seconds * 1.3 + phase)
        corner = (round(x - flip * speed * seconds - side / 2), round(y + bob - side / 2))
        body, outline = _fish_stamp(stage, side, size, wag, tone)
        mask = Image.new("L", stage.size, 0)
        mask.paste(outline, corner)
        colour.paste(body, corner)
        return colour, mask

    stage.add_moving(paint, depth=0.35)


def _fish_stamp(
    stage: Stage, side: int, size: float, wag: float, tone: RGB
) -> tuple[Image.Image, Image.Image]:
    """A fish on a small square of its own: colours and outline."""
    box, flip, c = (side, side), stage.reading.light_from, side / 2
    stripe = mix(stage.palette.ink, stage.palette.sky[0], 0.3)
    tail = [(0.8, 0.0), (1.5, -0.42 - wag), (1.35, 0.0), (1.5, 0.42 - wag)]
    fin = [(-0.1, -0.4), (0.5, -0.72), (0.5, -0.32)]
    parts = [[(c + flip * a * size, c + b * size) for a, b in part] for part in (tail, fin)]
    colour = flat(box, tone)
    marks = [ring((c - flip * size * 0.62, c - size * 0.08), (size * 0.08, size * 0.08), 0, 16)]
    if size > stage.unit * 0.03:
        marks += [
            ring((c + flip * size * at, c), (size * 0.1, size * 0.5), 0, 24) for at in (-0.3, 0.25)
        ]
    colour.paste(stripe, (0, 0), shapes(box, marks, fine=2))
    return colour, shapes(box, [ring((c, c), (size, size * 0.46), 0, 40), *parts], fine=2)


def _whale(stage: Stage, rng: Rng) -> None:
    p, flip = stage.palette, stage.reading.light_from
    size = stage.unit * rng.uniform(0.2, 0.26) * stage.reading.scale
    x, y = stage.width * (1 - stage.reading.focus), stage.height * rng.uniform(0.26, 0.4)
    shape = [
        (-1.3, 0.02),
        (-1.15, -0.2),
        (-0.7, -0.34),
        (-0.1, -0.36),
        (0.35, -0.26),
        (0.42, -0.36),
        (0.52, -0.2),
        (0.9, -0.08),
        (1.2, -0.08),
        (1.55, -0.36),
        (1.5, -0.08),
        (1.6, 0.2),
        (1.22, 0.04),
        (0.8, 0.14),
        (0.2, 0.26),
        (-0.3, 0.3),
        (-0.42, 0.55),
        (-0.6, 0.3),
        (-1.0, 0.2),
        (-1.25, 0.12),
    ]
    tone = mix(p.sky[0], p.ink, 0.35)
    run = gradient(
        stage.size,
        [
            (0, lighten(tone, 0.06)),
            (y / stage.height, tone),
            ((y + size * 0.3) / stage.height, lighten(tone, 0.12)),
            (1.5, tone),
        ],
    )

    def paint(seconds: float) -> Painted:
        bob = size * 0.05 * math.sin(seconds)
        cx = x - flip * stage.width * 0.012 * seconds
        points = [
            (cx + flip * a * size, y + bob + (b + 0.05 * a * math.sin(seconds * 1.5)) * size)
            for a, b in shape
        ]
        smooth = _rounded(points)
        return run, scaled(polygon(stage.size, smooth), 0.9)

    stage.add_moving(paint, depth=0.12)


def _rounded(points: list[Point]) -> list[Point]:
    """Corners cut twice (Chaikin), which turns a rough outline into a soft one."""
    for _ in range(2):
        finer = []
        for i, (x, y) in enumerate(points):
            nx, ny = points[(i + 1) % len(points)]
            finer += [
                (x * 0.75 + nx * 0.25, y * 0.75 + ny * 0.25),
                (x * 0.25 + nx * 0.75, y * 0.25 + ny * 0.75),
            ]
        points = finer
    return points


def _bubbles(stage: Stage, rng: Rng) -> None:
    spots = [
        (
            rng.uniform(0.05, 0.95),
            rng.uniform(0, 1),
            rng.uniform(0.002, 0.008),
            rng.uniform(0.04, 0.12),
        )
        for _ in range(26)
    ]
    colour = flat(stage.size, mix(stage.palette.sun, (255, 255, 255), 0.5))

    def paint(seconds: float) -> Painted:
        outlines = []
        for u, v, size, speed in spots:
            y = (v - speed * seconds) % 1.0
            x = u + 0.006 * math.sin(seconds * 2 + v * 30)
            outlines.append(circle((x * stage.width, y * stage.height), size * stage.unit, 20))
        return colour, scaled(shapes(stage.size, outlines, fine=2), 0.45)

    stage.add_moving(paint, depth=0.6, blend=Blend.SCREEN)
