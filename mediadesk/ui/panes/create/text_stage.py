"""A text on the stage: live while it is written, rendered or as source when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.find_bar import FindBar
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.widgets.link_dialog import LinkDialog
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.words import cost_words, duration, marked_cost

if TYPE_CHECKING:
    from mediadesk.domain.events import TextStreamed
    from mediadesk.domain.generation import Generation


class TextStage(QWidget):
    """Wraps the text view with finding, the choice rendered or source, tokens and words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="text-stage", accessible=tr("Text"))
        set_style(self, surface="window")
        self._streaming: UUID | None = None
        self._length = 0
        self._view = TextView()
        self._find = FindBar(self._view)
        self.mode = SegmentedControl(
            [Segment("rendered", tr("Rendered")), Segment("source", tr("Source"))],
            label=tr("Show the text"),
            name="text-mode",
            is_small=True,
        )
        self.mode.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tokens, self._cost = role_label("", "muted"), ElideLabel("", "muted")
        self._cost.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count = role_label("", "muted")
        facts = QHBoxLayout()
        facts.setContentsMargins(16, 9, 16, 9)
        facts.setSpacing(14)
        facts.addWidget(self._tokens)
        facts.addWidget(self._count)
        facts.addWidget(self._cost, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._find)
        layout.addWidget(self._view, 1)
        layout.addWidget(line())
        layout.addLayout(facts)
        self.setFocusProxy(self._view)
        self.mode.value_changed.connect(
            lambda value: self._view.set_shows_source(value == "source")
        )
        self._view.link_activated.connect(lambda address: LinkDialog(self, address).open())

    def source_text(self) -> str:
        """The whole text as it was written."""
        return self._view.source_text()

    def plain_text(self) -> str:
        """The text without the marks of Markdown."""
        document = QTextDocument()
        document.setMarkdown(self.source_text(), QTextDocument.MarkdownFeature.MarkdownNoHTML)
        return document.toPlainText()

    def show_facts(self, generation: Generation) -> None:
        """Tell tokens, cost, time and pace of the run."""
        given, made, took = generation.input_tokens, generation.output_tokens, generation.latency_ms
        tokens = tr("{given} in, {made} out")
        both = ""
        if given is not None and made is not None:
            both = tokens.format(given=number(given), made=number(made))
        self._tokens.setText(both)
        facts = [cost_words(generation), duration(took) if took else ""]
        if made and took:
            facts.append(tr("{pace} tokens/s").format(pace=f"{made * 1000 / took:,.0f}"))
        self._cost.setText(", ".join(fact for fact in facts if fact))
        told = ", ".join([marked_cost(generation), *filter(None, facts[1:])])
        self._cost.setToolTip(told)
        self._cost.setAccessibleName(told)

    def event(self, event: QEvent) -> bool:
        """While the text has the focus, the keys of searching find in it."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _finds(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find (Ctrl+F, F3)."""
        if _finds(event):
            self._find.open()
        else:
            super().keyPressEvent(event)

    def is_streaming(self, attempt_id: UUID) -> bool:
        """Whether this attempt's text is being shown."""
        return self._streaming == attempt_id

    def begin(self, attempt_id: UUID, text: str) -> None:
        """Show a text that is still being written."""
        self._streaming, self._length = attempt_id, len(text)
        self._view.begin_stream(text)
        self.mode.setEnabled(False)
        self._count.setText(tr("Being written"))

    def follow(self, event: TextStreamed) -> None:
        """More of it arrived; what was there at the begin may hold that already."""
        if self._streaming == event.attempt_id:
            more = event.after(self._length)
            self._view.append_text(more)
            self._length += len(more)

    def show_text(self, text: str) -> None:
        """Show a finished text."""
        was_streaming = self._streaming is not None
        self._streaming = None
        self.mode.setEnabled(True)
        if was_streaming and self._view.source_text() == text:
            self._view.finish_stream()
        else:
            self._view.set_text(text)
        self._count.setText(tr("%Ln word(s)", n=len(text.split())))


def _finds(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find) or event.matches(
        QKeySequence.StandardKey.FindNext
    )
