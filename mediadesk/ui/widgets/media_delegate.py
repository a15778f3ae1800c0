"""Paints media cells: picture or stand-in, overlay, badges, rings, caption, hover actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import (
    HEART_ON_PLATE,
    ON_PLATE,
    PLATE,
    device_ratio,
    draw_icon,
    draw_ring_progress,
    draw_thumbnail,
    elided,
    fill_rounded,
    ring_around,
    rounded,
)
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.thumbnail_fit import shows_whole
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.cell_model import CellModel
from mediadesk.ui.widgets.media_cell import GRID, CellAction, CellMetrics, CellRole
from mediadesk.ui.widgets.painted_cells import PaintedCells, Shape
from mediadesk.ui.widgets.waveform import draw_waveform

Index = QModelIndex | QPersistentModelIndex
Ask = Callable[[int], Any]
"""What the list answers for a role of the cell that is painted."""

_SHADE = QColor(0, 0, 0, round(255 * 0.58))
_ON_SHADE = QColor(255, 255, 255, 70)
_STAND_INS = {
    "queued": ("clock", "text.tertiary", QT_TR_NOOP("Queued")),
    "failed": ("triangle-alert", "err.text", QT_TR_NOOP("Failed")),
    "uncertain": ("triangle-alert", "warn.text", QT_TR_NOOP("Outcome unknown")),
    "cancelled": ("ban", "text.tertiary", QT_TR_NOOP("Cancelled")),
}
_KIND_ICONS = {"image": "image", "video": "clapperboard", "audio": "audio-lines", "text": "type"}


class MediaDelegate(QStyledItemDelegate):
    """Draws one cell from the roles of ``media_cell``; fills the cell it is given."""

    def __init__(
        self,
        metrics: CellMetrics = GRID,
        *,
        actions: tuple[CellAction, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.metrics = metrics
        self.actions = actions
        self.shows_ticks = False
        self.ring_row_visible = False
        self.painted = PaintedCells()
        theme().changed.connect(self.painted.start_anew)

    def picture_rect(self, cell: QRect) -> QRectF:
        """Return where the picture lies in a cell."""
        look, metrics = theme(), self.metrics
        inset = metrics.gap / 2
        width = cell.width() - metrics.gap
        caption = look.px(metrics.caption_height) if metrics.caption_height else 0
        height = cell.height() - metrics.gap - caption
        return QRectF(cell.x() + inset, cell.y() + inset, width, height)

    def action_at(self, cell: QRect, point: QPointF) -> CellAction | None:
        """Return the hover action under a point."""
        for action, area in self._action_areas(cell):
            if area.contains(point):
                return action
        return None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The unstretched size of a cell."""
        look, metrics = theme(), self.metrics
        width = look.px(metrics.width)
        height = look.px(metrics.picture_height) if metrics.picture_height else width
        caption = look.px(metrics.caption_height) if metrics.caption_height else 0
        return QSize(width + metrics.gap, height + caption + metrics.gap)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell; nothing for one behind the end."""
        cells = index.model()
        row = cells.row_of(index) if isinstance(cells, CellModel) else -1
        if not isinstance(cells, CellModel) or row < 0:
            return
        cell = option.rect
        painter.drawPixmap(cell.topLeft(), self._cell(cells, row, cell, painter))
        is_hovered = option.state & QStyle.StateFlag.State_MouseOver
        is_marked = option.state & (
            QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        )
        if not is_hovered and not is_marked:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.picture_rect(cell)
        if is_hovered and not self.metrics.is_slim:
            self._paint_actions(painter, cell, area)
        self._paint_rings(painter, area, option)
        painter.restore()

    def _cell(self, cells: CellModel, row: int, cell: QRect, painter: QPainter) -> QPixmap:
        """The cell without what the pointer and the selection add."""
        shape = (cell.width(), cell.height(), painter.device().devicePixelRatioF(), shows_whole())
        if (found := self.painted.get(row, shape)) is not None:
            return found
        waiting = self.painted.waiting(row, shape)
        if self.painted.is_left_out(row):
            return waiting or self.painted.before(row, shape) or self._blank(shape)
        ask = cells.asker(row)
        if ask(CellRole.KIND) is None and ask(CellRole.CAPTION) is None:
            return self._blank(shape)  # the row is not loaded
        if waiting is not None and not _is_settled(ask):
            return waiting
        made = self._make(shape, ask)
        keep = self.painted.keep if _is_settled(ask) else self.painted.keep_waiting
        keep(row, shape, made)
        return made

    def _blank(self, shape: Shape) -> QPixmap:
        blank = self.painted.blank(shape)
        if blank is None:
            blank = self._make(shape, lambda _role: None)
            self.painted.keep_blank(shape, blank)
        return blank

    def _make(self, shape: Shape, ask: Ask) -> QPixmap:
        width, height, dpr, _is_whole = shape
        made = QPixmap(round(width * dpr), round(height * dpr))
        made.setDevicePixelRatio(dpr)
        made.fill(Qt.GlobalColor.transparent)
        room = QRect(0, 0, width, height)
        area = self.picture_rect(room)
        inner = QPainter(made)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_body(inner, area, ask)
        if not self.metrics.is_slim:
            self._paint_badges(inner, area, ask)
            self._paint_caption(inner, room, area, ask)
        inner.end()
        return made

    # -------------------------------------------------------------------------------- picture

    def _paint_body(self, painter: QPainter, area: QRectF, ask: Ask) -> None:
        state = _text(ask, CellRole.STATE) or "done"
        picture = ask(CellRole.PICTURE)
        snippet = _text(ask, CellRole.SNIPPET)
        if state in _STAND_INS and not isinstance(picture, QPixmap):
            self._paint_stand_in(painter, area, state, _text(ask, CellRole.REASON))
            return
        has_picture = isinstance(picture, QPixmap) and not picture.isNull()
        has_snippet = bool(snippet) and not self.metrics.is_slim
        is_running = state == "running" and not has_snippet
        if has_picture:
            draw_thumbnail(painter, area, picture, self.metrics.radius)
        elif has_snippet:
            self._paint_snippet(painter, area, snippet)
        elif is_running:
            self._paint_card(painter, area)
        else:
            self._paint_kind(painter, area, ask)
        if is_running:
            self._paint_running(painter, area, ask, is_on_picture=has_picture)

    def _paint_card(self, painter: QPainter, area: QRectF) -> None:
        look = theme()
        fill_rounded(
            painter,
            area,
            self.metrics.radius,
            look.color("bg.surface"),
            look.color("border.default"),
        )

    def _paint_snippet(self, painter: QPainter, area: QRectF, snippet: str) -> None:
        self._paint_card(painter, area)
        look = theme()
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text.secondary"))
        pad = look.px(10)
        painter.drawText(
            area.adjusted(pad, pad, -pad, -pad - look.px(10)),
            Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop,
            snippet[:400],
        )

    def _paint_kind(self, painter: QPainter, area: QRectF, ask: Ask) -> None:
        kind = _text(ask, CellRole.KIND)
        color = _text(ask, CellRole.COLOR)
        peaks = ask(CellRole.PEAKS)
        if color:
            fill_rounded(painter, area, self.metrics.radius, QColor(color))
            return
        self._paint_card(painter, area)
        if kind == "audio" and peaks and not self.metrics.is_slim:
            wave = area.adjusted(12, area.height() * 0.25, -12, -area.height() * 0.25)
            draw_waveform(painter, wave, peaks, 0, color="accent.text")
        elif kind in _KIND_ICONS:
            side = theme().px(14 if self.metrics.is_slim else 22)
            draw_icon(painter, _KIND_ICONS[kind], "text.tertiary", area.center(), side)

    def _paint_stand_in(self, painter: QPainter, area: QRectF, state: str, reason: str) -> None:
        self._paint_card(painter, area)
        look = theme()
        icon, color, word = _STAND_INS[state]
        if self.metrics.is_slim or area.height() < look.px(64):
            draw_icon(painter, icon, color, area.center(), look.px(14))
            return
        side = look.px(18)
        draw_icon(painter, icon, color, area.center() - QPointF(0, side * 0.8), side)
        painter.setFont(look.font("meta", "medium" if state == "failed" else "regular"))
        painter.setPen(look.color(color))
        words = QRectF(area.left() + 8, area.center().y() + 2, area.width() - 16, area.height() / 2)
        painter.drawText(
            words,
            Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
            tr_sentence(reason) or tr(word),
        )

    def _paint_running(
        self, painter: QPainter, area: QRectF, ask: Ask, *, is_on_picture: bool
    ) -> None:
        look = theme()
        ink, track = look.color("accent.text"), look.color("border.default")
        if is_on_picture:
            ink, track = ON_PLATE, _ON_SHADE
            fill_rounded(painter, area, self.metrics.radius, _SHADE)
        progress = ask(CellRole.PROGRESS)
        fraction = float(progress) if isinstance(progress, int | float) else None
        text = _text(ask, CellRole.RING_TEXT)
        painter.setFont(look.font("caption", "semibold"))
        if not self.metrics.is_slim:
            side = min(look.px(36), area.height() * 0.6)
            ring = QRectF(0, 0, side, side)
            ring.moveCenter(area.center())
            draw_ring_progress(painter, ring, fraction, ink, track)
        painter.setPen(ink)
        words = text.rstrip("%") if self.metrics.is_slim else text
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    # ---------------------------------------------------------------------- badges and caption

    def _paint_badges(self, painter: QPainter, area: QRectF, ask: Ask) -> None:
        look = theme()
        inset = look.px(6)
        badge = _text(ask, CellRole.BADGE)
        if badge:
            is_live = _text(ask, CellRole.STATE) == "running"
            self._plate(painter, area.left() + inset, area.bottom() - inset, badge, live=is_live)
        length = _text(ask, CellRole.LENGTH)
        kind = _text(ask, CellRole.KIND)
        if length and kind in _KIND_ICONS:
            icon = "play" if kind == "video" else _KIND_ICONS[kind]
            self._plate(painter, area.right() - inset, area.bottom() - inset, length, icon=icon)
        if ask(CellRole.FAVOURITE):
            side = look.px(18)
            box = QRectF(area.right() - inset - side, area.top() + inset, side, side)
            fill_rounded(painter, box, 4, PLATE)
            draw_icon(painter, "heart", HEART_ON_PLATE, box.center(), look.px(12), filled=True)
        if ask(CellRole.MARKED):
            self._plate(
                painter, area.left() + inset, area.top() + inset + look.px(17), tr("Compare")
            )

    def _plate(
        self,
        painter: QPainter,
        x: float,
        bottom: float,
        text: str,
        *,
        icon: str = "",
        live: bool = False,
    ) -> None:
        """Draw words on a dark plate; with an icon ``x`` is its right end, else its left."""
        look = theme()
        font = look.font("caption", "semibold")
        height, side = look.px(17), look.px(11)
        width = QFontMetrics(font).horizontalAdvance(text) + look.px(10)
        width += side + look.px(3) if icon else 0
        box = QRectF(x - width if icon else x, bottom - height, width, height)
        fill_rounded(painter, box, 4, look.color("accent.soft") if live else PLATE)
        left = box.left() + look.px(5)
        if icon:
            pixmap = icon_pixmap(icon, ON_PLATE, side, dpr=device_ratio(painter))
            painter.drawPixmap(QPointF(left, box.center().y() - side / 2), pixmap)
            left += side + look.px(3)
        painter.setFont(font)
        painter.setPen(look.color("accent.text") if live else ON_PLATE)
        painter.drawText(
            QRectF(left, box.top(), box.right() - left, height), Qt.AlignmentFlag.AlignVCenter, text
        )

    def _paint_caption(self, painter: QPainter, cell: QRect, area: QRectF, ask: Ask) -> None:
        if not self.metrics.caption_height:
            return
        look = theme()
        font = look.font("caption")
        painter.setFont(font)
        right = _text(ask, CellRole.CAPTION_RIGHT)
        line = QRectF(area.left(), area.bottom() + 2, area.width(), cell.bottom() - area.bottom())
        line.setHeight(look.px(self.metrics.caption_height) - 2)
        painter.setPen(look.color("text.tertiary"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        used = QFontMetrics(font).horizontalAdvance(right) + (look.px(6) if right else 0)
        if self.metrics.marks_texts and _text(ask, CellRole.KIND) == "text":
            side = look.px(12)
            middle = QPointF(line.left() + side / 2, line.center().y())
            draw_icon(painter, "type", "text.tertiary", middle, side)
            line.setLeft(line.left() + side + look.px(4))
        painter.setPen(look.color("text.secondary"))
        caption = elided(font, _text(ask, CellRole.CAPTION), line.width() - used)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, caption)

    # --------------------------------------------------------------------- actions and rings

    def _action_areas(self, cell: QRect) -> list[tuple[CellAction, QRectF]]:
        if not self.actions or self.metrics.is_slim:
            return []
        area = self.picture_rect(cell)
        height = theme().px(30)
        width = area.width() / len(self.actions)
        top = area.bottom() - height
        return [
            (action, QRectF(area.left() + number * width, top, width, height))
            for number, action in enumerate(self.actions)
        ]

    def _paint_actions(self, painter: QPainter, cell: QRect, area: QRectF) -> None:
        slots = self._action_areas(cell)
        if not slots:
            return
        painter.save()
        painter.setClipPath(rounded(area, self.metrics.radius))
        strip = slots[0][1].united(slots[-1][1])
        painter.fillRect(strip, PLATE)
        for action, slot in slots:
            draw_icon(painter, action.icon, ON_PLATE, slot.center(), theme().px(15))
        painter.restore()

    def _paint_rings(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        look = theme()
        radius = self.metrics.radius
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus) and self.ring_row_visible
        if is_selected:
            around = self.metrics.ring_gap
            width = 3 if has_focus or around == 0 else 2
            if around is None:
                inner = area.adjusted(1, 1, -1, -1)
                ring_around(painter, inner, radius - 1, look.color("focus"), width)
            else:
                ring_around(painter, area, radius, look.color("focus"), width, around)
            if self.shows_ticks:
                side = look.px(18)
                box = QRectF(area.left() + 6, area.top() + 6, side, side)
                fill_rounded(painter, box, side / 2, look.color("accent.fill"), QColor(ON_PLATE))
                draw_icon(painter, "check", ON_PLATE, box.center(), look.px(12))
        if has_focus and is_selected:
            inner = area.adjusted(2, 2, -2, -2)
            ring_around(painter, inner, radius - 2, look.color("bg.window"), 2)
        elif has_focus:
            gap = min(2.0, max(1.0, self.metrics.gap / 2 - 2))
            ring_around(painter, area, radius, look.color("focus"), 2, gap)


def _text(ask: Ask, role: CellRole) -> str:
    value = ask(role)
    return value if isinstance(value, str) else ""


def _is_settled(ask: Ask) -> bool:
    """Whether the cell changes only when its model says so; else painting it asks once more for
    the picture or the waveform that is still missing."""
    kind, state = _text(ask, CellRole.KIND), _text(ask, CellRole.STATE) or "done"
    if state != "done" or kind not in ("image", "video", "audio"):
        return True
    return ask(CellRole.PEAKS if kind == "audio" else CellRole.PICTURE) is not None
