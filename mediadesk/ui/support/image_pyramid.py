"""A picture in halving sizes, so that a zoomed-out view never resamples all its pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from mediadesk.services.raw_picture import RawPicture


def images_of(picture: RawPicture) -> list[QImage]:
    """The levels of a decoded picture, largest first, in the format that paints fastest.

    No pixel is copied, for that takes longer than a frame: the images keep the decoder's answer.
    """
    painted = (
        QImage.Format.Format_ARGB32_Premultiplied
        if picture.has_alpha
        else QImage.Format.Format_RGB32
    )
    return [
        QImage(level.data, level.width, level.height, level.width * 4, painted)
        for level in picture.levels
    ]


def level_for(levels: Sequence[QImage], width: float) -> QImage:
    """The smallest level that is at least ``width`` pixels wide, else the largest. Raises
    IndexError when there is none."""
    best = levels[0]
    for level in levels[1:]:
        if level.width() < width:
            break
        best = level
    return best
