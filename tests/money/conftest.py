"""The library and provider of the engine's tests, and a clock that can be set."""

from __future__ import annotations

from tests.cli.conftest import cli, empty_library
from tests.engine.conftest import desk, fresh_library, open_desk, some_id, unlocked

__all__ = ["cli", "desk", "empty_library", "fresh_library", "open_desk", "some_id", "unlocked"]
