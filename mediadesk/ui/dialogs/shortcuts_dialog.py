"""Every key of the window on one page, from the one table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from mediadesk.ui.actions import ALL_ACTIONS
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import role_label

HEIGHT = 420


class ShortcutsDialog(DialogBase):
    """Actions by group with their keys."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            "Keyboard shortcuts",
            text="Single keys work while no text field has the focus.",
            icon="keyboard",
            name="shortcuts-dialog",
        )
        table = QWidget()
        table.setProperty("bare", True)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setVerticalSpacing(6)
        row = 0
        group = ""
        for spec in ALL_ACTIONS:
            if not spec.keys:
                continue
            if spec.group != group:
                group = spec.group
                grid.addWidget(role_label(group, "label"), row, 0)
                row += 1
            native = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(role_label(spec.text), row, 0)
            grid.addWidget(role_label(native, "mono"), row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
        scroll = QScrollArea()
        describe(scroll, name="shortcuts", accessible="Keyboard shortcuts")
        scroll.setWidget(table)
        scroll.setWidgetResizable(True)
        scroll.setFixedHeight(theme().px(HEIGHT))
        self.body.addWidget(scroll)
        self.add_button(Button("Close", name="shortcuts-close"), result=0)
