"""What went wrong, whether money was spent, and what to do now: one card for each kind of error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.errors import Billed, ProviderErrorKind
from mediadesk.domain.money import format_usd
from mediadesk.ui.setting_words import parameter_label
from mediadesk.ui.support.icons import icon_pixmap, set_icon
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button, ButtonKind
from mediadesk.ui.widgets.card import Card, clear_layout
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.words import failure_title

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Attempt, Generation

WIDTH = 440
_K = ProviderErrorKind


Actions = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What usually helps (icon, words), and actions (words, name) for one kind of error."""

    help: tuple[tuple[str, str], ...] = ()
    actions: Actions = ((QT_TR_NOOP("Run again"), "retry"), (QT_TR_NOOP("Edit and retry"), "remix"))


_KEY = ((QT_TR_NOOP("Fix key"), "fix-key"), (QT_TR_NOOP("Run again"), "retry"))
_OTHER_MODEL = (
    (QT_TR_NOOP("Run again"), "retry"),
    (QT_TR_NOOP("Use another model"), "choose-model"),
)
_ADVICE: dict[str, Advice] = {
    _K.AUTH: Advice((("key-round", QT_TR_NOOP("Check the key, or add a new one")),), _KEY),
    _K.PERMISSION: Advice(
        (("key-round", QT_TR_NOOP("Another key or model may be allowed")),), _KEY
    ),
    _K.CREDIT: Advice(
        (("wallet", QT_TR_NOOP("Top up at the provider, or use another model")),), _OTHER_MODEL
    ),
    _K.RATE_LIMIT: Advice(
        (("clock", QT_TR_NOOP("Wait a little, or use another model")),), _OTHER_MODEL
    ),
    _K.BLOCKED: Advice(
        (
            (
                "pencil",
                QT_TR_NOOP("Reword what could be read as violence, a real person or a brand"),
            ),
            ("shuffle", QT_TR_NOOP("Try another model with the same prompt and settings")),
        ),
        ((QT_TR_NOOP("Edit prompt"), "remix"), (QT_TR_NOOP("Use another model"), "choose-model")),
    ),
    _K.NOT_FOUND: Advice((), ((QT_TR_NOOP("Pick another"), "choose-model"),)),
    _K.RETIRED: Advice((), ((QT_TR_NOOP("Pick another"), "choose-model"),)),
    _K.TOO_LARGE: Advice(
        (("scaling", QT_TR_NOOP("Use a smaller file")),), ((QT_TR_NOOP("Change inputs"), "remix"),)
    ),
    _K.OVERLOADED: Advice(
        (("clock", QT_TR_NOOP("It is often better minutes later")),), _OTHER_MODEL
    ),
    _K.SERVER: Advice((), _OTHER_MODEL),
    _K.TIMEOUT: Advice((), _OTHER_MODEL),
    _K.NETWORK: Advice(
        (("cloud-off", QT_TR_NOOP("Check the connection of this computer")),),
        ((QT_TR_NOOP("Run again"), "retry"),),
    ),
    _K.MALFORMED: Advice((), _OTHER_MODEL),
    _K.INTERRUPTED: Advice((), ((QT_TR_NOOP("Run again"), "retry"),)),
    _K.EXPIRED: Advice((), ((QT_TR_NOOP("Run again"), "retry"),)),
}


def money_words(generation: Generation, attempt: Attempt | None) -> str:
    """Whether money was spent; what the user found out comes first."""
    settled = attempt.settled_as if attempt is not None else None
    if generation.charged_micro:
        amount = format_usd(generation.charged_micro)
        return (
            tr("Settled: {amount} was charged.").format(amount=amount)
            if settled
            else tr("{amount} was charged.").format(amount=amount)
        )
    if settled:
        return tr("Settled: nothing was charged.")
    if attempt is not None and attempt.billed is Billed.CHARGED:
        return tr("It was charged.")
    if attempt is not None and attempt.billed is Billed.UNKNOWN:
        return tr("It is not known whether it was charged.")
    return tr("Nothing was charged.")


