"""Plants: a fan or a spray of leaves on paper, some with blossoms."""

from __future__ import annotations

import math

from PIL import ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    flat,
    gradient,
    polygon,
    scaled,
    shapes,
    strokes,
)
from mediadesk.providers.sample.media.colour import RGB, lighten, mix
from mediadesk.providers.sample.media.motifs.common import circle
from mediadesk.providers.sample.media.motifs.graphic import paper
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Painted, Stage


def leaves(stage: Stage) -> None:
    """A fan or a spray of two-toned leaves on paper, some with blossoms."""
    p, rng, reading = stage.palette, stage.rng("leaves"), stage.reading
    ground = rng.choice((p.paper, mix(p.paper, p.sky[2], 0.5), mix(p.far, p.paper, 0.5), p.near))
    paper(stage, ground)
    _back_disc(stage, rng, ground)
    greens = (
        p.mid,
        mix(p.mid, p.far, 0.5),
        p.near,
        mix(p.mid, p.second, 0.4),
        mix(p.near, p.mid, 0.5),
    )
    if ground == p.near:
        greens = (p.mid, p.far, mix(p.mid, p.second, 0.5), mix(p.far, p.paper, 0.3), p.second)
    root = (stage.width * reading.focus, stage.height * rng.uniform(0.9, 1.02))
    count = reading.count * 3 if reading.count else rng.integer(11, 17)
    slim = rng.uniform(0.1, 0.24)
    fern = rng.chance(0.4) or "fern" in reading.words or "palm" in reading.words
    fan = [(-1.25 + 2.5 * (i + 0.5) / count + rng.around(0, 0.08), rng) for i in range(count)]
    for index in sorted(range(count), key=lambda i: -abs(fan[i][0]) + 0.5 * (i % 2)):
        angle = fan[index][0]
        long = stage.unit * rng.uniform(0.5, 0.82) * reading.scale * (1.0 - 0.22 * abs(angle))
        tone = greens[index % len(greens)]
        _leaf(stage, rng.fork(index), root, angle, long, slim, tone, fern)
    blossoms = {"flower", "flowers", "blossom", "rose", "tulip", "bouquet", "petal", "petals"}
    if blossoms & set(reading.words) or rng.chance(0.35):
        for index in range(min(7, reading.count or rng.integer(2, 5))):
            spread = rng.uniform(-0.75, 0.75)
            far = stage.unit * rng.uniform(0.5, 0.75) * reading.scale
            at = (root[0] + far * math.sin(spread), root[1] - far * math.cos(spread))
            _blossom(stage, rng.fork(f"blossom{index}"), root, at)


def _back_disc(stage: Stage, rng: Rng, ground: RGB) -> None:
    p = stage.palette
    if not rng.chance(0.7):
        return
    tone = mix(rng.choice((p.accent, p.second, p.sky[1])), ground, 0.45)
    at = (stage.width * (1 - stage.reading.focus + rng.around(0, 0.1)), stage.height * 0.36)
    run = gradient(stage.size, [(0, lighten(tone, 0.05)), (1, lighten(tone, -0.06))])
    stage.add(run, polygon(stage.size, circle(at, stage.unit * rng.uniform(0.2, 0.3))), depth=0.05)


