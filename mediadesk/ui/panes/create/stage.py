"""The stage: header, canvas, filmstrip. It shows one generation, whatever state that is in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediadesk.domain.generation import (
    Asset,
    Attempt,
    Generation,
    GenerationStatus,
    GenerationType,
)
from mediadesk.ui.panes.create.canvas import Canvas
from mediadesk.ui.panes.create.failed_card import WIDTH as FAILED_WIDTH
from mediadesk.ui.panes.create.failed_card import FailedCard
from mediadesk.ui.panes.create.filmstrip import Filmstrip
from mediadesk.ui.panes.create.settling import open_attempts, reminder
from mediadesk.ui.panes.create.stage_header import StageHeader, title_of
from mediadesk.ui.panes.create.uncertain_card import WIDTH as UNCERTAIN_WIDTH
from mediadesk.ui.panes.create.uncertain_card import UncertainCard
from mediadesk.ui.perf import mark_once
from mediadesk.ui.support.image_pyramid import images_of
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.zoom_bar import ZoomBar
from mediadesk.ui.words import asset_facts, cost_words, duration, first_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mediadesk.domain.events import AttemptProgressed
    from mediadesk.domain.ids import AssetId
    from mediadesk.services.assets import MediaReader
    from mediadesk.services.raw_picture import RawPicture
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.create.stage_view_model import StageViewModel

ACTIVE = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)


class Stage(QWidget):
    """``wanted`` passes on what header and cards ask for, by action name."""

    wanted = Signal(str)

    def __init__(
        self,
        view_model: StageViewModel,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._thumbnails = thumbnails
        describe(self, name="stage", accessible=tr("Stage"))
        set_style(self, surface="canvas")
        self.header = StageHeader()
        self.strip = Filmstrip(thumbnails)
        self.canvas = Canvas(thumbnails, self)
        self._reminder = MessageBar(kind="warn", name="settle-reminder")
        self._reminder_frame = _framed(self._reminder)
        self._settles: UUID | None = None
        self._zoom = ZoomBar(self.canvas.viewer)
        self._shown_image: QImage | None = None
        self._poster: QImage | None = None
        self._full_of: UUID | None = None
        self._build()
        self._connect()
        self.show_generation(None)

    def copy_result(self) -> None:
        """Put the shown result on the clipboard: a text as text, a picture as picture."""
        asset = self._view_model.asset
        if asset is None:
            return
        if asset.type is GenerationType.TEXT:
            QGuiApplication.clipboard().setText(self.canvas.text.source_text())
        elif asset.type is GenerationType.IMAGE and self._shown_image is not None:
            data = QMimeData()
            data.setImageData(self._shown_image)
            QGuiApplication.clipboard().setMimeData(data)

    def copy_plain(self) -> None:
        """Put the shown text on the clipboard without the marks of Markdown."""
        asset = self._view_model.asset
        if asset is not None and asset.type is GenerationType.TEXT:
            QGuiApplication.clipboard().setText(self.canvas.text.plain_text())

    def set_full(self, on: bool) -> None:
        """Name the result in the header while it is alone in the window."""
        self.header.set_full(on)
        self._refresh_header()

    def focus_result(self) -> None:
        """Give the keys to what shows the result."""
        shown = self.canvas.currentWidget()
        if shown is not None:
            shown.setFocus()

    def release(self) -> None:
        """Let go of files and pictures."""
        self.canvas.close_media()
        self.canvas.viewer.clear()
        self._shown_image = self._poster = None
        self._full_of = None

    def show_type(self, kind: GenerationType) -> None:
        """Offer starters for the kind that the composer makes."""
        self.canvas.start.show_type(kind)

    def show_generation(self, generation: Generation | None) -> None:
        """Follow the view model."""
        self._refresh_header()
        self._show_canvas(generation)

    def parts_ahead(self) -> tuple[Callable[[], object], ...]:
        """Makers of what only some results need, each a little work."""
        canvas = self.canvas
        return (
            lambda: canvas.video,
            lambda: canvas.audio,
            lambda: self._failed,
            lambda: self._uncertain,
        )

    @cached_property
    def _failed(self) -> FailedCard:
        card = self.canvas.add_card(FailedCard(), FAILED_WIDTH)
        card.wanted.connect(self.wanted)
        return card

    @cached_property
    def _uncertain(self) -> UncertainCard:
        card = self.canvas.add_card(UncertainCard(), UNCERTAIN_WIDTH)
        settling = self._view_model.settling
        card.settled.connect(settling.settle)
        card.look_up_wanted.connect(settling.look_up)
        card.send_again_wanted.connect(settling.send_again)
        return card

    # -------------------------------------------------------------------------------- building

    def _build(self) -> None:
        self.strip.tools.addWidget(self._zoom)
        self.header.add_view_choice(self.canvas.text.mode)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._reminder_frame)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.strip)
        self.canvas.full_wanted.connect(lambda: self.wanted.emit("full-view"))

    def _connect(self) -> None:
        view_model = self._view_model
        view_model.generation_changed.connect(self.show_generation)
        view_model.asset_changed.connect(self._on_asset)
        view_model.marked.connect(lambda: self.header.show_mark(is_marked=view_model.is_marked))
        view_model.loader.thumbnail_ready.connect(self._on_thumbnail)
        view_model.loader.picture_ready.connect(self._on_picture)
        view_model.loader.media_ready.connect(self._on_media)
        view_model.loader.peaks_ready.connect(lambda peaks: self.canvas.audio.set_peaks(peaks))
        view_model.loader.strip_ready.connect(
            lambda strip: self.canvas.video.set_frames(images_of(strip)[0])
        )
        view_model.loader.text_ready.connect(self.canvas.text.show_text)
        view_model.text_streamed.connect(self.canvas.text.follow)
        view_model.preview_ready.connect(self._on_preview)
        view_model.progressed.connect(self._on_progress)
        self.strip.chosen.connect(self._choose)
        self.header.wanted.connect(self.wanted)
        self._reminder.action_clicked.connect(self._turn_settling)
        self.canvas.viewer.zoom_changed.connect(self._on_zoom)
        self._thumbnails.loaded.connect(self._on_poster)

    # -------------------------------------------------------------------------------- showing

    def _refresh_header(self) -> None:
        view_model = self._view_model
        assets = view_model.assets
        asset = view_model.asset
        generation = view_model.generation
        is_grid = not view_model.is_chosen  # of what is on its way, as long as something is
        self.header.show_state(generation, asset, view_model.index, len(assets), is_grid=is_grid)
        self.header.show_mark(is_marked=view_model.is_marked)
        self.header.show_title(*title_of(generation, asset, view_model.model()))
        self.strip.show_assets(assets, asset, _run_facts(generation))
        alone = (GenerationType.TEXT, GenerationType.AUDIO)  # their page says all of a single one
        has_strip = asset is not None and asset.type not in alone
        self.strip.setVisible(has_strip or len(assets) > 1)
        self._zoom.setVisible(asset is not None and asset.type is GenerationType.IMAGE)
        if generation is not None:
            self.canvas.text.show_facts(generation)

    def _show_canvas(self, generation: Generation | None) -> None:
        asset = self._view_model.asset
        opened = open_attempts(generation)
        self._show_reminder(generation, opened)
        if generation is None:
            self.canvas.show_part(self.canvas.start)
            return
        streaming = self._view_model.streaming_attempt()
        if self._asks(generation, opened):
            self._uncertain.show_attempt(opened[0], len(opened))
            self.canvas.show_part(self._uncertain)
        elif asset is not None and self._view_model.is_chosen:
            self.canvas.show_part(self._viewer(asset))
        elif asset is None and streaming is not None:
            self._show_stream(generation)
        elif generation.status in ACTIVE:
            self.canvas.running.show_generation(generation)
            self._tell_progress()
            self.canvas.show_part(self.canvas.running)
            self.canvas.running.show_generation(generation)
        elif asset is None:
            self._show_end(generation)
        else:
            self.canvas.show_part(self._viewer(asset))

    def _asks(self, generation: Generation, opened: list[Attempt]) -> bool:
        """Whether the canvas shows the card that settles: it is all there is, or it is wanted."""
        if not opened or generation.status in ACTIVE:
            return False
        is_chosen = self._view_model.asset is not None and self._view_model.is_chosen
        is_unknown = generation.status is GenerationStatus.UNCERTAIN and not is_chosen
        return is_unknown or self._settles == generation.id

    def _show_reminder(self, generation: Generation | None, opened: list[Attempt]) -> None:
        """Beside a result: that its money is open, and the way to the card and back."""
        is_wanted = generation is not None and self._settles == generation.id
        if not opened or not is_wanted:
            self._settles = None
        if generation is None or not opened or generation.status in ACTIVE:
            self._reminder_frame.hide()
            return
        asks = self._asks(generation, opened)
        is_by_itself = asks and not is_wanted
        self._reminder_frame.setVisible(not is_by_itself)
        back = tr("Back to the result") if self._view_model.asset is not None else tr("Back")
        self._reminder.show_message(reminder(opened), "warn", action=back if asks else tr("Settle"))

    def _turn_settling(self) -> None:
        """To the card that settles, or back to what is there."""
        generation = self._view_model.generation
        if generation is not None:
            self._settles = None if self._settles == generation.id else generation.id
            self._show_canvas(generation)

    def _choose(self, asset_id: AssetId) -> None:
        self._settles = None
        self._view_model.choose(asset_id)

    def _show_stream(self, generation: Generation) -> None:
        attempt = self._view_model.streaming_attempt()
        if attempt is not None and not self.canvas.text.is_streaming(attempt.id):
            self.canvas.text.begin(attempt.id, self._view_model.text_so_far(attempt.id))
        self.canvas.show_part(self.canvas.text)
        self.header.set_progress(None)

    def _show_end(self, generation: Generation) -> None:
        if generation.status is GenerationStatus.CANCELLED:
            self._failed.show_cancelled()
        elif generation.assets:
            self._failed.show_deleted()
        else:
            view_model = self._view_model
            self._failed.show_failure(generation, view_model.failed_attempt(), view_model.model())
        self.canvas.show_part(self._failed)

    def _viewer(self, asset: Asset) -> QWidget:
        return self.canvas.page_for(asset.type)

    def _on_asset(self, asset: Asset | None) -> None:
        self._refresh_header()
        if asset is None:
            self.release()
            return
        generation = self._view_model.generation
        if generation is not None:
            self._show_canvas(generation)

    def _on_thumbnail(self, asset: Asset, picture: RawPicture) -> None:
        if self._full_of == asset.id:
            return
        image = images_of(picture)[0]
        size = QSize(asset.width or image.width(), asset.height or image.height())
        self.canvas.viewer.set_image(image, full_size=size, description=self._description())
        mark_once("view-painted")

    def _on_picture(self, picture: RawPicture) -> None:
        image, *smaller = images_of(picture)
        asset = self._view_model.asset
        self._full_of = asset.id if asset is not None else None
        if asset is not None and asset.type is GenerationType.VIDEO:
            self._poster = image
            self.canvas.video.set_poster(image)
            return
        self._shown_image = image
        size = QSize(picture.full_width, picture.full_height)
        self.canvas.viewer.set_image(
            image, smaller=smaller, full_size=size, description=self._description()
        )

    def _on_zoom(self, zoom: float, _is_fit: bool) -> None:
        image = self._shown_image
        asset = self._view_model.asset
        if image is None or asset is None or not asset.width:
            return
        if image.width() < asset.width and asset.width * zoom > image.width() * 1.05:
            self._view_model.loader.load_full_picture()

    def _on_media(self, asset: Asset, reader: MediaReader) -> None:
        player = self.canvas.video if asset.type is GenerationType.VIDEO else self.canvas.audio
        self.canvas.close_media(but=player)
        generation = self._view_model.generation
        small = self._thumbnails.pixmap(asset.id)
        poster = None if small is None else small.toImage()
        if self._full_of == asset.id:
            poster = self._poster
        player.open_media(
            reader,
            asset.extension,
            poster=poster,
            duration_ms=asset.duration_ms or 0,
            title=first_line(generation.prompt, 60) if generation is not None else "",
            subtitle=asset_facts(asset),
        )

    def _on_poster(self, asset_id: UUID) -> None:
        asset = self._view_model.asset
        if asset is None or asset.id != asset_id or self._full_of == asset_id:
            return
        poster = self._thumbnails.pixmap(asset_id)
        if poster is not None and asset.type is GenerationType.VIDEO:
            self.canvas.video.set_poster(poster.toImage())

    def _on_preview(self, attempt_id: UUID, picture: RawPicture) -> None:
        self.canvas.running.show_preview(attempt_id, images_of(picture)[0])

    def _on_progress(self, event: AttemptProgressed) -> None:
        self.canvas.running.show_progress(event)
        self._tell_progress()

    def _tell_progress(self) -> None:
        running = self.canvas.running
        model = self._view_model.model()
        words = (model.label if model is not None else "", running.left_words())
        self.header.set_progress(running.fraction(), ", ".join(filter(None, words)))

    def _description(self) -> str:
        generation = self._view_model.generation
        return (
            tr("Picture")
            if generation is None
            else tr("Picture: {text}").format(text=first_line(generation.prompt, 80))
        )


def _run_facts(generation: Generation | None) -> str:
    """What the run cost and how long it took."""
    if generation is None or generation.latency_ms is None:
        return ""
    return f"{cost_words(generation)}, {duration(generation.latency_ms)}"


def _framed(bar: QWidget) -> QWidget:
    """The bar with room around it, so that both come and go together."""
    frame = QWidget()
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 10, 14, 0)
    layout.addWidget(bar)
    return frame
