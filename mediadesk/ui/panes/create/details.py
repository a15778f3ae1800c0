"""Details of the shown result: prompt, facts, settings, lineage, or what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import Asset, Generation
from mediadesk.ui.panes.create.details_content import DetailsContent, Rows, details_of
from mediadesk.ui.panes.create.filmstrip import ThumbButton
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.words import counted

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

_State = tuple[Generation | None, Asset | None, ModelSpec | None, str]

HEADER_HEIGHT = 44
MAX_STARS = 5
MAX_LINEAGE = 4
GATHER_MS = 80
"""Building the sections anew takes longer than a frame: changes that come together build once."""


class DetailsPanel(QWidget):
    """Sections under each other. ``rated`` (stars), ``asset_wanted`` (a relative), ``closed``."""

    rated = Signal(int)
    asset_wanted = Signal(object)
    copy_wanted = Signal()
    closed = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="details", accessible="Details")
        set_style(self, surface="window")
        self._thumbnails = thumbnails
        self._scroll = QScrollArea(self)
        self._wanted: _State = (None, None, None, "")
        self._shown: _State | None = None
        self._sections: _Sections | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GATHER_MS)
        self._soon.timeout.connect(self._show_wanted)
        thumbnails.loaded.connect(self._on_thumbnail)
        self._build()

    def show_state(
        self,
        generation: Generation | None,
        asset: Asset | None,
        model: ModelSpec | None = None,
        provider: str = "",
    ) -> None:
        """Show a generation and one of its results in the words of its model, soon."""
        self._wanted = (generation, asset, model, provider)
        if not self._soon.isActive():
            self._soon.start()

    def show_lineage(self, parents: Sequence[Asset], children: Sequence[Asset]) -> None:
        """Show what a result came from, and what was made of it."""
        self._show_wanted()
        if self._sections is not None:
            self._sections.show_lineage(parents, children, self._thumbnails)

    def _show_wanted(self) -> None:
        self._soon.stop()
        if self._wanted == self._shown:
            return
        before, self._shown = self._shown, self._wanted
        generation, asset, model, provider = self._wanted
        if generation is None:
            self._sections = None
            self._scroll.setWidget(_nothing())
            return
        content = details_of(generation, asset, model, provider)
        if self._sections is None or not self._sections.content.has_shape_of(content):
            self._replace(content)
        else:
            self._sections.show_content(content)
            if before is None or _id(before[1]) != _id(asset):
                self._sections.show_lineage((), (), self._thumbnails)

    def _replace(self, content: DetailsContent) -> None:
        """Put new sections in the place of the old ones, and stay at the same height."""
        at = self._scroll.verticalScrollBar().value()
        sections = _Sections(content)
        sections.rated.connect(self.rated)
        sections.asset_wanted.connect(self.asset_wanted)
        self._sections = sections
        self._scroll.setWidget(sections)
        self._scroll.verticalScrollBar().setValue(at)

    def _build(self) -> None:
        box = QWidget()
        box.setFixedHeight(theme().px(HEADER_HEIGHT) - 1)
        head = QHBoxLayout(box)
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(role_label("Details", "strong"))
        head.addStretch(1)
        close = IconButton(
            "x", "Hide details", shortcut="Ctrl+I", size="small", name="hide-details"
        )
        close.clicked.connect(self.closed)
        head.addWidget(close)
        describe(self._scroll, name="details-scroll", accessible="Details")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box)
        layout.addWidget(line())
        layout.addWidget(self._scroll, 1)

    def _on_thumbnail(self, asset_id: object) -> None:
        if self._sections is not None:
            self._sections.update_relative(asset_id)


class _Sections(QWidget):
    """The sections of one result. Words are changed in place; other rows need other sections."""

    rated = Signal(int)
    asset_wanted = Signal(object)

    def __init__(self, content: DetailsContent) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.content = content
        self._values: list[tuple[str, ElideLabel]] = []
        self._stars: list[IconButton] = []
        self._relatives: dict[object, ThumbButton] = {}
        self._prompt = _selectable(role_label("", "secondary", wrap=True))
        self._prompt.setAccessibleName("Prompt of this result")
        self._answer = _selectable(role_label("", "mono", wrap=True))
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(14, 4, 14, 14)
        self._body.setSpacing(8)
        self._lineage = QVBoxLayout()
        self._lineage.setSpacing(6)
        self._add_failure()
        self._add_prompt()
        self._add_rows("Result", content.result)
        if content.settings:
            self._add_rows("Settings", content.settings)
        if content.rating is not None:
            self._add_organise()
        self._body.addLayout(self._lineage)
        self._body.addStretch(1)
        self.show_content(content)

    def show_content(self, content: DetailsContent) -> None:
        """Show other words in the same rows."""
        self.content = content
        self._prompt.setText(content.prompt)
        self._answer.setText(content.answer)
        rows = (*(content.failure or ()), *content.result, *content.settings)
        for (name, label), (_, value) in zip(self._values, rows, strict=True):
            if label.text() != value:
                label.setText(value)
                label.setAccessibleName(f"{name}: {value}")
        self._show_rating()

    def show_lineage(
        self, parents: Sequence[Asset], children: Sequence[Asset], thumbnails: ThumbnailLoader
    ) -> None:
        """Show relatives, or none."""
        clear_layout(self._lineage)
        self._relatives.clear()
        if not parents and not children:
            return
        self._lineage.addWidget(line())
        self._lineage.addWidget(role_label("Lineage", "label"))
        row = QHBoxLayout()
        for number, asset in enumerate((*parents[:MAX_LINEAGE], *children[:MAX_LINEAGE]), start=1):
            button = ThumbButton(asset, number, thumbnails)
            is_parent = number <= len(parents[:MAX_LINEAGE])
            words = "Input" if is_parent else "Made of it"
            button.setAccessibleName(f"{words}: {asset.type.value}")
            button.setToolTip(words)
            button.clicked.connect(partial(self.asset_wanted.emit, asset))
            self._relatives[asset.id] = button
            row.addWidget(button)
        row.addStretch(1)
        self._lineage.addLayout(row)
        parts = [counted(len(parents), "input")] if parents else []
        parts += [counted(len(children), "descendant")] if children else []
        self._lineage.addWidget(role_label(", ".join(parts), "caption"))

    def update_relative(self, asset_id: object) -> None:
        """A thumbnail is there."""
        button = self._relatives.get(asset_id)
        if button is not None:
            button.update()

    def _add_failure(self) -> None:
        if self.content.failure is None:
            self._answer.setParent(self)
            self._answer.hide()
            return
        self._add_rows("What happened", self.content.failure, first=True)
        self._body.addWidget(role_label("Answer", "label"))
        self._body.addWidget(self._answer)
        self._body.addWidget(line())

    def _add_prompt(self) -> None:
        head = QHBoxLayout()
        head.addWidget(role_label("Prompt", "label"))
        head.addStretch(1)
        copy = IconButton("copy", "Copy the prompt", shortcut="C", size="small", name="copy-prompt")
        copy.clicked.connect(self._copy_prompt)
        head.addWidget(copy)
        self._body.addLayout(head)
        self._body.addWidget(self._prompt)

    def _copy_prompt(self) -> None:
        QGuiApplication.clipboard().setText(self.content.prompt)

    def _add_organise(self) -> None:
        self._body.addWidget(line())
        self._body.addWidget(role_label("Organise", "label"))
        stars = QHBoxLayout()
        stars.setSpacing(0)
        for number in range(1, MAX_STARS + 1):
            star = IconButton(
                "star",
                f"Rate {number} of {MAX_STARS}",
                size="small",
                checkable=True,
                filled_when_on=True,
                color_on="star",
                name=f"star-{number}",
            )
            star.clicked.connect(lambda _on=False, stars=number: self._rate(stars))
            self._stars.append(star)
            stars.addWidget(star)
        stars.addStretch(1)
        stars.addWidget(role_label("Keys 0–5", "caption"))
        self._body.addLayout(stars)
        if self.content.tags:
            box = QWidget()
            flow = FlowLayout(box)
            for tag in self.content.tags:
                flow.addWidget(Badge(tag, kind="tag"))
            self._body.addWidget(box)

    def _show_rating(self) -> None:
        for number, star in enumerate(self._stars, start=1):
            star.setChecked(number <= (self.content.rating or 0))

    def _rate(self, number: int) -> None:
        self._show_rating()  # a click turned the star over; what is stored decides
        self.rated.emit(0 if number == self.content.rating else number)

    def _add_rows(self, title: str, rows: Rows, *, first: bool = False) -> None:
        if not first:
            self._body.addWidget(line())
        self._body.addWidget(role_label(title, "label"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, 70)
        grid.setColumnStretch(1, 1)
        for number, (name, _) in enumerate(rows):
            grid.addWidget(role_label(name, "muted"), number, 0)
            words = ElideLabel("")
            self._values.append((name, words))
            grid.addWidget(words, number, 1)
        self._body.addLayout(grid)


def _id(asset: Asset | None) -> object:
    return None if asset is None else asset.id


def _nothing() -> QWidget:
    page = QWidget()
    page.setProperty("bare", True)
    body = QVBoxLayout(page)
    body.setContentsMargins(14, 4, 14, 14)
    body.addWidget(role_label("Nothing is shown.", "muted"))
    body.addStretch(1)
    return page


def _selectable(label: QLabel) -> QLabel:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
