"""Reads what a window paints: words too faint, parts over each other or outside, small targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from mediadesk.ui.support.accessible import Pressed
from mediadesk.ui.widgets.chip import Badge, Chip
from mediadesk.ui.widgets.dialog import Scrim
from tests.ui.support.contrast import AA_TEXT, contrast

LEAST_PX = 24
"""Of a target, each way."""
SHARP = 2.0
"""Small letters are painted so many times larger, else no pixel has their full colour."""
_RARE = 3
_EDGE_PX = 3
"""Round corners show what lies behind."""
_SLACK_PX = 2
_WRITES = (QLabel, QAbstractButton, QLineEdit, QAbstractSpinBox, Chip, Badge)
_SHOWS = (*_WRITES, QComboBox)
_TARGETS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
_OVERLAYS = {"focus-ring", "toast", "scrim", "qt_scrollarea_viewport"}


def called(widget: QWidget) -> str:
    """A name by which to find a widget."""
    parent = widget.parentWidget()
    name = widget.objectName() or f"in {parent.objectName() if parent else ''}"
    return f"{type(widget).__name__} {name}"


def faint(root: QWidget) -> set[str]:
    """Words with less contrast than AA; what cannot be used now is let off."""
    picture = _picture(root)
    found = set[str]()
    for widget, words in _words(root):
        area = _seen(widget, root)
        if (
            area.height() < max(widget.height(), 3 * _EDGE_PX)
            or not widget.isEnabled()
            or _is_dimmed(widget, root)
        ):
            continue
        inner = area.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        cut = QRect(inner.topLeft() * SHARP, inner.size() * SHARP)
        ratio = _painted_contrast(picture.copy(cut))
        if ratio < AA_TEXT:
            found.add(f"faint {ratio:.2f}: {called(widget)}: {words[:40]}")
    return found


def overlapping(root: QWidget) -> set[str]:
    """Parts of one parent that lie over each other."""
    found = set[str]()
    parents = {one.parentWidget() for one in _visible(root) if isinstance(one, _SHOWS)}
    for parent in parents:
        if parent is None or isinstance(parent, QAbstractItemView):
            continue
        parts = [
            one
            for one in parent.children()
            if isinstance(one, QWidget) and one.isVisible() and not one.isWindow()
            if one.objectName() not in _OVERLAYS and not one.visibleRegion().isEmpty()
        ]
        for one, other in combinations(parts, 2):
            both = one.geometry() & other.geometry()
            if both.width() > _SLACK_PX and both.height() > _SLACK_PX and _both_speak(one, other):
                found.add(
                    f"over each other {both.size().toTuple()}: {called(one)}, {called(other)}"
                )
    return found


def outside(root: QWidget) -> set[str]:
    """Words and controls that the edge of a part cuts off, where nothing scrolls to them."""
    found = set[str]()
    for widget in _visible(root):
        if not isinstance(widget, _SHOWS) or not widget.width() or _is_inner(widget):
            continue
        cut = QRect(widget.mapTo(root, QPoint()), widget.size())
        if _is_in_a_list(widget):
            continue
        holder = _scroller(widget, root)
        if holder is not None:
            inside = holder.widget()
            if inside is None or inside.width() <= holder.viewport().width() + _SLACK_PX:
                continue
            if holder.horizontalScrollBar().isVisible():
                continue
            found.add(f"wider than what scrolls: {called(inside)} in {called(holder)}")
        elif not root.rect().adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX).contains(cut):
            found.add(f"outside {cut.getRect()}: {called(widget)}")
    return found


def small_targets(root: QWidget) -> set[str]:
    """What a finger or a shaking hand would miss."""
    return {
        f"small {widget.size().toTuple()}: {called(widget)}"
        for widget in _visible(root)
        if isinstance(widget, (*_TARGETS, Pressed))
        and not _is_inner(widget)
        and min(widget.width(), widget.height()) < LEAST_PX
    }


def _picture(root: QWidget) -> QImage:
    image = QImage(root.size() * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(0)
    painter = QPainter(image)
    root.render(painter, QPoint())
    painter.end()
    image.setDevicePixelRatio(1.0)
    return image


def _painted_contrast(cut: QImage) -> float:
    """Of the commonest colour to the one that stands out most from it."""
    cut = cut.convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(cut.constBits()).cast("I"))
    ((ground, _),) = pixels.most_common(1)
    inks = [ink for ink, count in pixels.items() if count >= _RARE]
    extremes = (min(inks, key=_brightness), max(inks, key=_brightness))
    return max(contrast(f"#{ink & 0xFFFFFF:06X}", f"#{ground & 0xFFFFFF:06X}") for ink in extremes)


def _brightness(color: int) -> int:
    return 3 * (color >> 16 & 0xFF) + 6 * (color >> 8 & 0xFF) + (color & 0xFF)


def _is_dimmed(widget: QWidget, root: QWidget) -> bool:
    """Behind the dark veil of a dialog."""
    veil = next((one for one in root.findChildren(Scrim) if one.isVisible()), None)
    if veil is None:
        return False
    part: QWidget | None = widget
    while part is not None and part.parentWidget() is not root:
        part = part.parentWidget()
    layers = root.children()
    return part not in layers or layers.index(part) < layers.index(veil)


def _words(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in _visible(root):
        if isinstance(widget, QComboBox):
            yield widget, widget.currentText()
        elif isinstance(widget, _WRITES) and not _is_inner(widget):
            written = widget.text()
            if not written and isinstance(widget, QLineEdit):
                written = widget.placeholderText()
            if written.strip():
                yield widget, written


def _visible(root: QWidget) -> list[QWidget]:
    return [one for one in root.findChildren(QWidget) if one.isVisible() and one.window() is root]


def _seen(widget: QWidget, root: QWidget) -> QRect:
    region = widget.visibleRegion().boundingRect()
    return region.translated(widget.mapTo(root, QPoint()))


def _is_inner(widget: QWidget) -> bool:
    """A part of one of Qt's own controls."""
    parent = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget, QScrollBar)
        or isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit)
        or type(widget).__name__ == "QTableCornerButton"
    )


def _both_speak(*widgets: QWidget) -> bool:
    return all(
        isinstance(one, _SHOWS)
        or any(
            isinstance(child, _SHOWS) for child in one.findChildren(QWidget) if child.isVisible()
        )
        for one in widgets
    )


def _is_in_a_list(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractItemView):
        parent = parent.parentWidget()
    return parent is not None


def _scroller(widget: QWidget, root: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None
