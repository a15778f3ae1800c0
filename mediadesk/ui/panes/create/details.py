"""Details of the shown result: prompt, facts, settings, lineage, or what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import Asset, Generation
from mediadesk.ui.panes.create.details_content import DetailsContent, details_of
from mediadesk.ui.panes.create.details_parts import (
    MARGIN,
    FactRows,
    Lineage,
    Organise,
    section,
    selectable,
)
from mediadesk.ui.panes.create.details_tokens import TokenPart
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.clamped_label import ClampedLabel
from mediadesk.ui.widgets.labels import line, role_label

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

_State = tuple[Generation | None, Asset | None, ModelSpec | None, str]

HEADER_HEIGHT = 44
PROMPT_LINES = 3
"""So many lines of a prompt are shown until the whole is wanted."""
USUAL_FACTS, USUAL_SETTINGS = 9, 6
AHEAD_MS = 40
"""Between two rows that are made before a result needs them: the first one need not wait."""
GATHER_MS = 80
"""A job changes its generation many times a second: changes that come together are shown once."""


class DetailsPanel(QWidget):
    """Sections under each other. ``rated`` (stars), ``asset_wanted`` (a relative), ``tags_wanted``,
    ``closed``."""

    rated = Signal(int)
    asset_wanted = Signal(object)
    tags_wanted = Signal()
    closed = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="details", accessible=tr("Details"))
        set_style(self, surface="window")
        self._wanted: _State = (None, None, None, "")
        self._shown: _State = self._wanted
        self._sections = _Sections(thumbnails)
        self._sections.organise.rated.connect(self.rated)
        self._sections.organise.tags_wanted.connect(self.tags_wanted)
        self._sections.lineage.asset_wanted.connect(self.asset_wanted)
        self._scroll = QScrollArea(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(GATHER_MS)
        self._soon.timeout.connect(self._show_wanted)
        self._ahead = QTimer(self)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()
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
        if self._shown[0] is not None:
            self._sections.lineage.show_relatives(parents, children, self._shown[1])

    def _make_ahead(self) -> None:
        if not self._sections.make_row():
            self._ahead.stop()

    def _show_wanted(self) -> None:
        self._soon.stop()
        if self._wanted == self._shown:
            return
        before, self._shown = self._shown, self._wanted
        generation, asset, model, provider = self._wanted
        if generation is None:
            self._sections.show_nothing()
            return
        self._sections.show_content(details_of(generation, asset, model, provider))
        if _id(before[1]) != _id(asset):
            self._sections.lineage.show_relatives((), ())

    def _build(self) -> None:
        box = QWidget()
        box.setFixedHeight(theme().px(HEADER_HEIGHT) - 1)
        head = QHBoxLayout(box)
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(role_label(tr("Details"), "strong"))
        head.addStretch(1)
        close = IconButton(
            "x",
            tr("Hide details"),
            shortcut="Ctrl+I",
            size="small",
            icon_size=16,
            name="hide-details",
        )
        close.clicked.connect(self.closed)
        head.addWidget(close)
        describe(self._scroll, name="details-scroll", accessible=tr("Details"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sections)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box)
        layout.addWidget(line())
        layout.addWidget(self._scroll, 1)


class _Sections(QWidget):
    """The sections, made once: each shows other words, or is hidden. To make them anew for a job
    that goes on would take several frames."""

    def __init__(self, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self._text = ""
        self._nothing = role_label(tr("Nothing is shown."), "muted")
        self._nothing.setContentsMargins(MARGIN, 12, MARGIN, 0)
        self._failure = FactRows(tr("What happened"), self, has_line=False)
        self._answer = selectable(role_label("", "mono", wrap=True))
        self._prompt = ClampedLabel("prose", PROMPT_LINES)
        selectable(self._prompt)
        self._prompt.setAccessibleName(tr("Prompt of this result"))
        self._answer_part, self._answer_end = self._make_answer(), line()
        self._prompt_part = self._make_prompt()
        self._tokens = TokenPart(self)
        self._result = FactRows(tr("Result"), self)
        self._settings = FactRows(tr("Settings"), self)
        self.organise = Organise(self)
        self.lineage = Lineage(thumbnails, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._nothing)
        for part in self._parts():
            body.addWidget(part)
            if part is self._answer_part:
                body.addWidget(self._answer_end)
        body.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no result is on the stage."""
        for part in (*self._parts(), self._answer_end):
            part.hide()
        self._nothing.show()

    def show_content(self, content: DetailsContent) -> None:
        """Show what is said of a result."""
        self._text = content.prompt
        self._nothing.hide()
        self._failure.show_rows(content.failure or ())
        self._answer.setText(content.answer)
        for part in (self._answer_part, self._answer_end):
            part.setVisible(content.failure is not None)
        if self._prompt.show_text(content.prompt):
            self._unfold.setChecked(False)
        self._prompt_part.show()
        self._tokens.show_tokens(content.tokens)
        self._result.show_rows(content.result)
        self._settings.show_rows(content.settings)
        self.organise.show_state(content.rating, content.tags)

    def make_row(self) -> bool:
        """Make one of the usual number of rows; False where they are all there."""
        return self._result.make_row(USUAL_FACTS) or self._settings.make_row(USUAL_SETTINGS)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            *(self._failure, self._answer_part, self._prompt_part),
            *(self._tokens, self._result, self._settings, self.organise, self.lineage),
        )

    def _make_answer(self) -> QWidget:
        part, body = section(self)
        head = QHBoxLayout()
        head.addWidget(role_label(tr("Answer"), "heading"))
        head.addStretch(1)
        copy = IconButton(
            "copy", tr("Copy the answer"), size="small", icon_size=16, name="copy-answer"
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._answer.text()))
        head.addWidget(copy)
        body.addLayout(head)
        set_style(self._answer, surface="answer")
        self._answer.setMargin(theme().px(10))
        body.addWidget(self._answer)
        body.addSpacing(4)
        return part

    def _make_prompt(self) -> QWidget:
        part, body = section(self, has_line=False)
        body.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(role_label(tr("Prompt"), "heading"))
        head.addStretch(1)
        copy = IconButton(
            "copy",
            tr("Copy the prompt"),
            shortcut="C",
            size="small",
            icon_size=16,
            name="copy-prompt",
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self._unfold = IconButton(
            "chevrons-up-down", tr("Show the whole prompt"), size="small", checkable=True
        )
        self._unfold.hide()
        self._unfold.toggled.connect(self._prompt.set_open)
        self._prompt.clamp_changed.connect(self._unfold.setVisible)
        head.addWidget(self._unfold)
        head.addWidget(copy)
        body.addLayout(head)
        body.addWidget(self._prompt)
        return part


def _id(asset: Asset | None) -> object:
    return None if asset is None else asset.id
