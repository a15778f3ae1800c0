"""A walk over what the window tells assistive technology, and what is wrong with it."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.window.look_walk import faint, small_targets

Role = QAccessible.Role
LAID_OUT_S = 0.1
_ROWS = 40
"""Of a long list, so many rows are looked at."""
_MUTE = {Role.NoRole, Role.Client, Role.Pane, Role.LayeredPane, Role.Border, Role.Whitespace}
"""Roles that say nothing of what a control is."""
_ALIKE = {Role.ListItem, Role.Cell, Role.TreeItem, Role.ColumnHeader, Role.RowHeader}
"""Rows are told apart by their place in the list."""
_OBJECT_NAME = re.compile(r"^[a-z0-9]+([-_][a-z0-9]+)+$")


@dataclass(frozen=True)
class Told:
    """One thing as it is told."""

    role: Role
    name: str
    is_control: bool
    is_focusable: bool
    owner: str


def told_by(root: QWidget) -> list[Told]:
    """Everything that shows in a widget."""
    return list(_walk(QAccessible.queryAccessibleInterface(root)))


def shown_windows() -> list[QWidget]:
    """The window and the popups over it; only the dialog where one is open."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QWidget):
        return [dialog]
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def complaints(page: str, told: Iterable[Told]) -> list[str]:
    """What is wrong, in words."""
    controls = [one for one in told if one.is_control]
    found = [f"{page}: no name: {one.role.name} {one.owner}" for one in controls if not one.name]
    found += [
        f"{page}: no words: {one.role.name} {one.name!r}"
        for one in controls
        if _OBJECT_NAME.match(one.name) and one.role not in _ALIKE  # ids of models are data
    ]
    found += [
        f"{page}: says nothing of what it is: {one.role.name} {one.name!r} {one.owner}"
        for one in controls
        if one.role in _MUTE
    ]
    names = Counter((one.role, one.name) for one in controls if one.role not in _ALIKE)
    found += [
        f"{page}: {count} times {role.name} {name!r}"
        for (role, name), count in names.items()
        if count > 1 and name
    ]
    return found


def heard(page: str) -> list[str]:
    """What is told wrong of all that shows."""
    return [one for root in shown_windows() for one in complaints(page, told_by(root))]


async def met(page: str) -> list[str]:
    """What is told wrong, painted too faintly, or too small to hit."""
    await asyncio.sleep(LAID_OUT_S)
    seen = {one for root in shown_windows() for one in (*faint(root), *small_targets(root))}
    return [*heard(page), *sorted(f"{page}: {one}" for one in seen)]


def _walk(interface: QAccessibleInterface) -> Iterator[Told]:
    state = interface.state()
    if state.invisible:
        return
    thing = interface.object()
    is_pressable = interface.role() in (Role.Button, Role.CheckBox, Role.RadioButton)
    # the rest of a row of the grid behind its last cell
    is_empty = interface.role() == Role.Cell and not state.selectable
    owner = f"{type(thing).__name__} {thing.objectName()!r}" if thing else ""
    yield Told(
        interface.role(),
        interface.text(QAccessible.Text.Name),
        (bool(state.focusable) and not is_empty) or is_pressable,
        bool(state.focusable),
        owner,
    )
    for index in range(min(interface.childCount(), _ROWS)):
        yield from _walk(interface.child(index))
