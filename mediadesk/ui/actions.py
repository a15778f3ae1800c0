"""Every action of the window in one table: words, keys, where it counts.

Keys of one context must not clash; a test says so. Keys that viewers handle themselves while they
have the focus (play, zoom, pan) are not actions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``is_single_key``: works only while no text field has the focus."""

    name: str
    text: str
    keys: tuple[str, ...]
    group: str
    context: str = "window"
    is_single_key: bool = False


WINDOW_ACTIONS = (
    ActionSpec("page-create", "Create", ("Ctrl+1",), "Go"),
    ActionSpec("page-library", "Library", ("Ctrl+2",), "Go"),
    ActionSpec("page-analytics", "Analytics", ("Ctrl+3",), "Go"),
    ActionSpec("all-media", "All media", ("Ctrl+Shift+L",), "Go"),
    ActionSpec("search", "Search", ("Ctrl+F", "Ctrl+K"), "Go"),
    ActionSpec("settings", "Settings", ("Ctrl+,",), "Go"),
    ActionSpec("new-project", "New project", ("Ctrl+N",), "File"),
    ActionSpec("lock", "Lock", ("Ctrl+L",), "File"),
    ActionSpec("quit", "Quit", ("Ctrl+Q",), "File"),
    ActionSpec("undo", "Undo", ("Ctrl+Z",), "Edit"),
    ActionSpec("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Edit"),
    ActionSpec("toggle-sidebar", "Show or hide the sidebar", ("Ctrl+B",), "View"),
    ActionSpec("toggle-details", "Show or hide details", ("Ctrl+I",), "View"),
    ActionSpec("toggle-history", "Show or hide the history", ("Ctrl+H",), "View"),
    ActionSpec("next-region", "Next region", ("F6",), "View"),
    ActionSpec("previous-region", "Previous region", ("Shift+F6",), "View"),
    ActionSpec("full-screen", "Full screen", ("F11",), "View"),
    ActionSpec("text-larger", "Larger text", ("Ctrl+=", "Ctrl++"), "View"),
    ActionSpec("text-smaller", "Smaller text", ("Ctrl+-",), "View"),
    ActionSpec("text-normal", "Normal text size", ("Ctrl+0",), "View"),
    ActionSpec("shortcuts", "Keyboard shortcuts", ("F1",), "Help"),
    ActionSpec("about", "About mediadesk", (), "Help"),
)

STAGE_ACTIONS = (
    ActionSpec("next-variation", "Next variation", ("Right",), "Result", "stage", True),
    ActionSpec("previous-variation", "Previous variation", ("Left",), "Result", "stage", True),
)

CREATE_ACTIONS = (
    ActionSpec("type-text", "Make text", ("Alt+1",), "Composer", "create"),
    ActionSpec("type-image", "Make an image", ("Alt+2",), "Composer", "create"),
    ActionSpec("type-video", "Make a video", ("Alt+3",), "Composer", "create"),
    ActionSpec("type-audio", "Make audio", ("Alt+4",), "Composer", "create"),
    ActionSpec("run", "Generate", ("Ctrl+Return", "Ctrl+Enter"), "Composer", "create"),
    ActionSpec(
        "run-one", "Generate one", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "Composer", "create"
    ),
    ActionSpec("choose-model", "Choose a model", ("Ctrl+M",), "Composer", "create"),
    ActionSpec("focus-prompt", "Go to the prompt", ("Ctrl+Shift+P",), "Composer", "create"),
    ActionSpec("prompt-key", "Go to the prompt", ("P",), "Composer", "create", True),
    ActionSpec("more-results", "One result more", ("Alt+PgUp",), "Composer", "create"),
    ActionSpec("fewer-results", "One result fewer", ("Alt+PgDown",), "Composer", "create"),
    ActionSpec("next-result", "Next result", ("Ctrl+Down",), "Result", "create"),
    ActionSpec("previous-result", "Previous result", ("Ctrl+Up",), "Result", "create"),
    ActionSpec("favourite", "Favourite this result", ("F",), "Result", "create", True),
    ActionSpec("use-as-input", "Use as input", ("U",), "Result", "create", True),
    ActionSpec("remix", "Remix", ("R",), "Result", "create", True),
    ActionSpec("continue", "Continue this text", ("Ctrl+J",), "Result", "create"),
    ActionSpec("copy-prompt", "Copy the prompt", ("C",), "Result", "create", True),
    ActionSpec("copy-result", "Copy the result", ("Ctrl+C",), "Result", "create", True),
    ActionSpec("save", "Save as", ("Ctrl+S",), "Result", "create"),
    ActionSpec("details-key", "Show or hide details", ("I",), "Result", "create", True),
    ActionSpec("delete", "Delete", ("Del",), "Result", "create", True),
    ActionSpec("cancel", "Cancel this run", ("Ctrl+Shift+X",), "Result", "create"),
    *(
        ActionSpec(f"rate-{stars}", f"Rate {stars}", (str(stars),), "Result", "create", True)
        for stars in range(6)
    ),
)

ALL_ACTIONS = WINDOW_ACTIONS + CREATE_ACTIONS + STAGE_ACTIONS

_TEXT_WIDGETS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


def is_typing() -> bool:
    """Whether the focus is in a widget that takes letters."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QTextEdit | QPlainTextEdit) and focus.isReadOnly():
        return False
    return isinstance(focus, _TEXT_WIDGETS)


class ActionSet(QObject):
    """The actions of one context, added to a widget so that their keys work there."""

    def __init__(self, owner: QWidget, specs: Iterable[ActionSpec]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        for spec in specs:
            self._add(spec)

    def __getitem__(self, name: str) -> QAction:
        """The action called ``name``. Raises KeyError."""
        return self._actions[name]

    def set_handlers(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action does from now on. One without a handler is switched off."""
        self._handlers = dict(handlers)
        self.update_single_keys()

    def update_single_keys(self) -> None:
        """Single keys rest while the user types; called whenever the focus moves."""
        typing = is_typing()
        for name, action in self._actions.items():
            rests = typing and bool(action.property("singleKey"))
            action.setEnabled(name in self._handlers and not rests)

    def _add(self, spec: ActionSpec) -> None:
        action = QAction(spec.text, self._owner)
        action.setObjectName(f"action-{spec.name}")
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        window_wide = spec.context == "window"
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if window_wide
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setProperty("singleKey", spec.is_single_key)
        action.setEnabled(False)
        action.triggered.connect(lambda: self._run(spec.name))
        self._owner.addAction(action)
        self._actions[spec.name] = action

    def _run(self, name: str) -> None:
        handler = self._handlers.get(name)
        if handler is not None:
            handler()
