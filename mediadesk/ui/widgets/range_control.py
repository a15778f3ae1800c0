"""A number with a range: slider and spin box, both, always in step with each other."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_MAX_TICKS = 1_000_000
_AROUND_TEXT = 20
"""Margins, frame and cursor of the number field, in pixels of the design."""


class QuietSpin(QDoubleSpinBox):
    """A spin box without arrows that ignores the wheel unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        # A style sheet cannot pad the edit field inside a spin box.
        self.lineEdit().setTextMargins(theme().px(8), 0, theme().px(4), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form never changes a number by accident."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class QuietSlider(QSlider):
    """A horizontal slider that leaves the wheel to the form around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form never changes a number by accident."""
        event.ignore()


class RangeControl(QWidget):
    """Slider and spin box for ``minimum`` to ``maximum``; emits ``value_changed(float)``."""

    value_changed = Signal(float)

    def __init__(
        self,
        label: str,
        minimum: float,
        maximum: float,
        *,
        step: float | None = None,
        decimals: int = 0,
        unit: str = "",
        name: str = "range",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        describe(self, name=name, accessible=label)
        self._minimum = minimum
        self._step = step or _natural_step(minimum, maximum, decimals)
        ticks = max(1, min(_MAX_TICKS, round((maximum - minimum) / self._step)))
        self._slider = QuietSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, ticks)
        self._slider.setPageStep(max(1, ticks // 10))
        describe(self._slider, name=f"{name}-slider", accessible=label)
        self._spin = QuietSpin(self)
        set_style(self._spin, rowSize="small")
        self._spin.setDecimals(decimals)
        self._spin.setRange(minimum, maximum)
        self._spin.setSingleStep(self._step)
        self._spin.setSuffix(f" {unit}" if unit else "")
        describe(self._spin, name=f"{name}-value", accessible=label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._spin)
        self._slider.valueChanged.connect(self._on_slider)
        self._spin.valueChanged.connect(self._on_spin)
        self.setFocusProxy(self._slider)
        self._resize()
        theme().changed.connect(self._resize)

    @property
    def spin(self) -> QDoubleSpinBox:
        """The number field."""
        return self._spin

    def value(self) -> float:
        """Return the number."""
        return self._spin.value()

    def set_value(self, value: float) -> None:
        """Set the number without a signal; it snaps into the range."""
        self._spin.blockSignals(True)
        self._spin.setValue(value)
        self._spin.blockSignals(False)
        self._move_slider()

    def _on_slider(self, tick: int) -> None:
        self._spin.setValue(self._minimum + tick * self._step)

    def _on_spin(self, value: float) -> None:
        self._move_slider()
        self.value_changed.emit(value)

    def _move_slider(self) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round((self._spin.value() - self._minimum) / self._step))
        self._slider.blockSignals(False)

    def _resize(self) -> None:
        spin = self._spin
        spin.ensurePolished()
        ends = (spin.textFromValue(end) + spin.suffix() for end in (spin.minimum(), spin.maximum()))
        widest = max(spin.fontMetrics().horizontalAdvance(text) for text in ends)
        least = theme().px(56 if len(spin.suffix()) < 2 else 76)
        spin.setFixedWidth(max(least, widest + theme().px(_AROUND_TEXT)))


def _natural_step(minimum: float, maximum: float, decimals: int) -> float:
    if decimals == 0:
        return 1.0
    coarse = (maximum - minimum) / 100
    return max(10.0**-decimals, 10.0 ** math.floor(math.log10(coarse)) if coarse > 0 else 0.01)
