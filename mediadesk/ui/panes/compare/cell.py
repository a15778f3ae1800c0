"""One pane of the board: whose result it is, what it cost, and the result or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediadesk.domain.generation import Generation, GenerationStatus, GenerationType
from mediadesk.domain.money import format_usd_fine
from mediadesk.ui.panes.compare.cell_header import CellHeader, HeaderFacts
from mediadesk.ui.panes.compare.cells import OPEN, Cell
from mediadesk.ui.support.image_pyramid import images_of
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.card import MessageBar, MessageKind
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.link_dialog import LinkDialog
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.words import cost_words, duration, marked_cost, status_words

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from mediadesk.domain.events import TextStreamed
    from mediadesk.services.raw_picture import RawPicture


class CellPane(QWidget):
    """``picked``, ``open_wanted`` and ``rated`` (with stars) carry the cell of this pane."""

    picked = Signal(object)
    open_wanted = Signal(object)
    rated = Signal(object, int)

    def __init__(self, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._is_live = False
        self._length = 0
        self._levels: list[QImage] = []
        set_style(self, surface="window")
        self.header = CellHeader(is_tall=cell.kind is GenerationType.TEXT)
        self.viewer = ImageViewer()
        self.text = TextView()
        self._message = MessageBar("", "idle", name="compare-state")
        self._tokens = role_label("", "muted")
        self._pace = role_label("", "muted")
        self._foot = QWidget()
        self._body = QStackedWidget()
        self._build()

    @property
    def is_live(self) -> bool:
        """Whether it shows a text that is still being written."""
        return self._is_live

    @property
    def cell(self) -> Cell:
        """What is shown."""
        return self._cell

    @property
    def levels(self) -> list[QImage]:
        """The decoded picture in halving sizes; empty while there is none."""
        return self._levels

    def show_cell(
        self, cell: Cell, names: tuple[str, str, str, str], *, at: int, is_hidden: bool
    ) -> None:
        """Show who made it and where it stands; ``is_hidden`` keeps that back."""
        self._cell = cell
        label, provider, letters, provider_id = names
        spoken = tr("Result {number}: {value}").format(number=at + 1, value=label)
        if is_hidden:
            spoken = label = tr("Result {number}").format(number=at + 1)
            provider, letters, provider_id = tr("Name hidden"), str(at + 1), ""
        describe(self, name=f"compare-cell-{at + 1}", accessible=spoken)
        run, asset = cell.run, cell.asset
        cost = format_usd_fine(cell.cost_micro) if cell.cost_micro else cost_words(run)
        self.header.show_facts(
            HeaderFacts(
                label=label,
                spoken=spoken,
                provider=_with_size(provider, cell) if not is_hidden else provider,
                letters=letters,
                provider_id=provider_id,
                cost=cost,
                marked_cost=marked_cost(run, cost),
                time=duration(run.latency_ms) if run.latency_ms else "",
                rating=None if asset is None else asset.rating,
                is_hidden=is_hidden,
            )
        )
        self.viewer.setAccessibleDescription(spoken)
        self.text.setAccessibleName(tr("Text of {name}").format(name=spoken))
        self._show_state(run, is_hidden=is_hidden)

    def show_picture(self, picture: RawPicture) -> None:
        """Show the decoded result."""
        image, *smaller = self._levels = images_of(picture)
        size = QSize(picture.full_width, picture.full_height)
        self.viewer.set_image(
            image, smaller=smaller, full_size=size, description=self.header.spoken()
        )
        self._body.setCurrentWidget(self.viewer)

    def show_text(self, text: str) -> None:
        """Show the finished text."""
        self._is_live = False
        self.text.set_text(text)
        self._body.setCurrentWidget(self.text)

    def begin_text(self, text: str) -> None:
        """Show what has been written so far."""
        self._is_live, self._length = True, len(text)
        self.text.begin_stream(text)
        self._body.setCurrentWidget(self.text)

    def follow_text(self, event: TextStreamed) -> None:
        """More of it arrived; what was there at the begin may hold that already."""
        more = event.after(self._length)
        self.text.append_text(more)
        self._length += len(more)

    def _show_state(self, run: Generation, *, is_hidden: bool) -> None:
        has_result = self._cell.asset is not None
        shows = self._cell.kind is not GenerationType.AUDIO
        is_text = self._cell.kind is GenerationType.TEXT
        self._tokens.setText("" if is_hidden else _tokens(run))
        self._pace.setText("" if is_hidden else _pace(run))
        self._foot.setVisible(is_text)
        self.header.set_can_pick(has_result)
        if self._is_live and run.status in OPEN:
            return
        if has_result and shows and self._body.currentIndex() == 0:
            self._body.setCurrentWidget(self.text if is_text else self.viewer)
        elif not has_result or not shows:
            words, kind = _state_words(run, is_hidden=is_hidden)
            self._message.show_message(words, kind)
            self._body.setCurrentIndex(0)

    def _build(self) -> None:
        state = QWidget()
        column = QVBoxLayout(state)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(1)
        column.addWidget(self._message)
        column.addStretch(1)
        for page in (state, self.viewer, self.text):
            self._body.addWidget(page)
        facts = QHBoxLayout()
        facts.setContentsMargins(14, 9, 14, 9)
        facts.addWidget(self._tokens)
        facts.addStretch(1)
        facts.addWidget(self._pace)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(line())
        foot.addLayout(facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(line())
        layout.addWidget(self._body, 1)
        layout.addWidget(self._foot)
        self.header.pick_wanted.connect(lambda: self.picked.emit(self._cell))
        self.header.open_wanted.connect(lambda: self.open_wanted.emit(self._cell))
        self.header.rated.connect(lambda stars: self.rated.emit(self._cell, stars))
        self.text.link_activated.connect(lambda address: LinkDialog(self, address).open())


def _with_size(provider: str, cell: Cell) -> str:
    asset = cell.asset
    if asset is None or not asset.width or not asset.height:
        return provider
    return f"{provider}, {asset.width} × {asset.height}"


def _tokens(run: Generation) -> str:
    if run.input_tokens is None or run.output_tokens is None:
        return ""
    return tr("{given} in, {made} out").format(
        given=number(run.input_tokens), made=number(run.output_tokens)
    )


def _pace(run: Generation) -> str:
    if not run.output_tokens or not run.latency_ms:
        return ""
    pace = round(run.output_tokens * 1000 / run.latency_ms)
    return tr("{pace} tok/s").format(pace=number(pace))


def _state_words(run: Generation, *, is_hidden: bool) -> tuple[str, MessageKind]:
    """Where a run without a shown result stands. A provider's own words could give it away."""
    words, chip, _ = status_words(run)
    if run.status in OPEN:
        return words, "run"
    if run.status is GenerationStatus.COMPLETED:
        return tr("Done. Open it to listen."), "ok"
    if run.error_message and not is_hidden:
        words = f"{words}. {tr_sentence(run.error_message)}"
    return words, "err" if chip == "err" else "warn"
