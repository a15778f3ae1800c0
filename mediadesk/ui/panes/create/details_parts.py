"""Sections of the details panel. Each is made once; what it shows changes in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.domain.generation import Asset
from mediadesk.ui.panes.create.filmstrip import ThumbButton
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import DashedButton, IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.fact_grid import FactGrid
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.words import noun

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.setting_words import Rows

MAX_STARS = 5
MAX_LINEAGE = 4
MARGIN = 14
THUMBNAIL = 50
"""A picture of 44 with room for its ring."""


def section(parent: QWidget, *, has_line: bool = True) -> tuple[QWidget, QVBoxLayout]:
    """A part of the panel that can be hidden, and the layout inside it."""
    part = QWidget(parent)
    return part, _body_of(part, has_line=has_line)


def selectable(label: QLabel) -> QLabel:
    """The label, with words that the mouse can mark."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class FactRows(QWidget):
    """A title over rows of a name and its value; hidden where there are none."""

    def __init__(self, title: str, parent: QWidget, *, has_line: bool = True) -> None:
        super().__init__(parent)
        body = _body_of(self, has_line=has_line)
        body.addWidget(role_label(title, "heading"))
        self._grid = FactGrid(self)
        body.addWidget(self._grid)

    def show_rows(self, rows: Rows) -> None:
        """Show these rows."""
        self._grid.show_rows(rows)
        self.setVisible(bool(rows))

    def make_row(self, most: int) -> bool:
        """Make one more row to be used later; False where there are ``most`` already."""
        return self._grid.make_row(most)


class Organise(QWidget):
    """Stars and tags. ``rated`` carries how many stars, 0 to take them away."""

    rated = Signal(int)
    tags_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rating = 0
        self._tags: tuple[str, ...] = ()
        self._stars: list[IconButton] = []
        body = _body_of(self)
        body.setSpacing(6)
        body.addWidget(role_label(tr("Organise"), "heading"))
        row = QHBoxLayout()
        row.setSpacing(0)
        for number in range(1, MAX_STARS + 1):
            row.addWidget(self._make_star(number))
        row.addStretch(1)
        row.addWidget(role_label(tr("Keys 0–5"), "caption"))
        body.addLayout(row)
        self._tag_box = QWidget(self)
        self._tag_flow = FlowLayout(self._tag_box, gap=5)
        self._show_tags()
        body.addWidget(self._tag_box)

    def show_state(self, rating: int | None, tags: tuple[str, ...]) -> None:
        """Show stars and tags; None: there is nothing to rate."""
        self.setVisible(rating is not None)
        self._rating = rating or 0
        self._show_rating()
        if tags != self._tags:
            self._tags = tags
            self._show_tags()

    def _show_tags(self) -> None:
        clear_layout(self._tag_flow)
        for tag in self._tags:
            self._tag_flow.addWidget(Badge(tag, kind="tag"))
        add = DashedButton(tr("Tag"), icon="plus", name="tag-result", tooltip=tr("Change tags (T)"))
        add.clicked.connect(self.tags_wanted)
        self._tag_flow.addWidget(add)

    def _make_star(self, number: int) -> IconButton:
        star = IconButton(
            "star",
            tr("Rate {number} of {most}").format(number=number, most=MAX_STARS),
            size="small",
            icon_size=16,
            checkable=True,
            filled_when_on=True,
            color_on="star",
            color_off="star",
            name=f"star-{number}",
        )
        star.clicked.connect(lambda _on=False, stars=number: self._rate(stars))
        self._stars.append(star)
        return star

    def _show_rating(self) -> None:
        for number, star in enumerate(self._stars, start=1):
            star.setChecked(number <= self._rating)

    def _rate(self, number: int) -> None:
        self._show_rating()  # a click turned the star over; what is stored decides
        self.rated.emit(0 if number == self._rating else number)


class Lineage(QWidget):
    """What a result came from, and what was made of it. ``asset_wanted`` carries a relative."""

    asset_wanted = Signal(object)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._buttons: dict[object, ThumbButton] = {}
        body = _body_of(self)
        body.setSpacing(6)
        body.addWidget(role_label(tr("Lineage"), "heading"))
        near = QWidget(self)
        self._row = FlowLayout(near, gap=1)
        body.addWidget(near)
        self._words = role_label("", "caption")
        body.addWidget(self._words)
        thumbnails.loaded.connect(self._on_thumbnail)

    def show_relatives(
        self, parents: Sequence[Asset], children: Sequence[Asset], shown: Asset | None = None
    ) -> None:
        """Show relatives on both sides of the result on the stage; hidden where there are none."""
        self.setVisible(bool(parents or children))
        clear_layout(self._row)
        self._buttons.clear()
        for asset in parents[:MAX_LINEAGE]:
            self._add(asset, tr("Input"))
        if shown is not None and (parents or children):
            self._add_arrow(bool(parents))
            self._add(shown, tr("This result")).setChecked(True)
            self._add_arrow(bool(children))
        for asset in children[:MAX_LINEAGE]:
            self._add(asset, tr("Made of it"))
        parts = [tr("%Ln input(s)", n=len(parents))] if parents else []
        parts += [tr("%Ln descendant(s)", n=len(children))] if children else []
        self._words.setText(", ".join(parts))

    def _add(self, asset: Asset, words: str) -> ThumbButton:
        button = ThumbButton(asset, 0, self._thumbnails, side=THUMBNAIL)
        button.setAccessibleName(f"{words}: {noun(asset.type)}")
        button.setToolTip(words)
        button.clicked.connect(partial(self.asset_wanted.emit, asset))
        self._buttons[asset.id] = button
        self._row.addWidget(button)
        return button

    def _add_arrow(self, is_wanted: bool) -> None:
        if is_wanted:
            self._row.addWidget(_arrow())

    def _on_thumbnail(self, asset_id: object) -> None:
        button = self._buttons.get(asset_id)
        if button is not None:
            button.update()


def _arrow() -> QWidget:
    arrow = IconLabel("chevron-right", side=14)
    arrow.setFixedHeight(theme().px(THUMBNAIL))
    return arrow


def _body_of(part: QWidget, *, has_line: bool = True) -> QVBoxLayout:
    """Room for what a section shows, under a line across the whole panel."""
    part.setProperty("bare", True)
    outer = QVBoxLayout(part)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    if has_line:
        outer.addWidget(line())
    body = QVBoxLayout()
    body.setContentsMargins(MARGIN, 12, MARGIN, 12)
    body.setSpacing(10)
    outer.addLayout(body)
    return body
