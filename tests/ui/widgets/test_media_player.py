"""Video and sound through the real player, fed by random access as a sealed file would be."""

import io
import math
import struct
import threading
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediadesk.providers.sample.media.avi import avi_bytes
from mediadesk.ui.support.blob_device import BlobDevice
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.frame_strip import FrameStrip
from mediadesk.ui.widgets.media_player import MediaPlayer
from mediadesk.ui.widgets.time_track import clock
from mediadesk.ui.widgets.waveform import Waveform

FPS = 12

# What a machine without sound device and graphics card says.
pytestmark = pytest.mark.qt_log_ignore(
    "No audio device detected", "PulseAudioService", "No RHI backend", extend=True
)


@dataclass
class Blob:
    """Random access over bytes that gives at most 1000 at a time, and remembers being closed."""

    data: bytes
    fails_from: int | None = None
    is_closed: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def size(self) -> int:
        return len(self.data)

    def read_at(self, offset: int, size: int, /) -> bytes:
        with self.lock:
            if self.fails_from is not None and offset + size > self.fails_from:
                raise OSError("damaged")
            return self.data[offset : offset + min(size, 1000)]

    def close(self) -> None:
        self.is_closed = True


def sound(seconds: float = 1.0) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        count = round(8000 * seconds)
        samples = (round(12000 * math.sin(n / 8)) for n in range(count))
        file.writeframes(struct.pack(f"<{count}h", *samples))
    return target.getvalue()


@pytest.fixture(scope="session")
def film() -> bytes:
    """A second of red, then a second of blue."""
    frames = []
    for number in range(2 * FPS):
        picture = io.BytesIO()
        Image.new("RGB", (160, 90), "red" if number < FPS else "blue").save(picture, "JPEG")
        frames.append(picture.getvalue())
    return avi_bytes(frames, (160, 90), FPS, bytes(4 * 8000 * 2), 8000)


@pytest.fixture
def players(qtbot: QtBot) -> Iterator[list[MediaPlayer]]:
    made: list[MediaPlayer] = []
    yield made
    for player in made:
        player.close_media()


def make(qtbot: QtBot, players: list[MediaPlayer], kind: str) -> MediaPlayer:
    player = MediaPlayer("video" if kind == "video" else "audio")
    qtbot.addWidget(player)
    players.append(player)
    player.resize(480, 360)
    player.show()
    return player


def test_device_gives_everything_asked_for_and_seeks() -> None:
    data = bytes(range(256)) * 40
    device = BlobDevice(Blob(data))
    assert device.size() == len(data)
    assert bytes(device.read(5000).data()) == data[:5000]
    assert device.seek(9000)
    assert bytes(device.readAll().data()) == data[9000:]
    assert bytes(device.read(10).data()) == b""


def test_device_ends_when_the_reader_fails(qtbot: QtBot) -> None:
    device = BlobDevice(Blob(b"x" * 4000, fails_from=2000))
    with qtbot.waitSignal(device.read_failed):
        assert bytes(device.read(3000).data()) == b""


def test_video_plays_seeks_and_steps(qtbot: QtBot, players: list[MediaPlayer], film: bytes) -> None:
    player = make(qtbot, players, "video")
    blob = Blob(film)
    player.open_media(blob, "avi")
    qtbot.keyClick(player, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.is_playing() and not player.current_image().isNull())
    first = player.current_image().pixelColor(80, 45)
    assert first.red() > 200
    qtbot.keyClick(player, Qt.Key.Key_K)
    assert not player.is_playing()
    player.seek(1500)
    qtbot.waitUntil(lambda: player.current_image().pixelColor(80, 45).blue() > 200)
    before = player.position_ms()
    qtbot.keyClick(player, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: player.position_ms() == before - round(1000 / FPS))
    player.close_media()
    assert blob.is_closed


def test_the_frames_seek_where_clicked_and_a_part_repeats(
    qtbot: QtBot, players: list[MediaPlayer], film: bytes
) -> None:
    player = make(qtbot, players, "video")
    player.open_media(Blob(film), "avi", duration_ms=2000)
    bar = player.findChild(FrameStrip)
    assert bar is not None
    player.play()
    qtbot.waitUntil(lambda: not player.current_image().isNull())
    player.pause()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() * 3 // 4, 8))
    qtbot.waitUntil(lambda: abs(player.position_ms() - 1500) < 100)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(player, Qt.Key.Key_O, shift)
    player.seek(1000)
    qtbot.waitUntil(lambda: abs(player.position_ms() - 1000) < 100)
    qtbot.keyClick(player, Qt.Key.Key_I, shift)
    seen: list[int] = []
    player.position_changed.connect(seen.append)
    player.play()
    qtbot.waitUntil(lambda: any(b < a for a, b in pairwise(seen)))
    assert max(seen) < 1900, "the end of the film is not part of it"
    assert "repeats 0:01" in bar.accessibleDescription()


