"""Toasts and dialogs: stacking, undo, scrim, and awaiting a dialog without a nested loop."""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase, Scrim, opened
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.toast import MAX_TOASTS, Toast, ToastHost

LEFT = Qt.MouseButton.LeftButton


def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


def test_toasts_stack_newest_lowest_and_never_more_than_three(qtbot: QtBot) -> None:
    host = ToastHost(window(qtbot))
    for number in range(5):
        host.show_toast(f"Message {number}")
    shown = [toast for toast in host.findChildren(Toast) if toast.isVisible()]
    assert [toast.text() for toast in shown] == ["Message 2", "Message 3", "Message 4"]
    assert len(shown) == MAX_TOASTS
    qtbot.waitUntil(lambda: shown[2].y() > shown[1].y() > shown[0].y())


def test_toast_action_undoes_and_closes(qtbot: QtBot) -> None:
    host = ToastHost(window(qtbot))
    toast = host.show_toast("6 items moved", action="Undo", shortcut="Ctrl+Z")
    undone: list[bool] = []
    toast.action_clicked.connect(lambda: undone.append(True))
    button = toast.findChild(Button, "toast-action")
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    assert undone == [True]
    assert not host.isVisible()


def make_dialog(parent: QWidget) -> DialogBase:
    dialog = DialogBase(parent, "This run goes over the budget", text="Why.", icon="wallet")
    dialog.add_button(Button("Cancel"), result=QDialog.DialogCode.Rejected)
    dialog.add_button(Button("Run once", kind="primary"), result=7)
    return dialog


def test_an_answered_dialog_goes_when_the_next_one_asks(qtbot: QtBot) -> None:
    """Each stayed a child of the window for good, hidden, and was styled with every change."""
    parent = window(qtbot)
    for _ in range(5):
        make_dialog(parent).open()
        assert len(parent.findChildren(DialogBase, "dialog")) == 1
        parent.findChildren(DialogBase, "dialog")[0].reject()
    qtbot.waitUntil(lambda: len(parent.findChildren(DialogBase)) == 1)


def test_an_open_dialog_stays_when_another_one_asks(qtbot: QtBot) -> None:
    parent = window(qtbot)
    dialogs = [make_dialog(parent) for _ in range(2)]
    for dialog in dialogs:
        dialog.open()
    make_dialog(parent)
    QApplication.processEvents()
    assert all(dialog.isVisible() for dialog in dialogs)


async def test_a_dialog_is_awaited_while_the_loop_runs_on(qtbot: QtBot) -> None:
    parent = window(qtbot)
    dialog = make_dialog(parent)
    future = opened(dialog)
    await asyncio.sleep(0.02)
    assert dialog.isVisible()
    scrim = parent.findChild(Scrim)
    assert scrim is not None
    assert scrim.size() == parent.size()
    button = dialog.findChild(Button, "run-once")
    assert button is not None
    assert not button.isDefault()
    qtbot.mouseClick(button, LEFT)
    assert await asyncio.wait_for(future, 5) == 7
    assert not any(child.isVisible() for child in parent.findChildren(Scrim))


def test_a_dialog_is_as_high_as_what_it_shows(qtbot: QtBot, themed_app: QApplication) -> None:
    """Its words were measured at another width than its own, and the foot took what was left."""
    parent = window(qtbot)
    why = "The budget of Lighthouse film says no: $8.40 of $18.00 is left."
    more = "Together these 3 runs may cost $38.40."
    dialog = DialogBase(
        parent, "These runs go over the budget", text=f"{why} {more}", icon="wallet"
    )
    dialog.add_button(Button("Cancel"))
    dialog.open()
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())


def test_focus_stays_inside_and_comes_back(qtbot: QtBot) -> None:
    parent = window(qtbot)
    behind = Button("Behind")
    behind.setParent(parent)
    behind.show()
    reached: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+L"), parent)
    shortcut.activated.connect(lambda: reached.append(True))
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    behind.setFocus()
    dialog = make_dialog(parent)
    dialog.open()
    cancel, run = (dialog.findChild(Button, name) for name in ("cancel", "run-once"))
    assert parent.focusWidget() is cancel
    handle = parent.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert parent.focusWidget() is run
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    assert parent.focusWidget() is cancel
    QTest.keyClick(handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert reached == []
    parent.resize(900, 700)
    assert (dialog.geometry().center() - parent.rect().center()).manhattanLength() < 3
    dialog.reject()
    assert QApplication.focusWidget() is behind
    second = make_dialog(parent)
    chosen = second.findChild(Button, "run-once")
    assert chosen is not None
    chosen.setFocus()
    second.open()
    assert QApplication.focusWidget() is chosen
    second.reject()
    assert QApplication.focusWidget() is behind


async def test_escape_rejects_and_cancelling_the_future_closes(qtbot: QtBot) -> None:
    parent = window(qtbot)
    first = make_dialog(parent)
    future = opened(first)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert await asyncio.wait_for(future, 5) == QDialog.DialogCode.Rejected
    second = make_dialog(parent)
    cancelled = opened(second)
    cancelled.cancel()
    await asyncio.sleep(0.02)
    assert not second.isVisible()


def test_the_icon_of_a_toast_follows_the_scheme(qtbot: QtBot, themed_app: QApplication) -> None:
    """It kept the colour of the scheme in which the toast had come."""
    toast = ToastHost(window(qtbot)).show_toast("Archived", kind="ok", icon="check")
    icon = toast.findChild(IconLabel)
    assert icon is not None
    before = icon.pixmap().toImage()
    theme().set_preference("light" if theme().is_dark else "dark")
    assert icon.pixmap().toImage() != before
