"""Fine strands that follow one hidden current."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from mediadesk.providers.sample.media.canvas import (
    Point,
    drawn,
    flat,
    warped,
)
from mediadesk.providers.sample.media.colour import RGB, mix
from mediadesk.providers.sample.media.motifs.graphic import paper
from mediadesk.providers.sample.media.scene import Painted, Stage

if TYPE_CHECKING:
    from PIL import ImageDraw


def strands(stage: Stage) -> None:
    """Hundreds of fine strands that follow one hidden current."""
    p, rng, reading = stage.palette, stage.rng("strands"), stage.reading
    dark = p.is_dark or rng.chance(0.25)
    ground = mix(p.ink, p.near, 0.4) if dark else p.paper
    paper(stage, ground)
    waves = [(rng.uniform(0.5, 1.6), rng.uniform(0.5, 1.6), rng.uniform(0, 6)) for _ in range(3)]
    eye = (stage.width * reading.focus, stage.height * rng.uniform(0.35, 0.65))
    pull = rng.choice((-1.0, 1.0)) * rng.uniform(0.5, 1.0)
    lead = rng.uniform(-0.6, 0.6)

    def way(x: float, y: float) -> float:
        u, v = x / stage.unit, y / stage.unit
        turn = sum(math.sin(a * u * 3 + o) * math.cos(b * v * 3 - o) for a, b, o in waves)
        far = math.hypot(x - eye[0], y - eye[1]) / stage.unit
        swirl = math.atan2(y - eye[1], x - eye[0]) + math.pi / 2 * pull
        share = math.exp(-far * 2.2)
        return (lead + turn * 0.8) * (1 - share) + swirl * share

    inks = (
        (p.mid, p.near, p.accent, p.second, p.far)
        if not dark
        else (p.accent, p.second, p.far, p.sun, mix(p.accent, p.paper, 0.5))
    )
    groups: list[list[tuple[list[Point], float]]] = [[] for _ in inks]
    count = round(rng.integer(380, 560))
    for _ in range(count):
        x, y = rng.uniform(-0.1, 1.1) * stage.width, rng.uniform(-0.1, 1.1) * stage.height
        line = [(x, y)]
        step = stage.unit * 0.011
        for _ in range(rng.integer(10, 34)):
            angle = way(x, y)
            x, y = x + step * math.cos(angle), y + step * math.sin(angle)
            line.append((x, y))
        group = rng.integer(0, len(inks) * 2)
        wide = stage.unit * rng.uniform(0.0012, 0.0055) * reading.scale
        groups[min(group, len(inks) - 1) if group < len(inks) else 0].append((line, wide))
    for index, (ink, lines) in enumerate(zip(inks, groups, strict=True)):
        _strand_layer(stage, ink, lines, index)


def _strand_layer(
    stage: Stage, ink: RGB, lines: list[tuple[list[Point], float]], index: int
) -> None:
    def taper(draw: ImageDraw.ImageDraw, place: Callable[[Point], Point]) -> None:
        for line, wide in lines:
            last = len(line) - 1
            for i in range(last):
                u = i / last
                thick = wide * 2 * math.sin(math.pi * min(1.0, 0.12 + u)) ** 0.8
                ends = [place(line[i]), place(line[i + 1])]
                draw.line(ends, fill=255, width=max(1, round(thick * 1.4)))

    mask = drawn(stage.size, (0, 0, *stage.size), taper, fine=2)
    colour = flat(stage.size, ink)

    def paint(seconds: float) -> Painted:
        if seconds == 0.0:
            return colour, mask

        def drift(u: float, v: float) -> Point:
            beat = seconds * 1.2 + index
            return (
                u + 0.012 * (math.sin(v * 7 + beat) - math.sin(v * 7 + index)),
                v + 0.012 * (math.sin(u * 6 - beat) - math.sin(u * 6 - index)),
            )

        return colour, warped(mask, drift, 18)

    stage.add_moving(paint, depth=0.1 + 0.12 * index)
