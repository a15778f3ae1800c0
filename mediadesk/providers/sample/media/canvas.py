"""Drawing with Pillow alone: gradients, clouds, anti-aliased shapes, shading, glow and grain.

All helpers are pure and repeatable. Shapes are drawn larger and reduced, gradients are short
strips that C code stretches, and noise is a few hashed pixels blown up: no per-pixel Python.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from mediadesk.providers.sample.media.colour import RGB, ramp
from mediadesk.providers.sample.media.prng import Rng

Size = tuple[int, int]
Point = tuple[float, float]
Stop = tuple[float, RGB]
Warp = Callable[[float, float], Point]

_SOFT = Image.Resampling.BICUBIC
_FAST = Image.Resampling.BILINEAR
_STRIP = 512


def flat(size: Size, colour: RGB) -> Image.Image:
    """One colour."""
    return Image.new("RGB", size, colour)


def gradient(size: Size, stops: Sequence[Stop], *, across: bool = False) -> Image.Image:
    """A colour run from top to bottom (``across``: left to right) through placed stops."""
    strip = Image.new("RGB", (1, _STRIP))
    strip.putdata([_at(stops, index / (_STRIP - 1)) for index in range(_STRIP)])
    if across:
        strip = strip.transpose(Image.Transpose.TRANSPOSE)
    return strip.resize(size, _FAST)


def _at(stops: Sequence[Stop], place: float) -> RGB:
    for (left, first), (right, second) in pairwise(stops):
        if place <= right:
            return ramp((first, second), (place - left) / max(1e-6, right - left))
    return stops[-1][1]


def fade(size: Size, stops: Sequence[tuple[float, float]], *, across: bool = False) -> Image.Image:
    """A grey run (values 0..1), used as a mask."""
    grey = [(place, (round(value * 255),) * 3) for place, value in stops]
    return gradient(size, [(p, (v[0], v[1], v[2])) for p, v in grey], across=across).getchannel(0)


def curve(image: Image.Image, change: Callable[[float], float]) -> Image.Image:
    """A grey picture with every value (0..1) sent through a function."""
    return image.point([min(255, max(0, round(change(v / 255) * 255))) for v in range(256)])


def scaled(mask: Image.Image, share: float) -> Image.Image:
    """A mask made weaker or stronger."""
    return curve(mask, lambda value: value * share)


def noise(size: Size, rng: Rng, cells: tuple[int, int], octaves: int = 4) -> Image.Image:
    """Soft cloud noise, stretched to the full grey range."""
    small = (max(8, size[0] // 2), max(8, size[1] // 2))
    result: Image.Image | None = None
    weight, total = 1.0, 0.0
    for octave in range(octaves):
        grid = (cells[0] << octave) + 3, (cells[1] << octave) + 3
        if grid[0] > small[0] or grid[1] > small[1]:
            break
        layer = Image.frombytes("L", grid, rng.noise_bytes(grid[0] * grid[1]))
        layer = layer.resize(small, _SOFT, box=(1, 1, grid[0] - 1, grid[1] - 1))
        total += weight
        result = layer if result is None else Image.blend(result, layer, weight / total)
        weight *= 0.55
    if result is None:
        result = Image.new("L", small, 128)
    low, high = result.getextrema()
    bottom, top = float(_scalar(low)), float(_scalar(high))
    span = max(1.0, top - bottom)
    result = curve(result, lambda value: (value * 255 - bottom) / span)
    return result.resize(size, _FAST)


def _scalar(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def toned(grey: Image.Image, stops: Sequence[RGB]) -> Image.Image:
    """A grey picture coloured through a ramp of colours."""
    table = [ramp(stops, value / 255) for value in range(256)]
    bands = [grey.point([colour[band] for colour in table]) for band in range(3)]
    return Image.merge("RGB", bands)


def polygon(size: Size, points: Sequence[Point], *, fine: int = 3) -> Image.Image:
    """An anti-aliased mask of a closed outline; only its own box is drawn enlarged."""
    return shapes(size, [points], fine=fine)


def shapes(size: Size, outlines: Sequence[Sequence[Point]], *, fine: int = 3) -> Image.Image:
    """One mask of several outlines."""

    def paint(draw: ImageDraw.ImageDraw, place: Callable[[Point], Point]) -> None:
        for points in outlines:
            draw.polygon([place(point) for point in points], fill=255)

    return drawn(size, _box([p for points in outlines for p in points], 2), paint, fine=fine)


def strokes(
    size: Size, lines: Sequence[tuple[Sequence[Point], float]], *, fine: int = 3
) -> Image.Image:
    """One mask of several lines, each with its width."""
    widest = max((width for _, width in lines), default=1.0)

    def paint(draw: ImageDraw.ImageDraw, place: Callable[[Point], Point]) -> None:
        for points, width in lines:
            thick = max(1, round(width * fine))
            draw.line([place(p) for p in points], fill=255, width=thick, joint="curve")

    return drawn(size, _box([p for points, _ in lines for p in points], widest), paint, fine=fine)


def ellipse(size: Size, centre: Point, radii: Point, *, fine: int = 3) -> Image.Image:
    """An anti-aliased disc or ellipse as a mask."""
    return polygon(size, ring(centre, radii), fine=fine)


def ring(centre: Point, radii: Point, turn: float = 0.0, steps: int = 120) -> list[Point]:
    """The outline of an ellipse, turned by ``turn`` radians."""
    cos, sin = math.cos(turn), math.sin(turn)
    points = []
    for index in range(steps):
        angle = math.tau * index / steps
        x, y = radii[0] * math.cos(angle), radii[1] * math.sin(angle)
        points.append((centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos))
    return points


def drawn(
    size: Size,
    box: tuple[int, int, int, int],
    paint: Callable[[ImageDraw.ImageDraw, Callable[[Point], Point]], None],
    *,
    fine: int = 3,
) -> Image.Image:
    """A mask drawn enlarged inside ``box`` and reduced into place."""
    mask = Image.new("L", size, 0)
    left, top = max(0, box[0]), max(0, box[1])
    right, bottom = min(size[0], box[2]), min(size[1], box[3])
    if right <= left or bottom <= top:
        return mask
    if (right - left) * (bottom - top) > 1_600_000:
        fine = min(fine, 2)
    large = Image.new("L", ((right - left) * fine, (bottom - top) * fine), 0)
    paint(ImageDraw.Draw(large), lambda p: ((p[0] - left) * fine, (p[1] - top) * fine))
    mask.paste(large.reduce(fine) if fine > 1 else large, (left, top))
    return mask


def _box(points: Sequence[Point], pad: float) -> tuple[int, int, int, int]:
    if not points:
        return 0, 0, 0, 0
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return (
        math.floor(min(xs) - pad) - 1,
        math.floor(min(ys) - pad) - 1,
        math.ceil(max(xs) + pad) + 1,
        math.ceil(max(ys) + pad) + 1,
    )


def glow(size: Size, centre: Point, radius: float, *, power: float = 1.6) -> Image.Image:
    """A round light that falls off to nothing at ``radius``, as a mask."""
    spot = curve(Image.radial_gradient("L"), lambda v: max(0.0, 1.0 - v * 1.42) ** power)
    return placed(size, spot, centre, (radius, radius))


def placed(size: Size, spot: Image.Image, centre: Point, radii: Point) -> Image.Image:
    """A grey stamp stretched to the radii and set on black."""
    mask = Image.new("L", size, 0)
    width, height = max(2, round(radii[0] * 2)), max(2, round(radii[1] * 2))
    if width > 4 * max(size) or height > 4 * max(size):
        width, height = min(width, 4 * max(size)), min(height, 4 * max(size))
    left, top = round(centre[0] - width / 2), round(centre[1] - height / 2)
    mask.paste(spot.resize((width, height), _FAST), (left, top))
    return mask


def blurred(image: Image.Image, radius: float) -> Image.Image:
    """A blur whose cost does not grow with its radius: far blurs work on a small copy."""
    if radius < 0.4:
        return image
    shrink = max(1, int(radius // 3))
    if shrink == 1:
        return image.filter(ImageFilter.GaussianBlur(radius))
    small = image.resize(
        (max(1, image.width // shrink), max(1, image.height // shrink)), Image.Resampling.BOX
    )
    return small.filter(ImageFilter.GaussianBlur(radius / shrink)).resize(image.size, _SOFT)


def warped(image: Image.Image, warp: Warp, cells: int = 24) -> Image.Image:
    """The picture seen through a bent grid; ``warp`` maps a target point to its source (0..1)."""
    width, height = image.size
    columns = [round(width * index / cells) for index in range(cells + 1)]
    rows = [round(height * index / cells) for index in range(cells + 1)]
    nodes = [[_clamped(warp(x / width, y / height), image.size) for x in columns] for y in rows]
    mesh = []
    for j in range(cells):
        for i in range(cells):
            box = (columns[i], rows[j], columns[i + 1], rows[j + 1])
            if box[0] == box[2] or box[1] == box[3]:
                continue
            quad = (*nodes[j][i], *nodes[j + 1][i], *nodes[j + 1][i + 1], *nodes[j][i + 1])
            mesh.append((box, quad))
    return image.transform(image.size, Image.Transform.MESH, mesh, _FAST)


def _clamped(point: Point, size: Size) -> Point:
    x, y = point[0] * size[0], point[1] * size[1]
    return min(size[0] - 1.0, max(0.0, x)), min(size[1] - 1.0, max(0.0, y))


def rippled(image: Image.Image, strength: float, phase: float, top: int = 0) -> Image.Image:
    """Rows pushed sideways like a reflection on moving water; more so towards the viewer."""
    result = image.copy()
    width, height = image.size
    step = max(1, height // 180)
    for y in range(top, height, step):
        depth = (y - top) / max(1, height - top)
        beat = math.sin(depth * 46 / (0.25 + depth) + phase) + 0.5 * math.sin(depth * 90 - phase)
        shift = round(strength * (0.25 + depth) * beat)
        if shift:
            row = image.crop((0, y, width, min(height, y + step)))
            result.paste(row, (shift, y))
    return result


def grain(size: Size, rng: Rng) -> Image.Image:
    """Fine film grain around middle grey."""
    tile = (min(size[0], 640), min(size[1], 640))
    speck = Image.frombytes("L", tile, rng.noise_bytes(tile[0] * tile[1]))
    speck = speck.filter(ImageFilter.GaussianBlur(0.6))
    result = Image.new("L", size, 128)
    for y in range(0, size[1], tile[1]):
        for x in range(0, size[0], tile[0]):
            result.paste(speck, (x, y))
    return result


def soft_light(image: Image.Image, grey: Image.Image, amount: float) -> Image.Image:
    """Relief or grain laid into a picture; middle grey changes nothing."""
    eased = curve(grey, lambda value: 0.5 + (value - 0.5) * amount)
    return ImageChops.soft_light(image, Image.merge("RGB", (eased, eased, eased)))


def tinted(image: Image.Image, colour: RGB, mask: Image.Image) -> Image.Image:
    """The picture with a colour laid on through a mask."""
    result = image.copy()
    result.paste(colour, (0, 0, *image.size), mask)
    return result


def lit(image: Image.Image, colour: RGB, mask: Image.Image) -> Image.Image:
    """Light of a colour added through a mask (screen)."""
    light = Image.composite(flat(image.size, colour), flat(image.size, (0, 0, 0)), mask)
    return ImageChops.screen(image, light)


def shaded(image: Image.Image, colour: RGB, mask: Image.Image) -> Image.Image:
    """Shadow of a colour laid through a mask (multiply)."""
    shade = Image.composite(flat(image.size, colour), flat(image.size, (255, 255, 255)), mask)
    return ImageChops.multiply(image, shade)
