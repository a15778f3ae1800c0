"""Parts that several motifs share: skies, ridges, mist, stars, water and window light."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    curve,
    fade,
    flat,
    glow,
    gradient,
    lit,
    noise,
    polygon,
    rippled,
    scaled,
    shapes,
    soft_light,
)
from mediadesk.providers.sample.media.colour import RGB, lighten, mix
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage


def sky(stage: Stage, horizon: float = 1.0, clouds: float = 0.5) -> None:
    """The backdrop: a sky whose warm end meets the horizon, with drifting clouds."""
    p = stage.palette
    stops = [(0.0, p.sky[0]), (horizon * 0.55, p.sky[1]), (horizon, p.sky[2]), (1.01, p.sky[2])]
    stage.add(gradient(stage.size, stops))
    if clouds <= 0:
        return
    rng = stage.rng("clouds")
    body = noise(stage.size, rng, (rng.integer(2, 3), rng.integer(6, 10)), 5)
    edge = rng.uniform(0.42, 0.58)
    body = curve(body, lambda v: max(0.0, v - edge) * 2.4)
    reach = fade(stage.size, [(0.0, 0.75), (horizon * 0.7, 1.0), (horizon, 0.1), (1.0, 0.0)])
    mask = scaled(ImageChops.multiply(body, reach), clouds)
    stage.add(mix(p.sky[2], p.sun, 0.6), mask, depth=0.05, drift=0.012, blend=Blend.SCREEN)


def sun(stage: Stage, centre: Point, radius: float, strength: float = 0.8) -> None:
    """A disc with a wide glow, in pixels."""
    p = stage.palette
    halo = glow(stage.size, centre, radius * 7, power=2.2)
    stage.add(mix(p.sun, p.sky[2], 0.4), scaled(halo, strength), blend=Blend.SCREEN)
    disc = blurred(polygon(stage.size, circle(centre, radius)), radius * 0.03)
    stage.add(p.sun, disc, depth=0.02)


def circle(centre: Point, radius: float, steps: int = 96) -> list[Point]:
    """The outline of a disc."""
    return [
        (centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a))
        for a in (math.tau * i / steps for i in range(steps))
    ]


def ridge(rng: Rng, size: tuple[int, int], base: float, height: float, rough: float) -> list[Point]:
    """A skyline by midpoint displacement, closed below the picture; all in pixels."""
    heights = [rng.uniform(-1, 1) for _ in range(rng.integer(4, 7))]
    spread = rough
    while len(heights) < 300:
        finer: list[float] = []
        for left, right in pairwise(heights):
            finer += [left, (left + right) / 2 + rng.uniform(-spread, spread)]
        heights = [*finer, heights[-1]]
        spread *= 0.52
    step = size[0] * 1.1 / (len(heights) - 1)
    line = [(-size[0] * 0.05 + i * step, base - h * height) for i, h in enumerate(heights)]
    return closed(line, size)


def hill(rng: Rng, size: tuple[int, int], base: float, height: float, waves: float) -> list[Point]:
    """A smooth rolling line, closed below the picture."""
    parts = [(rng.uniform(0.6, 1.5) * waves, rng.uniform(0, math.tau), 1 / (k + 1)) for k in (0, 1)]
    line = []
    for i in range(121):
        u = i / 120
        y = sum(w * math.sin(math.tau * f * u + o) for f, o, w in parts)
        line.append((size[0] * (u * 1.1 - 0.05), base - height * y * 0.6))
    return closed(line, size)


def closed(line: Sequence[Point], size: tuple[int, int]) -> list[Point]:
    """A skyline made into an outline that covers everything below it."""
    return [*line, (size[0] * 1.06, size[1] * 1.1), (-size[0] * 0.06, size[1] * 1.1)]


def relief(
    stage: Stage, name: str, top: RGB, bottom: RGB, start: float, end: float, amount: float
) -> Image.Image:
    """A textured colour run between two heights (0..1), for ground and rock."""
    run = gradient(stage.size, [(0.0, top), (start, top), (min(1.0, end), bottom), (1.01, bottom)])
    grain = noise(stage.size, stage.rng(name), (9, 14), 5)
    return soft_light(run, grain, amount)


def mist(
    stage: Stage, name: str, height: float, spread: float, strength: float, depth: float
) -> None:
    """A drifting bank of fog around a height (0..1)."""
    rng = stage.rng(name)
    body = noise(stage.size, rng, (2, 7), 4)
    body = curve(body, lambda v: 0.25 + 0.75 * v)
    low, high = max(0.0, height - spread), min(1.0, height + spread)
    band = fade(stage.size, [(0.0, 0.0), (low, 0.0), (height, 1.0), (high, 0.0), (1.01, 0.0)])
    mask = scaled(ImageChops.multiply(body, band), strength)
    colour = mix(stage.palette.sky[2], stage.palette.sun, 0.25)
    stage.add(colour, mask, depth=depth, drift=rng.choice((-0.011, 0.011, 0.014)))


def stars(stage: Stage, reach: float, count: int) -> None:
    """Stars down to a height (0..1), some of them twinkling."""
    rng = stage.rng("stars")
    size = stage.size
    still_sky, twinkling = Image.new("L", size, 0), Image.new("L", size, 0)
    for index in range(count):
        x, y = rng.uniform(0, size[0]), rng.uniform(0, 1) ** 1.3 * size[1] * reach
        bright = rng.uniform(0.15, 1.0) ** 2.2
        radius = stage.unit * (0.0007 + 0.0016 * bright)
        target = twinkling if index % 5 == 0 else still_sky
        draw = ImageDraw.Draw(target)
        if radius < 0.9:
            draw.point((x, y), fill=round(255 * bright))
        else:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=round(255 * bright))
    soft = blurred(still_sky, stage.unit * 0.0006)
    stage.add(stage.palette.sun, soft, depth=0.02, blend=Blend.SCREEN)
    white = flat(size, mix(stage.palette.sun, (255, 255, 255), 0.5))

    def paint(seconds: float) -> Painted:
        return white, scaled(twinkling, 0.75 + 0.25 * math.sin(seconds * 4.0))

    stage.add_moving(paint, depth=0.02, blend=Blend.SCREEN)


def water(stage: Stage, horizon: float, tint: RGB, strength: float, calm: float = 1.0) -> None:
    """Water below a height (0..1): the mirrored scene, darkened, on moving ripples."""
    top = round(stage.height * horizon)
    size = (stage.width, stage.height - top)
    above = stage.flattened().crop((0, max(0, top - round(size[1] * 1.1)), stage.width, top))
    mirrored = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize(size)
    mirrored = Image.blend(mirrored, flat(size, tint), strength)
    mirrored = blurred(mirrored, stage.unit * 0.0022)
    shade = gradient(
        size, [(0.0, (255, 255, 255)), (0.25, (225, 228, 232)), (1.0, (105, 110, 125))]
    )
    mirrored = ImageChops.multiply(mirrored, shade)
    glints = noise(size, stage.rng("glints"), (7, 90), 3)
    glints = curve(glints, lambda v: max(0.0, v - 0.62) * 1.5)
    mirrored = lit(mirrored, lighten(stage.palette.sky[2], 0.04), scaled(glints, 0.5))
    whole = Image.new("RGB", stage.size)
    mask = Image.new("L", stage.size, 0)
    mask.paste(255, (0, top, stage.width, stage.height))
    strength_px = stage.unit * 0.011 / calm

    def paint(seconds: float) -> Painted:
        whole.paste(rippled(mirrored, strength_px, seconds * 2.2), (0, top))
        return whole, mask

    stage.add_moving(paint, depth=0.2)


def window_light(stage: Stage, name: str, slant: float, strength: float) -> Image.Image:
    """A mask of shadow on a wall: what a window frame and some branches keep from the sun."""
    rng = stage.rng(name)
    width, height, unit = stage.width, stage.height, stage.unit
    bars: list[list[Point]] = []
    shift = rng.uniform(-0.2, 0.2) * unit
    for index in range(-2, 5):
        x = width * 0.5 + (index - 1) * unit * rng.uniform(0.34, 0.4) + shift
        thick = unit * rng.uniform(0.035, 0.075)
        lean = slant * unit * 0.6
        bars.append(
            [(x, -5), (x + thick, -5), (x + thick + lean, height + 5), (x + lean, height + 5)]
        )
    for index in range(3):
        y = height * (0.02 + index * 0.36) + rng.uniform(-0.05, 0.05) * unit
        thick, fall = unit * rng.uniform(0.04, 0.07), slant * unit * 0.5
        bars.append(
            [(-5, y), (width + 5, y + fall), (width + 5, y + fall + thick), (-5, y + thick)]
        )
    bars.append(
        [(-5, -5), (width * rng.uniform(0.05, 0.2), -5), (-5, height * rng.uniform(0.2, 0.5))]
    )
    mask = blurred(shapes(stage.size, bars, fine=1), unit * 0.014)
    dapple = noise(stage.size, rng.fork("dapple"), (4, 4), 3)
    mask = ImageChops.lighter(mask, scaled(curve(dapple, lambda v: max(0.0, v - 0.55) * 1.6), 0.6))
    return scaled(mask, strength)


def with_texture(stage: Stage, image: Image.Image, name: str, amount: float) -> Image.Image:
    """Plaster: fine and broad unevenness."""
    rng = stage.rng(name)
    broad = noise(image.size, rng.fork("broad"), (3, 3), 3)
    fine = noise(image.size, rng.fork("fine"), (70, 70), 2)
    return soft_light(soft_light(image, broad, amount), fine, amount * 0.35)
