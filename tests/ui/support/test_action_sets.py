"""Actions follow the focus, and end with their widget."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from mediadesk.ui.action_table import STAGE_ACTIONS
from mediadesk.ui.actions import ActionSet


def test_a_page_that_goes_takes_its_actions_along(themed_app: QApplication) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    stage, field = QWidget(), QLineEdit()
    stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(stage)
    layout.addWidget(field)
    actions = ActionSet(stage, STAGE_ACTIONS)
    single = next(spec.name for spec in actions.specs.values() if spec.is_single_key)
    actions.set_handlers({single: lambda: None})
    actions.set_facts([actions.specs[single].needs])
    page.show()
    page.activateWindow()
    stage.setFocus()
    themed_app.processEvents()
    assert actions[single].isEnabled()
    field.setFocus()
    themed_app.processEvents()
    assert not actions[single].isEnabled(), "letters belong to the field"
    shiboken6.delete(page)  # its field goes last, and moves the focus once more
    themed_app.processEvents()
