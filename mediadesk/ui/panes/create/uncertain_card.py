"""A run of unknown outcome: look it up, say what it cost, or send it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import Attempt, Generation
from mediadesk.domain.money import format_usd, parse_usd
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
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
        describe(self, name="uncertain-card", accessible="Outcome unknown")
        self.setFixedWidth(theme().px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._attempt: Attempt | None = None
        self._text = role_label("", "secondary", wrap=True)
        self._amount = line_edit("Amount charged, in US dollars", name="settle-amount")
        self._field = Field("Amount on the bill (USD)", self._amount)
        self._build()

    def show_attempt(self, generation: Generation, attempt: Attempt, count: int) -> None:
        """Show an attempt; ``count`` of its generation are open."""
        self._attempt = attempt
        held = ""
        if attempt.hold_micro:
            held = f", and {format_usd(attempt.hold_micro)} stays held until it is settled"
        why = attempt.error_message or "It was sent, and no answer is known."
        more = f" {count} runs are open; this is the first." if count > 1 else ""
        self._text.setText(f"{why} It is not sent again by itself{held}.{more}")
        self._amount.setText(
            ""
            if not attempt.hold_micro
            else f"{attempt.hold_micro / 1e6:.6f}".rstrip("0").rstrip(".")
        )
        self._field.clear_state()

    def _build(self) -> None:
        self.body.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Chip("Outcome unknown", "warn"))
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._text)
        first = QHBoxLayout()
        first.addWidget(self._button("Look up", "look-up", self._look_up, kind="primary"))
        first.addWidget(self._button("It was not charged", "not-charged", self._not_charged))
        first.addStretch(1)
        self.body.addLayout(first)
        self.body.addWidget(line())
        self.body.addWidget(self._field)
        second = QHBoxLayout()
        second.addWidget(self._button("It was charged", "charged", self._charged))
        second.addStretch(1)
        again = self._button("Send again", "send-again", self._send_again, kind="quiet")
        again.setToolTip("A new attempt. It may be billed twice.")
        second.addWidget(again)
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
            self._field.set_error(error.sentence())
            return
        self.settled.emit(self._attempt.id, micro)

    def _send_again(self) -> None:
        if self._attempt is not None:
            self.send_again_wanted.emit(self._attempt.id)
