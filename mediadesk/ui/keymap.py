"""The keys of every action as they are now: those of the table, or those that the user chose."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from mediadesk.ui.action_table import ALL_ACTIONS, ActionSpec, action_spec
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_NATIVE = QKeySequence.SequenceFormat.NativeText
_NO_KEY = "none"


class Keymap(QObject):
    """Chosen keys are kept with the settings of this computer; ``changed`` follows every change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._store: QSettings | None = None

    def use(self, store: QSettings) -> None:
        """Read and write chosen keys there."""
        self._store = store
        self.changed.emit()

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of an action in Qt's portable words. Raises KeyError for an unknown one."""
        spec = action_spec(name)
        chosen = self._chosen(name)
        if chosen == _NO_KEY:
            return ()
        return (chosen,) if chosen else spec.default_keys

    def hint(self, name: str) -> str:
        """The first key of an action as this system writes it; "" without one."""
        keys = self.keys(name)
        return QKeySequence(keys[0]).toString(_NATIVE) if keys else ""

    def follow(self, name: str, owner: QObject, tell: Callable[[str], object]) -> None:
        """Tell the hint of an action now and after each change, as long as ``owner`` lives."""
        _Follower(self, name, tell, owner)

    def is_changed(self, name: str) -> bool:
        """Whether the user chose the key of this action."""
        return bool(self._chosen(name))

    def conflict(self, name: str, key: str) -> ActionSpec | None:
        """The action that has this key already where ``name`` works, too."""
        wanted, spec = QKeySequence(key), action_spec(name)
        for other in ALL_ACTIONS:
            taken = (QKeySequence(key) for key in self.keys(other.name))
            if other.name != name and _meet(spec, other) and wanted in taken:
                return other
        return None

    def problem(self, name: str, key: str) -> str:
        """Why an action cannot have a key, and what to do; "" where it can."""
        combination = QKeySequence(key)
        words, spec = combination.toString(_NATIVE), action_spec(name)
        if combination.count() != 1:
            return tr("Press one combination of keys.")
        if not spec.is_single_key and _is_for_typing(combination.toString()):
            return tr("{words} is needed for typing. Hold Ctrl or Alt as well.").format(words=words)
        taken = self.conflict(name, key)
        if taken is not None:
            return tr(
                "{words} belongs to “{text}”. Choose other keys, or change that one first."
            ).format(words=words, text=tr(taken.text))
        return ""

    def rebind(self, name: str, key: str) -> None:
        """Give an action this one key, or none with "". Raises ValueError with the problem."""
        problem = self.problem(name, key) if key else ""
        if problem:
            raise ValueError(problem)
        self._write(name, key or _NO_KEY)

    def reset(self, name: str) -> None:
        """Go back to the keys of the table. Raises ValueError if one is another action's now."""
        for key in action_spec(name).default_keys:
            taken = self.conflict(name, key)
            if taken is not None:
                raise ValueError(
                    tr("{key} belongs to “{text}” now. Change that one first.").format(
                        key=key, text=tr(taken.text)
                    )
                )
        self._write(name, "")

    def reset_all(self) -> None:
        """Go back to the table."""
        if self._store is not None:
            self._store.remove("shortcuts")
        self.changed.emit()

    def _chosen(self, name: str) -> str:
        return "" if self._store is None else str(self._store.value(f"shortcuts/{name}", "") or "")

    def _write(self, name: str, value: str) -> None:
        if self._store is not None:
            if value:
                self._store.setValue(f"shortcuts/{name}", value)
            else:
                self._store.remove(f"shortcuts/{name}")
        self.changed.emit()


def _is_for_typing(key: str) -> bool:
    """Whether text fields need a key: all without Ctrl or Alt but F1 to F35."""
    plain = key.removeprefix("Shift+")
    is_function_key = plain[:1] == "F" and plain[1:].isdigit()
    return not is_function_key and not plain.startswith(("Ctrl+", "Alt+", "Meta+"))


def _meet(first: ActionSpec, second: ActionSpec) -> bool:
    """Whether two actions can both hear a key: they share a scope, or one works everywhere.

    The stage is a part of the Create page.
    """
    scopes = {first.scope, second.scope}
    return len(scopes) == 1 or "window" in scopes or scopes == {"create", "stage"}


class _Follower(QObject):
    """Belongs to what it tells, and ends with it."""

    def __init__(
        self, keys: Keymap, name: str, tell: Callable[[str], object], owner: QObject
    ) -> None:
        super().__init__(owner)
        self._keys, self._name, self._tell = keys, name, tell
        keys.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Tell the hint as it is now."""
        self._tell(self._keys.hint(self._name))


@cache
def keymap() -> Keymap:
    """The keys of this program."""
    return Keymap()
