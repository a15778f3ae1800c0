"""What is on its way: one tile for each attempt with progress, rough preview or why it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from mediadesk.domain.generation import ENDED, Attempt, AttemptState, Generation
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import (
    ON_PLATE,
    PLATE,
    draw_cover,
    draw_ring_progress,
    elided,
    fill_rounded,
    rounded,
)
from mediadesk.ui.support.present import present
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.words import attempt_words, duration

if TYPE_CHECKING:
    from mediadesk.domain.events import AttemptProgressed
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

MAX_SIDE = 320
MARGIN = 32
GAP = 10
LEAST_MS = 1000
"""What is told of the time that is left is counted from at least so much."""
FLATTEST, TALLEST = 2.4, 0.5
_END_WORDS = {
    AttemptState.COMPLETED: QT_TR_NOOP("Ready"),
    AttemptState.FAILED: QT_TR_NOOP("Failed"),
    AttemptState.EXPIRED: QT_TR_NOOP("Expired at the provider"),
    AttemptState.CANCELLED: QT_TR_NOOP("Cancelled"),
    AttemptState.UNCERTAIN: QT_TR_NOOP("Outcome unknown"),
}


class AttemptTile(QWidget):
    """One attempt: finished picture, rough preview, ring, or the words why it waits."""

    def __init__(self, attempt: Attempt, parent: QWidget) -> None:
        super().__init__(parent)
        self.attempt = attempt
        self.fraction = attempt.progress
        self.stage = _words(attempt)
        self.picture: QPixmap | None = None
        self.is_rough = False
        self.took = ""
        self._speak()

    def show_attempt(self, attempt: Attempt) -> None:
        """Show a newer state."""
        self.attempt = attempt
        self.fraction = attempt.progress if attempt.progress is not None else self.fraction
        self.stage = _words(attempt)
        self._speak()
        self.update()

    def show_progress(self, event: AttemptProgressed) -> None:
        """Show how far it is."""
        self.fraction = event.fraction
        self.stage = tr_sentence(event.stage or "") or self.stage
        self._speak()
        self.update()

    def show_picture(self, picture: QPixmap, *, is_rough: bool) -> None:
        """Show a picture of the result."""
        self.picture, self.is_rough = picture, is_rough
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, picture, ring and words."""
        look = theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill_rounded(painter, area, 7, look.color("bg.surface"), look.color("border.default"))
        done = self.attempt.state is AttemptState.COMPLETED
        if self.picture is not None:
            draw_cover(painter, area, self.picture, 7)
            self._label(painter, area, self.took if done else self._words(), is_done=done)
            if not done and self.fraction is not None:
                self._line(painter, area, self.fraction)
            return
        middle = area.center()
        icon_side = look.px(28)
        if self.attempt.state is AttemptState.QUEUED or self.attempt.state in _END_WORDS:
            name = "clock" if self.attempt.state is AttemptState.QUEUED else "triangle-alert"
            name = "check" if done else name
            icon = icon_pixmap(name, "text.secondary", icon_side, dpr=self.devicePixelRatioF())
            painter.drawPixmap(
                round(middle.x() - icon_side / 2), round(middle.y() - icon_side), icon
            )
        else:
            ring = QRectF(
                middle.x() - icon_side, middle.y() - icon_side * 1.6, icon_side * 2, icon_side * 2
            )
            draw_ring_progress(
                painter, ring, self.fraction, look.color("accent.text"), look.color("bg.pressed")
            )
            if self.fraction is not None:
                painter.setFont(look.font("meta", "medium"))
                painter.setPen(look.color("text.primary"))
                painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, f"{self.fraction:.0%}")
        painter.setFont(look.font("meta"))
        painter.setPen(look.color("text.secondary"))
        words = QRectF(area.left() + 12, middle.y() + icon_side * 0.6, 0, look.px(40))
        words.setRight(area.right() - 12)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.stage)

    def _line(self, painter: QPainter, area: QRectF, share: float) -> None:
        """How far it is, along the lower edge of the picture."""
        painter.save()
        painter.setClipPath(rounded(area, 7))
        line = QRectF(area.left(), area.bottom() - 3, area.width(), 3)
        painter.fillRect(line, PLATE)
        line.setWidth(area.width() * share)
        painter.fillRect(line, ON_PLATE)
        painter.restore()

    def _label(self, painter: QPainter, area: QRectF, words: str, *, is_done: bool) -> None:
        look = theme()
        font = look.font("meta")
        painter.setFont(font)
        side = look.px(14)
        before = side + (8 if words else 0) if is_done else 0
        width = painter.fontMetrics().horizontalAdvance(words) + before + 16
        width = min(round(area.width()) - 16, width)
        box = QRectF(area.left() + 8, area.bottom() - look.px(32), width, look.px(24))
        fill_rounded(painter, box, 6, PLATE)
        if is_done:
            check = icon_pixmap("check", ON_PLATE, side, dpr=self.devicePixelRatioF())
            painter.drawPixmap(round(box.left() + 8), round(box.center().y() - side / 2), check)
        painter.setPen(ON_PLATE)
        box.adjust(8 + before, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided(font, words, box.width()))

    def _words(self) -> str:
        share = "" if self.fraction is None else f", {self.fraction:.0%}"
        return (
            tr("Rough preview{share}").format(share=share)
            if self.is_rough
            else f"{self.stage}{share}"
        )

    def _speak(self) -> None:
        share = "" if self.fraction is None else f", {self.fraction:.0%}"
        self.setAccessibleName(
            tr("Run {number}: {stage}{share}").format(
                number=self.attempt.number, stage=self.stage, share=share
            )
        )


