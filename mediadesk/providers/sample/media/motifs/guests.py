"""Weather and visitors: rain, snow, sparks, birds and a balloon on top of an outdoor scene."""

from __future__ import annotations

import math
from collections.abc import Callable

from PIL import Image

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
from mediadesk.providers.sample.media.colour import lighten, mix
from mediadesk.providers.sample.media.motifs.common import circle
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage

OUTDOORS = frozenset({"mountains", "aurora", "lighthouse", "dunes", "forest", "road", "city"})


def rain(stage: Stage) -> None:
    """Slanting streaks in two depths, and a grey veil."""
    p, rng = stage.palette, stage.rng("rain")
    veil = Image.new("L", stage.size, 56)
    stage.add(mix(p.near, p.sky[1], 0.5), veil, depth=0.5)
    lean = rng.uniform(-0.25, 0.25)
    drops = [(rng.uniform(-0.2, 1.2), rng.uniform(), rng.uniform(0.5, 1.0)) for _ in range(220)]
    light = flat(stage.size, mix(p.sun, p.sky[2], 0.5))

    def paint(seconds: float) -> Painted:
        lines = []
        for u, v, near in drops:
            y = ((v + seconds * (0.9 + near)) % 1.0) * 1.2 - 0.1
            x = u + lean * y
            long = stage.height * 0.05 * near
            foot = (x * stage.width, y * stage.height)
            lines.append(([foot, (foot[0] + lean * long, foot[1] + long)], stage.unit * 0.0016))
        return light, scaled(strokes(stage.size, lines, fine=2), 0.5)

    stage.add_moving(paint, depth=0.7, blend=Blend.SCREEN)


def snow(stage: Stage) -> None:
    """Falling flakes: many small, a few large and out of focus."""
    rng = stage.rng("snow")
    white = flat(stage.size, (250, 252, 255))
    for count, low, high, soft in ((170, 0.0012, 0.003, 0.0), (36, 0.004, 0.009, 0.003)):
        flakes = [
            (rng.uniform(), rng.uniform(), rng.uniform(low, high), rng.uniform(0, 6))
            for _ in range(count)
        ]

        def paint(
            seconds: float,
            flakes: list[tuple[float, float, float, float]] = flakes,
            soft: float = soft,
        ) -> Painted:
            outlines = []
            for u, v, size, phase in flakes:
                y = (v + seconds * (0.05 + size * 14)) % 1.0
                x = (u + 0.02 * math.sin(seconds * 1.4 + phase)) % 1.0
                outlines.append(circle((x * stage.width, y * stage.height), size * stage.unit, 14))
            mask = shapes(stage.size, outlines, fine=2)
            return white, scaled(blurred(mask, soft * stage.unit), 0.85)

        stage.add_moving(paint, depth=0.75)


def sparks(stage: Stage) -> None:
    """Fireflies or lanterns: small warm lights that rise and breathe."""
    p, rng = stage.palette, stage.rng("sparks")
    warm = flat(stage.size, mix(p.second, p.sun, 0.4))
    lights = [
        (
            rng.uniform(0.03, 0.97),
            rng.uniform(0.35, 0.95),
            rng.uniform(0.0025, 0.006),
            rng.uniform(0, 6),
        )
        for _ in range(34)
    ]

    def paint(seconds: float) -> Painted:
        outlines = []
        for u, v, size, phase in lights:
            beat = 0.7 + 0.3 * math.sin(seconds * 2.4 + phase)
            x = u + 0.012 * math.sin(seconds * 0.9 + phase)
            y = v - 0.012 * seconds
            outlines.append(
                circle((x * stage.width, y * stage.height), size * beat * stage.unit, 16)
            )
        mask = shapes(stage.size, outlines, fine=2)
        halo = scaled(blurred(mask, stage.unit * 0.012), 2.2)
        halo.paste(255, (0, 0), mask)
        return warm, halo

    stage.add_moving(paint, depth=0.65, blend=Blend.SCREEN)


