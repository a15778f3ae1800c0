"""Turned pots: shape from a profile, light round the body, glaze, speckles and shadow."""

from __future__ import annotations

import math
from collections.abc import Callable

from PIL import Image, ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    curve,
    ellipse,
    fade,
    flat,
    lit,
    noise,
    polygon,
    ring,
    scaled,
    shaded,
    soft_light,
    tinted,
)
from mediadesk.providers.sample.media.colour import RGB, lighten, mix
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Stage

PROFILES: dict[str, tuple[tuple[float, float], ...]] = {
    # height above the foot (share of the height) and radius (share of the height)
    "round": ((0, 0.2), (0.06, 0.3), (0.2, 0.43), (0.36, 0.48), (0.52, 0.4), (0.64, 0.22),
              (0.72, 0.12), (0.85, 0.115), (1.0, 0.17)),
    "bottle": ((0, 0.15), (0.05, 0.17), (0.3, 0.185), (0.5, 0.175), (0.64, 0.12), (0.75, 0.06),
               (0.9, 0.05), (1.0, 0.066)),
    "low": ((0, 0.3), (0.08, 0.48), (0.25, 0.62), (0.42, 0.66), (0.58, 0.55), (0.7, 0.3),
            (0.8, 0.19), (0.9, 0.19), (1.0, 0.25)),
    "amphora": ((0, 0.11), (0.1, 0.14), (0.35, 0.27), (0.58, 0.34), (0.74, 0.27), (0.84, 0.12),
                (0.93, 0.1), (1.0, 0.15)),
    "cylinder": ((0, 0.21), (0.04, 0.23), (0.5, 0.225), (0.93, 0.235), (1.0, 0.24)),
    "gourd": ((0, 0.2), (0.1, 0.3), (0.28, 0.36), (0.46, 0.26), (0.54, 0.2), (0.66, 0.24),
              (0.78, 0.22), (0.9, 0.1), (1.0, 0.12)),
}  # fmt: skip


def pot(
    stage: Stage,
    rng: Rng,
    foot: Point,
    tall: float,
    profile: tuple[tuple[float, float], ...],
    glaze: RGB,
) -> None:
    """A turned pot: outline from its profile, light round its body, glaze, speckles, shadow."""
    radius = _smooth(profile)
    widest = max(radius(i / 60) for i in range(61)) * tall
    cast_shadow(stage, foot, tall, widest)
    side = [(radius(i / 80) * tall, foot[1] - i / 80 * tall) for i in range(81)]
    base = [(foot[0] + side[0][0] * math.cos(a), foot[1] + side[0][0] * 0.16 * math.sin(a))
            for a in (math.pi * i / 24 for i in range(25))]  # fmt: skip
    outline = [
        *((foot[0] - r, y) for r, y in reversed(side)),
        *reversed(base),
        *((foot[0] + r, y) for r, y in side),
    ]
    mask = polygon(stage.size, outline)
    skin = glazed_skin(stage, rng, (round(widest * 2) + 4, round(tall * 1.08) + 4), glaze)
    body = _wrapped(stage, skin, foot, tall, widest, radius)
    stage.add(body, mask, depth=0.45)
    _mouth(stage, foot, tall, radius(1.0) * tall, glaze)


def _smooth(profile: tuple[tuple[float, float], ...]) -> Callable[[float], float]:
    """A smooth curve through the points (Catmull-Rom over uneven heights)."""

    def at(v: float) -> float:
        last = len(profile) - 2
        i = next((k for k in range(len(profile) - 1) if v <= profile[k + 1][0]), last)
        p0, p1 = profile[max(0, i - 1)], profile[i]
        p2, p3 = profile[i + 1], profile[min(len(profile) - 1, i + 2)]
        t = (v - p1[0]) / max(1e-6, p2[0] - p1[0])
        m1 = (p2[1] - p0[1]) / max(1e-6, p2[0] - p0[0]) * (p2[0] - p1[0])
        m2 = (p3[1] - p1[1]) / max(1e-6, p3[0] - p1[0]) * (p2[0] - p1[0])
        return (
            (2 * t**3 - 3 * t**2 + 1) * p1[1] + (t**3 - 2 * t**2 + t) * m1
            + (-2 * t**3 + 3 * t**2) * p2[1] + (t**3 - t**2) * m2
        )  # fmt: skip

    return at


