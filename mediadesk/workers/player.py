"""The player worker: posters, sizes, durations and loudness of what only Qt's FFmpeg decodes.

Qt runs without a display. The file is never on disk: a device reads it through the pipe.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtMultimedia import (
    QAudioBuffer,
    QAudioDecoder,
    QAudioFormat,
    QMediaMetaData,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)

from mediadesk.system.worker_pipe import Head
from mediadesk.workers.capabilities import capabilities
from mediadesk.workers.serve import Reply, Source, UndecodableError

FIRST_FRAME_MS = 8_000
LATER_FRAME_MS = 2_000
SOUND_MS = 25_000
POSTER_AT_MS = 1_000
THUMBNAIL_QUALITY = 82
_BLOCK_MS = 10

_application: QGuiApplication | None = None


class SourceDevice(QIODevice):
    """A ``Source`` as Qt reads it; called from FFmpeg's threads."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        return False

    def size(self) -> int:
        return self._source.size

    def bytesAvailable(self) -> int:
        return max(0, self._source.size - self.pos())

    def readData(self, maxlen: int) -> object:
        # A short answer is taken for the end of the file: return all that was asked for.
        return self._source.read_at(self.pos(), maxlen)

    def writeData(self, data: object, maxSize: int) -> int:  # noqa: N803 - Qt's own name
        return -1


def handle_player(request: Head, body: bytes, source: Source) -> Reply:
    """Serve ``thumbnail``, ``pixels`` and ``strip`` (of a film), ``sound``, ``capabilities``."""
    global _application
    _application = _application or QGuiApplication(["mediadesk"])
    if request.get("do") == "capabilities":
        return Reply(capabilities())
    url = QUrl(f"file:///media.{str(request.get('extension', 'bin'))[:8]}")
    if request.get("do") == "sound":
        return Reply(_Sound(source, url).read(int(request["peaks"])))
    poster = _Poster(source, url)
    if request.get("do") == "strip":
        return _strip(poster.take_many(int(request["frames"])), int(request["height"]))
    poster.take()
    side = request.get("side")
    has_alpha = poster.image.hasAlphaChannel()
    formats = QImage.Format
    painted = formats.Format_ARGB32_Premultiplied if has_alpha else formats.Format_RGB32
    image = poster.image.convertToFormat(painted)
    facts: dict[str, object] = {"duration_ms": poster.duration_ms}
    full = {"width": image.width(), "height": image.height()}
    if side is not None and max(image.width(), image.height()) > side:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    if request.get("do") == "thumbnail":
        return Reply(facts | full, _jpeg(image))
    shown: dict[str, object] = {
        "levels": [(image.width(), image.height())], "has_alpha": has_alpha,
        "full_width": full["width"], "full_height": full["height"],
    }  # fmt: skip
    return Reply(facts | shown, bytes(image.constBits()))


