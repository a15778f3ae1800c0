"""The box around the prompt: the editor, what belongs to it, and how long it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.panes.create.prompt_editor import PromptEdit
from mediadesk.ui.panes.create.prompt_words import length_words, measure_words
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.field import StateLine
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from mediadesk.ui.widgets.text_editors import TextEditor

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.parameters import ParameterSpec, ParameterValue

PARTNERS = frozenset({"negative_prompt", "system_prompt"})
"""Parameters that are written beside the prompt rather than set below it."""


class PromptBox(QWidget):
    """``partners`` holds what is written beside the prompt, such as what shall not be seen."""

    partner_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = QWidget(self)
        describe(self._frame, name="prompt-box")
        set_style(self._frame, surface="field")
        self.edit = PromptEdit(self._frame)
        self.partners = ParameterControls(self)
        self._openers = QHBoxLayout()
        self._measure = ElideLabel("", "caption")
        self._counter = role_label("", "caption")
        self._error = StateLine(self)
        self._model: ModelSpec | None = None
        self._build()
        self.edit.textChanged.connect(self._count)
        self.edit.focus_changed.connect(lambda _on: self._show_state())
        self.partners.value_changed.connect(self.partner_changed)
        self.partners.hide()
        self._scale = theme().scale
        theme().changed.connect(self._on_theme)

    def show_model(self, model: ModelSpec, values: Mapping[str, ParameterValue]) -> None:
        """Offer what the model takes beside the prompt, and count as it counts."""
        self._model = model
        specs = [spec for spec in model.parameters if is_partner(spec)]
        if self.partners.set_specs(specs, values):
            self.partners.setVisible(bool(specs))
            self._place_openers(specs)
        self._count()

    def _place_openers(self, specs: list[ParameterSpec]) -> None:
        clear_layout(self._openers)
        for spec in specs:
            editor = self.partners.row(spec.name).editor
            if isinstance(editor, TextEditor):
                self._openers.addWidget(editor.take_opener())

    def set_error(self, text: str) -> None:
        """Say what is wrong with the prompt; "" clears it."""
        self._error.show_text(text, "error")
        self.edit.setAccessibleDescription(text)
        self._show_state()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        self._openers.setSpacing(8)
        foot.addLayout(self._openers)
        foot.addWidget(self._measure, 1)
        foot.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignRight)
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(8, 6, 8, 6)
        inner.setSpacing(2)
        inner.addWidget(self.edit)
        inner.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._frame)
        layout.addWidget(self._error)
        layout.addWidget(self.partners)

    def _on_theme(self) -> None:
        """Text of another size makes the fields anew, and so what opens them."""
        if self._model is not None and theme().scale != self._scale:
            self._scale = theme().scale
            specs = [spec for spec in self._model.parameters if is_partner(spec)]
            # the fields may have been made anew already, when they heard of it themselves
            self.partners.set_specs(specs, self.partners.values())
            self._place_openers(specs)
            self._count()

    def _show_state(self) -> None:
        wrong = bool(self._error.text())
        state = "error" if wrong else "focus" if self.edit.hasFocus() else None
        set_style(self._frame, state=state)

    def _count(self) -> None:
        if self._model is None:
            return
        text = self.edit.toPlainText()
        words, is_too_long = length_words(self._model, text)
        self._counter.setText(words)
        self._measure.setText(measure_words(self._model, text))
        set_style(self._counter, role="error" if is_too_long else "caption")


def is_partner(spec: ParameterSpec) -> bool:
    """Whether a parameter is written beside the prompt."""
    return spec.name in PARTNERS and not spec.advanced
