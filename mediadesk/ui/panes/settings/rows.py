"""What settings pages are made of: page head, groups, rows of label, help and control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.card import Card
from mediadesk.ui.widgets.labels import line, role_label

PAGE_WIDTH = 800
WORDS_WIDTH = 200


class SettingsPage(QScrollArea):
    """A page with a title; ``body`` takes groups, ``head`` an action at the right."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        ground = QWidget()
        set_style(ground, surface="window")
        column = QWidget()
        self._column = column
        theme().changed.connect(self._refresh)
        self._refresh()
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(role_label(title, "page"))
        words.addWidget(role_label(text, "secondary", wrap=True))
        self.head.addLayout(words, 1)
        self.body.addLayout(self.head)
        self.body.addSpacing(16)
        row = QHBoxLayout(ground)
        row.setContentsMargins(24, 24, 24, 32)
        row.addStretch(1)
        row.addWidget(column, 30, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.setWidget(ground)

    def _refresh(self) -> None:
        self._column.setMaximumWidth(theme().px(PAGE_WIDTH))

    def add_group(self, title: str = "", group: SettingsGroup | None = None) -> SettingsGroup:
        """Add a bordered group under a heading; an empty one unless it is given."""
        if title:
            self.body.addSpacing(8)
            self.body.addWidget(role_label(title, "strong"))
            self.body.addSpacing(8)
        group = SettingsGroup() if group is None else group
        self.body.addWidget(group)
        self.body.addSpacing(16)
        return group


class SettingsRow(QWidget):
    """Label and help at the left, the control at the right, or below where there is no room."""

    def __init__(self, label: str, help_text: str, control: QWidget | None) -> None:
        super().__init__()
        self._control = control
        words = QVBoxLayout()
        words.setSpacing(2)
        name = role_label(label, wrap=True)
        words.addWidget(name)
        if help_text:
            words.addWidget(role_label(help_text, "muted", wrap=True))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(16, 10, 16, 10)
        self._layout.addLayout(words, 1)
        if control is not None:
            name.setBuddy(control)
            self._layout.addWidget(control)
        self.setMinimumHeight(theme().px(52))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control where there is room for it."""
        super().resizeEvent(event)
        if self._control is None:
            return
        needed = self._control.sizeHint().width() + theme().px(WORDS_WIDTH)
        fold(self._layout, is_folded=self.width() < needed)
        self._layout.setAlignment(
            self._control,
            Qt.AlignmentFlag.AlignLeft if self.width() < needed else Qt.AlignmentFlag.AlignVCenter,
        )


def fold(layout: QBoxLayout, *, is_folded: bool) -> None:
    """Lay parts out below one another, or in a row."""
    below, row = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    layout.setDirection(below if is_folded else row)
    layout.setSpacing(8 if is_folded else 16)


class SettingsGroup(Card):
    """Rows with a line between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(surface="group", padding=0, parent=parent)
        self.body.setSpacing(0)

    def add_row(self, label: str, help_text: str, control: QWidget | None) -> None:
        """Add label and help at the left, the control at the right."""
        self.add_widget(SettingsRow(label, help_text, control))

    def add_widget(self, widget: QWidget) -> QWidget | None:
        """Add any widget as a row of its own; returns the line above it, None for the first."""
        above = line() if self.body.count() else None
        if above is not None:
            self.body.addWidget(above)
        self.body.addWidget(widget)
        return above
