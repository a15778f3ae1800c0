"""How heads and jobs are painted: 32 and 66 pixels high, in columns that follow the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.activity.item_model import ActivityItemModel, Group
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, draw_ring_progress, elided, fill_rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.provider_tile import draw_provider_tile, series_color_name

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.activity.job_words import JobView
    from mediadesk.ui.support.theme import Theme

HEAD_HEIGHT, JOB_HEIGHT = 33, 66
ACTS_WIDTH, AMOUNT_WIDTH = 160, 78
_KIND_ICONS = {
    GenerationType.TEXT: "type",
    GenerationType.IMAGE: "image",
    GenerationType.VIDEO: "clapperboard",
    GenerationType.AUDIO: "audio-lines",
}


class JobDelegate(QStyledItemDelegate):
    """Paints what ``ActivityItemModel`` holds; buttons are widgets of the view."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a head or a job."""
        model = index.model()
        if not isinstance(model, ActivityItemModel):
            return
        painter.save()
        area = QRectF(option.rect)
        look = theme()
        group = model.group(index.row())
        if group is not None:
            count, note = model.counts.get(group.name, 0), model.notes.get(group.name, "")
            _paint_head(painter, area, group, count, note, look)
        else:
            state = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, look.color("bg.selected"))
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(area, look.color("bg.hover"))
            painter.fillRect(
                QRectF(area.left(), area.bottom() - 1, area.width(), 1),
                look.color("border.subtle"),
            )
            view = model.job(index.row())
            if view is not None:
                self._paint_job(painter, area, view, look)
        painter.restore()

    def _paint_job(self, painter: QPainter, area: QRectF, view: JobView, look: Theme) -> None:
        side = look.px(48)
        picture = QRectF(area.left() + look.px(16), area.center().y() - side / 2, side, side)
        self._paint_picture(painter, picture, view, look)
        right = area.right() - look.px(ACTS_WIDTH) - look.px(AMOUNT_WIDTH) - look.px(8)
        left = picture.right() + look.px(12)
        middle = left + max(look.px(150), (right - left) * 0.49)
        title = QRectF(left, area.top(), middle - left - look.px(16), area.height())
        _paint_title(painter, title, view, look)
        status = QRectF(middle, area.top(), right - middle, area.height())
        _paint_status(painter, status, view, look)
        amount = QRectF(right, area.top(), look.px(AMOUNT_WIDTH), area.height())
        _paint_amount(painter, amount, view, look)

    def _paint_picture(self, painter: QPainter, area: QRectF, view: JobView, look: Theme) -> None:
        if view.seconds_left is not None:
            ring = area.adjusted(6, 6, -6, -6)
            ink = look.color("warn.text")
            draw_ring_progress(painter, ring, view.ring, ink, look.color("bg.pressed"))
            painter.setFont(look.font("meta", "semibold"))
            painter.setPen(ink)
            words = str(view.seconds_left) if view.seconds_left < 1000 else "…"
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
            return
        found = self._picture(view)
        icon, ink_name = _KIND_ICONS[view.generation.type], "text.secondary"
        if found is not None:
            draw_cover(painter, area, found, 7)
            if view.generation.type is not GenerationType.VIDEO:
                return
            ink_name = "text.onAccent"
        else:
            is_bad = view.chip[1] == "err"
            fill_rounded(painter, area, 7, look.color("err.soft" if is_bad else "bg.field"))
            if is_bad:
                icon, ink_name = "triangle-alert", "err.text"
        _icon(painter, icon, ink_name, area.center(), look.px(18))

    def _picture(self, view: JobView) -> QPixmap | None:
        assets = view.generation.assets
        shown = next((one for one in assets if not one.is_deleted), None)
        if shown is None or shown.type in (GenerationType.TEXT, GenerationType.AUDIO):
            return None
        return self._thumbnails.pixmap(shown.id)


def _paint_head(
    painter: QPainter, area: QRectF, group: Group, count: int, note: str, look: Theme
) -> None:
    painter.fillRect(area, look.color("bg.window"))
    line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
    painter.fillRect(line, look.color("border.subtle"))
    side = look.px(16)
    middle = area.center().y()
    _icon(painter, group.icon, group.color, QPointF(area.left() + look.px(24), middle), side)
    font = look.font("base", "medium")
    painter.setFont(font)
    painter.setPen(look.color("text.secondary"))
    words = QRectF(area.left() + look.px(38), area.top(), area.width(), area.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, tr(group.title))
    words.setLeft(words.left() + QFontMetricsF(font).horizontalAdvance(tr(group.title)) + 8)
    painter.setFont(look.font("base"))
    painter.setPen(look.color("text.tertiary"))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, number(count))
    painter.setFont(look.font("meta"))
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(area.adjusted(0, 0, -look.px(16), 0), right, note)