class FailedCard(Card):
    """The card in the middle of the stage. ``wanted`` carries an action's name."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=24, parent=parent)
        describe(self, name="failed-card", accessible=tr("What happened"))
        self._title = role_label("", "title", wrap=True)
        self._text = role_label("", "secondary", wrap=True)
        self._help = QVBoxLayout()
        self._help.setSpacing(8)
        self._buttons = FlowLayout(gap=8)
        self._divider = line()
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._title)
        words.addWidget(self._text)
        head.addLayout(words, 1)
        self.body.setSpacing(14)
        self.body.addLayout(head)
        self.body.addWidget(self._divider)
        self.body.addLayout(self._help)
        self.body.addLayout(self._buttons)

    def show_failure(
        self, generation: Generation, attempt: Attempt | None, model: ModelSpec | None = None
    ) -> None:
        """Show why a generation failed."""
        kind = (attempt.error_kind if attempt is not None else None) or generation.error_kind
        message = (attempt.error_message if attempt is not None else None) or (
            generation.error_message or ""
        )
        advice = _ADVICE.get(kind or "", Advice())
        self._title.setText(failure_title(kind))
        if attempt is not None and attempt.settled_as:
            message = ""  # it asks to find out what was found out since
        self._text.setText(f"{tr_sentence(message)} {money_words(generation, attempt)}".strip())
        self._fill_help(advice.help)
        actions = list(advice.actions)
        parameter = attempt.error_parameter if attempt is not None else None
        if parameter:
            label = parameter_label(model, parameter)
            actions.insert(
                0, (tr("Run without “{label}”").format(label=label), f"retry-without:{parameter}")
            )
        self._fill_buttons(actions)
        self._buttons.addWidget(self._details_button())

    def show_cancelled(self) -> None:
        """Show that a run was cancelled."""
        self._title.setText(tr("Cancelled"))
        self._text.setText(tr("Nothing arrived before it was cancelled."))
        self._fill_help(())
        self._fill_buttons([(tr("Run again"), "retry"), (tr("Edit and retry"), "remix")])

    def show_deleted(self) -> None:
        """Show that every result of a run is in the trash."""
        self._title.setText(tr("Deleted"))
        self._text.setText(tr("The results of this run are in Recently deleted."))
        self._fill_help(())
        self._fill_buttons(
            [(tr("Open Recently deleted"), "open-trash"), (tr("Run again"), "retry")]
        )

    def _fill_help(self, lines: tuple[tuple[str, str], ...]) -> None:
        clear_layout(self._help)
        self._divider.setVisible(bool(lines))
        if lines:
            self._help.addWidget(role_label(tr("What usually helps"), "subtitle"))
        for icon, text in lines:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(IconLabel(icon, side=14), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(role_label(tr(text), "prose", wrap=True), 1)
            self._help.addLayout(row)

    def _fill_buttons(self, actions: list[tuple[str, str]]) -> None:
        clear_layout(self._buttons)
        for number, (text, name) in enumerate(actions):
            kind: ButtonKind = "primary" if number == 0 else "standard"
            button = Button(
                tr(text), kind=kind, size="field", name=f"failed-{name.partition(':')[0]}"
            )
            button.clicked.connect(lambda _on=False, wish=name: self.wanted.emit(wish))
            self._buttons.addWidget(button)

    def _details_button(self) -> Button:
        """To what the provider said, and back."""
        button = Button(tr("Details"), kind="quiet", size="field", name="failed-details")
        button.setAccessibleName(tr("Details of what happened"))
        button.setToolTip(tr("Show or hide details"))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its arrow comes last
        set_icon(button, "chevron-right", size=14)
        button.clicked.connect(lambda: self.wanted.emit("details-key"))
        return button


class _Mark(QWidget):
    """A warning on a round soft ground."""

    def __init__(self) -> None:
        super().__init__()
        side = theme().px(36)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.width()
        fill_rounded(painter, QRectF(self.rect()), side / 2, theme().color("err.soft"))
        inner = theme().px(18)
        icon = icon_pixmap("triangle-alert", "err.text", inner, dpr=self.devicePixelRatioF())
        painter.drawPixmap((side - inner) // 2, (side - inner) // 2, icon)
