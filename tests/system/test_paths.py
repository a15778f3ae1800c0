"""Places follow the platform's rules and the user's environment."""

import sys
from pathlib import Path

import pytest

from mediadesk.system import paths

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="XDG platforms")
HOME = {"HOME": "/home/someone"}


def test_the_library_is_where_the_user_says() -> None:
    assert paths.default_library_dir(HOME | {"MEDIADESK_LIBRARY": "/mnt/big"}) == Path("/mnt/big")
    assert paths.default_library_dir(HOME) == Path("/home/someone/.local/share/mediadesk/library")


def test_xdg_folders_are_followed_unless_relative() -> None:
    assert paths.data_dir(HOME | {"XDG_DATA_HOME": "/data"}) == Path("/data/mediadesk")
    assert paths.data_dir(HOME | {"XDG_DATA_HOME": "data"}) == paths.data_dir(HOME)
    assert paths.log_dir(HOME | {"XDG_STATE_HOME": "/state"}) == Path("/state/mediadesk/logs")
    assert paths.runtime_dir({"XDG_RUNTIME_DIR": "/run/user/7"}) == Path("/run/user/7/mediadesk")
    assert paths.runtime_dir({}).name.startswith("mediadesk-")


def test_the_resources_are_found() -> None:
    assert paths.resources_dir().is_dir()
