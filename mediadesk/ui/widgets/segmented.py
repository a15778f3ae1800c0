"""A row of exclusive choices: one tab stop, arrows move."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme

_ICON_PX, _ICON_GAP = 16, 4
"""Beside an icon Qt leaves four pixels of its own."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its value, its words and maybe an icon and a tooltip."""

    value: str
    label: str
    icon: str = ""
    tooltip: str = ""


class _Segment(QPushButton):
    """A choice that can do without its icon, but not without its words."""

    def minimumSizeHint(self) -> QSize:
        """Room for the words."""
        hint = self.sizeHint()
        icon = 0 if self.icon().isNull() else self.iconSize().width() + _ICON_GAP
        return QSize(hint.width() - icon, hint.height())


class SegmentedControl(QFrame):
    """Exclusive segments; ``value_changed`` carries the value that the user chose.

    Icons drop where there is no room for them.
    """

    value_changed = Signal(str)

    def __init__(
        self,
        segments: list[Segment],
        *,
        value: str | None = None,
        label: str = "",
        name: str = "segmented",
        is_small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("seg", True)
        self.setProperty("segSize", "small" if is_small else "")
        describe(self, name=name, accessible=label)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        self._has_icons = True
        self._icons: dict[str, str] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(2)
        self._group.buttonClicked.connect(lambda _button: self.value_changed.emit(self.value()))
        self._group.buttonToggled.connect(lambda _button, _on: self._refresh_icons())
        self.set_segments(segments, value=value)
        theme().changed.connect(self._fit)

    def set_segments(self, segments: list[Segment], *, value: str | None = None) -> None:
        """Replace the choices; selects ``value`` or the first, without a signal."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons.clear()
        self._icons = {segment.value: segment.icon for segment in segments if segment.icon}
        for segment in segments:
            self._add(segment)
        if segments:
            self.set_value(value if value is not None else segments[0].value)

    def value(self) -> str:
        """Return the chosen value, "" when nothing is chosen."""
        checked = self._group.checkedButton()
        return next((key for key, button in self._buttons.items() if button is checked), "")

    def set_value(self, value: str) -> None:
        """Choose a value without a signal; an unknown one is ignored."""
        button = self._buttons.get(value)
        if button is not None:
            button.setChecked(True)
        self._refresh_icons()

    def button(self, value: str) -> QPushButton:
        """Return the button of a value (for focus and tests). Raises KeyError."""
        return self._buttons[value]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons come and go with the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self._layout.contentsMargins()
        wanted = margins.left() + margins.right()
        wanted += self._layout.spacing() * (len(self._buttons) - 1)
        wanted += sum(button.minimumSizeHint().width() for button in self._buttons.values())
        wanted += len(self._icons) * (theme().px(_ICON_PX) + theme().px(4) + _ICON_GAP)
        has_icons = wanted <= self.width()
        if has_icons != self._has_icons:
            self._has_icons = has_icons
            self._refresh_icons()

    def _add(self, segment: Segment) -> None:
        button = _Segment(segment.label, self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAutoExclusive(True)  # that makes it a radio button to assistive technology
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        describe(
            button,
            name=f"{self.objectName()}-{segment.value}",
            accessible=f"{self.accessibleName()}: {segment.label}".lstrip(": "),
            tooltip=segment.tooltip,
        )
        self._buttons[segment.value] = button
        self._group.addButton(button)
        self._layout.addWidget(button)

    def _refresh_icons(self) -> None:
        for value, icon in self._icons.items():
            button = self._buttons.get(value)
            if button is None:
                continue
            if self._has_icons:
                color = "text.primary" if button.isChecked() else "text.secondary"
                set_icon(button, icon, color, _ICON_PX)
            else:
                set_icon(button, "")
