"""A cut-paper portrait: head and shoulders in a few planes of colour."""

from __future__ import annotations

import math

from PIL import ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    ellipse,
    flat,
    gradient,
    polygon,
    ring,
    scaled,
    shapes,
    strokes,
)
from mediadesk.providers.sample.media.colour import RGB, from_hex, lighten, mix
from mediadesk.providers.sample.media.motifs.common import circle, with_texture
from mediadesk.providers.sample.media.motifs.graphic import paper
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Stage

_SKINS = ("f2c9a5", "e0a878", "c68652", "a5643a", "8a4b2a", "6b3820", "f0b99a", "d99a6c")


def portrait(stage: Stage) -> None:
    """Head and shoulders in a few planes of colour, half of the face in shade."""
    p, rng, reading = stage.palette, stage.rng("portrait"), stage.reading
    ground = rng.choice((p.paper, mix(p.paper, p.second, 0.25), mix(p.far, p.paper, 0.4), p.mid))
    paper(stage, ground)
    x, y = stage.width * (0.5 + (reading.focus - 0.5) * 0.5), stage.height * rng.uniform(0.42, 0.47)
    s = stage.unit * rng.uniform(0.25, 0.29) * reading.scale
    disc = mix(rng.choice((p.second, p.accent, p.sky[1])), ground, rng.uniform(0.1, 0.45))
    halo = circle((x + s * rng.uniform(-0.3, 0.3), y - s * 0.1), s * rng.uniform(1.45, 1.75))
    stage.add(
        with_texture(stage, flat(stage.size, disc), "halo", 0.2),
        polygon(stage.size, halo),
        depth=0.1,
    )
    skin = mix(from_hex("#" + rng.choice(_SKINS)), p.sun, 0.06)
    shade = mix(skin, mix(p.near, p.accent, 0.5), 0.42)
    side = reading.light_from
    hair = rng.choice(
        (
            p.ink,
            p.near,
            mix(p.accent, p.ink, 0.45),
            mix(p.second, p.ink, 0.35),
            mix(p.paper, p.mid, 0.4),
        )
    )
    style = rng.integer(0, 4)
    if style in (1, 2):
        _long_hair(stage, (x, y), s, hair, style)
    _shoulders(stage, rng, (x, y), s, skin, shade)
    face = _face((x, y), s)
    stage.add(
        with_texture(stage, flat(stage.size, skin), "skin", 0.15),
        polygon(stage.size, face),
        depth=0.4,
    )
    half = [
        (x + s * 0.04 * side, y - s * 1.1),
        (x + s * 0.02 * side, y - s * 0.3),
        (x - side * s * 0.16, y + s * 0.22),
        (x + side * s * 0.02, y + s * 0.3),
        (x, y + s * 1.1),
        (x - side * s * 1.2, y + s * 1.1),
        (x - side * s * 1.2, y - s * 1.1),
    ]
    dark = ImageChops.multiply(polygon(stage.size, half), polygon(stage.size, face))
    stage.add(with_texture(stage, flat(stage.size, shade), "shade", 0.15), dark, depth=0.4)
    _features(stage, rng, (x, y), s, skin, shade)
    _hair(stage, rng, (x, y), s, hair, style)
    _extras(stage, rng, (x, y), s)


def _face(at: Point, s: float) -> list[Point]:
    points = []
    for i in range(121):
        a = math.tau * i / 120
        jaw = 1.0 - 0.2 * max(0.0, math.sin(a)) ** 2
        points.append(
            (
                at[0] + s * 0.66 * math.cos(a) * jaw,
                at[1] + s * (0.9 if math.sin(a) > 0 else 0.82) * math.sin(a),
            )
        )
    return points


