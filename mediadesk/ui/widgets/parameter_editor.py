"""What every parameter editor can do. ``value()`` None means: not set, so not sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.domain.parameters import ParameterSpec, ParameterValue
from mediadesk.ui.support.translation import QT_TR_NOOP

NOT_SET = QT_TR_NOOP("Automatic")


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
