"""Sound and moving pictures through Qt Multimedia. Import it late: it costs 20 ms."""

from __future__ import annotations

import ctypes
import os
import sys
from enum import StrEnum

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl, Signal
from PySide6.QtMultimedia import (
    QAudio,
    QAudioOutput,
    QMediaMetaData,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)

from mediadesk.ui.support.blob_device import BlobDevice, RandomAccess

FIRST_FRAME_MS = 2_000
"""A video that shows no frame within this time has a codec that Qt cannot decode."""

DEFAULT_FPS = 24.0


class PlaybackProblem(StrEnum):
    """Why nothing can be played."""

    CODEC = "codec"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"


class Playback(QObject):
    """One player for one file at a time, fed from a sealed blob."""

    position_changed = Signal(int)
    duration_changed = Signal(int)
    playing_changed = Signal(bool)
    frame_changed = Signal(QVideoFrame)
    first_frame = Signal()
    problem = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        self._player = QMediaPlayer(self)
        _silence_ffmpeg()
        self._output = QAudioOutput(self)
        self._sink = QVideoSink(self)
        for shared in (self._player, self._output, self._sink):
            let_threads_disconnect(shared)
        self._player.setAudioOutput(self._output)
        self._player.setVideoSink(self._sink)
        self._device: BlobDevice | None = None
        self._reader: RandomAccess | None = None
        self._has_frame = False
        self._expects_video = False
        self._volume = 1.0
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.setInterval(FIRST_FRAME_MS)
        self._watchdog.timeout.connect(self._on_no_frame)
        self._player.positionChanged.connect(self._on_position)
        self._player.durationChanged.connect(self._on_duration)
        self._player.playbackStateChanged.connect(self._on_state)
        self._player.errorOccurred.connect(self._on_error)
        self._player.metaDataChanged.connect(self._on_metadata)
        self._sink.videoFrameChanged.connect(self._on_frame)

    def open(self, reader: RandomAccess, suffix: str, *, has_video: bool) -> None:
        """Load a file. ``suffix`` ("mp4") helps to recognise the format; the reader is closed with
        the next ``open`` or ``close``."""
        self.close()
        self._reader = reader
        self._expects_video = has_video
        self._device = BlobDevice(reader)
        self._device.read_failed.connect(self._on_read_failed)
        self._player.setSourceDevice(self._device, QUrl(f"file:///media.{suffix.lstrip('.')}"))

    def close(self) -> None:
        """Stop and let go of the file."""
        self._watchdog.stop()
        self._player.stop()
        self._player.setSource(QUrl())
        self._has_frame = False
        if self._device is not None:
            self._device.close()
            self._device = None
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def is_playing(self) -> bool:
        """Return whether time runs."""
        return self._player.playbackState() == QMediaPlayer.PlaybackState.PlayingState

    def play(self) -> None:
        """Play on, from the start when it is over."""
        if self._device is None:
            return
        if self._expects_video and not self._has_frame:
            self._watchdog.start()
        self._player.play()

    def pause(self) -> None:
        """Stand still."""
        self._player.pause()

    def duration_ms(self) -> int:
        """Return the length, 0 while it is not known."""
        return self._player.duration()

    def position_ms(self) -> int:
        """Return the position."""
        return self._player.position()

    def seek(self, position_ms: int) -> None:
        """Go to a position; it snaps into the length."""
        if self._device is None:
            return
        if self._player.playbackState() == QMediaPlayer.PlaybackState.StoppedState:
            self._player.pause()
        self._player.setPosition(max(0, min(position_ms, self._player.duration())))

    def step_frames(self, count: int) -> None:
        """Stand still and go frames forward or back."""
        self.pause()
        self.seek(round(self.position_ms() + count * 1000 / self.frames_per_second()))

    def frames_per_second(self) -> float:
        """Return the frame rate, 24 when the file does not say."""
        rate = self._player.metaData().value(QMediaMetaData.Key.VideoFrameRate)
        return float(rate) if isinstance(rate, int | float) and rate > 0 else DEFAULT_FPS

    def set_loop(self, on: bool) -> None:
        """Start again at the end, for ever."""
        loops = QMediaPlayer.Loops.Infinite if on else QMediaPlayer.Loops.Once
        self._player.setLoops(loops.value)

    def set_rate(self, rate: float) -> None:
        """Play faster or slower."""
        self._player.setPlaybackRate(rate)

    def set_volume(self, volume: float) -> None:
        """Set the loudness as it is heard, 0.0 to 1.0."""
        self._volume = min(1.0, max(0.0, volume))
        self._output.setVolume(
            QAudio.convertVolume(
                self._volume,
                QAudio.VolumeScale.LogarithmicVolumeScale,
                QAudio.VolumeScale.LinearVolumeScale,
            )
        )

    def set_muted(self, muted: bool) -> None:
        """Be silent."""
        self._output.setMuted(muted)

    def _on_position(self, position_ms: int) -> None:
        self.position_changed.emit(position_ms)

    def _on_duration(self, duration_ms: int) -> None:
        self.duration_changed.emit(duration_ms)

    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        if state != QMediaPlayer.PlaybackState.PlayingState:
            self._watchdog.stop()
        self.playing_changed.emit(state == QMediaPlayer.PlaybackState.PlayingState)

    def _on_frame(self, frame: QVideoFrame) -> None:
        if not frame.isValid() or self._device is None:
            return
        if not self._has_frame:
            self._has_frame = True
            self._watchdog.stop()
            self.first_frame.emit()
        self.frame_changed.emit(frame)

    def _on_metadata(self) -> None:
        codec = self._player.metaData().stringValue(QMediaMetaData.Key.VideoCodec)
        if self._expects_video and codec == "AV1":
            self._fail(PlaybackProblem.CODEC)

    def _on_no_frame(self) -> None:
        if not self._has_frame:
            self._fail(PlaybackProblem.CODEC)

    def _on_error(self, _error: QMediaPlayer.Error, _text: str) -> None:
        self._fail(PlaybackProblem.DAMAGED)

    def _on_read_failed(self, _name: str) -> None:
        self._fail(PlaybackProblem.UNREADABLE)

    def _fail(self, why: PlaybackProblem) -> None:
        self._watchdog.stop()
        self._player.stop()
        self.problem.emit(why.value)


def _silence_ffmpeg() -> None:
    """Keep FFmpeg's one line per Motion-JPEG frame off stderr; call it once Qt has loaded FFmpeg.

    Qt passes no setting on for this, so the log level is set in the library itself.
    """
    if not sys.platform.startswith("linux"):
        return
    for major in range(57, 64):
        try:
            # RTLD_NOLOAD: only the library that Qt has loaded already, never another one.
            library = ctypes.CDLL(f"libavutil.so.{major}", mode=os.RTLD_LAZY | os.RTLD_NOLOAD)
        except OSError:
            continue
        quiet_level = -8
        library.av_log_set_level(ctypes.c_int(quiet_level))
        return


def let_threads_disconnect(shared: QObject) -> None:
    """Let the threads of the media backend disconnect from an object that Python made.

    PySide looks for a Python override of ``disconnectNotify`` at the first call, for which it
    takes the interpreter's lock. A renderer that ends in its own thread would do so while it holds
    the object's connection mutex, for which ``stop()`` waits with the interpreter's lock: the
    window stands still for good. The answer is cached, so it is asked for here.
    """
    shared.destroyed.connect(_nothing)
    shared.destroyed.disconnect(_nothing)


def _nothing() -> None:
    """Stand in for a receiver."""
