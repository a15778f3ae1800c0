"""The dialog of “Improve prompt”: which model, what it costs, then what it would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QTextEdit, QWidget

from mediadesk.domain.word_diff import Change, Piece
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, StateLine
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.improve_view_model import ImproveViewModel


class ImproveDialog(DialogBase):
    """Call ``open()``. ``accepted_text`` carries the new prompt once the user takes it."""

    accepted_text = Signal(str)

    def __init__(self, window: QWidget, view_model: ImproveViewModel) -> None:
        super().__init__(
            window,
            tr("Improve prompt"),
            text=tr(
                "A text model rewrites the prompt. It is a run like any other, with its price."
            ),
            icon="wand-sparkles",
            name="improve-dialog",
        )
        self._view_model = view_model
        self._text = ""
        self._models = QComboBox()
        describe(self._models, name="improve-model", accessible=tr("Text model"))
        for writer in view_model.writers:
            self._models.addItem(writer.label)
        self._price = role_label("", "strong")
        self._diff = QTextEdit()
        self._legend = role_label(
            tr("Struck through: left out. Underlined: new."), "caption", wrap=True
        )
        self._problem = StateLine(self)
        self._keep = Button(tr("Keep mine"), size="field", name="improve-keep")
        self._run = Button(tr("Improve"), size="field", name="improve-run")
        self._take = PrimaryButton(tr("Use the new prompt"), size="default", name="improve-take")
        self._build()
        self._connect()
        view_model.choose(0)

    def _build(self) -> None:
        self.body.addWidget(Field(tr("Text model"), self._models))
        self.body.addWidget(self._price)
        describe(self._diff, name="improve-diff", accessible=tr("What would change"))
        self._diff.setReadOnly(True)
        self._diff.setTabChangesFocus(True)
        self._diff.setFixedHeight(theme().px(190))
        self.body.addWidget(self._diff)
        self.body.addWidget(self._legend)
        self.body.addWidget(self._problem)
        self.add_button(self._keep, result=0)
        self.add_button(self._run)
        self.add_button(self._take)
        for part in (self._diff, self._legend, self._take):
            part.hide()
        self._run.setEnabled(False)
        self._models.setFocus()

    def _connect(self) -> None:
        view_model = self._view_model
        self._models.currentIndexChanged.connect(view_model.choose)
        self._run.clicked.connect(view_model.run)
        self._take.clicked.connect(self._on_take)
        view_model.priced.connect(self._show_price)
        view_model.running.connect(self._show_running)
        view_model.refused.connect(lambda text: self._problem.show_text(text, "error"))
        view_model.improved.connect(self._show_change)

    def _show_price(self, words: str, may_run: bool) -> None:
        self._price.setText(tr("Price: {price}").format(price=words) if words else "")
        self._run.setEnabled(may_run)
        named = tr("Improve, {price}").format(price=words)
        self._run.setAccessibleName(named)
        if words:
            self._problem.show_text("")

    def _show_running(self, on: bool) -> None:
        self._run.setEnabled(not on)
        self._models.setEnabled(not on)
        self._run.setText(tr("Improving") if on else tr("Improve again"))
        if on:
            self._problem.show_text("")

    def _show_change(self, pieces: Sequence[Piece], text: str) -> None:
        self._text = text
        self._diff.clear()
        cursor = QTextCursor(self._diff.document())
        for piece in pieces:
            cursor.insertText(piece.text, _format(piece.change))
        self._diff.moveCursor(QTextCursor.MoveOperation.Start)
        for part in (self._diff, self._legend, self._take):
            part.show()
        self.adjust()
        self._take.setFocus()

    def _on_take(self) -> None:
        self.accepted_text.emit(self._text)
        self.accept()


def _format(change: Change) -> QTextCharFormat:
    """Never by colour alone."""
    look = theme()
    found = QTextCharFormat()
    if change is Change.REMOVED:
        found.setFontStrikeOut(True)
        found.setForeground(look.color("err.text"))
    elif change is Change.ADDED:
        found.setFontUnderline(True)
        found.setForeground(look.color("ok.text"))
    else:
        found.setForeground(look.color("text.primary"))
    return found
