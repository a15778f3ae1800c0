"""The theme on the test application, once."""

import pytest
from PySide6.QtWidgets import QApplication

from mediadesk.ui.support.motion import set_motion_reduced
from mediadesk.ui.support.theme import theme


@pytest.fixture(autouse=True, scope="session")
def themed_app(qapp: QApplication) -> QApplication:
    set_motion_reduced(True)
    theme().install(qapp, preference="dark")
    return qapp


@pytest.fixture(autouse=True)
def usual_theme(themed_app: QApplication) -> None:
    theme().set_preference("dark")
    theme().set_scale(1.0)
    theme().set_high_contrast(False)
