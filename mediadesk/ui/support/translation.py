"""Words of the window in the language of its user.

Every sentence that a person reads goes through :func:`tr`. Values come after, by name, so that a
translator may move them: ``tr("{count} of {total} ready").format(count=2, total=4)``. Where a
number decides the form of a word: ``tr("%n result(s)", n=3)``, “%Ln” where it may be large. A
table made at import time marks its texts with :func:`QT_TR_NOOP` and whoever shows them calls
``tr``. What the layers below the window say arrives as finished English and goes through
``tr_sentence`` (support/sentences.py). Patterns of dates have the comment “date”.

Source: https://doc.qt.io/qt-6/linguist-programmers.html; packaging/translations.py collects both.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

_HELD = re.compile(r"(\{[^{}]*\}|%L?n|&(?=\w)|<[^<>]+>|\n)")
_ACCENTS = str.maketrans("aeiouyAEIOUYcnszCNSZ", "àéîöûýÀÉÎÖÛÝçñšžÇÑŠŽ")
_LONGER = 0.35
_is_pseudo = False


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """``text`` in the user's language; ``comment`` parts equal texts of different meaning."""
    if _is_pseudo and comment != "date":
        return re.sub("%L?n", number(n), pseudo(text))
    return QCoreApplication.translate("", text, comment, n)


def number(value: int) -> str:
    """A whole number with the separators of the user's language: “1,234”."""
    return QLocale().toString(value)


def QT_TR_NOOP(text: str) -> str:
    """Mark a text for translation that is shown later through :func:`tr`."""
    return text


def pseudo(text: str) -> str:
    """``text`` with accents, a third longer and in brackets, its placeholders as they are."""
    if not text:
        return text
    parts = _HELD.split(text)
    words = "".join(p if i % 2 else p.translate(_ACCENTS) for i, p in enumerate(parts))
    length = sum(len(part) for part in parts[::2])
    return f"[!! {words}{'~' * round(length * _LONGER)} !!]"


def set_pseudo(on: bool) -> None:
    """Show every text that can be translated as :func:`pseudo` makes it, for developers."""
    global _is_pseudo
    _is_pseudo = on


def is_pseudo() -> bool:
    """Whether the pseudo-locale is on."""
    return _is_pseudo
