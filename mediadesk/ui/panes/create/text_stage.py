"""A text on the stage: live while it is written, rendered or as source when it is done."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.link_dialog import LinkDialog
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.words import counted


class TextStage(QWidget):
    """Wraps the text view with the choice rendered or source, and a word count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="text-stage", accessible="Text")
        set_style(self, surface="window")
        self._streaming: UUID | None = None
        self._length = 0
        self._view = TextView()
        self._mode = SegmentedControl(
            [Segment("rendered", "Rendered"), Segment("source", "Source")],
            label="Show the text",
            name="text-mode",
        )
        self._mode.setFixedWidth(theme().px(180))
        self._count = role_label("", "muted")
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 6, 16, 6)
        bar.addWidget(self._mode)
        bar.addStretch(1)
        bar.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view, 1)
        layout.addLayout(bar)
        self.setFocusProxy(self._view)
        self._mode.value_changed.connect(
            lambda value: self._view.set_shows_source(value == "source")
        )
        self._view.link_activated.connect(lambda address: LinkDialog(self, address).open())

    def source_text(self) -> str:
        """The whole text as it was written."""
        return self._view.source_text()

    def is_streaming(self, attempt_id: UUID) -> bool:
        """Whether this attempt's text is being shown."""
        return self._streaming == attempt_id

    def begin(self, attempt_id: UUID, text: str) -> None:
        """Show a text that is still being written."""
        self._streaming, self._length = attempt_id, len(text)
        self._view.begin_stream(text)
        self._mode.setEnabled(False)
        self._count.setText("Being written")

    def follow(self, attempt_id: UUID, text: str) -> None:
        """More of it arrived: ``text`` is all there is so far."""
        if self._streaming == attempt_id:
            self._view.append_text(text[self._length :])
            self._length = max(self._length, len(text))

    def show_text(self, text: str) -> None:
        """Show a finished text."""
        was_streaming = self._streaming is not None
        self._streaming = None
        self._mode.setEnabled(True)
        if was_streaming and self._view.source_text() == text:
            self._view.finish_stream()
        else:
            self._view.set_text(text)
        self._count.setText(counted(len(text.split()), "word"))
