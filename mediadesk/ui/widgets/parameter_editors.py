"""The editor that fits each kind of parameter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from mediadesk.domain.parameters import ParameterKind, ParameterSpec, ParameterValue
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.number_editors import NumberEditor, RangeEditor
from mediadesk.ui.widgets.parameter_editor import NOT_SET, ParameterEditor
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.switch import Switch
from mediadesk.ui.widgets.text_editors import LineEditor, SeedEditor, TextEditor

MAX_SEGMENTS = 5
ROW_PX = 232
"""Width that a form row usually gives an editor."""

_LETTER_PX, _SEGMENT_PADDING_PX = 7, 14


class SegmentEditor(ParameterEditor):
    """A few short choices side by side."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        segments = [Segment(choice.value, choice.label) for choice in spec.choices]
        if spec.default is None:
            segments.insert(0, Segment("", tr("Auto")))
        self._control = SegmentedControl(
            segments, label=spec.label, name=f"parameter-{spec.name}-choice", is_small=True
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
        set_style(self._combo, rowSize="small")
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        describe(self._combo, name=f"parameter-{spec.name}-choice", accessible=spec.label)
        if spec.default is None:
            self._combo.addItem(tr(NOT_SET), None)
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
