"""The row above the canvas: status, which of how many, and what can be done with the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from mediadesk.domain.endings import cancel_words
from mediadesk.domain.generation import Asset, Generation, GenerationStatus, GenerationType
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.chip import Chip
from mediadesk.ui.widgets.labels import ElideLabel, line
from mediadesk.ui.widgets.progress import ProgressBar
from mediadesk.ui.widgets.star_rating import StarRating
from mediadesk.ui.words import asset_facts, first_line, moment, status_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mediadesk.domain.catalog import ModelSpec

HEIGHT = 44
ACTIVE = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)


class StageHeader(QWidget):
    """Wishes as one signal: ``wanted`` carries the action's name."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="stage-header", accessible=tr("Result"))
        set_style(self, surface="window")
        self._chip = Chip("", "idle")
        self._index = ElideLabel("", "secondary")
        self._bar = ProgressBar(tr("Progress"))
        self._bar.setFixedWidth(theme().px(120))
        self._cancel = Button(tr("Cancel"), size="small", name="cancel-run")
        self._favourite = IconButton(
            "heart",
            tr("Favourite this result"),
            shortcut="F",
            checkable=True,
            filled_when_on=True,
            color_on="fav",
            name="favourite",
        )
        self._copy = IconButton(
            "copy", tr("Copy the result"), shortcut="Ctrl+C", name="copy-result"
        )
        self._save = IconButton("download", tr("Save as"), shortcut="Ctrl+S", name="save-result")
        self._use = Button(
            tr("Use as input"), kind="quiet", icon="corner-up-left", name="use-as-input"
        )
        self._use.setToolTip(tr("Use as input (U)"))
        self._continue = Button(
            tr("Continue"), kind="quiet", icon="corner-down-right", name="continue-text"
        )
        self._continue.setToolTip(tr("Continue this text (Ctrl+J)"))
        self._remix = Button(tr("Remix"), kind="quiet", icon="shuffle", name="remix")
        self._remix.setToolTip(tr("Bring prompt and settings back (R)"))
        self._retry = Button(
            tr("Edit and retry"), kind="quiet", icon="pencil", name="edit-and-retry"
        )
        self._mark = IconButton(
            "columns-2",
            tr("Mark for comparing"),
            shortcut="X",
            checkable=True,
            color_on="accent.text",
            name="mark-result",
        )
        self._more = IconButton("ellipsis", tr("More actions"), name="more-actions")
        self._delete = IconButton("trash-2", tr("Delete"), shortcut="Del", name="delete-result")
        self._lines = [line("v", "strong"), line("v", "strong")]
        self._choice: QWidget | None = None
        self._generation: Generation | None = None
        self._asset: Asset | None = None
        self._is_gathering = False
        self._progress_words = ""
        self._make_full_parts()
        self._build()
        self.set_full(False)
        self.show_state(None, None, 0, 0)

    def _make_full_parts(self) -> None:
        """What is there only while the result is alone in the window."""
        self._leave = IconButton(
            "minimize-2", tr("Leave full view"), shortcut="Esc", name="leave-full-view"
        )
        self._title = ElideLabel("", "strong")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._facts = ElideLabel("", "muted")
        self._facts.setContentsMargins(8, 0, 0, 0)
        self._stars = StarRating("stage-stars")
        self._full_parts = (self._leave, self._title, self._facts, self._stars)
        self._is_full = False

    def show_state(
        self,
        generation: Generation | None,
        asset: Asset | None,
        index: int,
        count: int,
        *,
        is_grid: bool = False,
    ) -> None:
        """Show status and the actions that make sense; ``is_grid``: of a run that goes on all
        results are on the canvas, not ``asset`` alone."""
        self._is_gathering = is_grid and generation is not None and generation.status in ACTIVE
        self._generation, self._asset = generation, asset
        self.setVisible(generation is not None)
        if generation is None:
            return
        words, kind, icon = status_words(generation)
        self._chip.set_status(words, kind, icon)  # type: ignore[arg-type]  # one of the kinds
        active = generation.status in ACTIVE
        has_asset = asset is not None
        if not active:
            self._progress_words = ""
        where = _where(generation, has_asset, index, count)
        self._index.setText(self._progress_words if self._is_gathering else where)
        # It yields to the actions in the full view alone, and while it tells of progress.
        is_short = has_asset and not self._is_gathering
        room = self._index.fontMetrics().horizontalAdvance(where) + 2 if is_short else 0
        self._index.setMinimumWidth(room)
        self._bar.setVisible(active)
        self._cancel.setVisible(active)
        self._cancel.setText(tr("Cancel the rest") if has_asset else _cancel_label(generation))
        due = tr_sentence(cancel_words(generation))
        self._cancel.setToolTip(due)
        self._cancel.setAccessibleDescription(due)
        can_act = has_asset and not self._is_gathering
        for button in (self._favourite, self._copy, self._save, self._mark):
            button.setVisible(can_act)
        self._favourite.setChecked(asset is not None and asset.is_favourite)
        self._use.setVisible(has_asset and not active)
        is_video = asset is not None and asset.type is GenerationType.VIDEO
        self._use.setText(tr("Use frame as input") if is_video else tr("Use as input"))
        is_text = generation.type is GenerationType.TEXT
        self._continue.setVisible(has_asset and is_text and not active)
        if self._choice is not None:
            self._choice.setVisible(has_asset and is_text)
        self._remix.setVisible(has_asset and not active)
        self._retry.setVisible(not has_asset and not active)
        self._delete.setVisible(can_act or not active)
        for divider in self._lines:
            divider.setVisible(has_asset and not active)
        self._fit()

    def add_view_choice(self, choice: QWidget) -> None:
        """Put a choice of how a text is shown beside the index."""
        self._row.insertWidget(self._row.indexOf(self._index), choice)
        self._choice = choice
        choice.hide()

    def set_full(self, on: bool) -> None:
        """Name the result instead of its run, for the full view."""
        self._is_full = on
        for part in self._full_parts:
            part.setVisible(on)
        self._chip.setVisible(not on)

    def show_title(self, title: str, facts: str, rating: int) -> None:
        """What the full view says of the result."""
        self._title.setText(title)
        self._facts.setText(f"{self._index.text()}, {facts}" if self._index.text() else facts)
        self._index.setVisible(not self._is_full)
        self._stars.show_stars(rating)

    def show_mark(self, *, is_marked: bool) -> None:
        """Show whether the result is marked for comparing."""
        self._mark.setChecked(is_marked)

    def set_progress(self, fraction: float | None, words: str = "") -> None:
        """Show how far the run is, None = unknown, and in words what is still to come."""
        self._bar.set_fraction(fraction)
        self._progress_words = words
        if self._is_gathering:
            self._index.setText(words)

    def _build(self) -> None:
        # A box of its own: a row layout alone is never higher than its lowest part.
        box = QWidget()
        row = self._row = QHBoxLayout(box)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._leave)
        row.addWidget(self._title)
        row.addWidget(self._facts, 1)
        row.addWidget(self._chip)
        row.addSpacing(8)
        row.addWidget(self._index, 1)
        row.addWidget(self._stars)
        for widget in (self._bar, self._cancel, self._favourite, self._copy, self._save):
            row.addWidget(widget)
        row.insertSpacing(row.indexOf(self._cancel), 9)
        row.addSpacing(4)
        row.addWidget(self._lines[0])
        row.addSpacing(2)
        for widget in (self._use, self._continue, self._remix, self._retry):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(self._lines[1])
        row.addSpacing(4)
        row.addWidget(self._mark)
        row.addWidget(self._more)
        row.addWidget(self._delete)
        for divider in self._lines:
            divider.setFixedHeight(theme().px(20))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box, 1)
        bottom = line()
        bottom.setFixedHeight(1)
        layout.addWidget(bottom)
        self.setFixedHeight(theme().px(HEIGHT))
        # Labels drop where there is no room, so the row does not widen the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for button, name in (
            (self._cancel, "cancel"),
            (self._favourite, "favourite"),
            (self._copy, "copy-result"),
            (self._save, "save"),
            (self._use, "use-as-input"),
            (self._continue, "continue"),
            (self._remix, "remix"),
            (self._retry, "remix"),
            (self._mark, "mark"),
            (self._leave, "full-view"),
            (self._delete, "delete"),
        ):
            button.clicked.connect(lambda _on=False, wish=name: self.wanted.emit(wish))
        self._stars.rated.connect(lambda stars: self.wanted.emit(f"rate-{stars}"))
        self._more.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Every action that makes sense for what is shown, also for the context menu."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        has_asset = self._asset is not None
        is_text = self._asset is not None and self._asset.type is GenerationType.TEXT
        entries: list[tuple[str, str, bool]] = [
            (tr("Copy the prompt"), "copy-prompt", True),
            (tr("Copy the result"), "copy-result", has_asset),
            (tr("Copy the id"), "copy-id", True),
            (tr("Copy without Markdown"), "copy-plain", is_text),
            (tr("Save as…"), "save", has_asset),
            (tr("Save with recipe…"), "save-marked", has_asset),
            (tr("Save without metadata…"), "save-clean", has_asset),
            (tr("Tag…"), "tag", has_asset),
            (tr("Mark for comparing"), "mark", has_asset),
            ("", "", True),
            (tr("Full view"), "full-view", has_asset),
            (tr("Use as input"), "use-as-input", has_asset),
            (tr("Continue"), "continue", is_text),
            (tr("Remix"), "remix", True),
            (tr("Run again"), "retry", True),
            (tr("Use as project picture"), "project-picture", has_asset),
            ("", "", True),
            (tr("Delete"), "delete", True),
        ]
        for text, name, is_possible in entries:
            if not text:
                menu.addSeparator()
            elif is_possible:
                menu.addAction(text).triggered.connect(
                    lambda _on=False, wish=name: self.wanted.emit(wish)
                )
        return menu

    def _fit(self) -> None:
        """Show every word, then take away until the row has room."""
        if self._asset is None or self._is_gathering:
            return
        active = self._generation is not None and self._generation.status in ACTIVE
        is_text = self._asset.type is GenerationType.TEXT
        self._use.setVisible(not is_text and not active)
        self._continue.setVisible(is_text and not active)
        self._remix.setText(tr("Remix"))
        if not self._has_room():
            self._remix.setText("")
        for button in (self._copy, self._save, self._mark, self._favourite):
            button.show()
        self._remix.setVisible(not active)
        # What was written is rather gone on with than made anew; the rest stays under More.
        first, last = (self._remix, self._continue) if is_text else (self._use, self._remix)
        for part in (first, self._mark, self._copy, self._save, last):
            if not self._has_room():
                part.hide()
        self._remix.setAccessibleName(tr("Remix"))

    def _has_room(self) -> bool:
        return self._row.sizeHint().width() <= self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words drop where there is no room; they stay under More."""
        super().resizeEvent(event)
        self._fit()


def _where(generation: Generation, has_asset: bool, index: int, count: int) -> str:
    """Which result is shown; the status says it all while more are on their way."""
    if not has_asset:
        return moment(generation.created_at)
    is_alone = count == 1 and generation.type is GenerationType.TEXT
    if is_alone or generation.status in ACTIVE:
        return ""
    return tr("{place} of {count}").format(place=index + 1, count=count)


def title_of(
    generation: Generation | None, asset: Asset | None, model: ModelSpec | None
) -> tuple[str, str, int]:
    """What the shown result is called, what else there is to say, and its stars."""
    if generation is None or asset is None:
        return "", "", 0
    facts = (model.label if model is not None else generation.model, asset_facts(asset))
    return first_line(generation.prompt, 80), ", ".join(facts), asset.rating


def _cancel_label(generation: Generation) -> str:
    return tr("Stop and keep") if generation.type is GenerationType.TEXT else tr("Cancel")
