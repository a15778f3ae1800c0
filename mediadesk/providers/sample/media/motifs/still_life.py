"""Vases on a plinth, a bowl of fruit, an arch in a quiet room: objects in window light."""

from __future__ import annotations

import math

from PIL import Image, ImageChops

from mediadesk.providers.sample.media.canvas import (
    Point,
    blurred,
    curve,
    ellipse,
    flat,
    gradient,
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
from mediadesk.providers.sample.media.motifs.common import window_light, with_texture
from mediadesk.providers.sample.media.motifs.pottery import (
    PROFILES,
    cast_shadow,
    glazed_skin,
    pot,
)
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.scene import Blend, Painted, Stage


def room(stage: Stage, floor: float, name: str) -> tuple[RGB, RGB]:
    """A plaster wall and a surface, both in window light; returns their colours."""
    p, rng = stage.palette, stage.rng(name)
    wall = mix(mix(p.paper, p.sky[2], 0.35), p.far, rng.uniform(0.06, 0.28))
    side = stage.reading.light_from
    run = gradient(stage.size, [(0, lighten(wall, 0.03)), (1, lighten(wall, -0.1))], across=True)
    if side > 0:
        run = run.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    stage.add(with_texture(stage, run, name + "wall", 0.35), depth=0.0)
    shadow = window_light(stage, name + "window", -side * rng.uniform(0.5, 1.1), 0.5)
    tone = mix(p.near, p.mid, 0.6)
    dark = mix(tone, (255, 255, 255), 0.18)

    def paint(seconds: float) -> Painted:
        return flat(stage.size, dark), scaled(shadow, 0.9 + 0.1 * math.sin(seconds * 1.1))

    stage.add_moving(paint, depth=0.02, drift=0.006, blend=Blend.MULTIPLY)
    return wall, dark


def plinth(stage: Stage, top: float, wall: RGB, dark: RGB) -> float:
    """A stone block seen a little from above; returns the height (0..1) things stand on."""
    rng = stage.rng("plinth")
    stone = mix(lighten(wall, 0.05), stage.palette.paper, 0.5)
    left, right = -0.03, 1.03
    if rng.chance(0.55):
        left, right = rng.uniform(0.02, 0.12), 1 - rng.uniform(0.02, 0.12)
    deep, (width, height) = 0.1, stage.size
    face = [
        (left * width, (top + deep) * height),
        (right * width, (top + deep) * height),
        (right * width, height * 1.1),
        (left * width, height * 1.1),
    ]
    slant = 0.06
    lid = [
        ((left + slant) * width, top * height),
        ((right - slant) * width, top * height),
        (right * width, (top + deep) * height),
        (left * width, (top + deep) * height),
    ]
    front = gradient(
        stage.size,
        [
            (0, lighten(stone, -0.05)),
            (top + deep, lighten(stone, -0.05)),
            (1.0, lighten(stone, -0.2)),
        ],
    )
    veins = noise(stage.size, rng.fork("veins"), (3, 26), 4)
    front = soft_light(with_texture(stage, front, "stone", 0.5), veins, 0.35)
    lid_top = gradient(
        stage.size, [(0, stone), (top, lighten(stone, -0.01)), (top + deep, lighten(stone, 0.05))]
    )
    cast = window_light(stage, "plinthwindow", -stage.reading.light_from * 1.4, 0.4)
    stage.add(shaded(front, dark, cast), polygon(stage.size, face), depth=0.3)
    stage.add(
        shaded(with_texture(stage, lid_top, "lid", 0.3), dark, cast),
        polygon(stage.size, lid),
        depth=0.3,
    )
    return top + deep * 0.55


def vases(stage: Stage) -> None:
    """One to seven turned pots with dipped glazes on a stone plinth."""
    p, rng, reading = stage.palette, stage.rng("vases"), stage.reading
    wall, dark = room(stage, 0.6, "room")
    foot = plinth(stage, rng.uniform(0.62, 0.68), wall, dark)
    count = max(1, min(7, reading.count or rng.integer(2, 4)))
    glazes = rng.shuffled(
        (
            p.accent,
            mix(p.second, p.mid, 0.35),
            lighten(wall, 0.06),
            mix(p.mid, p.far, 0.4),
            mix(p.near, p.mid, 0.4),
            mix(p.paper, p.sky[2], 0.3),
            mix(p.accent, p.far, 0.5),
        )
    )
    names = rng.shuffled(tuple(PROFILES))
    room_width = min(0.84, 0.3 * count) * stage.width
    middle = stage.width * (0.5 + (reading.focus - 0.5) * (0.9 if count < 3 else 0.3))
    order = rng.shuffled(range(count))
    for index in order:
        tall = stage.unit * rng.uniform(0.3, 0.52) * reading.scale * (1.0 if count < 4 else 0.78)
        name = names[index % len(names)]
        if name == "low":
            tall *= 0.62
        slot = 0.0 if count == 1 else index / (count - 1) - 0.5
        x = middle + slot * room_width * 0.72 + rng.around(0, 0.02) * stage.width
        y = stage.height * (foot + rng.uniform(-0.02, 0.035))
        pot(stage, rng.fork(index), (x, y), tall, PROFILES[name], glazes[index % len(glazes)])


def bowl(stage: Stage) -> None:
    """A footed bowl heaped with fruit on a table in window light."""
    p, rng, reading = stage.palette, stage.rng("bowl"), stage.reading
    wall, dark = room(stage, 0.6, "room")
    table = rng.uniform(0.58, 0.64)
    wood = mix(mix(wall, p.mid, 0.45), p.accent, 0.12)
    top = gradient(stage.size, [(0, wood), (table, lighten(wood, -0.04)), (1, lighten(wood, 0.05))])
    grain = noise(stage.size, rng.fork("wood"), (3, 60), 3)
    top = shaded(
        soft_light(top, grain, 0.5),
        dark,
        window_light(stage, "tablewindow", -reading.light_from * 1.5, 0.45),
    )
    box = [
        (-5, table * stage.height),
        (stage.width + 5, table * stage.height),
        (stage.width + 5, stage.height + 5),
        (-5, stage.height + 5),
    ]
    stage.add(top, polygon(stage.size, [(float(x), float(y)) for x, y in box]), depth=0.2)
    centre = (stage.width * (0.5 + (reading.focus - 0.5) * 0.7), stage.height * (table + 0.06))
    half = stage.unit * rng.uniform(0.26, 0.32) * reading.scale
    deep = half * rng.uniform(0.6, 0.8)
    glaze = rng.choice((mix(p.mid, p.far, 0.4), p.near, mix(p.paper, p.far, 0.3), p.second))
    cast_shadow(stage, (centre[0], centre[1] + deep), deep * 1.3, half * 0.75)
    stage.add(mix(glaze, p.ink, 0.55), ellipse(stage.size, centre, (half, half * 0.2)), depth=0.45)
    fruits = (
        p.accent,
        p.second,
        mix(p.accent, p.second, 0.5),
        mix(p.second, p.far, 0.3),
        mix(p.accent, p.ink, 0.3),
    )
    count = max(3, min(9, reading.count or rng.integer(5, 8)))
    spots = [(rng.uniform(-0.68, 0.68), rng.uniform(0.0, 1.0)) for _ in range(count)]
    spots.sort(key=lambda spot: -spot[1])
    for index, (u, lift) in enumerate(spots):
        size = half * rng.uniform(0.25, 0.34)
        at = (centre[0] + u * half, centre[1] - size * 0.45 - lift * half * 0.3 * (1 - abs(u)))
        ball(stage, rng.fork(index), at, size, fruits[index % len(fruits)])
    _front_of_bowl(stage, rng, centre, half, deep, glaze)
    for index in range(rng.integer(0, 2)):
        size = half * rng.uniform(0.24, 0.3)
        at = (
            centre[0] + (half * 1.25 + size * index * 1.2) * -reading.light_from,
            centre[1] + deep - size * 0.5,
        )
        cast_shadow(stage, (at[0], at[1] + size * 0.9), size, size)
        ball(stage, rng.fork(f"lone{index}"), at, size, fruits[(index + 1) % len(fruits)])


def _front_of_bowl(
    stage: Stage, rng: Rng, centre: Point, half: float, deep: float, glaze: RGB
) -> None:
    steps = [i / 40 for i in range(41)]
    profile = [
        (half * math.sqrt(max(0.0, 1 - (v * 0.94) ** 2.1)), centre[1] + deep * v) for v in steps
    ]
    rim = [
        (centre[0] + half * math.cos(a), centre[1] + half * 0.2 * math.sin(a))
        for a in (math.pi * i / 60 for i in range(61))
    ]
    outline = [
        *rim,
        *((centre[0] - r, y) for r, y in profile),
        *reversed([(centre[0] + r, y) for r, y in profile]),
    ]
    skin = glazed_skin(stage, rng, (round(half * 2) + 4, round(deep * 1.2) + 4), glaze)
    body = Image.new("RGB", stage.size)
    body.paste(skin, (round(centre[0] - half) - 2, round(centre[1] - deep * 0.1)))
    stage.add(body, polygon(stage.size, outline), depth=0.45)
    lip = [(*rim[i], *rim[i + 1]) for i in range(60)]
    inner = [
        (centre[0] + half * 0.985 * math.cos(a), centre[1] + half * 0.185 * math.sin(a))
        for a in (math.pi * i / 60 for i in range(61))
    ]
    edge = [(x, y) for x, y, _, _ in lip] + list(reversed(inner))
    stage.add(lighten(glaze, 0.14), polygon(stage.size, edge), depth=0.45)


def ball(stage: Stage, rng: Rng, at: Point, size: float, colour: RGB) -> None:
    """A fruit: a ball with a lit side, bounced light, a highlight, blush and a stalk."""
    p, side = stage.palette, round(size * 2.2)
    box = (side, side)
    spot = curve(Image.radial_gradient("L"), lambda v: max(0.0, 1.0 - (v * 1.25) ** 1.5))
    light = Image.new("L", box, 0)
    offset = (round(side * (-0.34 + 0.16 * stage.reading.light_from)), round(-side * 0.5))
    light.paste(spot.resize((round(side * 1.7), round(side * 1.7))), offset)
    face = Image.composite(
        flat(box, lighten(colour, 0.08)), flat(box, mix(colour, p.ink, 0.62)), light
    )
    blush = noise(box, rng.fork("blush"), (2, 2), 3)
    face = tinted(
        face, mix(colour, p.second, 0.5), scaled(curve(blush, lambda v: max(0.0, v - 0.5)), 0.8)
    )
    face = soft_light(face, noise(box, rng.fork("peel"), (26, 26), 1), 0.22)
    shine = ellipse(
        box,
        (side * (0.5 + 0.16 * stage.reading.light_from), side * 0.3),
        (size * 0.17, size * 0.11),
    )
    face = lit(face, p.sun, scaled(blurred(shine, size * 0.06), 0.7))
    outline = ring((side / 2, side / 2), (size, size * rng.uniform(0.92, 1.04)))
    mask, colours = Image.new("L", stage.size, 0), Image.new("RGB", stage.size)
    corner = (round(at[0] - side / 2), round(at[1] - side / 2))
    mask.paste(polygon(box, outline), corner)
    colours.paste(face, corner)
    stage.add(colours, mask, depth=0.45)


def arch(stage: Stage) -> None:
    """A niche with an arch, steps, a ball and a pot; the light comes round the corner."""
    p, rng, reading = stage.palette, stage.rng("arch"), stage.reading
    wall, dark = room(stage, 0.8, "room")
    side = reading.light_from
    half, floor = stage.unit * rng.uniform(0.22, 0.3) * reading.scale, stage.height * 0.8
    x = stage.width * (0.5 + (reading.focus - 0.5) * 0.6)
    tall = half * rng.uniform(1.3, 1.9)
    count = max(1, min(3, reading.count or rng.integer(1, 2)))
    for index in range(count):
        grow = 1.0 - index * 0.24
        curve_top = [
            (x + half * grow * math.cos(a), floor - tall * grow - half * grow * math.sin(a))
            for a in (math.pi * i / 60 for i in range(61))
        ]
        outline = [(x + half * grow, floor), *curve_top, (x - half * grow, floor)]
        deep = mix(mix(wall, p.accent, 0.35 + 0.2 * index), p.near, 0.12 * index)
        run = gradient(stage.size, [(0, lighten(deep, -0.08)), (1, lighten(deep, 0.06))])
        inside = polygon(stage.size, outline)
        stage.add(with_texture(stage, run, f"niche{index}", 0.3), inside, depth=0.06 * index)
        moved = ImageChops.offset(inside, round(-side * half * 0.3), round(half * 0.12))
        inner = blurred(ImageChops.subtract(inside, moved), half * 0.035)
        inner = ImageChops.multiply(inner, inside)
        stage.add(
            mix(dark, p.near, 0.25), scaled(inner, 0.75), depth=0.06 * index, blend=Blend.MULTIPLY
        )
    _steps(stage, rng, floor, wall, dark)
    ball(
        stage,
        rng.fork("ball"),
        (x + side * half * 0.35, floor - half * 0.3),
        half * 0.34,
        rng.choice((p.second, p.accent, p.mid)),
    )
    beside = x - side * half * rng.uniform(1.15, 1.5)
    beside = min(stage.width * 0.88, max(stage.width * 0.12, beside))
    spot = (beside, floor + stage.height * 0.07)
    name = rng.choice(tuple(PROFILES))
    pot(
        stage,
        rng.fork("pot"),
        spot,
        half * rng.uniform(0.9, 1.25),
        PROFILES[name],
        rng.choice((mix(p.mid, p.far, 0.3), p.near, p.second)),
    )


def _steps(stage: Stage, rng: Rng, floor: float, wall: RGB, dark: RGB) -> None:
    stone = mix(lighten(wall, 0.03), stage.palette.paper, 0.4)
    cast = window_light(stage, "stepwindow", -stage.reading.light_from, 0.4)
    high = (stage.height - floor) / 3
    for index in range(3):
        top = floor + index * high
        edge = stage.width * (0.06 - 0.06 * index) * (1 if rng.chance(0.5) else 1.4)
        box = [
            (edge - 9, top),
            (stage.width - edge + 9, top),
            (stage.width - edge + 9, stage.height + 9),
            (edge - 9, stage.height + 9),
        ]
        lid = (top + high * 0.55) / stage.height
        run = gradient(
            stage.size,
            [
                (0, lighten(stone, 0.05)),
                (lid, lighten(stone, 0.04)),
                (lid + 0.004, lighten(stone, -0.07)),
                (1.01, lighten(stone, -0.13)),
            ],
        )
        run = shaded(with_texture(stage, run, f"step{index}", 0.3), dark, cast)
        stage.add(run, polygon(stage.size, box), depth=0.25 + 0.1 * index)
