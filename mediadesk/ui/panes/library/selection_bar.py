"""The bar that appears with a selection: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.keycaps import Keycaps
from mediadesk.ui.widgets.labels import divider, role_label

_LIBRARY = (
    (QT_TR_NOOP("Favourite"), "favourite", "heart"),
    (QT_TR_NOOP("Rate"), "rate", "star"),
    (QT_TR_NOOP("Tag"), "tag", "tag"),
    (QT_TR_NOOP("Move"), "move", "folder-input"),
    (QT_TR_NOOP("Export"), "export", "download"),
    (QT_TR_NOOP("Compare"), "compare", "columns-2"),
    (QT_TR_NOOP("As input"), "input", "corner-up-left"),
    (QT_TR_NOOP("Delete"), "delete", "trash-2"),
)
_EXPORTS = [
    (QT_TR_NOOP("Export with recipe"), "export-marked"),
    (QT_TR_NOOP("Export without metadata"), "export-clean"),
]
_TRASH = ((QT_TR_NOOP("Restore"), "restore", "archive-restore"),)


class SelectionBar(QWidget):
    """``wanted`` carries the name of an action; ``cleared``: select nothing."""

    wanted = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="selection-bar", accessible=tr("Selection"))
        set_style(self, surface="bar")
        # What has no room is left out, so the row does not widen the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._is_trash = False
        self._is_narrow = False
        self._count = role_label("", "strong")
        self._facts = role_label("", "muted")
        self._buttons: dict[str, Button] = {}
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 11, 16, 11)
        row.setSpacing(6)
        row.addWidget(self._count)
        row.addWidget(self._facts)
        row.addStretch(1)
        self._edges = [divider(), divider()]
        for text, name, icon in (*_LIBRARY, *_TRASH):
            if name == "delete":
                row.addWidget(self._edges[0])
            button = Button(tr(text), kind="quiet", icon=icon, name=f"selection-{name}")
            if name == "delete":
                set_style(button, state="danger")
                set_icon(button, icon, "err.text")
            button.clicked.connect(lambda _on=False, wish=name: self.wanted.emit(wish))
            self._buttons[name] = button
            row.addWidget(button)
        clear = Button(
            tr("Clear"), kind="quiet", name="selection-clear", tooltip=tr("Select nothing (Esc)")
        )
        clear.clicked.connect(self.cleared)
        self._key = Keycaps("Esc")
        for part in (self._edges[1], clear, self._key):
            row.addWidget(part)
        self.set_place("")
        self.hide()

    def set_place(self, place: str) -> None:
        """The trash offers only to restore."""
        self._is_trash = place == "trash"
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what the context menu has, too."""
        self._is_narrow = narrow
        self._fit()

    def show_count(self, count: int) -> None:
        """Show how many are selected; hide without any."""
        self._count.setText(tr("{count} selected").format(count=number(count)))
        self._facts.setText("")
        self.setVisible(count > 0)
        self._fit()

    def show_facts(self, words: str) -> None:
        """Show size and cost of what is selected."""
        self._facts.setText(words)
        self._fit()

    def button(self, name: str) -> Button:
        """The button of an action, to open a menu at."""
        return self._buttons[name]

    def entries(self) -> list[tuple[str, str]]:
        """Words and names for a context menu."""
        if self._is_trash:
            return [(tr(text), name) for text, name, _icon in _TRASH]
        entries = [(tr(text), name) for text, name, _icon in _LIBRARY]
        at = entries.index((tr("Export"), "export")) + 1
        return [*entries[:at], *((tr(text), name) for text, name in _EXPORTS), *entries[at:]]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what the context menu and the details have, too, until the rest has room."""
        for name, button in self._buttons.items():
            button.setVisible((name == "restore") == self._is_trash)
        self._facts.setVisible(not self._is_narrow)
        self._edges[0].setVisible(not self._is_trash)
        self._key.setVisible(not self._is_narrow)
        rare = (self._buttons["input"], self._buttons["compare"])
        for part in (*rare, self._key, self._facts):
            if self._row.sizeHint().width() > self.width():
                part.hide()
