"""What is known of the chosen job: what it waits for, its steps, its request, the last answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.generation import AttemptState
from mediadesk.domain.money import format_usd
from mediadesk.ui.panes.activity.job_words import attempt_count
from mediadesk.ui.panes.activity.story_words import StepRow, answer_lines, headline, step_rows
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.card import Card, clear_layout
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label

if TYPE_CHECKING:
    from mediadesk.domain.generation import Attempt
    from mediadesk.ui.panes.activity.job_words import JobView
    from mediadesk.ui.panes.activity.view_model import Story

WIDTH = 340
_SIZES = ("size", "resolution", "aspect_ratio")
_TONES = {"warn", "err", "res"}


class JobDock(QWidget):
    """``wanted`` carries the name of a deed for the shown job; ``closed`` when it is dismissed."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        describe(self, name="activity-details", accessible=tr("Details of the job"))
        set_style(self, surface="window")
        self._title = ElideLabel("", "strong")
        self._told: object = None
        self._headline: QLabel | None = None
        self._attempt: Attempt | None = None
        close = IconButton("x", tr("Close the details"), name="close-details")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 8)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        inside = QWidget()
        set_style(inside, surface="window")
        inside.setLayout(self._body)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(tr("What is known of the job"))
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(scroll, 1)
        self.setFixedWidth(theme().px(WIDTH))

    def show_story(self, story: Story) -> None:
        """Show a job; what is the same as before stays, and with it the focus."""
        told = (story.view.generation, story.attempt, story.steps, story.view.chip[1])
        if told == self._told:
            return
        self._told = told
        self._headline = None
        self._title.setText(story.view.title)
        clear_layout(self._body)
        if story.view.chip[1] in _TONES:
            self._add_card(story)
        self._add_timeline(story)
        self._add_request(story)
        lines = answer_lines(story.steps, story.attempt)
        if lines:
            self._add_answer(lines)
        self._body.addStretch(1)

    def show_time(self, view: JobView) -> None:
        """Count down in the card of a job that waits."""
        if self._headline is not None and self._attempt is not None:
            self._headline.setText(headline(view, self._attempt)[0])

    # -------------------------------------------------------------------------------- parts

    def _add_card(self, story: Story) -> None:
        tone = story.view.chip[1]
        card = _ToneCard(tone)
        title, text = headline(story.view, story.attempt)
        self._attempt = story.attempt
        self._headline = role_label(title, "strong", wrap=True)
        set_style(self._headline, tone=tone)
        head = QHBoxLayout()
        head.addWidget(IconLabel(story.view.chip[2], f"{tone}.text"))
        head.addWidget(self._headline, 1)
        card.body.addLayout(head)
        card.body.addWidget(role_label(text, "secondary", wrap=True))
        acts = list(story.view.acts)
        if story.attempt.state is AttemptState.UNCERTAIN:
            acts.insert(1, ("not-charged", tr("It was not charged")))
        row = QHBoxLayout()
        row.setSpacing(6)
        for number, (name, words) in enumerate(acts):
            button = Button(
                words,
                kind="standard" if number < 2 else "quiet",
                size="small",
                name=f"details-{name}",
            )
            button.setAccessibleName(tr("{deed}, in the details").format(deed=words))
            button.clicked.connect(lambda _on=False, deed=name: self.wanted.emit(deed))
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        self._section().addWidget(card)

    def _section(self, title: str = "") -> QVBoxLayout:
        """A part, with its title, below a line over the whole width."""
        if self._body.count():
            self._body.addWidget(line())
        part = QVBoxLayout()
        part.setContentsMargins(14, 12, 14, 12)
        part.setSpacing(8)
        if title:
            part.addWidget(role_label(title, "label"))
        self._body.addLayout(part)
        return part

    def _add_timeline(self, story: Story) -> None:
        part = self._section(tr("Timeline"))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        steps = step_rows(story.steps, story.attempt)
        for number, step in enumerate(steps, start=1):
            rows.addWidget(_Step(step, is_last=number == len(steps)))
        part.addLayout(rows)

    def _add_request(self, story: Story) -> None:
        generation, names = story.view.generation, story.view.names
        facts = [
            (tr("Provider"), names.provider),
            (tr("Model"), names.model),
            (tr("Project"), names.project),
            (tr("Results"), str(generation.result_count)),
        ]
        size = next((generation.parameters.get(name) for name in _SIZES), None)
        if size is not None:
            facts.append((tr("Size"), str(size)))
        if generation.held_micro:
            held = tr("{amount} of the budget").format(amount=format_usd(generation.held_micro))
            facts.append((tr("Held"), held))
        if story.attempt.not_before is not None:
            facts.append((tr("Tries"), attempt_count(story.attempt)))
        if story.attempt.request_id:
            facts.append((tr("Request id"), story.attempt.request_id))
        part = self._section(tr("Request"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, theme().px(76))
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(role_label(name, "muted"), row, 0)
            grid.addWidget(ElideLabel(value), row, 1)
        part.addLayout(grid)

    def _add_answer(self, lines: list[str]) -> None:
        text = "\n".join(lines)
        part = self._section()
        head = QHBoxLayout()
        head.addWidget(role_label(tr("Last answer"), "label"), 1)
        copy = IconButton("copy", tr("Copy the last answer"), size="small", name="copy-answer")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        head.addWidget(copy)
        part.addLayout(head)
        card = Card(surface="canvas", padding=10)
        label = role_label(text, "mono", wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(label)
        part.addWidget(card)


class _Step(QWidget):
    """One step with its icon; a line leads on to the next."""

    def __init__(self, step: StepRow, *, is_last: bool) -> None:
        super().__init__()
        self._is_last = is_last
        self._icon = IconLabel(step.icon, step.color)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0 if is_last else 12)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(role_label(step.title))
        if step.detail:
            words.addWidget(role_label(step.detail, "prose", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(role_label(step.time, "muted"), 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line from the icon to the next one."""
        if self._is_last:
            return
        icon = self._icon.geometry()
        top = icon.bottom() + 3
        room = QRectF(icon.center().x(), top, 1, self.height() - top - 2)
        QPainter(self).fillRect(room, theme().color("border.default"))


class _ToneCard(QWidget):
    """A card on the soft colour of a status."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(8)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        look = theme()
        ink = look.color(f"{self._tone}.text", 1.0 if look.is_high_contrast else 0.25)
        soft = look.color(f"{self._tone}.soft")
        fill_rounded(QPainter(self), QRectF(self.rect()), 8, soft, ink)
