"""The bar that appears with a selection: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import counted

_LIBRARY = (
    ("Favourite", "favourite", "heart"),
    ("Use as input", "input", "corner-up-left"),
    ("Move to project…", "move", "folder-input"),
    ("Save files…", "export", "download"),
    ("Delete", "delete", "trash-2"),
)
_TRASH = (("Restore", "restore", "archive-restore"),)


class SelectionBar(QWidget):
    """``wanted`` carries the name of an action."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="selection-bar", accessible="Selection")
        set_style(self, surface="sidebar")
        self._is_trash = False
        self._count = role_label("", "strong")
        self._buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(6)
        row.addWidget(self._count)
        row.addStretch(1)
        for text, name, icon in (*_LIBRARY, *_TRASH):
            button = Button(text, kind="quiet", icon=icon, name=f"selection-{name}")
            button.clicked.connect(lambda _on=False, wish=name: self.wanted.emit(wish))
            self._buttons[name] = button
            row.addWidget(button)
        self.set_place("")
        self.hide()

    def set_place(self, place: str) -> None:
        """The trash offers only to restore."""
        self._is_trash = place == "trash"
        for name, button in self._buttons.items():
            button.setVisible((name == "restore") == self._is_trash)

    def show_count(self, count: int) -> None:
        """Show how many are selected; hide without any."""
        self._count.setText(f"{counted(count, 'item')} selected")
        self.setVisible(count > 0)

    def entries(self) -> list[tuple[str, str]]:
        """Words and names for a context menu."""
        return [(text, name) for text, name, _icon in (_TRASH if self._is_trash else _LIBRARY)]
