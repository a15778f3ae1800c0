"""Libraries for measuring: made here, opened by a passphrase that is in a file beside them."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.storage.library import Library, create_library
from mediadesk.vault.keyslots import ScryptParameters
from mediadesk.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediadesk.vault.keys import LibraryKeys

PASSPHRASE = "a passphrase for measuring only"
PASSPHRASE_FILE = "passphrase.txt"
RAW_KEY_FILE = "raw-key.json"


@dataclass(frozen=True, slots=True)
class BenchLibrary:
    """A library in ``folder``, with what opens it in files beside it."""

    folder: Path
    passphrase_file: Path
    raw_key_file: Path

    @classmethod
    def in_folder(cls, base: Path) -> BenchLibrary:
        """The library that is or will be in ``base``."""
        return cls(base / "library", base / PASSPHRASE_FILE, base / RAW_KEY_FILE)


@contextmanager
def new_library(
    base: Path, *, scrypt: ScryptParameters | None = None
) -> Iterator[tuple[BenchLibrary, LibraryKeys, Library]]:
    """Make a library in ``base`` and open its stores; without *scrypt* it is as slow as a real one.

    Its keys unlock made-up content, so the raw database key may lie beside it.
    """
    made = BenchLibrary.in_folder(base)
    base.mkdir(mode=0o700, parents=True, exist_ok=True)
    vault = Vault.create(made.folder, passphrase=PASSPHRASE, scrypt=scrypt)
    made.passphrase_file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    database = made.folder / "library.db"
    document = {"path": str(database), "key": vault.keys.database.hex()}
    made.raw_key_file.write_text(json.dumps(document), encoding="utf-8")
    library = create_library(made.folder, vault.keys)
    try:
        yield made, vault.keys, library
    finally:
        library.close()
