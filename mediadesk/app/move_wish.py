"""What the user wants when the library shall lie elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MoveWish:
    """Where the library shall lie, and whether the old folder goes once that is done."""

    target: Path
    deletes_old: bool
