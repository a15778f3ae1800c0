"""The buttons of one row: real widgets over the list, so that Tab and screen readers find them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.domain.endings import cancel_words
from mediadesk.ui.panes.activity.delegate import ACTS_WIDTH
from mediadesk.ui.panes.activity.item_model import Group
from mediadesk.ui.panes.activity.job_words import JobView, waits
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.words import first_line

_BUTTON_EDGES = 24
"""What a small button needs beside its words, with the gap to the next."""


class RowActions(QWidget):
    """At most two buttons and a menu. ``wanted`` carries the name of a deed."""

    wanted = Signal(str)
    menu_wanted = Signal(object)
    clear_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)

    def show_job(self, view: JobView, *, is_current: bool) -> None:
        """Offer what can be done with a job; only the current row's buttons are Tab stops."""
        has_menu = waits(view.generation) or len(view.acts) > 2 or not self._fit(view.acts)
        due = tr_sentence(cancel_words(view.generation))
        key = (view.generation.id, view.acts, has_menu, due)
        if key != self._shown:
            self._shown = key
            clear_layout(self._row)
            self._row.addStretch(1)
            title = first_line(view.generation.prompt, 40)
            acts = view.acts[:1] if has_menu else view.acts[:2]
            for number, (name, words) in enumerate(acts):
                added = self._add(name, words, title, is_quiet=number > 0)
                if name in ("cancel", "stop"):
                    added.setToolTip(due)
                    added.setAccessibleDescription(due)
            if has_menu:
                more = IconButton(
                    "ellipsis",
                    tr("More for {title}").format(title=title),
                    size="small",
                    name=f"more-{view.generation.id}",
                )
                more.clicked.connect(lambda: self.menu_wanted.emit(more))
                self._row.addWidget(more)
        policy = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        for button in self.findChildren(QWidget):
            button.setFocusPolicy(policy)

    def _fit(self, acts: Sequence[tuple[str, str]]) -> bool:
        """Whether the words of two buttons have room; they differ much between languages."""
        metrics = QFontMetrics(theme().font("meta", "medium"))
        words = sum(metrics.horizontalAdvance(text) for _name, text in acts)
        return words + len(acts) * theme().px(_BUTTON_EDGES) <= theme().px(ACTS_WIDTH)

    def show_head(self, group: Group) -> None:
        """Offer to clear a group."""
        if self._shown == group:
            return
        self._shown = group
        clear_layout(self._row)
        self._row.addStretch(1)
        clear = Button(tr("Clear list"), kind="link", size="small", name=f"clear-{group.name}")
        clear.setAccessibleName(tr("Clear the list: {group}").format(group=tr(group.title)))
        clear.clicked.connect(lambda: self.clear_wanted.emit(group.cleared))
        self._row.addWidget(clear)

    def _add(self, name: str, words: str, title: str, *, is_quiet: bool) -> Button:
        button = Button(
            words, kind="quiet" if is_quiet else "standard", size="small", name=f"job-{name}"
        )
        button.setAccessibleName(tr("{deed}: {title}").format(deed=words, title=title))
        button.clicked.connect(lambda: self.wanted.emit(name))
        self._row.addWidget(button)
        return button
