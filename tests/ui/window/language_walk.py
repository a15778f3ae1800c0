"""Reads every text of the window: what was never translated, and what is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from mediadesk.ui.widgets.labels import ElideLabel

PLACES = (
    ("create", ""),
    ("library", "all"),
    ("library", "favourites"),
    ("library", "trash"),
    ("analytics", ""),
    ("activity", ""),
    *(
        ("settings", f"settings/{page}")
        for page in (
            *("keys", "appearance", "privacy", "storage"),
            *("network", "budgets", "shortcuts", "about"),
        )
    ),
)
"""Every page and place of the window."""
_INNERMOST = re.compile(r"\[!!(?:(?!\[!!|!!\]).)*!!\]", re.DOTALL)
_WORD = re.compile(r"[A-Za-z]{3,}")
_MARKUP = re.compile(r"<[^>]+>|&\w+;")
_LEAST_PX = 2


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget shows, and what it says to a screen reader, each with where it stands."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield "choice", widget.currentText()
    yield "tooltip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()


def untranslated(root: QWidget, data: re.Pattern[str]) -> set[str]:
    """Words outside the brackets of the pseudo-locale that are not ``data``."""
    return {
        f"{widget.objectName() or type(widget).__name__} {where}: {text}"
        for widget in _shown(root)
        for where, text in texts_of(widget)
        if _WORD.search(data.sub(" ", _outside(text)))
    }


def clipped(root: QWidget) -> set[str]:
    """Labels and buttons whose text is wider or higher than they are, and not shortened by …."""
    return {
        f"{widget.objectName() or type(widget).__name__} {widget.size().toTuple()}: {text}"
        for widget in _shown(root)
        if isinstance(widget, QLabel | QAbstractButton)
        if (text := widget.text()) and _is_cut(widget)
    }


def _outside(text: str) -> str:
    text, before = _MARKUP.sub(" ", text), ""
    while text != before:
        text, before = _INNERMOST.sub(" ", text), text
    return text


def _shown(root: QWidget) -> Iterator[QWidget]:
    """The widgets that can be seen; a hidden page says nothing."""
    yield from (one for one in root.findChildren(QWidget) if one.isVisible())


def _is_cut(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, ElideLabel) or not widget.width() or _is_scrolled_away(widget):
        return False
    if isinstance(widget, QLabel):
        room = widget.contentsRect()
        if widget.wordWrap():
            words = _MARKUP.sub("", widget.text()).replace("\u200b", " ").split()
            widest = max(
                (QFontMetrics(widget.font()).horizontalAdvance(w) for w in words), default=0
            )
            is_high = widget.heightForWidth(widget.width()) > widget.height() + _LEAST_PX
            return is_high or widest > room.width() + _LEAST_PX
        lines = _MARKUP.sub("", widget.text()).split("\n")
        widest = max(QFontMetrics(widget.font()).horizontalAdvance(line) for line in lines)
        return widest > room.width() + _LEAST_PX
    if isinstance(widget, QToolButton | QRadioButton):
        return False
    return widget.minimumSizeHint().width() > widget.width() + _LEAST_PX


def _is_scrolled_away(widget: QWidget) -> bool:
    return widget.visibleRegion().isEmpty()