class _Poster:
    """Plays a film just until it has shown a frame worth keeping."""

    def __init__(self, source: Source, url: QUrl) -> None:
        self.image = QImage()
        self.duration_ms = 0
        self._loop = QEventLoop()
        self._device = SourceDevice(source)
        self._player = QMediaPlayer()
        self._sink = QVideoSink()
        self._player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._loop.quit)
        self._player.setSourceDevice(self._device, url)

    def take(self) -> None:
        """Fill ``image`` and ``duration_ms``. Raises ``UndecodableError``."""
        # Playing comes first: a player that is paused before its first frame never shows one.
        self._player.play()
        self._wait(FIRST_FRAME_MS)
        self._player.pause()
        codec = self._player.metaData().stringValue(QMediaMetaData.Key.VideoCodec)
        self.duration_ms = self._player.duration()
        if not self.image.isNull() and self.duration_ms > 2 * POSTER_AT_MS:
            self._player.setPosition(POSTER_AT_MS)
            self._wait(LATER_FRAME_MS)
        self._player.stop()
        self._player.setSource(QUrl())  # ends FFmpeg's reads before the device goes
        if self.image.isNull():
            kind = "unsupported" if codec else "broken"
            raise UndecodableError(kind, f"No picture could be decoded from the film {codec}.")

    def take_many(self, count: int) -> list[QImage]:
        """Frames at even distances. Raises ``UndecodableError``."""
        self._player.play()
        self._wait(FIRST_FRAME_MS)
        self._player.pause()
        self.duration_ms = self._player.duration()
        frames = [] if self.image.isNull() else [self.image]
        for number in range(1, count if frames else 0):
            self._player.setPosition(self.duration_ms * number // count)
            self._wait(LATER_FRAME_MS)
            frames.append(self.image)
        self._player.stop()
        self._player.setSource(QUrl())  # ends FFmpeg's reads before the device goes
        if not frames:
            raise UndecodableError("broken", "No picture could be decoded from the film.")
        return frames

    def _wait(self, milliseconds: int) -> None:
        QTimer.singleShot(milliseconds, self._loop, self._loop.quit)
        self._loop.exec()

    def _on_frame(self, frame: QVideoFrame) -> None:
        image = frame.toImage() if frame.isValid() else QImage()
        if not image.isNull():
            self.image = image
            self._loop.quit()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        kinds = QMediaPlayer.MediaStatus
        has_loaded = status in (kinds.LoadedMedia, kinds.BufferedMedia)
        if status in (kinds.InvalidMedia, kinds.EndOfMedia) or (
            has_loaded and not self._player.hasVideo()
        ):
            self._loop.quit()


def _strip(frames: list[QImage], height: int) -> Reply:
    """Frames side by side, each as high as wanted."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = [frame.scaledToHeight(height, smooth) for frame in frames]
    sheet = QImage(sum(one.width() for one in small), height, QImage.Format.Format_RGB32)
    painter, left = QPainter(sheet), 0
    for one in small:
        painter.drawImage(left, 0, one)
        left += one.width()
    painter.end()
    return Reply({"width": sheet.width(), "height": height}, _jpeg(sheet))


class _Sound:
    """Decodes a sound file and keeps the lowest and highest sample of every few milliseconds."""

    def __init__(self, source: Source, url: QUrl) -> None:
        self._blocks: list[tuple[float, float]] = []
        self._duration_us = 0
        self._has_failed = False
        self._loop = QEventLoop()
        self._device = SourceDevice(source)
        # No format is asked for: with one set the decoder never finishes an MP3 (Qt 6.11, 6.12).
        self._decoder = QAudioDecoder()
        self._decoder.setSourceDevice(self._device)
        self._decoder.bufferReady.connect(self._on_buffer)
        self._decoder.finished.connect(self._loop.quit)
        self._decoder.error.connect(self._on_error)

    def read(self, peak_count: int) -> dict[str, object]:
        """Duration in ms and up to ``peak_count`` peaks. Raises ``UndecodableError``."""
        QTimer.singleShot(SOUND_MS, self._loop, self._loop.quit)
        self._decoder.start()
        # An error may be told inside start(), before there is a loop to end.
        if not self._has_failed:
            self._loop.exec()
        self._decoder.stop()
        if not self._blocks:
            raise UndecodableError("broken", "No sound could be decoded from the file.")
        count = min(peak_count, len(self._blocks))
        spans = [
            self._blocks[i * len(self._blocks) // count : (i + 1) * len(self._blocks) // count]
            for i in range(count)
        ]
        peaks = [(min(low for low, _ in span), max(high for _, high in span)) for span in spans]
        return {"duration_ms": self._duration_us // 1000, "peaks": peaks}

    def _on_error(self) -> None:
        self._has_failed = True
        self._loop.quit()

    def _on_buffer(self) -> None:
        while self._decoder.bufferAvailable():
            buffer = self._decoder.read()
            if not buffer.isValid():
                return
            self._duration_us = max(self._duration_us, buffer.startTime() + buffer.duration())
            self._add(buffer)

    def _add(self, buffer: QAudioBuffer) -> None:
        layout = buffer.format()
        read = _SAMPLES.get(layout.sampleFormat())
        if read is None:
            return
        samples, zero, scale = read(bytes(buffer.constData()[: buffer.byteCount()]))
        step = max(1, layout.sampleRate() * _BLOCK_MS // 1000) * layout.channelCount()
        for start in range(0, len(samples), step):
            part = samples[start : start + step]
            low, high = (min(part) - zero) / scale, (max(part) - zero) / scale
            self._blocks.append((round(max(-1.0, low), 4), round(min(1.0, high), 4)))


_Samples = tuple["array[float] | array[int]", int, float]
_F = QAudioFormat.SampleFormat
_SAMPLES: dict[QAudioFormat.SampleFormat, Callable[[bytes], _Samples]] = {
    _F.UInt8: lambda data: (array("B", data), 128, 128.0),
    _F.Int16: lambda data: (array("h", data), 0, 32768.0),
    _F.Int32: lambda data: (array("i", data), 0, 2147483648.0),
    _F.Float: lambda data: (array("f", data), 0, 1.0),
}


def _jpeg(image: QImage) -> bytes:
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_RGB888).save(buffer, "JPG", THUMBNAIL_QUALITY)  # type: ignore[call-overload]
    return bytes(encoded.data())
