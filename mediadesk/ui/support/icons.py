"""Lucide icons, recoloured with theme tokens and cached per name, colour, size and pixel ratio.

QtSvg paints ``currentColor`` black, so the string is replaced before rendering.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from mediadesk.ui.support.resource_files import resource
from mediadesk.ui.support.theme import theme

_MAX_CACHED = 2000
_TEXT_GAP = 4
_pixmaps: dict[tuple[str, str, int, float, bool], QPixmap] = {}


@cache
def _svg_source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _hex(color: QColor | str) -> str:
    if isinstance(color, QColor):
        return color.name()
    return color if color.startswith("#") else theme().hex(color)


def icon_pixmap(
    name: str,
    color: QColor | str = "text.secondary",
    size: int = 16,
    *,
    dpr: float | None = None,
    filled: bool = False,
) -> QPixmap:
    """Return the icon as a pixmap of ``size`` device-independent pixels.

    ``color`` is a token name, ``#RRGGBB`` or a QColor; ``filled`` also fills the shape (a set
    favourite, a given star). Raises FileNotFoundError for a name that is not bundled.
    """
    if dpr is None:
        app = QApplication.instance()
        dpr = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    tint = _hex(color)
    key = (name, tint, size, dpr, filled)
    found = _pixmaps.get(key)
    if found is not None:
        return found
    source = _svg_source(name).replace("currentColor", tint)
    if filled:
        source = source.replace('fill="none"', f'fill="{tint}"', 1)
    side = round(size * dpr)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    if len(_pixmaps) >= _MAX_CACHED:
        _pixmaps.clear()
    _pixmaps[key] = pixmap
    return pixmap


def icon(
    name: str,
    color: QColor | str = "text.secondary",
    size: int = 16,
    *,
    disabled: str = "text.disabled",
    filled: bool = False,
    gap: int = 0,
    gap_first: bool = False,
) -> QIcon:
    """Return a QIcon in the given colour, with the disabled colour as its disabled mode.

    ``gap`` adds that many empty pixels at the right, or at the left with ``gap_first``, since a
    style sheet cannot set the distance between icon and text.

    The colour is that of the current theme; use :func:`set_icon` for one that follows the theme.
    """
    result = QIcon()
    normal = _with_gap(icon_pixmap(name, color, size, filled=filled), gap, first=gap_first)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        result.addPixmap(normal, mode)
    grey = _with_gap(icon_pixmap(name, disabled, size), gap, first=gap_first)
    result.addPixmap(grey, QIcon.Mode.Disabled)
    return result


def _with_gap(pixmap: QPixmap, gap: int, *, first: bool) -> QPixmap:
    if gap == 0:
        return pixmap
    dpr = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(abs(gap) * dpr), pixmap.height())
    wide.setDevicePixelRatio(dpr)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(gap if first else 0, 0, pixmap)
    painter.end()
    return wide


class _IconBinding(QObject):
    """Keeps the icon of a button or action in the colours of the current theme."""

    def __init__(self, target: QAbstractButton | QAction) -> None:
        super().__init__(target)
        self._target = target
        self.spec: tuple[str, str, int, bool] = ("x", "text.secondary", 16, False)
        theme().changed.connect(self.apply)

    def apply(self) -> None:
        """Render the icon again."""
        name, color, size, filled = self.spec
        if not name:
            self._target.setIcon(QIcon())
            return
        scaled = theme().px(size)
        target = self._target
        if not isinstance(target, QAbstractButton):
            target.setIcon(icon(name, color, scaled, filled=filled))
            return
        gap = theme().px(_TEXT_GAP) if target.text() else 0
        is_behind = target.layoutDirection() is Qt.LayoutDirection.RightToLeft
        target.setIcon(icon(name, color, scaled, filled=filled, gap=gap, gap_first=is_behind))
        target.setIconSize(QSize(scaled + gap, scaled))


def set_icon(
    target: QAbstractButton | QAction,
    name: str,
    color: str = "text.secondary",
    size: int = 16,
    *,
    filled: bool = False,
) -> None:
    """Give a button or action an icon that follows theme and text size; "" takes it away."""
    binding = target.findChild(_IconBinding)
    if not isinstance(binding, _IconBinding):
        binding = _IconBinding(target)
    binding.spec = (name, color, size, filled)
    binding.apply()


def refit_icon(target: QAbstractButton) -> None:
    """Keep the distance between icon and text once the button has another text, or none."""
    binding = target.findChild(_IconBinding)
    if isinstance(binding, _IconBinding):
        binding.apply()
