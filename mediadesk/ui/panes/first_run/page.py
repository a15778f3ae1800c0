"""What the three pages share: a column of fixed width with title, words and a row of buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.card import MessageBar, MessageKind
from mediadesk.ui.widgets.labels import role_label

PAGE_WIDTH = 560


class FirstRunPage(QWidget):
    """``body`` holds the page's own widgets; ``problem`` is the bar for what went wrong."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, surface="window")
        column = QWidget()
        column.setMaximumWidth(theme().px(PAGE_WIDTH))
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(role_label(title, "hero"))
        self.body.addSpacing(10)
        self.body.addWidget(role_label(text, "lead", wrap=True))
        self.body.addSpacing(24)
        self.problem = MessageBar(name="first-run-problem")
        self.problem.hide()
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(column, 20)
        centre.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 24, 32, 24)
        page.addStretch(1)
        page.addLayout(centre)
        page.addStretch(1)

    def show_problem(self, text: str, kind: MessageKind = "err") -> None:
        """Say what went wrong, or what was done; "" hides the bar."""
        if text:
            self.problem.show_message(text, kind)
        self.problem.setVisible(bool(text))
