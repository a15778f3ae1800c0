"""The same library and provider as in the engine's tests."""

from tests.engine.conftest import desk, fresh_library, open_desk, some_id, unlocked

__all__ = ["desk", "fresh_library", "open_desk", "some_id", "unlocked"]
