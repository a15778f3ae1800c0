"""Every import contract can fail: forbidden imports planted into a small house are all caught."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

HOUSE = {
    "__init__": "",
    "__main__": "import mediadesk.app\nimport mediadesk.cli",
    "app": "import qasync\nimport mediadesk.bootstrap\nimport mediadesk.ui",
    "bootstrap": "import mediadesk.services",
    "cli/__init__": "import mediadesk.bootstrap",
    "ui/__init__": "import PySide6.QtWidgets\nimport mediadesk.services",
    "ui/panes/__init__": "",
    "ui/panes/history/__init__": "",
    "ui/panes/settings/__init__": "",
    "services/__init__": "import mediadesk.providers\nimport mediadesk.storage",
    "services/raw_picture": "import PIL.Image",
    "providers/__init__": "",
    "providers/network/__init__": "",
    "providers/network/http": "import httpx",
    "providers/network/http_clients": "import httpx",
    "providers/network/http_exchange": "import httptools",
    "providers/network/http_fresh": "import httpx",
    "providers/adapters/__init__": "",
    "providers/adapters/one": "import mediadesk.providers.network.http",
    "providers/adapters/two": "import mediadesk.domain",
    "providers/sample/__init__": "",
    "providers/sample/media/__init__": "import PIL.Image",
    "storage/__init__": "import cryptography\nimport sqlalchemy\nimport sqlcipher3",
    "vault/__init__": "import cryptography",
    "workers/__init__": "import PIL.Image\nimport PySide6.QtGui",
    "domain/__init__": "",
    "system/__init__": "",
}

PLANTED = {
    "layers": ("domain/money", "import mediadesk.storage"),
    "no-qt-below-the-window": ("services/preview", "import mediadesk.workers"),
    "window-through-services": ("ui/panes/history/rows", "import mediadesk.storage"),
    "domain-is-pure": ("domain/clock", "import sqlite3"),
    "adapters": ("providers/adapters/three", "import mediadesk.providers.adapters.one"),
    "panes": ("ui/panes/settings/page", "import mediadesk.ui.panes.history"),
    "cycles": ("providers/network/http", "import mediadesk.providers.adapters.two"),
    "http-client": ("providers/adapters/four", "import httpx"),
    "database": ("services/rows", "import sqlalchemy"),
    "keyring": ("services/keys", "import keyring"),
    "cryptography": ("services/seal", "import cryptography"),
    "pillow": ("ui/thumbnails", "import PIL.Image"),
    "qt": ("services/timer", "import PySide6.QtCore"),
}


def build_house(folder: Path, modules: dict[str, str]) -> None:
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, text in modules.items():
        file = folder / "mediadesk" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text}\n", encoding="utf-8")


def lint_imports(folder: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-cache"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return result.stdout + result.stderr


def contract_names() -> dict[str, str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return {contract["id"]: contract["name"] for contract in contracts}


def test_a_tidy_house_keeps_every_contract(tmp_path: Path) -> None:
    build_house(tmp_path, HOUSE)
    said = lint_imports(tmp_path)
    assert "0 broken" in said, said


def test_every_contract_catches_its_planted_import(tmp_path: Path) -> None:
    names = contract_names()
    assert names.keys() == PLANTED.keys(), "a contract without a planted import, or the reverse"
    modules = dict(HOUSE)
    for name, line in PLANTED.values():
        modules[name] = f"{modules.get(name, '')}\n{line}"
    build_house(tmp_path, modules)
    said = lint_imports(tmp_path)
    missed = [name for name in names.values() if f"{name} BROKEN" not in said]
    assert not missed, f"not caught: {missed}\n{said}"


def test_a_new_room_must_find_its_place(tmp_path: Path) -> None:
    build_house(tmp_path, {**HOUSE, "utils/__init__": ""})
    said = lint_imports(tmp_path)
    assert "mediadesk.utils" in said
    assert "1 broken" in said, said
