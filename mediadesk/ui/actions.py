"""The table of actions at work: Qt's actions with their keys, rules and deeds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mediadesk.ui.keymap import keymap
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.ui.action_table import ActionSpec


_TEXT_WIDGETS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


def is_typing() -> bool:
    """Whether the focus is in a widget that takes letters."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QTextEdit | QPlainTextEdit) and focus.isReadOnly():
        return False
    return isinstance(focus, _TEXT_WIDGETS)


class ActionSet(QObject):
    """The actions of one scope, added to a widget so that their keys work there.

    Single keys rest while the user types. It follows the focus by itself, because only then does
    that end with the widget: a page that goes moves the focus when its actions are gone already.
    """

    def __init__(self, owner: QWidget, specs: Iterable[ActionSpec]) -> None:
        super().__init__(owner)
        self._owner = owner
        self.specs = {spec.name: spec for spec in specs}
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        self._facts: frozenset[str] = frozenset()
        for spec in self.specs.values():
            self._add(spec)
        self._take_keys()
        keymap().changed.connect(self._take_keys)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def __getitem__(self, name: str) -> QAction:
        """The action called ``name``. Raises KeyError."""
        return self._actions[name]

    def listed(self) -> list[ActionSpec]:
        """What menus and palette offer now: has a deed, and what it needs is there."""
        return [
            spec
            for spec in self.specs.values()
            if spec.is_listed and spec.name in self._handlers and self._is_possible(spec)
        ]

    def run(self, name: str) -> None:
        """Do what an action does now, whatever has the focus."""
        handler = self._handlers.get(name)
        if handler is not None and self._is_possible(self.specs[name]):
            handler()

    def set_handlers(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action does from now on. One without a handler is switched off."""
        self._handlers = dict(handlers)
        self._enable()

    def set_facts(self, facts: Iterable[str]) -> None:
        """Say what is there now: an action whose need is missing is switched off."""
        self._facts = frozenset(facts)
        self._enable()

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._enable()

    def _enable(self) -> None:
        typing = is_typing()
        for name, action in self._actions.items():
            rests = typing and self.specs[name].is_single_key
            possible = name in self._handlers and self._is_possible(self.specs[name])
            action.setEnabled(possible and not rests)

    def _is_possible(self, spec: ActionSpec) -> bool:
        return not spec.needs or spec.needs in self._facts

    def _add(self, spec: ActionSpec) -> None:
        action = QAction(tr(spec.text), self._owner)
        action.setObjectName(f"action-{spec.name}")
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if spec.scope == "window"
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setEnabled(False)
        action.triggered.connect(lambda: self.run(spec.name))
        self._owner.addAction(action)
        self._actions[spec.name] = action

    def _take_keys(self) -> None:
        for name, action in self._actions.items():
            action.setShortcuts([QKeySequence(keys) for keys in keymap().keys(name)])
