"""What changed between two texts, word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

MOST_WORDS = 4_000
"""Longer texts are told as one removed and one added piece: comparing takes time by the square."""
_PIECES = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together and have the same fate."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """The pieces in reading order: without the added ones they make ``before``."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return _replaced(before, after)
    pieces: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(old[first:last])))
        else:
            pieces += _replaced("".join(old[first:last]), "".join(new[new_first:new_last]))
    return pieces


def _replaced(before: str, after: str) -> list[Piece]:
    found = [Piece(Change.REMOVED, before), Piece(Change.ADDED, after)]
    return [piece for piece in found if piece.text]
