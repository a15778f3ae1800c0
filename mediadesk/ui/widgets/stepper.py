"""A small count with minus and plus (how many variations)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton


class Stepper(QWidget):
    """Minus, number, plus, 40 high. ``value_changed`` carries the new count."""

    value_changed = Signal(int)

    def __init__(
        self,
        label: str,
        *,
        minimum: int = 1,
        maximum: int = 99,
        value: int = 1,
        name: str = "stepper",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_style(self, surface="field")
        describe(self, name=name, accessible=label)
        self._spin = QSpinBox(self)
        self._spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._spin.setFrame(False)
        set_style(self._spin, kind="bare")
        describe(self._spin, name=f"{name}-value", accessible=label)
        self._minus = IconButton(
            "minus", tr("Fewer: {label}").format(label=label), name=f"{name}-minus", icon_size=14
        )
        self._plus = IconButton(
            "plus", tr("More: {label}").format(label=label), name=f"{name}-plus", icon_size=14
        )
        for button in (self._minus, self._plus):
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._minus.clicked.connect(lambda: self._step(-1))
        self._plus.clicked.connect(lambda: self._step(1))
        self._spin.valueChanged.connect(self._on_value_changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(0)
        layout.addWidget(self._minus)
        layout.addWidget(self._spin, 1)
        layout.addWidget(self._plus)
        self.setFocusProxy(self._spin)
        self.set_range(minimum, maximum)
        self.set_value(value)
        self._resize()
        theme().changed.connect(self._resize)

    def value(self) -> int:
        """Return the count."""
        return self._spin.value()

    def set_value(self, value: int) -> None:
        """Set the count without a signal; it snaps into the range."""
        self._spin.blockSignals(True)
        self._spin.setValue(value)
        self._spin.blockSignals(False)
        self._refresh_buttons()

    def set_range(self, minimum: int, maximum: int) -> None:
        """Set the smallest and largest count."""
        self._spin.setRange(minimum, maximum)
        self._refresh_buttons()

    def _step(self, by: int) -> None:
        # A spin box selects its text when it steps; here that would look like a second focus.
        self._spin.stepBy(by)
        self._spin.lineEdit().deselect()

    def _on_value_changed(self, value: int) -> None:
        self._refresh_buttons()
        self.value_changed.emit(value)

    def _refresh_buttons(self) -> None:
        self._minus.setEnabled(self._spin.value() > self._spin.minimum())
        self._plus.setEnabled(self._spin.value() < self._spin.maximum())

    def _resize(self) -> None:
        self.setFixedSize(theme().px(92), theme().px(40))
        font = theme().font("base", "semibold")
        self._spin.setFont(font)
        self._spin.lineEdit().setFont(font)
