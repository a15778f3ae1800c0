"""One editor for each kind of parameter. ``value()`` None means: not set, so not sent."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.parameters import ParameterKind, ParameterSpec, ParameterValue
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.range_control import QuietSpin, RangeControl
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.switch import Switch

MAX_SEGMENTS = 5
ROW_PX = 232
"""Width that a form row usually gives an editor."""

_LETTER_PX, _SEGMENT_PADDING_PX = 7, 14
NOT_SET = "Automatic"
_SEED_LIMIT = 2**31 - 1
_ANY_MIN, _ANY_MAX = -1e9, 1e9


class ParameterEditor(QWidget):
    """Base: a widget with a value of one parameter; ``changed`` when the user changes it."""

    changed = Signal()

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__()
        self.spec = spec
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.setObjectName(f"parameter-{spec.name}")

    def value(self) -> ParameterValue | None:
        """Return the value in the type of the spec, None when it is not set."""
        raise TypeError(f"{type(self).__name__} has no value")

    def set_value(self, value: ParameterValue | None) -> None:
        """Show a value without a signal; one out of range snaps."""
        raise TypeError(f"{type(self).__name__} has no value")

    def marked(self) -> QWidget:
        """Return the widget that wears the error state and takes the focus."""
        return self


class SegmentEditor(ParameterEditor):
    """A few short choices side by side."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        segments = [Segment(choice.value, choice.label) for choice in spec.choices]
        if spec.default is None:
            segments.insert(0, Segment("", "Auto"))
        self._control = SegmentedControl(
            segments, label=spec.label, name=f"parameter-{spec.name}-choice"
        )
        self._control.value_changed.connect(lambda _value: self.changed.emit())
        self.row.addWidget(self._control, 1)

    def value(self) -> ParameterValue | None:
        """Return the chosen value."""
        return self._control.value() or None

    def set_value(self, value: ParameterValue | None) -> None:
        """Choose a value."""
        self._control.set_value("" if value is None else str(value))


class ComboEditor(ParameterEditor):
    """Many or long choices in a list."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._combo = QComboBox()
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        describe(self._combo, name=f"parameter-{spec.name}-choice", accessible=spec.label)
        if spec.default is None:
            self._combo.addItem(NOT_SET, None)
        for choice in spec.choices:
            self._combo.addItem(choice.label, choice.value)
        self._combo.activated.connect(lambda _index: self.changed.emit())
        self.row.addWidget(self._combo, 1)

    def value(self) -> ParameterValue | None:
        """Return the chosen value."""
        data: str | None = self._combo.currentData()
        return data

    def set_value(self, value: ParameterValue | None) -> None:
        """Choose a value; an unknown one leaves the choice as it is."""
        index = self._combo.findData(value)
        if index >= 0:
            self._combo.setCurrentIndex(index)

    def marked(self) -> QWidget:
        """Return the list."""
        return self._combo


class FlagEditor(ParameterEditor):
    """A switch with its help beside it."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._switch = Switch(spec.label, name=f"parameter-{spec.name}-switch")
        self._switch.clicked.connect(lambda _on: self.changed.emit())
        self.row.addWidget(role_label(spec.help, "muted", wrap=True), 1)
        self.row.addWidget(self._switch)

    def value(self) -> ParameterValue | None:
        """Return on or off."""
        return self._switch.isChecked()

    def set_value(self, value: ParameterValue | None) -> None:
        """Switch."""
        self._switch.setChecked(bool(value))


