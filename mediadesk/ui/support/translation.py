"""Words of the window in the language of its user.

Every sentence that a person reads goes through :func:`tr`. Values come after, by name, so that a
translator may move them: ``tr("{count} of {total} ready").format(count=2, total=4)``. Where a
number decides the form of a word: ``tr("%n result(s)", n=3)``. A table made at import time marks
its texts with :func:`QT_TR_NOOP` and whoever shows them calls ``tr``.

Source: https://doc.qt.io/qt-6/linguist-programmers.html (lupdate reads both names).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """``text`` in the user's language; ``comment`` parts equal texts of different meaning."""
    return QCoreApplication.translate("", text, comment, n)


def QT_TR_NOOP(text: str) -> str:
    """Mark a text for translation that is shown later through :func:`tr`."""
    return text
