"""A cat on a window sill."""

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
    scaled,
    shapes,
    strokes,
)
from mediadesk.providers.sample.media.colour import mix
from mediadesk.providers.sample.media.motifs.common import sky, stars, sun, with_texture
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage


def cat(stage: Stage) -> None:
    """A cat looks out of a window at the sky; its tail moves."""
    p, rng, reading = stage.palette, stage.rng("cat"), stage.reading
    sky(stage, 0.8, 0.6)
    if p.is_dark:
        stars(stage, 0.8, 200)
    away = stage.width * (1 - reading.focus)
    sun(
        stage,
        (away, stage.height * rng.uniform(0.2, 0.38)),
        stage.unit * rng.uniform(0.08, 0.13),
        0.7,
    )
    roofs: list[list[Point]] = []
    x = -0.05 * stage.width
    while x < stage.width:
        wide, high = stage.unit * rng.uniform(0.12, 0.24), stage.height * rng.uniform(0.62, 0.72)
        roofs.append(
            [
                (x, stage.height),
                (x, high),
                (x + wide / 2, high - wide * 0.4),
                (x + wide, high),
                (x + wide, stage.height),
            ]
        )
        x += wide * rng.uniform(0.8, 1.0)
    stage.add(mix(p.far, p.near, 0.55), shapes(stage.size, roofs), depth=0.15)
    _window_frame(stage)
    count = max(1, min(4, reading.count or 1))
    for index in range(count):
        s = stage.unit * 0.3 * reading.scale * (1.0 if count == 1 else 0.72)
        spread = 0.0 if count == 1 else (index / (count - 1) - 0.5) * 0.66
        _one_cat(
            stage, rng.fork(index), (stage.width * (reading.focus + spread), stage.height * 0.83), s
        )


def _window_frame(stage: Stage) -> None:
    p, (width, height) = stage.palette, stage.size
    frame = mix(p.near, p.ink, 0.35)
    thick = stage.unit * 0.035
    bars = [
        [(0.0, 0.0), (thick * 1.6, 0.0), (thick * 1.6, float(height)), (0.0, float(height))],
        [
            (width - thick * 1.6, 0.0),
            (float(width), 0.0),
            (float(width), float(height)),
            (width - thick * 1.6, float(height)),
        ],
        [(0.0, 0.0), (float(width), 0.0), (float(width), thick), (0.0, thick)],
        [
            (width / 2 - thick / 3, 0.0),
            (width / 2 + thick / 3, 0.0),
            (width / 2 + thick / 3, height * 0.84),
            (width / 2 - thick / 3, height * 0.84),
        ],
    ]
    stage.add(
        with_texture(stage, flat(stage.size, frame), "frame", 0.3),
        shapes(stage.size, bars),
        depth=0.55,
    )
    sill = [
        (-9.0, height * 0.82),
        (width + 9.0, height * 0.82),
        (width + 9.0, height + 9.0),
        (-9.0, height + 9.0),
    ]
    run = gradient(
        stage.size,
        [
            (0, frame),
            (0.82, mix(frame, p.sky[2], 0.5)),
            (0.87, mix(frame, p.sky[1], 0.3)),
            (0.875, mix(frame, p.ink, 0.3)),
            (1.01, mix(frame, p.ink, 0.6)),
        ],
    )
    stage.add(with_texture(stage, run, "sill", 0.4), polygon(stage.size, sill), depth=0.55)


def _one_cat(stage: Stage, rng: Rng, foot: Point, s: float) -> None:
    p, (x, y) = stage.palette, foot
    flip = rng.choice((-1.0, 1.0))
    coat = rng.choice(
        (p.ink, mix(p.ink, p.accent, 0.35), mix(p.ink, p.near, 0.5), mix(p.second, p.ink, 0.4))
    )
    half = [
        (0.0, -1.0),
        (0.1, -0.99),
        (0.15, -1.17),
        (0.29, -0.95),
        (0.32, -0.8),
        (0.27, -0.66),
        (0.24, -0.58),
        (0.34, -0.44),
        (0.44, -0.22),
        (0.46, -0.06),
        (0.4, 0.05),
        (0.0, 0.06),
    ]
    outline = [(x + a * s, y + b * s) for a, b in half] + [
        (x - a * s, y + b * s) for a, b in reversed(half)
    ]
    body = polygon(stage.size, outline)
    rim = ImageChops.subtract(
        body,
        ImageChops.offset(body, round(-stage.reading.light_from * s * 0.018), round(s * 0.012)),
    )
    colour = flat(stage.size, coat)

    def tail(seconds: float) -> Painted:
        line = [
            (
                x + flip * s * (0.3 + 0.5 * math.sin(u * 1.9)),
                y + s * (0.02 + 0.55 * u**1.3) - s * 0.06 * math.sin(u * 5 + seconds * 2.2) * u,
            )
            for u in (i / 24 for i in range(25))
        ]
        return colour, strokes(stage.size, [(line, s * 0.085)], fine=2)

    shadow = ellipse(stage.size, (x, y + s * 0.06), (s * 0.6, s * 0.07))
    stage.add(p.ink, scaled(blurred(shadow, s * 0.03), 0.6), depth=0.6, blend=Blend.OVER)
    stage.add_moving(tail, depth=0.6)
    stage.add(colour, body, depth=0.6)
    stage.add(
        mix(p.sun, p.sky[2], 0.4),
        scaled(blurred(rim, s * 0.008), 0.75),
        depth=0.6,
        blend=Blend.SCREEN,
    )