class RangeEditor(ParameterEditor):
    """Slider and number; the left end means "not set" where there is no default."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        low, high = spec.minimum or 0.0, spec.maximum or 0.0
        whole = spec.kind is ParameterKind.INTEGER
        self._step = spec.step or (1.0 if whole else (high - low) / 100)
        self._unset = low - self._step if spec.default is None else None
        self._control = RangeControl(
            spec.label,
            low if self._unset is None else self._unset,
            high,
            step=self._step,
            decimals=0 if whole else _decimals(self._step),
            unit=spec.unit,
            name=f"parameter-{spec.name}-range",
        )
        if self._unset is not None:
            self._control.spin.setSpecialValueText("Auto")
        self._control.value_changed.connect(lambda _value: self.changed.emit())
        self.row.addWidget(self._control, 1)

    def value(self) -> ParameterValue | None:
        """Return the number."""
        number = self._control.value()
        if self._unset is not None and number < self._unset + self._step / 2:
            return None
        return round(number) if self.spec.kind is ParameterKind.INTEGER else number

    def set_value(self, value: ParameterValue | None) -> None:
        """Show a number."""
        if value is None:
            value = self._unset
        if isinstance(value, int | float):
            self._control.set_value(float(value))

    def marked(self) -> QWidget:
        """Return the number field."""
        return self._control.spin


class NumberEditor(ParameterEditor):
    """A number field for a number without both ends."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        whole = spec.kind is ParameterKind.INTEGER
        step = spec.step or (1.0 if whole else 0.1)
        low = _ANY_MIN if spec.minimum is None else spec.minimum
        high = _ANY_MAX if spec.maximum is None else spec.maximum
        self._unset = low - step if spec.default is None else None
        self._spin = QuietSpin()
        self._spin.setDecimals(0 if whole else max(2, _decimals(step)))
        self._spin.setRange(low if self._unset is None else self._unset, high)
        self._spin.setSingleStep(step)
        self._spin.setGroupSeparatorShown(True)
        self._spin.setSuffix(f" {spec.unit}" if spec.unit else "")
        if self._unset is not None:
            self._spin.setSpecialValueText(NOT_SET)
            self._spin.setValue(self._unset)
        describe(self._spin, name=f"parameter-{spec.name}-value", accessible=spec.label)
        self._spin.valueChanged.connect(lambda _value: self.changed.emit())
        self.row.addWidget(self._spin, 1)

    def value(self) -> ParameterValue | None:
        """Return the number."""
        number = self._spin.value()
        if self._unset is not None and number <= self._unset:
            return None
        return round(number) if self.spec.kind is ParameterKind.INTEGER else number

    def set_value(self, value: ParameterValue | None) -> None:
        """Show a number."""
        self._spin.blockSignals(True)
        if value is None:
            value = self._unset
        if isinstance(value, int | float):
            self._spin.setValue(float(value))
        self._spin.blockSignals(False)

    def marked(self) -> QWidget:
        """Return the number field."""
        return self._spin


class LineEditor(ParameterEditor):
    """One line of text."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._edit = QLineEdit()
        if spec.max_length:
            self._edit.setMaxLength(spec.max_length)
        self._edit.setPlaceholderText(spec.help)
        describe(self._edit, name=f"parameter-{spec.name}-text", accessible=spec.label)
        self._edit.textEdited.connect(lambda _text: self.changed.emit())
        self.row.addWidget(self._edit, 1)

    def value(self) -> ParameterValue | None:
        """Return the text, None for an empty line that has no default."""
        text = self._edit.text()
        return text if text or self.spec.default is not None else None

    def set_value(self, value: ParameterValue | None) -> None:
        """Show a text."""
        self._edit.setText("" if value is None else str(value))

    def marked(self) -> QWidget:
        """Return the line."""
        return self._edit


class TextEditor(ParameterEditor):
    """Several lines behind "+ Negative prompt"; open while there is text."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._open = Button(f"+ {spec.label}", kind="link", size="small")
        describe(self._open, name=f"parameter-{spec.name}-open", accessible=f"Add {spec.label}")
        self._label = role_label(spec.label, "label")
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._edit.setPlaceholderText(spec.help)
        describe(self._edit, name=f"parameter-{spec.name}-text", accessible=spec.label)
        self._label.setBuddy(self._edit)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._label)
        column.addWidget(self._edit)
        self.row.addLayout(column, 1)
        self._open.clicked.connect(self._on_open)
        self._edit.textChanged.connect(self.changed)
        self._show_open(False)
        self._resize()
        theme().changed.connect(self._resize)

    def value(self) -> ParameterValue | None:
        """Return the text, None for an empty one that has no default."""
        text = self._edit.toPlainText()
        return text if text or self.spec.default is not None else None

    def set_value(self, value: ParameterValue | None) -> None:
        """Show a text."""
        text = "" if value is None else str(value)
        if text != self._edit.toPlainText():
            self._edit.blockSignals(True)
            self._edit.setPlainText(text)
            self._edit.blockSignals(False)
        if text:
            self._show_open(True)

    def marked(self) -> QWidget:
        """Return the text."""
        return self._edit

    def _on_open(self) -> None:
        self._show_open(True)
        self._edit.setFocus()

    def _show_open(self, is_open: bool) -> None:
        self._open.setVisible(not is_open)
        self._label.setVisible(is_open)
        self._edit.setVisible(is_open)

    def _resize(self) -> None:
        self._edit.setFixedHeight(theme().px(72))


