"""What happens before a run that costs much: when the user is asked, and what may be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from mediadesk.ui.panes.settings.budget_row import limit_text
from mediadesk.ui.panes.settings.rows import SettingsGroup
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.field import Field, line_edit

if TYPE_CHECKING:
    from mediadesk.domain.projects import CapUse

AMOUNT_WIDTH, CHOICE_WIDTH = 96, 160


class ExpensiveRun(SettingsGroup):
    """``typed``: the limit for one run; ``never_chosen``: whether no budget may be passed."""

    typed = Signal(str)
    never_chosen = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        ask = tr("Ask me when one run may cost more than")
        self._edit = line_edit(ask, name=name)
        self._edit.setPlaceholderText(tr("Never ask"))
        self._edit.editingFinished.connect(self._on_typed)
        self._text = ""
        self.field = Field("", self._edit)
        self.field.setFixedWidth(theme().px(AMOUNT_WIDTH))
        self.add_row(ask, "", self.field)
        self.add_row(
            tr("When the price is not known"),
            tr("The run starts only with a limit of its own, which is held for it."),
            None,
        )
        self._going_over = QComboBox()
        describe(self._going_over, name="budget-going-over", accessible=tr("Going over a limit"))
        self._going_over.addItem(tr("Ask each time"), False)
        self._going_over.addItem(tr("Never allow"), True)
        self._going_over.setFixedWidth(theme().px(CHOICE_WIDTH))
        self._going_over.activated.connect(
            lambda index: self.never_chosen.emit(bool(self._going_over.itemData(index)))
        )
        self.add_row(
            tr("Going over a limit"),
            tr("Where it is never allowed, nothing is sent until you raise the budget."),
            self._going_over,
        )

    def show_state(self, use: CapUse | None, *, is_never: bool) -> None:
        """Show what is set, except where somebody is typing."""
        self._going_over.setCurrentIndex(self._going_over.findData(is_never))
        if not (self._edit.hasFocus() and self._edit.isModified()):
            self._text = limit_text(use)
            self._edit.setText(self._text)
            self.field.clear_state()

    def _on_typed(self) -> None:
        self._edit.setModified(False)
        if self._edit.text().strip() != self._text:
            self._text = self._edit.text().strip()
            self.typed.emit(self._text)