def _paint_title(painter: QPainter, area: QRectF, view: JobView, look: Theme) -> None:
    top, bottom = _two_lines(area, look)
    font = look.font("base", "medium")
    painter.setFont(font)
    painter.setPen(look.color("text.primary"))
    painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, elided(font, view.title, top.width()))
    side = look.px(16)
    tile = QRectF(bottom.left(), bottom.center().y() - side / 2, side, side)
    draw_provider_tile(painter, tile, view.names.letters, series_color_name(view.names.provider_id))
    bottom.setLeft(tile.right() + look.px(6))
    font = look.font("meta")
    painter.setFont(font)
    painter.setPen(look.color("text.secondary"))
    words = view.names.model
    if view.names.project:
        words = tr("{model} in {project}").format(model=words, project=view.names.project)
    painter.drawText(bottom, Qt.AlignmentFlag.AlignVCenter, elided(font, words, bottom.width()))


def _paint_status(painter: QPainter, area: QRectF, view: JobView, look: Theme) -> None:
    line = look.px(20)
    has_bar = view.fraction is not None
    words_width = QFontMetricsF(look.font("meta")).horizontalAdvance(view.detail)
    is_long = view.wraps and words_width > area.width()
    detail_height = look.px(34 if is_long else 18)
    height = line + (look.px(12) if has_bar else 0) + (detail_height if view.detail else 0)
    y = area.center().y() - height / 2
    end = _chip(painter, QRectF(area.left(), y, area.width(), line), view.chip, look)
    rest = QRectF(end + look.px(8), y, area.right() - end - look.px(8), line)
    if view.percent:
        painter.setFont(look.font("meta", "semibold"))
        painter.setPen(look.color("text.primary"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rest, flags, view.percent)
    elif view.note:
        font = look.font("meta")
        painter.setFont(font)
        painter.setPen(look.color("text.secondary"))
        words = elided(font, view.note, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)
    y += line
    if view.fraction is not None:
        bar = QRectF(area.left(), y + look.px(4), area.width(), look.px(5))
        fill_rounded(painter, bar, 2.5, look.color("bg.pressed"))
        bar.setWidth(max(5.0, bar.width() * view.fraction))
        fill_rounded(painter, bar, 2.5, look.color("accent.text"))
        y += look.px(12)
    if view.detail:
        _paint_detail(painter, QRectF(area.left(), y, area.width(), detail_height), view, look)


def _paint_detail(painter: QPainter, area: QRectF, view: JobView, look: Theme) -> None:
    font = look.font("meta")
    painter.setFont(font)
    painter.setPen(look.color("text.secondary"))
    if area.height() > look.px(20):
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        painter.drawText(area, int(flags), elided(font, view.detail, area.width() * 1.85))
        return
    words = elided(font, view.detail, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def _paint_amount(painter: QPainter, area: QRectF, view: JobView, look: Theme) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if not view.amount_note:
        painter.setFont(look.font("base", "medium"))
        painter.setPen(look.color("text.primary"))
        painter.drawText(area, right, view.amount)
        return
    top, bottom = _two_lines(area, look)
    font = look.font("base", "medium")
    painter.setFont(font)
    painter.setPen(look.color("text.primary"))
    painter.drawText(top, right, elided(font, view.amount, area.width()))
    painter.setFont(look.font("caption"))
    painter.setPen(look.color("text.tertiary"))
    painter.drawText(bottom, right, view.amount_note)


def _chip(painter: QPainter, area: QRectF, chip: tuple[str, str, str], look: Theme) -> float:
    """Draw a status chip at the left of ``area``; where it ends."""
    words, kind, icon = chip
    font = look.font("caption", "medium")
    side = look.px(12)
    width = min(area.width(), QFontMetricsF(font).horizontalAdvance(words) + side + look.px(17))
    box = QRectF(area.left(), area.top(), width, area.height())
    ink = look.color(f"{kind}.text")
    edge = ink if look.is_high_contrast else None
    fill_rounded(painter, box, 4, look.color(f"{kind}.soft"), edge)
    centre = QPointF(box.left() + look.px(6) + side / 2, box.center().y())
    _icon(painter, icon, f"{kind}.text", centre, side)
    painter.setFont(font)
    painter.setPen(ink)
    text = QRectF(box.left() + side + look.px(10), box.top(), box.width(), box.height())
    room = box.right() - text.left() - look.px(4)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, elided(font, words, room))
    return box.right()


def _two_lines(area: QRectF, look: Theme) -> tuple[QRectF, QRectF]:
    top = QRectF(area.left(), area.center().y() - look.px(19), area.width(), look.px(20))
    bottom = QRectF(area.left(), area.center().y() + look.px(1), area.width(), look.px(18))
    return top, bottom


def _icon(painter: QPainter, name: str, color: str, centre: QPointF, side: int) -> None:
    device = painter.device()
    dpr = device.devicePixelRatioF() if isinstance(device, QWidget | QPixmap) else 1.0
    pixmap = icon_pixmap(name, color, side, dpr=dpr)
    painter.drawPixmap(centre - QPointF(side / 2, side / 2), pixmap)
