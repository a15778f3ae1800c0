"""CSV that a spreadsheet shows and does not run.

A cell of words that begins like a formula gets an apostrophe in front. Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Verbatim(str):
    """Text of our own making that is a number or a time, and stays as it is."""

    __slots__ = ()


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV; None is an empty cell."""
    out = io.StringIO()
    csv.writer(out).writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    is_words = isinstance(value, str) and not isinstance(value, Verbatim)
    return f"'{text}" if is_words and text.lstrip(" ").startswith(_FORMULA_STARTS) else text
