"""Every control has a name, every icon a tooltip, and no two keys clash."""

from collections import Counter

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.action_table import ALL_ACTIONS
from tests.ui.window.conftest import OpenWindow

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(window: QWidget) -> list[QWidget]:
    """What a user can reach; inner parts of Qt's own controls are left out."""
    found: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        own = isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit)
        corner = type(widget).__name__ == "QTableCornerButton"
        header = type(widget).__name__ == "QHeaderView"
        container = widget.parent()
        popup = container is not None and isinstance(container.parent(), QComboBox)
        # The optional action of a message or an empty page: without words it is never shown.
        unused = widget.isHidden() and widget.objectName().endswith("-action")
        if isinstance(widget, INTERACTIVE) and not (
            inner or own or corner or header or popup or unused
        ):
            found.append(widget)
    return found


async def test_every_control_has_a_name(opened: OpenWindow) -> None:
    # The players are there from the start; they need no sound to be looked at.
    for kind in (GenerationType.TEXT, GenerationType.IMAGE):
        await opened.made(opened.request(kind, "A small thing"))
    for page in ("library", "settings", "create"):
        opened.session.show_page(page)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in controls(opened.window)
        if not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]
    assert nameless == []


async def test_every_icon_button_has_a_tooltip(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A small thing"))
    opened.session.show_page("library")
    bare = [
        widget.objectName()
        for widget in opened.window.findChildren(QAbstractButton)
        if not widget.text() and not widget.icon().isNull() and not widget.toolTip()
        if not widget.objectName().startswith("qt_") and not isinstance(widget.parent(), QLineEdit)
    ]
    assert bare == []


def test_no_two_actions_of_one_context_share_a_key() -> None:
    """A key of the window would shadow or block the same key of a page."""
    keys = Counter(
        (context, QKeySequence(key).toString())
        for spec in ALL_ACTIONS
        for key in spec.keys
        for context in {spec.scope, "any" if spec.scope == "window" else spec.scope}
    )
    window = {key for (context, key), _ in keys.items() if context == "window"}
    pages = {key for (context, key), _ in keys.items() if context not in ("window", "any")}
    assert [pair for pair, count in keys.items() if count > 1] == []
    assert window & pages == set()


def test_keys_without_a_modifier_rest_while_typing() -> None:
    for spec in ALL_ACTIONS:
        for key in spec.keys:
            plain = "+" not in key
            is_function_key = key.startswith("F") and key[1:].isdigit()
            if plain and not is_function_key:
                assert spec.is_single_key, spec.name


async def test_single_keys_rest_while_the_user_types(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A small thing"))
    page = opened.session.page("create")
    favourite = page.findChild(QAction, "action-favourite")
    assert isinstance(favourite, QAction)
    opened.part(QPlainTextEdit, "prompt").setFocus()
    assert not favourite.isEnabled()
    opened.part(QWidget, "history-cards").setFocus()
    assert favourite.isEnabled()
