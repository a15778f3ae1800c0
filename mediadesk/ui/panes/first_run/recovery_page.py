"""Page 2: the recovery key, shown once, with two groups typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from mediadesk.ui.panes.first_run.page import FirstRunPage
from mediadesk.ui.panes.first_run.view_model import CHECKED_GROUPS, Step
from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.secret_copy import CLIPBOARD_SECONDS
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import Card, MessageBar, clear_layout
from mediadesk.ui.widgets.field import line_edit
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel


class RecoveryPage(FirstRunPage):
    """``copy_wanted`` and ``save_wanted`` are granted by the pane."""

    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, view_model: FirstRunViewModel) -> None:
        super().__init__(
            tr("Save the recovery key"),
            tr(
                "If you forget the passphrase or the keyring is lost, this key opens the library. "
                "mediadesk cannot recover it for you."
            ),
        )
        self._view_model = view_model
        self._groups = Card(padding=16)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(8)
        self._groups.body.addLayout(self._grid)
        self._typed = [
            line_edit(
                tr("Group {number}").format(number=number),
                placeholder=tr("Group {number}").format(number=number),
                name=f"group-{number}",
            )
            for number in CHECKED_GROUPS
        ]
        self._next = PrimaryButton(tr("Continue"), name="first-run-continue")
        self._ticks = [_tick(edit) for edit in self._typed]
        self._build()
        for edit in self._typed:
            edit.setProperty("role", "mono")
            edit.textEdited.connect(self._check)
            edit.returnPressed.connect(self._next.click)
        view_model.failed.connect(self.show_problem)
        view_model.code_saved.connect(lambda text: self.show_problem(text, "ok"))
        self._check()

    def show_code(self) -> None:
        """Lay out the groups of the recovery key that was just made."""
        clear_layout(self._grid)
        for index, group in enumerate(self._view_model.recovery_groups):
            row, column = divmod(index, 4)
            number = role_label(str(index + 1), "caption")
            words = role_label(group)
            words.setFont(theme().font("dialog", "medium", mono=True))
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(
                tr("Group {index}: {join}").format(index=index + 1, join=" ".join(group))
            )
            self._grid.addWidget(number, row, column * 2, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(words, row, column * 2 + 1)
            self._grid.setColumnStretch(column * 2 + 1, 1)

    def _build(self) -> None:
        self.body.addWidget(self._groups)
        self.body.addSpacing(12)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        copy = Button(tr("Copy"), icon="copy", name="recovery-copy")
        copy.clicked.connect(self.copy_wanted)
        save = Button(tr("Save as file"), icon="file-down", name="recovery-save")
        save.clicked.connect(self.save_wanted)
        tools.addWidget(copy)
        tools.addWidget(save)
        tools.addStretch(1)
        tools.addWidget(
            role_label(
                tr("Clipboard clears in {clipboard_seconds} s").format(
                    clipboard_seconds=CLIPBOARD_SECONDS
                ),
                "muted",
            )
        )
        self.body.addLayout(tools)
        self.body.addSpacing(20)
        asked = " and ".join(str(number) for number in CHECKED_GROUPS)
        self.body.addWidget(
            role_label(
                tr("To be sure you have it, type groups {asked}").format(asked=asked), "label"
            )
        )
        self.body.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(12)
        for edit in self._typed:
            row.addWidget(edit, 3)
        row.addWidget(
            role_label(tr("Capital letters and dashes do not matter"), "muted", wrap=True), 4
        )
        self.body.addLayout(row)
        self.body.addSpacing(18)
        self.body.addWidget(
            MessageBar(
                tr("Keep it apart from this computer: in a password manager or on paper."), "warn"
            )
        )
        self.body.addSpacing(10)
        self.body.addWidget(self.problem)
        self.body.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        later = Button(tr("Do this later"), kind="quiet", name="first-run-later")
        later.clicked.connect(self._view_model.finish)
        buttons.addWidget(later)
        buttons.addWidget(self._next)
        self._next.clicked.connect(lambda: self._view_model.show_step(Step.PROVIDER))
        self.body.addLayout(buttons)

    def _check(self) -> None:
        typed = [edit.text() for edit in self._typed]
        right = self._view_model.confirms(typed)
        for edit, tick, ok in zip(self._typed, self._ticks, right, strict=False):
            tick.setVisible(ok and bool(edit.text()))
        self._next.setEnabled(bool(right) and all(right))


def _tick(edit: QLineEdit) -> QAction:
    tick = QAction(edit)
    tick.setText(tr("This group is right"))
    set_icon(tick, "check", "ok.text")
    edit.addAction(tick, QLineEdit.ActionPosition.TrailingPosition)
    tick.setVisible(False)
    return tick