def test_sound_plays_to_its_end_and_loops_on_request(
    qtbot: QtBot, players: list[MediaPlayer]
) -> None:
    player = make(qtbot, players, "audio")
    player.open_media(Blob(sound(0.4)), "wav", peaks=[(-0.5, 0.5)] * 40, title="A tone")
    player.set_rate(2.0)
    player.play()
    qtbot.waitUntil(lambda: player.position_ms() > 0)
    qtbot.waitUntil(lambda: not player.is_playing())
    qtbot.keyClick(player, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    player.play()
    seen: list[int] = []
    player.position_changed.connect(seen.append)
    qtbot.waitUntil(lambda: any(b < a for a, b in pairwise(seen)))
    assert player.is_playing()


def test_volume_keys_and_mute(qtbot: QtBot, players: list[MediaPlayer]) -> None:
    player = make(qtbot, players, "audio")
    heard: list[tuple[float, bool]] = []
    player.volume_changed.connect(lambda volume, muted: heard.append((round(volume, 2), muted)))
    qtbot.keyClick(player, Qt.Key.Key_Down)
    qtbot.keyClick(player, Qt.Key.Key_M)
    qtbot.keyClick(player, Qt.Key.Key_Up)
    assert heard == [(0.95, False), (0.95, True), (1.0, True)]


def test_hiding_pauses(qtbot: QtBot, players: list[MediaPlayer]) -> None:
    player = make(qtbot, players, "audio")
    player.open_media(Blob(sound(5)), "wav", autoplay=True)
    qtbot.waitUntil(player.is_playing)
    player.hide()
    qtbot.waitUntil(lambda: not player.is_playing())


def test_a_damaged_file_says_so_and_offers_another_program(
    qtbot: QtBot, players: list[MediaPlayer]
) -> None:
    player = make(qtbot, players, "video")
    wishes: list[bool] = []
    player.open_externally_requested.connect(lambda: wishes.append(True))
    player.open_media(Blob(b"not a film at all" * 100), "mp4")
    bar = player.findChild(MessageBar)
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "This file cannot be played here."
    action = bar.findChild(QWidget, "player-problem-action")
    assert action is not None
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert wishes == [True]


def test_the_poster_is_shown_before_the_first_frame(
    qtbot: QtBot, players: list[MediaPlayer], film: bytes
) -> None:
    player = make(qtbot, players, "video")
    poster = QImage(16, 9, QImage.Format.Format_RGB32)
    poster.fill(QColor("#00FF00"))
    player.open_media(Blob(film), "avi", poster=poster)
    assert player.current_image().pixelColor(3, 3).name() == "#00ff00"


def test_waveform_seeks_where_clicked_and_colours_what_was_played(qtbot: QtBot) -> None:
    wave_view = Waveform()
    qtbot.addWidget(wave_view)
    wave_view.resize(400, 200)
    wave_view.set_peaks([(-1.0, 1.0)] * 200)
    wave_view.set_duration(16_000)
    wave_view.set_position(8_000)
    wave_view.show()
    sought: list[int] = []
    wave_view.seek_requested.connect(sought.append)
    qtbot.mouseClick(wave_view, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert sought == [4_000]
    parts: list[object] = []
    wave_view.part_changed.connect(parts.append)
    drag(wave_view, QPoint(200, 50), QPoint(300, 50))
    assert parts == [(8_000, 12_000)]
    image = wave_view.grab().toImage()
    assert image.pixelColor(40, 80) != image.pixelColor(360, 80)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    for kind, at, held in (
        (QEvent.Type.MouseButtonPress, start, left),
        (QEvent.Type.MouseMove, end, left),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    ):
        place = QPointF(at)
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
        none = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, held, none)
        QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("ms", "text"), [(0, "0:00"), (65_300, "1:05"), (3_600_000, "60:00"), (-5, "0:00")]
)
def test_clock(ms: int, text: str) -> None:
    assert clock(ms) == text


def test_a_film_can_be_asked_to_stand_alone(qtbot: QtBot) -> None:
    """Only keys and a menu led to the large view of a film."""
    player = MediaPlayer("video")
    qtbot.addWidget(player)
    full = player.findChild(IconButton, "full-view")
    assert full is not None
    with qtbot.waitSignal(player.full_requested, timeout=1000):
        full.clicked.emit()  # it can be pressed once a film is there
    assert MediaPlayer("audio").findChild(IconButton, "full-view") is None
