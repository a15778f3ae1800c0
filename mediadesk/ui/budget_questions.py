"""Asks the user where a budget refuses, whoever wished for the runs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mediadesk.ui.dialogs.budget_dialog import BudgetDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mediadesk.ui.over_budget import Answer, BudgetGate, Question


class BudgetQuestions(QObject):
    """One dialog for each question; it goes where the question is taken back, as by a lock."""

    def __init__(self, gate: BudgetGate, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        gate.asked.connect(self._ask)

    def _ask(self, question: Question) -> None:
        dialog = BudgetDialog(self._window, question.over)

        def close_if_taken_back(done: asyncio.Future[Answer | None]) -> None:
            if done.cancelled():
                dialog.reject()

        dialog.answered.connect(question.settle)
        dialog.finished.connect(lambda _result: question.settle(None))
        dialog.finished.connect(dialog.deleteLater)
        question.answer.add_done_callback(close_if_taken_back)
        dialog.open()
