"""Editors for typed values: a line, several lines, a seed."""

from __future__ import annotations

import random

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mediadesk.domain.parameters import ParameterSpec, ParameterValue
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.parameter_editor import ParameterEditor

_SEED_LIMIT = 2**31 - 1


class LineEditor(ParameterEditor):
    """One line of text."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._edit = QLineEdit()
        set_style(self._edit, rowSize="small")
        if spec.max_length:
            self._edit.setMaxLength(spec.max_length)
        self._edit.setPlaceholderText(spec.help)
        describe(self._edit, name=f"parameter-{spec.name}-text", accessible=spec.label)
        self._edit.textEdited.connect(lambda _text: self.changed.emit())
        self.row.addWidget(self._edit, 1)

    def value(self) -> ParameterValue | None:
        """Return the text, None for an empty line that has no default."""
        text = self._edit.text()
        return text if text or self.spec.default is not None else None

    def set_value(self, value: ParameterValue | None) -> None:
        """Show a text."""
        self._edit.setText("" if value is None else str(value))

    def marked(self) -> QWidget:
        """Return the line."""
        return self._edit


class TextEditor(ParameterEditor):
    """Several lines behind "+ Negative prompt"; open while there is text."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._open = Button(f"+ {spec.label}", kind="link", size="note")
        describe(
            self._open,
            name=f"parameter-{spec.name}-open",
            accessible=tr("Add {label}").format(label=spec.label),
        )
        self._label = role_label(spec.label, "label")
        self._edit = QPlainTextEdit()
        self._edit.setTabChangesFocus(True)
        self._edit.setPlaceholderText(spec.help)
        describe(self._edit, name=f"parameter-{spec.name}-text", accessible=spec.label)
        self._label.setBuddy(self._edit)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._label)
        column.addWidget(self._edit)
        self.row.addLayout(column, 1)
        self._open.clicked.connect(self._on_open)
        self._edit.textChanged.connect(self.changed)
        self._show_open(False)
        self._resize()
        theme().changed.connect(self._resize)

    def value(self) -> ParameterValue | None:
        """Return the text, None for an empty one that has no default."""
        text = self._edit.toPlainText()
        return text if text or self.spec.default is not None else None

    def set_value(self, value: ParameterValue | None) -> None:
        """Show a text."""
        text = "" if value is None else str(value)
        if text != self._edit.toPlainText():
            self._edit.blockSignals(True)
            self._edit.setPlainText(text)
            self._edit.blockSignals(False)
        if text:
            self._show_open(True)

    def marked(self) -> QWidget:
        """Return the text."""
        return self._edit

    def take_opener(self) -> Button:
        """The button that opens it, for a place of its own elsewhere."""
        return self._open

    def _on_open(self) -> None:
        self._show_open(True)
        self._edit.setFocus()

    def _show_open(self, is_open: bool) -> None:
        self._open.setVisible(not is_open)
        self._label.setVisible(is_open)
        self._edit.setVisible(is_open)

    def _resize(self) -> None:
        self._edit.setFixedHeight(theme().px(72))


class SeedEditor(ParameterEditor):
    """A seed: dice makes a new one, the lock keeps it; unlocked means a new one each time."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__(spec)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(tr("New each time"))
        pattern = QRegularExpression(r"-?\d{0,18}" if (spec.minimum or 0) < 0 else r"\d{0,18}")
        self._edit.setValidator(QRegularExpressionValidator(pattern, self._edit))
        set_style(self._edit, role="mono", rowSize="small")
        describe(self._edit, name=f"parameter-{spec.name}-text", accessible=spec.label)
        self._dice = IconButton("dices", tr("New seed"))
        self._lock = IconButton(
            "lock-open", tr("Keep this seed"), checkable=True, color_on="accent.text"
        )
        self.row.addWidget(self._edit, 1)
        self.row.addWidget(self._dice)
        self.row.addWidget(self._lock)
        self.row.setSpacing(4)
        self._edit.textEdited.connect(self._on_edited)
        self._dice.clicked.connect(self._on_dice)
        self._lock.clicked.connect(self._on_lock)

    def value(self) -> ParameterValue | None:
        """Return the seed that is kept, None for a new one each time."""
        text = self._edit.text()
        return int(text) if self._lock.isChecked() and text not in ("", "-") else None

    def set_value(self, value: ParameterValue | None) -> None:
        """Keep a seed; None lets go."""
        self._edit.setText("" if value is None else str(value))
        self._set_locked(value is not None)

    def marked(self) -> QWidget:
        """Return the number line."""
        return self._edit

    def _on_edited(self, text: str) -> None:
        self._set_locked(bool(text))
        self.changed.emit()

    def _on_dice(self) -> None:
        top = min(_SEED_LIMIT, int(self.spec.maximum or _SEED_LIMIT))
        # A seed is no secret: an ordinary random number is right here.
        self.set_value(random.randint(int(self.spec.minimum or 0), top))
        self.changed.emit()

    def _on_lock(self, on: bool) -> None:
        if on and not self._edit.text():
            self._on_dice()
            return
        self._set_locked(on)
        self.changed.emit()

    def _set_locked(self, on: bool) -> None:
        self._lock.setChecked(on)
        self._lock.set_icon_name("lock" if on else "lock-open")
        self._lock.set_label(tr("Use a new seed each time") if on else tr("Keep this seed"))
