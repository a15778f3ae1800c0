"""The theme on the test application, once; Qt objects are collected on the Qt thread only."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mediadesk.ui.support.accessible import install_spoken_roles
from mediadesk.ui.support.language import install_language
from mediadesk.ui.support.motion import set_motion_reduced
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.viewer_ground import viewer_ground


@pytest.fixture(autouse=True, scope="session")
def themed_app(qapp: QApplication) -> QApplication:
    set_motion_reduced(True)
    install_language(qapp, "en")
    theme().install(qapp, preference="dark")
    install_spoken_roles()
    return qapp


@pytest.fixture(autouse=True, scope="session")
def no_collection_on_other_threads() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collector_left_off(no_collection_on_other_threads: None) -> Iterator[None]:
    """A test that turns the collector on lets it delete the Qt objects of every later test in
    whichever thread allocates: the process dies in the middle of one of them."""
    yield
    was_on = gc.isenabled()
    gc.disable()
    assert not was_on, "the test turned automatic collection on"


@pytest.fixture(autouse=True)
def usual_theme(themed_app: QApplication) -> Iterator[None]:
    theme().set_preference("dark")
    theme().set_scale(1.0)
    theme().set_high_contrast(False)
    viewer_ground().choose(0)
    yield
    gc.collect(1)
