"""The row under a video or sound: time, loop, steps, play, speed, volume."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.range_control import QuietSlider
from mediadesk.ui.widgets.time_track import clock

RATES = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class PlayButton(QAbstractButton):
    """The round play and pause button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_playing = False
        self.setObjectName("play")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_playing(False)
        theme().changed.connect(self.updateGeometry)

    def set_playing(self, playing: bool) -> None:
        """Show what a click will do."""
        self._is_playing = playing
        label = tr("Pause") if playing else tr("Play")
        self.setAccessibleName(label)
        self.setToolTip(f"{label} (Space)")
        self.update()

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(theme().px(36), theme().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and sign."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("text.primary" if self.isEnabled() else "text.disabled"))
        side = min(self.width(), self.height())
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.drawEllipse(circle)
        size = look.px(18)
        name = "pause" if self._is_playing else "play"
        pixmap = icon_pixmap(
            name, "bg.window", size, dpr=self.devicePixelRatioF(), filled=not self._is_playing
        )
        painter.drawPixmap(circle.center() - QPointF(size / 2, size / 2), pixmap)


class PlayerControls(QWidget):
    """Shows the state of a player and asks for changes; holds no player itself."""

    play_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    loop_toggled = Signal(bool)
    rate_chosen = Signal(float)
    volume_changed = Signal(float)
    mute_toggled = Signal(bool)
    full_requested = Signal()

    def __init__(self, *, steps_frames: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player-controls")
        self._duration = 0
        self._time = role_label("0:00.0", "strong")
        self._length = role_label("/ 0:00.0", "muted")
        self._loop = IconButton("repeat", tr("Loop"), shortcut="Shift+L", checkable=True)
        self._play = PlayButton()
        self._rate = Button(
            "1×", kind="quiet", name="speed", tooltip=tr("Speed (Ctrl+Left, Ctrl+Right)")
        )
        self._rate.setAccessibleName(tr("Speed 1×"))
        self._mute = IconButton("volume-2", tr("Mute"), shortcut="M", checkable=True)
        self._volume = QuietSlider(Qt.Orientation.Horizontal)
        describe(
            self._volume, name="volume", accessible=tr("Volume"), tooltip=tr("Volume (Up, Down)")
        )
        self._volume.setRange(0, 100)
        self._volume.setValue(100)
        back, forward = self._step_buttons(steps_frames)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(6)
        row.addWidget(self._time)
        row.addWidget(self._length)
        row.addStretch(1)
        for widget in (self._loop, back, self._play, forward, self._rate):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._mute)
        row.addWidget(self._volume)
        if steps_frames:
            full = IconButton("maximize", tr("Full view"), shortcut=tr("Enter"), name="full-view")
            full.clicked.connect(self.full_requested)
            row.addWidget(full)
        self._connect(back, forward)
        self._make_rate_menu()
        self._resize()
        theme().changed.connect(self._resize)

    def set_position(self, position_ms: int) -> None:
        """Show the position."""
        self._time.setText(clock(position_ms, tenths=True))

    def set_duration(self, duration_ms: int) -> None:
        """Show the length."""
        self._duration = duration_ms
        self._length.setText(f"/ {clock(duration_ms, tenths=True)}")

    def set_playing(self, playing: bool) -> None:
        """Show play or pause."""
        self._play.set_playing(playing)

    def set_rate(self, rate: float) -> None:
        """Show the speed."""
        text = f"{rate:g}×"
        self._rate.setText(text)
        self._rate.setAccessibleName(tr("Speed {text}").format(text=text))

    def set_loop(self, on: bool) -> None:
        """Show whether it loops."""
        self._loop.setChecked(on)

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """Show the loudness, 0.0 to 1.0."""
        self._volume.blockSignals(True)
        self._volume.setValue(round(volume * 100))
        self._volume.blockSignals(False)
        self._mute.setChecked(muted)
        silent = muted or volume == 0
        self._mute.set_icon_name(
            "volume-x" if silent else "volume-2" if volume > 0.5 else "volume-1"
        )
        self._mute.set_label(tr("Sound on") if muted else tr("Mute"))

    def _step_buttons(self, steps_frames: bool) -> tuple[IconButton, IconButton]:
        if steps_frames:
            return (
                IconButton("step-back", tr("Previous frame"), shortcut=","),
                IconButton("step-forward", tr("Next frame"), shortcut="."),
            )
        return (
            IconButton("rotate-ccw", tr("Back 5 seconds"), shortcut="J"),
            IconButton("rotate-cw", tr("Forward 5 seconds"), shortcut="L"),
        )

    def _connect(self, back: IconButton, forward: IconButton) -> None:
        self._play.clicked.connect(self.play_requested)
        back.clicked.connect(self.back_requested)
        forward.clicked.connect(self.forward_requested)
        self._loop.clicked.connect(self.loop_toggled)
        self._mute.clicked.connect(self.mute_toggled)
        self._volume.valueChanged.connect(lambda value: self.volume_changed.emit(value / 100))

    def _make_rate_menu(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for rate in RATES:
            action = menu.addAction(f"{rate:g}×")
            group.addAction(action)
            action.triggered.connect(lambda _on=False, chosen=rate: self.rate_chosen.emit(chosen))
        self._rate.clicked.connect(
            lambda: menu.popup(self._rate.mapToGlobal(self._rate.rect().topLeft()))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all, the slider and the length go: keys and tooltip stay."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for part in (self._volume, self._length):
            part.show()
        for part in (self._volume, self._length):
            if self._row.sizeHint().width() > self.width():
                part.hide()

    def _resize(self) -> None:
        self._volume.setFixedWidth(theme().px(78))
        self._rate.setMinimumWidth(theme().px(44))
