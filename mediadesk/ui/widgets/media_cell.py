"""What a media cell shows: the roles a model answers, and the measures of a cell.

Roles (all optional; None or "" means nothing):

=================== ===================================================================
role                value
=================== ===================================================================
``PICTURE``         QPixmap of any size; it covers the picture area
``COLOR``           ``#RRGGBB``, the average colour shown until the picture is there
``KIND``            ``image``, ``video``, ``audio`` or ``text``
``STATE``           ``done``, ``queued``, ``running``, ``failed``, ``uncertain``, ``cancelled``
``PROGRESS``        float 0..1 of a running job, None when it is not known
``RING_TEXT``       a few characters in the ring ("43%", "2/4")
``REASON``          why it failed or waits, few words
``SNIPPET``         the first lines of a text
``PEAKS``           waveform of a sound: pairs of lowest and highest sample
``BADGE``           bottom left: number of variations, tokens ("4", "212 tokens")
``LENGTH``          bottom right of a video or sound ("0:08")
``CAPTION``         below the picture, left: title or model
``CAPTION_RIGHT``   below the picture, right: cost or time left
``FAVOURITE``       bool: the heart
``MARKED``          bool: marked for compare
``ASSET_IDS``       list of asset ids (str) that a drag of this cell carries
=================== ===================================================================

The sentence for assistive technology is ``Qt.ItemDataRole.AccessibleTextRole``, the tooltip
``ToolTipRole``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole) + 100


class CellRole(IntEnum):
    """Roles of a media cell."""

    PICTURE = _FIRST
    COLOR = _FIRST + 1
    KIND = _FIRST + 2
    STATE = _FIRST + 3
    PROGRESS = _FIRST + 4
    RING_TEXT = _FIRST + 5
    REASON = _FIRST + 6
    SNIPPET = _FIRST + 7
    PEAKS = _FIRST + 8
    BADGE = _FIRST + 9
    LENGTH = _FIRST + 10
    CAPTION = _FIRST + 11
    CAPTION_RIGHT = _FIRST + 12
    FAVOURITE = _FIRST + 13
    MARKED = _FIRST + 14
    ASSET_IDS = _FIRST + 15


@dataclass(frozen=True, slots=True)
class CellMetrics:
    """Unscaled pixels. ``picture_height`` 0 means: as high as it is wide; ``ring_gap`` None: the
    ring of a chosen cell lies on the edge of its picture, else that far around it;
    ``marks_texts``: an icon before the caption says that it is a text."""

    width: int = 140
    picture_height: int = 0
    caption_height: int = 20
    gap: int = 10
    radius: int = 7
    is_slim: bool = False
    ring_gap: int | None = None
    marks_texts: bool = False


GRID = CellMetrics()
HISTORY = CellMetrics(
    width=132, picture_height=108, caption_height=22, ring_gap=1, marks_texts=True
)
SLIM = CellMetrics(width=32, picture_height=30, caption_height=0, gap=4, radius=5, is_slim=True)


@dataclass(frozen=True, slots=True)
class CellAction:
    """One of the icons that a hovered cell offers; the context menu offers the same."""

    name: str
    icon: str
    label: str
