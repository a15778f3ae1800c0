"""Editors for numbers: with a range (slider and field) and without (field)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediadesk.domain.parameters import ParameterKind, ParameterSpec, ParameterValue
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.parameter_editor import NOT_SET, ParameterEditor
from mediadesk.ui.widgets.range_control import QuietSpin, RangeControl

_ANY_MIN, _ANY_MAX = -1e9, 1e9


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
            self._control.spin.setSpecialValueText(tr("Auto"))
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
        set_style(self._spin, rowSize="small")
        self._spin.setDecimals(0 if whole else max(2, _decimals(step)))
        self._spin.setRange(low if self._unset is None else self._unset, high)
        self._spin.setSingleStep(step)
        self._spin.setGroupSeparatorShown(True)
        self._spin.setSuffix(f" {spec.unit}" if spec.unit else "")
        if self._unset is not None:
            self._spin.setSpecialValueText(tr(NOT_SET))
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


def _decimals(step: float) -> int:
    text = f"{step:.6f}".rstrip("0")
    return max(1, len(text.partition(".")[2]))
