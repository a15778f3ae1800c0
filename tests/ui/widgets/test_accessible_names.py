"""Every control on the page of components can be named, and every icon says what it does."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.shots import parts
from tests.ui.widgets import media_page

PAGES = {
    "buttons": parts.buttons,
    "fields": parts.fields,
    "statuses": parts.statuses,
    "media": media_page.media,
}
INTERACTIVE = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
)


@pytest.mark.qt_log_ignore("audio device", "PulseAudioService", "pipewire", extend=True)
@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name_and_every_icon_a_tooltip(qtbot: QtBot, page: str) -> None:
    widget: QWidget = PAGES[page]()
    qtbot.addWidget(widget)
    checked = 0
    for child in widget.findChildren(QWidget):
        is_inner = child.objectName().startswith("qt_")
        if not isinstance(child, INTERACTIVE) or isinstance(child, QScrollBar):
            continue
        if is_inner or child.isHidden():
            continue
        words = child.accessibleName()
        if isinstance(child, QAbstractButton):
            words = words or child.text()
            assert child.text() or child.toolTip() or child.accessibleName(), child
            if not child.icon().isNull() and not child.text():
                assert child.toolTip(), child.objectName()
        elif isinstance(child, QLineEdit):
            words = words or child.text()
        assert words, (type(child).__name__, child.objectName())
        checked += 1
    assert checked > 3 or page == "statuses"
