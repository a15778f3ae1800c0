"""Filming a scene: still layers are joined where that changes nothing, a camera moves over all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from mediadesk.providers.sample.media.canvas import Size, flat
from mediadesk.providers.sample.media.scene import Blend, Layer, laid

_NEARLY = 0.055
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Camera:
    """A slow move: pan, rise and dolly. ``margin`` is the room on each side, in pixels."""

    frame: Size
    margin: tuple[float, float]
    direction: float
    rise: float
    zoom: float
    seconds: float

    def view(self, layer: Layer, seconds: float) -> tuple[float, float, float]:
        """Left, top and scale of what the frame shows of a layer at a moment."""
        share = seconds / max(0.1, self.seconds)
        near = 0.25 + 0.75 * layer.depth
        eased = share * share * (3 - 2 * share) if self.zoom >= 0 else 1 - share
        scale = 1.0 - abs(self.zoom) * eased * (0.35 + 0.65 * layer.depth)
        swing = -math.cos(math.pi * share) * self.direction
        spare_x = self.frame[0] * (1 - scale) / 2
        spare_y = self.frame[1] * (1 - scale) / 2
        x = self.margin[0] * (1 + 0.8 * swing * near) + spare_x
        x += layer.drift * seconds * self.frame[0]
        y = self.margin[1] * (1 + 0.8 * self.rise * (2 * share - 1) * near) + spare_y
        widest, tallest = self.margin[0] * 2 + spare_x * 2, self.margin[1] * 2 + spare_y * 2
        return min(widest, max(0.0, x)), min(tallest, max(0.0, y)), scale


def joined(layers: Sequence[Layer]) -> list[Layer]:
    """The same stack with fewer layers: still neighbours at about the same depth become one."""
    result: list[Layer] = []
    for layer in layers:
        last = result[-1] if result else None
        if last is not None and _can_join(last, layer):
            result[-1] = _one_of(last, layer)
        else:
            result.append(layer)
    return result


def _can_join(below: Layer, above: Layer) -> bool:
    if below.paint is not None or above.paint is not None or below.blend is not Blend.OVER:
        return False
    if above.drift != below.drift or abs(above.depth - below.depth) > _NEARLY:
        return False
    return below.mask is None or above.blend is Blend.OVER


def _one_of(below: Layer, above: Layer) -> Layer:
    colour, mask = below.at(0.0)
    upper, upper_mask = above.at(0.0)
    if mask is None:
        return Layer(
            laid(colour.copy(), upper, upper_mask, above.blend), None, below.depth, below.drift
        )
    if upper_mask is None:
        return above
    base, top = colour.convert("RGBA"), upper.convert("RGBA")
    base.putalpha(mask)
    top.putalpha(upper_mask)
    both = Image.alpha_composite(base, top)
    return Layer(both.convert("RGB"), both.getchannel("A"), below.depth, below.drift)


def filmed(layers: Sequence[Layer], camera: Camera, seconds: float) -> Image.Image:
    """The scene at a moment, through the camera."""
    result = flat(camera.frame, (0, 0, 0))
    for layer in layers:
        colour, mask = layer.at(seconds)
        left, top, scale = camera.view(layer, seconds)
        target = _target(mask, camera.frame, left, top, scale)
        if target is None:
            continue
        box = _source(target, left, top, scale, colour.size)
        size = (target[2] - target[0], target[3] - target[1])
        seen = colour.resize(size, Image.Resampling.BILINEAR, box=box)
        seen_mask = mask.resize(size, Image.Resampling.BILINEAR, box=box) if mask else None
        if layer.blend is Blend.OVER:
            result.paste(seen, target, seen_mask)
        else:
            part = laid(result.crop(target), seen, seen_mask, layer.blend)
            result.paste(part, target)
    return result


def _target(
    mask: Image.Image | None, frame: Size, left: float, top: float, scale: float
) -> tuple[int, int, int, int] | None:
    """The part of the frame that a layer can touch; None where it is out of sight."""
    if mask is None:
        return 0, 0, frame[0], frame[1]
    found = mask.getbbox()
    if found is None:
        return None
    x0 = max(0, math.floor((found[0] - left) / scale) - 1)
    y0 = max(0, math.floor((found[1] - top) / scale) - 1)
    x1 = min(frame[0], math.ceil((found[2] - left) / scale) + 1)
    y1 = min(frame[1], math.ceil((found[3] - top) / scale) + 1)
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def _source(
    target: tuple[int, int, int, int], left: float, top: float, scale: float, size: Size
) -> Box:
    return (
        max(0.0, left + target[0] * scale),
        max(0.0, top + target[1] * scale),
        min(float(size[0]), left + target[2] * scale),
        min(float(size[1]), top + target[3] * scale),
    )
