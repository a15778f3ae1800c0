"""What widgets that paint themselves are to assistive technology: a role, a deed, a value.

A widget says it by class: ``spoken_role``, and where it can be pressed or moved, :class:`Pressed`
or :class:`Ranged`. Qt itself knows no more of such a widget than its name. What scrolls is a group.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from mediadesk.ui.support.translation import QT_TR_NOOP

Role = QAccessible.Role
_PRESS, _SHOW_MENU = QT_TR_NOOP("Press"), "ShowMenu"
_KEPT_AT_FIRST = 256


@runtime_checkable
class Pressed(Protocol):
    """Can be pressed without a mouse or a key."""

    def press(self) -> None:
        """Do what a click does."""


@runtime_checkable
class Ranged(Protocol):
    """Has a number between two others."""

    def spoken_range(self) -> tuple[float, float, float]:
        """The number now, the least and the most."""

    def move_to(self, number: float) -> None:
        """Take another number, as by keys."""


class _Value(QAccessibleValueInterface):
    def __init__(self, ranged: Ranged) -> None:
        super().__init__()
        self._ranged = ranged

    def currentValue(self) -> float:
        return self._ranged.spoken_range()[0]

    def minimumValue(self) -> float:
        return self._ranged.spoken_range()[1]

    def maximumValue(self) -> float:
        return self._ranged.spoken_range()[2]

    def minimumStepSize(self) -> float:
        return 0.0

    def setCurrentValue(self, value: Any) -> None:
        self._ranged.move_to(float(value))


class _Spoken(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, role)
        self._widget = widget
        self._value = _Value(widget) if isinstance(widget, Ranged) else None

    def state(self) -> QAccessible.State:
        state, widget = super().state(), self._widget
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            state.selectable = state.checkable = True
            state.selected = state.checked = widget.isChecked()
        return state

    def actionNames(self) -> list[str]:
        can_press = self._deed() is not None and self._widget.isEnabled()
        return [*([_PRESS] if can_press else []), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name != _PRESS:
            super().doAction(name)
        elif self._widget.isEnabled() and (deed := self._deed()) is not None:
            deed()

    def actionInterface(self) -> QAccessibleActionInterface:
        return self

    def _deed(self) -> Callable[[], None] | None:
        widget = self._widget
        if isinstance(widget, Pressed):
            return widget.press
        return widget.click if isinstance(widget, QAbstractButton) else None

    def valueInterface(self) -> QAccessibleValueInterface | None:  # type: ignore[override]
        return self._value


class _SpokenBox(_Spoken):
    """A list to choose from: on Linux, Qt tells the choice in the place of the name."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, Role.ComboBox)
        self._box = box

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value:
            return self._box.currentText()
        told = super().text(kind)
        if kind != QAccessible.Text.Name:
            return told
        return f"{told}: {self._box.currentText()}" if told else self._box.currentText()

    def childCount(self) -> int:
        return 1

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return QAccessible.queryAccessibleInterface(self._box.view()) if index == 0 else None

    def actionNames(self) -> list[str]:
        return [_SHOW_MENU, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == _SHOW_MENU:
            self._box.showPopup()
        else:
            super().doAction(name)


def _checked_role(thing: QObject | None) -> Role | None:
    """Of a push button that stays down: Qt toggles it for others without telling of a click."""
    is_box = isinstance(thing, QCheckBox | QRadioButton)
    if is_box or not isinstance(thing, QAbstractButton) or not thing.isCheckable():
        return None
    return Role.RadioButton if thing.autoExclusive() else Role.CheckBox


class _Factory:
    """Keeps what it made: Qt owns it, but does not keep the Python half of it."""

    def __init__(self) -> None:
        self._kept: list[_Spoken] = []
        self._limit = _KEPT_AT_FIRST

    def make(self, _class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
        """What speaks for a widget that says its role; None leaves it to Qt."""
        scrolled = Role.Grouping if isinstance(thing, QScrollArea) else None
        role = getattr(thing, "spoken_role", _checked_role(thing) or scrolled)
        if isinstance(thing, QComboBox):
            return self._keep(_SpokenBox(thing))
        if role is None or not isinstance(thing, QWidget):
            return None
        return self._keep(_Spoken(thing, role))

    def _keep(self, spoken: _Spoken) -> _Spoken:
        if len(self._kept) >= self._limit:
            self._kept = [spoken for spoken in self._kept if shiboken6.isValid(spoken)]
            self._limit = 2 * max(len(self._kept), _KEPT_AT_FIRST)
        self._kept.append(spoken)
        return spoken


@cache
def install_spoken_roles() -> None:
    """Let Qt ask widgets for their role, once per process."""
    QAccessible.installFactory(_Factory().make)
