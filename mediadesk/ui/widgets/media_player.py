"""The player for video and sound: picture or waveform, seek bar, controls and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.blob_device import RandomAccess
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.card import Card, MessageBar
from mediadesk.ui.widgets.frame_strip import FrameStrip
from mediadesk.ui.widgets.labels import ElideLabel, line
from mediadesk.ui.widgets.player_controls import RATES, PlayerControls
from mediadesk.ui.widgets.time_track import TimeTrack
from mediadesk.ui.widgets.video_surface import VideoSurface
from mediadesk.ui.widgets.waveform import Waveform

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from mediadesk.ui.support.playback import Playback

MediaKind = Literal["video", "audio"]

_JUMP_MS = 5_000
_VOLUME_STEP = 0.05
_EARLY_MS = 50
_PROBLEMS = {
    "codec": QT_TR_NOOP("This video uses a format that cannot be shown here."),
    "damaged": QT_TR_NOOP("This file cannot be played here."),
    "unreadable": QT_TR_NOOP("The file could not be read. Check the library."),
}


class MediaPlayer(QWidget):
    """Plays one sealed file. ``open_externally_requested`` when the user wants another program.

    Call ``close_media`` when the result goes away; hiding pauses.
    """

    spoken_role = Role.Grouping

    open_externally_requested = Signal()
    first_frame = Signal()
    playing_changed = Signal(bool)
    position_changed = Signal(int)
    volume_changed = Signal(float, bool)
    full_requested = Signal()

    def __init__(self, kind: MediaKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{kind}-player")
        self.setAccessibleName(tr("Video player") if kind == "video" else tr("Sound player"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._kind = kind
        self._playback: Playback | None = None
        self._rate = 1.0
        self._volume = 1.0
        self._is_muted = False
        self._is_looping = False
        self._part: tuple[int, int] | None = None
        self._strip = FrameStrip()
        self._controls = PlayerControls(steps_frames=kind == "video")
        self._problem = MessageBar(name="player-problem")
        self._surface = VideoSurface()
        self._waveform = Waveform()
        self._track: TimeTrack = self._strip if kind == "video" else self._waveform
        self._title = ElideLabel("", "scope")
        self._subtitle = ElideLabel("", "muted")
        self._build()
        self._connect()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close_media)

    def open_media(
        self,
        reader: RandomAccess,
        suffix: str,
        *,
        poster: QImage | None = None,
        duration_ms: int = 0,
        peaks: Sequence[tuple[float, float]] = (),
        title: str = "",
        subtitle: str = "",
        autoplay: bool = False,
    ) -> None:
        """Load a file; nothing sounds before ``play`` unless ``autoplay``.

        Takes over the reader and closes it. ``suffix`` ("mp4") helps to recognise the format.
        """
        self._problem.hide()
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._surface.set_poster(poster)
        self._waveform.set_peaks(peaks)
        self._strip.set_frames(QImage())
        self.set_part(None)
        self._show_duration(duration_ms)
        self._show_position(0)
        playback = self._ensure_playback()
        playback.open(reader, suffix, has_video=self._kind == "video")
        playback.set_rate(self._rate)
        playback.set_loop(self._is_looping)
        if autoplay:
            playback.play()

    def set_peaks(self, peaks: Sequence[tuple[float, float]]) -> None:
        """Show the waveform, once it is known."""
        self._waveform.set_peaks(peaks)

    def set_frames(self, frames: QImage) -> None:
        """Show frames of the film in a row, once they are known."""
        self._strip.set_frames(frames)

    def set_part(self, part: tuple[int, int] | None) -> None:
        """Repeat only from one time to another, in ms; None: the whole."""
        self._part = part
        self._track.set_part(part)
        if part is not None and not self._is_looping:
            self.set_loop(True)

    def set_part_end(self, *, is_start: bool) -> None:
        """Let the repeated part begin, or end, where the playhead is."""
        here, whole = self.position_ms(), self._playback.duration_ms() if self._playback else 0
        start, end = self._part if self._part is not None else (0, whole)
        part = (here, end if end > here else whole) if is_start else (min(start, here), here)
        if part[1] > part[0]:
            self.set_part(part)

    def set_poster(self, poster: QImage | None) -> None:
        """Show a still picture, unless a frame is there already."""
        if not self._surface.has_frame():
            self._surface.set_poster(poster)

    def current_image(self) -> QImage:
        """Return the frame shown now ("use frame as input")."""
        return self._surface.current_image()

    def close_media(self) -> None:
        """Stop and let go of the file."""
        if self._playback is not None:
            self._playback.close()
        self._surface.set_poster(None)
        self._waveform.set_peaks(())

    def is_playing(self) -> bool:
        """Return whether time runs."""
        return self._playback is not None and self._playback.is_playing()

    def position_ms(self) -> int:
        """Return the position."""
        return self._playback.position_ms() if self._playback is not None else 0

    def play(self) -> None:
        """Play on."""
        if self._playback is not None:
            self._playback.play()

    def pause(self) -> None:
        """Stand still."""
        if self._playback is not None:
            self._playback.pause()

    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing():
            self.pause()
        else:
            self.play()

    def seek(self, position_ms: int) -> None:
        """Go to a position."""
        if self._playback is not None:
            self._playback.seek(position_ms)

    def jump(self, delta_ms: int) -> None:
        """Go forward or back."""
        self.seek(self.position_ms() + delta_ms)

    def step(self, frames: int) -> None:
        """Stand still and go frames forward or back."""
        if self._playback is not None:
            self._playback.step_frames(frames)

    def set_rate(self, rate: float) -> None:
        """Play faster or slower."""
        self._rate = rate
        self._controls.set_rate(rate)
        if self._playback is not None:
            self._playback.set_rate(rate)

    def set_loop(self, on: bool) -> None:
        """Start again at the end."""
        self._is_looping = on
        if not on and self._part is not None:
            self.set_part(None)
        self._controls.set_loop(on)
        if self._playback is not None:
            self._playback.set_loop(on)

    def set_volume(self, volume: float, *, muted: bool | None = None) -> None:
        """Set the loudness, 0.0 to 1.0; ``muted`` None leaves that as it is."""
        self._volume = min(1.0, max(0.0, volume))
        if muted is not None:
            self._is_muted = muted
        self._controls.set_volume(self._volume, muted=self._is_muted)
        if self._playback is not None:
            self._playback.set_volume(self._volume)
            self._playback.set_muted(self._is_muted)
        self.volume_changed.emit(self._volume, self._is_muted)

    # ---------------------------------------------------------------------------- Qt's names

    def event(self, event: QEvent) -> bool:
        """Keep the player's keys from being taken as shortcuts of the window."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._action_for(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or K play, J and L jump, comma and dot step, M mute, arrows volume and speed,
        Shift+I and Shift+O begin and end of what is repeated."""
        action = self._action_for(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the picture plays or pauses."""
        inside = self._surface.geometry().contains(event.position().toPoint())
        if self._kind == "video" and inside and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.toggle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing plays unseen."""
        super().hideEvent(event)
        self.pause()

    # -------------------------------------------------------------------------------- inside

    def _build(self) -> None:
        set_style(self, surface="window")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        canvas = QWidget()
        set_style(canvas, surface="canvas")
        inner = QVBoxLayout(canvas)
        inner.setContentsMargins(0, 0, 0, 0)
        if self._kind == "video":
            inner.addWidget(self._surface, 1)
            self._waveform.setParent(None)
        else:
            inner.setContentsMargins(20, 20, 20, 20)
            inner.addWidget(self._sound_card())
            inner.addStretch(1)
            self._surface.setParent(None)
            self._strip.setParent(None)
        layout.addWidget(canvas, 1)
        layout.addWidget(self._problem)
        layout.addWidget(line())
        if self._kind == "video":
            holder = QWidget()
            seek = QVBoxLayout(holder)
            seek.setContentsMargins(14, 6, 14, 0)
            seek.addWidget(self._strip)
            layout.addWidget(holder)
        layout.addWidget(self._controls)
        self._problem.hide()
        for child in (self._strip, self._controls):
            child.setEnabled(False)

    def _sound_card(self) -> Card:
        card = Card(padding=16)
        card.body.setSpacing(2)
        card.body.addWidget(self._title)
        card.body.addWidget(self._subtitle)
        card.body.addSpacing(8)
        card.body.addWidget(self._waveform, 1)
        card.setMaximumHeight(theme().px(320))
        return card

    def _connect(self) -> None:
        controls = self._controls
        controls.play_requested.connect(self.toggle)
        controls.full_requested.connect(self.full_requested)
        is_video = self._kind == "video"
        controls.back_requested.connect(lambda: self.step(-1) if is_video else self.jump(-_JUMP_MS))
        controls.forward_requested.connect(
            lambda: self.step(1) if is_video else self.jump(_JUMP_MS)
        )
        controls.loop_toggled.connect(self.set_loop)
        controls.rate_chosen.connect(self.set_rate)
        controls.volume_changed.connect(lambda volume: self.set_volume(volume, muted=False))
        controls.mute_toggled.connect(lambda on: self.set_volume(self._volume, muted=on))
        self._track.seek_requested.connect(self.seek)
        self._track.part_changed.connect(self.set_part)
        self._problem.action_clicked.connect(self.open_externally_requested)

    def _ensure_playback(self) -> Playback:
        if self._playback is None:
            # Imported here: Qt Multimedia is not needed before the first clip is opened.
            from mediadesk.ui.support.playback import Playback

            playback = Playback(self)
            playback.position_changed.connect(self._show_position)
            playback.duration_changed.connect(self._show_duration)
            playback.playing_changed.connect(self._on_playing)
            playback.frame_changed.connect(self._on_frame)
            playback.first_frame.connect(self.first_frame)
            playback.problem.connect(self._on_problem)
            self._playback = playback
            self.set_volume(self._volume)
        for child in (self._strip, self._controls):
            child.setEnabled(True)
        return self._playback

    def _show_position(self, position_ms: int) -> None:
        self._controls.set_position(position_ms)
        self._track.set_position(position_ms)
        self._stay_in_part(position_ms)
        self.position_changed.emit(position_ms)

    def _show_duration(self, duration_ms: int) -> None:
        if duration_ms > 0:
            self._controls.set_duration(duration_ms)
            self._track.set_duration(duration_ms)

    def _stay_in_part(self, position_ms: int) -> None:
        """Go back to the begin of what is repeated."""
        if self._part is None or not self._is_looping or not self.is_playing():
            return
        start, end = self._part
        if position_ms >= end or position_ms < start - _EARLY_MS:
            self.seek(start)

    def _on_playing(self, playing: bool) -> None:
        self._controls.set_playing(playing)
        self.playing_changed.emit(playing)

    def _on_frame(self, frame: QVideoFrame) -> None:
        self._surface.set_frame(frame)

    def _on_problem(self, problem: str) -> None:
        self._problem.show_message(tr(_PROBLEMS[problem]), "warn", action=tr("Open externally"))
        self._problem.show()

    def _change_rate(self, steps: int) -> None:
        nearest = min(range(len(RATES)), key=lambda index: abs(RATES[index] - self._rate))
        self.set_rate(RATES[min(len(RATES) - 1, max(0, nearest + steps))])

    def _action_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        control = Qt.KeyboardModifier.ControlModifier
        actions: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_Space, none): self.toggle,
            (Qt.Key.Key_K, none): self.toggle,
            (Qt.Key.Key_J, none): lambda: self.jump(-_JUMP_MS),
            (Qt.Key.Key_L, none): lambda: self.jump(_JUMP_MS),
            (Qt.Key.Key_L, shift): lambda: self.set_loop(not self._is_looping),
            (Qt.Key.Key_I, shift): lambda: self.set_part_end(is_start=True),
            (Qt.Key.Key_O, shift): lambda: self.set_part_end(is_start=False),
            (Qt.Key.Key_Comma, none): lambda: self.step(-1),
            (Qt.Key.Key_Period, none): lambda: self.step(1),
            (Qt.Key.Key_M, none): lambda: self.set_volume(self._volume, muted=not self._is_muted),
            (Qt.Key.Key_Up, none): lambda: self.set_volume(self._volume + _VOLUME_STEP),
            (Qt.Key.Key_Down, none): lambda: self.set_volume(self._volume - _VOLUME_STEP),
            (Qt.Key.Key_Left, control): lambda: self._change_rate(-1),
            (Qt.Key.Key_Right, control): lambda: self._change_rate(1),
        }
        return actions.get((event.key(), modifiers))
