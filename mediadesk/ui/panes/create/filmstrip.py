"""The results of one generation in a row under the canvas, and the zoom of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.support.asset_mime import asset_mime
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import (
    HEART_ON_PLATE,
    ON_PLATE,
    PLATE,
    draw_cover,
    fill_rounded,
    ring_around,
)
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.words import TYPE_ICONS, asset_facts, noun

if TYPE_CHECKING:
    from mediadesk.domain.generation import Asset
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

HEIGHT = 84
CELL = 68
"""A picture of 60 with room for its ring."""
INSET = 4
WIDE_CELL = 96


class ThumbButton(QAbstractButton):
    """One result: picture, number, heart. It can be dragged to the inputs."""

    def __init__(
        self, asset: Asset, number: int, thumbnails: ThumbnailLoader, *, side: int = CELL
    ) -> None:
        """``number`` 0: it is not one of several. ``side`` in unscaled pixels."""
        super().__init__()
        self.asset = asset
        self._number = number
        self._thumbnails = thumbnails
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._inset = INSET if side == CELL else INSET - 1
        edge = theme().px(side)
        is_wide = asset.type is GenerationType.VIDEO and side == CELL
        self.setFixedSize(QSize(theme().px(WIDE_CELL) if is_wide else edge, edge))
        words = tr("Result {number}: {value}").format(number=number, value=noun(asset.type))
        describe(
            self,
            name=f"result-{number}",
            accessible=words,
            tooltip=tr("Result {number}").format(number=number),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture with its badges."""
        look = theme()
        painter = QPainter(self)
        inset = self._inset
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        picture = self._thumbnails.pixmap(self.asset.id)
        if picture is not None:
            draw_cover(painter, area, picture, 6)
        else:
            fill_rounded(painter, area, 6, look.color("bg.surface"), look.color("border.default"))
            side = look.px(20)
            icon = icon_pixmap(TYPE_ICONS[self.asset.type], "text.secondary", side)
            painter.drawPixmap(
                round(area.center().x() - side / 2), round(area.center().y() - side / 2), icon
            )
        if self._number:
            self._paint_marks(painter, area)
        if self.isChecked():
            ring_around(painter, area, 6, look.color("focus"), 2, gap=inset - 2)

    def _paint_marks(self, painter: QPainter, area: QRectF) -> None:
        look = theme()
        badge = QRectF(area.left() + 4, area.bottom() - look.px(17), look.px(15), look.px(14))
        fill_rounded(painter, badge, 4, PLATE)
        painter.setFont(look.font("caption", "semibold"))
        painter.setPen(ON_PLATE)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if self.asset.is_favourite:
            side, inner = look.px(16), look.px(11)
            box = QRectF(area.right() - side - 4, area.top() + 4, side, side)
            fill_rounded(painter, box, 4, PLATE)
            heart = icon_pixmap(
                "heart", HEART_ON_PLATE, inner, dpr=self.devicePixelRatioF(), filled=True
            )
            painter.drawPixmap(box.center() - QPointF(inner / 2, inner / 2), heart)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the result out."""
        far = QApplication.startDragDistance()
        offset = event.position().toPoint() - self.rect().center()
        if event.buttons() & Qt.MouseButton.LeftButton and offset.manhattanLength() > far:
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(asset_mime([str(self.asset.id)]))
            picture = self._thumbnails.pixmap(self.asset.id)
            if picture is not None:
                drag.setPixmap(picture.scaledToWidth(96))
            drag.exec(Qt.DropAction.CopyAction)
            return
        super().mouseMoveEvent(event)


class _MoreButton(QAbstractButton):
    """A place for one result more."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        side = theme().px(CELL)
        self.setFixedSize(QSize(side, side))
        describe(
            self,
            name="result-more",
            accessible=tr("Make another like these"),
            tooltip=tr("Brings the settings of this run back; you start it yourself"),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed place with a plus."""
        look, painter = theme(), QPainter(self)
        area = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.color("border.control"))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.color("bg.hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 6, 6)
        side = look.px(16)
        plus = icon_pixmap("plus", "text.secondary", side, dpr=self.devicePixelRatioF())
        painter.drawPixmap(area.center() - QPointF(side / 2, side / 2), plus)


class Filmstrip(QWidget):
    """Shows the results; ``chosen`` carries an asset id. The right end belongs to ``tools``.

    ``more_wanted``: somebody wants one result more, made in the same way.
    """

    chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="filmstrip", accessible=tr("Results of this run"))
        set_style(self, surface="window")
        self._thumbnails = thumbnails
        self._buttons: dict[UUID, ThumbButton] = {}
        cells = QWidget()
        cells.setProperty("bare", True)
        self._row = QHBoxLayout(cells)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        scroll = QScrollArea()
        describe(scroll, name="filmstrip-scroll", accessible=tr("Results of this run"))
        scroll.setWidget(cells)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts, self._run_facts = role_label("", "muted"), role_label("", "muted")
        self._divider = line("v", "strong")
        self._divider.setFixedHeight(theme().px(18))
        self.tools = QHBoxLayout()
        body = QHBoxLayout()
        body.setContentsMargins(11, 4, 12, 4)
        body.setSpacing(10)
        body.addWidget(scroll, 1)
        for part in (self._facts, self._divider, self._run_facts):
            body.addWidget(part)
        body.addLayout(self.tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line())
        layout.addLayout(body, 1)
        self.setFixedHeight(theme().px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        thumbnails.loaded.connect(self._on_thumbnail)

    def show_assets(
        self, assets: tuple[Asset, ...], current: Asset | None, run_facts: str = ""
    ) -> None:
        """Show results, one of them chosen; ``run_facts``: what making them took."""
        if [asset.id for asset in assets] != list(self._buttons):
            clear_layout(self._row)
            self._buttons = {}
            for number, asset in enumerate(assets, start=1):
                button = ThumbButton(asset, number, self._thumbnails)
                button.clicked.connect(lambda _on=False, key=asset.id: self.chosen.emit(key))
                self._buttons[asset.id] = button
                self._row.addWidget(button)
            if assets:
                more = _MoreButton()
                more.clicked.connect(self.more_wanted)
                self._row.addWidget(more)
            self._row.addStretch(1)
        for asset in assets:
            button = self._buttons[asset.id]
            button.asset = asset
            button.setChecked(current is not None and asset.id == current.id)
            button.update()
        # A picture's facts stand in Details; its zoom needs the room here.
        has_facts = current is not None and current.type is not GenerationType.IMAGE
        self._facts.setText(asset_facts(current) if current is not None and has_facts else "")
        self._facts.setVisible(has_facts)
        self._run_facts.setText(run_facts)
        for part in (self._divider, self._run_facts):
            part.setVisible(has_facts and bool(run_facts))

    def _on_thumbnail(self, asset_id: UUID) -> None:
        button = self._buttons.get(asset_id)
        if button is not None:
            button.update()