def _shoulders(stage: Stage, rng: Rng, at: Point, s: float, skin: RGB, shade: RGB) -> None:
    p, (x, y) = stage.palette, at
    neck = [
        (x - s * 0.3, y + s * 0.4),
        (x + s * 0.3, y + s * 0.4),
        (x + s * 0.36, y + s * 1.4),
        (x - s * 0.36, y + s * 1.4),
    ]
    stage.add(shade, polygon(stage.size, neck), depth=0.38)
    lit_neck = [
        (x + stage.reading.light_from * s * 0.3, y + s * 0.6),
        (x + stage.reading.light_from * s * 0.02, y + s * 1.0),
        (x, y + s * 1.4),
        (x + stage.reading.light_from * s * 0.36, y + s * 1.4),
    ]
    stage.add(skin, polygon(stage.size, lit_neck), depth=0.38)
    cloth = rng.choice((p.accent, p.mid, p.second, p.near))
    body = [(x - s * 0.42, y + s * 1.12)]
    body += [
        (x - s * (0.42 + 1.2 * u), y + s * (1.12 + 0.9 * u**2.2))
        for u in (i / 20 for i in range(21))
    ]
    body += [(x - s * 1.7, stage.height + 9.0), (x + s * 1.7, stage.height + 9.0)]
    body += [
        (x + s * (0.42 + 1.2 * u), y + s * (1.12 + 0.9 * u**2.2))
        for u in (i / 20 for i in range(20, -1, -1))
    ]
    body += [(x + s * 0.3, y + s * 1.3), (x, y + s * 1.42), (x - s * 0.3, y + s * 1.3)]
    mask = polygon(stage.size, body)
    stage.add(with_texture(stage, flat(stage.size, cloth), "cloth", 0.35), mask, depth=0.37)
    dark = [
        (x, y),
        (x - stage.reading.light_from * s * 3, y),
        (x - stage.reading.light_from * s * 3, stage.height + 9.0),
        (x - stage.reading.light_from * s * 0.5, stage.height + 9.0),
    ]
    shadow = ImageChops.multiply(polygon(stage.size, dark), mask)
    stage.add(mix(cloth, p.ink, 0.3), scaled(shadow, 0.8), depth=0.37)
    if rng.chance(0.4):
        lines = [
            (
                [(x - s * 1.8, y + s * (1.5 + 0.22 * i)), (x + s * 1.8, y + s * (1.5 + 0.22 * i))],
                s * 0.06,
            )
            for i in range(9)
        ]
        stripes = ImageChops.multiply(strokes(stage.size, lines, fine=2), mask)
        stage.add(mix(cloth, p.paper, 0.6), stripes, depth=0.37)


def _features(stage: Stage, rng: Rng, at: Point, s: float, skin: RGB, shade: RGB) -> None:
    p, (x, y), side = stage.palette, at, stage.reading.light_from
    ink = mix(shade, p.ink, 0.75)
    lines: list[tuple[list[Point], float]] = []
    closed_eyes = rng.chance(0.55)
    for eye in (-1, 1):
        cx, cy = x + eye * s * 0.29, y - s * 0.04
        brow = [
            (cx + s * 0.17 * u * eye, cy - s * (0.2 + 0.05 * math.sin(math.pi * (u + 1) / 2)))
            for u in (i / 8 - 1 for i in range(17))
        ]
        lines.append((brow, s * 0.04))
        lid = [
            (cx + s * 0.13 * math.cos(a), cy + (1 if closed_eyes else -1) * s * 0.055 * math.sin(a))
            for a in (math.pi * i / 16 for i in range(17))
        ]
        lines.append((lid, s * 0.026))
        if not closed_eyes:
            stage.add(p.paper, ellipse(stage.size, (cx, cy), (s * 0.12, s * 0.055)), depth=0.4)
            stage.add(
                ink, ellipse(stage.size, (cx + s * 0.01, cy), (s * 0.05, s * 0.055)), depth=0.4
            )
    nose = [
        (x + side * s * 0.02, y - s * 0.12),
        (x - side * s * 0.12, y + s * 0.24),
        (x + side * s * 0.06, y + s * 0.27),
    ]
    lines.append((nose, s * 0.022))
    stage.add(ink, strokes(stage.size, lines), depth=0.4)
    lip = mix(p.accent, shade, 0.4)
    wide, up = s * rng.uniform(0.17, 0.23), y + s * 0.47
    upper = [
        (x - wide, up),
        (x - wide * 0.3, up - s * 0.055),
        (x, up - s * 0.035),
        (x + wide * 0.3, up - s * 0.055),
        (x + wide, up),
    ]
    lower = [
        (x + wide * math.cos(a), up + s * 0.085 * math.sin(a))
        for a in (math.pi * i / 16 for i in range(17))
    ]
    stage.add(lip, shapes(stage.size, [[*upper, *lower]]), depth=0.4)
    stage.add(
        mix(lip, p.ink, 0.4),
        strokes(stage.size, [([(x - wide, up), (x, up + s * 0.01), (x + wide, up)], s * 0.015)]),
        depth=0.4,
    )
    cheek = ellipse(stage.size, (x + side * s * 0.36, y + s * 0.24), (s * 0.15, s * 0.11))
    stage.add(mix(p.accent, skin, 0.4), scaled(blurred(cheek, s * 0.05), 0.45), depth=0.4)


