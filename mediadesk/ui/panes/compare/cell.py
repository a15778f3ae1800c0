"""One pane of the board: whose result it is, what it cost, and the result or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediadesk.domain.generation import Generation, GenerationStatus, GenerationType
from mediadesk.domain.money import format_usd_exact
from mediadesk.ui.panes.compare.view_model import OPEN, first_result
from mediadesk.ui.support.image_pyramid import images_of
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import MessageBar, MessageKind
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.link_dialog import LinkDialog
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.words import cost_words, duration, status_words

if TYPE_CHECKING:
    from mediadesk.services.media import RawPicture


class CellPane(QWidget):
    """``picked`` and ``open_wanted`` carry the run of this pane."""

    picked = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, cell: Generation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._is_live = False
        self._length = 0
        set_style(self, surface="window")
        self._tile = ProviderTile("", "", size=28)
        self._name = ElideLabel("", "strong")
        self._provider = ElideLabel("", "muted")
        self._cost = role_label("", "strong")
        self._time = role_label("", "strong")
        self._best = Badge("", kind="ok")
        self._open = Button("Open", kind="quiet", size="small", name="compare-open")
        self._pick = Button("Pick", size="small", name="compare-pick")
        self.viewer = ImageViewer()
        self.text = TextView()
        self._message = MessageBar("", "idle", name="compare-state")
        self._facts = role_label("", "muted")
        self._body = QStackedWidget()
        self._build()

    @property
    def cell(self) -> Generation:
        """The run that is shown."""
        return self._cell

    def show_cell(
        self, cell: Generation, names: tuple[str, str, str, str], *, at: int, is_hidden: bool
    ) -> None:
        """Show who made it and where it stands; ``is_hidden`` keeps that back."""
        self._cell = cell
        label, provider, letters, provider_id = names
        if is_hidden:
            label, provider, letters, provider_id = (
                f"Result {at + 1}",
                "Name hidden",
                str(at + 1),
                "",
            )
        describe(self, name=f"compare-cell-{at + 1}", accessible=label)
        self._tile.set_provider(letters, series_color_name(provider_id))
        self._name.setText(label)
        self._provider.setText(provider)
        cost = cell.charged_micro
        self._cost.setText(format_usd_exact(cost) if cost else cost_words(cell))
        self._time.setText(duration(cell.latency_ms) if cell.latency_ms else "")
        for fact in (self._cost, self._time, self._open):
            fact.setVisible(not is_hidden)
        self._open.setAccessibleName(f"Open {label}")
        self._pick.setAccessibleName(f"Pick {label}")
        self.viewer.setAccessibleDescription(label)
        self.text.setAccessibleName(f"Text of {label}")
        self._show_state(cell, is_hidden=is_hidden)

    def show_marks(self, words: str, *, is_winner: bool) -> None:
        """Say in which way it is the best one, and whether it was picked."""
        self._best.set_text(words)
        self._best.setVisible(bool(words))
        self._pick.setText("Winner" if is_winner else "Pick")
        self._pick.setChecked(is_winner)
        name = self._name.text()
        self._pick.setAccessibleName(f"Winner: {name}" if is_winner else f"Pick {name}")

    def show_picture(self, picture: RawPicture) -> None:
        """Show the decoded result."""
        image, *smaller = images_of(picture)
        size = QSize(picture.full_width, picture.full_height)
        self.viewer.set_image(image, smaller=smaller, full_size=size, description=self._name.text())
        self._body.setCurrentWidget(self.viewer)

    def show_text(self, text: str) -> None:
        """Show the finished text."""
        self._is_live = False
        self.text.set_text(text)
        self._body.setCurrentWidget(self.text)

    def follow_text(self, text: str) -> None:
        """Show what has been written so far."""
        if not self._is_live:
            self._is_live, self._length = True, 0
            self.text.begin_stream("")
            self._body.setCurrentWidget(self.text)
        self.text.append_text(text[self._length :])
        self._length = max(self._length, len(text))

    def _show_state(self, cell: Generation, *, is_hidden: bool) -> None:
        has_result = first_result(cell) is not None
        shows = cell.type in (GenerationType.TEXT, GenerationType.IMAGE, GenerationType.VIDEO)
        tokens = (cell.input_tokens, cell.output_tokens)
        facts = "" if None in tokens else f"{tokens[0]:,} in, {tokens[1]:,} out"
        self._facts.setText("" if is_hidden else facts)
        self._facts.setVisible(cell.type is GenerationType.TEXT)
        self._pick.setEnabled(has_result)
        if self._is_live and cell.status in OPEN:
            return
        if not has_result or not shows:
            words, kind = _state_words(cell, is_hidden=is_hidden)
            self._message.show_message(words, kind)
            self._body.setCurrentIndex(0)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 10, 8)
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._provider)
        head.addWidget(self._tile)
        head.addLayout(names, 1)
        for part in (self._best, self._cost, self._time, self._open, self._pick):
            head.addWidget(part)
        self._pick.setCheckable(True)
        self._best.hide()
        state = QWidget()
        column = QVBoxLayout(state)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(1)
        column.addWidget(self._message)
        column.addStretch(1)
        for page in (state, self.viewer, self.text):
            self._body.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 6)
        foot.addWidget(self._facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(self._body, 1)
        layout.addLayout(foot)
        self._pick.clicked.connect(lambda: self.picked.emit(self._cell))
        self._open.clicked.connect(lambda: self.open_wanted.emit(self._cell))
        self.text.link_activated.connect(lambda address: LinkDialog(self, address).open())


def _state_words(cell: Generation, *, is_hidden: bool) -> tuple[str, MessageKind]:
    """Where a run without a shown result stands. A provider's own words could give it away."""
    words, chip, _ = status_words(cell)
    if cell.status in OPEN:
        return words, "run"
    if cell.status is GenerationStatus.COMPLETED:
        return "Done. Open it to listen.", "ok"
    if cell.error_message and not is_hidden:
        words = f"{words}. {cell.error_message}"
    return words, "err" if chip == "err" else "warn"
