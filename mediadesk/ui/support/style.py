"""Dynamic properties of the stylesheet contract, and words for a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def set_style(widget: QWidget, **properties: str | bool | None) -> None:
    """Set style properties (``kind``, ``btnSize``, ``role``, ``state`` …) and polish again.

    None clears a property. ``surface`` also makes the widget paint its styled background.
    """
    is_changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            is_changed = True
    if properties.get("surface"):
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    if is_changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def describe(widget: QWidget, *, name: str, accessible: str = "", tooltip: str = "") -> None:
    """Give a widget its object name, accessible name and tooltip in one line."""
    widget.setObjectName(name)
    if accessible:
        widget.setAccessibleName(accessible)
    if tooltip:
        widget.setToolTip(tooltip)