def _hair(stage: Stage, rng: Rng, at: Point, s: float, hair: RGB, style: int) -> None:
    x, y = at
    outlines: list[list[Point]] = []
    cap = [
        (x + s * 0.72 * math.cos(a), y - s * 0.2 - s * 0.74 * math.sin(a))
        for a in (math.pi * i / 40 for i in range(41))
    ]
    part = rng.uniform(-0.35, 0.35)
    fringe = [
        (x - s * 0.7, y - s * 0.12),
        (x - s * 0.4, y - s * 0.42),
        (x + part * s, y - s * 0.5),
        (x + s * 0.42, y - s * 0.4),
        (x + s * 0.7, y - s * 0.12),
    ]
    if style != 4:
        outlines.append([*cap, *fringe])
    if style == 0:
        outlines.append(circle((x + part * s, y - s * 1.05), s * 0.3))
    if style == 3:
        for index in range(14):
            a = math.pi * (-0.06 + 1.12 * index / 13)
            outlines.append(
                circle((x + s * 0.66 * math.cos(a), y - s * 0.22 - s * 0.7 * math.sin(a)), s * 0.24)
            )
    if style == 4:
        brim = ring((x, y - s * 0.42), (s * 1.02, s * 0.13), 0.04 * stage.reading.light_from)
        crown = [
            (x - s * 0.66, y - s * 0.42),
            (x - s * 0.56, y - s * 1.0),
            (x - s * 0.2, y - s * 1.14),
            (x + s * 0.3, y - s * 1.1),
            (x + s * 0.58, y - s * 0.96),
            (x + s * 0.66, y - s * 0.42),
        ]
        outlines += [brim, crown]
    mask = shapes(stage.size, outlines)
    run = gradient(stage.size, [(0, lighten(hair, 0.06)), (y / stage.height, hair), (1.5, hair)])
    stage.add(with_texture(stage, run, "hair", 0.3), mask, depth=0.42)


def _long_hair(stage: Stage, at: Point, s: float, hair: RGB, style: int) -> None:
    x, y = at
    reach = 1.15 if style == 1 else 1.9
    outline = [
        (x + s * 0.78 * math.cos(a), y - s * 0.2 - s * 0.76 * math.sin(a))
        for a in (math.pi * i / 40 for i in range(41))
    ]
    outline += [
        (x - s * (0.78 + 0.1 * math.sin(u * 4)), y + s * reach * u)
        for u in (i / 10 for i in range(11))
    ]
    outline += [
        (x + s * (0.78 + 0.1 * math.sin(u * 4)), y + s * reach * u)
        for u in (i / 10 for i in range(10, -1, -1))
    ]
    stage.add(
        with_texture(stage, flat(stage.size, lighten(hair, -0.03)), "long", 0.3),
        polygon(stage.size, outline),
        depth=0.35,
    )


def _extras(stage: Stage, rng: Rng, at: Point, s: float) -> None:
    p, (x, y) = stage.palette, at
    if rng.chance(0.35) or "glasses" in stage.reading.words:
        hoops = [ring((x + e * s * 0.29, y - s * 0.03), (s * 0.21, s * 0.19)) for e in (-1, 1)]
        lines = [([*hoop, hoop[0]], s * 0.025) for hoop in hoops]
        lines.append(([(x - s * 0.08, y - s * 0.05), (x + s * 0.08, y - s * 0.05)], s * 0.025))
        stage.add(p.ink, strokes(stage.size, lines), depth=0.43)
    if rng.chance(0.5):
        drops = [
            circle((x + e * s * 0.64, y + s * 0.42), s * rng.uniform(0.06, 0.1)) for e in (-1, 1)
        ]
        stage.add(p.second, shapes(stage.size, drops), depth=0.43)
    if {"king", "queen", "prince", "princess", "royal"} & set(stage.reading.words):
        spikes = [(x - s * 0.6, y - s * 0.62)]
        for i in range(5):
            spikes += [
                (x + s * (-0.6 + 0.3 * i), y - s * 1.2),
                (x + s * (-0.45 + 0.3 * i), y - s * 0.92),
            ]
        spikes = [*spikes[:-1], (x + s * 0.6, y - s * 0.62)]
        stage.add(p.second, polygon(stage.size, spikes), depth=0.44)
