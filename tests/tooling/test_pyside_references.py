"""Guards the choice of the Qt binding: some releases lose references to None and True.

With PySide6 6.12.0 on Python 3.11 every call that returns nothing dropped one reference to None;
after a few thousand calls the interpreter ended with a fatal error.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel

ROUNDS = 1000
MAY_FLUCTUATE = 50


class Sender(QObject):
    changed = Signal(bool)


def many_calls(name: str, application: QApplication) -> Callable[[], object]:
    sender, label, timer = Sender(), QLabel(), QTimer()
    calls: dict[str, Callable[[], object]] = {
        "processEvents": application.processEvents,
        "emit": lambda: sender.changed.emit(True),
        "setText": lambda: label.setText("x"),
        "parent": sender.parent,
        "stop": timer.stop,
    }
    return calls[name]


@pytest.mark.parametrize("name", ["processEvents", "emit", "setText", "parent", "stop"])
def test_calls_into_qt_keep_the_references_of_constants(qapp: QApplication, name: str) -> None:
    call = many_calls(name, qapp)
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for _ in range(ROUNDS):
        call()
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    lost = [old - new for old, new in zip(before, after, strict=True)]
    assert max(lost) < MAY_FLUCTUATE, f"{name} lost references to (None, True, False): {lost}"