def _words(attempt: Attempt) -> str:
    words = tr(_END_WORDS.get(attempt.state, "")) or attempt_words(attempt)
    return (
        tr("{words} ({result_count} results)").format(
            words=words, result_count=attempt.result_count
        )
        if attempt.result_count > 1
        else words
    )


class RunningView(QWidget):
    """A grid of attempt tiles on the canvas."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="running-view", accessible=tr("Running"))
        self._thumbnails = thumbnails
        self._tiles: dict[UUID, AttemptTile] = {}
        self._generation: Generation | None = None
        self._ratio = 1.0
        thumbnails.loaded.connect(self._on_picture)

    def show_generation(self, generation: Generation) -> None:
        """Show every attempt of a generation."""
        self._generation = generation
        attempts = {attempt.id: attempt for attempt in generation.attempts}
        if set(attempts) != set(self._tiles):
            for tile in self._tiles.values():
                tile.hide()
                tile.deleteLater()
            self._tiles = {key: AttemptTile(attempt, self) for key, attempt in attempts.items()}
            self._ratio = 1.0
            self._arrange()
            for tile in self._tiles.values():
                tile.show()
        for key, attempt in attempts.items():
            self._tiles[key].show_attempt(attempt)
        self._show_results()

    def show_progress(self, event: AttemptProgressed) -> None:
        """Show progress of one attempt."""
        tile = self._tiles.get(event.attempt_id)
        if tile is not None:
            tile.show_progress(event)

    def show_preview(self, attempt_id: UUID, image: QImage) -> None:
        """Show a rough picture of one attempt."""
        tile = self._tiles.get(attempt_id)
        if tile is not None:
            self._show_picture(tile, QPixmap.fromImage(image), is_rough=True)

    def fraction(self) -> float | None:
        """How far all attempts are together; None where nothing is known."""
        shares = [
            1.0 if tile.attempt.state in ENDED else tile.fraction for tile in self._tiles.values()
        ]
        known = [share for share in shares if share is not None]
        return sum(known) / len(shares) if known else None

    def left_words(self) -> str:
        """“about 8 s left”; empty where nobody can say."""
        sent = [
            tile.attempt.submitted_at
            for tile in self._tiles.values()
            if tile.attempt.submitted_at is not None
        ]
        share = self.fraction()
        if not sent or not share:
            return ""
        so_far_ms = (present() - min(sent)).total_seconds() * 1000
        rest_ms = so_far_ms * (1 - share) / share
        if so_far_ms < LEAST_MS or rest_ms < LEAST_MS:
            return ""
        return tr("about {time} left").format(time=duration(round(rest_ms / 1000) * 1000))

    def _on_picture(self, _asset: object) -> None:
        self._show_results()

    def _show_results(self) -> None:
        """Finished results take the places of the attempts that made them, in order."""
        if self._generation is None or not self.isVisible():
            return
        done = [t for t in self._tiles.values() if t.attempt.state is AttemptState.COMPLETED]
        for tile, asset in zip(done, self._generation.assets, strict=False):
            picture = self._thumbnails.pixmap(asset.id)
            sent = tile.attempt.submitted_at
            if sent is not None and asset.created_at > sent:
                tile.took = duration(round((asset.created_at - sent).total_seconds() * 1000))
            if picture is not None:
                self._show_picture(tile, picture, is_rough=False)

    def _show_picture(self, tile: AttemptTile, picture: QPixmap, *, is_rough: bool) -> None:
        tile.show_picture(picture, is_rough=is_rough)
        ratio = picture.width() / max(1, picture.height())
        ratio = min(FLATTEST, max(TALLEST, ratio))
        if ratio != self._ratio:
            self._ratio = ratio
            self._arrange()

    def _arrange(self) -> None:
        """Tiles of the pictures' shape, together in the middle."""
        count = len(self._tiles)
        columns = 1 if count <= 1 else 2 if count <= 4 else 3
        rows = -(-count // columns) or 1
        margin, gap, most = (theme().px(length) for length in (MARGIN, GAP, MAX_SIDE))
        width = (self.width() - 2 * margin - (columns - 1) * gap) / columns
        height = (self.height() - 2 * margin - (rows - 1) * gap) / rows
        width = max(1.0, min(width, most * max(1.0, self._ratio), height * self._ratio))
        cell = QSize(round(width), max(1, round(width / self._ratio)))
        left = (self.width() - columns * cell.width() - (columns - 1) * gap) // 2
        top = (self.height() - rows * cell.height() - (rows - 1) * gap) // 2
        for place, tile in enumerate(self._tiles.values()):
            row, column = divmod(place, columns)
            x = left + column * (cell.width() + gap)
            y = top + row * (cell.height() + gap)
            tile.setGeometry(QRect(QPoint(x, y), cell))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tiles in the middle."""
        super().resizeEvent(event)
        self._arrange()