def birds(stage: Stage) -> None:
    """A loose flock that beats its wings."""
    rng = stage.rng("birds")
    centre = (rng.uniform(0.25, 0.7), rng.uniform(0.12, 0.3))
    flock = [
        (rng.around(centre[0], 0.2), rng.around(centre[1], 0.09), rng.uniform(0.012, 0.024))
        for _ in range(rng.integer(5, 11))
    ]
    ink = flat(stage.size, mix(stage.palette.ink, stage.palette.sky[0], 0.15))
    way = stage.reading.light_from

    def paint(seconds: float) -> Painted:
        lines: list[tuple[list[Point], float]] = []
        for index, (u, v, size) in enumerate(flock):
            x = (u - way * 0.02 * seconds) * stage.width
            y = v * stage.height
            span, beat = size * stage.unit, math.sin(seconds * 7 + index * 1.7)
            for side in (-1, 1):
                tip = (x + side * span, y - span * (0.25 + 0.4 * beat))
                wing = [(x, y), (x + side * span * 0.5, y - span * (0.42 + 0.2 * beat)), tip]
                lines.append((wing, span * 0.11))
        return ink, strokes(stage.size, lines)

    stage.add_moving(paint, depth=0.15)


def balloon(stage: Stage) -> None:
    """A striped hot-air balloon."""
    p, rng = stage.palette, stage.rng("balloon")
    x = stage.width * (1 - stage.reading.focus + rng.around(0, 0.08))
    y, r = stage.height * rng.uniform(0.2, 0.32), stage.unit * rng.uniform(0.06, 0.1)
    skin: list[Point] = []
    for i in range(61):
        a = math.tau * i / 60
        pinch = 1.0 - 0.42 * max(0.0, math.sin(a)) ** 2
        skin.append(
            (x + r * math.cos(a) * pinch, y + r * (1.3 if math.sin(a) > 0 else 1) * math.sin(a))
        )
    run = gradient(
        stage.size,
        [(0, p.accent), ((x - r) / stage.width, lighten(p.accent, 0.1)),
         ((x + r) / stage.width, mix(p.accent, p.ink, 0.35)), (2, p.accent)],
        across=True,
    )  # fmt: skip
    for part in (-0.55, 0.0, 0.55):
        stripe = [
            (x + r * (part + w) * math.cos(math.asin(v)), y + r * v)
            for w, vs in ((-0.12, range(-10, 11)), (0.12, range(10, -11, -1)))
            for v in (k / 10 for k in vs)
        ]
        run.paste(mix(p.second, p.ink, 0.1 + 0.2 * part), (0, 0), polygon(stage.size, stripe))
    stage.add(run, polygon(stage.size, skin), depth=0.12)
    top, low = y + r * 1.28, y + r * 1.6
    ropes = [([(x + s * r * 0.3, top), (x + s * r * 0.14, low)], r * 0.025) for s in (-1, 1)]
    basket = [(x - r * 0.16, low), (x + r * 0.16, low), (x + r * 0.12, low + r * 0.24),
              (x - r * 0.12, low + r * 0.24)]  # fmt: skip
    stage.add(p.ink, strokes(stage.size, ropes), depth=0.12)
    stage.add(mix(p.ink, p.second, 0.35), polygon(stage.size, basket), depth=0.12)


_GUESTS: tuple[tuple[Callable[[Stage], None], str, float], ...] = (
    # painter, the words that call it, how often it comes uncalled
    (balloon, "balloon balloons kite airship zeppelin festival adventure", 0.10),
    (birds, "bird birds gull gulls seagull swallow crow geese flock freedom", 0.22),
    (sparks, "firefly fireflies lantern lanterns magic magical fairy spark sparks spirits", 0.06),
    (snow, "snow snowy snowing winter blizzard christmas december frost polar", 0.0),
    (rain, "rain rainy raining drizzle storm stormy monsoon downpour thunder", 0.0),
)


def invite_guests(stage: Stage) -> None:
    """Add what the words call, and now and then a visitor that nobody called."""
    if stage.reading.motif not in OUTDOORS:
        return
    words = set(stage.reading.words)
    for painter, calling, chance in _GUESTS:
        if words & set(calling.split()) or stage.rng(painter.__name__ + " comes").chance(chance):
            painter(stage)
