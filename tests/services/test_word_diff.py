"""The word diff: nothing is lost, and what stayed is not told as changed."""

from __future__ import annotations

import random

import pytest

from mediadesk.domain.word_diff import MOST_WORDS, Change, Piece, word_diff


def put_together(pieces: list[Piece], left_out: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not left_out)


def test_a_changed_word_is_told_alone() -> None:
    assert word_diff("three red vases", "three blue vases") == [
        Piece(Change.KEPT, "three "),
        Piece(Change.REMOVED, "red"),
        Piece(Change.ADDED, "blue"),
        Piece(Change.KEPT, " vases"),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_can_be_put_together_again(seed: int) -> None:
    chance = random.Random(seed)
    words = ["clay", "sand, ", "\n", "Größe", "“x”", " ", "é", "🙂"]
    before, after = ("".join(chance.choices(words, k=chance.randrange(40))) for _ in range(2))
    pieces = word_diff(before, after)
    assert put_together(pieces, Change.ADDED) == before
    assert put_together(pieces, Change.REMOVED) == after


def test_a_very_long_text_is_replaced_as_a_whole() -> None:
    before, after = "a " * MOST_WORDS, "a " * MOST_WORDS + "b"
    assert word_diff(before, after) == [Piece(Change.REMOVED, before), Piece(Change.ADDED, after)]
