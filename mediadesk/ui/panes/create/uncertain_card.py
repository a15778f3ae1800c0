"""A run of unknown outcome: look it up, say what it cost, or send it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import Attempt, AttemptState
from mediadesk.domain.money import parse_usd
from mediadesk.ui.panes.create.settling import explanation
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import Card
from mediadesk.ui.widgets.chip import Chip
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import line, role_label

WIDTH = 460


class UncertainCard(Card):
    """Settles one attempt. Amounts in micro-USD; ``settled`` (attempt id, amount or None)."""

    settled = Signal(object, object)
    look_up_wanted = Signal(object)
    send_again_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=24, parent=parent)
        describe(self, name="uncertain-card", accessible=tr("Outcome unknown"))
        self._attempt: Attempt | None = None
        self._count = 0
        self._chip = Chip(tr("Outcome unknown"), "warn")
        self._text = role_label("", "secondary", wrap=True)
        self._look = self._button(tr("Look up"), "look-up", self._look_up, kind="primary")
        self._again = self._button(tr("Send again"), "send-again", self._send_again, kind="quiet")
        self._amount = line_edit(tr("Amount charged, in US dollars"), name="settle-amount")
        self._amount.returnPressed.connect(self._charged)
        self._field = Field(tr("Amount on the bill (USD)"), self._amount)
        self._build()

    def show_attempt(self, attempt: Attempt, count: int) -> None:
        """Show an attempt; ``count`` of its generation are open."""
        if (attempt, count) == (self._attempt, self._count):
            return  # what is being typed stays
        self._attempt, self._count = attempt, count
        is_unknown = attempt.state is AttemptState.UNCERTAIN
        words = tr("Outcome unknown") if is_unknown else tr("Cost not known")
        self._chip.set_status(words, "warn", "triangle-alert")
        self._text.setText(explanation(attempt, count))
        self._look.setVisible(is_unknown)
        self._again.setVisible(attempt.can_be_repeated)
        self._amount.setText(
            ""
            if not attempt.hold_micro
            else f"{attempt.hold_micro / 1e6:.6f}".rstrip("0").rstrip(".")
        )
        self._field.clear_state()

    def _build(self) -> None:
        self.body.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._chip)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._text)
        first = QHBoxLayout()
        first.addWidget(self._look)
        first.addWidget(self._button(tr("It was not charged"), "not-charged", self._not_charged))
        first.addStretch(1)
        self.body.addLayout(first)
        self.body.addWidget(line())
        self.body.addWidget(self._field)
        second = QHBoxLayout()
        second.addWidget(self._button(tr("It was charged"), "charged", self._charged))
        second.addStretch(1)
        self._again.setToolTip(tr("A new attempt. It may be billed twice."))
        second.addWidget(self._again)
        self.body.addLayout(second)

    def _button(self, text: str, name: str, slot: object, *, kind: str = "standard") -> Button:
        button = Button(text, kind=kind, size="field", name=f"settle-{name}")  # type: ignore[arg-type]
        button.clicked.connect(slot)
        return button

    def _look_up(self) -> None:
        if self._attempt is not None:
            self.look_up_wanted.emit(self._attempt.id)

    def _not_charged(self) -> None:
        if self._attempt is not None:
            self.settled.emit(self._attempt.id, None)

    def _charged(self) -> None:
        if self._attempt is None:
            return
        try:
            micro = parse_usd(self._amount.text())
        except UsageError as error:
            self._field.set_error(tr_sentence(error.sentence()))
            return
        self.settled.emit(self._attempt.id, micro)

    def _send_again(self) -> None:
        if self._attempt is not None:
            self.send_again_wanted.emit(self._attempt.id)
