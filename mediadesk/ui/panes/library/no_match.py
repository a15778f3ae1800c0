"""Nothing fits all filters: which one to take away, and how much that would find."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.ui.panes.library.filters import Suggestion
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import Card, clear_layout
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label

WIDTH = 420


class NoMatch(QWidget):
    """``removed`` carries the name of a filter; ``cleared``: take all away."""

    removed = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = tr("Nothing matches all of these")
        describe(self, name="library-no-match", accessible=title)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = role_label(title, "title")
        self._text = role_label("", "secondary")
        self._card = Card(padding=0)
        self._card.body.setSpacing(0)
        self._card.setFixedWidth(theme().px(WIDTH))
        self._found: tuple[Suggestion, ...] | None = None
        clear = Button(tr("Clear all filters"), name="no-match-clear", on_click=self.cleared.emit)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._icon)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(self._title, 0, centre)
        layout.addWidget(self._text, 0, centre)
        layout.addSpacing(8)
        layout.addWidget(self._card, 0, centre)
        layout.addSpacing(8)
        layout.addWidget(clear, 0, centre)
        layout.addStretch(1)
        self.show_suggestions(())
        self._paint_icon()
        theme().changed.connect(self._paint_icon)

    def show_suggestions(self, found: Sequence[Suggestion]) -> None:
        """Say what taking one filter away would find; nothing: only that nothing fits.

        The same again leaves the rows alone, so that a press on one of them is not lost.
        """
        if tuple(found) == self._found:
            return
        self._found = tuple(found)
        clear_layout(self._card.body)
        for number, one in enumerate(found):
            if number:
                self._card.body.addWidget(line())
            self._card.body.addWidget(self._row(one))
        self._card.setVisible(bool(found))
        words = tr("Removing one filter would find something:")
        self._text.setText(words if found else tr("Try fewer words or filters."))

    def _row(self, one: Suggestion) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(role_label(tr("Without")))
        row.addWidget(ElideLabel(one.words, "strong"), 1)
        row.addWidget(role_label(tr("%Ln item(s)", n=one.count), "muted"))
        remove = Button(tr("Remove"), kind="quiet", size="small", name=f"remove-{one.name}")
        remove.setAccessibleName(tr("Remove {filter}").format(filter=one.words))
        remove.clicked.connect(partial(self.removed.emit, one.name))
        row.addWidget(remove)
        return box

    def _paint_icon(self) -> None:
        self._icon.setPixmap(icon_pixmap("search-x", "text.tertiary", theme().px(32)))
