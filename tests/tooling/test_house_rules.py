"""Rules of the house that no linter knows."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 400


def python_files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def imported_names(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_files_stay_readable_in_one_go() -> None:
    files = [*python_files("mediadesk", "tests", "packaging"), ROOT / "dev.py"]
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    long = {str(file.relative_to(ROOT)): n for file, n in lengths.items() if n > MOST_LINES}
    assert not long, f"longer than {MOST_LINES} lines: {long}"


def test_view_models_hold_no_widgets() -> None:
    models = [file for file in python_files("mediadesk/ui") if file.stem.endswith("view_model")]
    wrong = [str(file) for file in models if "PySide6.QtWidgets" in imported_names(file)]
    assert not wrong, f"view models that import QtWidgets: {wrong}"


def test_qt_decodes_no_picture_in_the_window_s_process() -> None:
    """Qt's readers share a lock; two threads of ours once waited for it and for each other."""
    readers = {"QImageReader", "QMovie", "fromData", "loadFromData"}
    wrong = [
        f"{file}: {node.lineno}"
        for file in python_files("mediadesk/ui", "mediadesk/app")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in readers)
        or (isinstance(node, ast.Name) and node.id in readers)
    ]
    assert not wrong, f"decode by a worker or with Pillow: {wrong}"


def test_what_is_undone_is_told_in_the_language_of_the_user() -> None:
    """“Undone: rename.” stood in German sentences."""
    wrong = [
        f"{file}: {node.lineno}"
        for file in python_files("mediadesk/ui")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in {"UndoStep", "_do", "_remember"}
        and node.args
        and any(
            isinstance(part, ast.Constant) and isinstance(part.value, str)
            for part in (node.args[0], *_branches(node.args[0]))
        )
    ]
    assert not wrong, f"labels without tr(): {wrong}"


def _branches(node: ast.expr) -> list[ast.expr]:
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else []


def test_dev_py_needs_nothing_but_the_standard_library() -> None:

    tops = {name.partition(".")[0] for name in imported_names(ROOT / "dev.py")}
    assert tops <= sys.stdlib_module_names