def _leaf(
    stage: Stage,
    rng: Rng,
    root: Point,
    angle: float,
    long: float,
    slim: float,
    tone: RGB,
    fern: bool,
) -> None:
    p = stage.palette
    bend = rng.uniform(-0.35, 0.35) + angle * 0.3
    sway = rng.uniform(0.5, 1.0)
    light = flat(stage.size, lighten(tone, 0.05))
    dark = mix(tone, p.ink, 0.28)
    vein = mix(tone, p.paper, 0.5)
    phase = rng.uniform(0, 6)

    def spine(seconds: float) -> list[Point]:
        tilt = angle + 0.025 * sway * math.sin(seconds * 1.6 + phase)
        line = []
        for i in range(25):
            u = i / 24
            way = tilt + bend * u * u
            line.append((root[0] + long * u * math.sin(way), root[1] - long * u * math.cos(way)))
        return line

    def paint(seconds: float) -> Painted:
        line = spine(seconds)
        left, right = _sides(line, long, slim)
        if fern:
            fronds = _fronds(line, long, slim)
            mask = shapes(stage.size, fronds)
            mask = ImageChops.lighter(mask, strokes(stage.size, [(line, long * 0.012)]))
            return light, mask
        colour = light.copy()
        colour.paste(dark, (0, 0), polygon(stage.size, [*line, *reversed(right)], fine=2))
        colour.paste(vein, (0, 0), strokes(stage.size, [(line, max(0.8, long * 0.007))], fine=2))
        return colour, polygon(stage.size, [*left, *reversed(right)])

    def shadow(seconds: float) -> Painted:
        line = [(x + long * 0.03, y + long * 0.035) for x, y in spine(seconds)]
        left, right = _sides(line, long, slim)
        mask = (
            shapes(stage.size, _fronds(line, long, slim), fine=1)
            if fern
            else polygon(stage.size, [*left, *reversed(right)], fine=1)
        )
        return black, scaled(blurred(mask, long * 0.02), 0.28)

    black = flat(stage.size, mix(p.ink, p.near, 0.4))
    if stage.unit >= 500:
        stage.add_moving(shadow, depth=0.2)
    stage.add_moving(paint, depth=0.2)


def _sides(line: list[Point], long: float, slim: float) -> tuple[list[Point], list[Point]]:
    left, right = [], []
    for i, (x, y) in enumerate(line):
        u = i / (len(line) - 1)
        ahead, behind = line[min(i + 1, len(line) - 1)], line[max(0, i - 1)]
        way = math.atan2(ahead[1] - behind[1], ahead[0] - behind[0])
        half = long * slim * 0.5 * (math.sin(math.pi * u**0.8) ** 0.9 if 0 < u < 1 else 0.0)
        left.append((x + half * math.sin(way), y - half * math.cos(way)))
        right.append((x - half * math.sin(way), y + half * math.cos(way)))
    return left, right


def _fronds(line: list[Point], long: float, slim: float) -> list[list[Point]]:
    outlines = []
    for i in range(3, len(line) - 1):
        u = i / (len(line) - 1)
        x, y = line[i]
        way = math.atan2(line[i + 1][1] - y, line[i + 1][0] - x)
        reach = long * (0.1 + slim) * math.sin(math.pi * u**0.7) ** 0.8
        for side in (-1, 1):
            tip = way + side * (1.05 - 0.35 * u)
            end = (x + reach * math.cos(tip), y + reach * math.sin(tip))
            wide = reach * 0.11
            mid = (x + reach * 0.45 * math.cos(tip), y + reach * 0.45 * math.sin(tip))
            across = (wide * math.sin(tip), -wide * math.cos(tip))
            outlines.append(
                [
                    (x, y),
                    (mid[0] + across[0], mid[1] + across[1]),
                    end,
                    (mid[0] - across[0], mid[1] - across[1]),
                ]
            )
    return outlines


def _blossom(stage: Stage, rng: Rng, root: Point, at: Point) -> None:
    p, size = stage.palette, stage.unit * rng.uniform(0.05, 0.09) * stage.reading.scale
    stem = [
        (root[0] + (at[0] - root[0]) * u, root[1] + (at[1] - root[1]) * u**0.9)
        for u in (i / 12 for i in range(13))
    ]
    stage.add(mix(p.mid, p.near, 0.4), strokes(stage.size, [(stem, size * 0.09)]), depth=0.25)
    petals, turn = rng.integer(5, 9), rng.uniform(0, 2)
    tone = rng.choice((p.accent, p.second, mix(p.accent, p.paper, 0.4)))
    for layer in range(2):
        outlines = []
        for index in range(petals):
            way = turn + layer * 0.35 + math.tau * index / petals
            reach = size * (1.0 - 0.32 * layer)
            line = [
                (at[0] + reach * u * math.cos(way), at[1] + reach * u * math.sin(way) * 0.86)
                for u in (i / 12 for i in range(13))
            ]
            left, right = _sides(line, reach, 0.62)
            outlines.append([*left, *reversed(right)])
        stage.add(lighten(tone, 0.08 * layer - 0.03), shapes(stage.size, outlines), depth=0.26)
    stage.add(mix(p.second, p.ink, 0.25), polygon(stage.size, circle(at, size * 0.22)), depth=0.26)
