"""Details beside the items: what is selected, its rating and its tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.queries import LibraryItem
from mediadesk.ui.marks import why_not_comparable
from mediadesk.ui.panes.library.summary import Summary, summary_of
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, fill_rounded
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.words import TYPE_ICONS

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

WIDTH = 284
HEADER_HEIGHT = 44
MOST_PICTURES = 6
ACROSS = 3
STARS = 5


class LibraryDetails(QWidget):
    """``rated`` (stars), ``tags_wanted``, ``compare_wanted``, ``closed``."""

    rated = Signal(int)
    tags_wanted = Signal()
    compare_wanted = Signal()
    closed = Signal()

    def __init__(self, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        describe(self, name="library-details", accessible=tr("Details of the selection"))
        set_style(self, surface="window")
        self._thumbnails = thumbnails
        self._title = role_label(tr("Details"), "strong")
        self._scroll = QScrollArea()
        describe(self._scroll, name="library-details-scroll", accessible=tr("Details"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[LibraryItem, ...] | None = None
        self.setFixedWidth(theme().px(WIDTH))
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(self._title, 1)
        close = IconButton("x", tr("Hide details"), size="small", name="library-details-hide")
        close.clicked.connect(self.closed)
        head.addWidget(close)
        box = QWidget()
        box.setLayout(head)
        box.setFixedHeight(theme().px(HEADER_HEIGHT) - 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box)
        layout.addWidget(line())
        layout.addWidget(self._scroll, 1)
        self.show_items(())

    def show_items(self, items: Sequence[LibraryItem]) -> None:
        """Show one item, the sum of several, or that nothing is selected."""
        if self._shown == tuple(items):
            return
        self._shown = tuple(items)
        page = QWidget()
        page.setProperty("bare", True)
        body = QVBoxLayout(page)
        body.setContentsMargins(14, 12, 14, 14)
        body.setSpacing(8)
        if items:
            self._fill(body, items, summary_of(items))
        else:
            self._title.setText(tr("Details"))
            body.addWidget(role_label(tr("Select items to see what they are."), "muted", wrap=True))
        body.addStretch(1)
        self._scroll.setWidget(page)

    def _fill(self, body: QVBoxLayout, items: Sequence[LibraryItem], summary: Summary) -> None:
        self._title.setText(summary.title)
        body.addWidget(_Pictures(items[:MOST_PICTURES], self._thumbnails))
        if summary.text:
            text = role_label(summary.text, "secondary", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            body.addWidget(text)
        body.addWidget(line())
        body.addWidget(role_label(tr("Summary"), "label"))
        body.addLayout(_rows(summary))
        body.addWidget(line())
        body.addWidget(role_label(tr("Rating"), "label"))
        body.addLayout(self._stars(summary))
        body.addWidget(line())
        body.addWidget(role_label(tr("Tags"), "label"))
        body.addWidget(self._tags(summary, len(items)))
        if len(items) > 1:
            self._add_compare(body, items)

    def _add_compare(self, body: QVBoxLayout, items: Sequence[LibraryItem]) -> None:
        """Compare them, or say why these cannot be."""
        why_not = why_not_comparable([item.asset for item in items])
        compare = Button(
            tr("Compare {count} items").format(count=len(items)),
            icon="columns-2",
            name="library-compare",
        )
        compare.setEnabled(not why_not)
        compare.clicked.connect(self.compare_wanted)
        body.addWidget(line())
        body.addWidget(compare)
        if why_not:
            body.addWidget(role_label(why_not, "muted", wrap=True))

    def _stars(self, summary: Summary) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for number in range(1, STARS + 1):
            star = IconButton(
                "star",
                tr("Rate {stars}").format(stars=tr("%Ln star(s)", n=number)),
                shortcut=str(number),
                size="small",
                checkable=True,
                filled_when_on=True,
                color_on="warn.text",
                name=f"library-star-{number}",
            )
            star.setChecked(number <= summary.rating)
            wish = 0 if number == summary.rating else number
            star.clicked.connect(lambda _on=False, stars=wish: self.rated.emit(stars))
            row.addWidget(star)
        row.addStretch(1)
        row.addWidget(role_label(summary.rating_words or tr("Keys 0–5"), "caption"))
        return row

    def _tags(self, summary: Summary, count: int) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        for tag, number in summary.tags[:30]:
            flow.addWidget(Badge(tag if count == 1 else f"{tag} {number}", kind="tag"))
        add = Button(
            tr("Tag"), size="small", icon="plus", name="library-tag", tooltip=tr("Change tags (T)")
        )
        add.clicked.connect(self.tags_wanted)
        flow.addWidget(add)
        return box


def _rows(summary: Summary) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(5)
    grid.setColumnMinimumWidth(0, 70)
    grid.setColumnStretch(1, 1)
    for number, (name, words) in enumerate(summary.rows):
        grid.addWidget(role_label(name, "muted"), number, 0)
        value = ElideLabel(words)
        value.setAccessibleName(f"{name}: {words}")
        grid.addWidget(value, number, 1)
    return grid


class _Pictures(QWidget):
    """The first items as pictures, three across; one alone is large."""

    def __init__(self, items: Sequence[LibraryItem], thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._items = list(items)
        self._thumbnails = thumbnails
        self.setAccessibleName(tr("Pictures of the selection"))
        thumbnails.loaded.connect(self._on_thumbnail)

    def sizeHint(self) -> QSize:
        """As high as the rows need."""
        width = theme().px(WIDTH) - 28
        if len(self._items) == 1:
            return QSize(width, round(width * 0.75))
        return QSize(width, -(-len(self._items) // ACROSS) * (width // ACROSS))

    def minimumSizeHint(self) -> QSize:
        """The same: pictures are not squeezed."""
        return self.sizeHint()

    def _on_thumbnail(self, _asset_id: UUID) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a picture or the icon of its kind."""
        painter, look = QPainter(self), theme()
        across = 1 if len(self._items) == 1 else ACROSS
        side = self.width() / across
        high = self.height() if across == 1 else side
        for number, item in enumerate(self._items):
            row, column = divmod(number, across)
            area = QRectF(column * side, row * high, side, high).adjusted(0, 0, -3, -3)
            kind = item.asset.type
            has_picture = kind in (GenerationType.IMAGE, GenerationType.VIDEO)
            picture = self._thumbnails.pixmap(item.asset.id) if has_picture else None
            if picture is not None:
                draw_cover(painter, area, picture, 6)
                continue
            fill_rounded(painter, area, 6, look.color("bg.pressed"))
            size = look.px(20)
            icon = icon_pixmap(TYPE_ICONS[kind], "text.secondary", size)
            middle = area.center()
            painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size / 2), icon)
