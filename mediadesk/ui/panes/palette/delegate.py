"""Paints the palette: headings, and rows of picture, title with what was typed, note and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, elided, fill_rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.keycaps import draw_keycaps
from mediadesk.ui.widgets.provider_tile import draw_provider_tile, series_color_name

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.palette.item_model import Index, PaletteItemModel
    from mediadesk.ui.panes.palette.rows import PaletteRow

ROW_HEIGHT = 38
HEAD_HEIGHT = 30
PADDING = 12
PICTURE = 18
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


class PaletteDelegate(QStyledItemDelegate):
    """One line of the palette."""

    def __init__(
        self, model: PaletteItemModel, thumbnails: ThumbnailLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are lower than rows."""
        is_head = isinstance(self._model.line(index), str)
        return QSize(200, theme().px(HEAD_HEIGHT if is_head else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line = self._model.line(index)
        if line is None:
            return
        painter.save()
        area = QRectF(option.rect).adjusted(8, 0, -8, 0)
        if isinstance(line, str):
            painter.setFont(theme().font("caption", "semibold"))
            painter.setPen(theme().color("text.tertiary"))
            painter.drawText(area.adjusted(PADDING, theme().px(6), 0, 0), _VERTICAL, tr(line))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                fill_rounded(painter, area, 6, theme().color("bg.selected"))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                fill_rounded(painter, area, 6, theme().color("bg.hover"))
            self._paint_row(painter, area, line)
        painter.restore()

    def _paint_row(self, painter: QPainter, area: QRectF, row: PaletteRow) -> None:
        look = theme()
        side = look.px(PICTURE)
        left = area.left() + PADDING
        picture = QRectF(left, round(area.center().y() - side / 2), side, side)
        self._paint_picture(painter, picture, row)
        right = area.right() - PADDING
        if row.keys:
            right -= draw_keycaps(painter, QPointF(right, area.center().y()), row.keys) + 12
        left = picture.right() + look.px(10)
        font = look.font("base", "medium")
        title = elided(font, row.title, (right - left) * (0.7 if row.note else 1.0))
        width = self._paint_title(
            painter, QRectF(left, area.top(), right - left, area.height()), title
        )
        left += width + 12
        meta = look.font("meta")
        painter.setFont(meta)
        painter.setPen(look.color("text.tertiary"))
        room = QRectF(left, area.top(), max(0.0, right - left), area.height())
        painter.drawText(room, _VERTICAL, elided(meta, row.note, room.width()))

    def _paint_title(self, painter: QPainter, area: QRectF, title: str) -> float:
        """Draw the title, what was typed in the accent colour; returns its width."""
        look = theme()
        font = look.font("base", "medium")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        typed = self._model.text
        at = title.lower().find(typed.lower()) if typed else -1
        parts = [(title, "text.primary")]
        if at >= 0:
            end = at + len(typed)
            parts = [
                (title[:at], "text.primary"),
                (title[at:end], "accent.text"),
                (title[end:], "text.primary"),
            ]
        left = area.left()
        for text, ink in parts:
            painter.setPen(look.color(ink))
            painter.drawText(QRectF(left, area.top(), area.width(), area.height()), _VERTICAL, text)
            left += metrics.horizontalAdvance(text)
        return left - area.left()

    def _paint_picture(self, painter: QPainter, area: QRectF, row: PaletteRow) -> None:
        if row.tile is not None:
            letters, provider_id = row.tile
            draw_provider_tile(painter, area, letters, series_color_name(provider_id))
            return
        pixmap = None if row.asset_id is None else self._thumbnails.pixmap(row.asset_id)
        if pixmap is not None:
            draw_cover(painter, area, pixmap, 4)
            return
        side = theme().px(16)
        dpr = painter.device().devicePixelRatio()
        icon = icon_pixmap(row.icon or "chevron-right", "text.secondary", side, dpr=dpr)
        offset = (area.width() - side) / 2
        painter.drawPixmap(QPointF(area.left() + offset, area.top() + offset), icon)
