"""Which painter makes which motif."""

from __future__ import annotations

from collections.abc import Callable

from mediadesk.providers.sample.media.motifs import (
    botanical,
    cat,
    graphic,
    landscape,
    night,
    planet,
    portrait,
    reef,
    road,
    still_life,
    strands,
    urban,
)
from mediadesk.providers.sample.media.motifs.guests import invite_guests
from mediadesk.providers.sample.media.scene import Stage

MOTIFS: dict[str, Callable[[Stage], None]] = {
    "mountains": landscape.mountains,
    "dunes": landscape.dunes,
    "forest": landscape.forest,
    "road": road.road,
    "aurora": night.aurora,
    "lighthouse": night.lighthouse,
    "planet": planet.planet,
    "vases": still_life.vases,
    "bowl": still_life.bowl,
    "arch": still_life.arch,
    "leaves": botanical.leaves,
    "tiles": graphic.tiles,
    "marble": graphic.marble,
    "strands": strands.strands,
    "retro_sun": graphic.retro_sun,
    "city": urban.city,
    "reef": reef.reef,
    "portrait": portrait.portrait,
    "cat": cat.cat,
}


def paint_motif(stage: Stage) -> None:
    """Paint the motif that the stage's reading names, with the weather its words call for."""
    MOTIFS[stage.reading.motif](stage)
    invite_guests(stage)
