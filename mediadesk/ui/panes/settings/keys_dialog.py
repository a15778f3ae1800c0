"""Asks for other keys of one action, and says whom they belong to already."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from mediadesk.ui.action_table import ActionSpec
from mediadesk.ui.keymap import keymap
from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import role_label

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeysDialog(DialogBase):
    """Nothing changes before “Use these keys”."""

    def __init__(self, window: QWidget, spec: ActionSpec) -> None:
        super().__init__(
            window,
            tr("Keys for “{text}”").format(text=tr(spec.text)),
            text=tr("Press the keys that it should have."),
            icon="keyboard",
            name="keys-dialog",
        )
        self._name = spec.name
        self._edit = _KeyEdit()
        describe(
            self._edit,
            name="keys-edit",
            accessible=tr("New keys for {text}").format(text=tr(spec.text)),
        )
        self._edit.name_inner(self._edit.accessibleName())
        self._said = role_label("", "muted", wrap=True)
        self._said.setObjectName("keys-problem")
        self.body.addWidget(self._edit)
        self.body.addWidget(self._said)
        default = Button(tr("Default"), kind="quiet", name="keys-default")
        none = Button(tr("No key"), kind="quiet", name="keys-none")
        default.clicked.connect(self._on_default)
        none.clicked.connect(self._on_none)
        self.add_button(default)
        self.add_button(none)
        self.add_button(Button(tr("Cancel"), name="keys-cancel"), result=0)
        self._use = Button(tr("Use these keys"), kind="primary", name="keys-use")
        self._use.clicked.connect(self._on_use)
        self.add_button(self._use)
        self._edit.keySequenceChanged.connect(self._check)
        keys = keymap().keys(spec.name)
        self._edit.setKeySequence(QKeySequence(keys[0] if keys else ""))
        self._check()
        self._edit.setFocus()

    def _key(self) -> str:
        return self._edit.keySequence().toString(_PORTABLE)

    def _check(self) -> None:
        problem = keymap().problem(self._name, self._key()) if self._key() else ""
        self._said.setText(problem)
        self._use.setEnabled(bool(self._key()) and not problem)

    def _on_use(self) -> None:
        keymap().rebind(self._name, self._key())
        self.accept()

    def _on_none(self) -> None:
        keymap().rebind(self._name, "")
        self.accept()

    def _on_default(self) -> None:
        try:
            keymap().reset(self._name)
        except ValueError as error:
            self._said.setText(str(error))
            return
        self.accept()


class _KeyEdit(QKeySequenceEdit):
    """Takes one combination; its keys never reach the dialog or the window."""

    spoken_role = Role.HotkeyField

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)

    def name_inner(self, name: str) -> None:
        """Name the line in it too, which has the focus to assistive technology."""
        for line in self.findChildren(QLineEdit):
            line.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that the window knows from working."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
