"""What a user types into a search field, as an expression of the full-text index."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+", re.UNICODE)


def match_expression(text: str) -> str:
    """An FTS5 expression for “all of these words”, the last one as a prefix; empty = no words.

    Every word is quoted, so nothing that a user types is FTS5 syntax.
    """
    words = [f'"{word}"' for word in _WORD.findall(text)]
    return " ".join(words) + "*" if words else ""
