"""The wheel holds everything the app needs beside its code."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_wheel_carries_code_and_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    result = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    (wheel,) = tmp_path.glob("mediadesk-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    expected = {f"mediadesk/{path.relative_to(ROOT).as_posix()}" for path in resources}
    assert resources
    assert expected <= names
    assert "mediadesk/domain/money.py" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]
