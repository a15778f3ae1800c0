"""Settings, Shortcuts: every action with its keys; each can be given others."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mediadesk.ui.action_table import (
    ALL_ACTIONS,
    GROUPS,
    SCOPE_WORDS,
    ActionSpec,
    action_spec,
)
from mediadesk.ui.keymap import keymap
from mediadesk.ui.panes.settings.keys_dialog import KeysDialog
from mediadesk.ui.panes.settings.rows import SettingsPage
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button


class ShortcutsPage(SettingsPage):
    """Built when first shown: it is long."""

    def __init__(self) -> None:
        super().__init__(
            tr("Shortcuts"),
            tr("Single keys work while no text field has the focus. F1 opens this page."),
        )
        self._reset = Button(
            tr("Reset all"), name="shortcuts-reset-all", on_click=keymap().reset_all
        )
        self.head.addWidget(self._reset)
        self._buttons: dict[str, Button] = {}

    def showEvent(self, event: QShowEvent) -> None:
        """Build the rows."""
        super().showEvent(event)
        if not self._buttons:
            self._fill()
            keymap().changed.connect(self._refresh_keys)
            self._refresh_keys()

    def _fill(self) -> None:
        for title in GROUPS:
            group = self.add_group(tr(title))
            for spec in ALL_ACTIONS:
                if spec.group == title:
                    group.add_row(tr(spec.text), _help(spec), self._button(spec))

    def _button(self, spec: ActionSpec) -> QWidget:
        button = Button("", size="small", name=f"keys-{spec.name}")
        button.clicked.connect(lambda: self._ask(spec))
        self._buttons[spec.name] = button
        return button

    def _ask(self, spec: ActionSpec) -> None:
        KeysDialog(self.window(), spec).open()

    def _refresh_keys(self) -> None:
        keys = keymap()
        for name, button in self._buttons.items():
            button.setText(keys.hint(name) or tr("No key"))
            scope = tr(SCOPE_WORDS[action_spec(name).scope]).lower()
            where = f" {scope}" if scope else ""
            button.setAccessibleName(
                tr("{text}{where}: {text2}, change").format(
                    text=tr(action_spec(name).text), where=where, text2=button.text()
                )
            )
        self._reset.setEnabled(any(keys.is_changed(name) for name in self._buttons))


def _help(spec: ActionSpec) -> str:
    """Where the keys work, and which others the table has."""
    keys = keymap().keys(spec.name)
    also = tr("Also {join}").format(join=", ".join(keys[1:])) if len(keys) > 1 else ""
    return ". ".join(part for part in (tr(SCOPE_WORDS[spec.scope]), also) if part)