def glazed_skin(stage: Stage, rng: Rng, size: tuple[int, int], glaze: RGB) -> Image.Image:
    """The unrolled surface: glaze over clay with a wavy dip line, throwing rings and speckles."""
    p = stage.palette
    clay = mix(p.paper, p.far, rng.uniform(0.05, 0.25))
    skin = flat(size, glaze)
    if rng.chance(0.7):
        dip, wave = rng.uniform(0.25, 0.6), rng.uniform(0.02, 0.06)
        phase = rng.uniform(0, 6)
        line = [
            (size[0] * i / 60, size[1] * (dip + wave * math.sin(phase + i / 60 * 5) +
             wave * 0.4 * math.sin(i / 60 * 13))) for i in range(61)
        ]  # fmt: skip
        over = blurred(polygon(size, [*line, (size[0], -1), (0, -1)]), 1.2)
        skin = tinted(skin, clay if rng.chance(0.6) else lighten(glaze, -0.2), over)
    rings = noise(size, rng.fork("rings"), (1, 40), 2)
    skin = soft_light(skin, rings, 0.3)
    speckle = noise(size, rng.fork("speckle"), (60, 60), 1)
    skin = tinted(skin, mix(p.ink, glaze, 0.3), curve(speckle, lambda v: max(0.0, v - 0.84) * 5))
    left, right = (0.0, 1.0) if stage.reading.light_from < 0 else (1.0, 0.0)
    places = sorted((abs(left - at), dark) for at, dark in (
        (0.0, 0.38), (0.12, 0.12), (0.3, 0.0), (0.5, 0.16), (0.72, 0.55), (0.9, 0.86), (1.0, 0.72)
    ))  # fmt: skip
    shade = fade(size, places, across=True)
    skin = shaded(skin, mix(p.near, p.ink, 0.35), scaled(shade, 0.92))
    shine_at = 0.27 if right == 1.0 else 0.73
    shine_stops = [(0, 0), (shine_at - 0.12, 0), (shine_at, 0.5), (shine_at + 0.14, 0), (1.01, 0)]
    shine = fade(size, shine_stops, across=True)
    tall = fade(size, [(0, 0.3), (0.35, 1.0), (0.7, 0.35), (1, 0.0)])
    return lit(skin, p.sun, scaled(ImageChops.multiply(shine, tall), rng.uniform(0.35, 0.8)))


def _wrapped(
    stage: Stage,
    skin: Image.Image,
    foot: Point,
    tall: float,
    widest: float,
    radius: Callable[[float], float],
) -> Image.Image:
    """The surface squeezed row by row to the outline, so that light turns round the body."""
    size = (round(widest * 2) + 4, round(tall * 1.08) + 4)
    top = tall * 1.0
    mesh = []
    step = max(1, size[1] // 260)
    for y in range(0, size[1], step):
        v = min(1.0, max(0.0, 1.0 - y / top))
        half = max(1.5, radius(v) * tall + 1.5)
        left, right = round(size[0] / 2 - half), round(size[0] / 2 + half)
        bottom = min(size[1], y + step)
        quad = (0, y, 0, bottom, size[0] - 1, bottom, size[0] - 1, y)
        mesh.append(((left, y, right, bottom), quad))
    turned = skin.transform(size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)
    body = Image.new("RGB", stage.size)
    body.paste(turned, (round(foot[0] - size[0] / 2), round(foot[1] - tall)))
    return body


def _mouth(stage: Stage, foot: Point, tall: float, radius: float, glaze: RGB) -> None:
    centre = (foot[0], foot[1] - tall)
    rim = polygon(stage.size, ring(centre, (radius, radius * 0.17)))
    hole = polygon(
        stage.size, ring((centre[0], centre[1] + radius * 0.02), (radius * 0.84, radius * 0.12))
    )
    stage.add(lighten(mix(glaze, stage.palette.paper, 0.45), 0.02), rim, depth=0.45)
    stage.add(mix(glaze, stage.palette.ink, 0.78), hole, depth=0.45)


def cast_shadow(stage: Stage, foot: Point, tall: float, widest: float) -> None:
    """Where a thing stands: a dark contact and a long soft shadow away from the light."""
    side = -stage.reading.light_from
    tone = mix(stage.palette.near, stage.palette.mid, 0.35)
    contact = ellipse(stage.size, (foot[0] + side * widest * 0.12, foot[1] + widest * 0.02),
                      (widest * 0.85, widest * 0.16))  # fmt: skip
    stage.add(tone, scaled(blurred(contact, widest * 0.07), 0.8), depth=0.42, blend=Blend.MULTIPLY)
    long = [
        (foot[0] - widest * 0.5, foot[1]),
        (foot[0] + widest * 0.5, foot[1] + widest * 0.12),
        (foot[0] + side * (tall * 1.25 + widest), foot[1] - tall * 0.08),
        (foot[0] + side * tall * 1.2, foot[1] - tall * 0.2),
    ]
    soft = blurred(polygon(stage.size, long), widest * 0.14)
    stage.add(tone, scaled(soft, 0.5), depth=0.42, blend=Blend.MULTIPLY)
