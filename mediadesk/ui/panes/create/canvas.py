"""What fills the stage: one page for each thing that a generation can have come to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.create.running_view import RunningView
from mediadesk.ui.panes.create.stage_start import StageStart
from mediadesk.ui.panes.create.text_stage import TextStage
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.media_player import MediaPlayer

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

_ALMOST_ALL = 100
Part = TypeVar("Part", bound=QWidget)


class Canvas(QStackedWidget):
    """Shows one page at a time; players are made when they are first asked for.

    ``full_wanted``: what is shown alone in the window.
    """

    full_wanted = Signal()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._holders: dict[QWidget, QWidget] = {}
        self._widths: dict[QWidget, int] = {}
        self.start = self._page(StageStart(self))
        self.running = self._page(RunningView(thumbnails, self))
        self.viewer = self._page(ImageViewer(self))
        self.text = self._page(TextStage(self))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._size_cards)

    @cached_property
    def video(self) -> MediaPlayer:
        """The player for video."""
        player = self._page(MediaPlayer("video", self))
        player.full_requested.connect(self.full_wanted)
        return player

    @cached_property
    def audio(self) -> MediaPlayer:
        """The player for sound."""
        return self._page(MediaPlayer("audio", self))

    def page_for(self, kind: GenerationType) -> QWidget:
        """What shows results of a kind."""
        if kind is GenerationType.VIDEO:
            return self.video
        if kind is GenerationType.AUDIO:
            return self.audio
        return self.viewer if kind is GenerationType.IMAGE else self.text

    def show_part(self, part: QWidget) -> None:
        """Bring a page, or the card in the middle of one, to the front."""
        self.setCurrentWidget(self._holders.get(part, part))

    def close_media(self, *, but: MediaPlayer | None = None) -> None:
        """Let go of the files that players hold, except for one."""
        for page in map(self.widget, range(self.count())):
            if isinstance(page, MediaPlayer) and page is not but:
                page.close_media()

    def add_card(self, card: Part, width: int) -> Part:
        """Put a card in the middle of a page of its own; narrower where the stage is.

        ``width`` in pixels at a text size of 100 %.
        """
        holder = QWidget(self)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, _ALMOST_ALL)
        row.addStretch(1)
        layout = QVBoxLayout(holder)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        self._holders[card] = self._page(holder)
        self._widths[card] = width
        self._size_cards()
        return card

    def _size_cards(self) -> None:
        for card, width in self._widths.items():
            card.setMaximumWidth(theme().px(width))

    def _page(self, page: Part) -> Part:
        self.addWidget(page)
        return page
