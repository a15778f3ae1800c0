"""What opens a library before the first window must not bring the slow libraries with it."""

import subprocess
import sys
import textwrap
from pathlib import Path

OPENS = """
    import sys
    from pathlib import Path
    from mediadesk.storage.library import create_library, library_info, open_library
    from mediadesk.vault.keyslots import ScryptParameters
    from mediadesk.vault.vault import Vault

    folder = Path(sys.argv[1])
    made = Vault.create(folder, passphrase="tall grass in the rain", scrypt=ScryptParameters(15))
    create_library(folder, made.keys).close()
    keys = Vault.open(folder).unlock_with_passphrase("tall grass in the rain")
    library = open_library(folder, keys)
    library_info(library)
    library.close()
    slow = {"sqlalchemy", "keyring", "asyncio", "PySide6", "httpx", "PIL"}
    print(sorted(slow & set(sys.modules)))
"""


def test_opening_and_a_first_read_need_no_slow_library(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(OPENS), str(tmp_path / "library")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""
