"""A fresh library for each test of storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediadesk.storage.library import Library, create_library
from tests.storage.libraries import (
    KEYS,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    library = create_library(folder, KEYS)
    yield library
    library.close()
