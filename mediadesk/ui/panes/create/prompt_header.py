"""The line above the prompt: what it is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.domain.catalog import AudioKind
from mediadesk.ui.keymap import keymap
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec


class PromptHeader(QWidget):
    """``wanted`` names an action of the page; ``recent_wanted`` carries the button that asked."""

    wanted = Signal(str)
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = role_label(tr("Prompt"), "label")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.label)
        self._row.addStretch(1)
        recent = IconButton(
            "history",
            tr("Show recent prompts"),
            size="small",
            icon_size=16,
            name="recent-prompts",
        )
        recent.clicked.connect(lambda: self.recent_wanted.emit(recent))
        self._row.addWidget(recent)
        self._add("book-open", tr("Prompt presets"), "presets")
        self._add("wand-sparkles", tr("Improve the prompt"), "improve-prompt")
        self._add("layers", tr("Several runs"), "batch-runs")
        self._add("columns-2", tr("Compare models"), "compare-models")

    def show_model(self, model: ModelSpec) -> None:
        """What has a voice speaks the words; everything else is told what to make."""
        speaks = model.audio_kind is AudioKind.SPEECH
        self.label.setText(tr("Script") if speaks else tr("Prompt"))

    def _add(self, icon: str, label: str, action: str) -> None:
        button = IconButton(icon, label, size="small", icon_size=16, name=action)
        button.clicked.connect(lambda: self.wanted.emit(action))
        keymap().follow(action, button, button.set_shortcut)
        self._row.addWidget(button)
