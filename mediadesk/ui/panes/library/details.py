"""Details beside the items: what is selected, its rating and its tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.queries import LibraryItem
from mediadesk.ui.marks import few_words, why_not_comparable
from mediadesk.ui.panes.library.summary import Summary, summary_of
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover, fill_rounded
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, DashedButton, IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.fact_grid import FactGrid
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.words import TYPE_ICONS

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

WIDTH = 284
HEADER_HEIGHT = 44
MOST_PICTURES = 6
ACROSS = 3
STARS = 5
MOST_TAGS = 30


class LibraryDetails(QWidget):
    """``rated`` (stars), ``tags_wanted``, ``compare_wanted``, ``closed``."""

    rated = Signal(int)
    tags_wanted = Signal()
    compare_wanted = Signal()
    closed = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, label_of: Callable[[LibraryItem], str]) -> None:
        super().__init__()
        self._label_of = label_of
        describe(self, name="library-details", accessible=tr("Details of the selection"))
        set_style(self, surface="window")
        self._thumbnails = thumbnails
        self._title = role_label(tr("Details"), "strong")
        self._scroll = QScrollArea()
        describe(self._scroll, name="library-details-scroll", accessible=tr("Details"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[LibraryItem, ...] = ()
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
        self._page = QWidget(self._scroll)
        self._page.setProperty("bare", True)
        self._body = QVBoxLayout(self._page)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._nothing = role_label(tr("Select items to see what they are."), "muted", wrap=True)
        self._nothing.setContentsMargins(14, 12, 14, 14)
        self._body.addWidget(self._nothing)
        self._body.addStretch(1)
        self._scroll.setWidget(self._page)
        self._selection: _Selection | None = None

    def show_items(self, items: Sequence[LibraryItem]) -> None:
        """Show one item, the sum of several, or that nothing is selected."""
        if self._shown == tuple(items):
            return
        self._shown = tuple(items)
        if not items:
            self._title.setText(tr("Details"))
        else:
            if self._selection is None:
                self._selection = self._make_selection()
            summary = summary_of(items, self._label_of)
            self._title.setText(summary.title)
            self._selection.show_items(items, summary)
        self._nothing.setVisible(not items)
        if self._selection is not None:
            self._selection.setVisible(bool(items))

    def _make_selection(self) -> _Selection:
        made = _Selection(self._thumbnails, self._page)
        made.rated.connect(self.rated)
        made.tags_wanted.connect(self.tags_wanted)
        made.compare_wanted.connect(self.compare_wanted)
        self._body.insertWidget(0, made)
        return made


class _Selection(QWidget):
    """What is selected. Made once; what it shows changes in place, for every step of a key."""

    rated = Signal(int)
    tags_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._rating = self._shown_stars = 0
        self._tags: tuple[str, ...] | None = None
        self.setProperty("bare", True)
        self._pictures = _Pictures(thumbnails, self)
        self._text = role_label("", "secondary", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = FactGrid(self)
        self._stars: list[IconButton] = []
        self._rating_words = role_label("", "caption")
        self._tag_box = QWidget(self)
        self._tag_flow = FlowLayout(self._tag_box)
        self._edge = line()
        self._compare = Button("", icon="columns-2", size="field", name="library-compare")
        self._compare.clicked.connect(self.compare_wanted)
        self._why_not = role_label("", "muted", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(_section(self._pictures, self._text))
        body.addWidget(line())
        body.addLayout(_section(role_label(tr("Summary"), "label"), self._facts))
        body.addWidget(line())
        body.addLayout(_section(role_label(tr("Rating"), "label"), self._make_stars()))
        body.addWidget(line())
        body.addLayout(_section(role_label(tr("Tags"), "label"), self._tag_box))
        body.addWidget(self._edge)
        body.addLayout(_section(self._compare, self._why_not))

    def show_items(self, items: Sequence[LibraryItem], summary: Summary) -> None:
        """Show one item, or the sum of several."""
        self._pictures.show_items(items[:MOST_PICTURES])
        self._text.setText(summary.text)
        self._text.setVisible(bool(summary.text))
        self._facts.show_rows(summary.rows)
        self._rating, self._shown_stars = summary.rating, summary.stars
        self._show_rating()
        self._rating_words.setText(summary.rating_words or tr("Keys 0–5"))
        one = len(items) == 1
        self._show_tags(
            tuple(tag if one else f"{tag} {number}" for tag, number in summary.tags[:MOST_TAGS])
        )
        self._show_compare(items)

    def _show_compare(self, items: Sequence[LibraryItem]) -> None:
        """Compare them, or say why these cannot be."""
        is_offered = len(items) > 1
        why_not = why_not_comparable([item.asset for item in items]) if is_offered else ""
        if is_offered:
            words = tr("Compare {count} items").format(count=len(items))
            self._compare.setText(few_words() if why_not else words)
        self._compare.setEnabled(not why_not)
        self._why_not.setText(why_not)
        self._edge.setVisible(is_offered)
        self._compare.setVisible(is_offered)
        self._why_not.setVisible(bool(why_not))

    def _make_stars(self) -> QHBoxLayout:
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
                color_on="star",
                color_off="star",
                name=f"library-star-{number}",
            )
            star.clicked.connect(lambda _on=False, stars=number: self._rate(stars))
            self._stars.append(star)
            row.addWidget(star)
        row.addStretch(1)
        row.addWidget(self._rating_words)
        return row

    def _show_rating(self) -> None:
        for number, star in enumerate(self._stars, start=1):
            star.setChecked(number <= self._shown_stars)

    def _rate(self, number: int) -> None:
        self._show_rating()  # a click turned the star over; what is stored decides
        self.rated.emit(0 if number == self._rating else number)

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        if tags == self._tags:
            return
        self._tags = tags
        clear_layout(self._tag_flow)
        for tag in tags:
            self._tag_flow.addWidget(Badge(tag, kind="tag"))
        add = DashedButton(
            tr("Tag"), icon="plus", name="library-tag", tooltip=tr("Change tags (T)")
        )
        add.setAccessibleName(tr("Tag this item"))
        add.clicked.connect(self.tags_wanted)
        self._tag_flow.addWidget(add)


def _section(*parts: QWidget | QLayout) -> QVBoxLayout:
    """Parts with the air of the panel around them."""
    column = QVBoxLayout()
    column.setContentsMargins(14, 12, 14, 12)
    column.setSpacing(8)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return column


class _Pictures(QWidget):
    """The first items as pictures, three across; one alone is large."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[LibraryItem] = []
        self._thumbnails = thumbnails
        self.setAccessibleName(tr("Pictures of the selection"))
        thumbnails.loaded.connect(self._on_thumbnail)

    def show_items(self, items: Sequence[LibraryItem]) -> None:
        """Show these items."""
        before, self._items = len(self._items), list(items)
        if len(items) != before:
            self.updateGeometry()
        self.update()

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