class SeedEditor(ParameterEditor):
    """A seed: dice makes a new one, the lock keeps it; unlocked means a new one each time."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText("New each time")
        pattern = QRegularExpression(r"-?\d{0,18}" if (spec.minimum or 0) < 0 else r"\d{0,18}")
        self._edit.setValidator(QRegularExpressionValidator(pattern, self._edit))
        set_style(self._edit, role="mono")
        describe(self._edit, name=f"parameter-{spec.name}-text", accessible=spec.label)
        self._dice = IconButton("dices", "New seed", size="field")
        self._lock = IconButton(
            "lock-open", "Keep this seed", size="field", checkable=True, color_on="accent.text"
        )
        self.row.addWidget(self._edit, 1)
        self.row.addWidget(self._dice)
        self.row.addWidget(self._lock)
        self.row.setSpacing(4)
        self._edit.textEdited.connect(self._on_edited)
        self._dice.clicked.connect(self._on_dice)
        self._lock.clicked.connect(self._on_lock)

    def value(self) -> ParameterValue | None:
        """Return the seed that is kept, None for a new one each time."""
        text = self._edit.text()
        return int(text) if self._lock.isChecked() and text not in ("", "-") else None

    def set_value(self, value: ParameterValue | None) -> None:
        """Keep a seed; None lets go."""
        self._edit.setText("" if value is None else str(value))
        self._set_locked(value is not None)

    def marked(self) -> QWidget:
        """Return the number line."""
        return self._edit

    def _on_edited(self, text: str) -> None:
        self._set_locked(bool(text))
        self.changed.emit()

    def _on_dice(self) -> None:
        top = min(_SEED_LIMIT, int(self.spec.maximum or _SEED_LIMIT))
        # A seed is no secret: an ordinary random number is right here.
        self.set_value(random.randint(int(self.spec.minimum or 0), top))
        self.changed.emit()

    def _on_lock(self, on: bool) -> None:
        if on and not self._edit.text():
            self._on_dice()
            return
        self._set_locked(on)
        self.changed.emit()

    def _set_locked(self, on: bool) -> None:
        self._lock.setChecked(on)
        self._lock.set_icon_name("lock" if on else "lock-open")
        self._lock.set_label("Use a new seed each time" if on else "Keep this seed")


_EDITORS: dict[ParameterKind, Callable[[ParameterSpec], ParameterEditor]] = {
    ParameterKind.FLAG: FlagEditor,
    ParameterKind.TEXT: LineEditor,
    ParameterKind.LONG_TEXT: TextEditor,
    ParameterKind.SEED: SeedEditor,
}


def make_editor(spec: ParameterSpec, width: float = ROW_PX) -> ParameterEditor:
    """Return the editor that fits a parameter and a width in unscaled pixels."""
    if spec.kind is ParameterKind.CHOICE:
        return SegmentEditor(spec) if _fits_segments(spec, width) else ComboEditor(spec)
    if spec.kind in (ParameterKind.INTEGER, ParameterKind.NUMBER):
        has_range = spec.minimum is not None and spec.maximum is not None
        return RangeEditor(spec) if has_range else NumberEditor(spec)
    return _EDITORS[spec.kind](spec)


def parameter_label(spec: ParameterSpec) -> QLabel:
    """Return the label of a parameter; its help is the tooltip."""
    label = role_label(spec.label, "secondary", wrap=True)
    label.setToolTip(spec.help)
    return label


def _fits_segments(spec: ParameterSpec, width: float) -> bool:
    """Return whether the choices are few, and short enough for equal parts of a form row."""
    count = len(spec.choices) + (spec.default is None)
    if not 0 < count <= MAX_SEGMENTS:
        return False
    room = width / count - _SEGMENT_PADDING_PX
    return all(len(choice.label) * _LETTER_PX <= room for choice in spec.choices)


def _decimals(step: float) -> int:
    text = f"{step:.6f}".rstrip("0")
    return max(1, len(text.partition(".")[2]))
